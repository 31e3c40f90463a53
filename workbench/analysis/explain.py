"""Why a room or a distance is what it is, from the same numbers, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from workbench.analysis.distance import (
    Distance,
    Weights,
    counts_in_distance,
    mean_distance,
    row_distance,
    row_weight,
    weights_for,
)
from workbench.analysis.room import RoomCell, room_of, worst_stances
from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, ByteColumn
from workbench.domain.vocabulary import PRESUMED_BEST, PRESUMED_WORST, Stance


@dataclass(frozen=True, slots=True)
class OptionTried:
    """One option of an issue as the room looks at it.

    Attributes
    ----------
    option : int
        Number within the issue.
    worst, best : int
        The worst stance toward it, with what is unstated counted as opposed, and as accepted.
    decided_by, unstated : tuple of int
        Numbers of the parties whose stance is the worst one, and of those that have said nothing.
    """

    option: int
    worst: int
    best: int
    decided_by: tuple[int, ...]
    unstated: tuple[int, ...]

    @property
    def is_presumed(self) -> bool:
        """Whether only presumed stances decide."""
        return set(self.decided_by) <= set(self.unstated)


@dataclass(frozen=True, slots=True)
class Flip:
    """A single stance that would make the room another.

    Attributes
    ----------
    party, option : int
        Numbers, the option within the issue.
    before : int or None
        The stance as it stands, none where unstated.
    after : int
        The stance as it would be.
    room : int
        What the room would become.
    """

    party: int
    option: int
    before: int | None
    after: int
    room: int

    @property
    def step(self) -> int:
        """How far the stance would move; what is unstated moves from where it is presumed."""
        return abs(self.after - (PRESUMED_WORST if self.before is None else self.before))


@dataclass(frozen=True, slots=True)
class RoomExplanation:
    """Why a room is what it is.

    Attributes
    ----------
    cell : RoomCell
        The room.
    tried : tuple of OptionTried
        Every option, in order; empty where the room is unknown.
    flips : tuple of Flip
        Every single stance that would make it another, by party, option and stance, best first.
    rows : tuple of int
        The positions on which it rests.
    """

    cell: RoomCell
    tried: tuple[OptionTried, ...]
    flips: tuple[Flip, ...]
    rows: tuple[int, ...]

    @property
    def unstated(self) -> int:
        """On how many stances that nobody stated it rests."""
        return sum(len(own.unstated) for own in self.tried)

    @property
    def nearest_flips(self) -> tuple[Flip, ...]:
        """Of each party's stance on each option, the shortest move up and the shortest down."""
        shortest: dict[tuple[int, int, bool], Flip] = {}
        room = self.cell.room or 0
        for flip in sorted(self.flips, key=lambda own: own.step):
            shortest.setdefault((flip.party, flip.option, flip.room > room), flip)
        return tuple(own for own in self.flips if own in shortest.values())


@dataclass(frozen=True, slots=True)
class DistancePart:
    """What one issue adds to a distance.

    Attributes
    ----------
    issue : int
        Number of the issue.
    distance, weight : float
        Distance on that issue alone, and its weight.
    share : float
        What it adds to the whole: shares add up to the distance.
    rows : tuple of int
        The two positions.
    unstated : int
        How many stances of the two are unstated.
    """

    issue: int
    distance: float
    weight: float
    share: float
    rows: tuple[int, int]
    unstated: int


@dataclass(frozen=True, slots=True)
class DistanceExplanation:
    """Why a distance is what it is.

    Attributes
    ----------
    parties : tuple of int
        Numbers of the two.
    distance : Distance
        The distance.
    weights : Weights
        How issues were weighed.
    parts : tuple of DistancePart
        Issue by issue, what adds most first.
    left_out : tuple of int
        Issues on which one of the two holds a position and which do not count all the same: the
        other holds none, or one of them asks for nothing that has a place on the scale.
    """

    parties: tuple[int, int]
    distance: Distance
    weights: Weights
    parts: tuple[DistancePart, ...]
    left_out: tuple[int, ...]


def explain_room(standing: Standing, issue: int, parties: Sequence[int]) -> RoomExplanation:
    """Return why the room of some parties on an issue (numbers) is what it is."""
    cell = room_of(standing, issue, parties)
    rows = tuple(int(standing.rows[party, issue]) for party in cell.holders)
    if cell.room is None:
        return RoomExplanation(cell, (), (), rows)
    stances = standing.stances(issue)[list(cell.holders)]
    return RoomExplanation(cell, tuple(_tried(cell, stances)), tuple(_flips(cell, stances)), rows)


def _tried(cell: RoomCell, stances: ByteColumn) -> Iterator[OptionTried]:
    counted = np.where(stances == UNSTATED, np.int8(PRESUMED_WORST), stances)
    worst, best = counted.min(axis=0), worst_stances(stances, PRESUMED_BEST)
    for option in range(stances.shape[1]):
        decided_by = _parties(cell, counted[:, option] == worst[option])
        unstated = _parties(cell, stances[:, option] == UNSTATED)
        yield OptionTried(option, int(worst[option]), int(best[option]), decided_by, unstated)


def _parties(cell: RoomCell, chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[int, ...]:
    return tuple(party for party, own in zip(cell.holders, chosen.tolist(), strict=True) if own)


def _flips(cell: RoomCell, stances: ByteColumn) -> Iterator[Flip]:
    """Yield every single stance that would make the room another, by party and option."""
    counted = np.where(stances == UNSTATED, np.int8(PRESUMED_WORST), stances)
    worst = counted.min(axis=0).tolist()
    for place, party in enumerate(cell.holders):
        others = np.delete(counted, place, axis=0).min(axis=0).tolist()
        for option, said in enumerate(stances[place].tolist()):
            elsewhere = max((own for other, own in enumerate(worst) if other != option), default=-2)
            before = None if said == UNSTATED else said
            for after in Stance:
                room = max(elsewhere, min(others[option], int(after)))
                if after != before and room != cell.room:
                    yield Flip(party, option, before, int(after), room)


def explain_distance(
    standing: Standing, first: int, second: int, weights: Weights, issues: Sequence[int] = ()
) -> DistanceExplanation:
    """Return what each issue adds to the distance of two parties (numbers).

    No issues given means all that count, without facts.
    """
    snapshot = standing.snapshot
    weights = weights_for(snapshot, weights)
    counted = list(issues or filter(partial(counts_in_distance, snapshot), range(len(snapshot.issues))))
    found: list[tuple[int, float, float]] = []
    left_out: list[int] = []
    for issue in counted:
        rows = _pair(standing, first, second, issue)
        own = row_distance(snapshot, issue, *rows)
        if own is not None:
            found.append((issue, own, row_weight(snapshot, *rows, weights)))
        elif rows != (NONE, NONE):
            left_out.append(issue)
    distance = mean_distance([own for _, own, _ in found], [weight for _, _, weight in found])
    total = sum(weight for _, _, weight in found)
    parts = [
        DistancePart(
            issue,
            own,
            weight,
            own * weight / total if total else 0.0,
            _pair(standing, first, second, issue),
            _unstated(standing, (first, second), issue),
        )
        for issue, own, weight in found
    ]
    parts.sort(key=lambda part: -part.share)
    return DistanceExplanation((first, second), distance, weights, tuple(parts), tuple(left_out))


def _pair(standing: Standing, first: int, second: int, issue: int) -> tuple[int, int]:
    return int(standing.rows[first, issue]), int(standing.rows[second, issue])


def _unstated(standing: Standing, pair: tuple[int, int], issue: int) -> int:
    return int((standing.stances(issue)[list(pair)] == UNSTATED).sum())
