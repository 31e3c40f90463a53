"""Each matrix as a list of sentences, for reading aloud."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.desktop.view_state import Selection
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY, BEFORE = date(2023, 3, 20), date(2022, 3, 20)


def listed(qtbot: QtBot, window: MainWindow) -> ListWindow:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_L, CONTROL)
    found = page_of(window).findChild(ListWindow)
    assert isinstance(found, ListWindow)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_every_cell_is_a_line_that_is_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    model = page_of(window).session.model
    shown = listed(qtbot, window)
    texts = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    for number, issue in enumerate(model.rows):
        room = model.room(number)
        assert (room is None) or room.sentence in texts
        for place in range(len(model.columns)):
            assert model.cell(number, place).sentence in texts, issue.code
    index = shown.table.rows_model.index(1, 0)
    assert shown.table.rows_model.data(index, Qt.ItemDataRole.AccessibleTextRole).endswith(texts[1])
    assert all(text.endswith((".", "?")) for text in texts)


def test_arrows_walk_the_list_and_enter_goes_to_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    shown.table.setFocus()
    qtbot.keyClick(shown.table, Qt.Key.Key_Home)
    qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    row = shown.table.current_row()
    assert row is not None
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert page_of(window).session.view.selection == Selection(row.key[0], (row.key[2],))


@pytest.mark.parametrize(("key", "holds"), [("parties", " and "), ("demands", "asks for")])
def test_other_matrices_are_listed_too(qtbot: QtBot, window: MainWindow, key: str, holds: str) -> None:
    shown = listed(qtbot, window)
    qtbot.mouseClick(shown.buttons[key], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() > 5)
    assert page_of(window).centre.key == key
    assert all(holds in row.cells[0].whole for row in list(shown.table.rows_model.rows())[:5])
    shown.table.setFocus()
    shown.table.choose_place(2)
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    lens = page_of(window).centre.lens
    row = shown.table.current_row()
    assert row is not None
    assert lens.grid.current == tuple(map(int, row.key))  # type: ignore[union-attr]


def test_finding_in_the_list_reads_on_to_what_is_sought(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    shown.finder.setFocus()
    qtbot.keyClicks(shown.finder, "xankendi")
    session = page_of(window).session
    assert shown.table.rows_model.rowCount() == 0
    shown.finder.clear()
    session.set_names("BAK")
    qtbot.waitUntil(lambda: any("Xankəndi" in row.cells[0].text for row in shown.table.rows_model.rows()))


def test_a_list_shows_nothing_to_an_audience_that_may_not_see_it(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    texts = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    page_of(window).session.set_audience(PUBLIC)
    assert shown.table.rows_model.rowCount() == 0
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() > 0)
    left = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    assert len(left) < len(texts)
    assert not any("Assessed" in text for text in left)
