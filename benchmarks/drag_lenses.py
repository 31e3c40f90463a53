"""How long a step of the day takes in each lens of pairs, compute and paint, at 1920 by 1080.

Run with ``uv run python -m benchmarks.drag_lenses``. Prints the median and the 95th percentile in
milliseconds for the sample and for 200 parties by 500 issues, and what scrolling a frame costs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from benchmarks.analysis_cases import random_case
from tests.sample_case import sample_case
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.parties_controls import BLOCS, MAP
from ui.desktop.session import CaseSession
from ui.theme.apply import apply_theme
from ui.theme.theme import bundled_theme
from workbench.columns import CaseColumns, columns_of
from workbench.domain.case import Case

_SIZE = (1300, 860)
"""What the panels leave of a window of 1920 by 1080 to the centre."""
_STEPS = 40


class ColumnStore(MemoryStore):
    """A case that is there as columns only."""

    def __init__(self, columns: CaseColumns) -> None:
        super().__init__(Case())
        self._columns = columns

    def read(self) -> CaseColumns:
        return self._columns


def plain(_lens: Lens) -> None:
    """Leave a lens as it is."""


def blocs(lens: Lens) -> None:
    """Let blocs lie together."""
    assert isinstance(lens, PartiesLens)
    lens.controls.orders.buttons[BLOCS].click()


def as_map(lens: Lens) -> None:
    """Show the map."""
    assert isinstance(lens, PartiesLens)
    lens.controls.forms.buttons[MAP].click()


def two_parties(lens: Lens) -> None:
    """Set two parties against one another."""
    assert isinstance(lens, DemandsLens)
    lens.down.box.setCurrentIndex(1)
    lens.across.box.setCurrentIndex(2)
    lens.down.chosen.emit(lens.down.key)


LENSES: tuple[tuple[str, type[Lens], Callable[[Lens], None]], ...] = (
    ("parties", PartiesLens, plain),
    ("parties, blocs together", PartiesLens, blocs),
    ("parties, map", PartiesLens, as_map),
    ("demands", DemandsLens, plain),
    ("demands of two", DemandsLens, two_parties),
    ("actors", ActorsLens, plain),
)


def percentiles(times: list[float]) -> str:
    """Return median and 95th percentile in words."""
    ordered = sorted(times)
    late = ordered[int(0.95 * len(ordered))]
    return f"median {statistics.median(ordered):.1f} ms, 95th percentile {late:.1f} ms"


def dragged(lens: Lens, session: CaseSession, start: date) -> list[float]:
    """Return what each step of ten days took, the positions included, which the window works out too."""
    times = []
    for step in range(_STEPS):
        day = start + timedelta(days=10 * step)
        begin = time.perf_counter()
        session.set_day(day)
        lens.picture_widget().repaint()
        times.append((time.perf_counter() - begin) * 1000.0)
    return times[2:]


def scrolled(area: QAbstractScrollArea) -> list[float]:
    """Return what each frame took while both ways were scrolled."""
    times = []
    for step in range(_STEPS):
        begin = time.perf_counter()
        area.horizontalScrollBar().setValue(step * 25)
        area.verticalScrollBar().setValue(step * 25)
        area.viewport().repaint()
        times.append((time.perf_counter() - begin) * 1000.0)
    return times[2:]


def measure(name: str, columns: CaseColumns, start: date, folder: Path) -> None:
    """Measure every lens on one case."""
    for title, kind, prepare in LENSES:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        hub = apply_theme(app, bundled_theme())
        settings = QSettings(str(folder / f"{title}.ini"), QSettings.Format.IniFormat)
        session = CaseSession(ColumnStore(columns))
        session.set_day(start)
        lens = kind(session, hub, settings)
        lens.resize(*_SIZE)
        lens.show()
        app.processEvents()
        prepare(lens)
        print(f"{name}, {title}, a step: {percentiles(dragged(lens, session, start))}")
        if isinstance(lens, PartiesLens | DemandsLens) and prepare is plain:
            print(f"{name}, {title}, scrolling: {percentiles(scrolled(lens.grid))}")
        lens.hide()
        lens.deleteLater()


def main() -> None:
    """Measure and print."""
    application = QApplication(sys.argv)
    with TemporaryDirectory() as folder:
        measure("sample", columns_of(sample_case()), date(2022, 3, 1), Path(folder))
        large = random_case(200, 500, 5, 2.0, a_day=20)
        measure("200 x 500", large, date(2005, 1, 1), Path(folder))
    application.quit()


if __name__ == "__main__":
    main()
