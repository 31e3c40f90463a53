"""Sets up the window in a theme and size, and draws one scene after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from shutil import copy

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.case_file import create_case, open_case
from tests.from_right import read_from_right
from tests.gallery.cases import (
    edit_as_one_does,
    in_arabic_letters,
    one_of_each,
    very_many,
    with_long_names,
    with_many_events,
)
from tests.gallery.scenes import (
    BARE_SCENES,
    CASE_SCENES,
    EDITED_SCENES,
    EMPTY_SCENES,
    LARGE_SCENES,
    LONG_SCENES,
    MANY_SCENES,
    MIRRORED_SCENES,
    ONE_SCENES,
    Scene,
)
from ui.commandline.building import filling, sample_plan
from ui.desktop.lenses.registry import POSITIONS
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from ui.kept import KeptCases
from ui.theme.apply import apply_theme
from ui.theme.theme import bundled_theme
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore, Operation

Size = tuple[int, int]
_SETTLED = 180
"""Milliseconds in which whatever waits for a pause has come."""
_PASSES = 6
"""Turns of the event loop that are taken at least, however long each of them takes."""


class Opener:
    """Copies of the sample in a scratch folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self.keeping = KeptCases()
        self._sample = folder / "sample.positions"
        create_case(self._sample, fill=filling(sample_plan())).close()

    def new(self, path: Path) -> CaseStore:
        """Make an empty case."""
        return create_case(path)

    def open(self, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> CaseStore:
        """Open a case."""
        return open_case(path, passphrase=passphrase, read_only=read_only)

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        """Make a file that nobody signs."""
        create_case(path, fill=fill, passphrase=passphrase, signed=False).close()

    def sample(self) -> CaseStore:
        """Open another copy of the sample."""
        return self.open(Path(copy(self._sample, self._next())))

    def edited(self) -> CaseStore:
        """Open another copy of the sample, to which something was done."""
        store = self.sample()
        edit_as_one_does(store)
        return store

    def empty(self) -> CaseStore:
        """Open a case with nothing in it."""
        return self.new(self._next())

    def _next(self) -> Path:
        self._count += 1
        return self._folder / f"case-{self._count}.positions"


class Studio:
    """Draws scenes; one application for all of them."""

    def __init__(self, scratch: Path, scale: float) -> None:
        app = QApplication.instance() or QApplication(["gallery"])
        assert isinstance(app, QApplication)
        self._app = app
        self._app.setCursorFlashTime(0)
        self._scratch, self._scale = scratch, scale
        self._opener = Opener(scratch)
        self._hub = apply_theme(self._app, bundled_theme())

    def pictures(
        self, theme: str, size: Size, wanted: Callable[[str], bool]
    ) -> Iterator[tuple[str, QPixmap]]:
        """Yield every scene that is wanted by name, drawn in a theme on a screen of so many dots."""
        self._hub.use(bundled_theme(theme))
        for scenes, store in self._sets():
            own = {name: scene for name, scene in scenes.items() if wanted(name)}
            if not own:
                continue
            with read_from_right(self._app) if scenes is MIRRORED_SCENES else nullcontext():
                window = self._window(store() if store else None, size)
                for name, scene in own.items():
                    yield name, self._drawn(scene, window)
                    _reset(window)
                self._put_away(window)

    def _sets(self) -> tuple[tuple[dict[str, Scene], Callable[[], CaseStore] | None], ...]:
        return (
            (CASE_SCENES, self._opener.sample),
            (EDITED_SCENES, self._opener.edited),
            (EMPTY_SCENES, self._opener.empty),
            (ONE_SCENES, one_of_each),
            (LONG_SCENES, with_long_names),
            (MANY_SCENES, with_many_events),
            (LARGE_SCENES, very_many),
            (MIRRORED_SCENES, in_arabic_letters),
            (BARE_SCENES, None),
        )

    def _window(self, store: CaseStore | None, size: Size) -> MainWindow:
        settings = QSettings(str(self._scratch / "gallery.ini"), QSettings.Format.IniFormat)
        settings.clear()
        window = MainWindow(self._opener, self._hub, settings)
        window.resize(round(size[0] / self._scale), round(size[1] / self._scale))
        if store is not None:
            window.show_case(store)
        window.show()
        window.activateWindow()
        self._settle()
        return window

    def _drawn(self, scene: Scene, window: MainWindow) -> QPixmap:
        dialog = scene(window)
        if dialog is not None:
            dialog.show()
        self._settle()
        picture = (dialog or window).grab()
        self._put_away(None if isinstance(dialog, QMenu) else dialog)
        return picture

    def _put_away(self, *widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is not None:
                # nobody is there to answer for what a scene has typed
                widget.leave_at_once() if isinstance(widget, MainWindow) else widget.close()
                widget.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _settle(self) -> None:
        clock, passes = QElapsedTimer(), 0
        clock.start()
        while clock.elapsed() < _SETTLED or passes < _PASSES:
            passes += 1
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SETTLED)


def _reset(window: MainWindow) -> None:
    """Bring the window back to how it was opened; scenes write nothing."""
    window.finding.palette.hide()
    window.times.card.hide()
    for menu in window.findChildren(QMenu):
        menu.hide()
    page = window.page
    if page is None:
        window.say("")
        return
    page.say("")
    page.messages.notice.say("")
    page.desk.close_all()
    page.matrix.mouse.cancel()
    page.session.show_folded(frozenset())
    page.centre.show_lens(POSITIONS)
    page.session.set_audience(PRINCIPAL)
    page.session.set_basis(Basis.ASSESSED)
    rooms = [row.code for row in page.session.model.rows if row.has_room]
    page.session.select(Selection(rooms[0]) if rooms else None)
    page.matrix.verticalScrollBar().setValue(0)
    page.matrix.horizontalScrollBar().setValue(0)
    page.matrix.setFocus()
