"""What the menu Edit does to what is selected it does in the lens that is looked through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, page_of
from tests.ui.desktop.lenses.using import choose_in_menu, editor_in, look_through
from ui.desktop.editors.event import EventEditor
from ui.desktop.editors.issue import IssueEditor
from ui.desktop.editors.party import PartyEditor
from ui.desktop.editors.position import PositionEditor
from ui.desktop.editors.source import SourceEditor
from ui.desktop.editors.term import TermEditor
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.events import EventsLens
from ui.desktop.lenses.history import HistoryLens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.lenses.terms import TermsLens
from ui.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLES = [(SourcesLens, SourceEditor), (EventsLens, EventEditor), (TermsLens, TermEditor)]


@pytest.mark.parametrize(("kind", "editor"), TABLES)
def test_f2_opens_the_row_that_is_current(
    kind: type[TableLens], editor: type, qtbot: QtBot, window: MainWindow
) -> None:
    lens = look_through(window, kind)
    lens.table.setFocus()
    qtbot.keyClick(lens.table, Qt.Key.Key_Down)
    row = lens.table.current_row()
    assert row is not None
    qtbot.keyClick(lens.table, Qt.Key.Key_F2)
    opened = editor_in(window)
    assert isinstance(opened, editor)
    assert opened.key == row.key


@pytest.mark.parametrize(("kind", "editor"), TABLES)
def test_delete_opens_the_row_at_the_button_that_removes_it(
    kind: type[TableLens], editor: type, qtbot: QtBot, window: MainWindow
) -> None:
    lens = look_through(window, kind)
    lens.table.setFocus()
    row = lens.table.current_row()
    assert row is not None
    qtbot.keyClick(lens.table, Qt.Key.Key_Delete)
    opened = editor_in(window)
    assert isinstance(opened, editor)
    assert (opened.key, opened.remove_button.hasFocus()) == (row.key, True)
    assert lens.table.rows_model.place_of(row.table, row.key) >= 0, "nothing is gone yet"


def test_an_event_is_removed_with_the_keyboard_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    lens.table.setFocus()
    count, row = lens.table.rows_model.rowCount(), lens.table.current_row()
    assert row is not None
    qtbot.keyClick(lens.table, Qt.Key.Key_Delete)
    qtbot.keyClick(editor_in(window).remove_button, Qt.Key.Key_Space)
    assert lens.table.rows_model.rowCount() == count - 1
    assert lens.table.hasFocus(), "the keyboard is back where it was"
    qtbot.keyClick(lens.table, Qt.Key.Key_Z, CONTROL)
    assert lens.table.rows_model.place_of(row.table, row.key) >= 0


def test_ctrl_h_shows_the_history_of_the_row(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    lens.table.setFocus()
    row = lens.table.current_row()
    assert row is not None
    qtbot.keyClick(lens.table, Qt.Key.Key_H, CONTROL)
    shown = page_of(window).centre.lens
    assert isinstance(shown, HistoryLens)
    assert row.cells[1].text in shown.one_record.text()


def test_what_rests_on_a_source_is_opened_where_the_keyboard_is(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    lens.resting.table.setFocus()
    qtbot.keyClick(lens.resting.table, Qt.Key.Key_F2)
    assert isinstance(editor_in(window), PositionEditor)


def test_a_demand_leads_to_its_position_and_a_pair_to_its_party(qtbot: QtBot, window: MainWindow) -> None:
    demands = look_through(window, DemandsLens)
    demands.grid.setFocus()
    qtbot.keyClick(demands.grid, Qt.Key.Key_Down)
    qtbot.keyClick(demands.grid, Qt.Key.Key_F2)
    assert isinstance(editor_in(window), PositionEditor)
    page_of(window).desk.close_all()
    parties = look_through(window, PartiesLens)
    parties.grid.setFocus()
    qtbot.keyClick(parties.grid, Qt.Key.Key_Down)
    qtbot.keyClick(parties.grid, Qt.Key.Key_Down)
    qtbot.keyClick(parties.grid, Qt.Key.Key_F2)
    editor = editor_in(window)
    assert isinstance(editor, PartyEditor)
    assert editor.key == ("YER",)


def test_a_norm_is_opened_where_it_is_read(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, CommonGroundLens)
    qtbot.wait(20)  # the cards have their places
    text = next(own for card in lens.cards.values() for own in card.texts)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F2)
    editor = editor_in(window)
    assert isinstance(editor, IssueEditor)
    assert editor.key == (text.item.issue.code,)


def test_where_no_record_is_chosen_it_is_said(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, HistoryLens)
    lens.table.setFocus()
    qtbot.keyClick(lens.table, Qt.Key.Key_Delete)
    assert page_of(window).desk.count() == 1
    lens.changes.table.setFocus()
    qtbot.keyClick(lens.changes.table, Qt.Key.Key_F2)
    assert isinstance(editor_in(window), SourceEditor)  # the record that the import added first


def test_the_menu_of_an_operation_offers_nothing_that_it_is_not(window: MainWindow) -> None:
    lens = look_through(window, HistoryLens)
    row = lens.table.current_row()
    assert row is not None
    menu = QMenu(lens)
    lens.fill_menu(menu, row)
    assert [own.text() for own in menu.actions()] == ["Go to what it changed", "Copy rows"]
    choose_in_menu(menu, "Go to what it changed")
    assert lens.changes.table.hasFocus()


def test_a_row_is_removed_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    row = lens.table.current_row()
    assert row is not None
    menu = QMenu(lens)
    lens.fill_menu(menu, row)
    choose_in_menu(menu, "Remove")
    editor = editor_in(window)
    assert editor.remove_button.hasFocus()
    qtbot.mouseClick(editor.remove_button, LEFT, pos=QPoint(5, 5))
    assert lens.table.rows_model.place_of(row.table, row.key) == -1
