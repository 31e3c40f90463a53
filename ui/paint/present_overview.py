"""The matrix as a room sees it: issues down, parties across, the room at the right, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.cells import draw_cell
from ui.paint.layout import BAR_FOOT, BAR_GAP, BAR_HEIGHT, CARD_PAD_Y, text_width
from ui.paint.marks import marks_of
from ui.paint.present_layout import (
    GAP,
    MOST_LINES,
    NAME_LINES,
    Across,
    columns_a_page,
    draw_party_name,
    draw_room_name,
    even_rows,
    fitting,
    head_height,
    least_column,
    room_head_height,
    widths,
)
from ui.paint.room_words import aside_of, meeting_of
from ui.paint.rooms import draw_room
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.readmodels.matrix_types import PartyColumn
from workbench.readmodels.presenting import PresentModel

_LEAST_ROW = 44.0
_MOST_STRETCH = 22.0
_BAR = BAR_GAP + BAR_HEIGHT + BAR_FOOT


@dataclass(frozen=True, slots=True, eq=False)
class Setter:
    """Sets rows in a type.

    `empty` is what a cell says in which nothing stands; `lines` is how many of them a title or a cell may
    take, `names` how many the name of a party may.
    """

    model: PresentModel
    scale: TypeScale
    texts: TextCache
    width: float
    empty: str
    lines: int = MOST_LINES
    names: int = NAME_LINES

    def title(self, row: int, across: Across) -> Block:
        """Return the title of an issue, beside its row or over it."""
        room = across.titles - 2.0 * GAP if across.titles else self.width
        return self.texts.block(self.model.issue(row).title, self.scale.name, room, self.lines)

    def heights(self, rows: Sequence[int], columns: range, across: Across) -> list[float]:
        """Return the height of every row with the gap below it."""
        return [self._height(row, columns, across) + GAP for row in rows]

    def _height(self, row: int, columns: range, across: Across) -> float:
        title = self.title(row, across).height + GAP
        lines = max((self._lines(row, column, across.party) for column in columns), default=1)
        cells = max(lines * self.scale.cell.line + CARD_PAD_Y + _BAR, _LEAST_ROW, self._room(row, across))
        return max(title, cells) if across.titles else title + cells

    def _lines(self, row: int, column: int, width: float) -> int:
        cell = self.model.cell(row, column)
        text = f"{cell.lead}: {cell.text}" if cell.lead else cell.text
        space = text_width(width, min(len(marks_of(cell)), 2), self.scale)
        return len(self.texts.block(text, self.scale.cell, space, self.lines).lines)

    def _room(self, row: int, across: Across) -> float:
        """Return how high a room has to be to say where they meet."""
        room = self.model.room(row) if across.room else None
        if room is None:
            return 0.0
        width = text_width(across.room - GAP, 0, self.scale)
        lines = len(self.texts.block(meeting_of(room), self.scale.small, width, self.lines).lines)
        lines += 1 if aside_of(room) else 0
        return self.scale.name.line + lines * self.scale.small.line + 2.0 * CARD_PAD_Y


@dataclass(frozen=True, slots=True, eq=False)
class OverviewBody:
    """A page of the matrix: some rows and some columns of it."""

    setter: Setter
    rows: tuple[int, ...]
    heights: tuple[float, ...]
    columns: range
    across: Across
    head: float

    @property
    def height(self) -> float:
        """How much space it takes at least."""
        return self.head + sum(self.heights)

    @property
    def is_whole(self) -> bool:
        """Whether no text in it was cut for want of space."""
        return self.setter.lines == MOST_LINES and self.setter.names == NAME_LINES

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        lefts = list(self._lefts(body.x()))
        for column, left in zip(self.columns, lefts, strict=True):
            place = QRectF(left, body.y(), self.across.party, self.head)
            draw_party_name(canvas, place, self.setter.model.columns[column])
        if self.across.room:
            draw_room_name(canvas, QRectF(self._room_left(body), body.y(), self._room_width, self.head))
        stretch = min(max((body.height() - self.height) / max(len(self.rows), 1), 0.0), _MOST_STRETCH)
        top = body.y() + self.head
        for row, height in zip(self.rows, self.heights, strict=True):
            self._draw_row(canvas, QRectF(body.x(), top, body.width(), height + stretch - GAP), row, lefts)
            top += height + stretch

    @property
    def _room_width(self) -> float:
        return self.across.room - GAP

    def _room_left(self, body: QRectF) -> float:
        return body.right() - self._room_width

    def _lefts(self, start: float) -> Iterator[float]:
        for place in range(len(self.columns)):
            yield start + self.across.titles + place * (self.across.party + GAP)

    def _draw_row(self, canvas: Canvas, line: QRectF, row: int, lefts: Sequence[float]) -> None:
        model, title = self.setter.model, self.setter.title(row, self.across)
        if self.across.titles:
            canvas.text(title, line.x(), line.center().y() - title.height / 2.0, Role.TEXT)
        else:
            canvas.text(title, line.x(), line.y(), Role.TEXT)
            line = line.adjusted(0.0, title.height + GAP / 2.0, 0.0, 0.0)
        for column, left in zip(self.columns, lefts, strict=True):
            place = QRectF(left, line.y(), self.across.party, line.height())
            draw_cell(canvas, place, model.cell(row, column), empty=self.setter.empty)
        room = model.room(row) if self.across.room else None
        if room is not None:
            draw_room(canvas, QRectF(self._room_left(line), line.y(), self._room_width, line.height()), room)


def overview_bodies(
    model: PresentModel, body: QRectF, scale: TypeScale, texts: TextCache, empty: str
) -> list[OverviewBody]:
    """Return the matrix on as many pages as it needs in a space of that size."""
    setter = Setter(model, scale, texts, body.width(), empty)
    has_room = any(model.issue(row).has_room for row in model.rows)
    least = least_column(model.columns, _words_in(model), scale, body.width())
    beside = fitting(body.width(), least, has_room=has_room)
    is_stacked = beside < min(2, len(model.columns))
    most = fitting(body.width(), least, has_room=has_room, is_stacked=True) if is_stacked else beside
    made: list[OverviewBody] = []
    for columns in columns_a_page(len(model.columns), most):
        across = widths(body.width(), len(columns), has_room=has_room, is_stacked=is_stacked)
        rows = [row for row in model.rows if columns.start == 0 or _is_spoken_of(model, row, columns)]
        made += _on_pages(setter, body, rows, columns, across)
    return made


def _on_pages(
    setter: Setter, body: QRectF, rows: list[int], columns: range, across: Across
) -> Iterator[OverviewBody]:
    model = setter.model
    shown = model.columns[columns.start : columns.stop]
    head = _head(setter, shown, across)
    own, heights = _fitted(setter, rows, columns, across, body.height() - head)
    if own.lines < setter.lines and setter.names > 1:
        yield from _on_pages(replace(setter, names=setter.names - 1), body, rows, columns, across)
        return
    for part in even_rows(heights, body.height() - head) if rows else ():
        picked, high = tuple(rows[n] for n in part), tuple(heights[n] for n in part)
        has_room = any(model.issue(row).has_room for row in picked)
        wide = across if has_room else _without_room(across, body.width(), len(columns))
        yield OverviewBody(own, picked, high, columns, wide, head)


def _head(setter: Setter, columns: Sequence[PartyColumn], across: Across) -> float:
    """Return the height over the rows: that of the names and of the words over the rooms."""
    names = head_height(columns, across.party, setter.scale, setter.texts, setter.names)
    rooms = room_head_height(across.room - GAP, setter.scale, setter.texts) if across.room else 0.0
    return max(names, rooms)


def _fitted(
    setter: Setter, rows: list[int], columns: range, across: Across, space: float
) -> tuple[Setter, list[float]]:
    """Return the heights of rows; where one is higher than a page its texts take fewer lines."""
    own, heights = setter, setter.heights(rows, columns, across)
    while max(heights, default=0.0) > space and own.lines > 1:
        own = replace(own, lines=own.lines - 1)
        heights = own.heights(rows, columns, across)
    return own, heights


def _without_room(across: Across, width: float, parties: int) -> Across:
    return widths(width + GAP, parties, has_room=False, is_stacked=not across.titles)


def _words_in(model: PresentModel) -> Iterator[str]:
    for row in model.rows:
        for column in range(len(model.columns)):
            yield model.cell(row, column).text


def _is_spoken_of(model: PresentModel, row: int, columns: range) -> bool:
    """Return whether any of some parties holds a position on an issue."""
    return any(not model.cell(row, column).is_empty for column in columns)
