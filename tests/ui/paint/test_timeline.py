from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.ui.paint.matrices import DAY, event, timeline
from ui.paint.canvas import Canvas
from ui.paint.text import TextCache
from ui.paint.time_axis import ticks
from ui.paint.time_clusters import clusters
from ui.paint.time_geometry import TimeGeometry, TimeSpan
from ui.paint.time_labels import event_labels, line_labels
from ui.paint.timeline import TimelinePainter
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme

TEXTS = TextCache()
days = st.dates(date(2018, 5, 1), date(2025, 11, 10))


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def geometry_of(*events: object, width: float = 1000.0, span: TimeSpan | None = None) -> TimeGeometry:
    return TimeGeometry(timeline(*events), QRectF(0, 0, width, 150), type_scale(), span)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    when=st.lists(st.tuples(days, st.integers(3, 70), st.booleans()), min_size=1, max_size=40),
    width=st.integers(300, 2400),
)
def test_titles_never_stand_over_one_another(when: list[tuple[date, int, bool]], width: int) -> None:
    events = [
        event(str(n), day, "w" * length, is_deadline=deadline)
        for n, (day, length, deadline) in enumerate(when)
    ]
    geometry = geometry_of(*events, width=width)
    labels = event_labels(geometry, TEXTS)
    assert labels
    assert not any(one.rect.intersects(other.rect) for one, other in combinations(labels, 2))
    assert all(geometry.rect.contains(label.rect) for label in labels)
    assert all(
        label.rect.left() - 1 <= geometry.x(label.event.day) <= label.rect.right() + 1
        for label in labels
        if geometry.left + 12 < geometry.x(label.event.day) < geometry.right - 12
    )


@settings(max_examples=80, deadline=None)
@given(
    when=st.lists(st.tuples(days, st.booleans()), min_size=1, max_size=200),
    width=st.integers(300, 2400),
)
def test_every_event_has_a_mark_and_no_mark_lies_over_another(
    when: list[tuple[date, bool]], width: int
) -> None:
    events = [event(str(n), day, is_deadline=deadline) for n, (day, deadline) in enumerate(when)]
    geometry = geometry_of(*events, width=width)
    marks = clusters(geometry)
    assert sorted(own.code for mark in marks for own in mark.events) == sorted(own.code for own in events)
    for is_deadline in (False, True):
        own = [mark for mark in marks if mark.events[0].is_deadline is is_deadline]
        assert all(each.is_deadline is is_deadline for mark in own for each in mark.events)
        assert all(first.right <= second.left + 1e-9 for first, second in pairwise(own))
        assert all(mark.right - mark.left < 2 * 18 + 1e-9 for mark in own)
        assert all(mark.right - mark.left >= 18 - 1e-9 for mark in own if len(mark.events) > 1)
        dots = [mark for mark in own if len(mark.events) == 1]
        assert all(mark.left + 4 <= mark.dot(geometry) + 1e-9 <= mark.right - 4 + 2e-9 for mark in dots)
        assert all(abs(mark.dot(geometry) - geometry.x(mark.events[0].day)) <= 4 + 1e-9 for mark in dots)
        assert all(
            mark.left - 1e-9 <= geometry.x(each.day) <= mark.right + 1e-9
            for mark in own
            for each in mark.events
        )


def test_events_that_lie_apart_have_a_dot_each() -> None:
    apart = [event(str(year), date(year, 6, 1)) for year in range(2019, 2024)]
    assert [len(mark.events) for mark in clusters(geometry_of(*apart))] == [1] * 5


def test_a_title_is_cut_to_the_room_there_is_rather_than_left_out() -> None:
    near = [
        event("a", date(2019, 1, 1), "a" * 30),
        event("b", date(2020, 1, 1), "b" * 60),
        event("c", date(2021, 4, 1), "c" * 30),
    ]
    labels = {own.event.code: own for own in event_labels(geometry_of(*near), TEXTS)}
    assert set(labels) == {"a", "b", "c"}
    assert labels["b"].block.is_elided
    assert not labels["a"].block.is_elided


def test_a_deadline_gets_its_title_before_a_statement() -> None:
    same = date(2021, 6, 1)
    labels = event_labels(geometry_of(event("word", same), event("term", same, is_deadline=True)), TEXTS)
    assert [label.event.code for label in labels] == ["term"]


def test_labels_of_lines_stand_apart() -> None:
    geometry = geometry_of()
    tops = sorted(label.rect.top() for label in line_labels(geometry, TEXTS))
    assert len(tops) == 2
    assert all(later - earlier >= type_scale().small.line - 0.01 for earlier, later in pairwise(tops))


def test_a_label_stands_over_its_line_where_the_line_goes_on() -> None:
    span = TimeSpan(date(2020, 1, 1).toordinal(), date(2021, 1, 1).toordinal())
    geometry = geometry_of(span=span)
    height = geometry.value_y(0.5, geometry.highest)
    labels = line_labels(geometry, TEXTS)
    assert len(labels) == 2
    assert all(geometry.rect.contains(own.rect) for own in labels)
    assert any(own.rect.bottom() <= height + 4.0 for own in labels)
    ends = geometry_of()
    assert all(own.rect.left() > ends.x(DAY) for own in line_labels(ends, TEXTS))


@given(day=days, width=st.integers(900, 2400))
def test_a_place_leads_back_to_its_day(day: date, width: int) -> None:
    geometry = geometry_of(width=width)
    assert abs(geometry.day_at(geometry.x(day)) - day) <= timedelta(days=1 / geometry.pixels_per_day + 1)
    near = TimeSpan(day.toordinal() - 40.0, day.toordinal() + 40.0)
    zoomed = geometry_of(width=width, span=near)
    assert zoomed.day_at(zoomed.x(day)) == day


@given(factor=st.floats(0.2, 5), share=st.floats(0, 1), moved=st.floats(-4000, 4000))
def test_zoom_and_pan_stay_within_the_case(factor: float, share: float, moved: float) -> None:
    geometry = geometry_of()
    whole = geometry.whole
    about = whole.first + share * whole.days
    span = whole.zoomed(factor, about, whole).moved(moved, whole)
    assert whole.first - 1e-6 <= span.first < span.last <= whole.last + 1e-6


def test_zooming_keeps_the_day_under_the_pointer() -> None:
    whole = geometry_of().whole
    span = whole.zoomed(0.5, whole.first + 0.3 * whole.days, whole)
    assert (whole.first + 0.3 * whole.days - span.first) / span.days == pytest.approx(0.3)


@given(zoom=st.floats(0.001, 30.0), first=days)
def test_labels_of_ticks_have_space(zoom: float, first: date) -> None:
    last = first + timedelta(days=min(int(2000 / zoom), 20_000))
    found = ticks(first, last, zoom, 46.0)
    assert all((later.day - earlier.day).days * zoom >= 40.0 for earlier, later in pairwise(found))
    assert all(first <= tick.day <= last for tick in found)


def test_ticks_are_years_when_far_and_months_when_near() -> None:
    far = ticks(date(2018, 5, 1), date(2023, 3, 20), 0.4, 46.0)
    near = ticks(date(2022, 1, 1), date(2022, 6, 30), 4.0, 46.0)
    assert [tick.label for tick in far] == ["2019", "2020", "2021", "2022", "2023"]
    assert [tick.label for tick in near] == ["2022", "Feb", "Mar", "Apr", "May", "Jun"]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_handle_stands_on_the_day_and_the_band_beside_it(ratio: float) -> None:
    theme, geometry = bundled_theme(), geometry_of(event("far", date(2018, 6, 1)))
    image = QImage(int(1000 * ratio), int(150 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour(Role.PANEL))
    painter = QPainter(image)
    TimelinePainter(geometry, DAY, date(2022, 3, 20)).draw(Canvas(painter, theme, type_scale(), TEXTS))
    painter.end()
    y = geometry.axis_y - 12.0

    def colour(day: date) -> str:
        return image.pixelColor(int((geometry.x(day) + 0.5) * ratio), int(y * ratio)).name()

    assert colour(DAY) == theme.css(Role.TIME_HANDLE)
    assert colour(date(2022, 9, 1)) == theme.css(Role.TIME_BAND)
    assert colour(date(2021, 9, 1)) == theme.css(Role.PANEL)
