"""A window that is shown for somebody says nothing, anywhere, of what that audience may not see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.lenses.registry import LENSES
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, Audience
from workbench.domain.handling import Handling
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.operations import PutRecord

SECRET = "Zyxwvut"


def said_anywhere() -> Iterator[str]:
    """Yield every text that any widget or action of the program holds, seen or not."""
    for own in QApplication.allWidgets():
        yield from (own.windowTitle(), own.toolTip(), own.statusTip(), own.whatsThis())
        yield from (own.accessibleName(), own.accessibleDescription())
        if isinstance(own, QLabel | QAbstractButton | QLineEdit):
            yield own.text()
        if isinstance(own, QPlainTextEdit):
            yield own.toPlainText()
        if isinstance(own, QComboBox):
            yield from (own.itemText(place) for place in range(own.count()))
        for action in [*own.actions(), *own.findChildren(QAction)]:
            yield from (action.text(), action.toolTip(), action.statusTip())


@pytest.mark.parametrize("audience", [PUBLIC, ROOM, TEAM])
def test_no_text_of_the_window_names_what_is_out_of_reach(
    qtbot: QtBot, window: MainWindow, audience: Audience
) -> None:
    session = page_of(window).session
    made = Party("SEC", SECRET, handling=Handling.RESTRICTED)
    assert session.perform(PutRecord(made)) is not None
    source = Source("SEC9", title=f"Talk with {SECRET}", handling=Handling.RESTRICTED)
    assert session.perform(PutRecord(source)) is not None
    page_of(window).desk.open_record("sources", ("SEC9",))
    page_of(window).say(f"Entered “{SECRET}”.")
    page_of(window).messages.done.say(f"{SECRET} was imported.")
    undo = window.registry.action(ActionId.UNDO)
    assert any(SECRET in text for text in said_anywhere()), "the one who looks for it would find it"
    session.set_audience(audience)
    for lens in LENSES:
        page_of(window).centre.show_lens(lens.key)
        qtbot.wait(30)
        assert not [text for text in said_anywhere() if SECRET in text], lens.key
    assert not undo.isEnabled()
    session.set_audience(PRINCIPAL)
    assert SECRET in undo.text()
