"""Checking the rows of a table whole, and making records of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.domain.dates import parse_day
from workbench.domain.errors import InvalidValueError
from workbench.domain.position import Position
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Track
from workbench.exchange.known import KnownCodes
from workbench.exchange.matching import Matcher, PositionMatcher
from workbench.exchange.problems import Problem
from workbench.exchange.references import faults
from workbench.exchange.rows import ReadRow, RowReader, merge_stances, stance_clashes
from workbench.exchange.spec import TableSpec
from workbench.exchange.standing import Standing
from workbench.exchange.tables import Table

Pair = tuple[int, Any | None, Any]
"""Row number, the record as it stands in the case, or none, and as the row wants it."""

DAYS = ("as_of",)
"""Entries of the case that are full dates."""


class TableChecker:
    """Reads one table against the records that the case has of it.

    Parameters
    ----------
    spec : TableSpec
        The table.
    table : Table
        Its rows.
    standing : Standing
        What the case has.
    known : KnownCodes
        Every code that may be referred to.
    problems : list of Problem
        Where problems are added.
    """

    def __init__(
        self,
        spec: TableSpec,
        table: Table,
        standing: Standing,
        known: KnownCodes,
        problems: list[Problem],
    ) -> None:
        self._spec = spec
        self._present = [spec.by_name[name] for name in table.columns]
        self._table = table
        self._known = known
        self._problems = problems
        self._reader = RowReader(spec, table, problems)
        self._seen: dict[tuple[str, ...], int] = {}
        self._standing = standing
        self._positions = PositionMatcher(standing, table) if spec.make is Position else None
        self._matcher = self._positions or Matcher(spec, standing)

    def pairs(self) -> Iterator[Pair]:
        """Yield row number and each record before and after; rows with a problem yield nothing."""
        for row in self._reader.read_all():
            found = self._matcher.find(row.cells)
            yield from self._pair(row, None if found is None else self._standing.record(found))

    def pairs_of(self, rows: Iterable[tuple[int, int]]) -> Iterator[Pair]:
        """Yield the same for rows of which it is known what record each is about.

        Parameters
        ----------
        rows : iterable of (int, int)
            Place of the row in the table, and number of the record.
        """
        for place, number in rows:
            row = self._reader.read(self._table.numbers[place], self._table.rows[place])
            yield from self._pair(row, self._standing.record(number))

    def _pair(self, row: ReadRow, standing: Any | None) -> Iterator[Pair]:
        values = self._values(row, standing)
        self._check(row, values)
        if not row.wrong and all(name in row.cells for name in self._spec.required):
            if self._positions is not None:
                self._give_ref(values)
            yield row.number, standing, self._spec.make(**values)

    def _values(self, row: ReadRow, standing: Any | None) -> dict[str, Any]:
        """Return value by field: from the row, else as it stands, else the default."""
        values = dict(self._spec.defaults)
        if standing is not None:
            values = {column.field: getattr(standing, column.field) for column in self._spec.columns}
        kept = self._table.for_new_only if standing is not None else ()
        for column in self._present:
            if column.name in row.wrong:
                values.pop(column.field, None)
            elif column.name in row.cells and column.name not in kept and column.stance is None:
                values[column.field] = row.cells[column.name]
        if self._positions is not None and "stances" in values:
            values["stances"] = merge_stances(row.cells, values["stances"])
        if standing is not None and self._positions is not None:
            values["ref"] = standing.ref
        return values

    def _give_ref(self, values: dict[str, Any]) -> None:
        if self._positions is not None and not values.get("ref"):
            since, track = values["since"].text, values.get("track", Track.DECLARED)
            values["ref"] = self._positions.new_ref(values["party"], values["issue"], since, track)

    def _check(self, row: ReadRow, values: dict[str, Any]) -> None:
        for column, found, expected in faults(self._spec, values, self._known):
            self._report(row, column, found, expected)
        for option, column, earlier in stance_clashes(row.cells) if self._positions else ():
            expected = translate("Expected", "one stance on each option; it stands in {0} as well")
            self._report(row, column, option, expected.format(earlier))
        if self._spec.name == "case":
            self._check_entry(row)
        self._check_key(row, values)

    def _check_key(self, row: ReadRow, values: dict[str, Any]) -> None:
        """Report a key that a row before has as well."""
        columns = [self._spec.by_name[name] for name in self._spec.key]
        if any(column.name in row.wrong or column.field not in values for column in columns):
            return
        key = tuple("" if (value := values[column.field]) is None else str(value) for column in columns)
        if not any(key):
            return
        first = self._seen.setdefault(key, row.number)
        if first != row.number:
            found = " / ".join(part for part in key if part)
            self._report(row, columns[-1 if self._spec.name == "options" else 0].name, found, _once(first))

    def _check_entry(self, row: ReadRow) -> None:
        value = row.cells.get("value")
        if row.cells.get("key") in DAYS and value:
            try:
                parse_day(value)
            except InvalidValueError as error:
                self._report(row, "value", error.found, error.expected)

    def _report(self, row: ReadRow, column: str, found: str, expected: str) -> None:
        row.wrong.add(column)
        self._problems.append(Problem(self._spec.name, row.number, column, found, expected))


def _once(first: int) -> str:
    return translate("Expected", "each key once; row {0} has it already").format(first)
