"""The rooms of all issues at once, for whoever needs no more of them than their levels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED, ByteColumn
from workbench.domain.vocabulary import PRESUMED_BEST, PRESUMED_WORST

_BEST, _WORST = np.int8(2), np.int8(-3)
"""Beyond every stance: what never decides a minimum, or a maximum."""


@dataclass(frozen=True, slots=True, eq=False)
class RoomGrid:
    """Room and possible room of each issue.

    Attributes
    ----------
    known : bool, shape (issues,)
        Where two or more of those asked about state a stance; the rest counts only there.
    room, possible : int8, shape (issues,)
        From -2 to 2.
    """

    known: NDArray[np.bool_]
    room: ByteColumn
    possible: ByteColumn

    @property
    def is_open(self) -> NDArray[np.bool_]:
        """Where an answer could lift the room, shape (issues,)."""
        return np.asarray(self.known & (self.possible > self.room))


def room_grid(standing: Standing, asked: NDArray[np.bool_]) -> RoomGrid:
    """Return the rooms of all issues.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    asked : bool, shape (parties, issues)
        Which parties are asked about on which issue.
    """
    cube = standing.cube()
    holders = asked & (cube != UNSTATED).any(axis=2)
    there = np.arange(cube.shape[2]) < standing.snapshot.option_count[:, None]
    return RoomGrid(
        np.asarray(holders.sum(axis=0) >= 2),
        _best_worst(cube, holders, there, PRESUMED_WORST),
        _best_worst(cube, holders, there, PRESUMED_BEST),
    )


def _best_worst(
    cube: ByteColumn, holders: NDArray[np.bool_], there: NDArray[np.bool_], presumed: int
) -> ByteColumn:
    """Return the best, over the options that are there, of the worst stances of those who hold one."""
    counted = np.where(cube == UNSTATED, np.int8(presumed), cube)
    counted = np.where(holders[:, :, None], counted, _BEST)
    worst = counted.min(axis=0, initial=_BEST)
    return np.asarray(np.where(there, worst, _WORST).max(axis=1, initial=_WORST))
