from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, OPTIONS, cases
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.ranges import distance_range
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, IssueKind, Scale, Stance
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
weighings = st.sampled_from(list(Weights))
ANSWERS = [Stance.ACCEPTS, Stance.TOLERATES, Stance.OPPOSES, Stance.RED_LINE]


def standing_of(case: Case, day: date, basis: Basis) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def open_stances(case: Case, standing: Standing) -> list[tuple[int, str]]:
    """Row and option of what the first two leave unstated on issues on which both hold a position."""
    found = []
    for issue in range(len(case.issues)):
        rows = [int(standing.rows[party, issue]) for party in (0, 1)]
        if NONE not in rows and all(case.positions[row].stances for row in rows):
            found += [
                (row, option)
                for row in rows
                for option in OPTIONS
                if option not in case.positions[row].stances
            ]
    return found


def answered(case: Case, answers: dict[tuple[int, str], Stance]) -> Case:
    positions = list(case.positions)
    for (row, option), stance in answers.items():
        positions[row] = replace(positions[row], stances={**positions[row].stances, option: stance})
    return replace(case, positions=tuple(positions))


@given(cases(), days, bases, weighings, st.data())
def test_the_range_encloses_the_value_and_every_answer(
    case: Case, day: date, basis: Basis, weights: Weights, data: st.DataObject
) -> None:
    standing = standing_of(case, day, basis)
    bounds = distance_range(standing, 0, 1, weights)
    unstated = [
        own
        for own in open_stances(case, standing)
        if case.issues[issue_of(case, own[0])].kind is not IssueKind.FACT
    ]
    assert bounds.unstated == len(unstated)
    assert bounds.distance == distance_of(standing, 0, 1, weights)
    answers = {own: data.draw(st.sampled_from(ANSWERS)) for own in unstated if data.draw(st.booleans())}
    for value in (
        bounds.distance.value,
        distance_of(standing_of(answered(case, answers), day, basis), 0, 1, weights).value,
    ):
        if value is not None:
            assert bounds.least is not None
            assert bounds.most is not None
            assert bounds.least - 1e-12 <= value <= bounds.most + 1e-12
    if bounds.least is not None and bounds.most is not None:
        assert -1e-12 <= bounds.least <= bounds.most + 1e-12 <= 1 + 2e-12


def issue_of(case: Case, row: int) -> int:
    return [issue.code for issue in case.issues].index(case.positions[row].issue)


stance = st.sampled_from([None, None, *Stance])


@given(
    st.lists(st.lists(stance, min_size=3, max_size=3), min_size=4, max_size=4),
    st.lists(st.sampled_from([0.0, 0.25, 0.4, 1.0, None]), min_size=3, max_size=3),
    weighings,
)
@settings(deadline=None, max_examples=50)
def test_the_bounds_are_reached_by_some_answer(
    said: list[list[Stance | None]], locations: list[float | None], weights: Weights
) -> None:
    """Brute force over every answer: two parties, an ordered issue beside a nominal one."""
    positions = tuple(
        Position(
            f"r{number}",
            "AB"[number % 2],
            "IJ"[number // 2],
            parse_date("2020"),
            stances={option: own for option, own in zip(OPTIONS, row, strict=True) if own is not None},
            salience=[80.0, 20.0, 10.0, 0.0][number],
        )
        for number, row in enumerate(said)
    )
    case = Case(
        parties=(Party("A", "A"), Party("B", "B")),
        issues=(Issue("I", "I", scale=Scale.ORDERED), Issue("J", "J")),
        options=tuple(
            Option(issue, option, option, place if issue == "I" else None)
            for issue in "IJ"
            for option, place in zip(OPTIONS, locations, strict=True)
        ),
        positions=positions,
    )
    day = date(2021, 1, 1)
    standing = standing_of(case, day, Basis.DECLARED)
    unstated = open_stances(case, standing)
    assume(len(unstated) <= 4)
    bounds = distance_range(standing, 0, 1, weights)
    values = [
        value
        for answers in product(ANSWERS, repeat=len(unstated))
        if (
            value := distance_of(
                standing_of(answered(case, dict(zip(unstated, answers, strict=True))), day, Basis.DECLARED),
                0,
                1,
                weights,
            ).value
        )
        is not None
    ]
    assert bounds.least == (pytest.approx(min(values)) if values else None)
    assert bounds.most == (pytest.approx(max(values)) if values else None)


def test_nothing_unstated_leaves_no_range() -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PRINCIPAL), date(2023, 3, 20), Basis.ASSESSED
    )
    for pair in ((0, 1), (0, 2), (1, 2)):
        bounds = distance_range(standing, *pair, Weights.SALIENCE)
        assert bounds.least is not None
        assert bounds.most is not None
        assert bounds.distance.value is not None
        assert bounds.least <= bounds.distance.value + 1e-12
        assert bounds.distance.value <= bounds.most + 1e-12
        if not bounds.unstated:
            assert bounds.least == pytest.approx(bounds.most)


def test_many_open_options_are_enclosed() -> None:
    """Twelve unstated options: too many to try all, the ends enclose every answer."""
    options = [f"o{number}" for number in range(13)]
    case = Case(
        parties=(Party("A", "A"), Party("B", "B")),
        issues=(Issue("I", "I", scale=Scale.ORDERED),),
        options=tuple(Option("I", option, option, number / 12) for number, option in enumerate(options)),
        positions=(
            Position("1", "A", "I", parse_date("2020"), stances={"o6": Stance.ACCEPTS}),
            Position("2", "B", "I", parse_date("2020"), stances={"o0": Stance.DEMANDS}),
        ),
    )
    bounds = distance_range(standing_of(case, date(2021, 1, 1), Basis.DECLARED), 0, 1, Weights.EQUAL)
    open_to = [place for place in range(13) if place != 6]
    means = [
        sum((6, *own)) / (1 + len(own)) / 12 for size in range(13) for own in combinations(open_to, size)
    ]
    assert bounds.least == pytest.approx(min(means))
    assert bounds.most == pytest.approx(max(means))
    assert bounds.unstated == 24
