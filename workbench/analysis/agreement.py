"""Distance and agreement of all pairs of parties at once, on a day or as stated in a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from workbench.analysis.distance import Distance, Weights, weights_for
from workbench.analysis.figures import figures_of
from workbench.analysis.pairsums import PairSums, pair_sums
from workbench.analysis.standing import Standing
from workbench.columns import NONE, TRACKS, FloatColumn, IntColumn
from workbench.domain.vocabulary import Track
from workbench.snapshot import Snapshot

_DECLARED = TRACKS.index(Track.DECLARED)


@dataclass(frozen=True, slots=True, eq=False)
class DistanceMatrix:
    """The distance of every pair of some parties.

    Attributes
    ----------
    parties : tuple of int
        Numbers of the parties, in the order of rows and columns.
    distance : float64, shape (p, p)
        0 to 1, NaN where there is none.
    issues : int32, shape (p, p)
        On how many issues it rests.
    weights : Weights
        How issues were weighed.
    """

    parties: tuple[int, ...]
    distance: FloatColumn
    issues: IntColumn
    weights: Weights

    @property
    def agreement(self) -> FloatColumn:
        """1 less the distance, shape (p, p)."""
        return np.asarray(1.0 - self.distance)

    def pair(self, first: int, second: int) -> Distance:
        """Return the distance of two parties (numbers) that are among those of the matrix."""
        place = self.parties.index(first), self.parties.index(second)
        value = float(self.distance[place])
        return Distance(None if np.isnan(value) else value, int(self.issues[place]))


def distances_on(
    standing: Standing,
    weights: Weights,
    parties: Sequence[int] = (),
    issues: Sequence[int] = (),
    *,
    facts: bool = False,
) -> DistanceMatrix:
    """Return the distance of all pairs on the day of `standing`.

    Parameters
    ----------
    parties, issues : sequence of int
        Numbers; none given means all. Facts count where they are named, or with `facts`.
    """
    return _matrix(standing.snapshot, standing.rows, weights, parties=parties, issues=issues, facts=facts)


def distances_stated(
    snapshot: Snapshot,
    first: date,
    last: date,
    weights: Weights,
    *,
    parties: Sequence[int] = (),
    issues: Sequence[int] = (),
    facts: bool = False,
) -> DistanceMatrix:
    """Return the distance of all pairs over what they stated from `first` to `last`, both included."""
    rows = rows_stated(snapshot, first, last)
    return _matrix(snapshot, rows, weights, parties=parties, issues=issues, facts=facts)


def rows_stated(snapshot: Snapshot, first: date, last: date) -> IntColumn:
    """Return the last declared position that took effect in a period, shape (parties, issues).

    Both days are included; whether the position still stands on the last of them is no matter.
    """
    order, table = snapshot.by_effective, snapshot.table
    days = snapshot.effective[order]
    begin = np.searchsorted(days, first.toordinal(), side="left")
    end = np.searchsorted(days, last.toordinal(), side="right")
    rows = order[begin:end]
    rows = rows[table.track[rows] == _DECLARED]
    stated = np.full((len(snapshot.parties), len(snapshot.issues)), NONE, np.int32)
    # Of an index that comes twice NumPy keeps the last value: the position that took effect last.
    stated[table.party[rows], table.issue[rows]] = rows
    return stated


def counted_issues(snapshot: Snapshot, issues: Sequence[int], *, facts: bool) -> IntColumn:
    """Return the issues (numbers) that count: those named, else all, without facts unless asked for."""
    if len(issues):
        return np.array(sorted(set(issues)), np.int32)
    every = np.arange(len(snapshot.issues), dtype=np.int32)
    return every if facts else every[~figures_of(snapshot).fact]


def matrix_of(sums: PairSums, parties: Sequence[int], weights: Weights) -> DistanceMatrix:
    """Return the distances that sums over all pairs of `parties` give."""
    weight = sums.weight.sum(axis=0)
    apart = sums.apart.sum(axis=0)
    distance = np.full(weight.shape, np.nan)
    np.divide(apart, weight, out=distance, where=weight > 0)
    # Beyond twelve decimals lies the rounding of the parts, by which a mean can even exceed one.
    shown = np.minimum(np.round(distance, 12), 1.0)
    return DistanceMatrix(tuple(parties), shown, sums.issues.copy(), weights)


def _matrix(
    snapshot: Snapshot,
    rows: IntColumn,
    weights: Weights,
    *,
    parties: Sequence[int],
    issues: Sequence[int],
    facts: bool,
) -> DistanceMatrix:
    weights = weights_for(snapshot, weights)
    asked = sorted(set(parties)) or list(range(len(snapshot.parties)))
    counted = counted_issues(snapshot, issues, facts=facts)
    if len(asked) < len(rows):
        rows = rows[asked]
    if len(counted) < rows.shape[1]:
        rows = rows[:, counted]
    return matrix_of(pair_sums(snapshot, rows, counted, weights), asked, weights)
