"""Which records name a record: read off the foreign keys of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, or_, select
from sqlalchemy.sql.elements import ColumnElement

from db.loading import owner_of
from db.rows import RecordSpec
from db.schema import METADATA
from db.specs import SPECS


def referring_ids(
    connection: Connection, table: str, record_id: int
) -> Iterator[tuple[RecordSpec, list[int]]]:
    """Yield the ids of the records that name this one, table by table, where there are any."""
    target = SPECS[table].table
    for spec in SPECS.values():
        tests = list(_tests(spec, target, record_id))
        if not tests:
            continue
        statement = select(spec.table.c.id).where(or_(*tests)).order_by(spec.table.c.id)
        ids = list(connection.execute(statement).scalars())
        if ids:
            yield spec, ids


def _tests(spec: RecordSpec, target: Table, record_id: int) -> Iterator[ColumnElement[bool]]:
    for column in _naming(spec.table, target):
        yield column == record_id
    for field in spec.lists:
        owner = owner_of(field)
        for column in _naming(METADATA.tables[field.link], target):
            if column is not owner:
                yield spec.table.c.id.in_(select(owner).where(column == record_id))


def _naming(table: Table, target: Table) -> Iterator[Column[int]]:
    for key in table.foreign_keys:
        if key.column.table is target:
            yield key.parent
