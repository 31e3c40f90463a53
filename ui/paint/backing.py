"""An image of the matrix as it was last seen: what is scrolled is moved in it, only what is new is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from ui.paint.canvas import Canvas
from ui.paint.matrix import MatrixPainter, smooth
from ui.paint.mirror import mirrored_in
from ui.paint.panes import Panes, Part, Place, Slot
from ui.paint.port import MatrixPort
from ui.theme.roles import Role

_Drawn: TypeAlias = dict[Place, object]
_SHOWN: dict[Part, Callable[[MatrixPainter, int, int], object]] = {
    Part.LEGEND: lambda matrix, _row, _column: matrix.layout,
    Part.CORNER: lambda matrix, _row, _column: matrix.model.deadline,
    Part.ROOM_HEADERS: lambda matrix, _row, _column: matrix.model.course_span,
    Part.PARTY: lambda matrix, _row, column: matrix.model.columns[column],
    Part.HEADING: lambda matrix, basket, _column: matrix.model.baskets[basket].title,
    Part.TITLE: lambda matrix, row, _column: matrix.model.rows[row],
    Part.ROOM: lambda matrix, row, _column: matrix.model.room(row),
    Part.COURSE: lambda matrix, row, _column: matrix.course_shown(row),
    Part.CELL: lambda matrix, row, column: matrix.model.cell(row, column),
}
"""What a part shows: two that show the same look the same."""
_DRAW: dict[Part, Callable[[MatrixPainter, Canvas, int, int], None]] = {
    Part.LEGEND: lambda matrix, canvas, _row, _column: matrix.draw_legend(canvas),
    Part.CORNER: lambda matrix, canvas, _row, _column: matrix.draw_corner(canvas),
    Part.ROOM_HEADERS: lambda matrix, canvas, _row, _column: matrix.draw_room_headers(canvas),
    Part.PARTY: lambda matrix, canvas, _row, column: matrix.draw_party(canvas, column),
    Part.HEADING: lambda matrix, canvas, basket, _column: matrix.draw_heading(canvas, basket),
    Part.TITLE: lambda matrix, canvas, row, _column: matrix.draw_title(canvas, row),
    Part.ROOM: lambda matrix, canvas, row, _column: matrix.draw_room(canvas, row),
    Part.COURSE: lambda matrix, canvas, row, _column: matrix.draw_course(canvas, row),
    Part.CELL: lambda matrix, canvas, row, column: matrix.draw_cell(canvas, row, column),
}


class _Missing:
    """Stands for what a part shows that is not drawn."""


_NOTHING, _BARE = _Missing(), _Missing()
"""Not drawn, whatever is in its place; not drawn, and its place made ready for it."""
_LEAST = 12
"""Parts that are drawn in any case, so that every frame brings something."""


class MatrixBacking:
    """Keeps the image, and what each part of it shows.

    What was not seen before is drawn as far as there is time for it. What has become another thing where it
    stood is drawn at once, so that nothing is seen that no longer holds.
    """

    def __init__(self) -> None:
        self._image = QPixmap()
        self._key: object = None
        self._panes: Panes | None = None
        self._model: object = None
        self._is_whole = False
        self._drawn: _Drawn = {}

    @property
    def image(self) -> QPixmap:
        """What was last seen."""
        return self._image

    @property
    def is_whole(self) -> bool:
        """Whether all that was last to be seen was there."""
        return self._is_whole

    def forget(self) -> None:
        """Draw everything anew next time: it is said in other words."""
        self._key = None

    def bring_up(self, matrix: MatrixPainter, canvas: Canvas, ratio: float, seconds: float) -> None:
        """Draw what is to be seen into the image, as far as there is time.

        Parameters
        ----------
        matrix : MatrixPainter
            What is to be seen.
        canvas : Canvas
            Theme and type; its painter is left alone.
        ratio : float
            Pixels of the screen for one pixel of the program.
        seconds : float
            After which nothing is begun that was not seen before.
        """
        panes, end = Panes(matrix.port, ratio), perf_counter() + seconds
        before = self._begin(matrix, canvas, panes, ratio)
        if self._is_whole and self._model is matrix.model and panes.is_like(before):
            return
        painter = QPainter(self._image)
        smooth(painter)
        base = mirrored_in(panes.width / ratio) if canvas.is_mirrored else QTransform()
        stroke = _Stroke(matrix, replace(canvas, painter=painter), panes, ratio, base)
        for strip in _exposed(panes, before):
            stroke.clear(strip)
        drawn: dict[Place, object] = {}
        is_same = self._model is matrix.model
        for slot in panes.slots(matrix):
            is_kept = slot.place in self._drawn and before.shows(slot) and not _is_torn(slot, panes, before)
            was = self._drawn[slot.place] if is_kept else _NOTHING
            if isinstance(was, _Missing):
                is_late = stroke.count >= _LEAST and perf_counter() > end
                drawn[slot.place] = stroke.leave(slot, was) if is_late else stroke.draw(slot, was)
            else:
                drawn[slot.place] = was if is_same else stroke.draw(slot, was)
        painter.end()
        self._drawn, self._panes, self._model = drawn, panes, matrix.model
        self._is_whole = not any(shown is _BARE for shown in drawn.values())

    def _begin(self, matrix: MatrixPainter, canvas: Canvas, panes: Panes, ratio: float) -> Panes:
        """Move what is still seen to where it is seen now, and return where it was seen before."""
        key = (
            matrix.layout,
            matrix.options,
            canvas.theme.key,
            canvas.scale.zoom,
            panes.width,
            panes.height,
            ratio,
            canvas.is_mirrored,
        )
        if key != self._key or self._panes is None:
            self._image = QPixmap(panes.width, panes.height)
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(canvas.colour(Role.WINDOW))
            self._key, self._drawn, self._is_whole = key, {}, False
            return panes
        down, across = panes.down - self._panes.down, panes.across - self._panes.across
        if 0 < abs(down) < panes.rows.height():
            self._image.scroll(0, -down, _in_image(panes.rows, panes, canvas))
        if 0 < abs(across) < panes.columns.width():
            moved = across if canvas.is_mirrored else -across
            self._image.scroll(moved, 0, _in_image(panes.columns, panes, canvas))
        return self._panes


class _Stroke:
    """Draws parts into an image, each in its own space; `count` says how many it has drawn."""

    def __init__(
        self, matrix: MatrixPainter, canvas: Canvas, panes: Panes, ratio: float, base: QTransform
    ) -> None:
        port = matrix.port
        self._base = base
        self._matrix = replace(matrix, port=MatrixPort(port.geometry, port.width, port.height))
        self._canvas, self._panes, self._ratio = canvas, panes, ratio
        self._background = canvas.colour(Role.WINDOW)
        self._part: Part | None = None
        self.count = 0

    def clear(self, strip: QRect) -> None:
        """Leave nothing in a part of the image."""
        painter = self._canvas.painter
        painter.setClipping(False)
        painter.setTransform(self._base)
        painter.fillRect(self._measured(strip), self._background)

    def draw(self, slot: Slot, was: object) -> object:
        """Draw a part unless it shows what it showed; return what it shows."""
        part, row, column = slot.place
        shown = _SHOWN[part](self._matrix, row, column)
        if shown is not was and shown != was:
            self.count += 1
            self._enter(slot)
            _DRAW[part](self._matrix, self._canvas, row, column)
        return shown

    def leave(self, slot: Slot, was: _Missing) -> _Missing:
        """Leave the space of a part empty, for a cell a bare card: none ever is, even without a position."""
        if was is not _BARE:
            self._enter(slot)
            part, row, column = slot.place
            if part is Part.CELL:
                card = self._matrix.port.cell_rect(row, column)
                self._canvas.painter.fillRect(card, self._canvas.colour(Role.CARD))
        return _BARE

    def _enter(self, slot: Slot) -> None:
        """Clear the space of a part and keep within it; cells keep within it by themselves."""
        part, place, painter = slot.place[0], self._measured(slot.seen), self._canvas.painter
        if part is not self._part:
            shift = self._panes.shift(part)
            moved = QTransform.fromTranslate(-shift.x() / self._ratio, -shift.y() / self._ratio)
            painter.setTransform(moved * self._base)
            painter.setClipRect(self._measured(self._panes.view(part)))
        if part is not Part.CELL:
            painter.setClipRect(place)
        self._part = part
        painter.fillRect(place, self._background)

    def _measured(self, rect: QRect) -> QRectF:
        ratio = self._ratio
        if ratio == 1.0:
            return QRectF(rect)
        return QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)


def _in_image(rect: QRect, panes: Panes, canvas: Canvas) -> QRect:
    """Return where a part of what is seen lies in the image."""
    if not canvas.is_mirrored:
        return rect
    return QRect(panes.width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def _is_torn(slot: Slot, panes: Panes, before: Panes) -> bool:
    """Tell whether a part was moved in the middle though it stands still: headings go across columns."""
    return slot.place[0] is Part.HEADING and panes.across != before.across


def _exposed(panes: Panes, before: Panes) -> list[QRect]:
    """Return the parts of the image into which something comes that was not seen before."""
    found = []
    rows, columns = panes.rows, panes.columns
    down, across = panes.down - before.down, panes.across - before.across
    if down > 0:
        found.append(rows.adjusted(0, max(rows.height() - down, 0), 0, 0))
    elif down < 0:
        found.append(rows.adjusted(0, 0, 0, -max(rows.height() + down, 0)))
    if across > 0:
        found.append(columns.adjusted(max(columns.width() - across, 0), 0, 0, 0))
    elif across < 0:
        found.append(columns.adjusted(0, 0, -max(columns.width() + across, 0), 0))
    return found
