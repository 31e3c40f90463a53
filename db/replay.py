"""The tables as the journal tells them from its beginning, held against the tables as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from sqlalchemy import Connection, select

from db.fields import Plain, Row
from db.journal import JournalRow
from db.keytrail import KeyTrail
from db.loading import owner_of
from db.rows import RecordSpec
from db.schema import JOURNAL, METADATA
from db.specs import SPECS

Kept: TypeAlias = tuple[Row, ...]
"""One record as it is kept: its row, then the rows of its lists, list after list."""

Image: TypeAlias = dict[str, dict[int, Kept]]
"""What is kept of every record, by table and id."""

_AT_ONCE = 5000


def journal_rows(connection: Connection) -> Iterator[JournalRow]:
    """Yield every entry of the journal from its beginning."""
    columns = (JOURNAL.c.table_name, JOURNAL.c.record_id, JOURNAL.c.before, JOURNAL.c.after)
    statement = select(*columns).order_by(JOURNAL.c.seq).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(statement):
        yield JournalRow(*row)


def replay(journal: Iterable[JournalRow]) -> Image:
    """Return the tables that come of doing what the journal says, entry by entry.

    Raises
    ------
    UnknownCodeError, KeyError, ValueError
        If an entry cannot follow those before it.
    """
    replayed = _Replay()
    for row in journal:
        replayed.take(row)
    return replayed.image


def standing(connection: Connection) -> Image:
    """Return the tables as they stand."""
    return {name: dict(_kept(connection, spec)) for name, spec in SPECS.items()}


def differences(connection: Connection, image: Image) -> Iterator[tuple[str, int]]:
    """Yield table and id of every record that is not kept as the image has it."""
    for name, spec in SPECS.items():
        missing = set(image[name])
        for record_id, kept in _kept(connection, spec):
            missing.discard(record_id)
            if image[name].get(record_id) != kept:
                yield name, record_id
        yield from ((name, record_id) for record_id in sorted(missing))


class _Replay:
    """Tables in memory, written to as the journal says."""

    def __init__(self) -> None:
        self.image: Image = {name: {} for name in SPECS}
        self._keys = KeyTrail()

    def take(self, row: JournalRow) -> None:
        entry, spec = row.entry(), row.spec
        if entry.before is not None:
            del self.image[spec.name][entry.record_id]
        self._keys.take(spec, entry)
        if entry.after is not None:
            self.image[spec.name][entry.record_id] = self._encoded(spec, entry.record_id, entry.after)

    def _encoded(self, spec: RecordSpec, record_id: int, plain: Plain) -> Kept:
        lists = (row for field in spec.lists for row in spec.link_rows(field, record_id, plain, self._keys))
        return (spec.row(record_id, plain, self._keys), *lists)


def _kept(connection: Connection, spec: RecordSpec) -> Iterator[tuple[int, Kept]]:
    """Yield what is kept of every record, in the order of ids."""
    columns = [spec.table.c.id, *(spec.table.c[name] for name in spec.column_names)]
    lists = [_Entries(connection, field.link, owner_of(field).name) for field in spec.lists]
    for row in connection.execute(select(*columns).order_by(spec.table.c.id)):
        entries = (entry for own in lists for entry in own.of(row[0]))
        yield row[0], (tuple(row), *entries)


class _Entries:
    """The entries of a list, asked for in the order of their owners."""

    def __init__(self, connection: Connection, link: str, owner: str) -> None:
        table = METADATA.tables[link]
        rows = connection.execute(select(table).order_by(table.c[owner], table.c.place))
        self._groups = groupby(map(tuple, rows), key=itemgetter(0))
        self._next: tuple[int, list[Row]] | None = None

    def of(self, owner: int) -> list[Row]:
        while self._next is None or self._next[0] < owner:
            found = next(self._groups, None)
            if found is None:
                return []
            self._next = found[0], list(found[1])
        return self._next[1] if self._next[0] == owner else []
