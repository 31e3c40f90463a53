from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.case_file import create_case
from db.store import SqliteCaseStore
from tests.db.merges import P1
from tests.db.samples import GROUND, fill, put, sample_import


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.positions"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteCaseStore]:
    """An empty case, open."""
    with create_case(path, author="Ada") as opened:
        yield opened


@pytest.fixture
def sample(path: Path) -> Iterator[SqliteCaseStore]:
    """The sample case, open."""
    with create_case(path, author="Ada", fill=sample_import()) as opened:
        yield opened


@pytest.fixture
def closed_sample(path: Path) -> Path:
    """The sample case as a file."""
    create_case(path, author="Ada", fill=sample_import()).close()
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.positions"
    with create_case(path, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    return path


@pytest.fixture
def theirs(mine: Path) -> Path:
    path = mine.with_name("theirs.positions")
    shutil.copy(mine, path)
    return path
