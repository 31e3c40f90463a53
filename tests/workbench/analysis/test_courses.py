from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from workbench.analysis import step_figures
from workbench.analysis.courses import Cause, Course, Span, distance_course, room_course
from workbench.analysis.distance import (
    Distance,
    Weights,
    counts_in_distance,
    distance_of,
    row_distance,
    row_weight,
)
from workbench.analysis.room import room_of
from workbench.analysis.standing import Standing, change_days, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

bases = st.sampled_from(list(Basis))
weighings = st.sampled_from(list(Weights))
bounds = st.one_of(st.none(), st.sampled_from([date.fromisoformat(day) for day in DAYS]))
DAY = timedelta(days=1)


def every_day(snapshot: Snapshot, span: Span) -> list[date]:
    """The days of a span on which anything could differ from the day before, and its first day."""
    days = {day for own in change_days(snapshot) for day in (own - DAY, own) if span.has_begun(day)}
    return sorted(day for day in days | ({span.first} if span.first else set()) if not span.is_over(day))


def same(found: Distance, expected: Distance) -> bool:
    value = None if expected.value is None else pytest.approx(expected.value)
    return found.issues == expected.issues and found.value == value


def at(course: Course, day: date) -> Distance:
    """What a course says on a day."""
    before = [point for point in course.points if point.day <= day]
    return Distance(before[-1].value, before[-1].issues) if before else course.start


def figures(standing: Standing, issues: list[int], weights: Weights) -> dict[int, tuple[float, float]]:
    found = {}
    for issue in issues:
        rows = int(standing.rows[0, issue]), int(standing.rows[1, issue])
        own = row_distance(standing.snapshot, issue, *rows)
        if own is not None:
            found[issue] = own, row_weight(standing.snapshot, *rows, weights)
    return found


@given(cases(), bases, weighings, bounds, bounds)
def test_a_course_equals_the_computation_of_each_day(
    case: Case, basis: Basis, weights: Weights, first: date | None, last: date | None
) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    span = Span(first, last)
    course = distance_course(snapshot, 0, 1, basis, weights, span=span)
    counted = [issue for issue in range(2) if counts_in_distance(snapshot, issue)]
    for day in every_day(snapshot, span):
        standing = standing_on(snapshot, day, basis)
        assert same(at(course, day), distance_of(standing, 0, 1, weights))
    for point in course.points:
        assert span.has_begun(point.day)
        assert not span.is_over(point.day)
        then, now = (
            figures(standing_on(snapshot, day, basis), counted, weights)
            for day in (point.day - DAY, point.day)
        )
        came = set(then) != set(now)
        moved = any(then[issue] != now[issue] for issue in set(then) & set(now))
        assert (came, moved) == (point.cause is not Cause.MOVED, point.cause is not Cause.ISSUES)


@given(cases(), bases, weighings, bounds, bounds)
def test_the_same_issues_are_those_held_by_both_on_every_day(
    case: Case, basis: Basis, weights: Weights, first: date | None, last: date | None
) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    whole = distance_course(snapshot, 0, 1, basis, weights, span=Span(None, last))
    begun = first or (whole.points[0].day if whole.points else None)
    course = distance_course(snapshot, 0, 1, basis, weights, span=Span(first, last), same_issues=True)
    days = every_day(snapshot, Span(begun, last)) if begun else []
    standings = [standing_on(snapshot, day, basis) for day in days]
    kept = [
        issue
        for issue in range(2)
        if counts_in_distance(snapshot, issue)
        and standings
        and all(own.states(issue)[[0, 1]].all() for own in standings)
    ]
    for own in standings:
        expected = distance_of(own, 0, 1, weights, kept) if kept else Distance(None, 0)
        assert same(at(course, own.day), expected)


@given(cases(), bases, bounds, bounds)
def test_a_course_of_rooms_equals_the_room_of_each_day(
    case: Case, basis: Basis, first: date | None, last: date | None
) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    span = Span(first, last)
    course = room_course(snapshot, 0, (0, 1, 2), basis, span)
    for day in every_day(snapshot, span):
        assert at(course, day).value == room_of(standing_on(snapshot, day, basis), 0, (0, 1, 2)).room
    assert all(one.value != other.value for one, other in pairwise(course.points))
    for point in course.points:
        before = room_of(standing_on(snapshot, point.day - DAY, basis), 0, (0, 1, 2)).room
        assert (point.cause is Cause.ISSUES) == (None in (before, point.value))


def test_no_issues_come_in_where_the_issues_are_kept_the_same() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    pair = snapshot.party_index("YER"), snapshot.party_index("STP")
    span = Span(date(2022, 1, 1), date(2023, 3, 20))
    course = distance_course(snapshot, *pair, Basis.ASSESSED, span=span, same_issues=True)
    assert course.start.issues > 0
    assert {point.issues for point in course.points} <= {course.start.issues}
    assert {point.cause for point in course.points} == {Cause.MOVED}


def test_the_step_of_15_march_2022_is_a_move() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    pair = snapshot.party_index("YER"), snapshot.party_index("STP")
    course = distance_course(snapshot, *pair, Basis.ASSESSED)
    step = next(point for point in course.points if point.day == date(2022, 3, 15))
    assert step.value == pytest.approx(0.231, abs=5e-4)
    assert step.cause is not Cause.ISSUES


@given(cases(), bases, st.integers(1, 4))
def test_a_course_is_the_same_in_parts(case: Case, basis: Basis, at_once: int) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    whole = distance_course(snapshot, 0, 1, basis)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step_figures, "_AT_ONCE", at_once)
        assert distance_course(snapshot, 0, 1, basis) == whole
