"""Records into the tables, each write with its entry in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, bindparam
from sqlalchemy.exc import IntegrityError

from db import schema
from db.changelog import ChangeLog, LazyChanges
from db.codes import CodeBook
from db.columnwise import ColumnwiseRecords
from db.fields import Plain, Row
from db.journaltext import dumps, loads
from db.loading import owner_of
from db.rows import RecordSpec, sql
from db.schema import METADATA
from workbench.domain.case import Record, RecordKey, key_of
from workbench.domain.errors import CaseError
from workbench.domain.recordcolumns import RecordColumns
from workbench.domain.saying import translate
from workbench.operations.names import described
from workbench.ports import Change

_FEW = 50
"""Up to this number of changes are told at once as records; more are made when they are looked at."""

_TOGETHER = 32


class Entry(NamedTuple):
    """One record before and after, in plain form; none where there was or is none."""

    record_id: int
    before: Plain | None
    after: Plain | None
    record: Record | None = None
    """The record after, where it is at hand already."""


class Writer:
    """Writes records and journal over one connection.

    Parameters
    ----------
    operation_id : callable
        Gives the id of the operation that writes; asked for at the first write only, so that an
        operation which changes nothing leaves nothing behind.
    """

    def __init__(self, connection: Connection, codes: CodeBook, operation_id: Callable[[], int]) -> None:
        self._connection = connection
        self._codes = codes
        self._operation_id = operation_id
        self._log = ChangeLog()

    @property
    def changes(self) -> Sequence[Change]:
        """What was written so far."""
        return self._log.changes

    def write(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        """Write the entries, which are of one table and name each record once.

        Raises
        ------
        CaseError
            If other records name one that would go, or two would bear the same key.
        """
        if not entries:
            return
        try:
            self._erase(spec, [entry for entry in entries if entry.before is not None])
            self._rewrite(spec, [entry for entry in entries if entry.before and entry.after])
            self._insert(spec, [entry for entry in entries if entry.before is None])
            self._insert_links(spec, [entry for entry in entries if entry.after is not None])
        except IntegrityError as error:
            first = spec.key_of(entries[0].after or entries[0].before or {})
            raise _in_words(error, spec.name, first, len(entries)) from error
        self._journal(spec, entries)

    def add(self, spec: RecordSpec, records: RecordColumns, first_id: int, first_place: int) -> None:
        """Write many new records, and what was written of them in the journal.

        Raises
        ------
        CaseError
            If there is a record of the same key already; `records` should have been made sure of.
        """
        many = ColumnwiseRecords(spec, records, self._codes, first_id, first_place)
        try:
            self._insert_rows(_insertion(spec), list(many.rows()))
            for field in spec.lists:
                self._insert_rows(_link_insertion(field.link), many.link_rows(field))
        except IntegrityError as error:
            raise _in_words(error, spec.name, key_of(records[0]), len(records)) from error
        operation = self._operation_id()
        texts = zip(many.record_ids, many.journal_texts(), strict=True)
        self._insert_rows(_JOURNAL, [(operation, spec.name, number, None, text) for number, text in texts])
        self._codes.outdated(spec.name)
        self._log.note(spec.name, LazyChanges(len(records), partial(_added, spec.name, records)))

    def _erase(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        """Delete the lists of what changes or goes, and what goes."""
        ids = [(entry.record_id,) for entry in entries]
        for field in spec.lists:
            owner = owner_of(field)
            self._execute(sql(owner.table.delete().where(owner == bindparam("owner"))), ids)
        gone = [entry for entry in entries if entry.after is None]
        self._execute(_deletion(spec), [(entry.record_id,) for entry in gone])
        for entry in gone:
            self._codes.removed(spec, entry.record_id, entry.before or {})

    def _rewrite(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        rows = [spec.row(entry.record_id, entry.after or {}, self._codes) for entry in entries]
        self._execute(_update(spec), [(*row[1:], row[0]) for row in rows])
        if any(spec.key_of(entry.before or {}) != spec.key_of(entry.after or {}) for entry in entries):
            self._codes.forget()

    def _insert(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        rows = [spec.row(entry.record_id, entry.after or {}, self._codes) for entry in entries]
        self._execute(_insertion(spec), rows)
        for entry in entries:
            self._codes.added(spec, entry.record_id, entry.after or {})

    def _insert_links(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        for field in spec.lists:
            rows = [
                row
                for entry in entries
                for row in spec.link_rows(field, entry.record_id, entry.after or {}, self._codes)
            ]
            self._execute(_link_insertion(field.link), rows)

    def _journal(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        operation = self._operation_id()
        rows = [
            (operation, spec.name, entry.record_id, dumps(entry.before), dumps(entry.after))
            for entry in entries
        ]
        self._execute(_JOURNAL, rows)
        self._log.note(spec.name, _changes(spec, entries, rows))

    def _insert_rows(self, statement: str, rows: list[Row]) -> None:
        """Insert many rows, some with each statement: what its checks need is then set up once for all."""
        whole = len(rows) - len(rows) % _TOGETHER
        starts = range(0, whole, _TOGETHER)
        parts = [tuple(chain.from_iterable(rows[start : start + _TOGETHER])) for start in starts]
        self._execute(_of_rows(statement, _TOGETHER), parts)
        self._execute(statement, rows[whole:])

    def _execute(self, statement: str, rows: list[Row]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, rows)


def change_of(spec: RecordSpec, entry: Entry) -> Change:
    """Return the entry as a change of records."""
    after = entry.record or (spec.make(entry.after) if entry.after is not None else None)
    before = spec.make(entry.before) if entry.before is not None else None
    return Change(spec.name, spec.key_of(entry.after or entry.before or {}), before, after)


def _changes(spec: RecordSpec, entries: Sequence[Entry], rows: Sequence[Row]) -> Sequence[Change]:
    """Return the changes: of many records from the journal, when they are looked at."""
    if len(entries) <= _FEW:
        return [change_of(spec, entry) for entry in entries]
    sides = [(before, after) for *_, before, after in rows]

    def make(place: int) -> Change:
        before, after = sides[place]
        return change_of(spec, Entry(0, loads(before), loads(after)))

    return LazyChanges(len(sides), make)


def _added(table: str, records: RecordColumns, place: int) -> Change:
    record = records[place]
    return Change(table, key_of(record), None, record)


def _in_words(error: IntegrityError, table: str, key: RecordKey, count: int) -> Exception:
    text, name = str(error.orig), described(table, key)
    if "FOREIGN KEY" in text and count == 1:
        said = translate("Record", "The {0} cannot be removed: other records name it. Remove those first.")
    elif "UNIQUE" in text and count == 1:
        said = translate("Record", "There is a {0} already. Give the new one another code.")
    elif "UNIQUE" in text:
        said = translate("Record", "Among {0} and those after it is one whose code the case has already.")
    else:
        return error
    return CaseError(said.format(name))


@cache
def _insertion(spec: RecordSpec) -> str:
    return _insert_into(spec.table.name, ("id", *spec.column_names))


@cache
def _link_insertion(link: str) -> str:
    columns = [column.name for column in METADATA.tables[link].c]
    return _insert_into(link, columns)


def _insert_into(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    quoted, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({quoted}) VALUES ({marks})"  # noqa: S608 - names of our own schema


@cache
def _of_rows(insertion: str, count: int) -> str:
    """Return the insertion of one row as that of as many rows."""
    head, values, marks = insertion.rpartition(" VALUES ")
    return head + values + ", ".join([marks] * count)


@cache
def _update(spec: RecordSpec) -> str:
    settings = ", ".join(f'"{column}" = ?' for column in spec.column_names)
    return f"UPDATE {spec.table.name} SET {settings} WHERE id = ?"  # noqa: S608


@cache
def _deletion(spec: RecordSpec) -> str:
    return f"DELETE FROM {spec.table.name} WHERE id = ?"  # noqa: S608


_JOURNAL = _insert_into(
    schema.JOURNAL.name, [column.name for column in schema.JOURNAL.c if column.name != "seq"]
)
