"""The days on which most moved, with the positions that did and the events around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.analysis.changes import CellChange, changes_between
from workbench.analysis.standing import change_days, standing_on
from workbench.analysis.turning_points import (
    NearbyEvent,
    TurningPoint,
    events_around,
    most_moved_first,
    turning_days,
)
from workbench.domain.saying import counted, translate
from workbench.domain.vocabulary import Basis
from workbench.readmodels.explanations import change_in_words
from workbench.snapshot import Snapshot

MOST_SHOWN = 10
"""So many days are shown, those on which most moved."""
_MOST_EVENTS = 3
_MOST_TOLD = 12
"""So many positions of one day are told one by one."""


@dataclass(frozen=True, slots=True)
class TurningRow:
    """A day on which positions moved.

    Attributes
    ----------
    day, before : date
        The day, and the one before it.
    movement : float
        Sum over all pairs of the change in distance.
    positions : int
        In how many cells another position stands than the day before.
    changes, events : tuple of str
        What became of each position, and the nearest events, in words.
    """

    day: date
    before: date
    movement: float
    positions: int
    changes: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurningSoFar:
    """How many of the days have been looked at; the rows when it was all of them."""

    done: int
    total: int
    rows: tuple[TurningRow, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether all days have been looked at."""
        return self.done == self.total


def turning_in_steps(snapshot: Snapshot, basis: Basis) -> Iterator[TurningSoFar]:
    """Yield how far the days have been looked at, at the end those on which most moved, most moved first.

    Of a very large case it takes a minute: whoever asks may do something else between two steps.
    """
    days, found = change_days(snapshot), []
    total = len(days) + 1
    for done, point in enumerate(turning_days(snapshot, days, basis), 1):
        found.append(point)
        yield TurningSoFar(done, total)
    most = most_moved_first(own for own in found if own.cells)[:MOST_SHOWN]
    yield TurningSoFar(total, total, tuple(_row(snapshot, own, basis) for own in most))


def _row(snapshot: Snapshot, point: TurningPoint, basis: Basis) -> TurningRow:
    before = point.day - timedelta(days=1)
    then, now = (standing_on(snapshot, day, basis) for day in (before, point.day))
    return TurningRow(
        point.day,
        before,
        point.movement,
        point.cells,
        tuple(_told(snapshot, changes_between(then, now))),
        tuple(_event(own) for own in events_around(snapshot, point.day)[:_MOST_EVENTS]),
    )


def _told(snapshot: Snapshot, changes: Sequence[CellChange]) -> Iterator[str]:
    """Yield what became of each position, of many the first ones and how many more there are."""
    most = _MOST_TOLD if len(changes) > _MOST_TOLD + 1 else len(changes)
    for own in changes[:most]:
        yield change_in_words(snapshot, own)
    if len(changes) > most:
        yield counted("Turning", "and %n more", "and %n more", len(changes) - most)


def _event(nearby: NearbyEvent) -> str:
    title = nearby.event.title
    if not nearby.days:
        return translate("Turning", "{event} (that day)").format(event=title)
    if nearby.days > 0:
        text = counted("Turning", "{event} (%n days later)", "{event} (%n day later)", nearby.days)
    else:
        text = counted("Turning", "{event} (%n days before)", "{event} (%n day before)", -nearby.days)
    return text.format(event=title)
