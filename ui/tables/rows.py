"""Columns, cells and rows: everything worked out before the table is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from ui.tables.facets import Facet, Marks, mark, parts_of
from ui.theme.roles import Role
from workbench.domain.case import RecordKey
from workbench.domain.saying import figure
from workbench.finding import text_to_find
from workbench.readmodels.ondemand import OnDemand

ItemT = TypeVar("ItemT")
Order = str | float | None
"""By which a cell is sorted; none comes last whichever way round."""
FindRow = Callable[[str, RecordKey], int]
"""Returns the place of a record among rows, -1 where it is not there."""
Respects = Mapping[str, Sequence[str]]
"""Of each row the key of what it is of, by facet."""
_AT_ONCE = 300
"""As many rows as are made before a table is shown; of more, those that are looked at."""


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell.

    Attributes
    ----------
    text, detail : str
        The text, and what stands under it in smaller letters.
    order : str, float or None
        By which it is sorted.
    strong : bool
        Whether it leads the row.
    role : Role
        Colour of the text.
    colour : str
        Colour of a small square before the text, such as that of a party; empty for none.
    """

    text: str
    detail: str = ""
    order: Order = None
    strong: bool = False
    role: Role = Role.TEXT
    colour: str = ""

    @property
    def whole(self) -> str:
        """Text and detail."""
        return f"{self.text}\n{self.detail}" if self.detail else self.text


def cell(text: str, detail: str = "", *, strong: bool = False, order: Order = None) -> CellText:
    """Return a cell that is sorted by its text, unless told otherwise."""
    return CellText(text, detail, order if order is not None else text or None, strong)


def faint(text: str, order: Order = None) -> CellText:
    """Return a cell that keeps in the background."""
    return CellText(text, "", order if order is not None else text or None, role=Role.TEXT_SECONDARY)


def number(count: int) -> CellText:
    """Return a count; nothing is written for none."""
    return CellText(figure(count) if count else "–", order=float(count), role=_count_role(count))


def _count_role(count: int) -> Role:
    return Role.TEXT if count else Role.TEXT_MUTED


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes
    ----------
    key, title : str
        Its stable name, and its heading.
    share : float
        How much of the width it takes, against the others.
    least : int
        Its least width in pixels at 100 %.
    is_number : bool
        Whether it stands to the right.
    merges : bool
        Whether a text is drawn once only where the rows below say the same.
    tip : str
        What its heading means.
    """

    key: str
    title: str
    share: float = 1.0
    least: int = 48
    is_number: bool = False
    merges: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, leading to a record.

    `sought` holds what the row is found by, as `text_to_find` returns it; `marks` of what it is, in
    every respect in which its page can be narrowed.
    """

    table: str
    key: RecordKey
    cells: tuple[CellText, ...]
    sought: str = ""
    marks: Marks = frozenset()

    @classmethod
    def of(
        cls, table: str, key: RecordKey, cells: tuple[CellText, ...], *also: str, marks: Marks = frozenset()
    ) -> TableRow:
        """Return a row that is found by its texts, and by some others."""
        return cls(table, key, cells, text_to_find(" ".join([*(own.whole for own in cells), *also])), marks)


class RowsOnDemand(OnDemand[TableRow]):
    """Rows that are made when they are looked at.

    Parameters
    ----------
    count : int
        How many there are.
    make : callable
        Makes the row at a place.
    find : callable
        Returns the place of a record.
    respects : callable
        Returns of what the rows are, in every respect in which they can be narrowed, none of them made.
    """

    def __init__(
        self,
        count: int,
        make: Callable[[int], TableRow],
        find: FindRow,
        respects: Callable[[], Respects] = dict,
    ) -> None:
        super().__init__(count, make)
        self.find, self._respects = find, respects

    @cached_property
    def respects(self) -> Respects:
        """Of each row the key of what it is of, by facet."""
        return self._respects()

    def counts(self) -> Counter[str]:
        """Return how many rows bear each mark."""
        found = Counter[str]()
        for facet, keys in self.respects.items():
            found.update({mark(facet, key): count for key, count in Counter(keys).items()})
        return found

    def narrowed(self, wanted: Marks) -> RowsOnDemand:
        """Return the rows that bear every mark."""
        places: Sequence[int] = range(len(self))
        for facet, key in map(parts_of, wanted):
            keys = self.respects[facet]
            places = [place for place in places if keys[place] == key]

        def find(table: str, key: RecordKey) -> int:
            place = self.find(table, key)
            found = bisect_left(places, place)
            return found if found < len(places) and places[found] == place else -1

        def respects() -> Respects:
            return {facet: [keys[place] for place in places] for facet, keys in self.respects.items()}

        return RowsOnDemand(len(places), lambda place: self[places[place]], find, respects)


def rows_of(
    items: Sequence[ItemT],
    make: Callable[[ItemT], TableRow],
    find: FindRow,
    respects: Callable[[], Respects] = dict,
) -> Sequence[TableRow]:
    """Return the rows of some items; those of a long list are made when they are asked for."""
    if len(items) <= _AT_ONCE:
        return tuple(make(item) for item in items)
    return RowsOnDemand(len(items), lambda place: make(items[place]), find, respects)


@dataclass(frozen=True, slots=True)
class Page:
    """One table among those that a lens can show.

    Attributes
    ----------
    key, title : str
        Its stable name, and what the button says that shows it.
    columns : tuple of Column
        Its columns.
    rows : sequence of TableRow
        Its rows, in the order in which they stand while nothing is sorted.
    nothing : str
        What is said where there are no rows.
    count : int or None
        How many there are, where not all of them are rows.
    facets : tuple of Facet
        By what the rows can be narrowed.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[TableRow] = field(repr=False)
    nothing: str
    count: int | None = None
    facets: tuple[Facet, ...] = field(default=(), repr=False)

    def place_of(self, table: str, key: RecordKey) -> int:
        """Return the place of a record among the rows, -1 where it is not there."""
        if isinstance(self.rows, RowsOnDemand):
            return self.rows.find(table, key)
        return next((n for n, own in enumerate(self.rows) if own.key == key and own.table == table), -1)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.rows) if self.count is None else self.count
