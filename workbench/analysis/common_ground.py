"""Common ground: facts and norms, by whether they are shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.analysis.room import RoomCell, room_of
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED
from workbench.domain.saying import marked
from workbench.domain.vocabulary import IssueKind, Stance


class Ground(StrEnum):
    """How a fact or a norm stands between the parties; shared ones first."""

    AGREED_FACT = marked("Ground", "agreed fact")
    CONVERGENT_NORM = marked("Ground", "convergent norm")
    CONTESTED_FACT = marked("Ground", "contested fact")
    DIVERGENT_NORM = marked("Ground", "divergent norm")
    ONE_SIDE = marked("Ground", "held by one side")


@dataclass(frozen=True, slots=True)
class Account:
    """One answer to a fact or a norm, and who takes which stance toward it.

    `stances` holds number of the party and stance, none where it has said nothing of this answer.
    """

    option: int
    stances: tuple[tuple[int, Stance | None], ...]

    @property
    def held_by(self) -> tuple[int, ...]:
        """The parties that hold it."""
        return tuple(party for party, stance in self.stances if stance is Stance.DEMANDS)


@dataclass(frozen=True, slots=True)
class GroundEntry:
    """A fact or a norm between some parties.

    Attributes
    ----------
    issue : int
        Number of the issue.
    ground : Ground
        How it stands between them.
    cell : RoomCell
        The room on which that rests; where it is 0 or above, its options are what they share.
    accounts : tuple of Account
        Every option with the stances of those that hold a position, whether or not anybody holds it.
    """

    issue: int
    ground: Ground
    cell: RoomCell
    accounts: tuple[Account, ...]


def common_ground(
    standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = ()
) -> tuple[GroundEntry, ...]:
    """Return the facts and norms between some parties (numbers), in the order of the case.

    None given means all; issues of substance and procedure have no part in it, named or not.
    """
    snapshot = standing.snapshot
    asked = sorted(set(parties)) or range(len(snapshot.parties))
    every = sorted(set(issues)) or range(len(snapshot.issues))
    return tuple(
        _entry(standing, issue, asked) for issue in every if not snapshot.issues[issue].kind.is_negotiable
    )


def ground_of(kind: IssueKind, room: int | None) -> Ground:
    """Return how a fact or a norm stands, from the room on it."""
    if room is None:
        return Ground.ONE_SIDE
    is_fact = kind is IssueKind.FACT
    if room >= Stance.ACCEPTS:
        return Ground.AGREED_FACT if is_fact else Ground.CONVERGENT_NORM
    return Ground.CONTESTED_FACT if is_fact else Ground.DIVERGENT_NORM


def _entry(standing: Standing, issue: int, parties: Sequence[int]) -> GroundEntry:
    cell = room_of(standing, issue, parties)
    stances = standing.stances(issue)
    accounts = tuple(
        Account(
            option,
            tuple((party, _stance(int(stances[party, option]))) for party in cell.holders),
        )
        for option in range(stances.shape[1])
    )
    return GroundEntry(issue, ground_of(standing.snapshot.issues[issue].kind, cell.room), cell, accounts)


def _stance(value: int) -> Stance | None:
    return None if value == UNSTATED else Stance(value)
