from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from tests.unga_case import UNGA, unga_columns
from workbench.analysis.agreement import distances_on
from workbench.analysis.cursor import DayCursor
from workbench.analysis.distance import Weights
from workbench.analysis.pairrooms import level_counts
from workbench.analysis.standing import change_days, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
weighings = st.sampled_from(list(Weights))
needs_unga = pytest.mark.skipif(not UNGA.exists(), reason="the roll calls are not at hand")


def is_as_from_scratch(cursor: DayCursor, issues: tuple[int, ...] = ()) -> bool:
    """Whether everything equals what the day gives by itself, to the last bit."""
    standing = standing_on(cursor.snapshot, cursor.day, cursor.basis)
    own = cursor.standing()
    assert all(
        np.array_equal(getattr(own, name), getattr(standing, name))
        for name in ("rows", "declared", "assessed", "review")
    )
    matrix = distances_on(standing, cursor.weights, (), issues)
    assert np.array_equal(cursor.distances.distance, matrix.distance, equal_nan=True)
    assert np.array_equal(cursor.distances.issues, matrix.issues)
    assert np.array_equal(cursor.levels.counts, level_counts(standing, (), issues).counts)
    return True


@given(cases(), st.lists(days, min_size=2, max_size=8), bases, weighings, st.sampled_from([(), (0,), (0, 1)]))
@settings(deadline=None)
def test_wherever_it_moves_it_is_as_from_scratch(
    case: Case, path: list[date], basis: Basis, weights: Weights, issues: tuple[int, ...]
) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    cursor = DayCursor(snapshot, path[0], basis, weights, issues=issues)
    for day in path[1:]:
        before = cursor.rows.copy()
        shown = cursor.distances, cursor.levels, cursor.standing()
        kept = [own.copy() for own in (shown[0].issues, shown[0].distance, shown[1].counts, shown[2].rows)]
        moved = cursor.move(day)
        cells = set(zip(moved.parties.tolist(), moved.issues.tolist(), strict=True))
        assert cells == set(map(tuple, np.argwhere(before != cursor.rows).tolist()))
        assert is_as_from_scratch(cursor, issues)
        stays = (shown[0].issues, shown[0].distance, shown[1].counts, shown[2].rows)
        assert all(np.array_equal(one, other, equal_nan=True) for one, other in zip(kept, stays, strict=True))


def there_and_back(snapshot: Snapshot) -> list[date]:
    known = change_days(snapshot)
    return [*known, *reversed(known[::3]), known[0] - timedelta(days=1), known[-1]]


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("weights", list(Weights))
def test_the_sample_there_and_back(basis: Basis, weights: Weights) -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    path = there_and_back(snapshot)
    cursor = DayCursor(snapshot, path[0], basis, weights)
    for day in path:
        cursor.move(day)
        assert is_as_from_scratch(cursor)


@needs_unga
def test_the_roll_calls_month_by_month() -> None:
    snapshot = take_snapshot(unga_columns("1990-01-01", "1994-12-31"), VAULT)
    cursor = DayCursor(snapshot, date(1990, 6, 1), Basis.ASSESSED)
    for day in (
        date(1991, 11, 1),
        date(1991, 12, 1),
        date(1992, 1, 1),
        date(1991, 10, 15),
        date(1994, 12, 31),
    ):
        cursor.move(day)
        assert is_as_from_scratch(cursor)


def test_a_case_without_positions() -> None:
    case = sample_case()
    snapshot = take_snapshot(
        columns_of(Case(parties=case.parties, issues=case.issues, options=case.options)), VAULT
    )
    cursor = DayCursor(snapshot, date(2020, 1, 1), Basis.ASSESSED)
    assert len(cursor.move(date(2023, 1, 1))) == 0
    assert is_as_from_scratch(cursor)
