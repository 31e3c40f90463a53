from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, click_cell, page_of, texts, trigger
from tests.ui.desktop.lenses.using import choose_in_menu, column, editor_in, look_through
from tests.ui.desktop.test_names import choose_party
from ui.desktop.lenses.history import HistoryLens
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.window import MainWindow
from ui.tables.history import changes_page
from workbench.domain.audience import PUBLIC, VAULT
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.operations import PutRecord, RecordPosition, RemoveRecord
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
    assert labels[:2] == ["Change party “EU”"] * 2
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
    assert column(lens, "what")[0] == "Undo: Change party “EU”"


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
    assert lens.one_record.text() == f"Only source “{row.cells[0].text}”  ✕"
    assert lens.told() == (f"Only source “{row.cells[0].text}”",)
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
    assert "Baku on Control of the Lachin corridor" in lens.one_record.text()
    assert "bak-" not in lens.one_record.text()


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


def test_before_and_after_stand_in_names(window: MainWindow) -> None:
    session = page_of(window).session
    position = session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(position, Position)
    options = [own for own in session.snapshot.case.options if own.issue == "lachin"][:2]
    stances = {options[0].code: Stance.RED_LINE, options[1].code: Stance.ACCEPTS}
    source = session.snapshot.case.sources[0]
    session.perform(
        RecordPosition(
            replace(
                position,
                stances=stances,
                limit_owner="the cabinet",
                known_to=("EU",),
                sources=(SourceReference(source.code, 2, "p. 4"),),
            )
        )
    )
    lens = look_through(window, HistoryLens)
    assert column(lens, "what")[0].startswith("Change position “Baku on Control of the Lachin corridor, ")
    shown = {row[1]: row for row in below(lens)}
    assert shown["stances"][0].startswith("Baku on Control of the Lachin corridor, ")
    assert shown["stances"][3] == f"{options[0].label}: red line; {options[1].label}: accepts"
    assert shown["who can move the red line"][3] == "the cabinet"
    assert shown["known to"][3] == "EU"
    assert shown["sources"][3] == f"{source.title} (credibility 2), p. 4"


def test_names_in_the_history_are_in_the_form_chosen(window: MainWindow) -> None:
    position = Position("", "STP", "lachin", parse_date("2024"), known_to=("STP",))
    page_of(window).session.perform(RecordPosition(position))
    lens = look_through(window, HistoryLens)
    assert column(lens, "what")[0] == "Record position “Stepanakert on Control of the Lachin corridor, 2024”"
    choose_party(window, "Baku")
    assert column(lens, "what")[0] == "Record position “Xankəndi on Control of the Lachin road, 2024”"
    assert {row[1]: row[3] for row in below(lens)}["known to"] == "Xankəndi"


def test_a_record_that_is_gone_keeps_its_name_in_what_was_done_to_it(window: MainWindow) -> None:
    session = page_of(window).session
    session.perform(PutRecord(Party("GEO", "Georgia", "Tbilisi")))
    session.perform(RecordPosition(Position("", "GEO", "lachin", parse_date("2024"))))
    session.perform(PutRecord(Party("TBS", "Georgia", "Tbilisi 2"), was=("GEO",)))
    session.perform(RemoveRecord("parties", ("TBS",), with_dependants=True))
    lens = look_through(window, HistoryLens)
    assert column(lens, "what")[:4] == [
        "Remove party “Tbilisi 2”",
        "Change party “Tbilisi 2”",
        "Record position “Tbilisi 2 on Control of the Lachin corridor, 2024”",
        "Enter party “Tbilisi 2”",
    ]


def test_whose_history_it_is_is_not_told_to_others(window: MainWindow, qtbot: QtBot) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    trigger(window, "edit.history")
    lens = page_of(window).centre.lens
    assert isinstance(lens, HistoryLens)
    page_of(window).session.set_audience(PUBLIC)
    assert not lens.one_record.isVisible()
    assert lens.one_record.text() == ""
    page_of(window).session.set_audience(VAULT)
    assert "Baku on" in lens.one_record.text()


def test_what_a_large_operation_changed_comes_in_parts_and_is_whole(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    lens = look_through(window, HistoryLens)
    row = lens.table.rows_model.rows()[-1]
    whole = below_of(lens, row.key[0])
    monkeypatch.setattr(lens.changes._work, "_at_first", 0.0)
    lens.row_chosen(row)
    first = below(lens)
    assert 0 < len(first) < len(whole)
    assert first == whole[: len(first)]
    lens.changes.table.choose_place(0)
    chosen = lens.changes.table.current_row()
    qtbot.waitUntil(lambda: len(below(lens)) == len(whole))
    assert below(lens) == whole
    assert lens.changes.table.current_row() == chosen
    lens.row_chosen(row)
    assert len(below(lens)) < len(whole)
    assert [tuple(own.text for own in one.cells) for one in lens.changes.seen[0].rows] == whole
    lens.row_chosen(row)
    page_of(window).session.set_audience(PUBLIC)
    qtbot.wait(30)
    assert not below(lens)


def below_of(lens: HistoryLens, operation: str) -> list[tuple[str, ...]]:
    """What an operation changed, made in one go."""
    page = changes_page(lens._changes[operation], lens.session.view.audience, lens._names)
    return [tuple(own.text for own in row.cells) for row in page.rows]
