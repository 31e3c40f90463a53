from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.paint.matrices import DAY, event, timeline
from ui.desktop.time_steps import months_later
from ui.desktop.time_strip import TimeStrip
from ui.paint.text import TextCache
from ui.paint.time_clusters import clusters
from ui.paint.time_geometry import TimeGeometry
from ui.paint.time_labels import event_labels
from ui.theme.hub import ThemeHub
from ui.theme.theme import bundled_theme

COMPARED = date(2022, 3, 20)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(qtbot: QtBot) -> TimeStrip:
    strip = TimeStrip(bundled_theme())
    qtbot.addWidget(strip)
    strip.resize(1300, 150)
    strip.set_timeline(timeline())
    strip.set_days(DAY, COMPARED)
    strip.show()
    return strip


def geometry(strip: TimeStrip) -> TimeGeometry:
    found = strip.band.geometry_of_time()
    assert found is not None
    return found


def point(strip: TimeStrip, day: date) -> QPoint:
    return QPoint(round(geometry(strip).x(day)), 70)


def drag(strip: TimeStrip, start: date, end: date) -> None:
    band, first, last = strip.band, point(strip, start), point(strip, end)
    QTest.mousePress(band, LEFT, pos=first)
    for step in range(1, 9):
        QTest.mouseMove(band, first + (last - first) * step / 8)
    QTest.mouseRelease(band, LEFT, pos=last)


def turn(strip: TimeStrip, x: float, notches: int) -> None:
    where = QPointF(x, 70)
    event = QWheelEvent(
        where,
        strip.band.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip.band, event)


def near(one: date, other: date) -> bool:
    return abs(one - other) <= timedelta(days=4)


def test_the_handle_is_dragged_to_another_day(strip: TimeStrip) -> None:
    told: list[date] = []
    strip.day_changed.connect(told.append)
    drag(strip, DAY, date(2021, 1, 1))
    assert near(told[-1], date(2021, 1, 1))
    assert strip.band.day == told[-1]
    assert strip.band.compared == COMPARED


def test_the_other_handle_is_dragged_by_itself(strip: TimeStrip) -> None:
    told: list[date] = []
    strip.compared_changed.connect(told.append)
    drag(strip, COMPARED, date(2020, 1, 1))
    assert near(told[-1], date(2020, 1, 1))
    assert strip.band.day == DAY


def test_a_drag_tells_at_most_once_a_frame(strip: TimeStrip) -> None:
    told: list[date] = []
    strip.day_changed.connect(told.append)
    band, x = strip.band, point(strip, DAY).x()
    QTest.mousePress(band, LEFT, pos=QPoint(x, 70))
    for step in range(200):
        QTest.mouseMove(band, QPoint(x - step, 70))
        if step < 199:
            assert len(told) <= 60
    QTest.mouseRelease(band, LEFT, pos=QPoint(x - 199, 70))
    assert told[-1] == strip.band.day
    assert len(told) < 100


def test_a_click_moves_the_day(strip: TimeStrip) -> None:
    QTest.mouseClick(strip.band, LEFT, pos=point(strip, date(2020, 5, 1)))
    assert near(strip.band.day, date(2020, 5, 1))


def test_a_day_is_never_set_outside_the_case(strip: TimeStrip) -> None:
    QTest.mouseClick(strip.band, LEFT, pos=QPoint(0, 70))
    assert strip.band.day == timeline().first
    QTest.mouseClick(strip.band, LEFT, pos=QPoint(strip.band.width() - 1, 70))
    assert strip.band.day == timeline().last


def test_the_wheel_zooms_about_the_pointer_and_a_double_click_shows_all(strip: TimeStrip) -> None:
    whole = geometry(strip).span
    x = float(point(strip, date(2021, 1, 1)).x())
    turn(strip, x, 4)
    assert geometry(strip).span.days < whole.days / 2
    assert near(geometry(strip).day_at(x), date(2021, 1, 1))
    QTest.mouseDClick(strip.band, LEFT, pos=QPoint(40, 70))
    assert geometry(strip).span == whole


def test_zoomed_in_a_drag_moves_the_days_and_a_click_the_day(strip: TimeStrip) -> None:
    turn(strip, float(point(strip, date(2020, 6, 1)).x()), 5)
    before = geometry(strip).span
    QTest.mousePress(strip.band, LEFT, pos=QPoint(300, 70))
    QTest.mouseMove(strip.band, QPoint(200, 70))
    QTest.mouseRelease(strip.band, LEFT, pos=QPoint(200, 70))
    assert strip.band.day == DAY
    assert geometry(strip).span.first > before.first
    wanted = geometry(strip).day_at(400)
    QTest.mouseClick(strip.band, LEFT, pos=QPoint(400, 70))
    assert strip.band.day == wanted


@pytest.mark.parametrize(
    ("key", "keys", "day"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, date(2023, 3, 19)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, date(2023, 3, 21)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, date(2023, 2, 20)),
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier, date(2022, 6, 1)),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier, DAY),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, date(2018, 5, 1)),
    ],
)
def test_keys_walk_time(strip: TimeStrip, key: Qt.Key, keys: Qt.KeyboardModifier, day: date) -> None:
    QTest.keyClick(strip.band, key, keys)
    assert strip.band.day == day


def test_ctrl_and_an_arrow_move_the_day_compared_with(strip: TimeStrip) -> None:
    QTest.keyClick(strip.band, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert (strip.band.day, strip.band.compared) == (DAY, COMPARED + timedelta(days=1))


def test_steps_lead_to_the_changes_and_stop_at_the_last(strip: TimeStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.day_changed) as told:
        strip.step_to_previous_change()
    assert told.args == [date(2022, 6, 1)]
    with qtbot.assertNotEmitted(strip.day_changed):
        strip.step_to_next_change()


def test_playing_runs_to_the_last_day_known_and_stops(strip: TimeStrip) -> None:
    strip.set_days(date(2023, 2, 1), COMPARED)
    told: list[date] = []
    strip.day_changed.connect(told.append)
    strip.toggle_play()
    assert strip.player.is_running
    for _ in range(200):
        strip.player.step()
    assert told == sorted(told)
    assert told[-1] == DAY
    assert not strip.player.is_running


def test_a_touch_of_the_handle_stops_playing(strip: TimeStrip) -> None:
    strip.set_days(date(2020, 2, 1), COMPARED)
    strip.toggle_play()
    drag(strip, strip.band.day, date(2021, 1, 1))
    assert not strip.player.is_running


def test_it_says_which_days_it_shows(strip: TimeStrip) -> None:
    assert strip.day_button.text() == "20 March 2023"
    assert strip.compared_button.text() == "compared with 20 March 2022"
    assert "20 March 2023" in strip.band.accessibleName()


def test_a_day_outside_the_case_is_shown_and_can_be_dragged_back(strip: TimeStrip) -> None:
    far = date(2031, 5, 1)
    strip.set_days(far, COMPARED)
    found = geometry(strip)
    assert found.left <= found.x(timeline().first) < found.x(far) <= found.right
    drag(strip, far, date(2022, 1, 1))
    assert near(strip.band.day, date(2022, 1, 1))
    strip.set_timeline(timeline())
    assert geometry(strip).timeline.last == timeline().last


def test_a_tooltip_tells_the_event_under_the_pointer(strip: TimeStrip) -> None:
    found = geometry(strip)
    assert strip.band.tip_at(QPointF(found.x(date(2020, 9, 27)), found.dots_y)) == "war happened."
    assert strip.band.tip_at(QPointF(found.x(date(2019, 9, 27)), found.dots_y)) == ""


def mark(strip: TimeStrip, day: date) -> QPoint:
    found = geometry(strip)
    return QPoint(round(found.x(day)) + 3, round(found.dots_y))


def test_a_click_beside_the_middle_of_a_dot_goes_to_the_very_day(strip: TimeStrip) -> None:
    told: list[date] = []
    strip.day_changed.connect(told.append)
    QTest.mouseClick(strip.band, LEFT, pos=mark(strip, date(2020, 9, 27)))
    assert told[-1] == strip.band.day == date(2020, 9, 27)
    assert strip.band.accessibleDescription() == "war happened."


def test_a_title_is_as_good_as_its_dot(strip: TimeStrip) -> None:
    found = geometry(strip)
    title = next(own for own in event_labels(found, TextCache()) if own.event.code == "war")
    place = QPointF(title.rect.left() + 2.0, title.rect.center().y())
    assert abs(place.x() - found.x(date(2020, 9, 27))) > 8
    assert strip.band.tip_at(place) == "war happened."
    QTest.mouseClick(strip.band, LEFT, pos=place.toPoint())
    assert strip.band.day == date(2020, 9, 27)


def test_a_double_click_or_enter_opens_an_event(strip: TimeStrip) -> None:
    told: list[str] = []
    strip.band.event_wanted.connect(told.append)
    QTest.mouseDClick(strip.band, LEFT, pos=mark(strip, date(2020, 9, 27)))
    assert told == ["war"]
    strip.set_days(date(2020, 9, 27), COMPARED)
    QTest.keyClick(strip.band, Qt.Key.Key_Return)
    assert told == ["war", "war"]
    strip.set_days(date(2020, 9, 28), COMPARED)
    QTest.keyClick(strip.band, Qt.Key.Key_Return)
    assert told == ["war", "war"]


def test_events_that_lie_together_say_how_many_and_are_shown_apart(strip: TimeStrip) -> None:
    days = [date(2021, 3, 1) + timedelta(days=4 * step) for step in range(9)]
    strip.set_timeline(timeline(*(event(f"e{n}", day) for n, day in enumerate(days))))
    place = QPointF(mark(strip, days[0]))
    said = strip.band.tip_at(place)
    count = int(said.split()[0])
    assert said.startswith(f"{count} events lie here")
    assert "e0 happened." in said
    assert len(clusters(geometry(strip))) < 9
    whole = geometry(strip).span
    for _time in range(6):
        if len(clusters(geometry(strip))) == 9:
            break
        QTest.mouseDClick(strip.band, LEFT, pos=mark(strip, days[0]))
    assert len(clusters(geometry(strip))) >= 8
    assert geometry(strip).span.days < whole.days
    assert strip.band.tip_at(QPointF(mark(strip, days[0]))) == "e0 happened."


def test_a_strip_without_a_timeline_is_calm(qtbot: QtBot) -> None:
    strip = TimeStrip(bundled_theme())
    qtbot.addWidget(strip)
    strip.show()
    strip.toggle_play()
    strip.step_to_next_change()
    QTest.keyClick(strip.band, Qt.Key.Key_Left)
    strip.grab()
    assert not strip.player.is_running


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    assert months_later(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert months_later(date(2023, 3, 31), -1) == date(2023, 2, 28)
    assert months_later(date(9999, 12, 1), 1) == date(9999, 12, 1)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_every_day_stands_on_one_line(qtbot: QtBot, theme_hub: ThemeHub, zoom: float) -> None:
    theme_hub.use(zoom=zoom)
    strip = TimeStrip(theme_hub.theme)
    qtbot.addWidget(strip)
    strip.set_theme(theme_hub.theme, zoom)
    strip.resize(1400, 200)
    strip.show()
    for month in range(1, 13):
        for day in (9, 20, 22, 28):
            strip.set_days(date(2020, month, day), date(2020, month, day))
            for button in (strip.day_button, strip.compared_button):
                needed = button.fontMetrics().horizontalAdvance(button.text())
                assert needed <= button.width() - 10, button.text()
