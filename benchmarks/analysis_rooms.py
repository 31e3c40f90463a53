"""Room of all pairs of 200 parties on 500 issues of 5 options, beside the bare arithmetic in NumPy.

Run with ``uv run python -m benchmarks.analysis_rooms``. Bare is a minimum for each option and a maximum over
options, for every pair, on stances that lie ready.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from benchmarks.analysis_cases import random_case
from benchmarks.analysis_timing import milliseconds, tell
from workbench.analysis.pairrooms import level_counts, pair_rooms, stance_layers
from workbench.analysis.standing import standing_on
from workbench.columns import ByteColumn
from workbench.domain.audience import VAULT
from workbench.domain.vocabulary import PRESUMED_WORST, Basis
from workbench.snapshot import take_snapshot


def bare_rooms(layers: ByteColumn) -> ByteColumn:
    """Rooms of every pair, shape (parties, parties, issues)."""
    best = np.minimum(layers[0][:, None], layers[0][None])
    for layer in layers[1:]:
        np.maximum(best, np.minimum(layer[:, None], layer[None]), out=best)
    return best


def rooms_by_rows(layers: ByteColumn) -> ByteColumn:
    """The same a party at a time, which is quicker: what is compared stays close to the processor."""
    rooms = np.empty((layers.shape[1], *layers.shape[1:]), np.int8)
    for party in range(layers.shape[1]):
        best = np.minimum(layers[0], layers[0, party])
        for layer in layers[1:]:
            np.maximum(best, np.minimum(layer, layer[party]), out=best)
        rooms[party] = best
    return rooms


def main() -> None:
    snapshot = take_snapshot(random_case(200, 500, 5, versions=1), VAULT)
    standing = standing_on(snapshot, date(2030, 1, 1), Basis.ASSESSED)
    issues = np.arange(500, dtype=np.int32)
    layers = stance_layers(snapshot, standing.rows, issues, PRESUMED_WORST)
    rooms = pair_rooms(standing)
    apart = ~np.eye(200, dtype=np.bool_)
    assert np.array_equal(rooms[apart], rooms_by_rows(layers)[apart])
    bare = milliseconds(lambda: bare_rooms(layers))
    lean = milliseconds(lambda: rooms_by_rows(layers))
    own = milliseconds(lambda: pair_rooms(standing))
    counted = milliseconds(lambda: level_counts(standing))
    tell("room of all pairs on every issue", own, bare, "aim: below 2")
    tell("room of all pairs, beside the leaner arithmetic", own, lean)
    tell("room of all pairs as counts per level", counted, bare, "aim: below 2")
    tell("counts per level, beside the leaner arithmetic", counted, lean)


if __name__ == "__main__":
    main()
