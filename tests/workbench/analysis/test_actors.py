from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.sample_case import rows, sample_case, when
from workbench.analysis.actors import actors_game
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Influence, Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, IssueKind, Stance
from workbench.snapshot import take_snapshot


def small_case() -> Case:
    """Two actors; each position shows one rule of the conversion."""
    stances = {"d": Stance.DEMANDS, "a": Stance.ACCEPTS, "t": Stance.TOLERATES, "o": Stance.OPPOSES}
    return Case(
        parties=(Party("A", "A"), Party("B", "B")),
        issues=(Issue("I", "I"), Issue("F", "F", kind=IssueKind.FACT), Issue("N", "N", kind=IssueKind.NORM)),
        options=(
            *(Option("I", code, code) for code in "datoru"),
            *(Option(code, option, option) for code in "FN" for option in "xy"),
        ),
        positions=(
            Position(
                "1", "A", "I", parse_date("2020"), stances={**stances, "r": Stance.RED_LINE}, salience=76
            ),
            Position("2", "B", "I", parse_date("2020"), stances=stances),
            Position("3", "A", "F", parse_date("2020"), stances={"x": Stance.DEMANDS}),
            Position("4", "B", "N", parse_date("2020"), stances={"x": Stance.ACCEPTS}, salience=0),
        ),
        influences=(
            Influence("A", "B", 3, since=parse_date("2021")),
            Influence("A", "B", 1),
            Influence("B", "A", 2, until=parse_date("2021-06")),
        ),
    )


def standing_of(case: Case, day: date) -> Standing:
    return standing_on(take_snapshot(columns_of(case), PRINCIPAL), day, Basis.ASSESSED)


def test_stances_are_valued_by_salience_and_facts_left_out() -> None:
    game = actors_game(standing_of(small_case(), date(2020, 6, 1)))
    assert game.objectives == (*((0, option) for option in range(6)), (2, 0), (2, 1))
    assert game.figures.alliances[1].mao.tolist() == [
        [4, 4, 0, -4, -4, 0, 0, 0],
        [2, 2, 0, -2, 0, 0, 1, 0],
    ]
    assert game.unstated == 1 + 2 + 2 + 1


@pytest.mark.parametrize(
    ("salience", "value"),
    [(0, 1), (1, 1), (25, 1), (25.5, 2), (50, 2), (51, 3), (75, 3), (76, 4), (100, 4), (None, 2)],
)
def test_salience_counts_in_four_steps(salience: float | None, value: int) -> None:
    case = small_case()
    first = replace(case.positions[0], salience=salience)
    game = actors_game(standing_of(replace(case, positions=(first,)), date(2020, 6, 1)))
    assert game.figures.alliances[1].mao[0, 0] == value


@pytest.mark.parametrize(
    ("day", "influences"),
    [
        (date(2020, 6, 1), [[0, 1], [2, 0]]),
        (date(2021, 1, 1), [[0, 3], [2, 0]]),
        (date(2021, 6, 1), [[0, 3], [0, 0]]),
    ],
)
def test_the_influences_of_the_day_count(day: date, influences: list[list[float]]) -> None:
    assert actors_game(standing_of(small_case(), day)).figures.influence.mid.tolist() == influences


def test_some_parties_and_issues_alone() -> None:
    game = actors_game(standing_of(small_case(), date(2020, 6, 1)), (1,), (1, 2))
    assert (game.actors, game.objectives) == ((1,), ((2, 0), (2, 1)))
    assert game.figures.influence.mid.tolist() == [[0]]


def sample_with_influences() -> Case:
    return replace(
        sample_case(),
        influences=tuple(
            Influence(row["actor"], row["on"], float(row["strength"]), when(row["from"]), when(row["until"]))
            for row in rows("influences")
        ),
    )


def test_the_sample_counts_what_is_unstated() -> None:
    standing = standing_of(sample_with_influences(), date(2023, 3, 20))
    game = actors_game(standing)
    cells = len(game.actors) * len(game.objectives)
    stated = sum(int((standing.stances(issue)[:, option] != -128).sum()) for issue, option in game.objectives)
    assert game.unstated == cells - stated
    assert game.figures.influence.balance.mean() == pytest.approx(1)


def test_influences_are_the_teams_reading() -> None:
    snapshot = take_snapshot(columns_of(sample_with_influences()), PUBLIC)
    game = actors_game(standing_on(snapshot, date(2023, 3, 20), Basis.DECLARED))
    assert not game.figures.influence.mid.any()
    assert not game.figures.influence.balance.any()
    assert np.isnan(game.figures.alliances[2].ambivalence).all()
