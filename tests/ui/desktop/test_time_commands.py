"""Time in the window: zoom and pan, events, pace, lines that are remembered, and what changed in a period."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.distances import distances_menu
from ui.desktop.time_band import TimeBand
from ui.desktop.window import MainWindow
from ui.paint.time_geometry import TimeSpan

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY, BEFORE = date(2023, 3, 20), date(2022, 3, 20)


def band_of(window: MainWindow) -> TimeBand:
    return page_of(window).strip.band


def span(window: MainWindow) -> TimeSpan:
    found = band_of(window).geometry_of_time()
    assert found is not None
    return found.span


def test_keys_of_the_strip_zoom_about_the_day_and_pan(qtbot: QtBot, window: MainWindow) -> None:
    band, whole = band_of(window), span(window)
    band.setFocus()
    for _times in range(4):
        qtbot.keyClick(band, Qt.Key.Key_Plus)
    near = span(window)
    assert near.days == pytest.approx(whole.days * 0.8**4, rel=0.02)
    share = (DAY.toordinal() - near.first) / near.days
    assert share == pytest.approx((DAY.toordinal() - whole.first) / whole.days, abs=0.02)
    qtbot.keyClick(band, Qt.Key.Key_PageUp)
    assert span(window).first == pytest.approx(near.first - near.days * 0.2, abs=1.0)
    qtbot.keyClick(band, Qt.Key.Key_PageDown)
    qtbot.keyClick(band, Qt.Key.Key_Minus)
    assert span(window).days > near.days
    qtbot.keyClick(band, Qt.Key.Key_0)
    assert span(window) == whole
    assert band.day == DAY


def test_actions_zoom_and_pan_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    matrix, whole = page_of(window).matrix, span(window)
    qtbot.keyClick(matrix, Qt.Key.Key_Equal, ALT)
    qtbot.keyClick(matrix, Qt.Key.Key_Equal, ALT)
    first = span(window).first
    assert span(window).days < whole.days
    qtbot.keyClick(matrix, Qt.Key.Key_PageUp, ALT)
    assert span(window).first < first
    qtbot.keyClick(matrix, Qt.Key.Key_0, ALT)
    assert span(window) == whole


def test_two_fingers_zoom_about_the_place_between_them(window: MainWindow) -> None:
    band = band_of(window)
    geometry = band.geometry_of_time()
    assert geometry is not None
    x = geometry.x(date(2021, 1, 1))
    for _times in range(6):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            QPointF(x, 60),
            QPointF(x, 60),
            QPointF(x, 60),
            0.2,
            QPointF(),
        )
        QApplication.sendEvent(band, event)
    after = band.geometry_of_time()
    assert after is not None
    assert after.span.days == pytest.approx(geometry.span.days / 1.2**6, rel=0.01)
    assert abs((after.day_at(x) - date(2021, 1, 1)).days) <= 4


def test_steps_lead_from_event_to_event_and_to_the_deadlines_ahead(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    days = sorted({event.day for event in page.session.timeline.events})
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down, CONTROL | ALT)
    assert page.session.view.day == min(day for day in days if day > DAY)
    assert any(
        event.is_deadline and event.day == page.session.view.day for event in page.session.timeline.events
    )
    page.session.set_day(DAY)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Up, CONTROL | ALT)
    assert page.session.view.day == max(day for day in days if day < DAY)
    band = band_of(window)
    band.setFocus()
    qtbot.keyClick(band, Qt.Key.Key_ParenLeft)
    assert page.session.view.day == sorted(day for day in days if day < DAY)[-2]


def test_the_pace_chosen_is_the_pace_of_playing(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    whole = (page.session.timeline.data_last - page.session.timeline.first).days
    days = {}
    for action in (None, ActionId.PLAY_FASTER):
        if action is not None:
            window.registry.action(action).trigger()
        page.session.set_day(page.session.timeline.first)
        page.strip.toggle_play()
        for _picture in range(30):
            page.strip.player.step()
        page.strip.player.stop()
        days[action] = (page.session.view.day - page.session.timeline.first).days
    assert days[None] == pytest.approx(whole * 30 * 0.033 / 20, abs=2)
    assert days[ActionId.PLAY_FASTER] == pytest.approx(2 * days[None], abs=3)


def lines(window: MainWindow) -> list[str]:
    return [line.label for line in page_of(window).session.timeline.lines]


def choose_line(window: MainWindow, first: str, second: str) -> None:
    """Choose in the menu between whom a distance is drawn."""
    page = page_of(window)
    menu = distances_menu(page.session, page)
    below = next(own for own in menu.findChildren(QMenu) if own.title().endswith(f"{first} to"))
    below.aboutToShow.emit()
    next(own for own in below.actions() if own.text() == second).trigger()
    menu.aboutToHide.emit()


def test_lines_chosen_are_drawn_and_remembered_for_the_case(show: ShowWindow) -> None:
    window = show()
    path = page_of(window).session.store.path
    choose_line(window, "Baku", "Tehran")
    assert "Baku – Tehran" in lines(window)
    window.files.open_path(path)
    assert "Baku – Tehran" in lines(window)
    choose_line(window, "Baku", "Tehran")
    assert "Baku – Tehran" not in lines(window)
    page = page_of(window)
    menu = distances_menu(page.session, page)
    menu.actions()[-1].trigger()
    menu.aboutToHide.emit()
    assert page.session.view.pairs is None
    window.files.open_path(path)
    assert page_of(window).session.view.pairs is None


def test_no_line_at_all_is_a_choice_as_well(show: ShowWindow) -> None:
    window = show()
    path = page_of(window).session.store.path
    page_of(window).session.set_pairs(())
    window.files.open_path(path)
    assert lines(window) == []
