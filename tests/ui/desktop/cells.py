"""What tests of several cells do with them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import click_cell, page_of
from ui.desktop.window import MainWindow
from workbench.domain.position import Position

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

SheetT = TypeVar("SheetT", bound=QWidget)


def sheet_of(window: MainWindow, kind: type[SheetT]) -> SheetT:
    sheet = page_of(window).desk.currentWidget()
    assert isinstance(sheet, kind)
    return sheet


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def steps(window: MainWindow) -> int:
    return len(list(page_of(window).session.store.history()))


def standing(window: MainWindow, party: str, issue: str) -> Position | None:
    session = page_of(window).session
    ref = page_of(window).session.standing_ref(party, issue)
    record = session.record("positions", (ref,)) if ref else None
    assert record is None or isinstance(record, Position)
    return record


def take_four(qtbot: QtBot, window: MainWindow) -> None:
    """Select Baku and Yerevan on the first two issues, by keys."""
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Down, SHIFT)
