"""Distance of two parties, 0 (the same) to 1 (as far apart as can be).

On a nominal issue the mean over its options of |s(a,o) - s(b,o)| / 4, unstated as -1. On an ordered
issue |x(a) - x(b)|, where x is the mean location of the options that a party demands, or if none of
those it accepts, or if none of those it tolerates; undefined otherwise. Over several issues the mean
weighted by the average of the two saliences, or unweighted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, FloatColumn
from workbench.domain.vocabulary import PRESUMED_WORST, IssueKind, Scale, Stance
from workbench.snapshot import Snapshot

SALIENCE_NOT_GIVEN = 50.0
"""What a salience counts as where none is given."""

WIDEST = 4.0
"""How far apart two stances toward one option can lie."""
CHOICE_ORDER = (Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES)
"""Which stances give a place on an ordered issue, the first that any option has."""


class Weights(StrEnum):
    """How issues are weighed against one another."""

    SALIENCE = "salience"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Distance:
    """The distance of two parties and on how many issues it rests; none where on none."""

    value: float | None
    issues: int

    @property
    def agreement(self) -> float | None:
        """1 less the distance."""
        return None if self.value is None else 1.0 - self.value


def weights_for(snapshot: Snapshot, weights: Weights) -> Weights:
    """Return the weights that the audience may see: equal where saliences are not in reach."""
    return weights if snapshot.audience.sees_team_reading else Weights.EQUAL


def counts_in_distance(snapshot: Snapshot, issue: int) -> bool:
    """Tell whether an issue counts: facts do not, unless asked for."""
    return snapshot.issues[issue].kind is not IssueKind.FACT


def row_distance(snapshot: Snapshot, issue: int, first: int, second: int) -> float | None:
    """Return the distance of two positions (rows) on an issue (number), none where undefined.

    A position that states no stance is no position here.
    """
    if NONE in (first, second):
        return None
    options = int(snapshot.option_count[issue])
    stances = snapshot.stances[[first, second], :options].astype(np.int64)
    if (stances == UNSTATED).all(axis=1).any():
        return None
    if snapshot.issues[issue].scale is Scale.NOMINAL:
        stances[stances == UNSTATED] = PRESUMED_WORST
        return float(np.abs(stances[0] - stances[1]).mean() / WIDEST)
    places = [_place(row, snapshot.locations[issue, :options]) for row in stances]
    if places[0] is None or places[1] is None:
        return None
    return abs(places[0] - places[1])


def row_weight(snapshot: Snapshot, first: int, second: int, weights: Weights) -> float:
    """Return the weight of an issue on which two positions (rows) are compared."""
    if weights is Weights.EQUAL:
        return 1.0
    given = snapshot.table.salience[[first, second]]
    return float(np.where(np.isnan(given), SALIENCE_NOT_GIVEN, given).mean())


def mean_distance(distances: list[float], weights: list[float]) -> Distance:
    """Return the weighted mean of distances on several issues."""
    total = sum(weights)
    if not total:
        return Distance(None, len(distances))
    value = sum(own * weight for own, weight in zip(distances, weights, strict=True)) / total
    return Distance(value, len(distances))


def distance_of(
    standing: Standing, first: int, second: int, weights: Weights, issues: Sequence[int] = ()
) -> Distance:
    """Return the distance of two parties (numbers) over the issues (numbers), facts too where named.

    No issues given means all that count.
    """
    snapshot = standing.snapshot
    weights = weights_for(snapshot, weights)
    distances, weighed = [], []
    for issue in issues or filter(partial(counts_in_distance, snapshot), range(len(snapshot.issues))):
        rows = int(standing.rows[first, issue]), int(standing.rows[second, issue])
        own = row_distance(snapshot, issue, *rows)
        if own is not None:
            distances.append(own)
            weighed.append(row_weight(snapshot, *rows, weights))
    return mean_distance(distances, weighed)


def _place(stances: NDArray[np.int64], locations: FloatColumn) -> float | None:
    """Return the mean location of what a party wants most, none where it wants nothing located."""
    for stance in CHOICE_ORDER:
        chosen = locations[(stances == stance) & ~np.isnan(locations)]
        if len(chosen):
            return float(chosen.mean())
    return None
