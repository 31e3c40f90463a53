"""Sums over issues for all pairs of parties, as matrix products.

A gap between two values is the sum of the steps that lie between them. Cut every issue at each step:
a party lies *below* it, *above* it, or holds nothing. Two parties are apart by the steps that one of
them lies below and the other above, and counting those is one matrix product of ones and zeros.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.distance import Weights
from workbench.analysis.figures import NOWHERE, Figures, PlaceNumbers, figures_of
from workbench.columns import NONE, UNSTATED, FloatColumn, IntColumn
from workbench.domain.vocabulary import PRESUMED_WORST, Stance
from workbench.snapshot import Snapshot

Mask: TypeAlias = NDArray[np.bool_]
Matrix: TypeAlias = NDArray[np.float32] | NDArray[np.float64]

_FEW_PLACES = 8
_NOTHING = -3


@dataclass(frozen=True, slots=True, eq=False)
class PairSums:
    """Sums for pairs, of *a* parties with all *p*.

    Attributes
    ----------
    apart : float64, shape (4, a, p)
        Weighted distances, in parts whose sums are exact.
    weight : float64, shape (2, a, p)
        Weights, in parts.
    issues : int32, shape (a, p)
        On how many issues it rests.
    """

    apart: FloatColumn
    weight: FloatColumn
    issues: IntColumn


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """Steps of some issues: who lies below and above each, and how wide each is, in two parts."""

    below: Mask
    above: Mask
    issue: IntColumn
    size: FloatColumn


def pair_sums(
    snapshot: Snapshot, rows: IntColumn, issues: IntColumn, weights: Weights, own: IntColumn | None = None
) -> PairSums:
    """Return the sums over `issues` of what stands in `rows`.

    Parameters
    ----------
    rows : int32, shape (parties, issues given)
        Positions (rows of the snapshot), ``NONE`` where none stands.
    issues : int32
        Numbers of the issues, one for each column of `rows`.
    own : int32 or None
        Sums of these parties (numbers) with all; none: of all with all.
    """
    figures = figures_of(snapshot)
    held = (rows != NONE).any(axis=0)
    if not held.all():
        rows, issues = rows[:, held], issues[held]
    holds, cuts = _cuts(snapshot, figures, rows, issues)
    if weights is Weights.EQUAL or not figures.has_salience:
        return _equal_sums(holds, cuts, own)
    return _salience_sums(holds, cuts, figures.salience[:, rows], own)


def _equal_sums(holds: Mask, cuts: list[_Cut], own: IntColumn | None) -> PairSums:
    shared = _shared(holds, own)
    apart = np.zeros((4, *shared.shape))
    for cut in cuts:
        if cut.size.ndim == 1:  # a count of steps, exact in single precision
            apart[:2] += cut.size[:, None, None] * _crossed(_single(cut.below), _single(cut.above), own)
            continue
        above = _double(cut.above)
        for part, size in enumerate(cut.size):
            if size.any():
                apart[part] += _crossed(cut.below * size, above, own)
    weight = np.stack((shared, np.zeros_like(shared))).astype(np.float64)
    return PairSums(apart, weight, shared.astype(np.int32))


def _salience_sums(holds: Mask, cuts: list[_Cut], salience: FloatColumn, own: IntColumn | None) -> PairSums:
    shared = _shared(holds, own)
    apart = np.zeros((4, *shared.shape))
    weight = np.zeros((2, *shared.shape))
    for part, given in enumerate(salience):
        if not given.any():
            continue
        weight[part] = _crossed(holds * given, _double(holds), own) / 2
        for cut in cuts:
            apart[2 * part : 2 * part + 2] += _weighed(cut, given, own)
    return PairSums(apart, weight, shared.astype(np.int32))


def _weighed(cut: _Cut, salience: FloatColumn, own: IntColumn | None) -> FloatColumn:
    """Return the steps between pairs, each with the mean of the two saliences, shape (2, a, p)."""
    given = salience[:, cut.issue]
    below, above = _double(cut.below), _double(cut.above)
    if cut.size.ndim == 1:
        both = _crossed(below * given, above, own) + _crossed(above * given, below, own)
        return cut.size[:, None, None] * (both / 2)
    parts = []
    for size in cut.size:
        wide = size * given
        both = _crossed(below * wide, above, own) + _crossed(above * wide, below, own)
        parts.append(both / 2)
    return np.stack(parts)


def _single(mask: Mask) -> NDArray[np.float32]:
    return mask.astype(np.float32)


def _double(mask: Mask) -> FloatColumn:
    return mask.astype(np.float64)


def _crossed(one: Matrix, other: Matrix, own: IntColumn | None) -> Matrix:
    """Return ``one · otherᵀ`` and its mirror image added, for the rows `own` or for all."""
    if own is None:
        product: Matrix = one @ other.T
        return np.asarray(product + product.T)
    return np.asarray(one[own] @ other.T + other[own] @ one.T)


def _shared(holds: Mask, own: IntColumn | None) -> NDArray[np.float32]:
    held = _single(holds)
    return np.asarray((held if own is None else held[own]) @ held.T)


def _cuts(
    snapshot: Snapshot, figures: Figures, rows: IntColumn, issues: IntColumn
) -> tuple[Mask, list[_Cut]]:
    """Return who holds something that counts on each issue, and the issues cut at their steps."""
    holds = np.zeros(rows.shape, np.bool_)
    if not len(snapshot.table):
        return holds, []
    cuts: list[_Cut] = []
    is_ordered = figures.ordered[issues]
    ordered = np.flatnonzero(is_ordered).astype(np.int32)
    if len(ordered):
        place = figures.place[rows if is_ordered.all() else rows[:, ordered]]
        holds[:, ordered] = place != NOWHERE
        few = figures.places.shape[1] <= _FEW_PLACES
        cuts += _few_places(figures, place, ordered) if few else _many_places(figures, place, ordered)
    counts = np.where(is_ordered, 0, snapshot.option_count[issues])
    for count in np.unique(counts[counts > 0]).tolist():
        alike = np.flatnonzero(counts == count).astype(np.int32)
        holds[:, alike] = figures.states[rows[:, alike]]
        stances = snapshot.stances[rows[:, alike], :count]
        cuts += _stance_steps(stances, holds[:, alike], alike, figures.option_weight[:, issues[alike[0]]])
    return holds, cuts


def _few_places(figures: Figures, place: PlaceNumbers, issue: IntColumn) -> Iterator[_Cut]:
    """Cut every issue at every step between places of the case."""
    for lower, size in enumerate(np.diff(figures.places, axis=1).T):
        above = place > lower
        yield _Cut((place != NOWHERE) & ~above, above, issue, size)


def _many_places(figures: Figures, place: PlaceNumbers, issue: IntColumn) -> Iterator[_Cut]:
    """Cut each issue at the steps between the places taken on it."""
    ascending = np.sort(place, axis=0)
    lower, upper = ascending[:-1], ascending[1:]
    step, column = np.nonzero((lower != NOWHERE) & (lower < upper))
    at = lower[step, column]
    above = place[:, column] > at
    below = (place[:, column] != NOWHERE) & ~above
    size = figures.places[:, upper[step, column]] - figures.places[:, at]
    yield _Cut(below, above, issue[column], size)


def _stance_steps(
    stances: NDArray[np.int8], holds: Mask, issue: IntColumn, step: FloatColumn
) -> Iterator[_Cut]:
    """Cut every option at every step between stances taken; shape of `stances` (p, issues, options)."""
    counted = np.where(stances == UNSTATED, np.int8(PRESUMED_WORST), stances)
    counted[~holds] = _NOTHING
    taken = [int(stance) for stance in reversed(Stance) if (counted == int(stance)).any()]
    columns = np.repeat(issue, stances.shape[2])
    flat = counted.reshape(len(counted), -1)
    for lower, upper in pairwise(taken):
        above = flat > lower
        yield _Cut((flat != _NOTHING) & ~above, above, columns, step * (upper - lower))
