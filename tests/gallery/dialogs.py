"""Dialogs: those that a command opens are caught before they wait for somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QDialog, QWidget

from ui.actions.ids import ActionId
from ui.desktop.lenses.registry import POSITIONS
from ui.desktop.picture.dialog import PictureDialog
from ui.desktop.picture.wanted import seen_on, wanted_pictures
from ui.desktop.window import MainWindow

_LONG_ENOUGH = 20_000
"""Milliseconds within which a page is drawn beside the window."""
Scene = Callable[[MainWindow], QWidget | None]


@contextmanager
def _caught() -> Iterator[list[QDialog]]:
    """Let no dialog wait; keep each that would have been shown."""
    kept: list[QDialog] = []
    execute = QDialog.exec

    def keep(dialog: QDialog) -> int:
        kept.append(dialog)
        return QDialog.DialogCode.Rejected.value

    QDialog.exec = keep  # type: ignore[method-assign]
    try:
        yield kept
    finally:
        QDialog.exec = execute  # type: ignore[method-assign]


def opened_by(name: ActionId) -> Scene:
    """Return the scene of the dialog that an action opens."""

    def scene(window: MainWindow) -> QWidget:
        with _caught() as dialogs:
            window.registry.action(name).trigger()
        return dialogs[0] if dialogs else window

    return scene


def picture_of(lens: str) -> Scene:
    """Return the scene of the dialog that shows a picture of a lens, its first page drawn."""

    def scene(window: MainWindow) -> QWidget:
        assert window.page is not None
        window.page.centre.show_lens(lens)
        look = window.hub, window.settings
        wanted = wanted_pictures(window.page, seen_on(window.page))
        dialog = PictureDialog(
            wanted.makers, wanted.about, look, (lambda _name, _ending: None, lambda _said: False), window
        )
        dialog.show()
        waiting = QElapsedTimer()
        waiting.start()
        while dialog.preview.leaf.image.isNull() and waiting.elapsed() < _LONG_ENOUGH:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        return dialog

    return scene


DIALOG_SCENES: dict[str, Scene] = {
    "preferences": opened_by(ActionId.PREFERENCES),
    "picture-positions": picture_of(POSITIONS),
    "picture-parties": picture_of("parties"),
    "picture-sources": picture_of("sources"),
    "picture-history": picture_of("history"),
}
"""On the sample, by the name of the picture."""
