"""Where the parts of a matrix lie on the screen, pixel by pixel, and which of them scroll."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from math import floor
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect

from ui.paint.geometry import RowBand
from ui.paint.matrix import MatrixPainter
from ui.paint.port import MatrixPort

_HAIR = 1e-6
"""By how much a length may miss the whole pixel that is meant."""


class Part(IntEnum):
    """What a matrix is drawn of."""

    LEGEND = 0
    CORNER = 1
    ROOM_HEADERS = 2
    PARTY = 3
    HEADING = 4
    TITLE = 5
    ROOM = 6
    COURSE = 7
    CELL = 8


Place: TypeAlias = tuple[Part, int, int]
"""A part, its row (of a heading its basket) and its column; 0 where it has none."""

_MOVES = {
    Part.PARTY: (1, 0),
    Part.CELL: (1, 1),
    Part.HEADING: (0, 1),
    Part.TITLE: (0, 1),
    Part.ROOM: (0, 1),
    Part.COURSE: (0, 1),
}
"""Which parts move sideways, and up and down; the others stand still."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The space of a part, of which no other draws anything.

    Attributes
    ----------
    place : Place
        What is drawn there.
    seen : QRect
        What of it is seen, as it would lie if nothing were scrolled.
    """

    place: Place
    seen: QRect


class Panes:
    """The spaces of all that is seen of a matrix, in pixels of the screen.

    Parameters
    ----------
    port : MatrixPort
        What is seen.
    ratio : float
        Pixels of the screen for one pixel of the program.
    """

    def __init__(self, port: MatrixPort, ratio: float) -> None:
        self._ratio, self._geometry, self._origin = ratio, port.geometry, port.cells_area.left()
        self.width, self.height = self._dots(port.width), self._dots(port.height)
        self.across, self.down = self._dots(port.scroll_x), self._dots(port.scroll_y)
        self._left, self._right = self._dots(port.cells_area.left()), self._dots(port.cells_area.right())
        self._course = self._dots(port.course_left - port.geometry.widths.pane_gap)
        self._legend = self._dots(port.legend_rect.top())
        self._top = self._dots(port.geometry.header)
        self._bottom = min(self._dots(port.rows_area.bottom()), self._legend)
        self._views = {part: self.pane(part).translated(self.shift(part)) for part in Part}

    @property
    def rows(self) -> QRect:
        """Where rows move up and down."""
        return _between(0, self._top, self.width, self._bottom)

    @property
    def columns(self) -> QRect:
        """Where columns move sideways, headers included."""
        return _between(self._left, 0, self._right, self._bottom)

    def is_like(self, other: Panes) -> bool:
        """Tell whether the same is seen in others of the same size."""
        return (self.across, self.down) == (other.across, other.down)

    def pane(self, part: Part) -> QRect:
        """Return where a part can be seen."""
        if part is Part.CELL:
            return self.rows & self.columns
        if part is Part.PARTY:
            return _between(self._left, 0, self._right, self._top)
        return self.rows if part in _MOVES else _between(0, 0, self.width, self.height)

    def shift(self, part: Part) -> QPoint:
        """Return by how much a part is scrolled."""
        across, down = _MOVES.get(part, (0, 0))
        return QPoint(self.across * across, self.down * down)

    def view(self, part: Part) -> QRect:
        """Return what is seen of the kind of a part, as it would lie if nothing were scrolled."""
        return self._views[part]

    def shows(self, slot: Slot) -> bool:
        """Tell whether everything is in sight of a part that is seen in other panes."""
        return self._views[slot.place[0]].contains(slot.seen)

    def slots(self, matrix: MatrixPainter) -> Iterator[Slot]:
        """Yield everything of which anything is seen, from top to bottom."""
        for place, rect in self._places(matrix):
            seen = rect & self._views[place[0]]
            if not seen.isEmpty():
                yield Slot(place, seen)

    def _places(self, matrix: MatrixPainter) -> Iterator[tuple[Place, QRect]]:
        yield (Part.LEGEND, 0, 0), _between(0, self._legend, self.width, self.height)
        yield (Part.CORNER, 0, 0), _between(0, 0, self._left, self._top)
        yield (Part.ROOM_HEADERS, 0, 0), _between(self._right, 0, self.width, self._top)
        columns = [(column, *self._edges(column)) for column in matrix.columns]
        for column, left, right in columns:
            yield (Part.PARTY, 0, column), _between(left, 0, right, self._top)
        for band in matrix.bands(matrix.port.rows_area):
            yield from self._band(band, columns)

    def _band(self, band: RowBand, columns: list[tuple[int, int, int]]) -> Iterator[tuple[Place, QRect]]:
        top = self._dots(self._geometry.header + band.top)
        bottom = self._dots(self._geometry.header + band.bottom)
        if band.row is None:
            yield (Part.HEADING, band.basket, 0), _between(0, top, self.width, bottom)
            return
        yield (Part.TITLE, band.row, 0), _between(0, top, self._left, bottom)
        for column, left, right in columns:
            yield (Part.CELL, band.row, column), _between(left, top, right, bottom)
        yield (Part.ROOM, band.row, 0), _between(self._right, top, self._course, bottom)
        yield (Part.COURSE, band.row, 0), _between(self._course, top, self.width, bottom)

    def _edges(self, column: int) -> tuple[int, int]:
        left, right = (self._geometry.column_left(own) for own in (column, column + 1))
        return self._dots(self._origin + left), self._dots(self._origin + right)

    def _dots(self, length: float) -> int:
        """Return a length in whole pixels: between two parts there is space, so that rounding cuts none."""
        return floor(length * self._ratio + _HAIR)


def _between(left: int, top: int, right: int, bottom: int) -> QRect:
    return QRect(left, top, right - left, bottom - top)
