from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, click_cell, page_of, texts, trigger
from tests.ui.desktop.lenses.using import choose_in_menu, column, editor_in, look_through
from ui.desktop.lenses.history import HistoryLens
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC, VAULT
from workbench.domain.party import Party
from workbench.operations import PutRecord
from workbench.readmodels.history_lens import NOT_TOLD

ENTER = Qt.Key.Key_Return


def rename(window: MainWindow, name: str) -> None:
    session = page_of(window).session
    party = next(own for own in session.store.read_case().parties if own.code == "EU")
    session.perform(PutRecord(Party("EU", name, party.short_name, party.kind, party.colour, party.handling)))


def below(lens: HistoryLens) -> list[tuple[str, ...]]:
    return [tuple(own.text for own in row.cells) for row in lens.changes.table.rows_model.rows()]


def test_the_latest_stands_first_with_before_and_after(window: MainWindow) -> None:
    rename(window, "European Union, first")
    rename(window, "European Union, second")
    lens = look_through(window, HistoryLens)
    labels = column(lens, "what")
    assert labels[:2] == ["Enter party “EU”"] * 2
    assert labels[-1].startswith("Import tables")
    assert lens.table.currentIndex().row() == 0
    changed = [row[1:] for row in below(lens) if row[1] == "name"]
    assert changed == [("name", "European Union, first", "European Union, second")]


def test_undo_is_history_too(window: MainWindow) -> None:
    rename(window, "Brussels")
    lens = look_through(window, HistoryLens)
    count = lens.table.rows_model.rowCount()
    trigger(window, "edit.undo")
    assert lens.table.rows_model.rowCount() == count + 1
    assert column(lens, "what")[0] == "Undo: Enter party “EU”"


def test_others_than_principal_and_vault_are_told_that_it_is_not_shown(window: MainWindow) -> None:
    rename(window, "The name that was")
    rename(window, "The name that is")
    lens = look_through(window, HistoryLens)
    page_of(window).session.set_audience(PUBLIC)
    assert lens.table.rows_model.rowCount() == 0
    assert not lens.changes.isVisible()
    assert lens.page is not None
    assert lens.page.nothing == NOT_TOLD
    assert not [text for text in texts(lens) if "The name that was" in text]
    assert not lens.export_table().rows
    page_of(window).session.set_audience(VAULT)
    assert lens.table.rows_model.rowCount() > 2


def test_the_history_of_a_record_from_the_menu_of_a_lens(window: MainWindow, qtbot: QtBot) -> None:
    sources = look_through(window, SourcesLens)
    sources.table.choose("sources", ("ICJ23",))
    row = sources.table.current_row()
    assert row is not None
    menu = QMenu(window)
    sources.fill_menu(menu, row)
    choose_in_menu(menu, "History")
    lens = page_of(window).centre.lens
    assert isinstance(lens, HistoryLens)
    assert lens.table.rows_model.rowCount() == 1
    assert {own[0] for own in below(lens)} == {row.cells[0].text}
    assert lens.one_record.isVisible()
    assert "ICJ23" in lens.one_record.text()
    rename(window, "Brussels")
    assert lens.table.rows_model.rowCount() == 1
    qtbot.mouseClick(lens.one_record, LEFT)
    assert lens.table.rows_model.rowCount() == 2
    assert not lens.one_record.isVisible()


def test_the_history_of_the_cell_that_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    trigger(window, "edit.history")
    lens = page_of(window).centre.lens
    assert isinstance(lens, HistoryLens)
    assert "bak-lachin-2023-03-a" in lens.one_record.text()


def test_a_long_history_is_read_as_one_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(130):
        rename(window, f"Name {number}")
    lens = look_through(window, HistoryLens)
    model = lens.table.rows_model
    assert model.rowCount() == 100
    lens.table.verticalScrollBar().setValue(lens.table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: model.rowCount() == 131)
    lens.bar.finder.setText("import")
    assert model.rowCount() == 1


def test_finding_goes_on_into_what_was_not_read_yet(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(230):
        rename(window, f"Name {number}")
    lens = look_through(window, HistoryLens)
    lens.bar.finder.setText("import")
    qtbot.waitUntil(lambda: lens.table.rows_model.rowCount() == 1)
    assert column(lens, "what")[0].startswith("Import")


def test_enter_leads_to_the_record_as_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    rename(window, "Brussels")
    lens = look_through(window, HistoryLens)
    lens.table.setFocus()
    qtbot.keyClick(lens.table, ENTER)
    assert lens.changes.table.hasFocus()
    qtbot.keyClick(lens.changes.table, ENTER)
    assert editor_in(window).key == ("EU",)
