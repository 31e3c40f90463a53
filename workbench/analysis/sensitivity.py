"""Sensitivity: which levels and distances rest on what one may doubt.

The same day is worked out twice, as it stands and with some positions taken as never recorded; an
earlier position of the same party on the same issue then stands in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.agreement import distances_on
from workbench.analysis.distance import Distance, Weights
from workbench.analysis.pairrooms import negotiable_issues
from workbench.analysis.room import RoomCell, needed_parties, room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import CONFIDENCES, NONE
from workbench.domain.vocabulary import Basis, Confidence
from workbench.snapshot import Snapshot

Mask = NDArray[np.bool_]


class Doubt(StrEnum):
    """What is tried."""

    DECLARED = "declared replaces assessed"
    LOW_CONFIDENCE = "positions of low confidence left out"
    SINGLE_SOURCE = "positions resting on a single source left out"


@dataclass(frozen=True, slots=True)
class RoomShift:
    """A room that becomes another."""

    before: RoomCell
    after: RoomCell


@dataclass(frozen=True, slots=True)
class DistanceShift:
    """A distance of two parties (numbers) that becomes another, or rests on other issues."""

    first: int
    second: int
    before: Distance
    after: Distance


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What becomes different.

    Attributes
    ----------
    doubt : str
        What was tried, in words.
    left_out : tuple of int
        The standing positions (rows) that no longer stand.
    rooms : tuple of RoomShift
        Rooms whose level, or possible level, becomes another: issue by issue, of the parties needed,
        then of each pair.
    distances : tuple of DistanceShift
        Distances that become others, the largest difference first.
    """

    doubt: str
    left_out: tuple[int, ...]
    rooms: tuple[RoomShift, ...]
    distances: tuple[DistanceShift, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what to compare: numbers of parties and issues; none given means all that count."""

    weights: Weights = Weights.SALIENCE
    parties: tuple[int, ...] = ()
    issues: tuple[int, ...] = ()


EVERYTHING = Scope()


def sensitivity(standing: Standing, doubt: Doubt, scope: Scope = EVERYTHING) -> Sensitivity:
    """Return what becomes different under a doubt."""
    snapshot = standing.snapshot
    if doubt is Doubt.DECLARED:
        other = standing_on(snapshot, standing.day, Basis.DECLARED)
    else:
        other = _without(standing, _DOUBTED[doubt](snapshot))
    return _compared(doubt, standing, other, scope)


def without_source(standing: Standing, code: str, scope: Scope = EVERYTHING) -> Sensitivity:
    """Return what becomes different without the positions that rest on one source (code) alone.

    Raises
    ------
    UnknownCodeError
        If no source in reach has that code.
    """
    snapshot = standing.snapshot
    source = snapshot.source(code)
    alone = _on_a_single_source(snapshot)
    mine = np.array([_names(snapshot, row, source.code) for row in range(len(alone))], np.bool_)
    doubt = f"positions resting on {code} alone left out"
    return _compared(doubt, standing, _without(standing, alone & mine), scope)


def leaving_out(snapshot: Snapshot, rows: Mask) -> Snapshot:
    """Return a snapshot in which some positions never take effect."""
    order = snapshot.by_effective
    return replace(snapshot, by_effective=order[~rows[order]])


def _without(standing: Standing, rows: Mask) -> Standing:
    return standing_on(leaving_out(standing.snapshot, rows), standing.day, standing.basis)


def _of_low_confidence(snapshot: Snapshot) -> Mask:
    return np.asarray(snapshot.table.confidence == CONFIDENCES.index(Confidence.LOW))


def _on_a_single_source(snapshot: Snapshot) -> Mask:
    """Tell which positions name one source and no other; one that is not shown counts as another."""
    sources = snapshot.table.sources
    named = [len({own.code for own in sources.get(row, ())}) for row in range(len(snapshot.table))]
    return np.asarray((np.array(named, np.int64) == 1) & ~snapshot.source_not_shown)


def _names(snapshot: Snapshot, row: int, code: str) -> bool:
    return any(own.code == code for own in snapshot.table.sources.get(row, ()))


_DOUBTED: dict[Doubt, Callable[[Snapshot], Mask]] = {
    Doubt.LOW_CONFIDENCE: _of_low_confidence,
    Doubt.SINGLE_SOURCE: _on_a_single_source,
}


def _compared(doubt: str, before: Standing, after: Standing, scope: Scope) -> Sensitivity:
    parties = tuple(sorted(set(scope.parties))) or tuple(range(len(before.snapshot.parties)))
    gone = before.rows[before.rows != after.rows]
    return Sensitivity(
        str(doubt),
        tuple(sorted(int(row) for row in gone if row != NONE)),
        tuple(_room_shifts(before, after, parties, scope.issues)),
        tuple(_distance_shifts(before, after, parties, scope)),
    )


def _room_shifts(
    before: Standing, after: Standing, parties: tuple[int, ...], issues: Sequence[int]
) -> list[RoomShift]:
    snapshot = before.snapshot
    moved = (before.rows != after.rows).any(axis=0)
    asked: list[tuple[int, tuple[int, ...]]] = []
    over = negotiable_issues(snapshot, issues)
    for issue in over[moved[over]].tolist():
        asked.append((issue, tuple(own for own in needed_parties(snapshot, issue) if own in parties)))
        asked += [(issue, pair) for pair in combinations(parties, 2)]
    shifts = (
        RoomShift(room_of(before, issue, members), room_of(after, issue, members))
        for issue, members in dict.fromkeys(asked)
    )
    return [own for own in shifts if _figures(own.before) != _figures(own.after)]


def _figures(cell: RoomCell) -> tuple[int | None, int | None]:
    return cell.room, cell.possible


def _distance_shifts(
    before: Standing, after: Standing, parties: tuple[int, ...], scope: Scope
) -> list[DistanceShift]:
    then, now = (distances_on(own, scope.weights, parties, scope.issues) for own in (before, after))
    shifts = (DistanceShift(*pair, then.pair(*pair), now.pair(*pair)) for pair in combinations(parties, 2))
    return sorted((own for own in shifts if own.before != own.after), key=_size, reverse=True)


def _size(shift: DistanceShift) -> float:
    """Return by how much a distance differs; one that comes or goes counts as a whole."""
    values = shift.before.value, shift.after.value
    if values[0] is None or values[1] is None:
        return 0.0 if values == (None, None) else 1.0
    return abs(values[1] - values[0])
