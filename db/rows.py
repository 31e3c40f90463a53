"""Record and row: which field of which record stands in which column, told once, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ClauseElement, Table
from sqlalchemy.dialects import sqlite

from db.fields import ColumnField, Ids, Keys, Plain, Row
from db.listfields import ListField
from workbench.domain.case import Record, RecordKey

PLACE = "place"
_DIALECT = sqlite.dialect()


def sql(statement: ClauseElement) -> str:
    """Return the statement as SQLite reads it, with a ``?`` for each parameter."""
    return str(statement.compile(dialect=_DIALECT))


@dataclass(frozen=True)
class RecordSpec:
    """How one kind of record is kept.

    Attributes
    ----------
    name : str
        The table of import and export.
    record : type
        The record.
    table : Table
        The table of the file.
    key : tuple of str
        The fields that make the record this record.
    columns, lists : tuple
        The fields kept in the table itself, and those kept in tables of their own.
    """

    name: str
    record: type[Any]
    table: Table
    key: tuple[str, ...]
    columns: tuple[ColumnField, ...]
    lists: tuple[ListField, ...] = ()

    @cached_property
    def is_placed(self) -> bool:
        """Whether the order can be changed; if not it is that of the ids."""
        return PLACE in self.table.c

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The columns of a row after the id, in order."""
        own = tuple(column for field in self.columns for column in field.columns)
        return (PLACE, *own) if self.is_placed else own

    @cached_property
    def key_fields(self) -> tuple[ColumnField, ...]:
        """The fields of the key."""
        return tuple(field for field in self.columns if set(field.names) & set(self.key))

    @cached_property
    def _plain_fields(self) -> tuple[tuple[str, Any], ...]:
        own = tuple((name, field.plain) for field in self.columns for name in field.names)
        return own + tuple((field.name, field.plain) for field in self.lists)

    @cached_property
    def _plain_by_name(self) -> Mapping[str, Any]:
        return dict(self._plain_fields)

    @cached_property
    def _value_fields(self) -> Mapping[str, Any]:
        own = {name: field.value for field in self.columns for name in field.names}
        return own | {field.name: field.value for field in self.lists}

    @cached_property
    def _empty(self) -> Mapping[str, Any]:
        """What a record has in the fields that an empty plain form leaves out."""
        texts = {field.names[0]: field.empty for field in self.columns if field.empty is not None}
        return texts | {field.name: field.value({}) for field in self.lists}

    def key_of(self, plain: Plain) -> RecordKey:
        """Return the key of a record in plain form."""
        return tuple(plain.get(name, "") for name in self.key)

    def plain(self, record: Record) -> Plain:
        """Return the record in plain form, without its place."""
        said: Plain = {}
        for name, plain in self._plain_fields:
            value = plain(getattr(record, name))
            if value is not None:
                said[name] = value
        return said

    def plain_of_values(self, values: Mapping[str, Any]) -> Plain:
        """Return some fields of a record in plain form."""
        said = {name: self._plain_by_name[name](value) for name, value in values.items()}
        return {name: value for name, value in said.items() if value is not None}

    def make(self, plain: Plain) -> Record:
        """Return the record of a plain form."""
        fields = self._value_fields
        said = {name: fields[name](value) for name, value in plain.items() if name != PLACE}
        record: Record = self.record(**{**self._empty, **said})
        return record

    def row(self, record_id: int, plain: Plain, ids: Ids) -> Row:
        """Return the row of the table itself, the id first."""
        values: list[Any] = [record_id]
        if self.is_placed:
            values.append(plain[PLACE])
        for field in self.columns:
            values.extend(field.encode(plain, ids))
        return tuple(values)

    def link_rows(self, field: ListField, record_id: int, plain: Plain, ids: Ids) -> list[Row]:
        """Return the rows of one of the lists: owner, place, then the entry."""
        entries = plain.get(field.name)
        if not entries:
            return []
        rows = field.encode(entries, plain, ids)
        return [(record_id, place, *row) for place, row in enumerate(rows)]

    def plain_of_row(self, row: Row, keys: Keys) -> Plain:
        """Return what a row says, id first, in plain form and without the lists."""
        said: Plain = {}
        start = 1
        if self.is_placed:
            said[PLACE], start = row[1], 2
        for field in self.columns:
            stop = start + len(field.columns)
            for name, value in zip(field.names, field.decode(row[start:stop], keys), strict=True):
                if value is not None:
                    said[name] = value
            start = stop
        return said
