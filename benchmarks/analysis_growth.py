"""How the cost of moving the day grows with the size of the case, and with what changed.

Run with ``uv run python -m benchmarks.analysis_growth``. Every day ten positions take effect. The first
curve has ever longer histories of 100 parties on 100 issues, the second ever more issues; both go from
1,000 to 1,000,000 positions. The third moves a case of 1,000,000 positions by ever more days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from benchmarks.analysis_cases import FIRST, random_case
from benchmarks.analysis_timing import milliseconds
from workbench.analysis.cursor import DayCursor
from workbench.analysis.standing import standing_on
from workbench.columns import CaseColumns
from workbench.domain.audience import VAULT
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

SIZES = (1_000, 10_000, 100_000, 1_000_000)
A_DAY = 10


def longer(count: int) -> CaseColumns:
    return random_case(100, 100, 4, count / 10_000, a_day=A_DAY)


def wider(count: int) -> CaseColumns:
    return random_case(100, count // 100, 4, 1, a_day=A_DAY)


def moves(snapshot: Snapshot, days: int) -> Iterator[float]:
    """Yield how long it takes to move by so many days there and back, halved, and from scratch."""
    middle = FIRST + timedelta(days=len(snapshot.table) // A_DAY // 2)
    cursor = DayCursor(snapshot, middle, Basis.ASSESSED)

    def there_and_back() -> None:
        cursor.move(middle + timedelta(days=days))
        cursor.move(middle)

    yield milliseconds(there_and_back, 7) / 2
    yield milliseconds(lambda: DayCursor(snapshot, middle, Basis.ASSESSED), 3)


def main() -> None:
    heads = ("history: a day", "from scratch", "issues: a day", "from scratch")
    print(f"{'positions':>10s}", *(f"{head:>17s}" for head in heads))
    big: Snapshot | None = None
    for size in SIZES:
        figures = []
        for make in (longer, wider):
            snapshot = take_snapshot(make(size), VAULT)
            figures += moves(snapshot, 1)
            big = snapshot if make is longer else big
        print(f"{size:10,d}", *(f"{figure:14.3f} ms" for figure in figures), flush=True)
    assert big is not None
    print(f"{'days':>10s} {'cells':>8s} {'a move':>12s}, of {len(big.table):,d} positions")
    for days in (1, 10, 100, 1000):
        middle = FIRST + timedelta(days=len(big.table) // A_DAY // 2)
        then, now = (
            standing_on(big, day, Basis.ASSESSED).rows for day in (middle, middle + timedelta(days=days))
        )
        cells = int(np.count_nonzero(then != now))
        print(f"{days:10,d} {cells:8,d} {next(moves(big, days)):9.3f} ms")


if __name__ == "__main__":
    main()
