"""On a laptop of 1366 by 768 dots at 150 % every dialog is seen whole, its buttons too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.help import about_dialog, shortcuts_dialog
from ui.desktop.preferences.window import PreferencesWindow
from ui.desktop.safety.unrecorded import UnrecordedDialog
from ui.desktop.window import MainWindow

WIDTH, HEIGHT = 1366 * 2 // 3, 768 * 2 // 3

DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "brief": lambda window: BriefDialog(page_of(window).session, window.hub, window),
    "preferences": lambda window: PreferencesWindow(window.hub, window.settings, ((), None), window),
    "shortcuts": lambda window: shortcuts_dialog(window.hub, window),
    "about": lambda window: about_dialog(window.hub, window),
    "unrecorded": lambda window: UnrecordedDialog(window.hub, ["A title"] * 5, 5, window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_seen_whole_on_a_low_screen(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.resize(WIDTH, HEIGHT)
    dialog = DIALOGS[name](window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    screen = window.screen().availableGeometry().size()
    assert dialog.width() <= max(WIDTH, screen.width())
    for size in (dialog.minimumSizeHint(), dialog.minimumSize()):
        assert size.width() <= WIDTH
        assert size.height() <= HEIGHT
    dialog.resize(WIDTH - 16, HEIGHT - 48)
    for box in dialog.findChildren(QDialogButtonBox):
        assert dialog.rect().contains(box.geometry())
    dialog.close()
