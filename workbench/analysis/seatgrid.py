"""Parties and groups that count as one, all against all: distances, and counts per level.

What concerns parties alone is taken over from the matrices of the parties; what concerns a group is
worked out issue by issue, for all seats at once, by the definitions of `groups`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.agreement import DistanceMatrix, counted_issues
from workbench.analysis.distance import SALIENCE_NOT_GIVEN, WIDEST, Weights
from workbench.analysis.figures import mean_places
from workbench.analysis.groups import Seat, seat_stances
from workbench.analysis.pairrooms import LEVELS, negotiable_issues
from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, ByteColumn, FloatColumn, IntColumn
from workbench.domain.level import Level
from workbench.domain.vocabulary import PRESUMED_WORST, Scale

_Mask = NDArray[np.bool_]
_UNKNOWN = LEVELS.index(Level.UNKNOWN)
_HIGHEST = 2
"""The room of the first of ``LEVELS``."""


@dataclass(frozen=True, slots=True, eq=False)
class SeatGrid:
    """Figures of every pair of some seats.

    Attributes
    ----------
    seats : tuple of Seat
        In the order of rows and columns.
    distances : DistanceMatrix
        Its ``parties`` are the places of the seats.
    counts : int32, shape (6, s, s)
        On how many issues each pair has each level, in the order of ``LEVELS``; 0 on the diagonal.
    """

    seats: tuple[Seat, ...]
    distances: DistanceMatrix
    counts: IntColumn


@dataclass(frozen=True, slots=True, eq=False)
class _OnIssue:
    """What every seat wants on an issue: lowest stances, who holds a position, and what it is worth."""

    worst: ByteColumn
    holds: _Mask
    compares: _Mask
    place: FloatColumn
    salience: FloatColumn


def seat_grid(
    standing: Standing,
    seats: Sequence[Seat],
    parties: tuple[DistanceMatrix, IntColumn],
    issues: Sequence[int] = (),
) -> SeatGrid:
    """Return the figures of every pair of seats.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    seats : sequence of Seat
        Parties alone, and groups.
    parties : (DistanceMatrix, int32 of shape (6, p, p))
        The figures of all parties of the case, over the same issues.
    issues : sequence of int
        Numbers of the issues that count; none given means all that do.
    """
    whole, levels = parties
    first = [seat.members[0] for seat in seats]
    own = np.ix_(first, first)
    distance, count = whole.distance[own].copy(), whole.issues[own].copy()
    counts = levels[:, own[0], own[1]].copy()
    groups = [place for place, seat in enumerate(seats) if seat.is_group]
    if groups:
        sums = _Sums(len(groups), len(seats), whole.weights)
        _add_up(standing, seats, groups, issues, sums)
        _put(groups, sums, distance, count, counts)
    places = tuple(range(len(seats)))
    return SeatGrid(tuple(seats), DistanceMatrix(places, distance, count, whole.weights), counts)


class _Sums:
    """Sums over issues, one row for each group and one column for each seat."""

    def __init__(self, groups: int, seats: int, weights: Weights) -> None:
        shape = (groups, seats)
        self.weights = weights
        self.apart, self.weight = np.zeros(shape), np.zeros(shape)
        self.issues = np.zeros(shape, np.int32)
        self.levels = np.zeros((len(LEVELS), *shape), np.int32)


def _add_up(
    standing: Standing,
    seats: Sequence[Seat],
    groups: Sequence[int],
    issues: Sequence[int],
    sums: _Sums,
) -> None:
    snapshot = standing.snapshot
    apart = set(counted_issues(snapshot, issues, facts=False).tolist())
    levelled = set(negotiable_issues(snapshot, issues).tolist())
    for issue in sorted(apart | levelled):
        own = _on_issue(standing, seats, issue)
        for number, place in enumerate(groups):
            if issue in levelled:
                _count_levels(own, number, place, sums)
            if issue in apart:
                nominal = snapshot.issues[issue].scale is Scale.NOMINAL
                _add_distance(own, number, place, sums, nominal=nominal)


def _on_issue(standing: Standing, seats: Sequence[Seat], issue: int) -> _OnIssue:
    snapshot = standing.snapshot
    stances = standing.stances(issue)[[seat.members[0] for seat in seats]].copy()
    holds = (stances != UNSTATED).any(axis=1)
    stances[stances == UNSTATED] = PRESUMED_WORST
    compares = holds.copy()
    salience = _saliences(standing, [seat.members[0] for seat in seats], issue)
    for place, seat in enumerate(seats):
        if seat.is_group:
            own = seat_stances(standing, seat, issue)
            stances[place], holds[place] = own.worst, bool(own.holders)
            compares[place] = own.has_common_demand
            salience[place] = SALIENCE_NOT_GIVEN if own.salience is None else own.salience
    locations = snapshot.locations[issue, : stances.shape[1]]
    ordered = snapshot.issues[issue].scale is not Scale.NOMINAL
    at = mean_places(stances, np.tile(locations, (len(seats), 1))) if ordered else np.zeros(len(seats))
    return _OnIssue(stances, holds, compares, at, salience)


def _saliences(standing: Standing, parties: Sequence[int], issue: int) -> FloatColumn:
    rows = standing.rows[list(parties), issue]
    found = np.full(len(rows), SALIENCE_NOT_GIVEN, np.float64)
    held = rows != NONE
    found[held] = standing.snapshot.table.salience[rows[held]]
    found[np.isnan(found)] = SALIENCE_NOT_GIVEN
    return found


def _count_levels(own: _OnIssue, number: int, place: int, sums: _Sums) -> None:
    both = own.holds & own.holds[place]
    rooms = np.minimum(own.worst, own.worst[place]).max(axis=1).astype(np.int64)
    level = np.where(both, _HIGHEST - rooms, _UNKNOWN)
    sums.levels[level, number, np.arange(len(level))] += 1


def _add_distance(own: _OnIssue, number: int, place: int, sums: _Sums, *, nominal: bool) -> None:
    if nominal:
        wide = own.worst.astype(np.int64)
        apart = np.abs(wide - wide[place]).mean(axis=1) / WIDEST
    else:
        apart = np.abs(own.place - own.place[place])
    counts = own.compares & own.compares[place] & ~np.isnan(apart)
    is_equal = sums.weights is Weights.EQUAL
    weight = np.ones(len(apart)) if is_equal else (own.salience + own.salience[place]) / 2.0
    sums.apart[number, counts] += (apart * weight)[counts]
    sums.weight[number, counts] += weight[counts]
    sums.issues[number, counts] += 1


def _put(
    groups: Sequence[int], sums: _Sums, distance: FloatColumn, count: IntColumn, counts: IntColumn
) -> None:
    """Put what was found for groups into the matrices, on both sides of the diagonal."""
    values = np.full_like(sums.apart, np.nan)
    np.divide(sums.apart, sums.weight, out=values, where=sums.weight > 0)
    values = np.round(values, 12)  # as the distances of parties are
    for number, place in enumerate(groups):
        distance[place], distance[:, place] = values[number], values[number]
        count[place], count[:, place] = sums.issues[number], sums.issues[number]
        counts[:, place], counts[:, :, place] = sums.levels[:, number], sums.levels[:, number]
        counts[:, place, place] = 0
