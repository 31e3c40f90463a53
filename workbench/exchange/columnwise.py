"""Checking a whole table column by column, where nothing in it is out of the ordinary.

What a cell says is worked out once for each distinct text, and what cells say together once for each
combination. It either finds every row right or leaves the table alone: to say what is wrong, and to
change a record that stands already, is for the row by row `TableChecker`, whose rules these are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import InvalidValueError
from workbench.domain.position import Position
from workbench.domain.recordcolumns import RecordColumns
from workbench.domain.vocabulary import Track
from workbench.exchange.known import KnownCodes
from workbench.exchange.matching import Matcher, PositionMatcher
from workbench.exchange.references import faults
from workbench.exchange.rows import STANCE_COLUMNS, empty_value, merge_stances, read_value
from workbench.exchange.spec import Column, TableSpec
from workbench.exchange.standing import Standing
from workbench.exchange.tables import Table

_BY_ROW_ALONE = ("case", "groups")
"""Tables whose rows have rules of their own; they are short."""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table every row of which is right.

    Parameters
    ----------
    added : RecordColumns or None
        The new records, in the order of their rows.
    new_rows : sequence of int
        Place of the row of each of them.
    standing : sequence of (int, int)
        Place of the row and number of the record, for each row that may change a record of the case.
    unchanged : int
        How many rows say what the case has.
    """

    added: RecordColumns | None
    new_rows: Sequence[int]
    standing: Sequence[tuple[int, int]]
    unchanged: int


class _OutOfTheOrdinaryError(Exception):
    """Something that is to be looked at row by row."""


def read_by_columns(spec: TableSpec, table: Table, standing: Standing, known: KnownCodes) -> ReadTable | None:
    """Return what a table says, none where it has to be read row by row.

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
    """
    if spec.name in _BY_ROW_ALONE or not table.rows or not set(spec.required) <= set(table.columns):
        return None
    try:
        return _ColumnReader(spec, table, standing, known).read()
    except (_OutOfTheOrdinaryError, InvalidValueError):
        return None


class _ColumnReader:
    """Reads one table; anything out of the ordinary stops it."""

    def __init__(self, spec: TableSpec, table: Table, standing: Standing, known: KnownCodes) -> None:
        self._spec = spec
        self._table = table
        self._standing = standing
        self._known = known
        self._columns = [spec.by_name[name] for name in table.columns]
        self._values = {column.name: self._read_cells(column) for column in self._columns}
        self._positions = PositionMatcher(standing, table) if spec.make is Position else None

    def read(self) -> ReadTable:
        numbers = self._matches()
        self._check_keys()
        new = [row for row, number in enumerate(numbers) if number is None]
        found = [(row, number) for row, number in enumerate(numbers) if number is not None]
        changed = self._differing(found)
        added = self._added(new) if new else None
        return ReadTable(added, new, changed, len(found) - len(changed))

    def _read_cells(self, column: Column) -> list[Any]:
        cells = self._table.column(column.name)
        if self._standing and None in cells:
            raise _OutOfTheOrdinaryError  # such a cell leaves the value alone
        empty = empty_value(column, self._spec.defaults)
        read = {cell: read_value(column, empty, cell or "") for cell in dict.fromkeys(cells)}
        return list(map(read.__getitem__, cells))

    def _matches(self) -> Sequence[int | None]:
        """Return for each row the number of the record of the case that it is about, or none."""
        if not self._standing:
            return [None] * len(self._table.rows)
        find = (self._positions or Matcher(self._spec, self._standing)).find
        rows = zip(*self._values.values(), strict=True)
        return [find(dict(zip(self._values, row, strict=True))) for row in rows]

    def _check_keys(self) -> None:
        """Make sure that each row has a key of its own."""
        given = [name for name in self._spec.key if name in self._values]
        if self._standing and len(given) < len(self._spec.key) and self._positions is None:
            raise _OutOfTheOrdinaryError  # part of the key is that of the records that stand
        texts = [["" if value is None else str(value) for value in self._values[name]] for name in given]
        keys = [key for key in zip(*texts, strict=True) if any(key)]
        if len(set(keys)) < len(keys):
            raise _OutOfTheOrdinaryError

    def _differing(self, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return those rows that say something else than the record does already."""
        differing: set[int] = set()
        for column in self._columns if found else ():
            if column.name in self._table.for_new_only:
                continue
            cells, standing = self._table.column(column.name), self._standing.cells(column)
            differing.update(row for row, number in found if not _is(column, cells[row], standing[number]))
        return [(row, number) for row, number in found if row in differing]

    def _added(self, new: list[int]) -> RecordColumns:
        """Return the new records, after checking what each of them names."""
        values = self._values
        if len(new) < len(self._table.rows):
            values = {name: [own[row] for row in new] for name, own in values.items()}
        fields = {column.field: values[column.name] for column in self._columns if column.stance is None}
        if self._positions is not None:
            fields["stances"] = _stances(values)
            fields["ref"] = self._refs(values)
        for names in _together(self._spec):
            self._check(names, fields)
        return RecordColumns(self._spec.name, fields)

    def _refs(self, values: Mapping[str, Sequence[Any]]) -> list[str]:
        """Return the refs of new positions, made where none is given."""
        assert self._positions is not None  # noqa: S101
        given = values.get("ref") or [""] * len(values["party"])
        tracks = values.get("track") or [Track.DECLARED] * len(given)
        rows = zip(given, values["party"], values["issue"], values["from"], tracks, strict=True)
        make = self._positions.new_ref
        return [ref or make(party, issue, since.text, track) for ref, party, issue, since, track in rows]

    def _check(self, names: tuple[str, ...], fields: Mapping[str, Sequence[Any]]) -> None:
        """Make sure that what these fields say together can stand."""
        if not all(name in fields for name in names):
            return
        for values in _distinct([fields[name] for name in names]):
            if any(faults(self._spec, dict(zip(names, values, strict=True)), self._known)):
                raise _OutOfTheOrdinaryError


def _is(column: Column, cell: str | None, standing: str) -> bool:
    """Whether a cell says what stands there."""
    return cell == standing or (not column.cell.is_text and (cell or "").strip() == standing)


def _stances(values: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Return the stances of each row, one mapping for all that name the same options."""
    names = [name for name in STANCE_COLUMNS if name in values]
    if not names:
        return [{}] * len(values["party"])
    columns = [values[name] for name in names]
    merged = {}
    for options in _distinct(columns):
        stances = merge_stances(dict(zip(names, options, strict=True)), {})
        if len(stances) < sum(map(len, options)):
            raise _OutOfTheOrdinaryError  # one option under two stances
        merged[_ident(options)] = stances
    return [merged[_ident(row)] for row in zip(*columns, strict=True)]


def _together(spec: TableSpec) -> Iterator[tuple[str, ...]]:
    """Yield the fields of a table that have to be looked at together."""
    for column in spec.referring:
        yield (column.option_of, column.field) if column.option_of else (column.field,)
    yield "issue", "stances"
    yield "since", "until"
    yield "date", "until"


def _distinct(columns: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """Yield the combinations in the rows; equal texts have been read as one and the same value."""
    seen = set()
    for row in zip(*columns, strict=True):
        ident = _ident(row)
        if ident not in seen:
            seen.add(ident)
            yield row


def _ident(row: tuple[Any, ...]) -> tuple[int, ...]:
    return tuple(map(id, row))
