"""Columns, cells and rows: everything worked out before the table is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.tables.facets import Facet, Marks
from ui.theme.roles import Role
from workbench.domain.case import RecordKey
from workbench.domain.saying import figure
from workbench.finding import text_to_find

Order = str | float | None
"""By which a cell is sorted; none comes last whichever way round."""


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


@dataclass(frozen=True, slots=True)
class Page:
    """One table among those that a lens can show.

    Attributes
    ----------
    key, title : str
        Its stable name, and what the button says that shows it.
    columns : tuple of Column
        Its columns.
    rows : tuple of TableRow
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
    rows: tuple[TableRow, ...] = field(repr=False)
    nothing: str
    count: int | None = None
    facets: tuple[Facet, ...] = field(default=(), repr=False)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.rows) if self.count is None else self.count
