"""Roll calls of the UN General Assembly as columns of a case, for tests and benchmarks."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from workbench.columns import NONE, CaseColumns, PositionColumns
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.vocabulary import Scale

UNGA = Path(__file__).parents[2] / "shared" / "data" / "unga"
LOCATIONS = {"Yes": 0.0, "Abstain": 0.5, "No": 1.0}

Vote = tuple[str, str, str, str]
"""Party, issue, option, date."""


def votes(since: str = "", until: str = "9999") -> Iterator[Vote]:
    """Yield the votes of some days, as text."""
    with gzip.open(UNGA / "votes-long.csv.gz", "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for party, issue, option, day in reader:
            if since <= day <= until:
                yield party, issue, option, day


def unga_columns(since: str = "", until: str = "9999", scale: Scale = Scale.ORDERED) -> CaseColumns:
    """Return the votes as a case; parties, roll calls and dates as they appear."""
    party, issue, option, day = (list(column) for column in zip(*votes(since, until), strict=True))
    parties, roll_calls, dates = (list(dict.fromkeys(column)) for column in (party, issue, day))
    case = Case(
        parties=tuple(Party(name, name, handling=Handling.PUBLIC) for name in parties),
        issues=tuple(Issue(code, code, scale=scale, handling=Handling.PUBLIC) for code in roll_calls),
        options=tuple(
            Option(code, name, name, place if scale is Scale.ORDERED else None)
            for code in roll_calls
            for name, place in LOCATIONS.items()
        ),
    )
    issues = _numbers(issue, roll_calls)
    options = 3 * issues + _numbers(option, list(LOCATIONS))
    return CaseColumns(
        case, _positions(_numbers(party, parties), issues, options, _numbers(day, dates), dates)
    )


def _numbers(column: list[str], names: list[str]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    number = {name: index for index, name in enumerate(names)}
    return np.fromiter((number[name] for name in column), np.int32, len(column))


def _positions(
    party: np.ndarray[tuple[int], np.dtype[np.int32]],
    issue: np.ndarray[tuple[int], np.dtype[np.int32]],
    option: np.ndarray[tuple[int], np.dtype[np.int32]],
    day: np.ndarray[tuple[int], np.dtype[np.int32]],
    dates: list[str],
) -> PositionColumns:
    count = len(party)
    none = np.full(count, NONE, np.int8)
    texts = [""] * count
    return PositionColumns(
        ref=[f"v{number}" for number in range(count)],
        party=party,
        issue=issue,
        track=np.zeros(count, np.int8),
        since=day,
        until=np.full(count, NONE, np.int32),
        salience=np.full(count, np.nan),
        time_pressure=none,
        confidence=none,
        agenda=none,
        handling=np.zeros(count, np.int8),
        limit_owner=texts,
        statement=texts,
        interest=texts,
        readings=texts,
        stance_row=np.arange(count, dtype=np.int32),
        stance_option=option,
        stance_value=np.full(count, 2, np.int8),
        known_to={},
        sources={},
        dates=tuple(parse_date(own) for own in dates),
    )
