"""From the cells of a row to the values of a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.dates import PartialDate
from workbench.domain.errors import InvalidValueError
from workbench.domain.vocabulary import Stance
from workbench.exchange.problems import Problem, a_value
from workbench.exchange.spec import Column, TableSpec
from workbench.exchange.tables import RawRow, Table

STANCE_COLUMNS = {
    "demands": Stance.DEMANDS,
    "accepts": Stance.ACCEPTS,
    "tolerates": Stance.TOLERATES,
    "opposes": Stance.OPPOSES,
    "red_lines": Stance.RED_LINE,
}
COLUMN_BY_STANCE = {stance: name for name, stance in STANCE_COLUMNS.items()}


@dataclass(slots=True)
class ReadRow:
    """A row whose cells have been read one by one.

    Parameters
    ----------
    number : int
        Row number in the file.
    cells : dict of str to value
        Values of the cells that are there and right, by name of the column.
    wrong : set of str
        Columns whose cells are wrong.
    """

    number: int
    cells: dict[str, Any]
    wrong: set[str]


class RowReader:
    """Reads the rows of one table, cell by cell."""

    def __init__(self, spec: TableSpec, table: Table, problems: list[Problem]) -> None:
        self._table = table
        self._problems = problems
        self._columns = [spec.by_name[name] for name in table.columns]
        self._empty = [empty_value(column, spec.defaults) for column in self._columns]
        self._read_before: list[dict[str, Any] | None] = [
            None if column.cell.is_text else {} for column in self._columns
        ]

    def read_all(self) -> Iterator[ReadRow]:
        """Yield every row."""
        for number, row in zip(self._table.numbers, self._table.rows, strict=True):
            yield self.read(number, row)

    def read(self, number: int, row: RawRow) -> ReadRow:
        """Return one row."""
        read = ReadRow(number, {}, set())
        for column, empty, seen, text in zip(self._columns, self._empty, self._read_before, row, strict=True):
            if text is None:
                continue
            if seen is not None and text in seen:
                read.cells[column.name] = seen[text]
                continue
            try:
                value = read.cells[column.name] = read_value(column, empty, text)
            except InvalidValueError as error:
                self._wrong(read, column, error)
            else:
                if seen is not None:
                    seen[text] = value
        return read

    def _wrong(self, read: ReadRow, column: Column, error: InvalidValueError) -> None:
        read.wrong.add(column.name)
        problem = Problem(self._table.name, read.number, column.name, error.found, error.expected)
        self._problems.append(problem)


def read_value(column: Column, empty: Any, text: str) -> Any:
    """Return the value of a cell; what stands for an empty one where it is empty.

    Raises
    ------
    InvalidValueError
        If the cell says nothing that the column can hold.
    """
    bare = text.strip()
    shown = text if column.cell.is_text else bare
    value = column.cell.read(shown) if shown else empty
    if column.is_required and not column.may_be_empty and (not bare or value == ()):
        raise InvalidValueError(bare, a_value(column.name))
    return value


def empty_value(column: Column, defaults: Mapping[str, Any]) -> Any:
    """Return what an empty cell of a column stands for."""
    if column.stance is not None:
        return ()
    return "" if column.cell.is_text else defaults.get(column.field, "")


def merge_stances(cells: Mapping[str, Any], standing: Mapping[str, Stance]) -> dict[str, Stance]:
    """Return the stances of a position after a row: absent columns keep what they held.

    An option that the row names under another stance leaves the column that is absent.
    """
    if not standing:
        return {option: STANCE_COLUMNS[name] for name in STANCE_COLUMNS for option in cells.get(name, ())}
    given = {option for name in STANCE_COLUMNS for option in cells.get(name, ())}
    stances: dict[str, Stance] = {}
    for name, stance in STANCE_COLUMNS.items():
        if name in cells:
            stances.update(dict.fromkeys(cells[name], stance))
        else:
            kept = (option for option, own in standing.items() if own is stance and option not in given)
            stances.update(dict.fromkeys(kept, stance))
    return stances


def stance_clashes(cells: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield option, column and earlier column for each option named under two stances."""
    seen: dict[str, str] = {}
    for name in STANCE_COLUMNS:
        for option in cells.get(name, ()):
            if option in seen:
                yield option, name, seen[option]
            seen[option] = name


def ends_before_it_begins(since: PartialDate | None, until: PartialDate | None) -> bool:
    """Whether the end lies before the beginning, whatever day each of them means."""
    if since is None or until is None or since.earliest is None or until.latest is None:
        return False
    return until.latest < since.earliest
