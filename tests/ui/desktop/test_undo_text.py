"""What undo and redo say they would do: in the names that are shown, and only to who may be told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import click_cell, page_of, texts, trigger, write
from tests.ui.desktop.test_names import choose_party
from ui.actions.ids import ActionId
from ui.desktop.editors.position import PositionEditor
from ui.desktop.window import MainWindow
from workbench.domain.audience import ROOM, TEAM, VAULT, Audience
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.operations import AddIssue, PutRecord, RecordPosition, RemoveRecord

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def step_text(window: MainWindow, name: ActionId) -> str:
    return window.registry.action(name).text().replace("&&", "§").replace("&", "").replace("§", "&")


def undo_text(window: MainWindow) -> str:
    return step_text(window, ActionId.UNDO)


def change_the_limit_owner(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Open a position with a double click, type who can move its red line, and save with the keys."""
    click_cell(qtbot, window, "BAK", "lachin", twice=True)
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    field = editor.fields["limit_owner"]
    line = field.focusProxy() or field
    assert isinstance(line, QWidget)
    write(qtbot, line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return, CONTROL)


def test_an_edit_in_the_matrix_is_taken_back_by_name(qtbot: QtBot, window: MainWindow) -> None:
    change_the_limit_owner(qtbot, window, "the cabinet")
    position = page_of(window).session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(position, Position)
    what = f"Change position “Baku on Control of the Lachin corridor, {position.since}”"
    assert undo_text(window) == f"Undo: {what}"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert f"Taken back: {what}" in set(texts(window))
    assert step_text(window, ActionId.REDO) == f"Redo: {what}"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert f"Done again: {what}" in set(texts(window))
    assert undo_text(window) == f"Undo: {what}"


def test_a_moved_issue_is_called_by_its_name(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "blockade")
    trigger(window, "edit.move_up")
    assert undo_text(window) == "Undo: Move issue “Reopening the Lachin road”"


def test_what_is_gone_is_called_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    session.perform(PutRecord(Party("GEO", "Georgia", "Tbilisi")))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert step_text(window, ActionId.REDO) == "Redo: Enter party “Tbilisi”"
    session.perform(RemoveRecord("parties", ("EU",), with_dependants=True))
    assert undo_text(window) == "Undo: Remove party “EU”"


def test_a_name_with_an_ampersand_is_seen_whole(window: MainWindow) -> None:
    options = (Option("aid", "a", "One"), Option("aid", "b", "Two"))
    page_of(window).session.perform(AddIssue(Issue("aid", "Trade & aid"), options))
    assert window.registry.action(ActionId.UNDO).text().endswith("“Trade && aid”")


def test_a_very_long_name_does_not_make_the_menu_as_wide(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.perform(PutRecord(Party("GEO", "A name of many words " * 20)))
    menu = next(own for own in window.findChildren(QMenu) if own.title() == "&Edit")
    menu.aboutToShow.emit()
    assert undo_text(window).startswith("Undo: Enter party “A name of many words")
    assert undo_text(window).endswith("…")
    assert menu.sizeHint().width() < 900
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert any(("A name of many words " * 20).strip() in text for text in texts(window))


def test_names_are_shown_in_the_form_chosen(window: MainWindow) -> None:
    session = page_of(window).session
    session.perform(RecordPosition(Position("", "STP", "lachin", parse_date("2024"))))
    assert "Control of the Lachin corridor" in undo_text(window)
    choose_party(window, "Baku")
    assert undo_text(window) == "Undo: Record position “Xankəndi on Control of the Lachin road, 2024”"


@pytest.mark.parametrize("audience", [TEAM, ROOM, Audience.parse("party:BAK")], ids=str)
def test_who_may_not_see_everything_is_not_told_what_was_done(window: MainWindow, audience: Audience) -> None:
    session = page_of(window).session
    session.perform(RecordPosition(Position("", "STP", "lachin", parse_date("2024"))))
    session.set_audience(audience)
    assert undo_text(window) == "Undo"
    assert "Lachin" not in window.registry.action(ActionId.UNDO).toolTip()
    session.set_audience(VAULT)
    assert undo_text(window).startswith("Undo: Record position “Stepanakert on")
