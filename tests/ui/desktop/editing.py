"""What tests of editors do with forms, and what is on the disk then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.case_file import open_case
from tests.ui.desktop.doing import page_of
from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.fields import DateField, LineField
from ui.desktop.editors.position import PositionEditor
from ui.desktop.window import MainWindow
from workbench.domain.case import Case
from workbench.domain.position import Position

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier


def editor_of(window: MainWindow) -> RecordEditor[object]:
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, RecordEditor)
    return editor


def position_editor(window: MainWindow) -> PositionEditor:
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    return editor


def retype(qtbot: QtBot, field: object, text: str) -> None:
    assert isinstance(field, LineField | DateField)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def on_disk(window: MainWindow) -> Case:
    """Read the file as another program would find it, while the window is closed."""
    path = Path(page_of(window).session.store.path)
    window.close()
    with open_case(path) as store:
        return store.read_case()


def steps_of(window: MainWindow) -> int:
    """How many steps the file remembers; the first one filled it."""
    return len(list(page_of(window).session.store.history()))


def found(case: Case, ref: str) -> Position:
    return next(position for position in case.positions if position.ref == ref)
