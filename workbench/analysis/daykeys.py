"""Days together with what they belong to in one number, so that both are sorted and looked up at once."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workbench.columns import IntColumn
from workbench.snapshot import Snapshot

DAY_BITS = 22  # the last day there is, 9999-12-31, has the ordinal 3,652,059
NO_DAY = (1 << DAY_BITS) - 1
"""Stands for a day that never comes; also what the day of a key is under."""

Numbers: TypeAlias = NDArray[np.int64]


def day_keys(owners: NDArray[np.integer], ordinals: IntColumn) -> Numbers:
    """Return a number for each day (ordinal) and the number of what it belongs to."""
    return np.asarray((owners.astype(np.int64) << DAY_BITS) + np.minimum(ordinals, NO_DAY))


def step_keys(snapshot: Snapshot, rows: NDArray[np.integer], owners: NDArray[np.integer]) -> Numbers:
    """Return the days on which any of some positions takes effect or ends, by owner, ascending."""
    every = np.concatenate(
        (day_keys(owners, snapshot.effective[rows]), day_keys(owners, snapshot.ends[rows]))
    )
    every.sort()
    is_day = every & NO_DAY <= date.max.toordinal()
    is_day[1:] &= every[1:] != every[:-1]  # np.unique would load numpy.ma: too long for a first screen
    return np.asarray(every[is_day])
