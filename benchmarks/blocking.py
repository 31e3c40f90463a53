"""For how long the window stops answering while something is done in a case of 200 parties by 500 issues.

Run with ``uv run python -m benchmarks.blocking [WORD…]``; with words only what bears one of them is told. A
timer ticks every millisecond; the longest time between two ticks is how long nothing else could happen: no
key, no frame. Told are the two longest of these stops, in time of the processor, in which other work on the
machine does not count, and by the clock, and how long all of it took. The case is brought in from tables,
about 100,000 positions in a file, as a person does it: with mouse, keys and commands of the menus.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.large_tables import write_tables
from ui.actions.ids import ActionId
from ui.app import Cases, make_window
from ui.desktop.case_page import CasePage
from ui.desktop.import_preview import ImportPreview
from ui.desktop.lenses.registry import LENSES, POSITIONS
from ui.desktop.loading_ahead import LoadingAhead
from ui.desktop.picture.dialog import PictureDialog
from ui.desktop.picture.wanted import WantedPictures
from ui.desktop.tidying import Tidying
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC, Audience, AudienceKind
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis
from workbench.operations.positions import RecordPosition

_QUIET = 0.35
"""Seconds without work after which something is over."""
_BUSY = 0.004
_PAGES_ENOUGH = 20
"""Pages of a picture after which its writing is given up: all of them take minutes."""


@dataclass
class Stops:
    """Times between two ticks, in milliseconds."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


class Ticker:
    """Ticks while something is done, and says what lay between the ticks."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._loop = QEventLoop()
        self._stops = Stops()
        self._last = (0.0, 0.0)
        self._busy = 0.0

    def during(self, work: Callable[[], object]) -> tuple[Stops, float]:
        """Do something from within the event loop; return its stops, and the seconds until all was quiet."""
        self._stops, begin = Stops(), time.perf_counter()
        self._last, self._busy = (begin, time.process_time()), begin
        self._timer.start()
        QTimer.singleShot(0, work)
        self._loop.exec()
        self._timer.stop()
        return self._stops, self._busy - begin

    def _tick(self) -> None:
        now, spent = time.perf_counter(), time.process_time()
        gaps = now - self._last[0], spent - self._last[1]
        self._stops.clock.append(gaps[0] * 1000.0)
        self._stops.processor.append(gaps[1] * 1000.0)
        self._last = now, spent
        if gaps[1] > _BUSY or QApplication.activeModalWidget() is not None:
            self._busy = now
        if now - self._busy > _QUIET:
            self._loop.quit()


class Answers:
    """Answers in place of a person."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask_folder(self) -> Path:
        return self.folder / "tables"

    def ask_new_case(self, _name: str = "case") -> Path:
        return self.folder / "large.positions"

    def ask_export(self) -> Path:
        return self.folder / "tables out.xlsx"

    def ask_view(self, name: str) -> Path:
        return self.folder / f"seen {name}"

    def ask_picture(self, wanted: WantedPictures, ending: str) -> tuple[Path, ...]:
        """Have the picture written on A3 as soon as its pages are known, the first ones if they are many."""
        window = next(own for own in QApplication.topLevelWidgets() if isinstance(own, MainWindow))
        ask = (lambda name, _ending: self.folder / name, lambda _question: True)
        dialog = PictureDialog(wanted.makers, wanted.about, (window.hub, window.settings), ask, window)
        dialog.choices.choose_kind(ending)
        dialog.choices.size_box.setCurrentIndex(dialog.choices.size_box.findData("a3-landscape"))
        timer = QTimer(dialog, interval=5)
        begun = list[bool]()
        timer.timeout.connect(lambda: self._answer(dialog, begun))
        timer.start()
        dialog.exec()
        dialog.deleteLater()
        return dialog.written

    @staticmethod
    def _answer(dialog: PictureDialog, begun: list[bool]) -> None:
        why = dialog.trouble.text() or dialog.preview.leaf.accessibleName()
        if dialog.bar.isVisible() and dialog.bar.value() >= _PAGES_ENOUGH:
            dialog.reject()
        elif dialog.go_on.isEnabled() and not begun:
            begun.append(True)
            dialog.accept()
        elif dialog.go_on.isEnabled():
            dialog.reject()
        elif dialog.count == 0 and why.endswith("."):
            print(f"    no picture: {why}", flush=True)
            dialog.reject()

    def confirm_import(self, preview: ImportPreview) -> bool:
        preview.deleteLater()
        return True


class Bench:
    """A window, and what is done in it."""

    def __init__(self, app: QApplication, folder: Path, words: list[str]) -> None:
        self.app, self.folder, self._words = app, folder, words
        self._ticker = Ticker()
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window: MainWindow = make_window(Cases(), None, settings)
        self.window.dialogs = Answers(folder)  # type: ignore[assignment]
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        ahead = LoadingAhead(self.window)
        while not ahead.is_over:
            QTest.qWait(50)
        self._tidying = Tidying(self.window, lambda: self.window.page)  # as the application has it

    @property
    def page(self) -> CasePage:
        """The case that is open."""
        assert self.window.page is not None
        return self.window.page

    def measure(self, name: str, work: Callable[[], object]) -> None:
        """Do something and print how long it kept the window from answering."""
        stops, whole = self._ticker.during(work)
        if self._words and not any(word in name for word in self._words):
            return
        longest = "  ".join(
            f"{own[-1]:7.0f} {own[-2]:6.0f}" for own in (sorted(stops.processor), sorted(stops.clock))
        )
        print(f"{name:<44} {longest}  {whole:7.2f}", flush=True)

    def trigger(self, action: ActionId) -> Callable[[], None]:
        """Return what chooses a command from the menus."""
        return self.window.registry.action(action).trigger

    def close(self) -> None:
        """Close the window."""
        self._tidying.stop()
        self.window.leave_at_once()
        self.window.deleteLater()
        self.app.processEvents()


def bring_in(bench: Bench) -> None:
    """Bring the tables into a new case, close it, and open it again."""
    bench.measure("import into a new case", bench.trigger(ActionId.IMPORT_FOLDER))
    bench.measure("close", bench.trigger(ActionId.CLOSE_CASE))
    path = bench.folder / "large.positions"
    bench.measure("open", lambda: bench.window.files.open_path(path))


def look(bench: Bench) -> None:
    """Look at the case in every way."""
    session, window = bench.page.session, bench.window
    for lens in LENSES[1:]:
        bench.measure(f"lens {lens.key}, first", lambda key=lens.key: bench.page.centre.show_lens(key))
    for lens in LENSES:
        bench.measure(f"lens {lens.key}, again", lambda key=lens.key: bench.page.centre.show_lens(key))
    bench.page.centre.show_lens(POSITIONS)
    for audience in (PUBLIC, Audience(AudienceKind.PARTY, "P7"), session.view.audience):
        bench.measure(f"audience {audience}", lambda own=audience: session.set_audience(own))
    for basis in (Basis.DECLARED, Basis.ASSESSED):
        bench.measure(f"basis {basis}", lambda own=basis: session.set_basis(own))
    bench.measure("fold a group", lambda: session.fold("G3", folded=True))
    bench.measure("open a group", lambda: session.fold("G3", folded=False))
    bench.measure("take a party out of view", lambda: session.show_party("P5", shown=False))
    bench.measure("take it into view", lambda: session.show_party("P5", shown=True))
    bench.measure("a day far away", lambda: session.set_day(session.view.day.replace(year=2015)))
    bench.measure("select a room", lambda: session.select(Selection("I40")))
    bench.measure("select a cell", lambda: session.select(Selection("I40", ("P7",))))
    bench.measure("a narrower window", lambda: window.resize(1500, 900))
    bench.measure("a wider window", lambda: window.resize(1920, 1080))


def edit(bench: Bench) -> None:
    """Change one cell and take it back."""
    matrix = bench.page.matrix
    bench.page.centre.show_lens(POSITIONS)
    bench.page.session.select(_held(bench))
    matrix.setFocus()
    bench.measure("type a stance on a cell", lambda: QTest.keyClick(matrix, Qt.Key.Key_2))
    bench.page.desk.close_all()
    matrix.setFocus()
    bench.measure("Enter on a cell", lambda: QTest.keyClick(matrix, Qt.Key.Key_Return))
    bench.page.desk.close_all()
    bench.measure("one position changed", lambda: _change(bench))
    bench.measure("undo", bench.trigger(ActionId.UNDO))
    bench.measure("redo", bench.trigger(ActionId.REDO))


def find(bench: Bench) -> None:
    """Find things as one types."""
    bench.measure("Ctrl+K, first", bench.trigger(ActionId.GO_TO_ANYTHING))
    for letter in "cross":
        bench.measure(f"typed {letter}", lambda own=letter: QTest.keyClick(_focus(bench), own))
    bench.measure("Escape", lambda: QTest.keyClick(_focus(bench), Qt.Key.Key_Escape))
    bench.measure("Ctrl+K, again", bench.trigger(ActionId.GO_TO_ANYTHING))
    QTest.keyClick(_focus(bench), Qt.Key.Key_Escape)
    for key in ("sources", "history", "common_ground"):
        bench.page.centre.show_lens(key)
        QTest.qWait(300)
        for letter in "ha":
            bench.measure(f"filter of {key}, typed {letter}", lambda own=letter: _type_filter(bench, own))


def write(bench: Bench) -> None:
    """Write what is seen, and the case, into files."""
    for key in (POSITIONS, "parties", "demands", "sources"):
        bench.page.centre.show_lens(key)
        QTest.qWait(300)
        bench.measure(f"what is seen of {key}, as XLSX", bench.trigger(ActionId.EXPORT_VIEW))
        bench.measure(f"what is seen of {key}, as picture", bench.trigger(ActionId.SAVE_PICTURE))
    bench.measure("the case as tables, XLSX", bench.trigger(ActionId.EXPORT_TABLES))


def _held(bench: Bench) -> Selection:
    """Return a cell in which a position stands."""
    model = bench.page.session.model
    column = next(column for column in range(len(model.columns)) if not model.cell(40, column).is_empty)
    return Selection(model.rows[40].code, (model.columns[column].code,))


def _change(bench: Bench) -> None:
    """Write the position that is selected with another statement, as its editor does."""
    session, chosen = bench.page.session, _held(bench)
    position = session.record("positions", (session.standing_ref(*chosen.parties, chosen.issue),))
    assert isinstance(position, Position)
    session.commit(RecordPosition(replace(position, statement="Said so again.")))


def _focus(bench: Bench) -> QWidget:
    return bench.window.focusWidget() or bench.window


def _type_filter(bench: Bench, letter: str) -> None:
    lens = bench.page.centre.lens
    finder = getattr(getattr(lens, "bar", None), "finder", None)
    assert isinstance(finder, QWidget)
    finder.setFocus()
    QTest.keyClick(finder, letter)


def main(words: list[str]) -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tables").mkdir()
        write_tables(folder / "tables")
        gc.collect()
        bench = Bench(app, folder, words)
        print(f"{'longest stops, ms':<44} {'processor':>14}  {'clock':>14}  {'s':>7}")
        for part in (bring_in, look, edit, find, write):
            part(bench)
        bench.close()


if __name__ == "__main__":
    main(sys.argv[1:])
