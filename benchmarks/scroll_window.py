"""What a frame of scrolling 200 parties by 500 issues takes in the whole window, at 1920 by 1080.

Run with ``uv run python -m benchmarks.scroll_window``. The matrix is scrolled for the first time through rows
and columns that nobody has seen: by the wheel, three lines a step, by pages, to places far away at once,
sideways, and 20 pixels both ways. What comes into sight is painted as far as there is time in a frame: so for
each way is told what a frame takes, and how many frames and milliseconds pass until all is there. Pages
are turned once more with a rest between them, in which what follows is made ready.

What is told is the time of the processor: other work on the machine does not count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.analysis_cases import random_case
from benchmarks.drag_lenses import ColumnStore
from benchmarks.drag_window import percentiles, shown
from ui.desktop.matrix_view import MatrixView

_STEPS = 30


def turn(view: MatrixView, across: int, down: int) -> None:
    """Turn the wheel by one step, three lines."""
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(120 * across, 120 * down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def ways(view: MatrixView) -> dict[str, Callable[[int], object]]:
    """Return the ways of scrolling: what each does at a step."""
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()

    def far(number: int) -> None:
        down.setValue(number * 7919 * 37 % down.maximum())
        across.setValue(number * 104_729 % across.maximum())

    def both(number: int) -> None:
        down.setValue(9_000 + number * 20)
        across.setValue(9_000 + number * 20)

    return {
        "the wheel, three lines": lambda _: turn(view, 0, -1),
        "the wheel sideways": lambda _: turn(view, -1, 0),
        "pages": lambda _: down.setValue(down.value() + down.pageStep()),
        "pages sideways": lambda _: across.setValue((across.value() + across.pageStep()) % across.maximum()),
        "20 pixels both ways": both,
        "far away at once": far,
    }


def scroll(app: QApplication, view: MatrixView, step: Callable[[int], object], rest: int = 0) -> str:
    """Scroll and return in words what the frames took, and what passed until all was there."""
    frames, whole, counts = [], [], []
    for number in range(_STEPS):
        QTest.qWait(rest)
        own = [_frame(app, lambda number=number: step(number))]
        while not view.image.is_whole:
            own.append(_frame(app, lambda: None))
        frames += own
        whole.append(sum(own))
        counts.append(len(own))
    return f"a frame {percentiles(frames)}; whole after {max(counts)} frames at most, {percentiles(whole)}"


def _frame(app: QApplication, step: Callable[[], object]) -> float:
    begin = time.process_time()
    step()
    app.processEvents()
    return (time.process_time() - begin) * 1000.0


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv)
    with TemporaryDirectory() as folder:
        window = shown("scrolled", ColumnStore(random_case(200, 500, 5, 2.0, a_day=20)), app, Path(folder))
        QTest.qWait(1_000)
        assert window.page is not None
        view = window.page.matrix
        for name, step in ways(view).items():
            print(f"{name}: {scroll(app, view, step)}", flush=True)
            QTest.qWait(200)
        view.verticalScrollBar().setValue(0)
        print(f"pages, with a rest between: {scroll(app, view, ways(view)['pages'], 400)}", flush=True)
        window.leave_at_once()
        window.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
