from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import db.backup
from db.backup import backup_case, backup_folder, backups
from db.case_file import open_case
from db.store import SqliteCaseStore
from tests.db.files import listing
from tests.db.samples import dump, put
from workbench.domain.party import Party
from workbench.ports import DamagedCaseError, MissingFileError, NotACaseError, StorageError


def test_a_backup_holds_everything_and_can_be_opened(closed_sample: Path) -> None:
    made = backup_case(closed_sample)
    assert made.parent == closed_sample.with_name("talks.positions.backups")
    assert made.name.startswith("talks-")
    assert made.suffix == ".positions"
    assert dump(made, history=True) == dump(closed_sample, history=True)
    with open_case(made, read_only=True) as store:
        assert len(store.read_case().positions) == 97


def test_a_backup_of_an_open_case_holds_what_was_just_saved(sample: SqliteCaseStore) -> None:
    sample.perform(put(Party("NEW", "New")))
    made = backup_case(sample)
    assert sample.path.with_name(sample.path.name + "-wal").stat().st_size  # not yet folded in
    assert dump(made, history=True) == dump(sample.path, history=True)
    assert any("'NEW'" in line for line in dump(made))
    assert [own.name for own in made.parent.iterdir()] == [made.name]
    sample.perform(put(Party("B", "and the case goes on")))


def test_backups_are_listed_oldest_first_with_their_time(closed_sample: Path) -> None:
    made = [backup_case(closed_sample) for _ in range(3)]
    (backup_folder(closed_sample) / "somebody's own copy.positions").write_text("")
    listed = backups(closed_sample)
    assert [own.path for own in listed] == made
    assert all(datetime.now(UTC) - own.made_at < timedelta(minutes=1) for own in listed)
    assert all(own.size == own.path.stat().st_size for own in listed)


def test_there_are_no_backups_at_first(closed_sample: Path) -> None:
    assert backups(closed_sample) == ()


def test_a_damaged_file_is_never_backed_up(closed_sample: Path) -> None:
    content = bytearray(closed_sample.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    closed_sample.write_bytes(content)
    before = listing(closed_sample.parent)
    with pytest.raises(DamagedCaseError):
        backup_case(closed_sample)
    assert listing(closed_sample.parent) == before
    assert backups(closed_sample) == ()


def test_what_is_no_case_is_not_backed_up(path: Path) -> None:
    with pytest.raises(MissingFileError):
        backup_case(path)
    path.write_text("no case " * 100)
    with pytest.raises(NotACaseError):
        backup_case(path)


def test_a_backup_that_cannot_be_read_back_is_not_kept(
    closed_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy(_: object, target: Path, __: object) -> None:
        shutil.copy(closed_sample, target)
        with target.open("r+b") as file:
            file.truncate(10_000)

    monkeypatch.setattr(db.backup, "copy_file", copy)
    with pytest.raises(StorageError, match="cannot be read back"):
        backup_case(closed_sample)
    assert list(backup_folder(closed_sample).iterdir()) == []


def test_a_folder_of_backups_that_cannot_be_made(closed_sample: Path) -> None:
    backup_folder(closed_sample).write_text("a file in its place")
    with pytest.raises(StorageError):
        backup_case(closed_sample)
