from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from db.errors import spoken
from workbench.domain.errors import CaseError
from workbench.ports import DamagedCaseError, LockedCaseError, StorageError

PATH = Path("/folder/talks.positions")


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said in SQLite's own words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected", "words"),
    [
        (sqlite3.SQLITE_FULL, StorageError, "is full"),
        (sqlite3.SQLITE_READONLY, StorageError, "may not be written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, StorageError, "may not be written"),
        (sqlite3.SQLITE_IOERR, StorageError, "could not be read or written"),
        (sqlite3.SQLITE_IOERR_FSYNC, StorageError, "could not be read or written"),
        (sqlite3.SQLITE_BUSY, LockedCaseError, "another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LockedCaseError, "another program"),
        (sqlite3.SQLITE_CORRUPT, DamagedCaseError, "damaged"),
        (sqlite3.SQLITE_NOTADB, DamagedCaseError, "damaged"),
    ],
)
def test_the_users_world_is_told_in_words(code: int, expected: type[CaseError], words: str) -> None:
    for error in (sqlite_error(code), OperationalError("SELECT 1", (), sqlite_error(code))):
        with pytest.raises(expected, match=words) as caught, spoken(PATH):
            raise error
        assert "talks.positions" in str(caught.value)
        assert "SQLite" not in str(caught.value)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.EIO, "could not be read or written"),
    ],
)
def test_the_system_is_told_in_words(number: int, words: str) -> None:
    with pytest.raises(StorageError, match=words), spoken(PATH):
        raise OSError(number, "said by the system")


def test_bytes_that_are_no_text_are_damage() -> None:
    with pytest.raises(DamagedCaseError), spoken(PATH):
        sqlite3.connect(":memory:").execute("SELECT CAST(x'ff' AS TEXT)").fetchone()


@pytest.mark.parametrize(
    "bug",
    [
        sqlite_error(sqlite3.SQLITE_ERROR),
        OperationalError("SELEC 1", (), sqlite_error(sqlite3.SQLITE_ERROR)),
        IntegrityError("INSERT", (), sqlite_error(sqlite3.SQLITE_CONSTRAINT)),
        sqlite3.ProgrammingError("closed"),
        KeyError("x"),
    ],
)
def test_our_own_bug_is_let_through(bug: Exception) -> None:
    with pytest.raises(type(bug)) as caught, spoken(PATH):
        raise bug
    assert caught.value is bug
