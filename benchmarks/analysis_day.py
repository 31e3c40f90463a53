"""Moving the day by a month in the UN case, with what the Parties lens shows.

Run with ``uv run python -m benchmarks.analysis_day``. Standing, distances and levels of all pairs of 200
states are brought up to date; then their clustered order, and the map.
"""

from __future__ import annotations

import time
from datetime import date

import numpy as np

from benchmarks.analysis_timing import milliseconds, tell
from tests.unga_case import unga_columns
from workbench.analysis.agreement import distances_on
from workbench.analysis.blocs import bloc_order
from workbench.analysis.cursor import DayCursor
from workbench.analysis.pairrooms import level_counts
from workbench.analysis.placement import place_parties
from workbench.analysis.standing import standing_on
from workbench.domain.audience import VAULT
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

MONTHS = [date(year, month, 1) for year in range(1975, 2005) for month in range(1, 13)]


def months(cursor: DayCursor) -> tuple[list[float], list[int]]:
    """Return how long each move by a month took, in milliseconds, and how many cells it changed."""
    times, cells = [], []
    cursor.move(MONTHS[0])
    for day in MONTHS[1:]:
        start = time.perf_counter()
        moved = cursor.move(day)
        cursor.distances, cursor.levels  # noqa: B018 - what the lens reads
        times.append((time.perf_counter() - start) * 1000)
        cells.append(len(moved))
    return times, cells


def main() -> None:
    snapshot = take_snapshot(unga_columns(), VAULT)
    cursor = DayCursor(snapshot, MONTHS[0], Basis.ASSESSED)
    runs = [months(cursor) for _ in range(4)]
    times, cells = np.min([own for own, _ in runs[1:]], axis=0), np.array(runs[0][1])
    busiest = int(times.argmax())
    tell("a month, the middle one", float(np.median(times)), aim="aim: below 16 ms")
    tell("a month in which something changed, the middle one", float(np.median(times[cells > 0])))
    tell(f"the slowest month, {MONTHS[busiest + 1]}, {cells[busiest]} cells", float(times[busiest]))
    assert np.array_equal(
        cursor.levels.counts, level_counts(standing_on(snapshot, cursor.day, cursor.basis)).counts
    )
    matrix = cursor.distances
    assert np.array_equal(
        matrix.distance,
        distances_on(standing_on(snapshot, cursor.day, cursor.basis), cursor.weights).distance,
        equal_nan=True,
    )
    tell(
        "the clustered order of 200 states", milliseconds(lambda: bloc_order(matrix)), aim="aim: below 100 ms"
    )
    tell("the map of 200 states", milliseconds(lambda: place_parties(matrix), 3), aim="aim: below 1,000 ms")


if __name__ == "__main__":
    main()
