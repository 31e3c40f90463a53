from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from db.case_file import create_case, open_case
from db.engine import APPLICATION_ID
from db.lock import Holder, lock_path
from db.revision import HEAD
from tests.db.files import READ_ONLY, beside_closed, listing, untouched
from tests.db.samples import Do, fill, put, sample_import
from workbench.domain.case import Case
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.ports import (
    CaseFileError,
    LockedCaseError,
    MissingFileError,
    StorageError,
    Work,
)

# --- creating --------------------------------------------------------------------------------------


def test_a_new_case_is_one_file_of_our_own_kind(path: Path) -> None:
    create_case(path).close()
    assert [own.name for own in path.parent.iterdir()] == ["talks.positions"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert connection.execute("SELECT count(*) FROM case_file").fetchone() == (1,)


def test_an_existing_file_is_not_overwritten(path: Path) -> None:
    path.write_text("precious")
    with untouched(path.parent), pytest.raises(CaseError, match="already") as caught:
        create_case(path)
    assert not isinstance(caught.value, CaseFileError)


def test_a_case_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no folder"):
        create_case(tmp_path / "none" / "talks.positions")


@pytest.mark.parametrize("error", [CaseError("wrong"), ZeroDivisionError()])
def test_a_case_that_cannot_be_filled_leaves_nothing(path: Path, error: Exception) -> None:
    def run(work: Work) -> None:
        work.put(Party("A", "a"))
        raise error

    with pytest.raises(type(error)):
        create_case(path, fill=Do(run))
    assert list(path.parent.iterdir()) == []
    create_case(path).close()  # and nothing stands in the way


def test_a_case_whose_folder_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StorageError, match="may not be written"):
        create_case(path)


def test_names_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20 d’é&mode=ro.positions"
    with create_case(path, fill=put(Party("A", "a"))) as store:
        store.perform(put(Party("B", "b")))
    with open_case(path, read_only=True) as store:
        assert len(store.read_case().parties) == 2
    assert {own.name for own in tmp_path.iterdir()} == {path.name, f"{path.name}.backups"}


# --- opening ---------------------------------------------------------------------------------------


def test_an_open_case_has_its_lock_and_log_beside_it_and_a_closed_one_nothing(closed_sample: Path) -> None:
    with open_case(closed_sample) as store:
        store.perform(put(Party("NEW", "New")))
        beside = {own.name.removeprefix(closed_sample.name) for own in closed_sample.parent.iterdir()}
        assert beside == {"", ".lock", "-wal", "-shm"}
    assert beside_closed(closed_sample) == {closed_sample.name}
    with open_case(closed_sample) as store:
        assert store.read_case().parties[-1] == Party("NEW", "New")


def test_every_connection_keeps_its_promises(closed_sample: Path) -> None:
    with open_case(closed_sample) as store, store.reading() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "secure_delete", "trusted_schema")
        }
    assert asked == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_reading_leaves_bytes_and_folder_as_they_are(closed_sample: Path) -> None:
    with open_case(closed_sample) as store:
        store.perform(put(Party("OSCE", "OSCE")))
    beside = set(listing(closed_sample.parent))
    with untouched(closed_sample.parent), open_case(closed_sample, read_only=True) as store:
        assert store.is_read_only
        assert len(store.read_case().positions) == 97
        assert len(store.read().positions) == 97
        assert set(listing(closed_sample.parent)) == beside
        with pytest.raises(StorageError, match="reading only"):
            store.perform(put(Party("NEW", "New")))
        with pytest.raises(StorageError, match="reading only"):
            store.undo()


def test_filling_is_the_first_step_of_the_history(path: Path) -> None:
    with create_case(path, author="Ada", fill=sample_import()) as store:
        first, *rest = store.history()
        assert (first.author, rest) == ("Ada", [])
        assert first.label.say() == "Import tables from sample"


def test_what_a_new_case_begins_with_is_not_offered_for_undo(path: Path) -> None:
    with create_case(path, fill=sample_import()) as store:
        held = store.read_case()
        assert (store.undo_label, store.undo()) == (Label(""), None)
        store.perform(put(Party("NEW", "New")))
        assert store.undo() is not None
        assert store.undo() is None
        assert store.read_case() == held
    with open_case(path) as store:
        assert not store.undo_label
        assert store.redo_label


def test_nothing_is_imported_of_the_migrating_library_on_the_fast_path(closed_sample: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from db.case_file import open_case\n"
        "open_case(Path(sys.argv[1])).close()\n"
        "assert not {'alembic', 'sqlalchemy.orm'} & set(sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(closed_sample)], check=True, cwd=root)


def test_the_lock_names_the_process_by_its_start_as_well(store: object, path: Path) -> None:
    del store
    said = json.loads(lock_path(path).read_text())
    assert said["started"] == Holder.ours().started
    assert set(said) == {"user", "host", "pid", "started", "since", "boot"}


def test_an_empty_case_can_be_filled_with_nothing(path: Path) -> None:
    with create_case(path, fill=fill(Case())) as store:
        assert store.read_case() == Case()
        assert store.undo() is None


def test_a_link_leads_to_the_one_lock_of_the_file(closed_sample: Path, tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    link = links / "here.positions"
    link.symlink_to(closed_sample)
    with open_case(link) as store:
        assert lock_path(closed_sample).exists()
        store.perform(put(Party("NEW", "New")))
        with pytest.raises(LockedCaseError):
            open_case(closed_sample)
    assert [own.name for own in links.iterdir()] == [link.name]
    with open_case(closed_sample, read_only=True) as store:
        assert store.read_case().parties[-1].code == "NEW"


@pytest.mark.parametrize("read_only", READ_ONLY)
def test_a_closed_case_is_not_opened_again_behind_the_back(closed_sample: Path, *, read_only: bool) -> None:
    store = open_case(closed_sample, read_only=read_only)
    store.close()
    store.close()
    with untouched(closed_sample.parent):
        for use in (store.read, store.read_case):
            with pytest.raises(ValueError, match="has been closed"):
                use()


def test_one_thread_reads_while_another_writes(closed_sample: Path) -> None:
    with open_case(closed_sample) as store, ThreadPoolExecutor(2) as threads:
        reading = [threads.submit(lambda: len(store.read_case().parties)) for _ in range(20)]
        for number in range(20):
            store.perform(put(Party(f"P{number}", "New")))
        counts = [own.result() for own in reading]
    assert all(7 <= count <= 27 for count in counts)
