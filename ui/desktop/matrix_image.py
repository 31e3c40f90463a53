"""The image of a matrix on the screen: brought up to what is seen as far as a frame has time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.desktop.matrix_ahead import MatrixAhead
from ui.paint.backing import MatrixBacking
from ui.paint.canvas import Canvas
from ui.paint.matrix import Emphasis, MatrixPainter, smooth
from ui.paint.mirror import draw_image

_SCROLLED, _FRESH = 0.007, 0.04
"""Seconds for what comes into sight in one frame: while it is scrolled, and where all of it is new."""


class MatrixImage:
    """Keeps what was painted, and paints the rest in the next frames.

    Parameters
    ----------
    surface : QWidget
        On which it is shown.
    repaint : callable
        Asks for another frame.
    """

    def __init__(self, surface: QWidget, repaint: Callable[[], object]) -> None:
        self._surface = surface
        self._backing = MatrixBacking()
        self._is_scrolled = False
        self.ahead = MatrixAhead(surface)
        self._rest = QTimer(surface, singleShot=True)
        self._rest.timeout.connect(repaint)

    @property
    def is_whole(self) -> bool:
        """Whether all that is to be seen was painted; what is scrolled to comes within a few frames."""
        return self._backing.is_whole

    def show(self, matrix: MatrixPainter, canvas: Canvas, emphasis: Emphasis) -> None:
        """Bring the image up to what is seen, and show it."""
        seconds, ratio = _SCROLLED if self._is_scrolled else _FRESH, self._surface.devicePixelRatio()
        self._backing.bring_up(matrix, canvas, ratio, seconds)
        self._is_scrolled = True
        smooth(canvas.painter)
        draw_image(canvas.painter, QPointF(), self._backing.image)
        matrix.draw_over(canvas, emphasis)
        if self._backing.is_whole:
            self.ahead.follow(matrix, replace(canvas, painter=QPainter()), ratio)
        else:
            self._rest.start()

    def expect_anew(self) -> None:
        """Take more time for the next frame: all of it may be new."""
        self._is_scrolled = False

    def forget(self) -> None:
        """Paint everything anew in the next frame."""
        self._backing.forget()

    def stop(self) -> None:
        """Make nothing ready that is not looked at."""
        self._rest.stop()
        self.ahead.stop()
