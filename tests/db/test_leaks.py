"""What a protected case leaves on the disk: watched byte by byte while everything is done to it."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from db.backup import backup_case, backups, list_backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.cipher import is_protected
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.protecting import change_passphrase, protect
from db.restoring import restore_case
from db.store import SqliteCaseStore
from tests.db.files import untouched
from tests.db.samples import Do, put, sample_import
from tests.db.test_protecting import (  # noqa: F401 - fixtures
    SECRET,
    leaked,
    made_once,
    protected,
    temporary,
    words_of_the_sample,
)
from tests.migrations.test_revisions import earlier
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.exchange import export_tables
from workbench.ports import StorageError, WrongPassphraseError

ANOTHER = "another one of several words"
NAME = "Colonel Aslan Qaraçay"


class Watcher:
    """Looks into every file of some folders again and again, for as long as something is done."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._words = re.compile(b"|".join(map(re.escape, sorted(words_of_the_sample(), reverse=True))))
        self._looked: dict[tuple[str, int, int, int], bool] = {}
        self.found: set[str] = set()
        self.seen: set[str] = set()

    def look(self) -> None:
        for folder in self._folders:
            for place, _, names in os.walk(folder):  # which does not mind what is gone meanwhile
                for name in names:
                    with suppress(OSError):
                        self._look_into(Path(place, name))

    def _look_into(self, path: Path) -> None:
        state = path.stat()
        key = (str(path), state.st_ino, state.st_size, state.st_mtime_ns)
        if path.is_file() and key not in self._looked:
            self._looked[key] = True
            self.seen.add(path.name)
            if self._words.search(path.read_bytes()):
                self.found.add(path.name)

    @contextmanager
    def watching(self) -> Iterator[None]:
        over = threading.Event()

        def watch() -> None:
            while not over.wait(0.002):
                self.look()

        thread = threading.Thread(target=watch)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
            self.look()


def beside_while_open(store: SqliteCaseStore) -> None:
    """Make sure that the log and its index are there to be looked into."""
    for side in ("-wal", "-shm"):
        assert store.path.with_name(store.path.name + side).exists()
    assert leaked(store.path.parent) == []


def edited(path: Path) -> None:
    with open_case(path, passphrase=SECRET) as store:
        store.perform(put(Party("NEW", "Nagorno again"), Source("INF", "X", identity=NAME)))
        beside_while_open(store)
        store.undo()
        store.redo()


def imported(path: Path) -> None:
    with open_case(path, passphrase=SECRET) as store:
        before = store.read_case().positions
        changed = [replace(own, statement=f"{own.statement} again") for own in before]
        store.perform(Do(lambda work: work.put_all(changed), name="import"))
        beside_while_open(store)


def export_attempted(path: Path) -> None:
    """What is exported is readable, as asked for; what could not be exported leaves nothing."""
    with open_case(path, read_only=True, passphrase=SECRET) as store:
        case = store.read_case()
    for place in ("missing/out.xlsx", "missing/out.json", "missing/folder/out", f"{path.name}/out.json"):
        with pytest.raises(StorageError):
            export_tables(case, path.parent / place)


def merged(path: Path) -> None:
    other = path.with_name("other.positions")
    shutil.copy(path, other)
    with open_case(other, passphrase=SECRET) as store:
        store.perform(put(Party("THEIRS", "Armenia again")))
    with open_case(path, passphrase=SECRET) as store:
        apply_merge(store, plan_merge(store, other, SECRET), {}, SECRET)
        beside_while_open(store)


def backed_up_and_restored(path: Path) -> None:
    backup_case(path, SECRET)
    restore_case(path, backups(path)[0].path, passphrase=SECRET)
    path.write_bytes(path.read_bytes()[:-5000])  # and once more over a damaged file
    restore_case(path, backups(path)[-1].path, passphrase=SECRET)


def expunged(path: Path) -> None:
    edited(path)
    plan = plan_expunge(path, table="sources", key=("INF",), field="identity", passphrase=SECRET)
    expunge(path, plan, passphrase=SECRET, remove_unreadable=True)


def passphrase_changed(path: Path) -> None:
    change_passphrase(path, SECRET, ANOTHER)
    change_passphrase(path, ANOTHER, SECRET)


def crashed(path: Path) -> None:
    """Read and open a file beside which the log of a killed program lies, in a private copy."""
    with open_case(path, passphrase=SECRET) as store:
        store.perform(put(Party("LOG", "Azerbaijan again")))
        content = {side: path.with_name(path.name + side).read_bytes() for side in ("", "-wal")}
    for side, own in content.items():
        path.with_name(path.name + side).write_bytes(own)
    open_case(path, read_only=True, passphrase=SECRET).close()
    assert check_case(path, SECRET).is_sound
    open_case(path, passphrase=SECRET).close()


EVERYTHING = (
    edited,
    imported,
    export_attempted,
    merged,
    crashed,
    backed_up_and_restored,
    expunged,
    passphrase_changed,
)


@pytest.mark.parametrize("done", EVERYTHING, ids=lambda own: own.__name__)
def test_at_no_moment_a_word_of_a_protected_case_lies_readable_on_the_disk(
    protected: Path,  # noqa: F811
    temporary: Path,  # noqa: F811
    done: object,
) -> None:
    watcher = Watcher(protected.parent)  # the folder for temporary files is in it
    with watcher.watching():
        done(protected)  # type: ignore[operator]
    assert watcher.found == set()
    assert protected.name in watcher.seen
    assert leaked(protected.parent) == []
    assert check_case(protected, SECRET).damage == ()
    assert all(own.backup.is_protected and own.contents for own in list_backups(protected, SECRET))
    assert list(temporary.iterdir()) == []
    if done is crashed:
        assert "talks.positions-wal" in watcher.seen


def test_a_protected_case_that_is_brought_up_to_date(tmp_path: Path, temporary: Path) -> None:  # noqa: F811
    path = earlier(tmp_path / "a.positions", "0001")
    protect(path, SECRET)
    watcher = Watcher(tmp_path)
    watcher._words = re.compile(b"They spoke|Party|CREATE TABLE")
    with watcher.watching():
        open_case(path, read_only=True, passphrase=SECRET).close()
        open_case(path, passphrase=SECRET).close()
    assert watcher.found == set()
    assert watcher.seen >= {path.name, backups(path)[0].path.name}
    assert is_protected(backups(path)[0].path)
    assert list(temporary.iterdir()) == []


def test_the_watcher_would_find_a_word(tmp_path: Path) -> None:
    watcher = Watcher(tmp_path)
    with watcher.watching():
        create_case(tmp_path / "plain.positions", fill=sample_import()).close()
    assert "plain.positions" in watcher.found


def test_a_wrong_passphrase_changes_no_byte_whatever_is_asked_for(
    protected: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    backup = backup_case(protected, SECRET)
    other = tmp_path / "other.positions"
    shutil.copy(protected, other)
    asked = (
        lambda: open_case(protected, passphrase="wrong"),
        lambda: open_case(protected, read_only=True, passphrase="wrong"),
        lambda: check_case(protected, "wrong"),
        lambda: backup_case(protected, "wrong"),
        lambda: restore_case(protected, backup, passphrase=SECRET, backup_passphrase="wrong"),
        lambda: change_passphrase(protected, "wrong", "new"),
        lambda: plan_expunge(protected, text="Karabakh", passphrase="wrong"),
        lambda: expunge(
            protected, plan_expunge(protected, text="Karabakh", passphrase=SECRET), passphrase="wrong"
        ),
    )
    with untouched(tmp_path):
        for ask in asked:
            with pytest.raises(WrongPassphraseError):
                ask()
    with open_case(protected, passphrase=SECRET) as store, pytest.raises(WrongPassphraseError):
        plan_merge(store, other, "wrong")
