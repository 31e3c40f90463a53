"""SQLite's and the system's errors told apart: the user's world, and our own bug.

What belongs to the user's world (a full disk, a locked or damaged file) becomes an error that says
what happened, to what, and what to do. Everything else is let through as it is.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.ports import DamagedCaseError, LockedCaseError, StorageError

_HARDLY_ANY_ROOM = 128 * 1024


def _full(path: Path) -> CaseError:
    said = translate(
        "CaseFile", "The disk with {0} is full; nothing was changed. Make room on it, then try again."
    )
    return StorageError(said.format(path.name))


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANY_ROOM
    except OSError:
        return False


def _read_only(path: Path) -> CaseError:
    said = translate(
        "CaseFile",
        "{0} or its folder {1} may not be written; nothing was changed. Ask for permission to write there, "
        "or work on a copy in a folder of your own.",
    )
    return StorageError(said.format(path.name, path.parent))


def _gone(path: Path) -> CaseError:
    """Return the error for a file that was taken away while it was open; its log stayed where it was."""
    said = translate(
        "CaseFile",
        "{0} is no longer in {1}: it was renamed, moved or removed while it was open; nothing was changed. "
        "Put it back there under its name, then try again.",
    ).format(path.name, path.parent)
    log = _log(path)
    if log.exists():
        last = translate("CaseFile", "What was recorded last lies in {0}: leave it there until then.")
        said = f"{said} {last.format(log.name)}"
    return StorageError(said)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def refuse_gone(path: Path) -> None:
    """Say so before anything is written into a file that is no longer under its name.

    Raises
    ------
    StorageError
        If it is not there: what was written would not be found again.
    """
    if path.parent.is_dir() and not path.exists():
        raise _gone(path)


def _unreachable(path: Path) -> CaseError:
    if _has_no_room(path):  # not every part of SQLite tells this from other trouble
        return _full(path)
    if _log(path).exists() and not path.exists():
        return _gone(path)
    said = translate(
        "CaseFile",
        "{0} could not be read or written; nothing was changed. Check that the disk with {1} is connected "
        "and sound, then try again.",
    )
    return StorageError(said.format(path.name, path.parent))


def locked(path: Path) -> CaseError:
    """Return the error for a file that another program is using."""
    said = translate(
        "CaseFile",
        "{0} is in use by another program; nothing was changed. Close it there, then try again.",
    )
    return LockedCaseError(said.format(path.name))


def damaged(path: Path, detail: str = "") -> CaseError:
    """Return the error for a file of which parts cannot be read."""
    if detail:
        said = translate("CaseFile", "{0} is damaged ({1}); the file was left as it is.")
    else:
        said = translate("CaseFile", "{0} is damaged; the file was left as it is.")
    return DamagedCaseError(f"{said.format(path.name, detail)} {way_back(path)}")


def way_back(path: Path) -> str:
    """Return what to do where a file cannot be used any more."""
    folder = path.with_name(path.name + ".backups")
    if folder.is_dir() and any(folder.iterdir()):
        said = translate("CaseFile", "Go on with the last backup in {0}, and keep the damaged file.")
        return said.format(folder.name)
    return translate(
        "CaseFile", "There is no backup beside it: look for a copy elsewhere, and keep the damaged file."
    )


_BY_CODE: dict[int, Callable[[Path], CaseError]] = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_CANTOPEN: _unreachable,
    sqlite3.SQLITE_IOERR: _unreachable,
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}
_BY_ERRNO: dict[int, Callable[[Path], CaseError]] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EROFS: _read_only,
    errno.EACCES: _read_only,
    errno.EPERM: _read_only,
}


_BY_WORDS = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "access permission denied": sqlite3.SQLITE_PERM,
    "unable to open database": sqlite3.SQLITE_CANTOPEN,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database table is locked": sqlite3.SQLITE_LOCKED,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
"""What SQLite says with each code; of what fails inside an export it passes on no more than this."""


def in_words(error: BaseException, path: Path) -> CaseError | None:
    """Return the error as a person should read it, none where it is a bug of ours."""
    if isinstance(error, DBAPIError) and isinstance(error.orig, BaseException):
        return in_words(error.orig, path)
    if is_of_the_driver(error):
        return _of_sqlite(error, path)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, _unreachable)(path)
    return None


def is_of_the_driver(error: BaseException) -> bool:
    """Return whether SQLite said it, through either driver; that of protected files may not be there."""
    return isinstance(error, sqlite3.Error) or type(error).__module__.startswith("sqlcipher3.")


def _of_sqlite(error: BaseException, path: Path) -> CaseError | None:
    code, said = getattr(error, "sqlite_errorcode", None), str(error)
    if code is None and "decode to UTF-8" in said:  # the driver says this itself of bytes that are no text
        return damaged(path)
    if code in (None, sqlite3.SQLITE_ERROR):
        code = next((own for words, own in _BY_WORDS.items() if said.startswith(words)), 0)
    found = _BY_CODE.get(code & 0xFF)
    return found(path) if found else None


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn errors of the user's world into plain sentences about the file."""
    try:
        yield
    except Exception as error:
        words = in_words(error, path)
        if words is None:
            raise
        raise words from error


def refuse_read_only(*files: Path) -> None:
    """Say so before anything is begun where one of the files may not be written.

    Raises
    ------
    StorageError
        If one of them may not be; nothing was changed.
    """
    for own in files:
        with spoken(own), own.open("rb+"):
            pass
