"""The figures of the actors' game as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.sample_case import sample_case
from workbench.analysis.standing import standing_on
from workbench.columns import NONE, UNSTATED, columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.party import Influence
from workbench.domain.vocabulary import Basis, IssueKind
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.actors_words import Figure
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)
INFLUENCES = (Influence("BAK", "YER", 3), Influence("MOW", "YER", 4), Influence("YER", "BAK", 1))


@pytest.fixture(params=[PRINCIPAL, PUBLIC], ids=str)
def model(request: pytest.FixtureRequest) -> ActorsModel:
    case = replace(sample_case(), influences=INFLUENCES)
    snapshot = take_snapshot(columns_of(case), request.param)
    return ActorsModel(standing_on(snapshot, DAY, Basis.ASSESSED), tuple(range(len(snapshot.parties))))


@pytest.mark.parametrize("figure", Figure)
def test_every_figure_has_a_table_that_says_what_is_unstated(model: ActorsModel, figure: Figure) -> None:
    table = model.table(figure)
    assert (
        table.values.shape == (len(table.rows), len(table.columns)) == (len(table.missing), len(table.tips))
    )
    assert table.figure.heading
    assert table.figure.explanation.endswith(".")
    assert str(sum(own for own in table.missing if own >= 0)) in table.note.split(" of ")[0]
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            assert table.sentence(row, column).endswith(".")
            assert "nan" not in table.text(row, column)


def test_unstated_are_counted_for_each_actor(model: ActorsModel) -> None:
    snapshot, standing = model.snapshot, model.standing
    table = model.table(Figure.VALUED)
    for place, party in enumerate(model.game.actors):
        wanted = 0
        for number, issue in enumerate(snapshot.issues):
            if issue.kind is IssueKind.FACT:
                continue
            row, options = int(standing.rows[party, number]), int(snapshot.option_count[number])
            own = snapshot.stances[row, :options] if row != NONE else np.full(options, UNSTATED)
            wanted += int((own == UNSTATED).sum())
        assert table.missing[place] == wanted
    assert sum(own for own in table.missing if own >= 0) == model.game.unstated


def test_what_is_unstated_stands_in_brackets(model: ActorsModel) -> None:
    table = model.table(Figure.SIGNS)
    assert table.unstated is not None
    for row in range(len(model.labels)):
        bracketed = [table.text(row, column).startswith("(") for column in range(len(table.columns))]
        assert bracketed == table.unstated[row].tolist()
        assert sum(bracketed) == table.missing[row]


def test_sums_stand_under_the_positions(model: ActorsModel) -> None:
    table = model.table(Figure.VALUED)
    own, sums = table.values[: len(model.labels)], table.values[len(model.labels) :]
    assert table.rows[len(model.labels) :] == ("For", "Against", "Mobilised")
    assert np.allclose(sums[0] + sums[1], own.sum(axis=0))
    assert np.allclose(sums[2], np.abs(own).sum(axis=0))


def test_influences_not_given_are_no_zeros_that_somebody_entered() -> None:
    snapshot = take_snapshot(columns_of(replace(sample_case(), influences=INFLUENCES)), PRINCIPAL)
    model = ActorsModel(standing_on(snapshot, DAY, Basis.ASSESSED), (0, 1, 3))
    table = model.table(Figure.DIRECT)
    assert [[table.text(row, column) for column in range(3)] for row in range(3)] == [
        ["–", "3", "(0)"],
        ["1", "–", "(0)"],
        ["(0)", "4", "–"],
    ]
    assert table.missing == (1, 1, 1)
    assert table.note.startswith("3 of 6 influences not given")
    assert table.missing_head == "Not given"


def test_the_mean_balance_of_power_is_one() -> None:
    snapshot = take_snapshot(columns_of(replace(sample_case(), influences=INFLUENCES)), PRINCIPAL)
    model = ActorsModel(standing_on(snapshot, DAY, Basis.ASSESSED), tuple(range(7)))
    table = model.table(Figure.BALANCE)
    assert table.values[:, table.columns.index("Balance of power")].mean() == pytest.approx(1.0)


def test_nobody_agrees_with_itself(model: ActorsModel) -> None:
    for figure in (Figure.CONVERGENCE_1, Figure.DIVERGENCE_2):
        table = model.table(figure)
        assert all(table.text(place, place) == "–" for place in range(len(table.rows)))
