"""Dialogs: those that a command opens are caught before they wait for somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QDialog, QWidget

from ui.actions.ids import ActionId
from ui.desktop.window import MainWindow

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


DIALOG_SCENES: dict[str, Scene] = {"preferences": opened_by(ActionId.PREFERENCES)}
"""On the sample, by the name of the picture."""
