"""The matrix as a room sees it: issues down, parties across, the room at the right, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.cells import draw_cell
from ui.paint.headers import draw_square
from ui.paint.layout import BAR_FOOT, BAR_GAP, BAR_HEIGHT, CARD_PAD_X, CARD_PAD_Y, text_width
from ui.paint.marks import marks_of
from ui.paint.rooms import draw_room
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.readmodels.matrix_types import PartyColumn
from workbench.readmodels.presenting import PresentModel

GAP = 4.0
HEAD = 22.0
SQUARE = 9.0
MOST_LINES = 4
_LEAST_COLUMN, _LEAST_TITLES, _LEAST_ROOM = 84.0, 104.0, 114.0
_TITLES, _ROOM = 0.19, 0.145
_LEAST_ROW = 44.0
_MOST_STRETCH = 22.0


@dataclass(frozen=True, slots=True)
class Across:
    """Widths of titles, of one party and of the rooms."""

    titles: float
    party: float
    room: float


def widths(width: float, parties: int, *, has_room: bool) -> Across:
    """Return how a width is shared out; a party may come out narrower than can be read."""
    titles = max(width * _TITLES, _LEAST_TITLES)
    room = max(width * _ROOM, _LEAST_ROOM) + GAP if has_room else 0.0
    return Across(titles, (width - titles - room) / max(parties, 1) - GAP, room)


def columns_a_page(width: float, parties: int, *, has_room: bool) -> list[range]:
    """Return as many parties at a time as find space, spread evenly over the pages."""
    own = widths(width, 1, has_room=has_room)
    fitting = max(int((width - own.titles - own.room) // (_LEAST_COLUMN + GAP)), 1)
    pages = max(-(-parties // fitting), 1)
    a_page = max(-(-parties // pages), 1)
    return [range(first, min(first + a_page, parties)) for first in range(0, max(parties, 1), a_page)]


def rows_a_page(heights: Sequence[float], space: float) -> list[range]:
    """Return as many rows at a time as find space; one that is higher than the space stands alone."""
    pages: list[range] = []
    start, used = 0, 0.0
    for number, height in enumerate(heights):
        if used + height > space and number > start:
            pages.append(range(start, number))
            start, used = number, 0.0
        used += height
    return [*pages, range(start, len(heights))]


@dataclass(frozen=True, slots=True, eq=False)
class Measurer:
    """Measures rows in a type."""

    model: PresentModel
    scale: TypeScale
    texts: TextCache

    def heights(self, rows: Sequence[int], columns: range, across: Across) -> list[float]:
        """Return the height of every row with the gap below it."""
        return [self._height(row, columns, across) + GAP for row in rows]

    def _height(self, row: int, columns: range, across: Across) -> float:
        title = self.texts.block(
            self.model.issue(row).title, self.scale.name, across.titles - 2.0 * GAP, MOST_LINES
        )
        lines = max((self._lines(row, column, across.party) for column in columns), default=1)
        bar = BAR_GAP + BAR_HEIGHT + BAR_FOOT
        return max(title.height + GAP, lines * self.scale.cell.line + CARD_PAD_Y + bar, _LEAST_ROW)

    def _lines(self, row: int, column: int, width: float) -> int:
        cell = self.model.cell(row, column)
        text = f"{cell.lead}: {cell.text}" if cell.lead else cell.text
        space = text_width(width, min(len(marks_of(cell)), 2), self.scale)
        return len(self.texts.block(text, self.scale.cell, space, MOST_LINES).lines)


@dataclass(frozen=True, slots=True, eq=False)
class OverviewBody:
    """A page of the matrix: some rows and some columns of it.

    `empty` is what a cell says in which nothing stands.
    """

    model: PresentModel
    rows: tuple[int, ...]
    heights: tuple[float, ...]
    columns: range
    across: Across
    empty: str

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        lefts = list(self._lefts(body.x()))
        for column, left in zip(self.columns, lefts, strict=True):
            place = QRectF(left, body.y(), self.across.party, HEAD)
            draw_party_name(canvas, place, self.model.columns[column])
        if self.across.room:
            place = QRectF(body.right() - self.across.room + GAP, body.y(), self.across.room - GAP, HEAD)
            canvas.line("Room", canvas.scale.name, place, Role.TEXT)
        spare = body.height() - HEAD - sum(self.heights)
        stretch = min(max(spare / max(len(self.rows), 1), 0.0), _MOST_STRETCH)
        top = body.y() + HEAD
        for row, height in zip(self.rows, self.heights, strict=True):
            self._draw_row(canvas, QRectF(body.x(), top, body.width(), height + stretch - GAP), row, lefts)
            top += height + stretch

    def _lefts(self, start: float) -> Iterator[float]:
        for place in range(len(self.columns)):
            yield start + self.across.titles + place * (self.across.party + GAP)

    def _draw_row(self, canvas: Canvas, line: QRectF, row: int, lefts: Sequence[float]) -> None:
        scale = canvas.scale
        title = canvas.texts.block(
            self.model.issue(row).title, scale.name, self.across.titles - 2.0 * GAP, MOST_LINES
        )
        canvas.text(title, line.x(), line.center().y() - title.height / 2.0, Role.TEXT)
        for column, left in zip(self.columns, lefts, strict=True):
            place = QRectF(left, line.y(), self.across.party, line.height())
            draw_cell(canvas, place, self.model.cell(row, column), empty=self.empty)
        room = self.model.room(row) if self.across.room else None
        if room is not None:
            width = self.across.room - GAP
            draw_room(canvas, QRectF(line.right() - width, line.y(), width, line.height()), room)


def draw_party_name(canvas: Canvas, place: QRectF, column: PartyColumn) -> None:
    """Draw the colour of a party and its name on one line."""
    scale, side = canvas.scale, SQUARE
    square = QRectF(place.x() + CARD_PAD_X / 2.0, place.center().y() - side / 2.0, side, side)
    draw_square(canvas, square, column)
    name = place.adjusted(CARD_PAD_X / 2.0 + side + GAP, 0.0, 0.0, 0.0)
    canvas.line(column.label, scale.name, name, Role.TEXT)


def overview_bodies(
    model: PresentModel, body: QRectF, scale: TypeScale, texts: TextCache, empty: str
) -> list[OverviewBody]:
    """Return the matrix on as many pages as it needs in a space of that size."""
    measurer = Measurer(model, scale, texts)
    has_room = any(model.issue(row).has_room for row in model.rows)
    made: list[OverviewBody] = []
    for columns in columns_a_page(body.width(), len(model.columns), has_room=has_room):
        across = widths(body.width(), len(columns), has_room=has_room)
        rows = [row for row in model.rows if columns.start == 0 or _is_spoken_of(model, row, columns)]
        heights = measurer.heights(rows, columns, across)
        for part in rows_a_page(heights, body.height() - HEAD) if rows else ():
            own = tuple(rows[n] for n in part), tuple(heights[n] for n in part)
            roomless = not any(model.issue(rows[n]).has_room for n in part)
            wide = widths(body.width() + GAP, len(columns), has_room=False) if roomless else across
            made.append(OverviewBody(model, *own, columns, wide, empty))
    return made


def _is_spoken_of(model: PresentModel, row: int, columns: range) -> bool:
    """Return whether any of some parties holds a position on an issue."""
    return any(not model.cell(row, column).is_empty for column in columns)
