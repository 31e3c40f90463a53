"""Operations that came in with a merge, and those that removed a text for good."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE operations_0002 (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        author TEXT DEFAULT '' NOT NULL,
        host TEXT DEFAULT '' NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        reverses INTEGER,
        part_of INTEGER,
        CONSTRAINT ck_operations_kind CHECK (kind IN ('do', 'undo', 'redo', 'merged', 'expunged')),
        CONSTRAINT uq_operations_uuid_part_of UNIQUE (uuid, part_of),
        CONSTRAINT fk_operations_reverses FOREIGN KEY(reverses) REFERENCES operations (id),
        CONSTRAINT fk_operations_part_of FOREIGN KEY(part_of) REFERENCES operations (id)
    ) STRICT""",
    """INSERT INTO operations_0002 (id, uuid, name, label, author, host, at, kind, reverses)
        SELECT id, uuid, name, label, author, host, at, kind, reverses FROM operations""",
    "DROP TABLE operations",
    "ALTER TABLE operations_0002 RENAME TO operations",
)


def upgrade() -> None:
    """Make the table anew, since SQLite cannot change a check; what names its rows goes on naming them."""
    for statement in STATEMENTS:
        op.execute(statement)
