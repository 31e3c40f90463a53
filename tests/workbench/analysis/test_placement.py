from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from tests.sample_case import sample_case
from workbench.analysis.agreement import DistanceMatrix, distances_on
from workbench.analysis.distance import Weights
from workbench.analysis.placement import Placement, aligned, place_parties, placements
from workbench.analysis.standing import change_days, standing_on
from workbench.columns import FloatColumn, columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot


def apart(at: FloatColumn) -> FloatColumn:
    return np.asarray(np.linalg.norm(at[:, None] - at[None], axis=-1))


def matrix_from(distance: FloatColumn) -> DistanceMatrix:
    parties = tuple(range(len(distance)))
    return DistanceMatrix(
        parties, distance, np.where(np.isnan(distance), 0, 1).astype(np.int32), Weights.EQUAL
    )


def scattered(count: int, seed: int) -> FloatColumn:
    return np.random.default_rng(seed).random((count, 2)) * 0.6


@pytest.mark.parametrize(("count", "seed"), [(4, 0), (7, 1), (20, 2), (60, 3)])
def test_what_lies_in_a_plane_is_found_again(count: int, seed: int) -> None:
    distance = apart(scattered(count, seed))
    placement = place_parties(matrix_from(distance))
    assert placement.parties == tuple(range(count))
    assert np.allclose(apart(placement.at), distance, atol=1e-6)
    assert placement.stress == pytest.approx(0, abs=1e-6)


def test_pairs_without_a_distance_do_not_pull() -> None:
    distance = apart(scattered(8, 4))
    distance[0, 1] = distance[1, 0] = distance[2, 5] = distance[5, 2] = np.nan
    placement = place_parties(matrix_from(distance))
    known = ~np.isnan(distance)
    assert np.allclose(apart(placement.at)[known], distance[known], atol=1e-3)


def test_who_shares_issues_with_fewer_than_three_others_is_not_placed() -> None:
    distance = apart(scattered(6, 5))
    distance[5, :4] = distance[:4, 5] = np.nan
    distance[4, :3] = distance[:3, 4] = np.nan
    placement = place_parties(matrix_from(distance))
    assert placement.not_placed == (4, 5)
    assert placement.parties == (0, 1, 2, 3)
    assert placement.of(5) is None
    assert placement.of(0) == tuple(placement.at[0])


def test_nobody_is_placed_among_three() -> None:
    placement = place_parties(matrix_from(apart(scattered(3, 6))))
    assert placement.parties == ()
    assert placement.not_placed == (0, 1, 2)


def test_a_map_is_turned_onto_the_one_before() -> None:
    at = scattered(7, 7)
    angle = 1.1
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.diag([1, -1])
    before = Placement(tuple(range(7)), at, (), 0.0)
    moved = Placement((6, 5, 4, 3, 2, 1, 0), (at @ turn + 3)[::-1], (), 0.0)
    back = aligned(moved, before)
    assert np.allclose(back.at[::-1], at)
    assert aligned(moved, Placement((), np.zeros((0, 2)), (), 0.0)) is moved


def test_nothing_turns_better_than_the_alignment() -> None:
    """Tried at every degree, mirrored and not: no turn brings two different maps closer together."""
    now, then = scattered(6, 8), scattered(6, 9)
    parties = tuple(range(6))
    best = aligned(Placement(parties, now, (), 0.0), Placement(parties, then, (), 0.0))
    reached = float(((best.at - then) ** 2).sum())
    centred, goal = now - now.mean(axis=0), then - then.mean(axis=0)
    for degree in range(360):
        angle = np.radians(degree)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        for mirror in (1, -1):
            tried = centred @ turn @ np.diag([1, mirror])
            assert float(((tried - goal) ** 2).sum()) >= reached - 1e-12


def test_majorisation_is_no_worse_than_classical_scaling_and_deterministic() -> None:
    distance = np.random.default_rng(10).random((15, 15))
    distance = (distance + distance.T) / 2
    np.fill_diagonal(distance, 0)
    placement, again = (place_parties(matrix_from(distance)) for _ in range(2))
    assert np.array_equal(placement.at, again.at)
    random = np.random.default_rng(11)
    for _ in range(20):  # no small push lowers the stress: it is a minimum
        pushed = placement.at + random.normal(scale=1e-3, size=placement.at.shape)
        gaps = (apart(pushed) - distance) ** 2
        own = (apart(placement.at) - distance) ** 2
        assert own.sum() <= gaps.sum() + 1e-5


def test_the_map_of_the_sample_stays_where_nothing_moves() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    days = [day for day in change_days(snapshot) if day >= date(2022, 1, 1)]
    matrices = [
        distances_on(standing_on(snapshot, day, Basis.ASSESSED), Weights.SALIENCE)
        for day in days
        for _ in (0, 1)
    ]
    maps = list(placements(matrices))
    assert any(own.parties for own in maps)
    for one, other in list(pairwise(maps))[::2]:
        assert np.allclose(one.at, other.at, atol=1e-9)
