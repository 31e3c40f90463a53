"""A day that moves: standing, distances and levels brought up to date by what changed.

The cost of a move grows with the issues on which something changed, not with the size of the case,
and the figures are to the last bit those of the day worked out from scratch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.agreement import DistanceMatrix, counted_issues, matrix_of
from workbench.analysis.distance import Weights, weights_for
from workbench.analysis.pairrooms import LevelCounts, count_levels, negotiable_issues, stance_layers
from workbench.analysis.pairsums import PairSums, pair_sums
from workbench.analysis.standing import Standing, standing_on
from workbench.analysis.timeindex import time_index
from workbench.columns import NONE, TRACKS, IntColumn
from workbench.domain.vocabulary import PRESUMED_WORST, Basis, Track
from workbench.snapshot import Snapshot

_DECLARED = TRACKS.index(Track.DECLARED)
_ASSESSED = TRACKS.index(Track.ASSESSED)


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """The cells in which another position stands than before, as numbers side by side."""

    parties: IntColumn
    issues: IntColumn

    def __len__(self) -> int:
        return len(self.parties)


class DayCursor:
    """Standing, distances and levels of all pairs on a day that moves.

    Parameters
    ----------
    snapshot : Snapshot
        The case as an audience sees it.
    day : date
        Where it starts.
    basis : Basis
        Which track stands where both do.
    weights : Weights
        How issues are weighed in distances.
    issues : sequence of int
        Numbers of the issues that count in distances and levels. None given means all that count:
        in distances all but facts, in levels those of substance and procedure.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        day: date,
        basis: Basis,
        weights: Weights = Weights.SALIENCE,
        *,
        issues: Sequence[int] = (),
    ) -> None:
        self.snapshot = snapshot
        self.day = day
        self.basis = basis
        self.weights = weights_for(snapshot, weights)
        self._in_distance = self._mask(counted_issues(snapshot, issues, facts=False))
        self._in_levels = self._mask(negotiable_issues(snapshot, issues))
        standing = standing_on(snapshot, day, basis)
        self._rows, self._declared, self._assessed = (
            own.copy() for own in (standing.rows, standing.declared, standing.assessed)
        )
        self._sums, self._counts = self._from_scratch()

    @property
    def rows(self) -> IntColumn:
        """What stands, shape (parties, issues); changes as the day moves."""
        return self._rows

    @property
    def distances(self) -> DistanceMatrix:
        """The distance of every pair on the day."""
        return matrix_of(self._sums, range(len(self.snapshot.parties)), self.weights)

    @property
    def levels(self) -> LevelCounts:
        """On how many issues every pair has each level on the day."""
        return LevelCounts(tuple(range(len(self.snapshot.parties))), self._counts.copy())

    def standing(self) -> Standing:
        """Return what stands on the day, as it stays."""
        declared, assessed = self._declared.copy(), self._assessed.copy()
        review = np.zeros(declared.shape, np.bool_)
        if self.basis is Basis.ASSESSED:
            both = (declared != NONE) & (assessed != NONE)
            effective = self.snapshot.effective
            review[both] = effective[assessed[both]] < effective[declared[both]]
        return Standing(self.snapshot, self.day, self.basis, self._rows.copy(), declared, assessed, review)

    def move(self, day: date) -> Moved:
        """Move to another day, forward or back, and return where another position stands."""
        index = time_index(self.snapshot)
        cells = index.touched(self.day.toordinal(), day.toordinal())
        self.day = day
        parties, issues = (own.astype(np.int32) for own in np.divmod(cells, max(self._rows.shape[1], 1)))
        for track, rows in ((_DECLARED, self._declared), (_ASSESSED, self._assessed)):
            rows[parties, issues] = index.standing(cells, track, day.toordinal())
        now = self._on_basis(parties, issues)
        changed = now != self._rows[parties, issues]
        moved = Moved(parties[changed], issues[changed])
        if len(moved):
            self._update(moved, now[changed])
        return moved

    def _on_basis(self, parties: IntColumn, issues: IntColumn) -> IntColumn:
        declared, assessed = self._declared[parties, issues], self._assessed[parties, issues]
        return declared if self.basis is Basis.DECLARED else np.where(assessed != NONE, assessed, declared)

    def _update(self, moved: Moved, now: IntColumn) -> None:
        issues = np.unique(moved.issues)
        if 2 * len(issues) > self._rows.shape[1]:
            self._rows[moved.parties, moved.issues] = now
            self._sums, self._counts = self._from_scratch()
            return
        before = self._rows[:, issues]
        self._rows[moved.parties, moved.issues] = now
        after = self._rows[:, issues]
        some = np.unique(moved.parties)
        own = some if 2 * len(some) <= len(self._rows) else None
        self._update_sums(before, after, issues, own)
        self._update_counts(before, after, issues, own)

    def _update_sums(
        self, before: IntColumn, after: IntColumn, issues: IntColumn, own: IntColumn | None
    ) -> None:
        counts = self._in_distance[issues]
        if not counts.any():
            return
        then, now = (
            pair_sums(self.snapshot, rows[:, counts], issues[counts], self.weights, own)
            for rows in (before, after)
        )
        sums = self._sums
        _add(sums.apart, now.apart - then.apart, own)
        _add(sums.weight, now.weight - then.weight, own)
        _add(sums.issues[None], (now.issues - then.issues)[None], own)

    def _update_counts(
        self, before: IntColumn, after: IntColumn, issues: IntColumn, own: IntColumn | None
    ) -> None:
        counts = self._in_levels[issues]
        if not counts.any():
            return
        then, now = (
            count_levels(stance_layers(self.snapshot, rows[:, counts], issues[counts], PRESUMED_WORST), own)
            for rows in (before, after)
        )
        _add(self._counts, now - then, own)

    def _from_scratch(self) -> tuple[PairSums, IntColumn]:
        distance, levels = (
            np.flatnonzero(mask).astype(np.int32) for mask in (self._in_distance, self._in_levels)
        )
        sums = pair_sums(self.snapshot, self._rows[:, distance], distance, self.weights)
        layers = stance_layers(self.snapshot, self._rows[:, levels], levels, PRESUMED_WORST)
        return sums, count_levels(layers)

    def _mask(self, issues: IntColumn) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.snapshot.issues), np.bool_)
        mask[issues] = True
        return mask


def _add(
    whole: NDArray[np.float64] | IntColumn,
    more: NDArray[np.float64] | IntColumn,
    own: IntColumn | None,
) -> None:
    """Add to the rows of some parties, and the same to their columns; shape (parts, parties, parties).

    None for all parties.
    """
    if own is None:
        whole += more
        return
    whole[:, own] += more
    whole[:, :, own] = whole[:, own].swapaxes(1, 2)
