from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, OPTIONS, cases
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.room import room_of
from workbench.analysis.series import distance_series, room_series
from workbench.analysis.standing import standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, VAULT
from workbench.domain.case import Case
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, IssueKind, Scale, Stance
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
weighings = st.sampled_from(list(Weights))


def place(position: Position) -> float | None:
    """Mean location of what is demanded, else accepted, else tolerated; o, p, q lie at 0, 0.5, 1."""
    for stance in (Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES):
        chosen = [OPTIONS.index(option) / 2 for option in OPTIONS if position.stances.get(option) is stance]
        if chosen:
            return sum(chosen) / len(chosen)
    return None


def by_definition(
    case: Case, held: list[tuple[Position | None, Position | None]], weights: Weights
) -> tuple[float | None, int]:
    weighed: list[tuple[float, float]] = []
    for issue, (one, other) in zip(case.issues, held, strict=True):
        if issue.kind is IssueKind.FACT or not (one and one.stances and other and other.stances):
            continue
        if issue.scale is Scale.ORDERED:
            places = place(one), place(other)
            if places[0] is None or places[1] is None:
                continue
            own = abs(places[0] - places[1])
        else:
            gaps = [abs(one.stances.get(o, -1) - other.stances.get(o, -1)) for o in OPTIONS]
            own = sum(gaps) / len(gaps) / 4
        saliences = [50.0 if p.salience is None else p.salience for p in (one, other)]
        weighed.append((own, sum(saliences) / 2 if weights is Weights.SALIENCE else 1.0))
    total = sum(weight for _, weight in weighed)
    value = sum(own * weight for own, weight in weighed) / total if total else None
    return value, len(weighed)


@given(cases(), days, bases, weighings)
def test_distance_is_as_defined(case: Case, day: date, basis: Basis, weights: Weights) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    standing = standing_on(snapshot, day, basis)

    def held(party: int, issue: int) -> Position | None:
        row = int(standing.rows[party, issue])
        return None if row == NONE else case.positions[row]

    for first, second in ((0, 1), (2, 3), (0, 3)):
        pairs = [(held(first, issue), held(second, issue)) for issue in range(len(case.issues))]
        value, issues = by_definition(case, pairs, weights)
        distance = distance_of(standing, first, second, weights)
        assert distance.issues == issues
        assert distance.value == (None if value is None else pytest.approx(value))


@given(cases(), days, bases, weighings)
def test_distance_is_symmetric_and_within_bounds(
    case: Case, day: date, basis: Basis, weights: Weights
) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, basis)
    for first in range(4):
        same = distance_of(standing, first, first, weights)
        assert same.value in (None, 0.0)
        for second in range(4):
            distance = distance_of(standing, first, second, weights)
            assert distance == distance_of(standing, second, first, weights)
            assert distance.value is None or 0 <= distance.value <= 1
            assert distance.agreement == (None if distance.value is None else 1 - distance.value)


@given(cases(), days, bases)
def test_series_equal_the_computation_of_each_day(case: Case, day: date, basis: Basis) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    standing = standing_on(snapshot, day, basis)
    points = [point for point in distance_series(snapshot, 0, 1, basis) if point.day <= day]
    expected = distance_of(standing, 0, 1, Weights.SALIENCE)
    found = points[-1].distance if points else None
    assert (found.issues if found else 0) == expected.issues
    if expected.value is None:
        assert found is None or found.value is None
    else:
        assert found is not None
        assert found.value == pytest.approx(expected.value)
    for issue in range(len(case.issues)):
        rooms = [point for point in room_series(snapshot, issue, range(4), basis) if point.day <= day]
        assert (rooms[-1].room if rooms else None) == room_of(standing, issue, range(4)).room


@given(cases(), bases)
def test_a_series_has_a_point_only_where_something_changes(case: Case, basis: Basis) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    points = distance_series(snapshot, 0, 1, basis)
    assert [own.day for own in points] == sorted({own.day for own in points})
    assert all(one.distance != other.distance for one, other in pairwise(points))


def test_yerevan_and_stepanakert_part_on_15_march_2022() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    pair = snapshot.party_index("YER"), snapshot.party_index("STP")
    points = {point.day: point.distance for point in distance_series(snapshot, *pair, Basis.ASSESSED)}
    ordered = sorted(points)
    step = ordered.index(date(2022, 3, 15))
    assert points[ordered[step - 1]].value == pytest.approx(0.064, abs=5e-4)
    assert points[ordered[step]].value == pytest.approx(0.231, abs=5e-4)


def test_distances_for_a_wider_audience_weigh_all_issues_alike() -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PUBLIC), date(2023, 3, 20), Basis.DECLARED
    )
    assert distance_of(standing, 0, 1, Weights.SALIENCE) == distance_of(standing, 0, 1, Weights.EQUAL)
