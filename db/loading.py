"""Records out of the tables, in plain form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, select

from db.codes import ORDER, CodeBook
from db.fields import Plain, Row
from db.listfields import ListField
from db.rows import RecordSpec, sql
from db.schema import METADATA
from db.specs import SPECS

_AT_ONCE = 5000


def load(connection: Connection, codes: CodeBook, spec: RecordSpec, ids: Sequence[int]) -> dict[int, Plain]:
    """Return the records of these ids in plain form, their place included."""
    found: dict[int, Plain] = {}
    for start in range(0, len(ids), _AT_ONCE):
        chosen = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(chosen))
        found.update(_select(connection, codes, spec, f" WHERE {{id}} IN ({marks})", tuple(chosen)))
    return found


def load_all(connection: Connection, codes: CodeBook, spec: RecordSpec) -> dict[int, Plain]:
    """Return every record of a table in plain form, in the order of the case."""
    codes.load("parties", "issues", "options", "sources")
    return _select(connection, codes, spec, "", ())


def _select(
    connection: Connection, codes: CodeBook, spec: RecordSpec, where: str, values: Row
) -> dict[int, Plain]:
    main = _MAIN[spec.name] + where.format(id="id") + f" ORDER BY {ORDER[spec.name]}, id"
    rows = connection.exec_driver_sql(main, values).fetchall()
    found = {row[0]: spec.plain_of_row(tuple(row), codes) for row in rows}
    for field in spec.lists:
        owner = owner_of(field).name
        entries = LINKS[field.link] + where.format(id=owner) + f" ORDER BY {owner}, place"
        for record_id, own in _grouped(connection, entries, values):
            found[record_id][field.name] = field.decode(own, codes)
    return found


def _grouped(connection: Connection, statement: str, values: Row) -> Iterator[tuple[int, list[Row]]]:
    rows = connection.exec_driver_sql(statement, values).fetchall()
    for record_id, own in groupby(rows, key=itemgetter(0)):
        yield record_id, [tuple(row)[1:] for row in own]


def owner_of(field: ListField) -> Column[Any]:
    """Return the column of a list's table that names the record it belongs to."""
    return next(iter(METADATA.tables[field.link].c))


_MAIN = {
    name: sql(select(spec.table.c.id, *(spec.table.c[column] for column in spec.column_names)))
    for name, spec in SPECS.items()
}
LINKS = {
    field.link: sql(select(*(column for column in METADATA.tables[field.link].c if column.name != "place")))
    for spec in SPECS.values()
    for field in spec.lists
}
"""How the entries of each list are read: owner, then the entry, without its place."""
