"""What was done: operations and their entries, and what can be undone and redone.

Nothing in here is ever changed or deleted. Taking an operation back is an operation of its own,
with the entries turned round; what can be undone next is worked out from the list.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, or_, select

from db.changelog import LazyChanges
from db.journaltext import GAP_BEGINS, loads
from db.rows import RecordSpec
from db.schema import JOURNAL, OPERATIONS, OperationKind
from db.specs import SPECS
from db.writing import Entry, change_of
from workbench.domain.case import RecordKey
from workbench.domain.labels import Label
from workbench.ports import ChangeRuns, ChangeSet

FILLING = "new"
"""Name of the operation that fills a new case; it is not offered for undo."""
_AT_ONCE = 5000
_COLUMNS = (JOURNAL.c.table_name, JOURNAL.c.record_id, JOURNAL.c.before, JOURNAL.c.after)


@dataclass(frozen=True, slots=True)
class OperationRecord:
    """One operation of the history."""

    id: int
    uuid: str
    name: str
    label: str
    author: str
    host: str
    at: datetime
    kind: OperationKind
    reverses: int | None = None
    part_of: int | None = None


@dataclass(slots=True)
class UndoStack:
    """What can be undone and redone, as ids of operations, the next one last."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, operations: Iterable[tuple[int, str]]) -> UndoStack:
        """Work the stack out from id and kind of every operation, oldest first."""
        stack = cls()
        for number, kind in operations:
            stack.note(number, OperationKind(kind))
        return stack

    def note(self, number: int, kind: OperationKind) -> None:
        """Take note of an operation.

        One that was undone is redone by reversing the undo, and undone again by reversing the redo.
        """
        match kind:
            case OperationKind.DO:
                self.undo.append(number)
                self.redo.clear()
            case OperationKind.UNDO:
                self.undo.pop()
                self.redo.append(number)
            case OperationKind.REDO:
                self.redo.pop()
                self.undo.append(number)
            case OperationKind.MERGED | OperationKind.EXPUNGED:
                pass  # the one goes with its merge, the other never


class JournalRow(NamedTuple):
    """One entry as it is kept."""

    table: str
    record_id: int
    before: str | None
    after: str | None

    @property
    def spec(self) -> RecordSpec:
        """How the record is kept."""
        return SPECS[self.table]

    def entry(self) -> Entry:
        """Return what was written."""
        return Entry(self.record_id, loads(self.before), loads(self.after))

    def turned_round(self) -> Entry:
        """Return what takes it back."""
        return Entry(self.record_id, loads(self.after), loads(self.before))

    @property
    def shape(self) -> tuple[str, bool, bool]:
        """Table, and whether there was and is a record."""
        return self.table, self.before is None, self.after is None


def undo_stack(connection: Connection) -> UndoStack:
    """Return what can be undone and redone."""
    stacked = select(OPERATIONS.c.id, OPERATIONS.c.kind).where(OPERATIONS.c.name != FILLING)
    rows = connection.execute(stacked.order_by(OPERATIONS.c.id))
    return UndoStack.of((number, kind) for number, kind in rows)


def operation(connection: Connection, number: int) -> OperationRecord:
    """Return one operation."""
    return _operation(connection.execute(select(OPERATIONS).where(OPERATIONS.c.id == number)).one())


def operations(connection: Connection) -> list[OperationRecord]:
    """Return every operation, oldest first."""
    return [_operation(row) for row in connection.execute(select(OPERATIONS).order_by(OPERATIONS.c.id))]


def _operation(row: Row[tuple[object, ...]]) -> OperationRecord:
    said = dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy in spite of its name
    kind, at = OperationKind(said.pop("kind")), datetime.fromisoformat(said.pop("at"))
    return OperationRecord(kind=kind, at=at, **said)


def add_operation(connection: Connection, made: OperationRecord) -> None:
    """Write down an operation."""
    said = {column.name: getattr(made, column.name) for column in OPERATIONS.c}
    connection.execute(OPERATIONS.insert(), said | {"at": made.at.isoformat(), "kind": made.kind.value})


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def rows_of(
    connection: Connection,
    number: int,
    *,
    table: str = "",
    ids: Collection[int] = (),
) -> list[JournalRow]:
    """Return the entries of an operation, or those of some records of one table."""
    statement = select(*_COLUMNS).where(JOURNAL.c.operation_id == number).order_by(JOURNAL.c.seq)
    if table:
        statement = statement.where(JOURNAL.c.table_name == table, JOURNAL.c.record_id.in_(ids))
    # all at once: asked for one by one, a hundred thousand take twice as long
    return [JournalRow(*row) for row in connection.execute(statement).all()]


def has_gap(connection: Connection, number: int) -> bool:
    """Return whether something that an operation wrote has been expunged since."""
    if connection.execute(_ANY_EXPUNGED).first() is None:
        return False
    parts = select(OPERATIONS.c.id).where(OPERATIONS.c.part_of == number)
    own = or_(JOURNAL.c.operation_id == number, JOURNAL.c.operation_id.in_(parts))
    gap = or_(*(func.instr(side, GAP_BEGINS) > 0 for side in (JOURNAL.c.before, JOURNAL.c.after)))
    return connection.execute(select(JOURNAL.c.seq).where(own, gap).limit(1)).first() is not None


_ANY_EXPUNGED = select(OPERATIONS.c.id).where(OPERATIONS.c.kind == OperationKind.EXPUNGED.value).limit(1)


def entries_taking_back(connection: Connection, number: int) -> Iterator[tuple[RecordSpec, list[Entry]]]:
    """Yield what takes an operation back, latest first, in runs that can be written at once.

    What came in with a merge goes with it.
    """
    for shape, run in groupby(_latest_first(connection, number), key=lambda row: row.shape):
        batch: list[Entry] = []
        seen: set[int] = set()
        for row in run:
            if row.record_id in seen or len(batch) == _AT_ONCE:
                yield SPECS[shape[0]], batch
                batch, seen = [], set()
            batch.append(row.turned_round())
            seen.add(row.record_id)
        yield SPECS[shape[0]], batch


def _latest_first(connection: Connection, number: int) -> Iterator[JournalRow]:
    """Yield the entries of an operation from the last one on, a part at a time."""
    parts = connection.execute(select(OPERATIONS.c.id).where(OPERATIONS.c.part_of == number)).scalars().all()
    of = JOURNAL.c.operation_id
    own = select(JOURNAL.c.seq, *_COLUMNS).where(of.in_([number, *parts]) if parts else of == number)
    statement = own.order_by(JOURNAL.c.seq.desc()).limit(_AT_ONCE)
    rows = connection.execute(statement).all()
    while rows:
        yield from (JournalRow(*row[1:]) for row in rows)
        rows = connection.execute(statement.where(JOURNAL.c.seq < rows[-1].seq)).all()


def taken_back(operations: Sequence[OperationRecord]) -> frozenset[int]:
    """Return the ids of the operations that are undone as things stand, of all of them, oldest first.

    An undo that was itself taken back, by a redo, takes nothing back. What came with a merge goes with it.
    """
    undone: set[int] = set()
    for own in reversed(operations):
        if own.reverses is not None and own.id not in undone:
            undone.add(own.reverses)
    return frozenset(undone | {own.id for own in operations if own.part_of in undone})


def change_set(done: OperationRecord, rows: Sequence[JournalRow], *, is_undone: bool = False) -> ChangeSet:
    """Return an operation of the history as a change set; each change is made when it is looked at."""
    runs = [(table, _changes(list(run))) for table, run in groupby(rows, key=lambda row: row.table)]
    changes = ChangeRuns(runs)
    label, is_reversal = Label(done.label), done.reverses is not None
    return ChangeSet(done.uuid, done.name, label, done.author, done.at, changes, "", is_reversal, is_undone)


def _changes(rows: list[JournalRow]) -> LazyChanges:
    return LazyChanges(len(rows), lambda place: change_of(rows[place].spec, rows[place].entry()))


def records_of_key(connection: Connection, table: str, key: RecordKey) -> frozenset[int]:
    """Return the ids of all records that ever bore this key."""
    spec = SPECS[table]
    columns = (JOURNAL.c.record_id, JOURNAL.c.before, JOURNAL.c.after)
    rows = connection.execute(select(*columns).where(JOURNAL.c.table_name == table))
    return frozenset(
        record_id
        for record_id, *sides in rows
        if any(spec.key_of(dict(json.loads(side))) == key for side in sides if side is not None)
    )
