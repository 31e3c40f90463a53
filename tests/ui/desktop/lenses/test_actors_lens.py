"""The actors' game: influences entered where one looks, and why each figure is what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, page_of, texts, trigger
from tests.ui.desktop.lenses.using import editor_in, look_through
from ui.actions.ids import ActionId
from ui.desktop.editors.influence import InfluenceEditor
from ui.desktop.editors.party import PartyEditor
from ui.desktop.editors.position import PositionEditor
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.readmodels.actors_words import Figure

ENTER = Qt.Key.Key_Return
NAMES = ("Baku", "Yerevan", "Stepanakert", "Moscow", "EU", "Tehran", "Opposition")


def choose_figure(lens: ActorsLens, figure: Figure) -> None:
    lens.figure.choose(figure)
    lens.figure.chosen.emit(figure)


def go_to(lens: ActorsLens, row: str, column: str | int) -> None:
    place = column if isinstance(column, int) else NAMES.index(column)
    lens.table.setCurrentIndex(lens.rows.index(NAMES.index(row), place))
    lens.table.setFocus()


def strengths(window: MainWindow) -> dict[tuple[str, str], float]:
    case = page_of(window).session.store.read_case()
    return {(own.actor, own.on): own.strength for own in case.influences}


def explained(qtbot: QtBot, window: MainWindow, heading: str) -> str:
    """What the inspector says once it has followed."""
    inspector = page_of(window).desk.inspector
    qtbot.waitUntil(lambda: inspector.inspection is not None and heading in inspector.inspection.title)
    return "\n".join(texts(inspector))


def test_a_strength_is_typed_into_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "Baku", "Yerevan")
    assert strengths(window)["BAK", "YER"] == 3
    qtbot.keyClick(lens.table, Qt.Key.Key_2)
    assert strengths(window)["BAK", "YER"] == 2
    assert lens.rows.text(0, 1) == "2"
    assert lens.table.currentIndex().column() == 1, "it stays where it was"
    trigger(window, "edit.undo")
    assert strengths(window)["BAK", "YER"] == 3


def test_one_that_is_not_given_is_entered_and_taken_away(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "EU", "Tehran")
    assert lens.rows.text(4, 5) == "(0)"
    qtbot.keyClick(lens.table, Qt.Key.Key_0)
    assert lens.rows.text(4, 5) == "0"  # entered, and no longer in brackets
    qtbot.keyClick(lens.table, Qt.Key.Key_Delete)
    assert lens.rows.text(4, 5) == "(0)"
    assert ("EU", "THR") not in strengths(window)


@pytest.mark.parametrize("place", [("Baku", "Baku"), ("Baku", 7)])
def test_nothing_is_typed_where_no_influence_stands(
    place: tuple[str, str | int], qtbot: QtBot, window: MainWindow
) -> None:
    lens = look_through(window, ActorsLens)
    before = strengths(window)
    go_to(lens, *place)
    qtbot.keyClick(lens.table, Qt.Key.Key_4)
    choose_figure(lens, Figure.INDIRECT)
    go_to(lens, "Baku", "Yerevan")
    qtbot.keyClick(lens.table, Qt.Key.Key_4)
    assert strengths(window) == before


def test_an_audience_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    before = strengths(window)
    page_of(window).session.set_audience(PUBLIC)
    assert not lens.add_button.isVisible()
    assert "Type 0 to 4" not in lens.tools.note.text()
    lens.table.setCurrentIndex(lens.rows.index(0, 1))
    qtbot.keyClick(lens.table, Qt.Key.Key_4)
    qtbot.keyClick(lens.table, ENTER)
    assert strengths(window) == before


def test_enter_opens_the_influence_and_a_second_one_needs_its_day(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "Baku", "Yerevan")
    qtbot.keyClick(lens.table, ENTER)
    editor = editor_in(window)
    assert isinstance(editor, InfluenceEditor)
    assert (editor.record.actor, editor.record.on, editor.is_new) == ("BAK", "YER", False)


def test_enter_on_what_is_not_given_begins_the_influence_of_the_two(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "Opposition", "Moscow")
    qtbot.keyClick(lens.table, ENTER)
    editor = editor_in(window)
    assert isinstance(editor, InfluenceEditor)
    assert (editor.actor.value(), editor.on.value(), editor.is_new) == ("OPP", "MOW", True)
    qtbot.keyClick(editor, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert strengths(window)["OPP", "MOW"] == 1
    index = lens.table.currentIndex()
    assert (index.row(), index.column()) == (6, 3)


def test_the_button_begins_the_influence_of_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "Stepanakert", "EU")
    qtbot.mouseClick(lens.add_button, LEFT)
    editor = editor_in(window)
    assert isinstance(editor, InfluenceEditor)
    assert (editor.actor.value(), editor.on.value()) == ("STP", "EU")


def test_a_double_click_on_a_position_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    choose_figure(lens, Figure.VALUED)
    qtbot.wait(20)
    index = lens.rows.index(0, 0)
    place: QPoint = lens.table.visualRect(index).center()
    qtbot.mouseClick(lens.table.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(lens.table.viewport(), LEFT, pos=place)
    editor = editor_in(window)
    assert isinstance(editor, PositionEditor)
    assert (editor.record.party, editor.record.issue) == ("BAK", "lachin")


def test_the_balance_of_an_actor_leads_to_the_actor(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    choose_figure(lens, Figure.BALANCE)
    go_to(lens, "Moscow", 2)
    qtbot.keyClick(lens.table, ENTER)
    assert isinstance(editor_in(window), PartyEditor)


def test_the_inspector_says_on_what_a_figure_rests(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    go_to(lens, "Baku", "Stepanakert")
    assert "Baku on Stepanakert: 4" in explained(qtbot, window, "Baku and Stepanakert")
    choose_figure(lens, Figure.DIVERGENCE_1)
    go_to(lens, "Baku", "Yerevan")
    said = explained(qtbot, window, "Baku and Yerevan")
    assert "“Azerbaijani checkpoints” (Control of the Lachin corridor): adds 1" in said
    trigger(window, "view.lens_parties")
    inspector = page_of(window).desk.inspector
    qtbot.waitUntil(
        lambda: inspector.inspection is not None and "Divergence" not in inspector.inspection.subtitle
    )


def test_what_is_not_given_stands_last(window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    heads = [
        lens.rows.headerData(place, Qt.Orientation.Horizontal) for place in range(lens.rows.columnCount())
    ]
    assert heads == [*NAMES, "Not given"]
    assert lens.export_table().headings[1:] == tuple(heads)


def test_facts_are_said_to_be_left_out(window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    assert "Facts" not in lens.tools.note.text()
    choose_figure(lens, Figure.CONVERGENCE_2)
    assert "Facts are left out." in lens.tools.note.text()


def test_every_figure_is_listed_line_by_line(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, ActorsLens)
    window.registry.action(ActionId.AS_LIST).trigger()
    listed = page_of(window).findChild(ListWindow)
    assert isinstance(listed, ListWindow)
    lines = [row.cells[0].text for row in listed.table.rows_model.rows()]
    assert len(lines) == len(NAMES) * (len(NAMES) - 1)
    assert "Influence, direct (MID): Baku, Stepanakert: 4." in lines
    qtbot.keyClicks(listed.finder, "tehran baku")
    listed.table.setFocus()
    listed.table.choose_place(0)
    wanted = listed.table.current_row()
    qtbot.keyClick(listed.table, ENTER)
    index = lens.table.currentIndex()
    assert wanted is not None
    assert wanted.cells[0].text == lens.rows.sentence(index.row(), index.column())
    listed.close()
