"""Standing positions: what stands on a day, for an audience and a basis.

On each track the position that took effect last on or before the day stands; of the same day, the
one recorded later. When its until has come nothing stands on that track: an earlier position does
not come back. Basis *declared* takes that track only; basis *assessed* takes the assessed position
where one stands, else the declared one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from workbench.columns import NONE, TRACKS, UNSTATED, ByteColumn, IntColumn
from workbench.domain.vocabulary import Basis, Track
from workbench.snapshot import Snapshot

_DECLARED = TRACKS.index(Track.DECLARED)
_ASSESSED = TRACKS.index(Track.ASSESSED)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What stands on a day.

    Attributes
    ----------
    snapshot : Snapshot
        From which it was worked out.
    day : date
        The day.
    basis : Basis
        Which track stands where both do.
    rows : int32, shape (parties, issues)
        Row of the position that stands on the basis, ``NONE`` where none does.
    declared, assessed : int32, shape (parties, issues)
        Row of the position that stands on each track.
    review : bool, shape (parties, issues)
        Where the assessed position stands and is older than the declared one.
    """

    snapshot: Snapshot
    day: date
    basis: Basis
    rows: IntColumn
    declared: IntColumn
    assessed: IntColumn
    review: NDArray[np.bool_]

    def stances(self, issue: int) -> ByteColumn:
        """Return the stances that stand on an issue, shape (parties, options of the issue).

        ``UNSTATED`` where a party says nothing of an option or holds no position.
        """
        options = int(self.snapshot.option_count[issue])
        return self._stances(self.rows[:, issue])[:, :options]

    def stances_of(self, party: int, issue: int) -> ByteColumn:
        """Return the stances of one party that stand on an issue, shape (options of the issue,)."""
        options = int(self.snapshot.option_count[issue])
        return self._stances(self.rows[party, issue])[:options]

    def cube(self) -> ByteColumn:
        """Return all stances that stand, shape (parties, issues, w) with *w* as in the snapshot."""
        return self._stances(self.rows)

    def _stances(self, rows: IntColumn | np.int32) -> ByteColumn:
        every = self.snapshot.stances
        if not len(every):
            return np.full((*rows.shape, every.shape[1]), UNSTATED, np.int8)
        return np.where(np.asarray(rows != NONE)[..., None], every[rows], np.int8(UNSTATED))

    def states(self, issue: int) -> NDArray[np.bool_]:
        """Tell which parties state a stance on an issue, shape (parties,)."""
        return np.asarray((self.stances(issue) != UNSTATED).any(axis=1))


def standing_on(snapshot: Snapshot, day: date, basis: Basis) -> Standing:
    """Return what stands on `day`.

    Parameters
    ----------
    snapshot : Snapshot
        The case as an audience sees it.
    day : date
        Positions count that have taken effect on or before it.
    basis : Basis
        *declared* for that track only, *assessed* for the assessed position where one stands.
    """
    declared = _track(snapshot, day, _DECLARED)
    assessed = _track(snapshot, day, _ASSESSED)
    both = (declared != NONE) & (assessed != NONE)
    if basis is Basis.DECLARED:
        return Standing(snapshot, day, basis, declared, declared, assessed, np.zeros_like(both))
    rows = np.where(assessed != NONE, assessed, declared)
    review = both.copy()
    review[both] = snapshot.effective[assessed[both]] < snapshot.effective[declared[both]]
    return Standing(snapshot, day, basis, rows, declared, assessed, review)


def change_days(snapshot: Snapshot) -> list[date]:
    """Return the days on which any position takes effect or ends, ascending."""
    # Marks rather than np.unique, which loads numpy.ma: a third of the time to the first matrix.
    is_day = np.zeros(date.max.toordinal() + 2, np.bool_)
    for days in (snapshot.effective, snapshot.ends):
        is_day[np.minimum(days, len(is_day) - 1)] = True  # what never comes is marked past the last day
    return [date.fromordinal(day) for day in np.flatnonzero(is_day[:-1]).tolist()]


def _track(snapshot: Snapshot, day: date, track: int) -> IntColumn:
    """Return the row that stands on one track, shape (parties, issues)."""
    own, ordinal = snapshot.by_track[track], day.toordinal()
    begun = np.searchsorted(own.days, ordinal, side="right")
    last = np.full(len(snapshot.parties) * len(snapshot.issues), NONE, np.int32)
    # Of an index that comes twice NumPy keeps the last value: the position that took effect last.
    last[own.cells[:begun]] = own.rows[:begun]
    held = np.flatnonzero(last != NONE)
    last[held[snapshot.ends[last[held]] <= ordinal]] = NONE
    return last.reshape(len(snapshot.parties), len(snapshot.issues))
