"""How far a distance could lie either way: every unstated stance from red line to accepts.

The bounds are exact where the unstated options of an ordered issue are few, and else enclose what is
exact. An issue that a stance not yet stated could bring in or leave out counts where that makes the
bound wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np

from workbench.analysis.distance import (
    WIDEST,
    Distance,
    Weights,
    counts_in_distance,
    distance_of,
    row_weight,
    weights_for,
)
from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, ByteColumn, FloatColumn
from workbench.domain.vocabulary import PRESUMED_BEST, Scale, Stance

_FEW = 10


@dataclass(frozen=True, slots=True)
class DistanceRange:
    """A distance with its bounds.

    Attributes
    ----------
    distance : Distance
        As it stands, what is unstated counted as opposed.
    least, most : float or None
        The bounds; none where no answer brings a distance about.
    unstated : int
        How many unstated stances there are on issues on which both hold a position.
    """

    distance: Distance
    least: float | None
    most: float | None
    unstated: int


@dataclass(frozen=True, slots=True)
class _IssueRange:
    """Bounds on one issue; `certain` tells whether it counts whatever is answered."""

    least: float
    most: float
    weight: float
    certain: bool


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a position can lie on an ordered issue; exact, or its two ends where there are too many."""

    values: tuple[float, ...]
    is_exact: bool
    certain: bool


def distance_range(
    standing: Standing, first: int, second: int, weights: Weights, issues: Sequence[int] = ()
) -> DistanceRange:
    """Return the distance of two parties (numbers) with its bounds.

    No issues given means all that count, without facts.
    """
    snapshot = standing.snapshot
    own_weights = weights_for(snapshot, weights)
    counted = issues or filter(partial(counts_in_distance, snapshot), range(len(snapshot.issues)))
    found: list[_IssueRange] = []
    unstated = 0
    for issue in counted:
        rows = int(standing.rows[first, issue]), int(standing.rows[second, issue])
        stances = standing.stances(issue)[[first, second]]
        if NONE in rows or (stances == UNSTATED).all(axis=1).any():
            continue
        unstated += int((stances == UNSTATED).sum())
        bounds = _issue_range(standing, issue, stances, row_weight(snapshot, *rows, own_weights))
        if bounds is not None:
            found.append(bounds)
    distance = distance_of(standing, first, second, weights, issues)
    return DistanceRange(distance, _least(found), _most(found), unstated)


def _issue_range(standing: Standing, issue: int, stances: ByteColumn, weight: float) -> _IssueRange | None:
    """Return the bounds on one issue, none where no answer lets it count."""
    snapshot = standing.snapshot
    if snapshot.issues[issue].scale is Scale.NOMINAL:
        return _IssueRange(*_nominal_bounds(stances), weight, certain=True)
    locations = snapshot.locations[issue, : stances.shape[1]]
    one, other = (_places(own, locations) for own in stances)
    if not one.values or not other.values:
        return None
    return _IssueRange(*_gap_bounds(one, other), weight, one.certain and other.certain)


def _nominal_bounds(stances: ByteColumn) -> tuple[float, float]:
    """Return the least and the most of two positions; each option is answered by itself."""
    wide = stances.astype(np.int64)
    low = np.where(stances == UNSTATED, int(Stance.RED_LINE), wide)
    high = np.where(stances == UNSTATED, int(PRESUMED_BEST), wide)
    least = np.maximum(0, np.maximum(low[0] - high[1], low[1] - high[0]))
    most = np.maximum(high[0] - low[1], high[1] - low[0])
    return float(least.mean() / WIDEST), float(most.mean() / WIDEST)


def _places(stances: ByteColumn, locations: FloatColumn) -> _Places:
    """Return where a position lies for every answer; no answer makes a demand."""
    located = ~np.isnan(locations)
    demanded = locations[(stances == Stance.DEMANDS) & located]
    if len(demanded):
        return _Places((float(demanded.mean()),), is_exact=True, certain=True)
    accepted = locations[(stances == Stance.ACCEPTS) & located].tolist()
    tolerated = locations[(stances == Stance.TOLERATES) & located].tolist()
    open_to = sorted(locations[(stances == UNSTATED) & located].tolist())
    values = set(_means(accepted, open_to))
    if not accepted:  # where no answer accepts anything, what is tolerated decides
        values.update(_means(tolerated, open_to))
    return _Places(tuple(sorted(values)), len(open_to) <= _FEW, bool(accepted or tolerated))


def _means(fixed: list[float], open_to: list[float]) -> Iterable[float]:
    """Yield the mean of what is fixed and any of what is open; of much that is open, the two ends."""
    if len(open_to) <= _FEW:
        chosen = [own for size in range(len(open_to) + 1) for own in combinations(open_to, size)]
    else:
        sizes = range(len(open_to) + 1)
        chosen = [tuple(own) for size in sizes for own in (open_to[:size], open_to[len(open_to) - size :])]
    return (float(np.mean([*fixed, *own])) for own in chosen if fixed or own)


def _gap_bounds(one: _Places, other: _Places) -> tuple[float, float]:
    most = max(one.values[-1] - other.values[0], other.values[-1] - one.values[0])
    if one.is_exact and other.is_exact:
        return float(np.abs(np.subtract.outer(one.values, other.values)).min()), most
    apart = max(one.values[0] - other.values[-1], other.values[0] - one.values[-1])
    return max(0.0, apart), most


def _least(found: list[_IssueRange]) -> float | None:
    """Return the least mean: certain issues at their least, others as long as they pull it down."""
    return _bound([(own.least, own.weight, own.certain) for own in found])


def _most(found: list[_IssueRange]) -> float | None:
    mirrored = _bound([(-own.most, own.weight, own.certain) for own in found])
    return None if mirrored is None else -mirrored


def _bound(figures: list[tuple[float, float, bool]]) -> float | None:
    total = sum(own * weight for own, weight, certain in figures if certain)
    weights = sum(weight for _, weight, certain in figures if certain)
    for own, weight in sorted((own, weight) for own, weight, certain in figures if not certain and weight):
        if not weights or own < total / weights:
            total, weights = total + own * weight, weights + weight
    return total / weights if weights else None
