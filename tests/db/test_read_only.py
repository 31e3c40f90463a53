"""Files and folders that may not be written: told in words, and nothing is lost or half done."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.backup import backup_folder, backups
from db.case_file import open_case
from db.check import check_case
from tests.db.files import listing
from tests.db.samples import put
from tests.db.test_full_disk import (  # noqa: F401 - fixtures
    KINDS,
    SECRET,
    attempted,
    keys_are_derived_once,
    ready,
    state,
)
from workbench.domain.party import Party

NOBODY = 65534
READS_ONLY = ("backing_up", "creating")
"""What does not write the case itself."""


@contextmanager
def as_a_plain_user() -> Iterator[None]:
    """Act as somebody whom permissions bind; root is not bound."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a plain user may enter."""
    made = Path(tempfile.mkdtemp(prefix="plain-user-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def prepared(folder: Path, kind: str, ready: dict[str, Path]) -> Path:  # noqa: F811
    place = folder / "case"
    shutil.copytree(ready[kind], place)
    for own in (place, *place.rglob("*")):
        if os.geteuid() == 0:
            os.chown(own, NOBODY, NOBODY)
    return place / "talks.positions"


@contextmanager
def may_not_be_written(*paths: Path) -> Iterator[None]:
    for own in paths:
        own.chmod(0o555 if own.is_dir() else 0o444)
    try:
        with as_a_plain_user():
            yield
    finally:
        for own in paths:
            own.chmod(0o755 if own.is_dir() else 0o644)


def assert_as_before(path: Path, before: list[str]) -> None:
    assert state(path) == before
    with open_case(path, passphrase=SECRET) as store:
        store.perform(put(Party("LATER", "Later")))
    assert check_case(path, SECRET).damage == ()


@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_a_file_that_may_not_be_written(
    do: Callable[[Path], None],
    folder: Path,
    ready: dict[str, Path],  # noqa: F811
) -> None:
    path = prepared(folder, do.__name__, ready)
    before, there = state(path), listing(path.parent)
    with may_not_be_written(path):
        failed = attempted(do, path, "may not be written")
        assert state(path) == before
    assert failed == (do.__name__ not in READS_ONLY)
    if failed:
        assert listing(path.parent) == there
    assert_as_before(path, before)


@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_a_folder_that_may_not_be_written(
    do: Callable[[Path], None],
    folder: Path,
    ready: dict[str, Path],  # noqa: F811
) -> None:
    path = prepared(folder, do.__name__, ready)
    before, there = state(path), listing(path.parent)
    with may_not_be_written(path.parent):
        failed = attempted(do, path, "may not be written")
        assert state(path) == before
    assert failed == (do.__name__ != "backing_up")  # into the folder of backups, which is there already
    if failed:
        assert listing(path.parent) == there
    assert_as_before(path, before)


NEEDS_THE_BACKUPS = ("restoring", "migrating", "expunging", "backing_up")


@pytest.mark.parametrize("in_the_way", [False, True], ids=["read-only", "a file in its place"])
@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_a_folder_of_backups_that_cannot_be_written(
    do: Callable[[Path], None],
    folder: Path,
    ready: dict[str, Path],  # noqa: F811
    *,
    in_the_way: bool,
) -> None:
    kind = do.__name__
    path = prepared(folder, kind, ready)
    kept = backup_folder(path)
    if in_the_way and kind in ("restoring", "expunging"):
        pytest.skip("needs a backup")
    if in_the_way:
        shutil.rmtree(kept, ignore_errors=True)
        kept.write_text("a file in its place")
    else:
        kept.mkdir(exist_ok=True)
    before, there = state(path), listing(path.parent)
    with may_not_be_written(kept):
        failed = attempted(do, path, "may not be written", "where the folder")
    assert failed == (kind in NEEDS_THE_BACKUPS)
    if failed:
        assert state(path) == before
        assert listing(path.parent) == there
    if in_the_way:
        kept.unlink()
    assert (
        check_case(path, None if kind != "protecting" else SECRET).damage == () if kind != "rekeying" else 1
    )
    assert all(own.size for own in backups(path))
