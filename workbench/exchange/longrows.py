"""The rows of a long list of positions: its cells as they stand, and which of them are right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.domain.errors import InvalidValueError, one_of
from workbench.exchange.cells import CODE, DATE, ISSUE_CODE, SOURCES, Cell, number, read_text
from workbench.exchange.problems import Problem, a_value
from workbench.exchange.rows import STANCE_COLUMNS
from workbench.exchange.textcolumn import Numbers

Mask = NDArray[np.bool_]
RowNumbers = NDArray[np.int64]

REQUIRED = ("party", "issue", "option", "date")
OPTIONAL = ("stance", "salience", "basket", "statement", "source")

COLUMN_BY_WORD = {stance.word: column for column, stance in STANCE_COLUMNS.items()}
"""Column of positions by stance word."""


def _read_stance(text: str) -> str:
    """Return the column of a stance word."""
    column = COLUMN_BY_WORD.get(text.casefold())
    if column is None:
        raise InvalidValueError(text, one_of(COLUMN_BY_WORD))
    return column


_CELLS: dict[str, Cell] = {
    "party": CODE,
    "issue": ISSUE_CODE,
    "option": CODE,
    "date": DATE,
    "stance": Cell(_read_stance),
    "salience": number(0, 100),
    "basket": Cell(read_text),
    "statement": Cell(read_text),
    "source": SOURCES,
}


@dataclass(frozen=True, slots=True, eq=False)
class LongRows:
    """Rows of a long list, column by column.

    Parameters
    ----------
    file : str
        Name of the file, for problems.
    numbers : int64, shape (n,)
        Number of each row in the file.
    texts : mapping of str to sequence of str
        The distinct texts of each column that the file has.
    cells : mapping of str to int32, shape (n,)
        For each of these columns, which of its texts stands in each row.
    """

    file: str
    numbers: RowNumbers
    texts: Mapping[str, Sequence[str]]
    cells: Mapping[str, Numbers]

    def where(self, mask: Mask) -> LongRows:
        """Return some of the rows."""
        if mask.all():
            return self
        cells = {name: own[mask] for name, own in self.cells.items()}
        return LongRows(self.file, self.numbers[mask], self.texts, cells)

    def number(self, row: int) -> int:
        """Return the number of a row in the file."""
        return int(self.numbers[row])

    def text(self, name: str, row: int) -> str:
        """Return a cell, empty where the file has no such column."""
        return self.texts[name][self.cells[name][row]] if name in self.cells else ""

    def filled(self, name: str) -> Mask:
        """Tell in which rows a column is not empty."""
        return np.array([bool(text) for text in self.texts[name]], np.bool_)[self.cells[name]]


def right_rows(rows: LongRows, locations: Mapping[str, float], problems: list[Problem]) -> LongRows:
    """Return the rows every cell of which is right; what is wrong with the others becomes problems.

    Each distinct text is read once, however often it stands there.
    """
    faults = {name: _faults(name, texts) for name, texts in rows.texts.items()}
    strangers = _strangers(rows.texts["option"], locations)
    wrong = np.isin(rows.cells["option"], strangers)
    for name, own in faults.items():
        wrong |= np.isin(rows.cells[name], list(own))
    for row in np.flatnonzero(wrong).tolist():
        for name, own in faults.items():
            fault = own.get(int(rows.cells[name][row]))
            if fault is not None:
                problems.append(Problem(rows.file, rows.number(row), name, fault.found, fault.expected))
        if rows.cells["option"][row] in strangers:
            found, expected = rows.text("option", row), one_of(locations)
            problems.append(Problem(rows.file, rows.number(row), "option", found, expected))
    return rows.where(~wrong)


def _faults(name: str, texts: Sequence[str]) -> dict[int, InvalidValueError]:
    """Return what is wrong with the texts of a column, by their numbers."""
    faults = {}
    for number_of_text, text in enumerate(texts):
        try:
            if text:
                _CELLS[name].read(text)
            elif name in REQUIRED:
                raise InvalidValueError("", a_value(name))
        except InvalidValueError as error:
            faults[number_of_text] = error
    return faults


def _strangers(options: Sequence[str], locations: Mapping[str, float]) -> list[int]:
    """Return the numbers of the options that have no place among those that are ordered."""
    if not locations:
        return []
    return [place for place, option in enumerate(options) if option and option not in locations]
