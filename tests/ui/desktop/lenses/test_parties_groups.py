"""Groups that count as one party, where parties are set against one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, texts
from tests.ui.desktop.lenses.using import choose_in_menu, editor_in, look_through
from ui.desktop.editors.group import GroupEditor
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.window import MainWindow


def menu_of(lens: PartiesLens) -> QMenu:
    menu = lens.controls.groups.menu()
    assert isinstance(menu, QMenu)
    return menu


def heads(lens: PartiesLens) -> list[str]:
    assert lens.model is not None
    return [column.label for column in lens.model.columns]


def test_a_group_is_ticked_and_counts_as_one(window: MainWindow) -> None:
    lens = look_through(window, PartiesLens)
    assert lens.controls.groups.isVisible()
    assert lens.controls.groups.text() == "No group as one"
    choose_in_menu(menu_of(lens), "Armenian side")
    assert heads(lens) == ["Baku", "Armenian side", "Moscow", "EU", "Tehran", "Opposition"]
    assert lens.controls.groups.text() == "As one: Armenian side"
    model = page_of(window).session.model
    assert "Armenian side" in [column.label for column in model.columns], "in the matrix as well"
    choose_in_menu(menu_of(lens), "Armenian side")
    assert "Yerevan" in heads(lens)


def test_the_inspector_says_why_a_group_stands_where_it_does(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, PartiesLens)
    page_of(window).session.fold("ARM", folded=True)
    lens.grid.setFocus()
    qtbot.keyClick(lens.grid, Qt.Key.Key_Down)
    qtbot.keyClick(lens.grid, Qt.Key.Key_Right)
    inspector = page_of(window).desk.inspector
    qtbot.waitUntil(
        lambda: inspector.inspection is not None and "Armenian side" in inspector.inspection.title
    )
    said = "\n".join(texts(inspector))
    assert "Yerevan and Stepanakert" in said
    assert "the lowest stance" in said
    assert "Armenian side" in lens.grid.accessibleName()


def test_the_record_of_a_group_opens_and_its_distance_is_not_drawn(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, PartiesLens)
    session = page_of(window).session
    session.fold("ARM", folded=True)
    before = session.view.pairs
    lens.grid.setFocus()
    assert lens.reveal("groups", ("ARM",))
    said: list[str] = []
    lens.said.connect(lambda text, _failed: said.append(text))
    qtbot.keyClick(lens.grid, Qt.Key.Key_Return)
    assert session.view.pairs == before
    assert "open the group" in said[0]
    qtbot.keyClick(lens.grid, Qt.Key.Key_F2)
    assert isinstance(editor_in(window), GroupEditor)


def test_where_all_count_as_one_it_is_said(window: MainWindow) -> None:
    lens = look_through(window, PartiesLens)
    session = page_of(window).session
    for party in session.snapshot.parties:
        session.show_party(party.code, shown=party.code in ("YER", "STP"))
    session.fold("ARM", folded=True)
    assert "count as one" in lens.nothing.words.text()
    choose_in_menu(menu_of(lens), "Armenian side")
    assert heads(lens) == ["Yerevan", "Stepanakert"]


def test_a_group_lies_on_the_map(window: MainWindow) -> None:
    lens = look_through(window, PartiesLens)
    page_of(window).session.fold("ARM", folded=True)
    lens.controls.forms.buttons["map"].click()
    shown = lens.map.party_map
    assert shown is not None
    placed = {point.label for point in shown.points} | {label for label, _ in shown.not_placed}
    assert "Armenian side" in placed
