"""The revisions of a case file that this program knows, without the library that migrates."""

from __future__ import annotations

KNOWN = ("0001", "0002")
"""Every revision, oldest first."""

HEAD = KNOWN[-1]
"""The revision that this program writes."""

VERSION_TABLE = "alembic_version"

STAMP = (
    f"CREATE TABLE {VERSION_TABLE} "
    "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""Creates the table in which a file says of which revision it is."""

STAMP_HEAD = f"INSERT INTO {VERSION_TABLE} (version_num) VALUES ('{HEAD}')"  # noqa: S608
"""Marks a new file as being of the head revision."""
