"""What one copy of a case did that another does not know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, or_, select

from db import journal
from db.codes import CodeBook
from db.fields import Plain
from db.journal import JournalRow, OperationRecord
from db.keytrail import NAMED, KeyTrail
from db.loading import load
from db.resolved import Resolved, cleared, resolve
from db.rows import PLACE, RecordSpec
from db.schema import JOURNAL, OperationKind
from db.specs import SPECS

MERGE = "merge"
"""Name of the operation by which two copies become one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: the operation, its number among the steps, before and after."""

    operation: OperationRecord
    number: int
    before: Resolved | None
    after: Resolved | None

    def changes(self, unit: str) -> bool:
        """Return whether a unit is not as it was."""
        return (self.before or {}).get(unit) != (self.after or {}).get(unit)


@dataclass(slots=True)
class Trail:
    """What became of one record.

    Attributes
    ----------
    table, record_id : str, int
        The record.
    steps : list of Step
        What was done to it that the other copy does not know.
    final : Resolved or None
        How it stands now, none where it is gone.
    """

    table: str
    record_id: int
    steps: list[Step] = field(default_factory=list)
    final: Resolved | None = None

    @property
    def was_there(self) -> bool:
        """Whether the other copy knows the record."""
        return self.steps[0].before is not None

    @property
    def is_new(self) -> bool:
        """Whether it was entered, and still stands."""
        return not self.was_there and self.final is not None

    @property
    def is_removed(self) -> bool:
        """Whether it was removed."""
        return self.was_there and self.final is None

    def changed_units(self) -> frozenset[str]:
        """Return the units that are not as they were when the other copy saw them last."""
        if self.final is None or not self.was_there:
            return frozenset()
        return frozenset(unit for unit, value in self.final.items() if self._net(unit, value))

    def _net(self, unit: str, value: object) -> bool:
        touching = [step for step in self.steps if step.changes(unit)]
        if unit == PLACE and all(step.operation.name == MERGE for step in touching):
            return False  # every copy puts what came in into the same order by itself
        return bool(touching) and (touching[0].before or {}).get(unit) != value

    def last(self, unit: str = "") -> OperationRecord:
        """Return the operation that touched a unit, or the record, last."""
        touching = [step for step in self.steps if not unit or step.changes(unit)]
        return (touching or self.steps)[-1].operation


Trails = Mapping[tuple[str, int], Trail]


class Copy:
    """One copy of a case, over a connection that sees one state of it."""

    def __init__(self, connection: Connection, codes: CodeBook | None = None) -> None:
        self.connection = connection
        self.codes = codes or CodeBook(connection)
        standing = _Standing(done := journal.operations(connection))
        self.operations = [own for own in done if standing.counts(own)]
        self.known = frozenset(own.uuid for own in self.operations)
        self.clear: Callable[[str], str] = str

    def leave_out(self, clear: Callable[[str], str]) -> None:
        """Let nothing be read any more but what `clear` leaves of it."""
        self.clear = clear
        self.operations = [
            replace(own, label=clear(own.label), author=clear(own.author), host=clear(own.host))
            for own in self.operations
        ]

    def trails(self, unseen: Collection[str]) -> dict[tuple[str, int], Trail]:
        """Return what the operations of these identities did, record by record."""
        chosen = {own.id: own for own in self.operations if own.uuid in unseen}
        found: dict[tuple[str, int], Trail] = {}
        keys = KeyTrail()
        for number, (operation, row) in enumerate(self._rows(min(chosen, default=0))):
            entry = row.entry()
            done = chosen.get(operation)
            before = self._resolved(row.spec, entry.before, keys) if done else None
            keys.take(row.spec, entry)
            if done:
                after = self._resolved(row.spec, entry.after, keys)
                own = row.table, row.record_id
                trail = found.setdefault(own, Trail(*own))
                trail.steps.append(Step(done, number, before, after))
        self._close(found)
        return found

    def state(self, table: str, ids: Collection[int]) -> dict[int, Resolved]:
        """Return records as they stand now."""
        spec, clear = SPECS[table], self.clear
        plain = load(self.connection, self.codes, spec, list(ids))
        return {own: cleared(spec, resolve(spec, said, self.codes), clear) for own, said in plain.items()}

    def _resolved(self, spec: RecordSpec, plain: Plain | None, keys: KeyTrail) -> Resolved | None:
        return None if plain is None else cleared(spec, resolve(spec, plain, keys), self.clear)

    def _rows(self, first: int) -> Iterator[tuple[int, JournalRow]]:
        """Yield the entries that matter: those of records that others name, and all from `first` on."""
        c = JOURNAL.c
        statement = select(c.operation_id, c.table_name, c.record_id, c.before, c.after).order_by(c.seq)
        wanted = or_(c.table_name.in_(NAMED), c.operation_id >= first)
        for operation, *row in self.connection.execute(statement.where(wanted)):
            yield operation, JournalRow(*row)

    def _close(self, trails: Trails) -> None:
        for table in SPECS:
            ids = [record_id for name, record_id in trails if name == table]
            for record_id, units in self.state(table, ids).items():
                trails[table, record_id].final = units


class _Standing:
    """Which operations of a copy count for others: a merge undone, or done again, is nobody's edit."""

    def __init__(self, operations: Collection[OperationRecord]) -> None:
        self._by_id = {own.id: own for own in operations}
        stack = journal.UndoStack.of((own.id, own.kind.value) for own in operations)
        self._done = {self._origin(number).id for number in stack.undo}

    def counts(self, own: OperationRecord) -> bool:
        """Return whether the operation is part of what this copy knows and did."""
        match own.kind:
            case OperationKind.DO:
                return own.name != MERGE or own.id in self._done
            case OperationKind.MERGED:
                return own.part_of in self._done
            case OperationKind.UNDO | OperationKind.REDO:
                return self._origin(own.id).name != MERGE
            case OperationKind.EXPUNGED:
                return True

    def _origin(self, number: int) -> OperationRecord:
        while (reverses := self._by_id[number].reverses) is not None:
            number = reverses
        return self._by_id[number]
