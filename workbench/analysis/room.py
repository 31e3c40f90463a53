"""Room: how far parties can come together on an issue.

For a set S of parties that state a stance::

    room(S)     = max over options o of  min over parties p in S of  s(p, o)   unstated counts as -1
    possible(S) = max over options o of  min over parties p in S of  s(p, o)   unstated counts as +1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from workbench.analysis.judgements import judgement_on
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED, ByteColumn
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.vocabulary import PRESUMED_BEST, PRESUMED_WORST
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RoomCell:
    """The room of some parties on one issue.

    Attributes
    ----------
    issue : int
        Number of the issue.
    parties, silent : tuple of int
        Numbers of the parties asked about, and of those without a position or a stated stance.
    room, possible : int or None
        -2 to 2; none where fewer than two hold a position.
    at : tuple of int
        Numbers, within the issue, of the options that attain the room.
    judgement : Judgement or None
        A person's own level for exactly these parties.
    """

    issue: int
    parties: tuple[int, ...]
    silent: tuple[int, ...]
    room: int | None
    possible: int | None
    at: tuple[int, ...]
    judgement: Judgement | None

    @property
    def level(self) -> Level:
        """The level of the room."""
        return Level.of(self.room)

    @property
    def is_open(self) -> bool:
        """Whether an answer could lift the room."""
        return self.room is not None and self.possible is not None and self.possible > self.room

    @property
    def holders(self) -> tuple[int, ...]:
        """The parties that hold a position."""
        silent = frozenset(self.silent)
        return tuple(party for party in self.parties if party not in silent)


def worst_stances(stances: ByteColumn, presumed: int) -> ByteColumn:
    """Return the worst stance toward each option, shape (options,), of stances (parties, options)."""
    counted: ByteColumn = np.where(stances == UNSTATED, np.int8(presumed), stances)
    return np.asarray(counted.min(axis=0))


def room_of(standing: Standing, issue: int, parties: Iterable[int]) -> RoomCell:
    """Return the room of `parties` (numbers) on an issue (number)."""
    asked = tuple(sorted(set(parties)))
    stances = standing.stances(issue)
    states = (stances != UNSTATED).any(axis=1).tolist()
    holders = [party for party in asked if states[party]]
    silent = tuple(party for party in asked if not states[party])
    judgement = judgement_on(standing.snapshot, standing.day, issue, asked)
    if len(holders) < 2:
        return RoomCell(issue, asked, silent, None, None, (), judgement)
    worst = worst_stances(stances[holders], PRESUMED_WORST)
    room = int(worst.max())
    possible = int(worst_stances(stances[holders], PRESUMED_BEST).max())
    at = tuple(int(option) for option in np.flatnonzero(worst == room))
    return RoomCell(issue, asked, silent, room, possible, at, judgement)


def rooms(
    standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = (), *, pairs: bool = False
) -> Iterator[RoomCell]:
    """Yield the room on each issue over the parties given, or of each pair of them.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    parties, issues : sequence of int
        Numbers; none given means all.
    pairs : bool
        Whether each pair has a cell of its own.
    """
    snapshot = standing.snapshot
    asked = sorted(set(parties)) or range(len(snapshot.parties))
    for issue in sorted(set(issues)) or range(len(snapshot.issues)):
        for members in combinations(asked, 2) if pairs else (tuple(asked),):
            yield room_of(standing, issue, members)


def needed_parties(snapshot: Snapshot, issue: int) -> tuple[int, ...]:
    """Return the numbers of the parties whose agreement an issue takes: all where none is named."""
    needed = snapshot.issues[issue].needed
    if not needed:
        return tuple(range(len(snapshot.parties)))
    return tuple(sorted(snapshot.party_index(code) for code in needed))
