"""Many new records into rows and journal at once, column by column.

What a column holds is worked out once for each distinct value rather than once for each record. The
outcome is the same, text by text, as that of writing the records one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeAlias, TypeVar

from db.fields import ColumnField, Ids, Plain, Row
from db.journaltext import dumps_value
from db.listfields import ListField
from db.rows import PLACE, RecordSpec
from workbench.domain.recordcolumns import RecordColumns

T = TypeVar("T")

_Ident: TypeAlias = int | tuple[int, ...]
"""What tells the values of a record in some columns from those of another: where they lie in memory."""


class ColumnwiseRecords:
    """New records, seen as rows of their tables and texts of the journal.

    Parameters
    ----------
    spec : RecordSpec
        How they are kept.
    records : RecordColumns
        The records; they have to outlive this object, which tells values apart by identity.
    ids : Ids
        Ids of the records that they name.
    first_id, first_place : int
        Id and place of the first of them; the others follow.
    """

    def __init__(
        self, spec: RecordSpec, records: RecordColumns, ids: Ids, first_id: int, first_place: int
    ) -> None:
        self._spec = spec
        self._ids = ids
        self._given = records.columns
        self._count = len(records)
        self._defaults = _defaults(spec)
        self.record_ids = range(first_id, first_id + self._count)
        self._places = range(first_place, first_place + self._count)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the table itself, the id first."""
        columns: list[Sequence[Any]] = [self.record_ids]
        if self._spec.is_placed:
            columns.append(self._places)
        for field in self._spec.columns:
            columns += self._encoded(field)
        return zip(*columns, strict=True)

    def link_rows(self, field: ListField) -> list[Row]:
        """Return the rows of one of the lists: owner, place, then the entry."""
        names = (field.name, *field.needs)

        def tails(plain: Plain) -> list[Row]:
            return [row[1:] for row in self._spec.link_rows(field, 0, plain, self._ids)]

        if field.name not in self._given:
            return []
        entries = self._each(names, tails)
        return [(owner, *tail) for owner, own in zip(self.record_ids, entries, strict=True) for tail in own]

    def journal_texts(self) -> Iterator[str]:
        """Yield each record as the journal keeps it."""
        names = [name for field in self._spec.columns for name in field.names]
        names += [field.name for field in self._spec.lists]
        parts = [part for part in map(self._fragments, names) if any(part)]
        if self._spec.is_placed:
            parts.append([f',"{PLACE}":{place}' for place in self._places])
        return (f"{{{''.join(own)[1:]}}}" for own in zip(*parts, strict=True))

    def _fragments(self, name: str) -> list[str]:
        """Return what each record has of a field in the journal, with a comma before it."""

        def fragment(plain: Plain) -> str:
            return f',"{name}":{dumps_value(plain[name])}' if name in plain else ""

        return self._each((name,), fragment)

    def _encoded(self, field: ColumnField) -> list[Any]:
        """Return the columns of the table in which a field is kept."""

        def encode(plain: Plain) -> Row:
            return tuple(field.encode(plain, self._ids))

        if len(field.columns) == 1:
            return [self._each(field.names, lambda plain: encode(plain)[0])]
        rows = self._each(field.names, encode)
        return [[row[place] for row in rows] for place in range(len(field.columns))]

    def _each(self, names: Sequence[str], make: Callable[[Plain], T]) -> list[T]:
        """Return what is made of the fields of those names, worked out once for the same values."""
        given = [name for name in names if name in self._given]
        fixed = {name: self._defaults[name] for name in names if name not in self._given}
        if not given:
            return [make(self._plain(fixed))] * self._count
        columns = [self._given[name] for name in given]
        idents = _idents(columns)
        distinct = dict(zip(idents, zip(*columns, strict=True), strict=True))
        made = {
            ident: make(self._plain(fixed | dict(zip(given, values, strict=True))))
            for ident, values in distinct.items()
        }
        return list(map(made.__getitem__, idents))

    def _plain(self, values: Mapping[str, Any]) -> Plain:
        return self._spec.plain_of_values(values)


def _idents(columns: Sequence[Sequence[Any]]) -> Sequence[_Ident]:
    if len(columns) == 1:
        return list(map(id, columns[0]))
    return list(zip(*(map(id, column) for column in columns), strict=True))


def _defaults(spec: RecordSpec) -> dict[str, Any]:
    """Return the value of each field of a record that is not given."""
    return {
        own.name: own.default_factory() if own.default_factory is not MISSING else own.default
        for own in fields(spec.record)
        if own.default is not MISSING or own.default_factory is not MISSING
    }
