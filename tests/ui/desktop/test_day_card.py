"""The day shown and the day compared with are typed in plain words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of, write
from ui.actions.ids import ActionId
from ui.desktop.day_card import DayCard
from ui.desktop.widgets.dates import today
from ui.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY, BEFORE = date(2023, 3, 20), date(2022, 3, 20)


def card_of(window: MainWindow) -> DayCard:
    return window.times.card


def asked(qtbot: QtBot, window: MainWindow, key: Qt.Key = Qt.Key.Key_D) -> QLineEdit:
    """Ask by key; return the line in which one types then."""
    qtbot.keyClick(page_of(window).matrix, key, CONTROL)
    line = card_of(window).line
    qtbot.waitUntil(line.hasFocus)
    return line


def typed(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    write(qtbot, line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def day(window: MainWindow) -> date:
    return page_of(window).session.view.day


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("15 March 2022", date(2022, 3, 15)),
        ("2022-03-15", date(2022, 3, 15)),
        ("15.3.2022", date(2022, 3, 15)),
        ("March 2022", date(2022, 3, 1)),
        ("last change", date(2023, 3, 5)),
        ("second karabakh", date(2020, 9, 27)),
    ],
)
def test_a_day_is_typed_in_plain_words(qtbot: QtBot, window: MainWindow, text: str, shown: date) -> None:
    if text == "last change":
        shown = page_of(window).session.timeline.change_days[-1]
    typed(qtbot, asked(qtbot, window), text)
    assert day(window) == shown
    assert not card_of(window).isVisible()
    assert page_of(window).matrix.hasFocus()


def test_today_is_a_word(qtbot: QtBot, window: MainWindow) -> None:
    typed(qtbot, asked(qtbot, window), "today")
    assert day(window) == today()
    band = page_of(window).strip.band
    found = band.geometry_of_time()
    assert found is not None
    assert found.left <= found.x(today()) <= found.right


def test_an_event_is_found_in_another_script(qtbot: QtBot, window: MainWindow) -> None:
    typed(qtbot, asked(qtbot, window), "Степанакерт")
    events = {own.day for own in page_of(window).session.timeline.events if "Stepanakert" in own.title}
    assert day(window) in events


def test_a_click_on_the_day_asks_for_another_and_arrows_pick_one(qtbot: QtBot, window: MainWindow) -> None:
    strip = page_of(window).strip
    qtbot.mouseClick(strip.day_button, LEFT)
    card = card_of(window)
    assert card.isVisible()
    assert card.line.text() == card.line.selectedText() == "20 March 2023"
    assert card.geometry().bottom() < strip.mapTo(window, strip.rect().topLeft()).y()
    assert window.rect().contains(card.geometry())
    rows = [card.list.targets.target(row) for row in range(4)]
    titles = [own.title for own in rows if own]
    place = titles.index("Previous change")
    for _step in range(place + 1):
        qtbot.keyClick(card.line, Qt.Key.Key_Down)
    assert "Previous change" in card.line.accessibleDescription()
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    changes = page_of(window).session.timeline.change_days
    assert day(window) == max(own for own in changes if own < DAY)


def test_a_row_is_taken_with_the_mouse(qtbot: QtBot, window: MainWindow) -> None:
    asked(qtbot, window)
    card = card_of(window)
    index = card.list.targets.index(1, 0)
    qtbot.mouseClick(card.list.viewport(), LEFT, pos=card.list.visualRect(index).center())
    assert day(window) == page_of(window).session.timeline.change_days[-1]


def test_what_is_no_day_is_said_beside_the_field_and_nothing_moves(qtbot: QtBot, window: MainWindow) -> None:
    line = asked(qtbot, window)
    typed(qtbot, line, "3/4/2022")
    card = card_of(window)
    assert card.isVisible()
    assert "April" in card.note.text()
    assert line.property("invalid") == "true"
    assert line.accessibleDescription() == card.note.text()
    assert day(window) == DAY
    line.selectAll()
    typed(qtbot, line, "no such thing")
    assert card.isVisible()
    assert "15 March 2022" in card.note.text()
    line.selectAll()
    qtbot.keyClicks(line, "2021")
    assert line.property("invalid") is None
    assert card.note.text() == "Enter shows 1 January 2021."
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert day(window) == DAY


def test_before_the_first_day_it_is_said_that_nothing_is_known(qtbot: QtBot, window: MainWindow) -> None:
    line = asked(qtbot, window)
    qtbot.keyClicks(line, "1990")
    assert "Nothing is known before" in card_of(window).note.text()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert day(window) == date(1990, 1, 1)


def test_the_day_compared_with_is_typed_too_and_may_be_none(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    typed(qtbot, asked(qtbot, window, Qt.Key.Key_M), "2021-06-01")
    assert session.view.compared == date(2021, 6, 1)
    assert session.view.day == DAY
    qtbot.mouseClick(page_of(window).strip.compared_button, LEFT)
    typed(qtbot, card_of(window).line, "no day")
    assert session.view.compared is None
    assert page_of(window).strip.compared_button.text() == "compared with no day"
    qtbot.mouseClick(page_of(window).strip.compared_button, LEFT)
    assert card_of(window).line.text() == ""
    typed(qtbot, card_of(window).line, "a year before")
    assert session.view.compared == BEFORE


def test_a_click_elsewhere_closes_the_card(qtbot: QtBot, window: MainWindow) -> None:
    asked(qtbot, window)
    page_of(window).matrix.setFocus()
    assert not card_of(window).isVisible()


def test_it_asks_where_the_strip_is_put_away(qtbot: QtBot, window: MainWindow) -> None:
    window.registry.action(ActionId.SHOW_TIME_STRIP).trigger()
    assert not page_of(window).strip.isVisible()
    line = asked(qtbot, window)
    assert window.rect().contains(card_of(window).geometry())
    typed(qtbot, line, "2021-01-01")
    assert day(window) == date(2021, 1, 1)


def test_asking_stops_the_days_that_pass(qtbot: QtBot, window: MainWindow) -> None:
    strip = page_of(window).strip
    strip.toggle_play()
    asked(qtbot, window)
    assert not strip.player.is_running


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_card_is_whole_at_every_size(qtbot: QtBot, show: ShowWindow, zoom: float) -> None:
    window = show()
    window.hub.use(zoom=zoom)
    window.resize(1366, 768)
    line = asked(qtbot, window)
    typed(qtbot, line, "nothing like that")
    QApplication.processEvents()
    card = card_of(window)
    assert window.rect().contains(card.geometry())
    assert card.note.height() >= card.note.heightForWidth(card.note.width())
