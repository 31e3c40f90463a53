"""What a case file holds, in figures: enough to tell one copy from another, and one day from another."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.cipher import Key
from db.engine import reading_connection
from db.errors import spoken
from db.specs import SPECS
from workbench.domain.labels import Label
from workbench.keeping import Contents, LastChange


def contents(connection: sqlite3.Connection) -> Contents:
    """Return what the file holds, whatever its revision."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = {
        name: int(connection.execute(f"SELECT count(*) FROM {spec.table.name}").fetchone()[0])  # noqa: S608
        for name, spec in SPECS.items()
        if spec.table.name in there
    }
    return Contents(counts, *last_change(connection))


def last_change(connection: sqlite3.Connection) -> tuple[int, LastChange | None]:
    """Return how many operations there were, and the last of them."""
    statement = "SELECT id, uuid, label, author, at FROM operations ORDER BY id DESC LIMIT 1"
    row = connection.execute(statement).fetchone()
    if row is None:
        return 0, None
    number, operation, label, author, at = row
    return int(number), LastChange(operation, Label(label), author, at)


def contents_of(path: Path, key: Key | None = None) -> Contents:
    """Return what a closed file holds, such as a backup; the file is left as it is."""
    with spoken(path), closing(reading_connection(path, key)) as connection:
        return contents(connection)


def last_change_of(path: Path, key: Key | None = None) -> tuple[int, LastChange | None]:
    """Return how many operations a file holds, and the last of them."""
    with spoken(path), closing(reading_connection(path, key)) as connection:
        return last_change(connection)
