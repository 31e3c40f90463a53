from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.backup import backup_folder, backups, list_backups
from db.case_file import create_case, open_case
from tests.db.files import held_elsewhere
from tests.db.samples import Do, dump, put, sample_import
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.ports import StorageError


def change(path: Path, code: str = "NEW") -> None:
    with open_case(path) as store:
        store.perform(put(Party(code, "New")))


def test_what_has_changed_is_backed_up_at_close(closed_sample: Path) -> None:
    change(closed_sample)
    (made,) = backups(closed_sample)
    assert dump(made.path, history=True) == dump(closed_sample, history=True)


def test_a_case_made_or_opened_and_not_changed_is_not_backed_up(closed_sample: Path) -> None:
    open_case(closed_sample).close()
    assert backups(closed_sample) == ()
    change(closed_sample)
    open_case(closed_sample).close()
    assert len(backups(closed_sample)) == 1


def test_undo_is_a_change(closed_sample: Path) -> None:
    change(closed_sample)
    with open_case(closed_sample) as store:
        store.undo()
    assert len(backups(closed_sample)) == 2


def test_an_import_is_preceded_by_a_backup_of_what_has_changed(closed_sample: Path) -> None:
    with open_case(closed_sample) as store:
        store.perform(sample_import())
        store.perform(sample_import())
        assert len(backups(closed_sample)) == 1
        store.perform(put(Party("NEW", "New")))
        before = dump(closed_sample, history=True)
        store.perform(sample_import())
        _, made = backups(closed_sample)
        assert dump(made.path, history=True) == before


def test_an_import_into_what_was_never_backed_up_is_preceded_by_a_backup(closed_sample: Path) -> None:
    before = dump(closed_sample)
    with open_case(closed_sample) as store:
        store.perform(Do(lambda work: work.put(Party("NEW", "New")), name="import"))
        (kept,) = backups(closed_sample)
        assert dump(kept.path) == before
    assert len(backups(closed_sample)) == 2


def test_what_a_killed_program_left_unsaved_is_backed_up_by_the_next(closed_sample: Path) -> None:
    change(closed_sample)
    program = (
        "import os, sys; from pathlib import Path; from db.case_file import open_case\n"
        "from tests.db.samples import put; from workbench.domain.party import Party\n"
        "open_case(Path(sys.argv[1])).perform(put(Party('KILLED', 'k'))); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(closed_sample)], check=False, cwd=root)
    assert len(backups(closed_sample)) == 1
    open_case(closed_sample).close()
    assert any("'KILLED'" in line for line in dump(backups(closed_sample)[-1].path))


def test_a_folder_of_backups_that_cannot_be_written_is_told_and_stops_nobody(closed_sample: Path) -> None:
    backup_folder(closed_sample).write_text("a file in its place")
    with open_case(closed_sample) as store:
        store.perform(put(Party("NEW", "New")))
        store.perform(sample_import())
        store.perform(put(Party("NEW2", "New")))
    assert len(store.warnings) == 2
    assert all("No backup was made" in own and "is saved" in own for own in store.warnings)
    with open_case(closed_sample, read_only=True) as reader:
        assert reader.read_case().parties[-1].code == "NEW2"
        assert reader.warnings == ()


def test_a_full_disk_at_close_is_told(closed_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("db.backup.copy_file", full)
    with open_case(closed_sample) as store:
        store.perform(put(Party("NEW", "New")))
    assert "is full" in store.warnings[0]
    assert list(backup_folder(closed_sample).glob("*")) == []


def test_before_a_migration_a_backup_is_not_optional(
    closed_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.case_file.HEAD", "9999")
    backup_folder(closed_sample).write_text("a file in its place")
    with pytest.raises(StorageError, match="could not be backed up first"):
        open_case(closed_sample)


def test_backups_are_listed_with_what_they_contain(closed_sample: Path) -> None:
    change(closed_sample, "ONE")
    change(closed_sample, "TWO")
    (backup_folder(closed_sample) / backups(closed_sample)[0].path.name).write_bytes(b"spoiled" * 2000)
    broken, sound = list_backups(closed_sample)
    assert broken.contents is None
    assert "no case" in broken.trouble or "damaged" in broken.trouble
    assert sound.contents is not None
    assert sound.contents.counts["parties"] == 9
    assert sound.contents.counts["positions"] == 97
    assert sound.contents.last is not None
    assert sound.contents.last.label == Label("Test")


def test_ten_changes_later_the_backups_are_thinned(path: Path) -> None:
    create_case(path).close()
    for number in range(14):
        change(path, f"P{number}")
    listed = list_backups(path)
    assert len(listed) == 10
    assert [own.contents.counts["parties"] for own in listed if own.contents] == list(range(5, 15))


def test_a_backup_beside_somebody_who_has_the_case_open(closed_sample: Path) -> None:
    with held_elsewhere(closed_sample):
        from db.backup import backup_case  # noqa: PLC0415

        assert dump(backup_case(closed_sample)) == dump(closed_sample)
