"""Where a lens has nothing to show it says why, and leads on to what can be done about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.case_file import create_case
from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of
from tests.ui.desktop.lenses.using import editor_in, look_through
from ui.desktop.editors.issue import IssueEditor
from ui.desktop.editors.party import PartyEditor
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.events import EventsLens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.lenses.terms import TermsLens
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.issue import Issue, Option
from workbench.domain.vocabulary import IssueKind
from workbench.operations import AddIssue


@pytest.fixture
def empty(show: ShowWindow, tmp_path: Path) -> MainWindow:
    return show(create_case(tmp_path / "new.positions"))


@pytest.mark.parametrize("kind", [PartiesLens, ActorsLens])
def test_a_case_without_parties_leads_to_the_first(
    kind: type[PartiesLens | ActorsLens], empty: MainWindow, qtbot: QtBot
) -> None:
    lens = look_through(empty, kind)
    assert "two" in lens.nothing.words.text()
    button = lens.nothing.button
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)
    assert isinstance(editor_in(empty), PartyEditor)


def test_the_keyboard_goes_to_what_can_be_done(empty: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(empty, PartiesLens)
    page_of(empty).centre.take_focus()
    assert lens.nothing.button.hasFocus()
    qtbot.keyClick(lens.nothing.button, Qt.Key.Key_Space)
    assert isinstance(editor_in(empty), PartyEditor)


def test_where_nobody_demands_anything_one_is_led_to_the_positions(empty: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(empty, DemandsLens)
    qtbot.mouseClick(lens.nothing.button, LEFT)
    assert page_of(empty).centre.key == "positions"


def test_without_facts_and_norms_it_is_said_what_they_are_and_one_is_entered(
    empty: MainWindow, qtbot: QtBot
) -> None:
    lens = look_through(empty, CommonGroundLens)
    assert "No fact and no norm" in lens.nothing.words.text()
    assert not lens.pane.isVisible()
    page_of(empty).centre.take_focus()
    assert lens.nothing.button.hasFocus()
    qtbot.keyClick(lens.nothing.button, Qt.Key.Key_Space)
    editor = editor_in(empty)
    assert isinstance(editor, IssueEditor)
    assert editor.fields["kind"].value() == IssueKind.FACT
    options = (Option("stop", "yes", "Yes"), Option("stop", "no", "No"))
    page_of(empty).session.perform(
        AddIssue(Issue("stop", "The convoy was stopped", kind=IssueKind.FACT), options)
    )
    assert lens.pane.isVisible()
    assert not lens.nothing.isVisible()
    page_of(empty).session.set_audience(PUBLIC)
    assert lens.nothing.isVisible()
    assert not lens.nothing.button.isVisible()


def test_parties_out_of_view_are_not_entered_anew(window: MainWindow) -> None:
    session = page_of(window).session
    for party in session.snapshot.parties[1:]:
        session.show_party(party.code, shown=False)
    lens = look_through(window, PartiesLens)
    assert "Parties in view" in lens.nothing.words.text()
    assert not lens.nothing.button.isVisible()


def test_an_audience_is_offered_nothing_to_enter(empty: MainWindow) -> None:
    page_of(empty).session.set_audience(PUBLIC)
    for kind in (PartiesLens, DemandsLens, ActorsLens):
        assert not look_through(empty, kind).nothing.button.isVisible()
    for kind in (SourcesLens, EventsLens, TermsLens):
        page = look_through(empty, kind).page
        assert page is not None
        assert "may be shown here" in page.nothing


@pytest.mark.parametrize(
    ("kind", "word"),
    [(SourcesLens, "how we know"), (EventsLens, "band of time"), (TermsLens, "neutral form")],
)
def test_an_empty_table_says_what_it_is_for(
    kind: type[SourcesLens | EventsLens | TermsLens], word: str, empty: MainWindow
) -> None:
    lens = look_through(empty, kind)
    assert lens.page is not None
    assert word in lens.page.nothing
    assert lens.add_button.isVisible()
