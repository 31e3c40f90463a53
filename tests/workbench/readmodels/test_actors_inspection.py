"""What the inspector says of a figure adds up to the figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.sample_case import sample_case
from workbench.analysis.actors import standing_influence
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.dates import parse_date
from workbench.domain.party import Influence
from workbench.domain.vocabulary import Basis
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.actors_inspection import inspect_figure, shares_of
from workbench.readmodels.actors_words import Figure
from workbench.readmodels.inspector_types import Fact
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)
INFLUENCES = tuple(
    Influence(actor, on, strength)
    for actor, on, strength in (
        ("BAK", "YER", 3), ("BAK", "STP", 4), ("YER", "BAK", 1), ("YER", "STP", 3), ("YER", "MOW", 1),
        ("STP", "YER", 2), ("MOW", "BAK", 2), ("MOW", "YER", 2), ("MOW", "STP", 3), ("EU", "YER", 2),
        ("EU", "BAK", 1), ("THR", "BAK", 2), ("THR", "MOW", 1), ("OPP", "YER", 2), ("BAK", "OPP", 1),
    )
)  # fmt: skip
ALLIANCES = [own for own in Figure if own.value[1:] in ("CAA", "DAA")]


def game(
    influences: tuple[Influence, ...] = INFLUENCES, audience: Audience = PRINCIPAL, day: date = DAY
) -> ActorsModel:
    case = replace(sample_case(), influences=influences)
    snapshot = take_snapshot(columns_of(case), audience)
    return ActorsModel(standing_on(snapshot, day, Basis.ASSESSED), tuple(range(len(snapshot.parties))))


def facts(model: ActorsModel, figure: Figure, row: int, column: int) -> tuple[Fact, ...]:
    return tuple(
        fact for section in inspect_figure(model, figure, row, column).sections for fact in section.facts
    )


def figures(told: tuple[Fact, ...]) -> list[float]:
    return [float(fact.text.split(",")[0]) for fact in told if fact.text[:1].isdigit()]


@pytest.mark.parametrize("figure", ALLIANCES)
def test_what_each_option_adds_makes_the_whole(figure: Figure) -> None:
    model = game()
    values = model.table(figure).values
    for one in range(len(model.labels)):
        for other in range(len(model.labels)):
            if one != other:
                assert shares_of(model, figure, one, other).sum() == pytest.approx(values[one, other])


def test_every_way_of_influence_is_told() -> None:
    model = game()
    whole, strongest = (model.table(own).values for own in (Figure.INDIRECT, Figure.STRONGEST))
    count = len(model.labels)
    for actor in range(count):
        for on in range(count):
            ways = figures(facts(model, Figure.INDIRECT, actor, on))
            assert sum(ways) == whole[actor, on], (actor, on)
            if actor != on:
                assert max([0.0, *figures(facts(model, Figure.STRONGEST, actor, on))]) == strongest[actor, on]


def test_net_influence_is_what_one_has_more_than_the_other() -> None:
    model = game()
    net = model.table(Figure.NET).values
    for one in range(len(model.labels)):
        for other in range(one):
            mine, theirs = figures(facts(model, Figure.NET, one, other))
            assert mine - theirs == net[one, other]


@pytest.mark.parametrize("column", [0, 1])
def test_influence_and_dependence_are_told_party_by_party(column: int) -> None:
    model = game()
    values = model.table(Figure.BALANCE).values
    for actor in range(len(model.labels)):
        assert sum(figures(facts(model, Figure.BALANCE, actor, column))) == values[actor, column]


def test_the_terms_of_the_balance_give_the_balance() -> None:
    """r is (I − back) / total · I / (I + D), scaled to a mean of 1 (Bourse and Godet)."""
    model = game()
    for column, terms in ((2, 4), (3, 3), (4, 3)):
        raw = []
        for actor in range(len(model.labels)):
            own = figures(facts(model, Figure.BALANCE, actor, column))
            assert len(own) == terms
            influence, dependence, total = own[0], own[1], own[-1]
            back = own[2] if terms == 4 else 0.0
            raw.append((influence - back) / total * influence / (influence + dependence))
        scaled = np.array(raw) * len(raw) / sum(raw)
        assert scaled == pytest.approx(model.table(Figure.BALANCE).values[:, column])


def test_a_position_leads_to_its_record_and_says_how_it_counts() -> None:
    model = game()
    table = model.table(Figure.VALUED)
    row = model.labels.index("Baku")
    for column, (issue, _option) in enumerate(model.game.objectives):
        told = facts(model, Figure.VALUED, row, column)
        held = int(model.standing.rows[model.game.actors[row], issue])
        if held < 0:
            assert [fact.link for fact in told] == [None]
            continue
        assert told[0].link is not None
        assert told[0].link.key == (model.snapshot.table.ref[held],)
        counted = told[1].text.rpartition(" ")[2]
        assert float(counted) == abs(table.values[row, column])


def test_sums_of_an_option_are_told_actor_by_actor() -> None:
    model = game()
    table = model.table(Figure.SIGNS)
    for number in range(3):
        row = len(model.labels) + number
        for column in range(len(table.columns)):
            told = [float(fact.text.replace("−", "-")) for fact in facts(model, Figure.SIGNS, row, column)]
            assert sum(told) == table.values[row, column]


def test_who_may_not_see_saliences_is_not_told_them() -> None:
    model = game(audience=PUBLIC)
    for row in range(len(model.labels)):
        for column in range(len(model.game.objectives)):
            assert "Salience" not in {own.heading for own in facts(model, Figure.VALUED, row, column)}


def test_the_later_of_two_influences_that_stand_is_the_one_behind_a_cell() -> None:
    two = (
        Influence("BAK", "YER", 1, since=parse_date("2020-01-01")),
        Influence("BAK", "YER", 3, since=parse_date("2022-01-01"), until=parse_date("2023-01-01")),
    )
    for day, strength in ((date(2022, 6, 1), 3), (date(2023, 6, 1), 1), (date(2019, 1, 1), None)):
        model = game(two, day=day)
        own = standing_influence(model.standing, "BAK", "YER")
        assert (own.strength if own else None) == strength
        [told] = facts(model, Figure.DIRECT, model.labels.index("Baku"), model.labels.index("Yerevan"))
        assert (told.link is None) == (strength is None)
        if own is not None:
            assert told.link is not None
            assert told.link.key == ("BAK", "YER", own.since.text if own.since else "")


def test_ambivalence_is_told_by_whom_one_is_with_and_against() -> None:
    model = game()
    table, row = model.table(Figure.AMBIVALENCE), model.labels.index("Moscow")
    for column in range(3):
        alliance = model.game.figures.alliances[column]
        told = facts(model, Figure.AMBIVALENCE, row, column)
        linked = (alliance.convergence[row] + alliance.divergence[row]) > 0
        assert len(told) == linked.sum() + 1
        gaps = np.abs(alliance.convergence[row] - alliance.divergence[row]).sum()
        links = (alliance.convergence[row] + alliance.divergence[row]).sum()
        assert table.values[row, column] == pytest.approx(1 - gaps / links)
