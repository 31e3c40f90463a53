"""The days on which most moved, with the positions that did and the events around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.analysis.turning_points import (
    NearbyEvent,
    TurningPoint,
    TurningPointDetail,
    turning_point_detail,
    turning_points,
)
from workbench.domain.saying import counted, translate
from workbench.domain.vocabulary import Basis
from workbench.readmodels.explanations import change_in_words
from workbench.snapshot import Snapshot

MOST_SHOWN = 10
"""So many days are shown, those on which most moved."""
_MOST_EVENTS = 3


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


def turning_rows(snapshot: Snapshot, basis: Basis) -> tuple[TurningRow, ...]:
    """Return the days on which most moved, most moved first."""
    points = turning_points(snapshot, basis)[:MOST_SHOWN]
    return tuple(_row(snapshot, own, turning_point_detail(snapshot, own.day, basis)) for own in points)


def _row(snapshot: Snapshot, point: TurningPoint, detail: TurningPointDetail) -> TurningRow:
    return TurningRow(
        point.day,
        point.day - timedelta(days=1),
        point.movement,
        point.cells,
        tuple(change_in_words(snapshot, own) for own in detail.changes),
        tuple(_event(own) for own in detail.events[:_MOST_EVENTS]),
    )


def _event(nearby: NearbyEvent) -> str:
    title = nearby.event.title
    if not nearby.days:
        return translate("Turning", "{event} (that day)").format(event=title)
    if nearby.days > 0:
        text = counted("Turning", "{event} (%n days later)", "{event} (%n day later)", nearby.days)
    else:
        text = counted("Turning", "{event} (%n days before)", "{event} (%n day before)", -nearby.days)
    return text.format(event=title)
