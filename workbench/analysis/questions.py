"""Questions: whom to ask about which option, where an answer could lift the room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from workbench.analysis.room import RoomCell, worst_stances
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED
from workbench.domain.vocabulary import PRESUMED_BEST


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask whom.

    Attributes
    ----------
    issue, option : int
        Number of the issue, and of the option within it.
    ask : tuple of int
        Numbers of the parties that have said nothing of the option.
    room, possible : int
        The room as it stands, and what it would be if all of them accepted.
    salience : float or None
        The highest salience among those asked.
    """

    issue: int
    option: int
    ask: tuple[int, ...]
    room: int
    possible: int
    salience: float | None

    @property
    def gain(self) -> int:
        """By how much an answer could lift the room."""
        return self.possible - self.room


def questions_of(standing: Standing, cell: RoomCell) -> list[Question]:
    """Return the questions that a room leaves open.

    Most to gain first, then higher salience, then fewest to ask, then the order of the options.
    """
    if cell.room is None:
        return []
    stances = standing.stances(cell.issue)[list(cell.holders)]
    best = worst_stances(stances, PRESUMED_BEST)
    found = []
    for option in np.flatnonzero(best > cell.room).tolist():
        ask = tuple(
            party
            for party, own in zip(cell.holders, stances[:, option].tolist(), strict=True)
            if own == UNSTATED
        )
        salience = _highest_salience(standing, cell.issue, ask)
        found.append(Question(cell.issue, option, ask, cell.room, int(best[option]), salience))
    return sorted(found, key=_urgency)


def questions(standing: Standing, cells: Iterable[RoomCell]) -> list[Question]:
    """Return the questions of several rooms, most to gain first."""
    return sorted((own for cell in cells for own in questions_of(standing, cell)), key=_urgency)


def _urgency(question: Question) -> tuple[int, float, int]:
    salience = -1.0 if question.salience is None else question.salience
    return (-question.gain, -salience, len(question.ask))


def _highest_salience(standing: Standing, issue: int, parties: Iterable[int]) -> float | None:
    rows = [standing.rows[party, issue] for party in parties]
    given = [own for own in standing.snapshot.table.salience[rows].tolist() if not np.isnan(own)]
    return max(given, default=None)
