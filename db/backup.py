"""Backups: whole copies of a case beside it, made by SQLite itself and checked after writing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from db.engine import connect, uri
from db.errors import damaged, spoken
from db.examine import examine, findings, undisturbed
from db.lock import live_holder
from workbench.ports import MissingFileError, StorageError

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
SUFFIX = ".positions"


class HasPath(Protocol):
    """An open case."""

    @property
    def path(self) -> Path:
        """The file."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a case."""

    path: Path
    made_at: datetime
    size: int


def backup_folder(case: Path) -> Path:
    """Return where the backups of a case lie."""
    file = case.resolve()
    return file.with_name(file.name + ".backups")


def backups(case: Path) -> tuple[Backup, ...]:
    """Return the backups of a case, oldest first."""
    found = [_backup(path) for path in backup_folder(case).glob(f"*{SUFFIX}")]
    return tuple(sorted((own for own in found if own), key=lambda own: own.made_at))


def _backup(path: Path) -> Backup | None:
    stamp = path.name.removesuffix(SUFFIX)[-len("2000-01-01T000000.000000Z") :]
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None  # a file that somebody else put there
    return Backup(path, made_at, path.stat().st_size)


def backup_case(case: Path | HasPath) -> Path:
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
    return backup_file(case if isinstance(case, Path) else case.path)


def backup_file(path: Path) -> Path:
    """Back up the file of a case."""
    path = path.resolve()
    if not path.exists():
        raise MissingFileError(f"There is no file {path}. Check the name.")
    folder = backup_folder(path)
    made_at = datetime.now(UTC).strftime(_STAMP)
    target = folder / f"{path.name.removesuffix(SUFFIX)}-{made_at}{SUFFIX}"
    draft = folder / f".{uuid4().hex}"
    beside_others = live_holder(path) is not None
    with spoken(path), undisturbed(path, beside_others=beside_others) as source:
        found = findings(source, thorough=False)
        if found:
            raise damaged(path, found[0])
        folder.mkdir(exist_ok=True)
        try:
            _copy(source, draft)
            _check(draft)
            shutil.copymode(path, draft)
            draft.rename(target)
        finally:
            draft.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, target: Path) -> None:
    target.touch(mode=0o600)
    with closing(connect(uri(target, mode="rw"))) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()


def _check(target: Path) -> None:
    try:
        examine(target)
    except Exception as error:
        raise StorageError(
            f"The backup in {target.parent} was written but cannot be read back, and was removed; "
            "the case itself is as it was. Check the disk."
        ) from error
