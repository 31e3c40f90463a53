from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import cases
from workbench.analysis.courses import Span
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.standing import change_days, standing_on
from workbench.analysis.turning_points import events_around, turning_point_detail, turning_points
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

DAY = timedelta(days=1)


@given(cases(), st.sampled_from(list(Basis)), st.sampled_from(list(Weights)))
@settings(deadline=None)
def test_movement_is_the_sum_over_all_pairs_day_by_day(case: Case, basis: Basis, weights: Weights) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    expected = {}
    for day in change_days(snapshot):
        then, now = (standing_on(snapshot, own, basis) for own in (day - DAY, day))
        pairs = [
            (distance_of(then, *pair, weights).value, distance_of(now, *pair, weights).value)
            for pair in combinations(range(4), 2)
        ]
        cells = int((then.rows != now.rows).sum())
        if cells:
            gaps = [abs(b - a) for a, b in pairs if a is not None and b is not None]
            expected[day] = (cells, pytest.approx(sum(gaps), abs=1e-9))
    found = turning_points(snapshot, basis, weights)
    assert {own.day: (own.cells, own.movement) for own in found} == expected
    assert found == sorted(found, key=lambda own: (-own.movement, -own.cells, own.day))


def test_15_march_2022_is_told_with_what_moved_and_what_happened() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    day = date(2022, 3, 15)
    detail = turning_point_detail(snapshot, day, Basis.ASSESSED)
    pair = snapshot.party_index("YER"), snapshot.party_index("STP")
    step = next(own for own in detail.steps if {own.first, own.second} == set(pair))
    assert step.before.value == pytest.approx(0.064, abs=5e-4)
    assert step.after.value == pytest.approx(0.231, abs=5e-4)
    ours = {
        (snapshot.issues[own.issue].code, own.change.kind.value, own.track.value)
        for own in detail.changes
        if own.party == pair[0]
    }
    assert ours >= {("status", "newly assessed", "assessed"), ("borders", "newly assessed", "assessed")}
    assert ("status", "shifted", "declared") in ours
    assert detail.events[0].event.code == "rights"
    assert detail.events[0].days == 0
    assert day in {own.day for own in turning_points(snapshot, Basis.ASSESSED)[:5]}


def test_the_span_bounds_the_days() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    span = Span(date(2022, 1, 1), date(2022, 12, 31))
    found = turning_points(snapshot, Basis.DECLARED, span=span)
    every = turning_points(snapshot, Basis.DECLARED)
    assert found == [own for own in every if own.day.year == 2022]
    assert turning_points(snapshot, Basis.DECLARED, span=Span(date(2030, 1, 1))) == []


@pytest.mark.parametrize(
    ("day", "code", "days"),
    [
        (date(2020, 10, 1), "war2020", 0),
        (date(2020, 9, 26), "war2020", 1),
        (date(2020, 11, 12), "war2020", -2),
        (date(2025, 11, 1), "mandate-ends", 9),
    ],
)
def test_events_before_during_and_after(day: date, code: str, days: int) -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    near = {own.event.code: own.days for own in events_around(snapshot, day)}
    assert near[code] == days
    distances = [abs(own.days) for own in events_around(snapshot, day)]
    assert distances == sorted(distances)
