"""Dates typed in plain words, where they are typed."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.desktop.editors.fields import DateField
from ui.desktop.editors.position import PositionEditor
from ui.desktop.widgets.dates import DateEntry, today, typed_date
from ui.desktop.window import MainWindow
from ui.theme.hub import ThemeHub

CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(qtbot: QtBot, hub: ThemeHub) -> DateEntry:
    made = DateEntry(hub, "From")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_reading_stands_beside_what_is_typed(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    own = entry(qtbot, theme_hub)
    QTest.keyClicks(own.line, "between Dec 2022 and March 2023")
    assert own.note.isVisible()
    assert own.note.text().startswith("2022-12/2023-03: between December 2022 and March 2023.")
    assert own.line.accessibleDescription() == own.note.text()
    assert own.date is not None
    assert own.date.text == "2022-12/2023-03"


def test_two_readings_are_named_once_the_line_is_left(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    own = entry(qtbot, theme_hub)
    QTest.keyClicks(own.line, "03/04/2022")
    assert not own.note.isVisible()
    QTest.keyClick(own.line, Qt.Key.Key_Return)
    assert "3 April 2022 or 4 March 2022" in own.note.text()
    assert own.date is None
    own.line.selectAll()
    QTest.keyClicks(own.line, "3 April 2022")
    assert own.note.text() == "2022-04-03: 3 April 2022."
    assert not own.line.property("invalid")


def test_yesterday_is_the_day_before_today() -> None:
    assert typed_date("yesterday").effective == today() - timedelta(days=1)


def test_a_position_typed_in_words_keeps_edtf(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.new_position("BAK", "lachin")
    editor = page.desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    since = editor.fields["since"]
    assert isinstance(since, DateField)
    since.line.setFocus()
    since.line.selectAll()
    qtbot.keyClicks(since.line, "about April 2024")
    assert since.note.text() == "2024-04~: about April 2024. Counts from 1 April 2024."
    qtbot.keyClick(since.line, Qt.Key.Key_Return, CONTROL)
    texts = [date.text for date in page.session.snapshot.table.dates]
    assert "2024-04~" in texts
    assert not any("about" in text for text in texts)
