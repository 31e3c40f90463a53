"""What a person does at the window, and what can be read in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.desktop.case_page import CasePage
from ui.desktop.matrix_tips import sentence_of
from ui.desktop.view_state import Selection
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def page_of(window: MainWindow) -> CasePage:
    assert window.page is not None
    return window.page


def cell_place(window: MainWindow, party: str, issue: str) -> QPoint:
    """The middle of a cell in the viewport of the matrix, scrolled into sight."""
    page = page_of(window)
    model, port = page.session.model, page.matrix.port()
    row = next(number for number, own in enumerate(model.rows) if own.code == issue)
    assert port is not None
    if not party:
        page.matrix.select(Selection(issue))
        port = page.matrix.port()
        assert port is not None
        return port.room_rect(row).center().toPoint()
    column = next(number for number, own in enumerate(model.columns) if own.code == party)
    page.show_row(row)
    port = page.matrix.port()
    assert port is not None
    return port.cell_rect(row, column).center().toPoint()


def click_cell(qtbot: QtBot, window: MainWindow, party: str, issue: str, *, twice: bool = False) -> None:
    place = cell_place(window, party, issue)
    viewport = page_of(window).matrix.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=place)
    if twice:
        qtbot.mouseDClick(viewport, LEFT, pos=place)


def write(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type a text in any script: what is no key of the test comes as from an input method."""
    if text.isascii():
        qtbot.keyClicks(field, text)
        return
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def texts(widget: QWidget) -> Iterator[str]:
    """Every text that a widget and those in it show, say in a tooltip, or tell a screen reader."""
    for own in (widget, *widget.findChildren(QWidget)):
        yield from (own.toolTip(), own.accessibleName(), own.accessibleDescription(), own.windowTitle())
        if isinstance(own, QLabel | QAbstractButton | QLineEdit):
            yield own.text()
        elif isinstance(own, ElidedText):
            yield own.text
        elif isinstance(own, QPlainTextEdit):
            yield own.toPlainText()
        elif isinstance(own, QComboBox):
            yield from (own.itemText(place) for place in range(own.count()))
        elif isinstance(own, QListWidget):
            yield from (own.item(place).text() for place in range(own.count()))
    yield from (action.text() for action in widget.findChildren(QAction))


def everything_read(window: MainWindow) -> str:
    """Everything that can be read in the window, the drawn cells, rooms and events included."""
    page = page_of(window)
    model, timeline = page.session.model, page.session.timeline
    assert page.matrix.model is model
    drawn = [page.matrix.accessibleName(), *texts(window)]
    for row, issue in enumerate(model.rows):
        drawn += [issue.title, issue.question, *issue.options, *issue.pressed, *issue.waiting]
        drawn += [
            f"{cell.lead} {cell.text} {cell.sentence}"
            for cell in (model.cell(row, column) for column in range(len(model.columns)))
        ]
        room = model.room(row)
        drawn += [f"{room.sentence} {room.meeting} {room.beside}"] if room else []
    drawn += [event.sentence for event in timeline.events]
    return "\n".join(drawn)


__all__ = [
    "cell_place",
    "click_cell",
    "everything_read",
    "page_of",
    "sentence_of",
    "texts",
    "trigger",
    "write",
]
