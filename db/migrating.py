"""Bringing a file of an earlier revision up to date; the only module that imports Alembic."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

import migrations
from db.cipher import Key
from db.engine import WRITES, make_engine
from db.errors import spoken
from db.revision import HEAD, VERSION_TABLE
from db.schema import METADATA
from workbench.domain.saying import translate
from workbench.ports import DamagedCaseError


def migration_config() -> Config:
    """Return where the revisions lie; no file of settings is needed."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["target_metadata"] = METADATA
    return config


def migrate(path: Path, key: Key | None = None, revision: str = HEAD) -> None:
    """Bring the file to a revision, in one transaction.

    Foreign keys are off while tables are rebuilt, since they would empty the tables that hang on
    them; before anything is committed every key is checked, and that no table has lost a row.

    Raises
    ------
    DamagedCaseError
        If the file would not be sound afterwards; it is as it was.
    """
    engine = make_engine(path, key, plain_journal=True)
    try:
        with spoken(path), engine.connect() as connection:
            _foreign_keys(connection, on=False)
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                _upgrade(writing, path, revision)
            _foreign_keys(connection, on=True)
    finally:
        engine.dispose()


def _upgrade(connection: Connection, path: Path, revision: str) -> None:
    before = row_counts(connection)
    config = migration_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    after = row_counts(connection)
    lost = [table for table, count in before.items() if after.get(table, count) < count]
    if broken or lost:
        tables = ", ".join(lost or sorted({row[0] for row in broken}))
        said = translate(
            "CaseFile",
            "{0} could not be brought up to date: {1} would lose records. The file was left as it is; a "
            "backup lies beside it. Please report this.",
        )
        raise DamagedCaseError(said.format(path.name, tables))


def row_counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of each table of ours."""
    statement = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [row[0] for row in connection.exec_driver_sql(statement)]
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in names
        if name != VERSION_TABLE
    }


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch foreign keys outside any transaction; inside one the pragma does nothing."""
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
