"""Tables as they stand in a file, before anything in them is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, overload

from workbench.exchange.problems import Problem

RawRow: TypeAlias = Sequence[str | None]
"""The cells of a row in the order of the columns; none where the row has no such cell at all."""


class ColumnRows(Sequence[RawRow]):
    """Rows kept as columns of one length; a row is made when it is looked at."""

    __slots__ = ("columns",)

    def __init__(self, columns: Sequence[Sequence[str | None]]) -> None:
        self.columns = tuple(columns)

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, place: int) -> RawRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[RawRow]: ...
    def __getitem__(self, place: int | slice) -> RawRow | Sequence[RawRow]:
        if isinstance(place, slice):
            return ColumnRows([column[place] for column in self.columns])
        return tuple(column[place] for column in self.columns)

    def __iter__(self) -> Iterator[RawRow]:
        return zip(*self.columns, strict=True)


@dataclass(frozen=True, slots=True)
class Table:
    """One table, cell by cell as text.

    Parameters
    ----------
    name : str
        Name of the table.
    columns : tuple of str
        Known columns that it has, in the order of the file.
    rows : sequence of sequence of (str or None)
        Cells by row, in the order of `columns`.
    numbers : sequence of int
        Row number in the file, for each row.
    spoiled : sequence of sequence of (str or None)
        Rows that cannot be read as a whole; their codes still count as known, so that one broken
        row is one problem and not many.
    for_new_only : frozenset of str
        Columns that say something of new records only, and leave existing ones alone.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[RawRow]
    numbers: Sequence[int]
    spoiled: Sequence[RawRow] = ()
    for_new_only: frozenset[str] = frozenset()

    def column(self, name: str) -> Sequence[str | None]:
        """Return the cells of one of the columns."""
        place = self.columns.index(name)
        if isinstance(self.rows, ColumnRows):
            return self.rows.columns[place]
        return [row[place] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that was read from one input.

    Parameters
    ----------
    name : str
        Name of the folder or file.
    tables : mapping of str to Table
        By name of the table.
    problems : tuple of Problem
        What was wrong with the form of the tables; planning an import reports them with the rest.
    notices : tuple of str
        What was left unread, in words.
    incomplete : frozenset of str
        Tables that could not be read to the end; a reference to them is not checked, so that one
        broken quote is one problem and not many.
    names_by_label : bool
        Whether options may be named by the labels that they have in the case.
    """

    name: str
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    incomplete: frozenset[str] = frozenset()
    names_by_label: bool = False


@dataclass(slots=True)
class Findings:
    """What turns up while tables are read."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)
