"""Times of pieces of work within one run, and how they are told."""

from __future__ import annotations

import time
from collections.abc import Callable


def milliseconds(work: Callable[[], object], repeats: int = 9) -> float:
    """Return the shortest time of a piece of work, the one least disturbed, after one that does not count."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def tell(what: str, own: float, bare: float | None = None, aim: str = "") -> None:
    """Print a time, what it is as a multiple of the bare arithmetic, and the aim."""
    ratio = f"{own / bare:6.2f} × bare ({bare:.1f} ms)" if bare is not None else " " * 24
    print(f"{what:58s} {own:9.2f} ms  {ratio}  {aim}", flush=True)
