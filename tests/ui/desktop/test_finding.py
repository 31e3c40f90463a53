"""Go to anything by typing a part of its name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.desktop.card import RecordCard
from ui.desktop.editors.party import PartyEditor
from ui.desktop.goto.texts import TextSearch, excerpt
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.folding import fold
from workbench.finding import Sought

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


@pytest.mark.parametrize(
    ("typed", "kind", "holds"),
    [
        ("signed point 6", "statement", "Signed point 6"),
        ("SCANNER images", "statement", "scanner images"),
        ("cost of OFFICERS", "interest", "cost of officers"),
    ],
)
def test_a_word_in_a_text_leads_to_its_record(
    qtbot: QtBot, window: MainWindow, typed: str, kind: str, holds: str
) -> None:
    find(qtbot, window, typed)
    palette = window.finding.palette
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
    target = palette.model.target(0)
    assert target is not None
    assert (target.kind, target.table) == (kind, "positions")
    assert holds in target.detail
    qtbot.keyClick(palette.line, ENTER)
    page = page_of(window)
    record = page.session.record("positions", target.key)
    assert page.session.view.selection == Selection(record.issue, (record.party,))
    assert page.desk.currentIndex() > 0


def test_every_text_of_the_case_is_found_and_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    search = TextSearch(session.snapshot)
    texts = [
        *((own, "positions") for own in session.snapshot.table.statement if own),
        *((own, "positions") for own in session.snapshot.table.interest if own),
        *((own.reason, "judgements") for own in session.snapshot.case.judgements if own.reason),
        *((own.notes, "packages") for own in session.snapshot.case.packages if own.notes),
        *((own.statement, "linkages") for own in session.snapshot.case.linkages if own.statement),
        *((own.description, "events") for own in session.snapshot.case.events if own.description),
        *((own.citation, "sources") for own in session.snapshot.case.sources if own.citation),
    ]
    assert len({table for _, table in texts}) >= 5
    for text, table in texts:
        search.look(text.upper())
        search.go_on(30.0)
        assert table in {own.table for own in search.found}, text
        assert all(session.record(own.table, own.key) is not None for own in search.found)


def test_no_text_out_of_reach_is_found(window: MainWindow) -> None:
    session = page_of(window).session
    kept = {own for own in session.snapshot.table.statement if own}
    session.set_audience(PUBLIC)
    hidden = kept - set(session.snapshot.table.statement)
    assert hidden
    search = TextSearch(session.snapshot)
    for text in hidden:
        search.look(text)
        search.go_on(30.0)
        assert all(fold(text) not in name for own in search.found for name in own.names), text
        assert all(session.record(own.table, own.key) is not None for own in search.found)


def test_what_is_found_is_shown_in_its_surroundings() -> None:
    text = "a " * 60 + "Naxçıvan stands here " + "b " * 90
    shown = excerpt(text, Sought.of("naxcivan"))
    assert "Naxçıvan stands here" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 140
