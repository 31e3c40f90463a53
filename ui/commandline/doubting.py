"""What becomes different where one doubts: sensitivity."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from ui.commandline.analysing import heading, party_codes, standing_for
from ui.commandline.answer import Answer, Data, level_in_words, plain, table
from ui.commandline.reading import issue_numbers, party_numbers
from workbench.analysis.distance import Distance, Weights
from workbench.analysis.room import RoomCell
from workbench.analysis.sensitivity import (
    DistanceShift,
    Doubt,
    RoomShift,
    Scope,
    Sensitivity,
    sensitivity,
    without_source,
)
from workbench.analysis.standing import Standing
from workbench.domain.level import Level
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot

DOUBTS = {
    "declared": Doubt.DECLARED,
    "low-confidence": Doubt.LOW_CONFIDENCE,
    "single-source": Doubt.SINGLE_SOURCE,
}
"""The doubts that can be tried, by the word for each."""


def run_sensitivity(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``sensitivity``."""
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    scope = Scope(
        Weights(arguments.weights),
        tuple(party_numbers(snapshot, arguments.party)),
        tuple(issue_numbers(snapshot, arguments.issue)),
    )
    found = list(_tried(standing, arguments, scope))
    data = {"doubts": [_shifted(snapshot, own) for own in found]}
    lines = (line for own in found for line in _lines(snapshot, own))
    columns = ("doubt", "what", "as it stands", "becomes")
    return Answer(data, table(heading(standing, "What becomes different"), columns, lines))


def _tried(standing: Standing, arguments: Namespace, scope: Scope) -> Iterator[Sensitivity]:
    if arguments.without_source:
        yield without_source(standing, arguments.without_source, scope)
        return
    for word in arguments.doubt or DOUBTS:
        yield sensitivity(standing, DOUBTS[word], scope)


def _shifted(snapshot: Snapshot, found: Sensitivity) -> Data:
    return {
        "doubt": str(found.doubt),
        "left_out": [snapshot.table.ref[row] for row in found.left_out],
        "rooms": [_room(snapshot, own) for own in found.rooms],
        "distances": [_distance(snapshot, own) for own in found.distances],
    }


def _room(snapshot: Snapshot, shift: RoomShift) -> Data:
    return {
        "issue": snapshot.issues[shift.before.issue].code,
        "parties": party_codes(snapshot, shift.before.parties),
        "level": shift.before.level.value,
        "possible": shift.before.possible,
        "becomes": shift.after.level.value,
        "becomes_possible": shift.after.possible,
    }


def _distance(snapshot: Snapshot, shift: DistanceShift) -> Data:
    a, b = party_codes(snapshot, (shift.first, shift.second))
    return {"a": a, "b": b, "distance": plain(shift.before.value), "becomes": plain(shift.after.value)}


def _lines(snapshot: Snapshot, found: Sensitivity) -> Iterator[tuple[str, ...]]:
    for room in found.rooms:
        parties = " ".join(party_codes(snapshot, room.before.parties))
        what = f"{snapshot.issues[room.before.issue].code}: {parties}"
        yield (str(found.doubt), what, _level(room.before), _level(room.after))
    for shift in found.distances:
        what = "distance " + " ".join(party_codes(snapshot, (shift.first, shift.second)))
        yield (str(found.doubt), what, _figure(shift.before), _figure(shift.after))


def _level(cell: RoomCell) -> str:
    """Return the level, with the best that answers could make of it where that is another."""
    possible = f", possible {level_in_words(Level.of(cell.possible))}" if cell.is_open else ""
    return level_in_words(cell.level) + possible


def _figure(distance: Distance) -> str:
    return "–" if distance.value is None else f"{distance.value:.3f} on {distance.issues}"
