"""Tab walks the window as one reads it, F6 from part to part, and what has the keyboard is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.desktop.case_page import CasePage
from ui.desktop.view_state import Selection
from ui.desktop.widgets.text import LinkedText
from ui.desktop.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def part_of(page: CasePage, own: QWidget) -> str:
    names = ("header", "messages", "side", "centre", "desk", "strip")
    parts = zip(names, page.parts, strict=True)
    return next((name for name, part in parts if part is own or part.isAncestorOf(own)), "none")


def is_seen(own: QWidget) -> bool:
    """Whether the whole of a widget, or of its upper end, lies inside what scrolls around it."""
    around = own.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            view = around.viewport()
            place = QRect(own.mapTo(view, QPoint(0, 0)), own.size())
            place.setHeight(min(place.height(), view.height()))
            return view.rect().adjusted(0, -1, 0, 1).contains(place.topLeft() + QPoint(1, 0))
        around = around.parentWidget()
    return True


def walked(qtbot: QtBot, window: MainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    page = page_of(window)
    qtbot.waitUntil(lambda: page.desk.inspector.inspection is not None)
    qtbot.wait(300)  # tasks and inspector follow once the hand rests
    page.matrix.setFocus()
    met: list[QWidget] = []
    for _step in range(300):
        own = here()
        met.append(own)
        assert is_seen(own), own
        qtbot.keyClick(own, key)
        if here() is page.matrix:
            return met
    raise AssertionError("Tab does not come round")


def test_tab_walks_part_by_part_and_comes_round(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    parts = [part_of(page, own) for own in walked(qtbot, window)]
    order = [part for place, part in enumerate(parts) if not place or parts[place - 1] != part]
    assert order == ["centre", "desk", "strip", "header", "side"]


def test_back_is_the_same_way(qtbot: QtBot, window: MainWindow) -> None:
    forward = [own for own in walked(qtbot, window) if not isinstance(own, LinkedText)]
    back = [own for own in walked(qtbot, window, Qt.Key.Key_Backtab) if not isinstance(own, LinkedText)]
    assert back == [forward[0], *reversed(forward[1:])]


def test_every_link_is_one_stop(qtbot: QtBot, window: MainWindow) -> None:
    met = walked(qtbot, window)
    texts = [own for own in met if isinstance(own, LinkedText)]
    assert len(texts) > 10
    for own in set(texts):
        assert texts.count(own) == own.text().count("<a ")


def test_what_was_made_later_stands_where_it_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.select(Selection("lachin", ("BAK",)))
    page.session.select(Selection("lachin", ("BAK", "STP")))
    page.session.show_party("EU", False)
    met = walked(qtbot, window)
    for part in (page.side, page.desk.inspector):
        places = [own.mapTo(part, QPoint(0, 0)).y() for own in met if part.isAncestorOf(own)]
        assert len(places) > 5
    column = page.desk.inspector.widget()
    tops = [own.mapTo(column, QPoint(0, 0)).y() for own in met if isinstance(own, LinkedText)]
    assert tops == sorted(tops)


def test_days_and_steps_come_before_the_band(qtbot: QtBot, window: MainWindow) -> None:
    strip = page_of(window).strip
    met = [own for own in walked(qtbot, window) if strip.isAncestorOf(own)]
    assert met[:2] == [strip.day_button, strip.compared_button]
    assert met[-1] is strip.band
    assert len(met) == 6


def test_an_editor_takes_the_place_of_the_inspector(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.open_record("positions", ("bak-lachin-2023-03-a",))
    met = walked(qtbot, window)
    inside = [own for own in met if page.desk.isAncestorOf(own)]
    assert len(inside) > 15
    assert not any(page.desk.inspector.isAncestorOf(own) for own in met)


def test_f6_goes_from_part_to_part(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.matrix.setFocus()
    found = []
    for _step in range(6):
        qtbot.keyClick(here(), Qt.Key.Key_F6)
        found.append(part_of(page, here()))
    assert found == ["desk", "strip", "header", "side", "centre", "desk"]
    assert page.matrix is not here()
    qtbot.keyClick(here(), Qt.Key.Key_F6, SHIFT)
    assert here() is page.matrix
    qtbot.keyClick(here(), Qt.Key.Key_F6, SHIFT)
    assert part_of(page, here()) == "side"


@pytest.mark.parametrize("hidden", ["side", "strip"])
def test_what_is_put_away_is_passed_over(qtbot: QtBot, show: ShowWindow, hidden: str) -> None:
    window = show()
    page = page_of(window)
    getattr(page, hidden).hide()
    assert hidden not in {part_of(page, own) for own in walked(qtbot, window)}
    page.matrix.setFocus()
    for _step in range(6):
        qtbot.keyClick(here(), Qt.Key.Key_F6)
        assert part_of(page, here()) != hidden
