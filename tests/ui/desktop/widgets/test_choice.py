"""A box of choices in little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.choice import Choice

LONG = "Control of the Lachin corridor and of the road to Syunik"


@pytest.fixture
def box(qtbot: QtBot) -> Choice:
    box = Choice()
    qtbot.addWidget(box)
    box.addItems([LONG, "Status"])
    box.show()
    return box


def test_what_has_no_room_is_shortened_and_said_whole(box: Choice) -> None:
    box.resize(140, 30)
    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    middle = box.rect().center()
    QApplication.sendEvent(box, QHelpEvent(QHelpEvent.Type.ToolTip, middle, box.mapToGlobal(middle)))
    assert QToolTip.text() == LONG
    QToolTip.hideText()
    assert box.toolTip() == ""


def test_what_has_room_stands_as_it_is(box: Choice) -> None:
    box.resize(700, 30)
    assert box.shown_text() == LONG
    box.setCurrentIndex(1)
    box.resize(140, 30)
    assert box.shown_text() == "Status"
    QToolTip.hideText()
    QApplication.sendEvent(
        box, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)))
    )
    assert QToolTip.text() == ""
