"""The menu of what has the keyboard, asked for by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.widgets.row_button import PartyCheck
from ui.desktop.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def menu_asked(qtbot: QtBot, window: MainWindow) -> list[str]:
    """Press the keys, wait for the menu, put it away; return what it offers."""
    held = QApplication.focusWidget()
    assert held is not None
    qtbot.keyClick(held, Qt.Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [own.text().replace("&", "").split("\t")[0] for own in menu.actions() if own.text()]
    menu.close()
    return offered


def test_a_cell_has_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).matrix.setFocus()
    assert {"Edit", "Copy cells"} <= set(menu_asked(qtbot, window))


def test_a_party_in_the_side_panel_has_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    next(own for own in page_of(window).side.findChildren(PartyCheck) if own.text() == "EU").setFocus()
    assert "Show only EU" in menu_asked(qtbot, window)


@pytest.mark.parametrize("lens", ["sources", "events", "terms", "history"])
def test_a_row_of_a_table_has_its_menu(qtbot: QtBot, window: MainWindow, lens: str) -> None:
    page = page_of(window)
    page.centre.show_lens(lens)
    page.centre.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert menu_asked(qtbot, window)


def test_a_line_of_text_has_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.new_record("events")
    sheet = page.desk.currentWidget()
    assert sheet is not None
    line = next(own for own in sheet.findChildren(QLineEdit) if own.isVisible())
    line.setFocus()
    assert "Select All" in menu_asked(qtbot, window)


def test_nothing_happens_where_nothing_has_a_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.setFocus()
    window.registry.action(ActionId.SHOW_MENU).trigger()
    qtbot.wait(30)
    assert QApplication.activePopupWidget() is None
