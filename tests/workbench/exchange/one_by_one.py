"""A long list of positions read row by row, to hold the reading by columns against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.domain.codes import SEPARATOR
from workbench.domain.errors import InvalidValueError
from workbench.exchange.cells import CODE, DATE, ISSUE_CODE, SOURCES, Cell, number, read_text, write_number
from workbench.exchange.problems import Problem
from workbench.exchange.rows import STANCE_COLUMNS
from workbench.exchange.tables import Table

_DEMANDS = "demands"
_COLUMN_BY_WORD = {stance.word: column for column, stance in STANCE_COLUMNS.items()}
_KEY = ("party", "issue", "from")


def _read_stance(text: str) -> str:
    """Return the column of a stance word."""
    column = _COLUMN_BY_WORD.get(text.casefold())
    if column is None:
        raise InvalidValueError(text, "one of " + ", ".join(_COLUMN_BY_WORD))
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


class PositionList:
    """Gathers positions from stances, and makes parties, issues, options and sources as they appear.

    Code and name of what is made are the text as it stands. Names say something of new records
    only: a party that the case has already keeps its own.

    Parameters
    ----------
    file : str
        Name of the file, for problems.
    given : frozenset of str
        Columns that the file has.
    locations : mapping of str to float
        Location by option, where every issue is ordered; empty otherwise.
    problems : list of Problem
        Where problems are added.
    """

    def __init__(
        self, file: str, given: frozenset[str], locations: Mapping[str, float], problems: list[Problem]
    ) -> None:
        self._file = file
        self._locations = locations
        self._problems = problems
        self._right: dict[str, dict[str, Any]] = {name: {} for name in _CELLS}
        self._parties: dict[str, int] = {}
        self._issues: dict[str, int] = {}
        self._baskets: dict[str, str] | None = {} if "basket" in given else None
        self._options: dict[tuple[str, str], int] = {}
        self._sources: dict[str, int] = {}
        self._columns = (*_KEY, *_position_columns(given))
        self._places = {column: place for place, column in enumerate(self._columns)}
        self._positions: dict[tuple[str, str, str], list[str]] = {}
        self._numbers: list[int] = []

    def add(self, number: int, cells: Mapping[str, str]) -> None:
        """Add one stance; what is wrong with it becomes a problem."""
        before = len(self._problems)
        for name, text in cells.items():
            if text not in self._right[name]:
                self._read(number, name, text)
        if self._locations and cells["option"] and cells["option"] not in self._locations:
            expected = "one of " + ", ".join(self._locations)
            self._problems.append(Problem(self._file, number, "option", cells["option"], expected))
        if len(self._problems) == before:
            self._name(number, cells)
            self._stand(number, cells)

    def _read(self, number: int, name: str, text: str) -> None:
        """Read a cell that has not been seen before, and keep what it says."""
        try:
            if name in ("party", "issue", "option", "date") and not text:
                raise InvalidValueError("", f"a value for {name}")
            self._right[name][text] = _CELLS[name].read(text) if text else None
        except InvalidValueError as error:
            self._problems.append(Problem(self._file, number, name, error.found, error.expected))

    def _name(self, number: int, cells: Mapping[str, str]) -> None:
        """Make party, issue, option and source where they appear for the first time."""
        issue = cells["issue"]
        self._parties.setdefault(cells["party"], number)
        if issue not in self._issues:
            self._issues[issue] = number
            for option in self._locations:
                self._options[issue, option] = number
        self._options.setdefault((issue, cells["option"]), number)
        if self._baskets is not None and cells["basket"]:
            first = self._baskets.setdefault(issue, cells["basket"])
            self._same(number, "basket", cells["basket"], first)
        for reference in self._right["source"].get(cells.get("source", "")) or ():
            self._sources.setdefault(reference.code, number)

    def _stand(self, number: int, cells: Mapping[str, str]) -> None:
        """Put the stance into the position of its party, issue and date."""
        key = (cells["party"], cells["issue"], cells["date"])
        row = self._positions.get(key)
        if row is None:
            row = self._positions[key] = [*key, *[""] * (len(self._columns) - len(key))]
            self._numbers.append(number)
        column = self._right["stance"].get(cells.get("stance", "")) or _DEMANDS
        self._take_stance(number, row, column, cells["option"])
        if cells.get("salience"):
            self._once(number, row, "salience", cells["salience"])
        if cells.get("statement"):
            self._also(row, "statement", cells["statement"], "\n")
        if cells.get("source"):
            self._also(row, "sources", cells["source"], SEPARATOR)

    def _take_stance(self, number: int, row: list[str], column: str, option: str) -> None:
        taken = (row[place] for name, place in self._places.items() if name in STANCE_COLUMNS)
        if any(option in cell.split(SEPARATOR) for cell in taken if cell):
            expected = "one stance on each option of a position; a row before has one already"
            self._problems.append(Problem(self._file, number, "option", option, expected))
        else:
            self._also(row, column, option, SEPARATOR)

    def _once(self, number: int, row: list[str], column: str, text: str) -> None:
        place = self._places[column]
        row[place] = row[place] or text
        self._same(number, column, text, row[place])

    def _same(self, number: int, column: str, text: str, first: str) -> None:
        if text != first:
            self._problems.append(Problem(self._file, number, column, text, f"“{first}”, as in a row before"))

    def _also(self, row: list[str], column: str, text: str, separator: str) -> None:
        place = self._places[column]
        parts = row[place].split(separator) if row[place] else []
        if text not in parts:
            row[place] = separator.join([*parts, text])

    def tables(self) -> dict[str, Table]:
        """Return the tables; those without a row are left out."""
        parties = (((code, code), row) for code, row in self._parties.items())
        sources = (((code, code), row) for code, row in self._sources.items())
        tables = (
            _table("parties", ("code", "name"), parties, "name"),
            self._issue_table(),
            self._option_table(),
            _table("sources", ("code", "title"), sources, "title"),
            Table("positions", self._columns, list(self._positions.values()), self._numbers),
        )
        return {table.name: table for table in tables if table.rows}

    def _issue_table(self) -> Table:
        scale = ("scale",) if self._locations else ()
        basket = ("basket",) if self._baskets is not None else ()
        baskets = self._baskets or {}
        words = ("ordered",) if self._locations else ()
        rows = (
            ((code, code, *words, *((baskets.get(code, ""),) if basket else ())), row)
            for code, row in self._issues.items()
        )
        return _table("issues", ("code", "title", *scale, *basket), rows, "title")

    def _option_table(self) -> Table:
        if not self._locations:
            rows = (((issue, code, code), row) for (issue, code), row in self._options.items())
            return _table("options", ("issue", "code", "label"), rows, "label")
        located = {code: write_number(location) for code, location in self._locations.items()}
        placed = (((issue, code, code, located[code]), row) for (issue, code), row in self._options.items())
        return _table("options", ("issue", "code", "label", "location"), placed, "label")


def _position_columns(given: frozenset[str]) -> tuple[str, ...]:
    """Return the columns of positions that a file with the given columns says something of."""
    stances = tuple(STANCE_COLUMNS) if "stance" in given else (_DEMANDS,)
    others = {"salience": "salience", "source": "sources", "statement": "statement"}
    return (*stances, *(column for name, column in others.items() if name in given))


def _table(
    name: str, columns: tuple[str, ...], rows: Iterable[tuple[Sequence[str], int]], for_new_only: str
) -> Table:
    cells, numbers = zip(*rows, strict=True) if (rows := list(rows)) else ((), ())
    return Table(name, columns, cells, numbers, (), frozenset({for_new_only}))
