"""Letters find in boxes and menus of choices, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.letters import find_by_letters, find_in_menu

NAMES = ("Baku", "Yerevan", "Stepanakert", "Moscow", "EU", "European Parliament", "Степь", "Xankəndi")


def press(widget: QWidget, letters: str) -> None:
    """Press keys as a keyboard of any country sends them."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


@pytest.fixture
def box(qtbot: QtBot) -> QComboBox:
    box = QComboBox()
    box.addItems(list(NAMES))
    find_by_letters(box)
    qtbot.addWidget(box)
    box.show()
    return box


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("st", "Stepanakert"),
        ("Степанакерт", "Stepanakert"),
        ("Степь", "Степь"),
        ("МОСК", "Moscow"),
        ("parl", "European Parliament"),
        ("xankendi", "Xankəndi"),
    ],
)
def test_letters_choose_in_a_box(qtbot: QtBot, box: QComboBox, letters: str, name: str) -> None:
    told: list[int] = []
    box.activated.connect(told.append)
    press(box, letters)
    assert box.currentText() == name
    assert told[-1] == box.currentIndex()


def test_after_a_pause_another_word_begins(qtbot: QtBot, box: QComboBox) -> None:
    press(box, "mos")
    qtbot.wait(1_100)
    press(box, "ye")
    assert box.currentText() == "Yerevan"


def test_what_nothing_goes_by_changes_nothing(box: QComboBox) -> None:
    press(box, "q")
    assert box.currentText() == "Baku"


def test_letters_point_in_an_open_list_and_enter_takes(qtbot: QtBot, box: QComboBox) -> None:
    told: list[int] = []
    box.activated.connect(told.append)
    box.showPopup()
    press(box.view(), "Ер")
    assert box.view().currentIndex().data() == "Yerevan"
    assert told == []
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentText() == "Yerevan"
    assert told == [1]


def test_letters_move_in_a_menu(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for name in NAMES:
        menu.addAction(name).setCheckable(True)
    find_in_menu(menu)
    menu.popup(menu.pos())
    press(menu, "Степан")
    active = menu.activeAction()
    assert active is not None
    assert active.text() == "Stepanakert"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [own.text() for own in menu.actions() if own.isChecked()] == ["Stepanakert"]
