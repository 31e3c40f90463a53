"""A person at the dialog of a picture: it is shown, used with mouse and keys, and closes as it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui.desktop.picture.dialog import PictureDialog
from ui.desktop.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 120_000


@dataclass
class Person:
    """What somebody does in the dialog, and where the picture is to go."""

    qtbot: QtBot
    window: MainWindow
    path: Path | None
    does: Callable[[PictureDialog], None] = lambda _dialog: None
    seen: list[PictureDialog] = field(default_factory=list)
    suggested: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    agrees: bool = True

    def exec(self, dialog: PictureDialog) -> int:
        self.seen.append(dialog)
        dialog.show()
        self.wait(dialog)
        self.does(dialog)
        if dialog.isVisible():
            self.cancel(dialog)
        return dialog.result()

    def place(self, _title: str, _kinds: str, name: str) -> Path | None:
        self.suggested.append(name)
        return self.path

    def confirm(self, question: str) -> bool:
        self.questions.append(question)
        return self.agrees

    def save(self, dialog: PictureDialog) -> None:
        """Press the button, and wait until the picture is written."""
        self.qtbot.waitUntil(dialog.go_on.isEnabled, timeout=PATIENCE)
        self.qtbot.mouseClick(dialog.go_on, LEFT)
        self.qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=PATIENCE)

    def cancel(self, dialog: PictureDialog) -> None:
        """Press the other button."""
        self.qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)

    def choose(self, dialog: PictureDialog, box: QComboBox, text: str) -> None:
        """Choose something in a box with the keys, and wait for its pages."""
        box.setFocus()
        place = next(n for n in range(box.count()) if box.itemText(n).startswith(text))
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText().startswith(text)
        self.wait(dialog)

    def wait(self, dialog: PictureDialog) -> None:
        """Wait until the pages are those that are wanted now."""
        self.qtbot.waitUntil(lambda: not dialog._rest.isActive(), timeout=PATIENCE)
        self.qtbot.waitUntil(lambda: dialog.count > 0 or bool(dialog.preview.leaf._words), timeout=PATIENCE)


def person_at(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    window: MainWindow,
    path: Path | None,
    does: Callable[[Person, PictureDialog], None],
) -> Person:
    """Let somebody use the dialog when it comes."""
    person = Person(qtbot, window, path)
    person.does = lambda dialog: does(person, dialog)
    monkeypatch.setattr(PictureDialog, "exec", lambda dialog: Person.exec(person, dialog))
    monkeypatch.setattr(window.dialogs, "_saving", person.place)
    monkeypatch.setattr(window.dialogs, "_confirm_over", person.confirm)
    return person
