from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

import db.migrating
from db.backup import backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.engine import APPLICATION_ID, make_engine
from db.migrating import migrate, migration_config
from db.revision import HEAD, KNOWN
from db.schema import METADATA
from tests.db.files import listing
from tests.db.samples import sample_import
from workbench.domain.case import Case
from workbench.ports import DamagedCaseError


def schema(path: Path) -> dict[str, str]:
    """Return the statements that made every table and index, white space and quotes set aside."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {f"{kind} {name}": re.sub(r'[\s"]+', "", sql or "") for kind, name, sql in rows}


def earlier(path: Path, revision: str) -> Path:
    """Make the case that was kept of an earlier revision, with data in all tables."""
    kept = Path(__file__).with_name("revisions") / f"{revision}.sql"
    with closing(sqlite3.connect(empty(path))) as connection:
        connection.executescript(kept.read_text(encoding="utf-8"))
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but that of the revision."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608
            for (name,) in names
            if name != "alembic_version"
        }


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


EARLIER = KNOWN[:-1]


@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_revision_is_backed_up_and_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    path = earlier(tmp_path / "a.positions", revision)
    before, kept_rows = listing(tmp_path), rows(path)
    with open_case(path, read_only=True) as store:  # in a private copy
        case = store.read_case()
    assert listing(tmp_path) == before
    with open_case(path) as store:
        assert store.read_case() == case
        assert len(list(store.history())) == len(kept_rows["operations"])
    kept = list((tmp_path / "a.positions.backups").iterdir())
    assert len(kept) == 1
    assert rows(kept[0]) == kept_rows
    with closing(sqlite3.connect(kept[0])) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(revision,)]


KILLED_HALF_WAY = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
for table in ("journal", "parties", "positions"):
    connection.execute(f"DELETE FROM {table}")
os._exit(9)
"""


@pytest.mark.parametrize("revision", EARLIER)
def test_a_file_whose_migration_was_killed_half_way_opens(tmp_path: Path, revision: str) -> None:
    path = earlier(tmp_path / "a.positions", revision)
    with open_case(path, read_only=True) as store:
        before = store.read_case()
    subprocess.run([sys.executable, "-c", KILLED_HALF_WAY, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size, "the pages were not written before the kill"
    with open_case(path) as store:
        assert store.read_case() == before
    (kept,) = backups(path)
    assert check_case(kept.path).damage == ()
    assert check_case(path).damage == ()
    assert {own.name for own in tmp_path.iterdir()} == {path.name, f"{path.name}.backups"}


@pytest.mark.parametrize("revision", EARLIER)
def test_every_table_keeps_its_rows_and_its_history(tmp_path: Path, revision: str) -> None:
    path = earlier(tmp_path / "a.positions", revision)
    before = rows(path)
    assert all(before.values()), "the file that is kept has data in every table"
    migrate(path)
    after = rows(path)
    assert set(before) <= set(after)
    for name, old in before.items():
        width = len(old[0])
        assert sorted((row[:width] for row in after[name]), key=repr) == old, name
    created = tmp_path / "created.positions"
    create_case(created).close()
    assert schema(path) == schema(created)
    assert check_case(path).damage == ()


@pytest.mark.parametrize("revision", EARLIER)
def test_undo_reaches_back_before_the_migration(tmp_path: Path, revision: str) -> None:
    path = earlier(tmp_path / "a.positions", revision)
    with open_case(path) as store:
        last = store.read_case()
        steps = 0
        while store.undo():
            steps += 1
        assert steps >= 4
        assert store.read_case() == Case()
        for _ in range(steps):
            store.redo()
        assert store.read_case() == last
    assert check_case(path).damage == ()
