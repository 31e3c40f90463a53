"""Agreement of all pairs of 200 states over 6,203 roll calls, beside the bare arithmetic in NumPy.

Run with ``uv run python -m benchmarks.analysis_agreement``. Bare is: the votes as three arrays of ones and
zeros, ready made, and the products that agreement takes. The leanest way to the same figures is given too.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from benchmarks.analysis_timing import milliseconds, tell
from tests.unga_case import unga_columns
from workbench.analysis.agreement import distances_on, distances_stated
from workbench.analysis.distance import Weights
from workbench.analysis.standing import standing_on
from workbench.columns import NONE, FloatColumn
from workbench.domain.audience import VAULT
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

Votes = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def votes_of(snapshot: Snapshot) -> list[Votes]:
    """Who voted Yes, Abstain and No, as ones and zeros, shape (states, roll calls)."""
    rows = standing_on(snapshot, date(2020, 2, 1), Basis.DECLARED).rows
    place = np.where(rows == NONE, -1, np.argmax(snapshot.stances, axis=1)[rows])
    return [(place == vote).astype(np.float32) for vote in range(3)]


def six_products(yes: Votes, abstain: Votes, no: Votes) -> FloatColumn:
    """Same votes, half votes apart, and votes shared."""
    cast = yes + abstain + no
    same = yes @ yes.T + abstain @ abstain.T + no @ no.T
    near = yes @ abstain.T + abstain @ no.T
    return np.asarray((same + 0.5 * (near + near.T)) / np.maximum(cast @ cast.T, 1))


def three_products(yes: Votes, abstain: Votes, no: Votes) -> FloatColumn:
    """Votes on either side of each of the two steps, and votes shared."""
    cast = yes + abstain + no
    apart = yes @ (abstain + no).T + (yes + abstain) @ no.T
    return np.asarray(1 - 0.5 * (apart + apart.T) / np.maximum(cast @ cast.T, 1))


def main() -> None:
    snapshot = take_snapshot(unga_columns(), VAULT)
    standing = standing_on(snapshot, date(2020, 2, 1), Basis.ASSESSED)
    arrays = votes_of(snapshot)
    matrix = distances_on(standing, Weights.EQUAL)
    shared = matrix.issues > 0
    assert np.allclose(matrix.agreement[shared], six_products(*arrays)[shared], atol=1e-5)
    assert np.allclose(matrix.agreement[shared], three_products(*arrays)[shared], atol=1e-5)
    bare = milliseconds(lambda: six_products(*arrays))
    lean = milliseconds(lambda: three_products(*arrays))
    own = milliseconds(lambda: distances_on(standing, Weights.EQUAL))
    tell("agreement of all pairs", own, bare, "aim: below 2")
    tell("agreement of all pairs, beside the leanest arithmetic", own, lean)
    stood = milliseconds(lambda: standing_on(snapshot, date(2020, 2, 1), Basis.ASSESSED))
    tell("what stands on the day, of 870,109 positions", stood)
    session = date(1992, 9, 3), date(1993, 4, 5)
    tell(
        "agreement stated in session 47",
        milliseconds(lambda: distances_stated(snapshot, *session, Weights.EQUAL)),
    )


if __name__ == "__main__":
    main()
