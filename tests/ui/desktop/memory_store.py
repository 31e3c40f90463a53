"""A case kept in memory, for tests of widgets that need no file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.columns import CaseColumns, columns_of
from workbench.domain.case import TABLE_FIELDS, Case, Record, RecordKey, key_of, table_of
from workbench.domain.labels import Label
from workbench.ports import Change, ChangeSet, Operation


class MemoryWork:
    def __init__(self, case: Case) -> None:
        self.tables = {name: {key_of(own): own for own in case.table(name)} for name in TABLE_FIELDS}
        self.changes: list[Change] = []

    def get(self, table: str, key: RecordKey) -> Record | None:
        return self.tables[table].get(key)

    def records(self, table: str) -> tuple[Record, ...]:
        return tuple(self.tables[table].values())

    def put(self, record: Record, *, was: RecordKey | None = None) -> None:
        rows, key = self.tables[table_of(record)], key_of(record)
        before = rows.get(was or key)
        if was and was != key:
            self.tables[table_of(record)] = rows = {
                (key if own == was else own): value for own, value in rows.items()
            }
        rows[key] = record
        self.changes.append(Change(table_of(record), key, before, record))

    def put_all(self, records: Iterable[Record]) -> None:
        for record in records:
            self.put(record)

    def remove(self, table: str, key: RecordKey) -> None:
        self.changes.append(Change(table, key, self.tables[table].pop(key), None))

    def move(self, table: str, key: RecordKey, before: RecordKey | None) -> None:
        rows = self.tables[table]
        record = rows.pop(key)
        self.changes.append(Change(table, key, record, record))
        if before is None:
            rows[key] = record
            return
        self.tables[table] = dict(
            itertools.chain.from_iterable(
                [(key, record), (own, value)] if own == before else [(own, value)]
                for own, value in rows.items()
            )
        )

    def case(self) -> Case:
        return Case(**{field: tuple(self.tables[name].values()) for name, field in TABLE_FIELDS.items()})


class MemoryStore:
    """Keeps a case and every state it had."""

    def __init__(self, case: Case, *, is_read_only: bool = False) -> None:
        self.path = Path("memory.positions")
        self.is_read_only = is_read_only
        self.is_protected = False
        self.warnings: tuple[str, ...] = ()
        self.case = case
        self._done: list[tuple[Case, ChangeSet]] = []
        self._undone: list[tuple[Case, ChangeSet]] = []
        self.closed = False
        self.author = ""

    def sign_as(self, author: str) -> None:
        self.author = author

    def read(self) -> CaseColumns:
        return columns_of(self.case)

    def read_case(self) -> Case:
        return self.case

    def perform(self, operation: Operation, initiator: str = "") -> ChangeSet:
        work = MemoryWork(self.case)
        label = operation.labelled(work)
        operation.run(work)
        now = datetime.now(tz=UTC)
        changes = tuple(work.changes)
        number, kind = str(len(self._done)), operation.name
        done = ChangeSet(number, kind, label, self.author, now, changes, initiator)
        self._done.append((self.case, done))
        self._undone.clear()
        self.case = work.case()
        return done

    def undo(self, initiator: str = "") -> ChangeSet | None:
        done = self._step(self._done, self._undone, initiator)
        return done and replace(done, changes=tuple(map(_reversed, reversed(done.changes))))

    def redo(self, initiator: str = "") -> ChangeSet | None:
        return self._step(self._undone, self._done, initiator)

    def _step(
        self, source: list[tuple[Case, ChangeSet]], target: list[tuple[Case, ChangeSet]], initiator: str
    ) -> ChangeSet | None:
        if not source:
            return None
        case, done = source.pop()
        target.append((self.case, done))
        self.case = case
        return replace(done, initiator=initiator)

    @property
    def undo_label(self) -> Label:
        return self._done[-1][1].label if self._done else Label("")

    @property
    def redo_label(self) -> Label:
        return self._undone[-1][1].label if self._undone else Label("")

    def earlier(self) -> dict[tuple[str, RecordKey], Record | None]:
        return {}

    def history(
        self, table: str = "", key: RecordKey = (), *, newest_first: bool = False
    ) -> Iterator[ChangeSet]:
        for _, done in reversed(self._done) if newest_first else self._done:
            if not table or any(own.table == table and own.key == key for own in done.changes):
                yield done

    def close(self) -> None:
        self.closed = True


def _reversed(change: Change) -> Change:
    key = change.key if change.before is None else key_of(change.before)
    return Change(change.table, key, change.after, change.before)
