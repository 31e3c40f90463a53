"""The room of some parties on an issue on every day of a step, all days at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.standing import rows_of_parties
from workbench.columns import NONE, UNSTATED, ByteColumn, IntColumn
from workbench.domain.vocabulary import PRESUMED_WORST, Basis
from workbench.snapshot import Snapshot

_AT_ONCE = 2_000_000
"""Stances looked at together, so that a long history takes no more memory than a short one."""


def rooms_over_time(
    snapshot: Snapshot, issue: int, parties: Sequence[int], basis: Basis
) -> tuple[list[date], list[int | None]]:
    """Return the days on which a position on an issue takes effect or ends, and the room from each on."""
    order = snapshot.by_effective
    own = order[snapshot.table.issue[order] == issue]
    ordinals = np.concatenate((snapshot.effective[own], snapshot.ends[own])).tolist()
    days = [day for day in sorted(set(ordinals)) if day <= date.max.toordinal()]
    options = int(snapshot.option_count[issue])
    step = max(1, _AT_ONCE // max(1, len(parties) * options))
    rooms: list[int | None] = []
    for start in range(0, len(days), step):
        part = np.array(days[start : start + step], np.int64)
        rows = rows_of_parties(snapshot, own, part, parties, basis)
        rooms += _rooms(snapshot.stances[:, :options], rows)
    return [date.fromordinal(day) for day in days], rooms


def _rooms(stances: ByteColumn, rows: IntColumn) -> list[int | None]:
    """Return the room of positions, rows of shape (days, parties), on each day; none for fewer than two."""
    if not rows.size or not stances.shape[1]:
        return [None] * len(rows)
    held: NDArray[np.int8] = np.where((rows != NONE)[..., None], stances[rows], np.int8(UNSTATED))
    states = (held != UNSTATED).any(axis=2)
    counted = np.where(held == UNSTATED, np.int8(PRESUMED_WORST), held)
    counted[~states] = np.iinfo(np.int8).max  # who states nothing makes nothing worse
    rooms = counted.min(axis=1).max(axis=1).tolist()
    enough = (states.sum(axis=1) >= 2).tolist()
    return [int(room) if own else None for room, own in zip(rooms, enough, strict=True)]
