"""Demands against demands as the lens reads them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.sample_case import sample_case
from workbench.analysis.demands import Relation
from workbench.analysis.standing import standing_on
from workbench.analysis.trading import trades
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.vocabulary import Basis
from workbench.readmodels import demands_lens
from workbench.readmodels.demands_inspection import inspect_demands, trade_lines
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.demands_words import RELATION_MARKS, relation_sentence
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)


def model_of(
    down: int | None = None, across: int | None = None, audience: Audience = PRINCIPAL
) -> DemandsModel:
    snapshot = take_snapshot(columns_of(sample_case()), audience)
    standing = standing_on(snapshot, DAY, Basis.ASSESSED)
    return DemandsModel(standing, range(len(snapshot.parties)), down, across)


@pytest.mark.parametrize("tile", [4, 128])
def test_every_relation_is_that_of_the_analysis(monkeypatch: pytest.MonkeyPatch, tile: int) -> None:
    monkeypatch.setattr(demands_lens, "_TILE", tile)
    model = model_of()
    for row in range(len(model.rows)):
        for column in range(len(model.columns)):
            cell = model.cell(row, column)
            assert model.relation(row, column) == (cell.relation if cell else None)


def test_counts_are_those_of_the_cells() -> None:
    model = model_of()
    cells = list(model.table.cells())
    assert model.counts() == {
        own: n for own in Relation if (n := sum(cell.relation is own for cell in cells))
    }
    two = model_of(1, 0)
    found = [two.relation(row, column) for row in range(len(two.rows)) for column in range(len(two.columns))]
    assert two.counts() == {own: n for own in Relation if (n := found.count(own))}


def test_of_two_rows_and_columns_are_theirs() -> None:
    model = model_of(1, 0)
    assert model.is_of_two
    assert {model.row(place).party for place in range(len(model.rows))} == {"YER"}
    assert {model.column(place).party for place in range(len(model.columns))} == {"BAK"}
    assert not model_of(1, None).is_of_two
    assert not model_of(1, 1).is_of_two


def test_nobody_in_view_has_no_demands() -> None:
    model = model_of()
    assert not DemandsModel(model.standing, ()).table.demands


def test_a_barred_cell_names_whose_condition_it_is() -> None:
    model = model_of()
    said = set()
    for row in range(len(model.rows)):
        for column in range(len(model.columns)):
            cell = model.cell(row, column)
            if cell is not None and cell.relation is Relation.BARRED:
                sentence = model.sentence(row, column)
                said.add(sentence.rpartition("Barred by ")[2])
                linkages = {own.code for own in cell.barred_by}
                section = next(
                    s for s in inspect_demands(model, row, column).sections if s.heading == "Barred"
                )
                assert {fact.link.key[0] for fact in section.facts if fact.link} == linkages
    assert "logic." in said
    assert any("’s condition" in own for own in said)
    assert all(own == "logic." or own[0].isupper() for own in said)


def test_the_inspector_leads_down_to_the_positions() -> None:
    model = model_of()
    place = next(
        (row, column)
        for row in range(len(model.rows))
        for column in range(len(model.columns))
        if model.relation(row, column) is Relation.TRADEABLE
    )
    said = inspect_demands(model, *place)
    assert said.title == "~ Tradeable"
    headings = [section.heading for section in said.sections]
    assert headings == ["Stances toward the other’s demand", "Salience", "Positions it rests on"]
    refs = {fact.link.key[0] for fact in said.sections[2].facts if fact.link}
    assert refs == {model.snapshot.table.ref[model.table.demands[n].row] for n in _numbers(model, place)}
    same = inspect_demands(model, 0, 0)
    assert same.title == "Demands of one party"
    assert not same.sections


def _numbers(model: DemandsModel, place: tuple[int, int]) -> tuple[int, int]:
    return model.rows[place[0]], model.columns[place[1]]


def test_trades_are_questions_with_both_saliences() -> None:
    model = model_of(1, 0)
    lines, more = trade_lines(model)
    assert not more
    assert len(lines) == len(trades(model.standing, model.table, 1, 0))
    for line in lines:
        assert line.relation in (Relation.WELCOME, Relation.TRADEABLE, Relation.RESISTED)
        assert model.relation(line.row, line.column) is line.relation
        assert line.question.startswith("Could ")
        assert line.question.endswith("?")
        assert "red line" not in line.stances
        assert line.saliences.count("Baku") == line.saliences.count("Yerevan") == 2
    assert trade_lines(model_of()) == ((), 0)


def test_trades_are_the_same_whoever_stands_first() -> None:
    one, _ = trade_lines(model_of(0, 1))
    other, _ = trade_lines(model_of(1, 0))
    assert sorted((own.row, own.column) for own in one) == sorted((own.column, own.row) for own in other)


def test_public_sees_no_salience() -> None:
    model = model_of(1, 0, PUBLIC)
    lines, _ = trade_lines(model)
    assert all(not line.saliences for line in lines)
    if model.rows and model.columns:
        assert "Salience" not in [own.heading for own in inspect_demands(model, 0, 0).sections]


def test_every_relation_has_a_mark_of_its_own_and_words() -> None:
    assert set(RELATION_MARKS) == set(Relation)
    assert len({relation_sentence(own) for own in Relation}) == len(Relation)
    assert len(set(RELATION_MARKS.values())) == len(Relation)


def test_demands_taken_over_from_another_pair_are_the_same() -> None:
    everybody = model_of()
    parties = range(len(everybody.snapshot.parties))
    taken = DemandsModel(everybody.standing, parties, 1, 0, before=everybody)
    fresh = DemandsModel(everybody.standing, parties, 1, 0)
    assert taken.table is everybody.table
    assert (taken.table.demands, taken.rows, taken.columns) == (
        fresh.table.demands,
        fresh.rows,
        fresh.columns,
    )
    fewer = DemandsModel(everybody.standing, parties[:-1], before=everybody)
    assert fewer.table.demands == DemandsModel(everybody.standing, parties[:-1]).table.demands
    assert not DemandsModel(everybody.standing, (), before=everybody).table.demands
