"""Change points: the days on which most moved, with the events around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from workbench.analysis.agreement import DistanceMatrix
from workbench.analysis.changes import CellChange, changes_between
from workbench.analysis.courses import ALWAYS, Span
from workbench.analysis.cursor import DayCursor
from workbench.analysis.distance import Distance, Weights
from workbench.analysis.standing import change_days, standing_on
from workbench.domain.event import Event
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot

AROUND = timedelta(days=30)
"""How far from a day an event may lie to be listed with it."""


@dataclass(frozen=True, slots=True)
class PairStep:
    """How the distance of two parties (numbers) differs from the day before."""

    first: int
    second: int
    before: Distance
    after: Distance

    @property
    def size(self) -> float:
        """By how much; 0 where there was or is none."""
        if self.before.value is None or self.after.value is None:
            return 0.0
        return abs(self.after.value - self.before.value)


@dataclass(frozen=True, slots=True)
class NearbyEvent:
    """An event, and how many days after the day it begins (before: below 0; on it or across it: 0)."""

    event: Event
    days: int


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day on which something moved.

    Attributes
    ----------
    day : date
        The day.
    movement : float
        Sum of the changes of the distances of all pairs.
    cells : int
        In how many cells another position stands than the day before.
    """

    day: date
    movement: float
    cells: int


@dataclass(frozen=True, slots=True)
class TurningPointDetail:
    """What moved on a day.

    Attributes
    ----------
    changes : tuple of CellChange
        The positions that moved.
    steps : tuple of PairStep
        The pairs whose distance, or the number of issues it rests on, changed; largest first.
    events : tuple of NearbyEvent
        Events around the day, nearest first.
    """

    day: date
    changes: tuple[CellChange, ...]
    steps: tuple[PairStep, ...]
    events: tuple[NearbyEvent, ...]


def turning_points(
    snapshot: Snapshot, basis: Basis, weights: Weights = Weights.SALIENCE, span: Span = ALWAYS
) -> list[TurningPoint]:
    """Return the days of a span on which anything moved, most moved first, then the earlier day."""
    days = [day for day in change_days(snapshot) if span.has_begun(day) and not span.is_over(day)]
    return most_moved_first(own for own in turning_days(snapshot, days, basis, weights) if own.cells)


def turning_days(
    snapshot: Snapshot, days: Sequence[date], basis: Basis, weights: Weights = Weights.SALIENCE
) -> Iterator[TurningPoint]:
    """Yield what moved on each of some days, in the order of time, also on those on which nothing did."""
    if not days:
        return
    cursor = DayCursor(snapshot, _day_before(days[0]), basis, weights)
    before = cursor.distances
    for day in days:
        moved = cursor.move(day)
        after = cursor.distances
        yield TurningPoint(day, _movement(before, after), len(moved))
        before = after


def most_moved_first(points: Iterable[TurningPoint]) -> list[TurningPoint]:
    """Return days by how much moved, of as much the earlier day first."""
    return sorted(points, key=lambda point: (-point.movement, -point.cells, point.day))


def turning_point_detail(
    snapshot: Snapshot,
    day: date,
    basis: Basis,
    weights: Weights = Weights.SALIENCE,
    around: timedelta = AROUND,
) -> TurningPointDetail:
    """Return what moved on a day, and the events around it."""
    then, now = (standing_on(snapshot, own, basis) for own in (_day_before(day), day))
    cursor = DayCursor(snapshot, _day_before(day), basis, weights)
    before = cursor.distances
    cursor.move(day)
    steps = _steps(before, cursor.distances)
    return TurningPointDetail(
        day, tuple(changes_between(then, now)), tuple(steps), events_around(snapshot, day, around)
    )


def events_around(snapshot: Snapshot, day: date, around: timedelta = AROUND) -> tuple[NearbyEvent, ...]:
    """Return the events that lie near a day, nearest first; of the same day, in the order of the case."""
    nearby = (NearbyEvent(event, _days_off(event, day)) for event in snapshot.case.events)
    return tuple(
        sorted((own for own in nearby if abs(own.days) <= around.days), key=lambda own: abs(own.days))
    )


def _days_off(event: Event, day: date) -> int:
    first = event.date.earliest or event.date.effective
    last = first
    for bound in (event.date.latest, event.until.latest if event.until else None):
        last = max(last, bound) if bound else last
    if first <= day <= last:
        return 0
    return (first - day).days if day < first else (last - day).days


def _movement(before: DistanceMatrix, after: DistanceMatrix) -> float:
    gaps = np.abs(after.distance - before.distance)
    return float(np.nansum(np.triu(gaps, 1)))


def _steps(before: DistanceMatrix, after: DistanceMatrix) -> list[PairStep]:
    pairs = combinations(range(len(before.parties)), 2)
    steps = (PairStep(*pair, before.pair(*pair), after.pair(*pair)) for pair in pairs)
    return sorted((own for own in steps if own.before != own.after), key=lambda own: -own.size)


def _day_before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)
