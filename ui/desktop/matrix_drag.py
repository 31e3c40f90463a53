"""Dragging over the matrix: cells are taken together, issues and parties moved; Escape cancels."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer
from PySide6.QtWidgets import QApplication

from ui.paint.port import MatrixPort

_MARGIN = 28.0
"""Width along the edge in which the matrix scrolls by itself."""
_EVERY = 30
"""Milliseconds between two steps."""
_FASTEST = 30


class DragKind(StrEnum):
    """What is dragged."""

    CELLS = "cells"
    ISSUE = "issue"
    PARTY = "party"


class MatrixDrag(QObject):
    """From the press of the button to its release; scrolls by itself near the edges.

    Parameters
    ----------
    parent : QObject
        The view.
    port : callable
        Gives what is seen now.
    scroll : callable
        Scrolls by so many pixels to the right and down.
    moved : callable
        Called when what lies under the pointer has changed, with the place of the pointer.
    """

    def __init__(
        self,
        parent: QObject,
        port: Callable[[], MatrixPort | None],
        scroll: Callable[[int, int], None],
        moved: Callable[[QPointF], None],
    ) -> None:
        super().__init__(parent)
        self._port, self._scroll, self._moved = port, scroll, moved
        self._start, self._point = QPointF(), QPointF()
        self.kind: DragKind | None = None
        self.number = -1
        self.is_active = False
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._step)

    def press(self, kind: DragKind, number: int, point: QPointF) -> None:
        """Take note of what lies under the pressed button: a row or column (number)."""
        self.kind, self.number, self.is_active = kind, number, False
        self._start = self._point = point

    def move(self, point: QPointF) -> None:
        """Follow the pointer; a drag begins when it has gone a little way."""
        self._point = point
        if not self.is_active:
            way = (point - self._start).manhattanLength()
            if self.kind is None or way < QApplication.startDragDistance():
                return
            self.is_active = True
        self._moved(point)
        if self._speed() == QPoint():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> bool:
        """End it; return whether anything was dragged."""
        was, self.is_active, self.kind = self.is_active, False, None
        self._timer.stop()
        return was

    def _step(self) -> None:
        speed = self._speed()
        if speed == QPoint():
            self._timer.stop()
            return
        self._scroll(speed.x(), speed.y())
        self._moved(self._point)

    def _speed(self) -> QPoint:
        """Return by how much to scroll: faster the farther beyond the edge."""
        port = self._port()
        if port is None:
            return QPoint()
        cells, rows = port.cells_area, port.rows_area
        across = 0 if self.kind is DragKind.ISSUE else _push(self._point.x(), cells.left(), cells.right())
        down = 0 if self.kind is DragKind.PARTY else _push(self._point.y(), rows.top(), rows.bottom())
        return QPoint(across, down)


def _push(at: float, first: float, last: float) -> int:
    if at < first + _MARGIN:
        return -min(round((first + _MARGIN - at) / 2.0), _FASTEST)
    if at > last - _MARGIN:
        return min(round((at - last + _MARGIN) / 2.0), _FASTEST)
    return 0
