"""An index over the days of a case: what takes effect or ends between two days, and what stands then."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.daykeys import DAY_BITS
from workbench.columns import NONE, IntColumn
from workbench.snapshot import NEVER, Snapshot

_TRACKS = 2

Cells = NDArray[np.int64]
"""Party times the number of issues, plus issue."""


@dataclass(frozen=True, slots=True, eq=False)
class TimeIndex:
    """Positions of a snapshot by day and by cell, *n* rows.

    Attributes
    ----------
    begins : int32, shape (n,)
        Days on which positions take effect, ascending, as ``snapshot.by_effective`` has them.
    ends, by_end : int32
        Days on which positions no longer stand, ascending, and their rows; only those that end.
    keys : int64, shape (n,)
        Cell, track and day on which a position takes effect, in one number, ascending.
    by_key : int32, shape (n,)
        The rows in the order of `keys`; of the same key, the one recorded later last.
    """

    snapshot: Snapshot
    begins: IntColumn
    ends: IntColumn
    by_end: IntColumn
    keys: NDArray[np.int64]
    by_key: IntColumn

    def touched(self, one: int, other: int) -> Cells:
        """Return the cells on which something takes effect or ends between two days (ordinals)."""
        low, high = min(one, other), max(one, other)
        begun = slice(*np.searchsorted(self.begins, (low, high), side="right").tolist())
        ended = slice(*np.searchsorted(self.ends, (low, high), side="right").tolist())
        rows = np.concatenate((self.snapshot.by_effective[begun], self.by_end[ended]))
        return np.unique(_cells(self.snapshot, rows))

    def standing(self, cells: Cells, track: int, day: int) -> IntColumn:
        """Return the row that stands on one track in each cell on a day (ordinal), ``NONE`` for none."""
        own = cells * _TRACKS + track
        at = np.searchsorted(self.keys, (own << DAY_BITS) + day, side="right") - 1
        found = at >= 0
        found[found] = self.keys[at[found]] >> DAY_BITS == own[found]
        rows = np.full(len(cells), NONE, np.int32)
        rows[found] = self.by_key[at[found]]
        found[found] = self.snapshot.ends[rows[found]] > day
        return np.where(found, rows, NONE).astype(np.int32)


_known: WeakKeyDictionary[Snapshot, TimeIndex] = WeakKeyDictionary()


def time_index(snapshot: Snapshot) -> TimeIndex:
    """Return the index of a snapshot, built when first asked for."""
    index = _known.get(snapshot)
    if index is None:
        index = _known[snapshot] = _build(snapshot)
    return index


def _build(snapshot: Snapshot) -> TimeIndex:
    order = snapshot.by_effective
    tracked = _cells(snapshot, order) * _TRACKS + snapshot.table.track[order]
    keys = (tracked << DAY_BITS) + snapshot.effective[order]
    # Stable, and `order` has what was recorded later after what was recorded earlier.
    by_key = np.argsort(keys, kind="stable")
    ending = np.flatnonzero(snapshot.ends != NEVER)
    by_end = ending[np.argsort(snapshot.ends[ending], kind="stable")].astype(np.int32)
    return TimeIndex(
        snapshot, snapshot.effective[order], snapshot.ends[by_end], by_end, keys[by_key], order[by_key]
    )


def _cells(snapshot: Snapshot, rows: IntColumn) -> Cells:
    table = snapshot.table
    return table.party[rows].astype(np.int64) * len(snapshot.issues) + table.issue[rows]
