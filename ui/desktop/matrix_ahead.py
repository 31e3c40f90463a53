"""While nobody does anything, what a person would scroll to next is made ready."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from ui.desktop.matrix_keys import rows_in_order
from ui.paint.canvas import Canvas
from ui.paint.matrix import MatrixPainter
from ui.paint.port import MatrixPort

_RESTS = 60
"""Milliseconds without a new frame after which there is time."""
_SLICE = 0.003
"""Seconds of work between two looks at whether anything else is to be done."""


class MatrixAhead(QObject):
    """Works out and draws, in short slices, the page that follows and the ones around it.

    What lies where was scrolled last comes first. Nothing of it is seen: model and cache keep it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._port: MatrixPort | None = None
        self._shown: object = None
        self._work: Iterator[None] = iter(())
        self._rest = QTimer(self, interval=_RESTS, singleShot=True)
        self._slices = QTimer(self, interval=0)
        self._rest.timeout.connect(self._slices.start)
        self._slices.timeout.connect(self._slice)

    def follow(self, matrix: MatrixPainter, canvas: Canvas, ratio: float) -> None:
        """Begin around what is seen now, unless it was seen before."""
        before, port = self._port, matrix.port
        scroll = (port.scroll_x, port.scroll_y)
        shown = (matrix.model, matrix.layout, canvas.theme.key, scroll, port.width, port.height, ratio)
        if shown == self._shown:
            return
        self._shown, self._port = shown, port
        is_back = before is not None and port.scroll_y < before.scroll_y
        is_left = before is not None and port.scroll_x < before.scroll_x
        self._work = _around(matrix, canvas, ratio, is_back=is_back, is_left=is_left)
        self._slices.stop()
        self._rest.start()

    def stop(self) -> None:
        """Leave it; nothing is seen of the matrix."""
        self._rest.stop()
        self._slices.stop()
        self._shown, self._work = None, iter(())

    @property
    def is_working(self) -> bool:
        """Whether anything is left to be made ready."""
        return self._rest.isActive() or self._slices.isActive()

    def _slice(self) -> None:
        end = perf_counter() + _SLICE
        for _ in self._work:
            if perf_counter() > end:
                return
        self._slices.stop()


def _around(
    matrix: MatrixPainter, canvas: Canvas, ratio: float, *, is_back: bool, is_left: bool
) -> Iterator[None]:
    """Make ready the pages below and above, to the right and to the left, a part at each step."""
    seen = [band.row for band in matrix.bands(matrix.port.rows_area) if band.row is not None]
    for row in _beyond(rows_in_order(matrix.port), seen, is_back=is_back):
        if matrix.model.room(row) is not None:
            matrix.course_shown(row)
        yield
        for column in matrix.columns:
            _prepare(matrix, canvas, ratio, (row, column))
            yield
    for column in _beyond(range(matrix.port.geometry.columns), matrix.columns, is_back=is_left):
        for row in seen:
            _prepare(matrix, canvas, ratio, (row, column))
            yield


def _beyond(order: Sequence[int], seen: Sequence[int], *, is_back: bool) -> list[int]:
    """Return as many as are seen after them and before them, the nearest first; `is_back` the other way."""
    if not seen:
        return []
    first, count = order.index(seen[0]), len(seen)
    after = list(order[first + count : first + 2 * count])
    before = list(order[max(first - count, 0) : first])[::-1]
    return before + after if is_back else after + before


def _prepare(matrix: MatrixPainter, canvas: Canvas, ratio: float, place: tuple[int, int]) -> None:
    cell = matrix.model.cell(*place)
    if matrix.cache is not None:
        matrix.cache.prepare(canvas, matrix.port.cell_rect(*place), cell, ratio)
