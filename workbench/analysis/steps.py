"""The days on which something on an issue takes effect or ends, and what stands on it then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from workbench.analysis.standing import rows_on
from workbench.columns import IntColumn
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, day_of


@dataclass(frozen=True, slots=True)
class IssueStep:
    """A day on which something on an issue takes effect or ends.

    `rows` holds what stands on it from that day on, by party and issue (numbers).
    """

    day: date
    issue: int
    rows: Mapping[tuple[int, int], int]


def issue_steps(snapshot: Snapshot, ordered: IntColumn, basis: Basis) -> Iterator[IssueStep]:
    """Yield the steps of some positions, by day and issue.

    Parameters
    ----------
    ordered : int32
        Rows in the order of ``snapshot.by_effective``, with every position of each cell they touch.
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
        yield IssueStep(day, issue, rows_on(snapshot, by_issue[issue], day, basis))
