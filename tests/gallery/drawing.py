"""Sets up the window in a theme and size, and draws one scene after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from db.case_file import create_case, open_case
from tests.gallery.scenes import BARE_SCENES, CASE_SCENES, EMPTY_SCENES, SCALED, Scene
from ui.commandline.building import filling, sample_plan
from ui.desktop.window import MainWindow
from ui.theme.apply import apply_theme
from ui.theme.theme import bundled_theme
from workbench.ports import CaseStore

Size = tuple[int, int]
_SETTLED = 60
"""Milliseconds in which whatever waits for a pause has come."""


class Opener:
    """Copies of the sample in a scratch folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self._sample = folder / "sample.positions"
        create_case(self._sample, fill=filling(sample_plan())).close()

    def new(self, path: Path) -> CaseStore:
        """Make an empty case."""
        return create_case(path)

    def open(self, path: Path) -> CaseStore:
        """Open a case."""
        return open_case(path)

    def sample(self) -> CaseStore:
        """Open another copy of the sample."""
        return self.open(Path(copy(self._sample, self._next())))

    def empty(self) -> CaseStore:
        """Open a case with nothing in it."""
        return self.new(self._next())

    def _next(self) -> Path:
        self._count += 1
        return self._folder / f"case-{self._count}.positions"


class Studio:
    """Draws scenes; one application for all of them."""

    def __init__(self, scratch: Path, scale: float) -> None:
        self._app = QApplication.instance() or QApplication(["gallery"])
        assert isinstance(self._app, QApplication)
        self._app.setCursorFlashTime(0)
        self._scratch, self._scale = scratch, scale
        self._opener = Opener(scratch)
        self._hub = apply_theme(self._app, bundled_theme())

    def pictures(self, theme: str, size: Size) -> Iterator[tuple[str, QPixmap]]:
        """Yield every scene by name, drawn in a theme on a screen of so many dots."""
        self._hub.use(bundled_theme(theme))
        for scenes, store in (
            (CASE_SCENES, self._opener.sample),
            (EMPTY_SCENES, self._opener.empty),
            (BARE_SCENES, None),
        ):
            wanted = {name: scene for name, scene in scenes.items() if self._scale == 1.0 or name in SCALED}
            for name, scene in wanted.items():
                yield name, self._drawn(scene, store() if store else None, size)

    def _drawn(self, scene: Scene, store: CaseStore | None, size: Size) -> QPixmap:
        settings = QSettings(str(self._scratch / "gallery.ini"), QSettings.Format.IniFormat)
        settings.clear()
        window = MainWindow(self._opener, self._hub, settings)
        window.resize(round(size[0] / self._scale), round(size[1] / self._scale))
        if store is not None:
            window.show_case(store)
        window.show()
        window.activateWindow()
        self._settle()
        dialog = scene(window)
        if dialog is not None:
            dialog.show()
        self._settle()
        picture = (dialog or window).grab()
        self._put_away(dialog, window)
        return picture

    def _put_away(self, *widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is not None:
                widget.close()
                widget.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _settle(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _SETTLED:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SETTLED)
