"""A long list read by columns, held against the same list read row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.exchange import one_by_one
from workbench.exchange.longrows import OPTIONAL, REQUIRED
from workbench.exchange.positionlist import PositionList
from workbench.exchange.problems import Problem

CELLS = {
    "party": ["A", "B", "A", "B", "A", "B", ""],
    "issue": ["I", "J", "I", "J", "I", "a=b"],
    "option": ["o", "p", "q", "o", "p", "q", "strange", ""],
    "date": ["2020", "2021-03", "2020", "2021-03", "2020-13"],
    "stance": ["", "demands", "Accepts", "red line", "opposes", "wants"],
    "salience": ["", "", "50", "50", "60", "200"],
    "basket": ["", "", "Land", "Land", "Trade"],
    "statement": ["", "one", "two", "three\nlines"],
    "source": ["", "S", "S:2", "T@p. 4", "S;T", "S;S"],
}
LOCATIONS: list[Mapping[str, float]] = [{}, {"o": 0.0, "p": 0.25, "q": 1.0}]

Read = tuple[dict[str, tuple[object, ...]], list[str]]


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    names = [*REQUIRED, *(name for name in OPTIONAL if draw(st.booleans()))]
    right_only = draw(st.booleans())
    cells = [CELLS[name][: 4 if right_only else None] for name in names]
    row = st.tuples(*(st.sampled_from(own) for own in cells)).map(list)
    return names, draw(st.lists(row, max_size=25))


@settings(max_examples=300, deadline=None)
@given(drawn=lists(), locations=st.sampled_from(LOCATIONS))
def test_columns_say_what_rows_say(
    drawn: tuple[list[str], list[list[str]]], locations: Mapping[str, float]
) -> None:
    names, rows = drawn
    assert by_columns(names, rows, locations) == by_rows(names, rows, locations)


@pytest.mark.parametrize("part", [1, 2, 3])
def test_it_does_not_matter_in_which_parts_rows_come(part: int) -> None:
    names = list(REQUIRED)
    rows = [
        ["A", "I", "o", "2020"],
        ["B", "I", "p", "2020"],
        ["A", "I", " p", "2020"],
        ["B", "J", "o", "2020"],
    ]
    assert by_columns(names, rows, {}, part) == by_rows(
        names, [[own.strip() for own in row] for row in rows], {}
    )


def by_columns(
    names: Sequence[str], rows: list[list[str]], locations: Mapping[str, float], part: int = 7
) -> Read:
    problems: list[Problem] = []
    own = PositionList("list", names, locations, problems)
    for start in range(0, len(rows), part):
        columns = zip(*rows[start : start + part], strict=True)
        numbers = range(start + 2, start + 2 + len(rows[start : start + part]))
        own.extend(numbers, dict(zip(names, map(list, columns), strict=True)))
    return told(own.tables(), sorted(problems, key=lambda problem: problem.row))


def by_rows(names: Sequence[str], rows: list[list[str]], locations: Mapping[str, float]) -> Read:
    problems: list[Problem] = []
    own = one_by_one.PositionList("list", frozenset(names), locations, problems)
    for number, row in enumerate(rows, 2):
        own.add(number, dict(zip(names, row, strict=True)))
    return told(own.tables(), problems)


def told(tables: Mapping[str, one_by_one.Table], problems: Sequence[Problem]) -> Read:
    said = {
        name: (table.columns, [tuple(row) for row in table.rows], list(table.numbers), table.for_new_only)
        for name, table in tables.items()
    }
    return said, list(map(str, problems))
