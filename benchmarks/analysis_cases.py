"""Made-up cases of any size, as columns."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from workbench.columns import NONE, CaseColumns, PositionColumns
from workbench.domain.case import Case
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.vocabulary import Scale

FIRST = date(2000, 1, 1)


def random_case(
    parties: int, issues: int, options: int, versions: float, *, a_day: int = 0, seed: int = 0
) -> CaseColumns:
    """Return a case in which every cell has so many positions on average, one after the other.

    Parameters
    ----------
    versions : float
        Positions for each party and issue.
    a_day : int
        How many positions take effect on each day; 0 for all of them on the first.
    """
    random = np.random.default_rng(seed)
    count = round(parties * issues * versions)
    cells = np.concatenate([random.permutation(parties * issues) for _ in range(int(np.ceil(versions)))])[
        :count
    ]
    day = np.arange(count, dtype=np.int32) // a_day if a_day else np.zeros(count, np.int32)
    stated = random.random((count, options)) < 0.7
    stated[np.arange(count), random.integers(0, options, count)] = True
    row, column = np.nonzero(stated)
    issue = (cells % issues).astype(np.int32)
    return CaseColumns(
        _records(parties, issues, options),
        PositionColumns(
            ref=[f"p{number}" for number in range(count)],
            party=(cells // issues).astype(np.int32),
            issue=issue,
            track=np.zeros(count, np.int8),
            since=day,
            until=np.full(count, NONE, np.int32),
            salience=random.integers(0, 101, count).astype(np.float64),
            time_pressure=np.full(count, NONE, np.int8),
            confidence=np.full(count, NONE, np.int8),
            agenda=np.full(count, NONE, np.int8),
            handling=np.zeros(count, np.int8),
            limit_owner=[""] * count,
            statement=[""] * count,
            interest=[""] * count,
            readings=[""] * count,
            stance_row=row.astype(np.int32),
            stance_option=(issue[row] * options + column).astype(np.int32),
            stance_value=random.integers(-2, 3, len(row)).astype(np.int8),
            known_to={},
            sources={},
            dates=tuple(_date(number) for number in range(int(day.max(initial=0)) + 1)),
        ),
    )


def _records(parties: int, issues: int, options: int) -> Case:
    return Case(
        parties=tuple(
            Party(f"P{number}", f"P{number}", handling=Handling.PUBLIC) for number in range(parties)
        ),
        issues=tuple(
            Issue(
                f"I{number}",
                f"I{number}",
                scale=Scale.ORDERED if number % 2 else Scale.NOMINAL,
                handling=Handling.PUBLIC,
            )
            for number in range(issues)
        ),
        options=tuple(
            Option(
                f"I{issue}", f"o{number}", f"o{number}", number / max(options - 1, 1) if issue % 2 else None
            )
            for issue in range(issues)
            for number in range(options)
        ),
    )


def _date(number: int) -> PartialDate:
    day = FIRST + timedelta(days=number)
    return PartialDate(day.isoformat(), day, day)
