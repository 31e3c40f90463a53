"""Courses over all days, without their causes: the distance of two parties, the room on an issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.analysis.courses import distance_course, room_course
from workbench.analysis.distance import Distance, Weights
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class DistancePoint:
    """The distance of two parties from a day on."""

    day: date
    distance: Distance


@dataclass(frozen=True, slots=True)
class RoomPoint:
    """The room on an issue from a day on; none where fewer than two hold a position."""

    day: date
    room: int | None


def distance_series(
    snapshot: Snapshot, first: int, second: int, basis: Basis, weights: Weights = Weights.SALIENCE
) -> list[DistancePoint]:
    """Return the distance of two parties (numbers) at each day on which it changes."""
    course = distance_course(snapshot, first, second, basis, weights)
    return [DistancePoint(point.day, Distance(point.value, point.issues)) for point in course.points]


def room_series(snapshot: Snapshot, issue: int, parties: Sequence[int], basis: Basis) -> list[RoomPoint]:
    """Return the room of some parties (numbers) on an issue at each day on which it changes."""
    course = room_course(snapshot, issue, parties, basis)
    return [
        RoomPoint(point.day, None if point.value is None else int(point.value)) for point in course.points
    ]
