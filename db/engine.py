"""The engine: how a connection to a case file is made, and what every one of them promises.

An edit is on disk when its transaction has committed (``synchronous`` FULL), what is deleted is
overwritten (``secure_delete``), and nothing in the file can run code of its own (``trusted_schema``
off).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import ModuleType
from typing import cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from db.cipher import Key

APPLICATION_ID = 0x504F5357
"""``POSW``, in the header of every case file."""

BUSY_MILLISECONDS = 1500
"""How long to wait for somebody else's transaction before saying that the file is locked."""

CACHE_KIBIBYTES = 128 * 1024
"""How many pages are kept at most; with too few of them a large import writes the same page many times."""

WRITES = "case_writes"
"""Execution option of a connection whose transactions write."""


def driver(key: Key | None) -> ModuleType:
    """Return the driver: Python's own, or SQLCipher's for a protected file, imported for such only."""
    if key is None:
        return sqlite3
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - most cases never need it

    return cast("ModuleType", dbapi2)


def uri(path: Path, **parameters: str) -> str:
    """Return the path as an SQLite URI with the parameters given."""
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"file:{quote(path.resolve().as_posix())}?{query}"


def connect(address: str, key: Key | None = None) -> sqlite3.Connection:
    """Open a connection that may be handed from thread to thread and begins nothing by itself."""
    opened = driver(key).connect(
        address,
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    connection = cast("sqlite3.Connection", opened)
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {key.literal}")
        connection.execute("PRAGMA temp_store = MEMORY")  # a temporary file would be readable
    for pragma in ("foreign_keys = ON", "trusted_schema = OFF", f"cache_size = -{CACHE_KIBIBYTES}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def writing_connection(
    path: Path, key: Key | None = None, *, plain_journal: bool = False, draft: bool = False
) -> sqlite3.Connection:
    """Open the file for reading and writing; it must exist.

    A draft is a file that nobody relies on before it is whole: it goes to the disk once, at the end.
    """
    connection = connect(uri(path, mode="rw"), key)
    journal = "MEMORY" if draft else "DELETE" if plain_journal else "WAL"
    safety = "OFF" if draft else "FULL"
    for pragma in (f"journal_mode = {journal}", f"synchronous = {safety}", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def reading_connection(path: Path, key: Key | None = None, *, immutable: bool = False) -> sqlite3.Connection:
    """Open the file for reading only; an immutable one is read without any file beside it."""
    return connect(uri(path, mode="ro", **({"immutable": "1"} if immutable else {})), key)


def make_engine(
    path: Path,
    key: Key | None = None,
    *,
    read_only: bool = False,
    plain_journal: bool = False,
    draft: bool = False,
) -> Engine:
    """Return an engine over the file."""

    def create() -> sqlite3.Connection:
        if read_only:
            return reading_connection(path, key)
        return writing_connection(path, key, plain_journal=plain_journal, draft=draft)

    engine = create_engine("sqlite://", creator=create, module=driver(key), poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in SQLite too; one that will write waits its turn here rather than in the middle."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
