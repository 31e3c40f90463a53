"""A case that somebody else has open: another process, another program, or this very one."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import backups
from db.case_file import create_case, open_case
from db.lock import lock_path
from tests.db.files import READ_ONLY, beside_closed, held_elsewhere, untouched
from tests.db.samples import put
from workbench.domain.party import Party
from workbench.ports import (
    LockedCaseError,
)


def test_a_case_held_by_a_living_process(closed_sample: Path) -> None:
    with held_elsewhere(closed_sample) as process:
        lock = lock_path(closed_sample).read_text()
        for read_only in READ_ONLY:
            with untouched(closed_sample.parent), pytest.raises(LockedCaseError, match=str(process.pid)):
                open_case(closed_sample, read_only=read_only)
        with (
            untouched(closed_sample.parent),
            open_case(closed_sample, read_only=True, beside_others=True) as store,
        ):
            assert len(store.read_case().positions) == 97
        assert lock_path(closed_sample).read_text() == lock


def test_a_reader_beside_a_writer_sees_what_is_saved(closed_sample: Path) -> None:
    with open_case(closed_sample) as writer, open_case(closed_sample, read_only=True) as reader:
        writer.perform(put(Party("NEW", "New")))
        assert reader.read_case().parties[-1].code == "NEW"


def test_a_case_open_in_this_very_process_is_not_opened_for_writing_twice(closed_sample: Path) -> None:
    with open_case(closed_sample), pytest.raises(LockedCaseError, match=str(os.getpid())):
        open_case(closed_sample)


def test_the_lock_of_a_process_that_is_gone_is_taken_over_and_nothing_is_lost(closed_sample: Path) -> None:
    with held_elsewhere(closed_sample):
        pass
    assert lock_path(closed_sample).exists()
    with open_case(closed_sample) as store:
        assert json.loads(lock_path(closed_sample).read_text())["pid"] == os.getpid()
        assert len(store.read_case().positions) == 97
    assert [own.name for own in closed_sample.parent.iterdir()] == [closed_sample.name]


def test_what_was_saved_before_a_crash_is_read_without_touching_a_byte(tmp_path: Path, path: Path) -> None:
    """The log of a killed program still lies beside the file."""
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with create_case(path) as store:
        store.perform(put(Party("A", "only in the log")))
        for own in tmp_path.glob("talks.positions*"):
            if own.suffix != ".lock":
                shutil.copy(own, crashed)
    copy = crashed / path.name
    assert (crashed / f"{path.name}-wal").stat().st_size
    with untouched(crashed), open_case(copy, read_only=True) as reader:
        assert [party.name for party in reader.read_case().parties] == ["only in the log"]
    with open_case(copy) as writer:
        assert [party.name for party in writer.read_case().parties] == ["only in the log"]
    assert beside_closed(copy) == {path.name}
    assert len(backups(copy)) == 1  # what a crash left is backed up once it is whole again


@pytest.mark.parametrize("read_only", READ_ONLY)
def test_another_program_in_the_middle_of_a_transaction(closed_sample: Path, *, read_only: bool) -> None:
    with closing(sqlite3.connect(closed_sample, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedCaseError, match="in use by another program"):
            open_case(closed_sample, read_only=read_only)
        connection.execute("ROLLBACK")
    assert [own.name for own in closed_sample.parent.iterdir()] == [closed_sample.name]


def test_a_write_while_another_program_holds_the_file(closed_sample: Path) -> None:
    with open_case(closed_sample) as store:
        with closing(sqlite3.connect(closed_sample, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            with pytest.raises(LockedCaseError):
                store.perform(put(Party("NEW", "New")))
            connection.execute("ROLLBACK")
        store.perform(put(Party("NEW", "New")))
        assert store.read_case().parties[-1].code == "NEW"


def test_a_case_read_while_another_program_has_it_in_wal(closed_sample: Path) -> None:
    """A reader closes without folding the log of somebody who is still at work."""
    with closing(sqlite3.connect(closed_sample, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE parties SET notes = 'from elsewhere' WHERE code = 'BAK'")
        with open_case(closed_sample, read_only=True) as store:
            assert store.read_case().parties[0].notes == "from elsewhere"
