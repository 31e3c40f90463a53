from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, texts
from tests.ui.desktop.lenses.using import look_through
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.ground_card import GroundCard
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.analysis.common_ground import Ground
from workbench.domain.audience import PUBLIC


def titles(card: GroundCard) -> list[str]:
    return [text.item.issue.title for text in card.texts]


def test_five_cards_hold_every_fact_and_norm(window: MainWindow) -> None:
    lens = look_through(window, CommonGroundLens)
    shown = [title for card in lens.cards.values() for title in titles(card)]
    issues = page_of(window).session.snapshot.issues
    assert sorted(shown) == sorted(issue.title for issue in issues if not issue.kind.is_negotiable)
    assert titles(lens.cards[Ground.CONTESTED_FACT]) == ["Humanitarian emergency", "Who the protesters are"]
    agreed = lens.cards[Ground.AGREED_FACT]
    assert not titles(agreed)
    assert any("No fact is agreed" in text for text in texts(agreed))


def test_it_follows_day_and_parties_in_view(window: MainWindow) -> None:
    lens = look_through(window, CommonGroundLens)
    session = page_of(window).session
    session.show_party("BAK", shown=False)
    assert titles(lens.cards[Ground.AGREED_FACT])  # the others see these alike
    session.show_party("BAK", shown=True)
    session.set_day(date(2018, 1, 1))
    assert not titles(lens.cards[Ground.CONTESTED_FACT])


def test_a_title_leads_to_the_stances_side_by_side(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, CommonGroundLens)
    text = lens.cards[Ground.DIVERGENT_NORM].texts[0]
    qtbot.wait(20)  # the cards have their places
    qtbot.mouseClick(text, Qt.MouseButton.LeftButton, pos=QPoint(20, 6))
    assert page_of(window).session.view.selection == Selection(text.item.issue.code)
    other = lens.cards[Ground.CONTESTED_FACT].texts[0]
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert page_of(window).session.view.selection == Selection(other.item.issue.code)


def test_finding_keeps_what_answers(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, CommonGroundLens)
    qtbot.keyClicks(lens.bar.finder, "protesters")
    shown = [title for card in lens.cards.values() for title in titles(card)]
    assert shown == ["Who the protesters are"]
    assert lens.bar.count.text == "1 of 7"
    assert len(lens.export_table().rows) == 2


def test_cards_stand_below_one_another_where_it_is_narrow(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, CommonGroundLens)
    facts, norms = lens.cards[Ground.CONTESTED_FACT], lens.cards[Ground.DIVERGENT_NORM]
    assert facts.y() == norms.y()
    window.resize(880, 700)
    qtbot.waitUntil(lambda: norms.y() > facts.y())


def test_what_stays_is_not_made_anew(window: MainWindow) -> None:
    lens = look_through(window, CommonGroundLens)
    before = lens.cards[Ground.DIVERGENT_NORM].texts
    page_of(window).session.set_day(date(2023, 3, 19))
    assert lens.cards[Ground.DIVERGENT_NORM].texts is before


def test_an_audience_sees_no_more_than_it_may(window: MainWindow) -> None:
    lens = look_through(window, CommonGroundLens)
    session = page_of(window).session
    session.set_audience(PUBLIC)
    reach = {issue.title for issue in session.snapshot.issues}
    assert {title for card in lens.cards.values() for title in titles(card)} <= reach
