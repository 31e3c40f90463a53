"""How long a step of the day takes in the whole window, compute and paint, at 1920 by 1080.

Run with ``uv run python -m benchmarks.drag_window``. The time handle is dragged with the mouse over the
sample and over 200 parties by 500 issues; a step is over when everything that it set off has been painted.
Prints the median and the 95th percentile in milliseconds, and what a frame of scrolling the matrix costs.
What is told is the time of the processor: other work on the machine does not count.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.analysis_cases import random_case
from benchmarks.drag_lenses import ColumnStore
from tests.sample_case import sample_case
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.tidying import Tidying
from ui.desktop.window import MainWindow
from ui.kept import KeptCases
from ui.theme.apply import apply_theme
from ui.theme.theme import bundled_theme

_STEPS = 40
_BEGIN, _END = 0.2, 0.8
"""Part of the band over which the handle is dragged."""


class NoOpener:
    """Opens nothing: the case is given."""

    keeping = KeptCases()


def percentiles(times: list[float]) -> str:
    """Return median and 95th percentile in words."""
    late = sorted(times)[int(0.95 * len(times))]
    return (
        f"median {statistics.median(times):.1f} ms, 95th percentile {late:.1f} ms, most {max(times):.1f} ms"
    )


def timed(app: QApplication, step: Callable[[int], object]) -> list[float]:
    """Return what each step took, with everything that it set off; the first few do not count."""
    times = []
    for number in range(_STEPS + 5):
        begin = time.process_time()
        step(number)
        app.processEvents()
        times.append((time.process_time() - begin) * 1000.0)
    return times[5:]


def shown(name: str, store: MemoryStore, app: QApplication, folder: Path) -> MainWindow:
    """Return the window on a case, once it is at rest."""
    settings = QSettings(str(folder / f"{name}.ini"), QSettings.Format.IniFormat)
    hub = apply_theme(app, bundled_theme())
    window = MainWindow(NoOpener(), hub, settings, store)  # type: ignore[arg-type]
    window.resize(1920, 1080)
    window.show()
    Tidying(window, lambda: window.page)  # as the application has it
    QTest.qWait(500)
    return window


def measure(name: str, store: MemoryStore, app: QApplication, folder: Path) -> None:
    """Drag the handle, then scroll the matrix."""
    window = shown(name, store, app, folder)
    assert window.page is not None
    band, matrix = window.page.strip.band, window.page.matrix
    across, middle = band.width(), band.height() // 2
    start = QPoint(round(_BEGIN * across), middle)
    QTest.mousePress(band, Qt.MouseButton.LeftButton, pos=start)

    def drag(number: int) -> None:
        share = _BEGIN + (_END - _BEGIN) * number / (_STEPS + 5)
        QTest.mouseMove(band, QPoint(round(share * across), middle))

    print(f"{name}, a step of the handle: {percentiles(timed(app, drag))}", flush=True)
    QTest.mouseRelease(band, Qt.MouseButton.LeftButton, pos=QPoint(round(_END * across), middle))
    QTest.qWait(300)

    def scroll(number: int) -> None:
        for bar in (matrix.verticalScrollBar(), matrix.horizontalScrollBar()):
            bar.setValue(number * 20 % max(bar.maximum(), 1))

    print(f"{name}, a frame of scrolling: {percentiles(timed(app, scroll))}", flush=True)
    window.leave_at_once()
    window.deleteLater()
    app.processEvents()


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv)
    with TemporaryDirectory() as folder:
        measure("sample", MemoryStore(sample_case()), app, Path(folder))
        large = ColumnStore(random_case(200, 500, 5, 2.0, a_day=20))
        measure("200 x 500", large, app, Path(folder))


if __name__ == "__main__":
    main()
