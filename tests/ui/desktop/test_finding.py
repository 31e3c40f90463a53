"""Go to anything by typing a part of its name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.desktop.card import RecordCard
from ui.desktop.editors.party import PartyEditor
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def find(qtbot: QtBot, window: MainWindow, text: str) -> list[str]:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_K, CONTROL)
    palette = window.finding.palette
    assert palette.isVisible()
    assert palette.line.hasFocus()
    palette.line.insert(text)  # the keys of the test library know Latin letters only
    model = palette.model
    return [target.title for row in range(model.rowCount()) if (target := model.target(row))]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("xankendi", "Stepanakert"),
        ("Ստեփանակերտ", "Stepanakert"),
        ("lachin cor", "Control of the Lachin corridor"),
        ("zangezur", "Transport link through Syunik"),
        ("remote scan", "Remote scanners read by Baku"),
        ("MUNICH", "At the Munich Security Conference"),
        ("kapan", "Iran opens a consulate in Kapan"),
        ("larger", "Larger"),
    ],
)
def test_any_name_finds_its_record(qtbot: QtBot, window: MainWindow, typed: str, title: str) -> None:
    assert title in find(qtbot, window, typed)


def test_an_issue_taken_is_selected(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "reintegration")
    qtbot.keyClick(window.finding.palette.line, ENTER)
    assert page_of(window).session.view.selection == Selection("reintegration")
    assert not window.finding.palette.isVisible()
    assert page_of(window).matrix.hasFocus()


def test_a_party_taken_opens_its_editor(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window, "xankəndi")
    qtbot.keyClick(window.finding.palette.line, ENTER)
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, PartyEditor)
    assert editor.record.code == "STP"


def test_a_party_taken_by_the_public_is_read_only(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.set_audience(PUBLIC)
    find(qtbot, window, "stepanakert")
    qtbot.keyClick(window.finding.palette.line, ENTER)
    assert isinstance(page_of(window).desk.currentWidget(), RecordCard)


def test_a_command_taken_is_done(qtbot: QtBot, window: MainWindow) -> None:
    zoom = window.hub.zoom
    find(qtbot, window, "larger")
    qtbot.keyClick(window.finding.palette.line, ENTER)
    assert window.hub.zoom > zoom


def test_what_is_not_there_is_said(qtbot: QtBot, window: MainWindow) -> None:
    assert find(qtbot, window, "atlantis") == []
    assert window.finding.palette.nothing.isVisible()
    qtbot.keyClick(window.finding.palette.line, ENTER)
    qtbot.keyClick(window.finding.palette.line, Qt.Key.Key_Escape)
    assert not window.finding.palette.isVisible()


def test_nothing_out_of_reach_is_found(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.set_audience(PUBLIC)
    assert find(qtbot, window, "journeys to moscow") == []


def test_arrows_walk_what_was_found(qtbot: QtBot, window: MainWindow) -> None:
    titles = find(qtbot, window, "lachin")
    palette = window.finding.palette
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == titles[1]
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().data() == titles[0]
