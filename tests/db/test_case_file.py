from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.backup import backups
from db.case_file import create_case, open_case
from db.engine import APPLICATION_ID
from db.lock import Holder, lock_path
from db.revision import HEAD
from tests.db.samples import Do, fill, put, sample_import
from workbench.domain.case import Case
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.ports import (
    CaseFileError,
    DamagedCaseError,
    LockedCaseError,
    MissingFileError,
    NewerCaseError,
    NotACaseError,
    StorageError,
    Work,
)

READ_ONLY = (False, True)


def listing(folder: Path) -> dict[str, str]:
    """Return every file of a folder with a digest of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    before = listing(folder)
    yield
    assert listing(folder) == before


def beside_closed(path: Path) -> set[str]:
    """Return what lies in the folder of a case, its backups left out."""
    return {own.name for own in path.parent.iterdir()} - {f"{path.name}.backups"}


def change(path: Path, *statements: str) -> None:
    """Change the file as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


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


def test_a_file_that_is_not_there(path: Path) -> None:
    for read_only in READ_ONLY:
        with pytest.raises(MissingFileError, match="no file") as caught:
            open_case(path, read_only=read_only)
        assert not isinstance(caught.value, CaseFileError)
    assert list(path.parent.iterdir()) == []


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("party,issue,option\n" * 500)


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _other_program(path: Path) -> None:
    change(path, "PRAGMA application_id = 4711")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def _overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = random.Random(1).randbytes(8192)
    path.write_bytes(content)


def _blanked(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    path.write_bytes(content)


def _no_text(path: Path) -> None:
    """Overwrite a text with bytes that are none; the structure of the file stays whole."""
    content = path.read_bytes()
    assert content.count(b"Frames the Karabakh question") >= 1
    path.write_bytes(content.replace(b"Frames the Karabakh question", b"\xff" * 28))


def _unkeyed(path: Path) -> None:
    change(path, "PRAGMA foreign_keys = OFF", "DELETE FROM parties WHERE code = 'BAK'")


def _later(path: Path) -> None:
    change(path, "UPDATE alembic_version SET version_num = '9999'")


def _no_revision(path: Path) -> None:
    change(path, "DROP TABLE alembic_version")


@pytest.mark.parametrize("read_only", READ_ONLY)
@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_empty, NotACaseError),
        (_text, NotACaseError),
        (_short, NotACaseError),
        (_other_program, NotACaseError),
        (_folder, NotACaseError),
        (_truncated, DamagedCaseError),
        (_cut_short, DamagedCaseError),
        (_overwritten, DamagedCaseError),
        (_blanked, DamagedCaseError),
        (_unkeyed, DamagedCaseError),
        (_no_revision, DamagedCaseError),
        (_later, NewerCaseError),
    ],
)
def test_what_cannot_be_opened_is_told_and_left_as_it_is(
    closed_sample: Path, spoil: Callable[[Path], None], error: type[CaseFileError], *, read_only: bool
) -> None:
    spoil(closed_sample)
    with untouched(closed_sample.parent), pytest.raises(CaseFileError) as caught:
        open_case(closed_sample, read_only=read_only)
    assert type(caught.value) is error
    assert closed_sample.name in str(caught.value)


def test_bytes_that_are_no_text_are_damage(closed_sample: Path) -> None:
    _no_text(closed_sample)
    with untouched(closed_sample.parent), pytest.raises(DamagedCaseError):
        _read(closed_sample)


def _read(path: Path) -> None:
    with open_case(path, read_only=True) as store:
        store.read_case()
        store.read()


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_told_or_harmless_but_never_a_traceback(closed_sample: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(closed_sample.read_bytes())
    at = chance.randrange(100, len(content) - 600)
    content[at : at + 600] = chance.randbytes(600)
    closed_sample.write_bytes(content)
    with untouched(closed_sample.parent):
        try:
            _read(closed_sample)
        except CaseError as error:
            assert isinstance(error, DamagedCaseError)  # noqa: PT017 - it may as well be harmless


# --- somebody else has it --------------------------------------------------------------------------

HOLD = """
import sys
from pathlib import Path
from db.case_file import open_case
store = open_case(Path(sys.argv[1]), author="Grace")
print("open", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process hold the case; it is killed at the end, so that it never closes."""
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


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
