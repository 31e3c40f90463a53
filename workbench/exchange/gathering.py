"""Positions of which more than one row of a long list speaks."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from numpy.typing import NDArray

from workbench.domain.codes import SEPARATOR
from workbench.domain.saying import translate
from workbench.exchange.longrows import COLUMN_BY_WORD, LongRows, RowNumbers
from workbench.exchange.problems import Problem, as_before
from workbench.exchange.rows import STANCE_COLUMNS

DEMANDS = "demands"
"""The column of a row that names no stance."""

_KEY = {"party": "party", "issue": "issue", "from": "date"}


def position_columns(given: Container[str]) -> tuple[str, ...]:
    """Return the columns of positions that a list with the given columns says something of."""
    stances = tuple(STANCE_COLUMNS) if "stance" in given else (DEMANDS,)
    others = {"salience": "salience", "source": "sources", "statement": "statement"}
    return (*_KEY, *stances, *(column for name, column in others.items() if name in given))


class Gathering:
    """Puts the rows of a position together.

    Parameters
    ----------
    rows : LongRows
        Rows that are right each by itself.
    names : tuple of str
        Columns of positions.
    problems : list of Problem
        Where rows that contradict one another are added.
    """

    def __init__(self, rows: LongRows, names: tuple[str, ...], problems: list[Problem]) -> None:
        self._rows = rows
        self._places = {name: place for place, name in enumerate(names)}
        self._problems = problems

    def of(self, position: NDArray[Any], chosen: RowNumbers) -> dict[int, list[str]]:
        """Return the cells of the positions of some rows, by the number of the position of each row."""
        gathered: dict[int, list[str]] = {}
        for row, own in zip(chosen.tolist(), position[chosen].tolist(), strict=True):
            if own not in gathered:
                key = [self._rows.text(name, row) for name in _KEY.values()]
                gathered[own] = [*key, *[""] * (len(self._places) - len(key))]
            self._add(row, gathered[own])
        return gathered

    def _add(self, row: int, cells: list[str]) -> None:
        text = self._rows.text
        column = COLUMN_BY_WORD.get(text("stance", row).casefold(), DEMANDS)
        self._take_stance(row, cells, column, text("option", row))
        if salience := text("salience", row):
            self._once(row, cells, "salience", salience)
        if statement := text("statement", row):
            self._also(cells, "statement", statement, "\n")
        if source := text("source", row):
            self._also(cells, "sources", source, SEPARATOR)

    def _take_stance(self, row: int, cells: list[str], column: str, option: str) -> None:
        taken = (cells[place] for name, place in self._places.items() if name in STANCE_COLUMNS)
        if any(option in cell.split(SEPARATOR) for cell in taken if cell):
            expected = translate(
                "Expected", "one stance on each option of a position; a row before has one already"
            )
            self._report(row, "option", option, expected)
        else:
            self._also(cells, column, option, SEPARATOR)

    def _once(self, row: int, cells: list[str], column: str, text: str) -> None:
        place = self._places[column]
        cells[place] = cells[place] or text
        if text != cells[place]:
            self._report(row, column, text, as_before(cells[place]))

    def _also(self, cells: list[str], column: str, text: str, separator: str) -> None:
        place = self._places[column]
        parts = cells[place].split(separator) if cells[place] else []
        if text not in parts:
            cells[place] = separator.join([*parts, text])

    def _report(self, row: int, column: str, found: str, expected: str) -> None:
        self._problems.append(Problem(self._rows.file, self._rows.number(row), column, found, expected))
