from __future__ import annotations

import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db.backup import backup_case, backup_folder, backups, list_backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.cipher import is_protected, passphrase_opens
from db.protecting import change_passphrase, protect
from db.restoring import restore_case
from tests.db.files import beside_closed, change, untouched
from tests.db.samples import SAMPLE, dump, put, sample_import
from workbench.domain.errors import CaseError
from workbench.domain.party import Party
from workbench.keeping import EarlierBackups
from workbench.ports import (
    DamagedCaseError,
    LockedCaseError,
    NotACaseError,
    PassphraseNeededError,
    WrongPassphraseError,
)

SECRET = "Lachin Ləçın 7 — mıknatıs"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("once") / "talks.positions"
    create_case(path, author="Ada", fill=sample_import(), passphrase=SECRET).close()
    return path.read_bytes()


@pytest.fixture
def protected(path: Path, made_once: bytes) -> Path:
    """The sample case, protected and closed."""
    path.write_bytes(made_once)
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty and watched."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def words_of_the_sample() -> list[bytes]:
    text = " ".join(table.read_text(encoding="utf-8") for table in SAMPLE.glob("*.csv"))
    return [word.encode() for word in set(re.findall(r"\w{6,}", text))]


def leaked(*folders: Path) -> list[tuple[str, bytes]]:
    """Return every word of the sample that stands in clear in a file of these folders."""
    files = [own for folder in folders for own in folder.rglob("*") if own.is_file()]
    words = words_of_the_sample()
    assert len(words) > 500
    return [(own.name, word) for own in files for word in words if word in own.read_bytes()]


def test_no_word_of_the_sample_stands_in_the_file_its_backups_or_the_temporary_folder(
    path: Path, temporary: Path
) -> None:
    create_case(path, fill=sample_import(), passphrase=SECRET).close()
    with open_case(path, passphrase=SECRET) as store:
        store.perform(put(Party("NEW", "New")))
        assert leaked(path.parent, temporary) == []  # the log beside it as well
    backup_case(path, SECRET)
    assert len(backups(path)) == 2
    with open_case(path, read_only=True, passphrase=SECRET) as store:
        assert len(store.read_case().positions) == 97
    assert check_case(path, SECRET).is_sound
    assert leaked(path.parent, temporary) == []


def test_the_search_would_find_a_word(closed_sample: Path) -> None:
    assert leaked(closed_sample.parent)


def test_temporary_copies_of_a_crashed_case_are_protected_as_it_is(protected: Path, temporary: Path) -> None:
    with open_case(protected, passphrase=SECRET) as store:
        store.perform(put(Party("NEW", "New")))
        crashed = temporary.parent / "crashed"
        crashed.mkdir()
        for side in ("", "-wal"):
            own = protected.with_name(protected.name + side)
            (crashed / own.name).write_bytes(own.read_bytes())
    with open_case(crashed / protected.name, read_only=True, passphrase=SECRET) as store:
        assert store.read_case().parties[-1].code == "NEW"
        assert list(temporary.rglob("*.positions"))
        assert leaked(temporary) == []


def test_a_protected_case_is_like_any_other(protected: Path) -> None:
    with open_case(protected, passphrase=SECRET) as store:
        assert store.is_protected
        store.perform(put(Party("NEW", "New")))
        store.undo()
        store.redo()
        assert len(store.read().positions) == 97
        assert store.read_case().parties[-1] == Party("NEW", "New")
    assert beside_closed(protected) == {protected.name}
    (listed,) = list_backups(protected, SECRET)
    assert listed.backup.is_protected
    assert listed.contents is not None
    assert listed.contents.counts["parties"] == 8
    with open_case(protected, passphrase=SECRET) as store:
        store.perform(put(Party("NEWER", "New")))
    restore_case(protected, listed.backup.path, passphrase=SECRET)
    with open_case(protected, read_only=True, passphrase=SECRET) as store:
        assert [party.code for party in store.read_case().parties][-1] == "NEW"
    assert check_case(protected, SECRET).is_sound


def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase(protected: Path) -> None:
    with closing(dbapi2.connect(str(protected))) as connection:
        connection.execute(f"PRAGMA key = '{SECRET}'")
        assert connection.execute("SELECT count(*) FROM positions").fetchone() == (97,)


def test_letters_composed_otherwise_are_the_same_passphrase(protected: Path) -> None:
    assert passphrase_opens(protected, SECRET.replace("ç", "ç"))
    assert not passphrase_opens(protected, SECRET.lower())


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_or_wrong_passphrase_changes_nothing(protected: Path, *, read_only: bool) -> None:
    with untouched(protected.parent):
        with pytest.raises(PassphraseNeededError, match=r"talks\.positions"):
            open_case(protected, read_only=read_only)
        with pytest.raises(WrongPassphraseError, match="nothing was changed"):
            open_case(protected, read_only=read_only, passphrase="wrong")
        with pytest.raises(WrongPassphraseError):
            backup_case(protected, "wrong")
        with pytest.raises(WrongPassphraseError):
            change_passphrase(protected, "wrong", "another")
        with pytest.raises(PassphraseNeededError):
            check_case(protected)
    assert beside_closed(protected) == {protected.name}


def test_damage_is_told_from_a_wrong_passphrase(protected: Path) -> None:
    whole = protected.read_bytes()
    for at in (20, 3000, len(whole) // 2, len(whole) - 300):
        spoiled = bytearray(whole)
        spoiled[at : at + 200] = random.Random(at).randbytes(200)
        protected.write_bytes(spoiled)
        with untouched(protected.parent):
            with pytest.raises(DamagedCaseError):
                open_case(protected, passphrase=SECRET)
            with pytest.raises(WrongPassphraseError):
                open_case(protected, passphrase="wrong")
    protected.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedCaseError):
        open_case(protected, passphrase=SECRET)
    assert not backup_folder(protected).exists()


def test_what_is_no_case_needs_no_passphrase(path: Path) -> None:
    for content in (b"", bytes(8192), b"party,issue,option\n" * 1000, os.urandom(1000)):
        path.write_bytes(content)
        with pytest.raises(NotACaseError):
            open_case(path, passphrase=SECRET)


def test_a_plain_case_ignores_a_passphrase_and_never_loads_the_library(closed_sample: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from db.case_file import open_case\n"
        "from db.check import check_case\n"
        "open_case(Path(sys.argv[1]), passphrase='ignored').close()\n"
        "check_case(Path(sys.argv[1]))\n"
        "assert 'sqlcipher3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(closed_sample)], check=True, cwd=ROOT)


def test_an_empty_passphrase_is_refused(path: Path, closed_sample: Path) -> None:
    with pytest.raises(CaseError, match="empty"):
        create_case(path.with_name("new.positions"), passphrase="  ")
    with untouched(path.parent), pytest.raises(CaseError, match="empty"):
        protect(closed_sample, "")


# --- setting and changing the passphrase -----------------------------------------------------------


def history(path: Path, passphrase: str | None = None) -> list[object]:
    with open_case(path, read_only=True, passphrase=passphrase) as store:
        return [store.read_case(), [(own.operation, own.changes) for own in store.history()]]


@pytest.fixture
def with_backups(closed_sample: Path) -> Path:
    for code in ("ONE", "TWO"):
        with open_case(closed_sample) as store:
            store.perform(put(Party(code, "New")))
    return closed_sample


def test_protecting_keeps_everything_and_leaves_nothing_readable(with_backups: Path, temporary: Path) -> None:
    before = history(with_backups)
    done = protect(with_backups, SECRET)
    assert len(done.protected) == 2
    assert done.left == done.removed == ()
    assert history(with_backups, SECRET) == before
    assert leaked(with_backups.parent, temporary) == []
    assert beside_closed(with_backups) == {with_backups.name, temporary.name}
    assert [own.backup.is_protected for own in list_backups(with_backups, SECRET)] == [True, True]
    assert all(own.contents for own in list_backups(with_backups, SECRET))
    with open_case(with_backups, passphrase=SECRET) as store:
        store.undo()
    assert check_case(with_backups, SECRET).is_sound


@pytest.mark.parametrize("earlier", [EarlierBackups.REMOVE, EarlierBackups.KEEP])
def test_earlier_backups_are_removed_or_named_as_what_they_are(
    with_backups: Path, earlier: EarlierBackups
) -> None:
    old = [own.path for own in backups(with_backups)]
    done = protect(with_backups, SECRET, earlier)
    if earlier is EarlierBackups.REMOVE:
        assert list(done.removed) == old
        assert leaked(with_backups.parent) == []
    else:
        assert list(done.left) == old
        assert not any(is_protected(own) for own in old)
        open_case(with_backups, passphrase=SECRET).close()
        with open_case(with_backups, passphrase=SECRET) as store:
            store.perform(put(Party("THREE", "New")))
        assert is_protected(backups(with_backups)[-1].path)


def test_changing_the_passphrase(with_backups: Path) -> None:
    protect(with_backups, SECRET)
    before = history(with_backups, SECRET)
    done = change_passphrase(with_backups, SECRET, "another one")
    assert len(done.protected) == 2
    assert history(with_backups, "another one") == before
    for path in (with_backups, *done.protected):
        assert not passphrase_opens(path, SECRET)
        assert passphrase_opens(path, "another one")


def test_a_backup_under_yet_another_passphrase_is_left_and_named(with_backups: Path) -> None:
    protect(with_backups, SECRET)
    stray = backups(with_backups)[0].path
    stray.write_bytes(random.Random(1).randbytes(8192))
    done = change_passphrase(with_backups, SECRET, "another one")
    assert done.left == (stray,)


def test_what_cannot_be_protected_is_left_as_it_is(closed_sample: Path, protected_copy: Path) -> None:
    with open_case(closed_sample), pytest.raises(LockedCaseError):
        protect(closed_sample, SECRET)
    with untouched(closed_sample.parent):
        with pytest.raises(CaseError, match="protected already"):
            protect(protected_copy, "another one")
        with pytest.raises(CaseError, match="no passphrase yet"):
            change_passphrase(closed_sample, SECRET, "another one")
    change(closed_sample, "PRAGMA foreign_keys = OFF", "DELETE FROM parties WHERE code = 'BAK'")
    with untouched(closed_sample.parent), pytest.raises(DamagedCaseError):
        protect(closed_sample, SECRET)


@pytest.fixture
def protected_copy(tmp_path: Path, made_once: bytes) -> Path:
    path = tmp_path / "protected.positions"
    path.write_bytes(made_once)
    return path


def test_a_copy_that_is_not_the_same_is_not_put_in_place(
    closed_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.protecting._same", lambda *_: False)
    with untouched(closed_sample.parent), pytest.raises(CaseError, match="nothing was changed"):
        protect(closed_sample, SECRET)


def test_a_hard_link_to_the_old_file_is_not_written_over(closed_sample: Path, tmp_path: Path) -> None:
    link = tmp_path / "snapshot.positions"
    os.link(closed_sample, link)
    before = link.read_bytes()
    protect(closed_sample, SECRET)
    assert link.read_bytes() == before
    assert dump(link)


def test_a_protected_case_of_an_earlier_revision_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "a.positions"
    with closing(sqlite3.connect(path)) as connection:
        kept = ROOT / "tests" / "migrations" / "revisions" / "0001.sql"
        connection.execute("PRAGMA application_id = 1347375959")
        connection.executescript(kept.read_text(encoding="utf-8"))
    before = history(path)
    protect(path, SECRET)
    with open_case(path, passphrase=SECRET) as store:
        assert store.read_case() == before[0]
    assert all(is_protected(own.path) for own in backups(path))
    assert len(backups(path)) == 1
