"""Setting and changing the passphrase of a case: into a new file, compared, then put in place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing
from itertools import zip_longest
from pathlib import Path
from typing import cast

from db.backup import backup_folder, backups
from db.case_file import fold_leftovers
from db.cipher import Key, Keyring, is_protected, new_key
from db.engine import APPLICATION_ID, driver, reading_connection, uri
from db.errors import refuse_read_only, spoken
from db.examine import examine, read_header
from db.lock import CaseLock
from db.replacing import clear_drafts, draft_beside, put_in_place
from db.scrubbing import discard
from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.keeping import EarlierBackups, Rekeyed
from workbench.ports import StorageError


def protect(path: Path, passphrase: str, earlier: EarlierBackups = EarlierBackups.PROTECT) -> Rekeyed:
    """Protect a closed case with a passphrase.

    Parameters
    ----------
    path : Path
        The case.
    passphrase : str
        From now on nobody opens it without; nobody can find it out either.
    earlier : EarlierBackups
        What becomes of the backups that anybody can read.

    Raises
    ------
    CaseError
        If it is protected already, or the passphrase is empty.
    CaseFileError, StorageError
        If it cannot be opened or written; it is as it was.
    """
    path = Path(path).resolve()
    if is_protected(path):
        said = translate(
            "CaseFile", "{0} is protected already; nothing was changed. Change its passphrase instead."
        )
        raise CaseError(said.format(path.name))
    return _rekeyed(path, Keyring(None), new_key(passphrase), earlier)


def change_passphrase(
    path: Path, old: str, new: str, earlier: EarlierBackups = EarlierBackups.PROTECT
) -> Rekeyed:
    """Change the passphrase of a closed case.

    Raises
    ------
    WrongPassphraseError
        If the old one does not open it; nothing was changed.
    CaseError
        If it has no passphrase, or the new one is empty.
    CaseFileError, StorageError
        If it cannot be opened or written; it is as it was.
    """
    path = Path(path).resolve()
    keys = Keyring(old)
    read = keys.key_for(path)
    read_header(path, read)
    if read is None:
        said = translate(
            "CaseFile", "{0} has no passphrase yet; nothing was changed. Protect it with one first."
        )
        raise CaseError(said.format(path.name))
    return _rekeyed(path, keys, new_key(new), earlier)


def _rekeyed(path: Path, keys: Keyring, key: Key, earlier: EarlierBackups) -> Rekeyed:
    lock = CaseLock(path)
    with spoken(path), ExitStack() as locked:
        read_header(path, keys.key_for(path))
        lock.take()
        locked.callback(lock.release)
        refuse_read_only(path)
        own = keys.key_for(path)
        examine(path, own)
        fold_leftovers(path, own)
        clear_drafts(path, older_than=0)
        _rewrite(path, own, key)
        return _earlier(path, keys, key, earlier)


def _earlier(path: Path, keys: Keyring, key: Key, earlier: EarlierBackups) -> Rekeyed:
    protected: list[Path] = []
    removed: list[Path] = []
    for own in backups(path):
        if earlier is EarlierBackups.REMOVE:
            discard(own.path)
            removed.append(own.path)
        elif earlier is EarlierBackups.PROTECT and _protected(own.path, keys, key):
            protected.append(own.path)
    done = {*protected, *removed}
    folder = backup_folder(path)
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return Rekeyed(tuple(protected), tuple(removed), tuple(own for own in files if own not in done))


def _protected(backup: Path, keys: Keyring, key: Key) -> bool:
    """Bring a backup under the new key; one that cannot be is left and told."""
    try:
        with spoken(backup):
            own = keys.key_for(backup)
            examine(backup, own)
            _rewrite(backup, own, key)
    except CaseError:
        return False
    return True


def _rewrite(path: Path, old: Key | None, new: Key) -> None:
    """Write the file anew under the new key, compare, and put it in the old one's place."""
    with draft_beside(path) as draft:
        _export(path, old, draft, new)
        examine(draft, new)
        if not _same(path, old, draft, new):
            said = translate("CaseFile", "The protected copy of {0} is not the same; nothing was changed.")
            raise StorageError(said.format(path.name))
        shutil.copymode(path, draft)
        put_in_place(draft, path, scrub=True)


def _export(path: Path, old: Key | None, draft: Path, new: Key) -> None:
    draft.touch(mode=0o600)
    opened = driver(new).connect(uri(path, mode="rw"), uri=True, isolation_level=None)
    with closing(cast("sqlite3.Connection", opened)) as connection:
        for pragma in ("cipher_log_level = NONE", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        if old is not None:
            connection.execute(f"PRAGMA key = {old.literal}")
        connection.execute(f"ATTACH ? AS made KEY {new.literal}", (uri(draft, mode="rwc"),))
        connection.execute("SELECT sqlcipher_export('made')").fetchall()
        connection.execute(f"PRAGMA made.application_id = {APPLICATION_ID}")
        connection.execute("DETACH made")


def _same(path: Path, key: Key | None, other: Path, other_key: Key) -> bool:
    with (
        closing(reading_connection(path, key)) as left,
        closing(reading_connection(other, other_key)) as right,
    ):
        schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        tables = [row[1] for row in left.execute(schema) if row[0] == "table"]
        selects = [schema, *(f'SELECT * FROM "{name}"' for name in tables)]  # noqa: S608
        return all(_same_rows(left, right, select) for select in selects)


def _same_rows(left: sqlite3.Connection, right: sqlite3.Connection, select: str) -> bool:
    pairs = zip_longest(left.execute(select), right.execute(select))
    return all(one == other for one, other in pairs)
