"""Going back to a backup; what was there before is kept first, whatever state it is in."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from db.backup import SUFFIX, backup_file, backup_folder, copy_file, new_name, sync_folder
from db.case_file import fold_leftovers
from db.cipher import Key, Keyring
from db.contents import contents_of
from db.engine import reading_connection
from db.errors import refuse_read_only, spoken
from db.examine import examine, has_side_files, undisturbed
from db.lock import CaseLock
from db.replacing import draft_beside, put_in_place
from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.keeping import Restored
from workbench.ports import LockedCaseError, MissingFileError, StorageError


def restore_case(
    path: Path, backup: Path, *, passphrase: str | None = None, backup_passphrase: str | None = None
) -> Restored:
    """Put a backup in the place of the case; the file that is there becomes a backup first.

    A file that is damaged, or that the passphrase does not open, is kept as it is, byte for byte,
    in the folder of the backups.

    Parameters
    ----------
    path : Path
        The case; it may be missing.
    backup : Path
        The backup.
    passphrase : str, optional
        Of the case.
    backup_passphrase : str, optional
        Of the backup, where it was made under another one.

    Raises
    ------
    MissingFileError
        If there is no such backup.
    CaseFileError
        If the backup is damaged or no case, or somebody has the case open.
    CaseError
        If the backup is that of another case.
    StorageError
        If the folder cannot be written; nothing was changed.
    """
    path, backup = Path(path).resolve(), Path(backup).resolve()
    if not backup.exists():
        said = translate("CaseFile", "There is no file {0}. `workbench info` lists the backups of a case.")
        raise MissingFileError(said.format(backup))
    key = Keyring(backup_passphrase or passphrase).key_for(backup)
    examine(backup, key)
    lock = CaseLock(path)
    with spoken(path), ExitStack() as locked:
        lock.take()
        locked.callback(lock.release)
        if path.exists():
            refuse_read_only(path)
        kept = _keep_present(path, backup, key, passphrase) if path.exists() else None
        _put(path, backup, key)
        return Restored(kept, contents_of(path, key))


def _keep_present(path: Path, backup: Path, backup_key: Key | None, passphrase: str | None) -> Path:
    try:
        key = Keyring(passphrase).key_for(path)
        examine(path, key)
        fold_leftovers(path, key)
        is_same = case_uuid(path, key) == case_uuid(backup, backup_key)
    except (LockedCaseError, StorageError):
        raise
    except CaseError:
        return _set_aside(path)
    if not is_same:
        said = translate(
            "CaseFile",
            "{0} is a backup of another case than {1}; nothing was changed. To open it, copy it to a place "
            "of its own.",
        )
        raise CaseError(said.format(backup.name, path.name))
    return backup_file(path, key, spare=backup)


def case_uuid(path: Path, key: Key | None) -> str:
    """Return what tells this case from others; copies bear the same."""
    with closing(reading_connection(path, key)) as connection:
        return uuid_of(connection)


def uuid_of(connection: sqlite3.Connection) -> str:
    """Return what tells the case from others."""
    return str(connection.execute("SELECT uuid FROM case_file").fetchone()[0])


def _set_aside(path: Path) -> Path:
    """Keep a file that cannot be backed up, with what lies beside it, as it is."""
    folder = backup_folder(path)
    with spoken(folder):
        folder.mkdir(exist_ok=True)
        aside = folder / (new_name(path).removesuffix(SUFFIX) + ".damaged")
        for side in ("", "-wal", "-journal"):
            own = path.with_name(path.name + side)
            if own.exists():
                shutil.copyfile(own, aside.with_name(aside.name + side))
        sync_folder(folder)
    return aside


def _put(path: Path, backup: Path, key: Key | None) -> None:
    with draft_beside(path) as draft:
        with undisturbed(backup, key) as source:
            copy_file(source, draft, key)
        examine(draft, key)
        shutil.copymode(path if path.exists() else backup, draft)
        if has_side_files(path):  # they belong to the file that goes, and would be read into the new one
            for side in ("-wal", "-shm", "-journal"):
                path.with_name(path.name + side).unlink(missing_ok=True)
        put_in_place(draft, path)
