"""What an import would do to one table, and to all of them: changes made when they are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple, overload

from workbench.domain.case import Record, RecordKey, key_of
from workbench.domain.recordcolumns import RecordColumns
from workbench.domain.saying import translate
from workbench.exchange.rowtext import record_row


class TableSummary(NamedTuple):
    """How many records of a table an import adds, changes and finds as they are."""

    table: str
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One record that an import adds or changes; `before` is none where it is added."""

    table: str
    before: Record | None
    after: Record

    @property
    def key(self) -> RecordKey:
        """Key of the record."""
        return key_of(self.after)

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """Before and after by column, for the columns that differ."""
        after = record_row(self.after)
        before = record_row(self.before) if self.before else dict.fromkeys(after, "")
        return {name: (before[name], cell) for name, cell in after.items() if before[name] != cell}

    @property
    def lines(self) -> list[str]:
        """The change in words, one line a field."""
        name = f"{self.table} {' / '.join(part for part in self.key if part)}"
        if self.before is None:
            return [translate("Import", "{0}: new").format(name)]
        line = translate("Import", "{0}, {1}: “{2}” becomes “{3}”")
        return [line.format(name, column, old, new) for column, (old, new) in self.fields.items()]


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """What an import would write to one table.

    Parameters
    ----------
    name : str
        Name of the table.
    pairs : sequence of (record or None, record)
        Records before and after, one by one.
    places : sequence of int
        Where these stand among all changes of the table, ascending.
    added : RecordColumns or None
        New records, many at once, which stand at the other places.
    unchanged : int
        How many rows say what the case has.
    """

    name: str
    pairs: Sequence[tuple[Any | None, Any]]
    places: Sequence[int] = ()
    added: RecordColumns | None = None
    unchanged: int = 0

    def __len__(self) -> int:
        return len(self.pairs) + len(self.added or ())

    @property
    def batches(self) -> Iterator[Sequence[Record]]:
        """What is to be written, in parts that are best written at once."""
        if self.pairs:
            yield [after for _, after in self.pairs]
        if self.added is not None:
            yield self.added

    @property
    def summary(self) -> TableSummary:
        """How much of the table is new, changed and as it was."""
        added = sum(before is None for before, _ in self.pairs) + len(self.added or ())
        return TableSummary(self.name, added, len(self) - added, self.unchanged)

    def change(self, place: int) -> PlannedChange:
        """Return one of the changes, in the order of the rows."""
        if self.added is None:
            return PlannedChange(self.name, *self.pairs[place])
        pair = bisect_left(self.places, place)
        if pair < len(self.places) and self.places[pair] == place:
            return PlannedChange(self.name, *self.pairs[pair])
        return PlannedChange(self.name, None, self.added[place - pair])

    @property
    def records(self) -> Iterator[Record]:
        """The records to write, in the order of the rows."""
        return (self.change(place).after for place in range(len(self)))


class PlannedChanges(Sequence[PlannedChange]):
    """The changes of all tables, table after table; each is made when it is looked at."""

    def __init__(self, tables: Sequence[PlannedTable]) -> None:
        self._tables = tuple(tables)
        self._ends = tuple(accumulate(map(len, self._tables)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> PlannedChange: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[PlannedChange]: ...
    def __getitem__(self, place: int | slice) -> PlannedChange | Sequence[PlannedChange]:
        if isinstance(place, slice):
            return tuple(map(self._change, range(len(self))[place]))
        return self._change(range(len(self))[place])

    def _change(self, place: int) -> PlannedChange:
        table = bisect_right(self._ends, place)
        start = self._ends[table] - len(self._tables[table])
        return self._tables[table].change(place - start)
