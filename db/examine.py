"""Is this file a case, whole, and of a revision we know? Asked without changing a byte of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.cipher import MAGIC, Key, Protection, protection
from db.engine import APPLICATION_ID, connect, reading_connection, uri
from db.errors import damaged, is_of_the_driver, spoken, way_back
from db.peeking import peek
from db.private_copies import private_copy, sides
from db.revision import KNOWN, VERSION_TABLE
from workbench.domain.saying import translate
from workbench.ports import (
    DamagedCaseError,
    MissingFileError,
    NewerCaseError,
    NotACaseError,
    PassphraseNeededError,
)

_HEADER_BYTES = 100
_WAL_VERSION = 2
_THOROUGH_BYTES = 32 * 1024 * 1024
"""Up to this size every index and key is compared as well, which takes no time to speak of."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a case file say."""

    application_id: int
    is_wal: bool


def read_header(path: Path, key: Key | None = None) -> Header:
    """Return what the first bytes say.

    Raises
    ------
    MissingFileError
        If there is no file.
    NotACaseError
        If it is no SQLite file, or that of another program.
    PassphraseNeededError
        If it is protected and no key is given.
    """
    if not path.exists():
        said = translate("CaseFile", "There is no file {0}. Check the name, or create the case first.")
        raise MissingFileError(said.format(path))
    if not path.is_file():
        said = translate("CaseFile", "{0} is a folder, not a case. Choose a file ending in .positions.")
        raise NotACaseError(said.format(path.name))
    with spoken(path):
        header = _header(path, key)
    if header.application_id != APPLICATION_ID:
        said = translate(
            "CaseFile", "{0} is a database of another program, not a case; the file was left as it is."
        )
        raise NotACaseError(said.format(path.name))
    return header


def _header(path: Path, key: Key | None) -> Header:
    if protection(path) is Protection.PROTECTED:
        if key is None:
            said = translate(
                "CaseFile", "{0} is protected with a passphrase, or no case. Give the passphrase to open it."
            )
            raise PassphraseNeededError(said.format(path.name))
        return _protected_header(path, key)
    head = peek(path, 0, _HEADER_BYTES)
    if len(head) < _HEADER_BYTES or not head.startswith(MAGIC):
        raise _no_case(path)
    return Header(int.from_bytes(head[68:72], "big"), head[18] == _WAL_VERSION or head[19] == _WAL_VERSION)


def _no_case(path: Path) -> NotACaseError:
    said = translate("CaseFile", "{0} is no case of Position Workbench; the file was left as it is.")
    folder = path.with_name(path.name + ".backups")
    hint = translate("CaseFile", "There are backups in {0}.").format(folder.name) if folder.is_dir() else ""
    return NotACaseError(f"{said.format(path.name)} {hint}".rstrip())


def _protected_header(path: Path, key: Key) -> Header:
    """Ask the file itself, over a connection that does not so much as look beside it."""
    with closing(reading_connection(path, key, immutable=True)) as connection:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return Header(int(application_id), journal == "wal")


@contextmanager
def undisturbed(
    path: Path, key: Key | None = None, *, beside_others: bool = False
) -> Iterator[sqlite3.Connection]:
    """Give a connection that leaves the file, and what lies beside it, as they are.

    A file that was not closed in order (its log lies beside it) is looked at in a private copy.
    """
    header = read_header(path, key)
    if beside_others or not has_side_files(path):
        immutable = header.is_wal and not beside_others
        with closing(reading_connection(path, key, immutable=immutable)) as connection:
            yield connection
        return
    with private_copy(path) as copy, closing(connect(uri(copy, mode="rw"), key)) as connection:
        yield connection


def has_side_files(path: Path) -> bool:
    """Whether a log of SQLite's lies beside the file."""
    return any(side.exists() and side.stat().st_size for side in sides(path))


def examine(path: Path, key: Key | None = None, *, beside_others: bool = False) -> str:
    """Return the revision of a case that is whole.

    Raises
    ------
    MissingFileError, NotACaseError, DamagedCaseError, NewerCaseError, LockedCaseError
        If it cannot be opened; nothing was changed.
    """
    with spoken(path), undisturbed(path, key, beside_others=beside_others) as connection:
        found = findings(connection, thorough=path.stat().st_size <= _THOROUGH_BYTES)
        if found:
            raise damaged(path, found[0])
        return _known_revision(connection, path)


def findings(connection: sqlite3.Connection, *, thorough: bool) -> list[str]:
    """Return what SQLite finds wrong with the file, nothing where it is whole."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        said = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
        keys = connection.execute("PRAGMA foreign_key_check").fetchall() if thorough else []
    except Exception as error:
        if not (is_of_the_driver(error) and _is_damage(error)):
            raise
        return [str(error)]
    lost = translate("Check", "an entry of {0} names a missing record of {1}")
    broken = [lost.format(table, parent) for table, _, parent, _ in keys]
    return [line for line in said if line != "ok"] + broken


def _is_damage(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _said_revisions(connection: sqlite3.Connection) -> list[tuple[str]] | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,)).fetchone():
        return None
    return connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall()  # noqa: S608


def _known_revision(connection: sqlite3.Connection, path: Path) -> str:
    found = _said_revisions(connection)
    if found is None:
        unsaid = translate(
            "CaseFile", "{0} does not say of which revision it is; the file was left as it is."
        )
        raise DamagedCaseError(f"{unsaid.format(path.name)} {way_back(path)}")
    if len(found) != 1 or found[0][0] not in KNOWN:
        revisions = ", ".join(str(row[0]) for row in found) or "–"
        newer = translate(
            "CaseFile",
            "{0} was written by a later version of the program (revision {1}); the file was left as it is. "
            "Update the program, then open it again.",
        )
        raise NewerCaseError(newer.format(path.name, revisions))
    return str(found[0][0])
