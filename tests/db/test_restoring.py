from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.backup import backup_case, backup_folder, backups
from db.case_file import create_case, open_case
from db.restoring import restore_case
from tests.db.files import beside_closed, held_elsewhere, untouched
from tests.db.samples import dump, put, sample_import
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.ports import DamagedCaseError, LockedCaseError, MissingFileError, NotACaseError


@pytest.fixture
def backup(closed_sample: Path) -> Path:
    """A backup of the sample, which has changed since."""
    made = backup_case(closed_sample)
    with open_case(closed_sample) as store:
        store.perform(put(Party("LATER", "Later")))
    return made


def codes(path: Path) -> list[str]:
    with open_case(path, read_only=True) as store:
        return [party.code for party in store.read_case().parties]


def test_restoring_gives_what_the_backup_held_and_keeps_what_was_there(
    closed_sample: Path, backup: Path
) -> None:
    before, expected = dump(closed_sample, history=True), dump(backup, history=True)
    done = restore_case(closed_sample, backup)
    assert dump(closed_sample, history=True) == expected
    assert "LATER" not in codes(closed_sample)
    assert done.kept is not None
    assert done.kept in [own.path for own in backups(closed_sample)]
    assert dump(done.kept, history=True) == before
    assert done.contents.counts["parties"] == 7
    assert beside_closed(closed_sample) == {closed_sample.name}
    assert restore_case(closed_sample, done.kept).contents.counts["parties"] == 8  # and back again
    with open_case(closed_sample) as store:
        assert store.undo_label == Label("Test")


def test_a_case_that_is_gone_is_restored(closed_sample: Path, backup: Path) -> None:
    closed_sample.unlink()
    assert restore_case(closed_sample, backup).kept is None
    assert len(codes(closed_sample)) == 7


def test_a_damaged_case_is_kept_as_it_is_and_replaced(closed_sample: Path, backup: Path) -> None:
    content = bytearray(closed_sample.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    closed_sample.write_bytes(content)
    done = restore_case(closed_sample, backup)
    assert done.kept is not None
    assert done.kept.read_bytes() == content
    assert done.kept not in [own.path for own in backups(closed_sample)]
    assert len(codes(closed_sample)) == 7


def test_a_blank_file_is_replaced(closed_sample: Path, backup: Path) -> None:
    closed_sample.write_bytes(bytes(8192))
    with pytest.raises(NotACaseError, match=r"talks\.positions\.backups"):
        open_case(closed_sample)
    restore_case(closed_sample, backup)
    assert len(codes(closed_sample)) == 7


def test_the_log_of_a_crash_is_kept_and_not_read_into_the_restored_file(
    closed_sample: Path, backup: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    path = crashed / closed_sample.name
    with open_case(closed_sample) as store:
        store.perform(put(Party("LOG", "only in the log")))
        for side in ("", "-wal", "-shm"):
            shutil.copy(closed_sample.with_name(closed_sample.name + side), crashed)
    assert path.with_name(path.name + "-wal").stat().st_size
    done = restore_case(path, backup)
    assert len(codes(path)) == 7
    assert done.kept is not None
    assert codes(done.kept)[-1] == "LOG"


def test_an_open_case_is_not_restored_under_somebodys_hands(closed_sample: Path, backup: Path) -> None:
    with open_case(closed_sample), pytest.raises(LockedCaseError):
        restore_case(closed_sample, backup)
    with (
        held_elsewhere(closed_sample),
        untouched(closed_sample.parent),
        pytest.raises(LockedCaseError),
    ):
        restore_case(closed_sample, backup)


def test_a_backup_of_another_case_is_refused(closed_sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.positions"
    create_case(other, fill=sample_import()).close()
    with untouched(tmp_path), pytest.raises(CaseError, match="another case"):
        restore_case(closed_sample, other)


def test_a_damaged_or_missing_backup_changes_nothing(closed_sample: Path, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-5000])
    with untouched(closed_sample.parent):
        with pytest.raises(DamagedCaseError):
            restore_case(closed_sample, backup)
        with pytest.raises(MissingFileError):
            restore_case(closed_sample, backup_folder(closed_sample) / "none.positions")


def test_the_oldest_of_many_backups_is_not_thinned_away_under_the_restore(path: Path) -> None:
    create_case(path).close()
    for number in range(12):
        with open_case(path) as store:
            store.perform(put(Party(f"P{number}", "Party")))
    oldest, *_ = kept = backups(path)
    assert len(kept) == 10
    restore_case(path, oldest.path)
    assert codes(path) == ["P0", "P1", "P2"]
    assert oldest.path.exists()
    assert codes(backups(path)[-1].path) == [f"P{number}" for number in range(12)]
