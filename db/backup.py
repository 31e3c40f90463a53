"""Backups: whole copies of a case beside it, made by SQLite itself and checked after writing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from db.cipher import Key, Keyring, is_protected
from db.contents import contents, contents_of
from db.engine import connect, uri
from db.errors import damaged, spoken
from db.examine import examine, findings, undisturbed
from db.lock import live_holder
from db.thinning import superfluous
from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.keeping import Backup, ListedBackup
from workbench.ports import MissingFileError, StorageError

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
SUFFIX = ".positions"


class HasPath(Protocol):
    """An open case."""

    @property
    def path(self) -> Path:
        """The file."""


def backup_folder(case: Path) -> Path:
    """Return where the backups of a case lie."""
    file = case.resolve()
    return file.with_name(file.name + ".backups")


def backups(case: Path) -> tuple[Backup, ...]:
    """Return the backups of a case, oldest first."""
    found = [_backup(path) for path in backup_folder(case).glob(f"*{SUFFIX}")]
    return tuple(sorted((own for own in found if own), key=lambda own: own.made_at))


def list_backups(case: Path, passphrase: str | None = None) -> tuple[ListedBackup, ...]:
    """Return the backups of a case with what each contains, oldest first."""
    keys = Keyring(passphrase)
    return tuple(_listed(own, keys) for own in backups(case))


def _listed(backup: Backup, keys: Keyring) -> ListedBackup:
    try:
        return ListedBackup(backup, contents_of(backup.path, keys.key_for(backup.path)))
    except CaseError as error:
        return ListedBackup(backup, None, str(error))


def _backup(path: Path) -> Backup | None:
    stamp = path.name.removesuffix(SUFFIX)[-len("2000-01-01T000000.000000Z") :]
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None  # a file that somebody else put there
    return Backup(path, made_at, path.stat().st_size, is_protected(path))


def backup_case(case: Path | HasPath, passphrase: str | None = None) -> Path:
    """Back up a case, open or closed, and return the backup.

    Raises
    ------
    MissingFileError
        If there is no such file.
    CaseFileError
        If the case is damaged or none: no backup is made of it.
    StorageError
        If the backup cannot be written, or is not sound once it is.
    """
    path = (case if isinstance(case, Path) else case.path).resolve()
    if not path.exists():
        said = translate("CaseFile", "There is no file {0}. Check the name.")
        raise MissingFileError(said.format(path))
    return backup_file(path, Keyring(passphrase).key_for(path))


def backup_file(path: Path, key: Key | None = None, *, spare: Path | None = None) -> Path:
    """Back up the file of a case under its own key, then let go of backups that are no longer needed.

    One that is to be restored is spared.
    """
    folder = backup_folder(path)
    target, draft = folder / new_name(path), folder / f".{uuid4().hex}"
    beside_others = live_holder(path) is not None
    with spoken(path), undisturbed(path, key, beside_others=beside_others) as source, spoken(folder):
        _make_folder(folder)
        try:
            _write(source, draft, key)
            shutil.copymode(path, draft)
            draft.rename(target)
            sync_folder(folder)
        except Exception:
            _refuse_damaged(source, path)
            raise
        finally:
            draft.unlink(missing_ok=True)
    _thin(path, spare)
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        said = translate(
            "CaseFile", "There is a file where the folder {0} for backups belongs. Move that file away."
        )
        raise StorageError(said.format(folder)) from error


def new_name(path: Path) -> str:
    """Return the name of a backup made now."""
    return f"{path.name.removesuffix(SUFFIX)}-{datetime.now(UTC).strftime(_STAMP)}{SUFFIX}"


def sync_file(path: Path) -> None:
    """Bring what was written to a file onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(source: sqlite3.Connection, draft: Path, key: Key | None) -> None:
    """Copy one state of the file, and make sure that the copy is whole and holds the same."""
    source.execute("BEGIN")
    try:
        copy_file(source, draft, key)
        held = contents(source)
    finally:
        source.execute("ROLLBACK")
    try:
        examine(draft, key)
        same = contents_of(draft, key) == held
    except CaseError:
        same = False
    if not same:
        said = translate(
            "CaseFile",
            "The backup in {0} was written but cannot be read back, and was removed; the case itself is as "
            "it was. Check the disk.",
        )
        raise StorageError(said.format(draft.parent))


def copy_file(source: sqlite3.Connection, target: Path, key: Key | None) -> None:
    """Copy a whole file over its connection into a new one, under the same key."""
    target.touch(mode=0o600)
    with closing(connect(uri(target, mode="rw"), key)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()


def _refuse_damaged(source: sqlite3.Connection, path: Path) -> None:
    """Say that it is the case itself that is damaged, where it is."""
    found = findings(source, thorough=False)
    if found:
        raise damaged(path, found[0])


def _thin(path: Path, spare: Path | None) -> None:
    made = {own.made_at: own.path for own in backups(path)}
    remove(made[at] for at in superfluous(made) if made[at] != spare)


def remove(paths: Iterable[Path]) -> None:
    """Remove backups that are no longer needed; one that stays does no harm."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
