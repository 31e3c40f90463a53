"""How long the matrix takes to repaint, beside an empty widget of the same size.

Run with ``uv run python -m benchmarks.paint_matrix``. Prints milliseconds for a case of the size of the
sample and for 200 parties by 500 issues, standing and scrolling, and each as a multiple of the empty widget.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.paint.matrices import matrix
from ui.desktop.matrix_view import MatrixView
from ui.theme.theme import bundled_theme

_SIZE = (1920, 1080)
_REPEATS = 40


class Empty(QWidget):
    """Fills itself, as every widget must."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.end()


def milliseconds(repaint: Callable[[int], object]) -> float:
    """Return the shortest time of a repaint, the one least disturbed, after two that do not count."""
    times = []
    for number in range(_REPEATS + 2):
        start = time.perf_counter()
        repaint(number)
        times.append((time.perf_counter() - start) * 1000.0)
    return min(times[2:])


def shown(parties: int, issues: int) -> MatrixView:
    """Return a view of a matrix of that size."""
    view = MatrixView(bundled_theme())
    view.resize(*_SIZE)
    view.set_model(matrix(parties, issues))
    view.show()
    QApplication.processEvents()
    return view


def scrolled(view: MatrixView) -> Callable[[int], None]:
    """Return what moves a view by 20 pixels both ways and repaints it."""

    def repaint(number: int) -> None:
        view.horizontalScrollBar().setValue(number * 20)
        view.verticalScrollBar().setValue(number * 20)
        view.viewport().repaint()

    return repaint


def main() -> None:
    """Measure and print."""
    application = QApplication(sys.argv)
    empty = Empty()
    empty.resize(*_SIZE)
    empty.show()
    application.processEvents()
    base = milliseconds(lambda _: empty.repaint())
    print(f"empty widget, {_SIZE[0]}x{_SIZE[1]}: {base:.2f} ms")
    for parties, issues in ((7, 18), (200, 500)):
        view = shown(parties, issues)
        for what, repaint in (
            ("standing", lambda _, view=view: view.viewport().repaint()),
            ("scrolling", scrolled(view)),
        ):
            took = milliseconds(repaint)
            print(f"{parties} x {issues}, {what}: {took:.1f} ms, {took / base:.0f} times the empty widget")


if __name__ == "__main__":
    main()
