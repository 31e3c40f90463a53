from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

import db.migrating
from db.case_file import create_case, open_case
from db.engine import APPLICATION_ID, make_engine
from db.migrating import migrate, migration_config
from db.revision import HEAD, KNOWN
from db.schema import METADATA
from tests.db.samples import sample_import
from tests.db.test_case_file import listing
from workbench.ports import DamagedCaseError


def schema(path: Path) -> dict[str, str]:
    """Return the statements that made every table and index, white space and quotes set aside."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {f"{kind} {name}": re.sub(r'[\s"]+', "", sql or "") for kind, name, sql in rows}


def empty(path: Path) -> Path:
    """Make a file of our own kind with nothing in it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


def test_creating_equals_migrating_from_nothing(tmp_path: Path) -> None:
    created, migrated = tmp_path / "created.positions", empty(tmp_path / "migrated.positions")
    create_case(created).close()
    migrate(migrated)
    assert schema(created) == schema(migrated)
    assert len(schema(created)) > 30
    with closing(sqlite3.connect(migrated)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    with open_case(migrated) as store:
        store.perform(sample_import())
        assert len(store.read_case().positions) == 97


def test_alembic_finds_no_difference(tmp_path: Path) -> None:
    for make in (lambda path: create_case(path).close(), lambda path: migrate(empty(path))):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.positions"
        make(path)
        engine = make_engine(path, read_only=True)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection)
            assert compare_metadata(context, METADATA) == []
        engine.dispose()


def test_a_difference_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "a.positions"
    create_case(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE parties DROP COLUMN notes")
    engine = make_engine(path, read_only=True)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()


def test_the_known_revisions_are_those_there_are() -> None:
    script = ScriptDirectory.from_config(migration_config())
    assert tuple(own.revision for own in reversed(list(script.walk_revisions()))) == KNOWN
    assert script.get_heads() == [HEAD]


def test_migrating_a_file_of_the_head_revision_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.positions"
    create_case(path, fill=sample_import()).close()
    before = listing(tmp_path)
    migrate(path)
    assert listing(tmp_path) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM influences", "influences would lose records"),
        ("DELETE FROM parties WHERE code = 'BAK'", "would lose records"),
        ("INSERT INTO event_parties VALUES (1, 99, 4711)", "event_parties would lose records"),
    ],
)
def test_a_migration_that_would_lose_something_is_not_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str, told: str
) -> None:
    """Foreign keys are off while it runs, so nothing else would stop it."""
    path = tmp_path / "a.positions"
    create_case(path, fill=sample_import()).close()

    def upgrade(config: object, revision: str) -> None:
        del revision
        connection: Connection = config.attributes["connection"]  # type: ignore[attr-defined]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
        connection.exec_driver_sql("ALTER TABLE parties ADD COLUMN nickname TEXT")
        connection.exec_driver_sql(statement)

    monkeypatch.setattr(db.migrating.command, "upgrade", upgrade)
    before = schema(path)
    with pytest.raises(DamagedCaseError, match=told):
        migrate(path)
    assert schema(path) == before
    with open_case(path) as store:
        assert len(store.read_case().influences) == 26
    assert [own.name for own in tmp_path.iterdir()] == [path.name]


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.positions"
    create_case(path, fill=sample_import()).close()
    before = listing(tmp_path)

    def upgrade(config: object, revision: str) -> None:
        del revision
        connection: Connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE terms")
        raise ZeroDivisionError

    monkeypatch.setattr(db.migrating.command, "upgrade", upgrade)
    with pytest.raises(ZeroDivisionError):
        migrate(path)
    assert listing(tmp_path) == before


def test_an_earlier_revision_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one revision so far: one that comes before it is made up here."""
    path = tmp_path / "a.positions"
    create_case(path, fill=sample_import()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")

    def upgrade(config: object, revision: str) -> None:
        connection: Connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))

    monkeypatch.setattr(db.migrating.command, "upgrade", upgrade)
    monkeypatch.setattr("db.examine.KNOWN", ("0000", *KNOWN))
    before = listing(tmp_path)
    with open_case(path, read_only=True) as store:  # in a private copy
        assert len(store.read_case().positions) == 97
    assert listing(tmp_path) == before
    with open_case(path) as store:
        assert len(store.read_case().positions) == 97
    kept = list((tmp_path / "a.positions.backups").iterdir())
    assert len(kept) == 1
    with closing(sqlite3.connect(kept[0])) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]
