"""Groups among parties, all against all, held against the definitions one pair at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest

from tests.sample_case import sample_case
from workbench.analysis.agreement import distances_on
from workbench.analysis.distance import Weights
from workbench.analysis.groups import Seat, seat_distance, seat_room, seats_on
from workbench.analysis.pairrooms import LEVELS, level_counts, negotiable_issues
from workbench.analysis.seatgrid import SeatGrid, seat_grid
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.party import Group, Membership
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

DAYS = (date(2020, 12, 1), date(2022, 6, 1), date(2023, 3, 20))
GROUPS = (
    Group("ARM", "Armenian side", (Membership("YER"), Membership("STP"))),
    Group("OUT", "Outsiders", (Membership("MOW"), Membership("EU"), Membership("THR"))),
    Group("ONE", "One alone", (Membership("OPP"),)),
    Group("BOTH", "Both capitals", (Membership("BAK"), Membership("YER"))),
)


def snapshot_of(audience: Audience = PRINCIPAL) -> Snapshot:
    return take_snapshot(columns_of(replace(sample_case(), groups=GROUPS)), audience)


def grid(
    standing: Standing, seats: tuple[Seat, ...], weights: Weights, issues: tuple[int, ...] = ()
) -> SeatGrid:
    whole = distances_on(standing, weights, issues=issues), level_counts(standing, issues=issues).counts
    return seat_grid(standing, seats, whole, issues)


@pytest.mark.parametrize("audience", [PRINCIPAL, PUBLIC], ids=str)
@pytest.mark.parametrize("folded", [("ARM",), ("ARM", "OUT", "ONE"), ("ARM", "BOTH")], ids=str)
@pytest.mark.parametrize("weights", list(Weights))
def test_every_pair_is_that_of_the_definition(
    audience: Audience, folded: tuple[str, ...], weights: Weights
) -> None:
    snapshot = snapshot_of(audience)
    for day in DAYS:
        standing = standing_on(snapshot, day, Basis.ASSESSED)
        seats = seats_on(snapshot, day, folded)
        found = grid(standing, seats, weights)
        for one, other in combinations(range(len(seats)), 2):
            wanted = seat_distance(standing, seats[one], seats[other], weights)
            own = found.distances.pair(one, other)
            assert own.issues == wanted.issues, (seats[one], seats[other])
            assert own.value == pytest.approx(wanted.value), (seats[one], seats[other])
            rooms = [
                seat_room(standing, issue, (seats[one], seats[other])).level
                for issue in negotiable_issues(snapshot).tolist()
            ]
            counts = found.counts[:, one, other].tolist()
            assert counts == [rooms.count(level) for level in LEVELS]
            assert found.counts[:, other, one].tolist() == counts
            assert found.distances.distance[other, one] == pytest.approx(
                found.distances.distance[one, other], nan_ok=True
            )


def test_over_some_issues_only_those_count() -> None:
    snapshot = snapshot_of()
    standing = standing_on(snapshot, DAYS[-1], Basis.ASSESSED)
    seats = seats_on(snapshot, DAYS[-1], ("ARM",))
    for issue in range(len(snapshot.issues)):
        found = grid(standing, seats, Weights.SALIENCE, (issue,))
        for one, other in combinations(range(len(seats)), 2):
            wanted = seat_distance(standing, seats[one], seats[other], Weights.SALIENCE, (issue,))
            assert found.distances.pair(one, other).issues == wanted.issues
            level = seat_room(standing, issue, (seats[one], seats[other])).level
            assert found.counts[LEVELS.index(level), one, other] == 1
            assert found.counts[:, one, other].sum() == 1


def test_without_groups_nothing_is_worked_out_anew() -> None:
    snapshot = snapshot_of()
    standing = standing_on(snapshot, DAYS[-1], Basis.ASSESSED)
    seats = seats_on(snapshot, DAYS[-1])
    whole = distances_on(standing, Weights.SALIENCE)
    found = grid(standing, seats, Weights.SALIENCE)
    assert np.array_equal(found.distances.distance, whole.distance, equal_nan=True)
    assert np.array_equal(found.counts, level_counts(standing).counts)


def test_a_group_of_one_is_as_far_as_the_party_where_it_demands_anything() -> None:
    """A group without a demand common to all has no distance, also where only one holds a position."""
    snapshot = snapshot_of()
    standing = standing_on(snapshot, DAYS[-1], Basis.ASSESSED)
    seats = seats_on(snapshot, DAYS[-1], ("ONE",))
    place = next(n for n, seat in enumerate(seats) if seat.is_group)
    whole = distances_on(standing, Weights.SALIENCE)
    found = grid(standing, seats, Weights.SALIENCE)
    assert (found.distances.issues[place] <= whole.issues[place]).all()
    assert np.array_equal(found.counts[:, place], level_counts(standing).counts[:, place])
