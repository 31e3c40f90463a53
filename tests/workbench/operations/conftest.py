from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.case_file import create_case
from db.store import SqliteCaseStore
from tests.db.samples import sample_import


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SqliteCaseStore]:
    """The sample case, open, in a file of its own."""
    with create_case(tmp_path / "talks.positions", author="Ada", fill=sample_import()) as opened:
        yield opened
