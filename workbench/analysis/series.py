"""Courses over time: the distance of two parties, the room on an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

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
from workbench.analysis.room import room_of_rows
from workbench.analysis.standing import rows_on
from workbench.columns import NONE, IntColumn
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, day_of


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
    weights = weights_for(snapshot, weights)
    parties = snapshot.table.party[snapshot.by_effective]
    both = (parties == first) | (parties == second)
    steps = _issue_steps(snapshot, snapshot.by_effective[both], basis)
    standing: dict[int, tuple[float, float]] = {}
    points: list[DistancePoint] = []
    for day, issue, rows in steps:
        pair = rows.get((first, issue), NONE), rows.get((second, issue), NONE)
        own = row_distance(snapshot, issue, *pair) if counts_in_distance(snapshot, issue) else None
        standing.pop(issue, None)
        if own is not None:
            standing[issue] = own, row_weight(snapshot, *pair, weights)
        distance = _mean_in_order(standing)
        if points and points[-1].day == day:
            points.pop()
        if not points or points[-1].distance != distance:
            points.append(DistancePoint(day, distance))
    return points


def room_series(snapshot: Snapshot, issue: int, parties: Sequence[int], basis: Basis) -> list[RoomPoint]:
    """Return the room of some parties (numbers) on an issue at each day on which it changes."""
    own = snapshot.by_effective[snapshot.table.issue[snapshot.by_effective] == issue]
    points: list[RoomPoint] = []
    for day, _, rows in _issue_steps(snapshot, own, basis):
        held = [rows[party, issue] for party in parties if (party, issue) in rows]
        room = room_of_rows(snapshot, issue, held)
        if not points or points[-1].room != room:
            points.append(RoomPoint(day, room))
    return points


def _mean_in_order(standing: dict[int, tuple[float, float]]) -> Distance:
    ordered = [standing[issue] for issue in sorted(standing)]
    return mean_distance([own for own, _ in ordered], [weight for _, weight in ordered])


def _issue_steps(
    snapshot: Snapshot, ordered: IntColumn, basis: Basis
) -> Iterator[tuple[date, int, dict[tuple[int, int], int]]]:
    """Yield, by day, each issue on which something takes effect or ends, and what stands on it then.

    `ordered` holds whole cells, in the order of ``snapshot.by_effective``.
    """
    issues = snapshot.table.issue[ordered]
    by_issue = {issue: ordered[issues == issue] for issue in set(issues.tolist())}
    last = date.max.toordinal()
    steps = {
        (int(day), issue)
        for issue, rows in by_issue.items()
        for day in np.concatenate((snapshot.effective[rows], snapshot.ends[rows]))
        if day <= last
    }
    for ordinal, issue in sorted(steps):
        day = day_of(ordinal)
        yield day, issue, rows_on(snapshot, by_issue[issue], day, basis)
