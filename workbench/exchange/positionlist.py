"""From a long list of stances to the tables of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.exchange.cells import read_sources, write_number
from workbench.exchange.gathering import DEMANDS, Gathering, position_columns
from workbench.exchange.longrows import COLUMN_BY_WORD, LongRows, RowNumbers, right_rows
from workbench.exchange.problems import Problem, as_before
from workbench.exchange.rows import STANCE_COLUMNS
from workbench.exchange.tables import ColumnRows, Table
from workbench.exchange.textcolumn import TextColumn, cells_of, first_rows

_FIELDS = {"party": "party", "issue": "issue", "from": "date", "sources": "source"}
"""Column of the list by column of positions, where they bear different names."""


class PositionList:
    """Gathers positions from stances, and makes parties, issues, options and sources as they appear.

    Code and name of what is made are the text as it stands. Names say something of new records
    only: a party that the case has already keeps its own.

    Parameters
    ----------
    file : str
        Name of the file, for problems.
    given : sequence of str
        Columns that the file has.
    locations : mapping of str to float
        Location by option, where every issue is ordered; empty otherwise.
    problems : list of Problem
        Where problems are added.
    """

    def __init__(
        self, file: str, given: Sequence[str], locations: Mapping[str, float], problems: list[Problem]
    ) -> None:
        self._file = file
        self._locations = locations
        self._problems = problems
        self._given = {name: TextColumn() for name in given}
        self._numbers: list[int] = []

    def extend(self, numbers: Iterable[int], cells: Mapping[str, Sequence[str]]) -> None:
        """Add rows: their numbers in the file, and their cells by column."""
        self._numbers.extend(numbers)
        for name, column in self._given.items():
            column.extend(cells[name])

    def tables(self) -> dict[str, Table]:
        """Return the tables, those without a row left out; what is wrong becomes problems."""
        rows = right_rows(self._rows(), self._locations, self._problems)
        issues = first_rows(rows.cells["issue"])
        tables = (
            _named("parties", "name", rows, "party", first_rows(rows.cells["party"])),
            self._issue_table(rows, issues),
            self._option_table(rows, issues),
            self._source_table(rows),
            _position_table(rows, self._problems),
        )
        return {table.name: table for table in tables if table.rows}

    def _rows(self) -> LongRows:
        texts = {name: column.texts for name, column in self._given.items()}
        cells = {name: column.numbers for name, column in self._given.items()}
        return LongRows(self._file, np.array(self._numbers, np.int64), texts, cells)

    def _issue_table(self, rows: LongRows, first: RowNumbers) -> Table:
        codes = [rows.text("issue", row) for row in first.tolist()]
        columns = {"code": codes, "title": codes}
        if self._locations:
            columns["scale"] = ["ordered"] * len(codes)
        if "basket" in rows.cells:
            baskets = self._baskets(rows)
            columns["basket"] = [baskets.get(code, "") for code in codes]
        return _table("issues", columns, rows, first, "title")

    def _baskets(self, rows: LongRows) -> dict[str, str]:
        """Return basket by issue; where a row names another than a row before, that is a problem."""
        baskets: dict[str, str] = {}
        for row in np.flatnonzero(rows.filled("basket")).tolist():
            issue, basket = rows.text("issue", row), rows.text("basket", row)
            first = baskets.setdefault(issue, basket)
            if basket != first:
                problem = Problem(self._file, rows.number(row), "basket", basket, as_before(first))
                self._problems.append(problem)
        return baskets

    def _option_table(self, rows: LongRows, issues: RowNumbers) -> Table:
        if not self._locations:
            width = len(rows.texts["option"])
            first = first_rows(rows.cells["issue"].astype(np.int64) * width + rows.cells["option"])
            named = [rows.text("issue", row) for row in first.tolist()]
            codes = [rows.text("option", row) for row in first.tolist()]
            return _table("options", {"issue": named, "code": codes, "label": codes}, rows, first, "label")
        count = len(issues)
        codes = [*self._locations] * count
        located = [write_number(location) for location in self._locations.values()] * count
        first = np.repeat(issues, len(self._locations))
        named = [rows.text("issue", row) for row in first.tolist()]
        columns = {"issue": named, "code": codes, "label": codes, "location": located}
        return _table("options", columns, rows, first, "label")

    def _source_table(self, rows: LongRows) -> Table:
        first: dict[str, int] = {}
        if "source" in rows.cells:
            for row in first_rows(rows.cells["source"]).tolist():
                for reference in read_sources(rows.text("source", row)):
                    first.setdefault(reference.code, row)
        codes, numbers = list(first), np.array(list(first.values()), np.int64)
        return _table("sources", {"code": codes, "title": codes}, rows, numbers, "title")


def _named(table: str, title: str, rows: LongRows, name: str, first: RowNumbers) -> Table:
    codes = [rows.text(name, row) for row in first.tolist()]
    return _table(table, {"code": codes, title: codes}, rows, first, title)


def _table(
    name: str, columns: Mapping[str, Sequence[str]], rows: LongRows, first: RowNumbers, for_new_only: str
) -> Table:
    """Return a table of what first appears in these rows."""
    numbers = rows.numbers[first].tolist()
    cells = ColumnRows(list(columns.values()))
    return Table(name, tuple(columns), cells, numbers, (), frozenset({for_new_only}))


def _position_table(rows: LongRows, problems: list[Problem]) -> Table:
    """Return the positions: one for each party, issue and date, however many rows speak of it."""
    names = position_columns(rows.cells)
    _, first, group, counts = np.unique(
        _keys(rows), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.argsort(first)
    heads = first[order]
    columns = {name: _column(rows, name, heads) for name in names}
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    gathered = Gathering(rows, names, problems).of(place[group], np.flatnonzero(counts[group] > 1))
    for position, cells in gathered.items():
        for name, cell in zip(names, cells, strict=True):
            columns[name][position] = cell
    return Table("positions", names, ColumnRows(list(columns.values())), rows.numbers[heads].tolist())


def _keys(rows: LongRows) -> NDArray[np.int64]:
    """Return a number for each row that tells party, issue and date together."""
    keys = rows.cells["party"].astype(np.int64)
    for name in ("issue", "date"):
        keys = keys * len(rows.texts[name]) + rows.cells[name]
    return keys


def _column(rows: LongRows, name: str, heads: RowNumbers) -> list[str]:
    """Return a column of positions as far as the first row of each says it."""
    if name not in STANCE_COLUMNS:
        own = _FIELDS.get(name, name)
        return cells_of(rows.texts[own], rows.cells[own][heads])
    options: Any = np.array(rows.texts["option"], object)[rows.cells["option"][heads]]
    if "stance" not in rows.cells:
        return list(options)
    words = [COLUMN_BY_WORD.get(word.casefold(), DEMANDS) for word in rows.texts["stance"]]
    is_own = np.array([word == name for word in words], np.bool_)[rows.cells["stance"][heads]]
    return list(np.where(is_own, options, ""))
