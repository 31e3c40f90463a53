"""The days on which something that two parties hold on an issue takes effect or ends, all at once.

A distance over time steps on these days only; what stands on each of them is looked up for all together.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.daykeys import DAY_BITS, NO_DAY, Numbers, day_keys, step_keys
from workbench.columns import NONE, TRACKS, UNSTATED, IntColumn
from workbench.domain.vocabulary import Basis, Track
from workbench.snapshot import Snapshot

_DECLARED, _ASSESSED = TRACKS.index(Track.DECLARED), TRACKS.index(Track.ASSESSED)

_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class PairSteps:
    """Steps of a pair by day and then issue, *n* of them.

    Attributes
    ----------
    day, issue : int64, shape (n,)
        Ordinal of the day, and number of the issue.
    first, second : int32, shape (n,)
        The position (row) of either party that stands from that day on, ``NONE`` where none does.
    """

    day: Numbers
    issue: Numbers
    first: IntColumn
    second: IntColumn

    def where(self, wanted: _Mask) -> PairSteps:
        """Return some of the steps."""
        return PairSteps(self.day[wanted], self.issue[wanted], self.first[wanted], self.second[wanted])


def pair_steps(
    snapshot: Snapshot, pair: tuple[int, int], basis: Basis, counted: Collection[int]
) -> PairSteps:
    """Return the steps of two parties on some issues (numbers)."""
    order, table = snapshot.by_effective, snapshot.table
    own = order[((table.party == pair[0]) | (table.party == pair[1]))[order]]
    is_counted = np.zeros(len(snapshot.issues), np.bool_)
    is_counted[list(counted)] = True
    own = own[is_counted[table.issue[own]]]
    steps = step_keys(snapshot, own, table.issue[own])
    first, second = (_standing(snapshot, own[table.party[own] == party], steps, basis) for party in pair)
    day, issue = steps & NO_DAY, steps >> DAY_BITS
    by_day = np.argsort(day, kind="stable")
    return PairSteps(day[by_day], issue[by_day], first[by_day], second[by_day])


def _standing(snapshot: Snapshot, rows: IntColumn, steps: Numbers, basis: Basis) -> IntColumn:
    """Return which of the positions of one party, given by day, stands at each step."""
    declared = _on_track(snapshot, rows, steps, _DECLARED)
    if basis is Basis.DECLARED:
        return declared
    assessed = _on_track(snapshot, rows, steps, _ASSESSED)
    return np.where(assessed == NONE, declared, assessed)


def _on_track(snapshot: Snapshot, rows: IntColumn, steps: Numbers, track: int) -> IntColumn:
    own = rows[snapshot.table.track[rows] == track]
    if not len(own):
        return np.full(len(steps), NONE, np.int32)
    keys = day_keys(snapshot.table.issue[own], snapshot.effective[own])
    order = np.argsort(keys, kind="stable")  # of the same day, the one recorded later stays last
    own, keys = own[order], keys[order]
    last = np.searchsorted(keys, steps, side="right") - 1
    found = own[np.maximum(last, 0)]
    stands = (last >= 0) & (snapshot.table.issue[found] == steps >> DAY_BITS)
    return np.where(stands & (snapshot.ends[found] > (steps & NO_DAY)), found, np.int32(NONE))


def both_hold(snapshot: Snapshot, steps: PairSteps) -> _Mask:
    """Tell at which steps both parties hold a position that states anything."""
    states = np.append((snapshot.stances != UNSTATED).any(axis=1), False)  # the last answers to NONE
    return np.asarray(states[steps.first] & states[steps.second])
