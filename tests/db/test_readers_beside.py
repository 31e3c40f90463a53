"""Another program reads the case while it is to be replaced: its log must never meet the new file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import backup_case, backups
from db.case_file import open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.protecting import protect
from db.restoring import restore_case
from tests.db.files import listing
from tests.db.samples import put
from tests.db.test_store import exact
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.ports import LockedCaseError

NAME = "Colonel Aslan Q"


@pytest.fixture
def read_elsewhere(closed_sample: Path) -> Iterator[Path]:
    """A case that was closed while somebody was reading, so that its log lies beside it."""
    backup_case(closed_sample)
    with closing(sqlite3.connect(closed_sample, isolation_level=None)) as reader:
        with open_case(closed_sample) as store:
            store.perform(put(Party("ONE", "One")))
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM parties").fetchall()
            store.perform(put(Source("INF", "X", identity=NAME)))
        assert closed_sample.with_name(f"{closed_sample.name}-wal").stat().st_size
        yield closed_sample


REPLACING: tuple[Callable[[Path], object], ...] = (
    lambda path: restore_case(path, backups(path)[0].path),
    lambda path: protect(path, "one of several words"),
    lambda path: expunge(path, plan_expunge(path, text=NAME)),
)


@pytest.mark.parametrize("replace", REPLACING, ids=("restore", "protect", "expunge"))
def test_a_case_that_another_program_reads_is_not_replaced(
    read_elsewhere: Path, replace: Callable[[Path], object]
) -> None:
    before, kept = state(read_elsewhere), listing(read_elsewhere.with_name(f"{read_elsewhere.name}.backups"))
    with pytest.raises(LockedCaseError, match="in use by another program; nothing was changed"):
        replace(read_elsewhere)
    assert state(read_elsewhere) == before
    assert listing(read_elsewhere.with_name(f"{read_elsewhere.name}.backups")) == kept
    assert check_case(read_elsewhere).damage == ()


def test_it_is_opened_and_worked_with_all_the_same(read_elsewhere: Path) -> None:
    with open_case(read_elsewhere) as store:
        store.perform(put(Party("TWO", "Two")))
    assert "TWO" in str(state(read_elsewhere))
    assert check_case(read_elsewhere).damage == ()


def test_a_reader_is_not_misled_by_a_file_that_somebody_begins_to_write(closed_sample: Path) -> None:
    """One that was left in the mode of a log, without a log."""
    with closing(sqlite3.connect(closed_sample, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    there = listing(closed_sample.parent)
    with open_case(closed_sample, read_only=True) as reader:
        assert listing(closed_sample.parent) == there
        before = exact(reader.read_case())
        with open_case(closed_sample) as writer:
            writer.perform(put(*(Party(f"P{number}", "x" * 3000) for number in range(200))))
        assert exact(reader.read_case()) == before
    assert check_case(closed_sample).damage == ()


def state(path: Path) -> list[str]:
    with open_case(path, read_only=True) as store:
        return exact(store.read_case())
