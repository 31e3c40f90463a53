"""Groups that count as one party.

Over the members on the day that hold a position the group's stance on an option is the lowest, what
is unstated counting as presumed; its salience is the mean. Where presumption alone decides, the
stance is presumed. Without a demand common to all of them its distance is undefined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.distance import (
    SALIENCE_NOT_GIVEN,
    WIDEST,
    Distance,
    Weights,
    counts_in_distance,
    mean_distance,
    weights_for,
)
from workbench.analysis.figures import mean_places
from workbench.analysis.judgements import is_standing
from workbench.analysis.room import RoomCell, room_of
from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, ByteColumn
from workbench.domain.errors import UnknownCodeError
from workbench.domain.level import Level
from workbench.domain.vocabulary import PRESUMED_BEST, PRESUMED_WORST, Scale, Stance
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Seat:
    """A party, or a group that counts as one; `members` are numbers of parties."""

    code: str
    label: str
    members: tuple[int, ...]
    is_group: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SeatStances:
    """What a party or a group wants on an issue.

    Attributes
    ----------
    seat : Seat
        Whose stances they are.
    holders : tuple of int
        Numbers of the members that hold a position; empty where the seat is silent.
    worst, best : int8, shape (options,)
        The stance toward each option, unstated counting as opposed, and as accepted.
    presumed : bool, shape (options,)
        Where presumption alone decides.
    salience : float or None
        The mean of the saliences that are given.
    within : RoomCell or None
        The room among the members, which shows inner disagreement; none for a party.
    """

    seat: Seat
    holders: tuple[int, ...]
    worst: ByteColumn
    best: ByteColumn
    presumed: NDArray[np.bool_]
    salience: float | None
    within: RoomCell | None

    @property
    def has_common_demand(self) -> bool:
        """Whether there is an option that all members that hold a position demand."""
        return bool(self.holders) and bool((self.worst == Stance.DEMANDS).any())


@dataclass(frozen=True, slots=True)
class SeatRoom:
    """The room of some seats on an issue.

    `silent` holds the codes of the seats without a position; `presumed` tells whether presumption
    alone decides the room.
    """

    room: int | None
    possible: int | None
    at: tuple[int, ...]
    silent: tuple[str, ...]
    presumed: bool

    @property
    def level(self) -> Level:
        """The level of the room."""
        return Level.of(self.room)


def seats_on(snapshot: Snapshot, day: date, folded: Collection[str] = ()) -> tuple[Seat, ...]:
    """Return the parties in the order of the case, each group in `folded` in place of its members.

    A group stands where the first of its members on the day stood; a party that belongs to two
    folded groups is in both.

    Raises
    ------
    UnknownCodeError
        If no group in reach has one of the codes.
    """
    groups = {code: group_seat(snapshot, day, code) for code in folded}
    inside = {party for seat in groups.values() for party in seat.members}
    alone = [
        Seat(party.code, party.label, (number,))
        for number, party in enumerate(snapshot.parties)
        if number not in inside
    ]
    together = [seat for seat in groups.values() if seat.members]
    return tuple(sorted((*alone, *together), key=lambda seat: seat.members[0]))


def group_seat(snapshot: Snapshot, day: date, code: str) -> Seat:
    """Return a group with its members on a day.

    Raises
    ------
    UnknownCodeError
        If no group in reach has that code.
    """
    group = next((own for own in snapshot.case.groups if own.code == code), None)
    if group is None:
        raise UnknownCodeError("group", code, tuple(own.code for own in snapshot.case.groups))
    members = {
        snapshot.party_index(own.party) for own in group.members if is_standing(own.since, own.until, day)
    }
    return Seat(code, group.name or code, tuple(sorted(members)), is_group=True)


def seat_stances(standing: Standing, seat: Seat, issue: int) -> SeatStances:
    """Return what a party or a group wants on an issue (number)."""
    every = standing.stances(issue)
    states = (every != UNSTATED).any(axis=1)
    holders = tuple(party for party in seat.members if states[party])
    own = every[list(holders)]
    if not holders:
        own = np.full((1, every.shape[1]), UNSTATED, np.int8)
    worst = np.where(own == UNSTATED, np.int8(PRESUMED_WORST), own).min(axis=0)
    best = np.where(own == UNSTATED, np.int8(PRESUMED_BEST), own).min(axis=0)
    stated_worst = np.where(own == UNSTATED, np.int8(Stance.DEMANDS), own).min(axis=0)
    presumed = (own == UNSTATED).any(axis=0) & (stated_worst > worst)
    within = room_of(standing, issue, seat.members) if seat.is_group else None
    return SeatStances(seat, holders, worst, best, presumed, _salience(standing, holders, issue), within)


def seat_room(standing: Standing, issue: int, seats: Sequence[Seat]) -> SeatRoom:
    """Return the room of some seats on an issue (number)."""
    every = [seat_stances(standing, seat, issue) for seat in seats]
    held = [own for own in every if own.holders]
    silent = tuple(own.seat.code for own in every if not own.holders)
    if len(held) < 2:
        return SeatRoom(None, None, (), silent, presumed=False)
    worst = np.stack([own.worst for own in held])
    lowest = worst.min(axis=0)
    room = int(lowest.max())
    at = tuple(np.flatnonzero(lowest == room).tolist())
    possible = int(np.stack([own.best for own in held]).min(axis=0).max())
    presumed = np.stack([own.presumed for own in held])
    decided = [bool(presumed[worst[:, option] == room, option].all()) for option in at]
    return SeatRoom(room, possible, at, silent, all(decided))


def seat_distance(
    standing: Standing, one: Seat, other: Seat, weights: Weights, issues: Sequence[int] = ()
) -> Distance:
    """Return the distance of two seats; no issues (numbers) given means all, without facts."""
    found = list(seat_gaps(standing, one, other, weights, issues))
    return mean_distance([gap.distance for gap in found], [gap.weight for gap in found])


@dataclass(frozen=True, slots=True)
class SeatGap:
    """How far two seats are apart on an issue (number), and how much that weighs."""

    issue: int
    distance: float
    weight: float


def seat_gaps(
    standing: Standing, one: Seat, other: Seat, weights: Weights, issues: Sequence[int] = ()
) -> Iterator[SeatGap]:
    """Yield the issues on which two seats have a distance; none given (numbers) means all, without facts."""
    snapshot = standing.snapshot
    equal = weights_for(snapshot, weights) is Weights.EQUAL
    for issue in issues or filter(partial(counts_in_distance, snapshot), range(len(snapshot.issues))):
        both = [seat_stances(standing, seat, issue) for seat in (one, other)]
        distance = _distance(snapshot, issue, *both)
        if distance is not None:
            given = [SALIENCE_NOT_GIVEN if own.salience is None else own.salience for own in both]
            yield SeatGap(issue, distance, 1.0 if equal else sum(given) / 2)


def _distance(snapshot: Snapshot, issue: int, one: SeatStances, other: SeatStances) -> float | None:
    """Return the distance on one issue, none where undefined."""
    for own in (one, other):
        if not own.holders or (own.seat.is_group and not own.has_common_demand):
            return None
    if snapshot.issues[issue].scale is Scale.NOMINAL:
        return float(np.abs(one.worst.astype(np.int64) - other.worst).mean() / WIDEST)
    locations = np.stack([snapshot.locations[issue, : len(one.worst)]] * 2)
    places = mean_places(np.stack((one.worst, other.worst)), locations)
    return None if np.isnan(places).any() else float(abs(places[0] - places[1]))


def _salience(standing: Standing, parties: Sequence[int], issue: int) -> float | None:
    rows = [row for row in standing.rows[list(parties), issue].tolist() if row != NONE]
    given = [own for own in standing.snapshot.table.salience[rows].tolist() if not np.isnan(own)]
    return sum(given) / len(given) if given else None
