from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.wrapped_list import WrappedList


def test_a_line_that_fits_takes_one_line(qtbot: QtBot) -> None:
    shown = WrappedList()
    qtbot.addWidget(shown)
    for text in ("short", "A line that is nearly as wide as the whole of the list beside its bar"):
        shown.addItem(text)
    shown.resize(shown.fontMetrics().horizontalAdvance(text) + 60, 300)
    shown.show()
    qtbot.waitExposed(shown)
    assert shown.visualItemRect(shown.item(1)).height() == shown.visualItemRect(shown.item(0)).height()


@pytest.mark.parametrize("width", [180, 260, 361, 420, 700])
@pytest.mark.parametrize("lines", [1, 40])
def test_no_line_is_cut(qtbot: QtBot, width: int, lines: int) -> None:
    shown = WrappedList()
    qtbot.addWidget(shown)
    shown.setStyleSheet("QListView::item { padding: 3px 6px; }")
    text = "Style: the wording given to Stepanakert is 23 % shorter than the mean of all, 4.8 against 6.2"
    for number in range(lines):
        shown.addItem(text + " once again" * (number % 7))
    shown.resize(width, 300)
    shown.show()
    qtbot.waitExposed(shown)
    for number in range(lines):
        item = shown.item(number)
        seen = shown.visualItemRect(item)
        room = QRect(0, 0, seen.width() - 2 * (6 + 2), 10_000)
        needed = shown.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
        assert seen.height() >= needed.height() + 6
        assert seen.width() <= shown.viewport().width()
