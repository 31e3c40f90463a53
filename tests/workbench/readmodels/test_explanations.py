from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest

from tests.sample_case import sample_case
from workbench.analysis.changes import changes_between
from workbench.analysis.demands import Relation, demands_of
from workbench.analysis.distance import Weights
from workbench.analysis.explain import explain_distance, explain_room
from workbench.analysis.standing import Standing, standing_on
from workbench.analysis.trading import trades
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.vocabulary import Basis
from workbench.readmodels.explanations import (
    change_in_words,
    demand_in_words,
    distance_in_words,
    room_in_words,
    trade_question,
)
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)
AVOIDED = re.compile(r"\b(claims?|admits?|best|should|recommend\w*|deal|wins?|loses?)\b", re.IGNORECASE)


def standing_of(audience: Audience = PRINCIPAL, basis: Basis = Basis.DECLARED, day: date = DAY) -> Standing:
    return standing_on(take_snapshot(columns_of(sample_case()), audience), day, basis)


def pair_of(standing: Standing, *codes: str) -> tuple[int, ...]:
    return tuple(standing.snapshot.party_index(code) for code in codes)


def test_a_room_names_options_deciders_flips_positions_and_sources() -> None:
    standing = standing_of()
    issue = standing.snapshot.issue_index("lachin")
    explained = explain_room(standing, issue, pair_of(standing, "BAK", "STP"))
    words = room_in_words(standing, explained)
    headings = {part.heading: part.lines for part in words.parts}
    options = standing.snapshot.issue_options(issue)
    assert len(headings["Options tried"]) == len(options)
    for option, line in zip(options, headings["Options tried"], strict=True):
        assert line.startswith(f"“{option.label}”")
        assert "Baku" in line or "Stepanakert" in line
    assert len(headings["A single stance that would change it"]) == len(explained.nearest_flips)
    rests = headings["Positions it rests on"]
    assert [standing.snapshot.table.ref[row] in line for row, line in zip(explained.rows, rests, strict=True)]
    assert words.title.startswith(explained.cell.level.mark)


def test_a_distance_names_what_each_issue_adds() -> None:
    standing = standing_of(basis=Basis.ASSESSED)
    found = explain_distance(standing, *pair_of(standing, "YER", "STP"), Weights.SALIENCE)  # type: ignore[misc]
    words = distance_in_words(standing, found)
    assert f"{found.distance.value:.3f}" in words.title
    assert f"{found.distance.issues} issues" in words.summary[0]
    assert len(words.parts[0].lines) == len(found.parts)


def test_a_barred_pair_names_whose_condition_it_is() -> None:
    table = demands_of(standing_of())
    barred = [cell for cell in table.cells() if cell.relation is Relation.BARRED]
    lines = {line for cell in barred for line in demand_in_words(table, cell).lines}
    assert "  barred by logic" in lines
    names = {own.party for cell in barred for own in cell.barred_by}
    assert ("  barred by Baku’s condition" in lines) == ("BAK" in names)


def test_trades_are_questions_with_both_saliences() -> None:
    standing = standing_of(basis=Basis.ASSESSED)
    table = demands_of(standing)
    found = [
        (own, trade_question(table, own))
        for pair in combinations(range(len(standing.snapshot.parties)), 2)
        for own in trades(standing, table, *pair)
    ]
    assert found
    for own, question in found:
        assert question.startswith("Could ")
        assert "?" in question
        assert all(f"{salience:g}" in question for salience in own.saliences if salience is not None)


def test_a_change_is_told_with_its_options() -> None:
    then, now = standing_of(day=date(2022, 3, 14)), standing_of(day=date(2022, 3, 15))
    told = [change_in_words(now.snapshot, own) for own in changes_between(then, now)]
    assert told
    assert all(own.change.kind in line for own, line in zip(changes_between(then, now), told, strict=True))


@pytest.mark.parametrize("audience", [PRINCIPAL, PUBLIC])
def test_no_word_takes_sides_or_recommends(audience: Audience) -> None:
    standing = standing_of(audience)
    snapshot = standing.snapshot
    table = demands_of(standing)
    lines = [
        line
        for issue in range(len(snapshot.issues))
        for line in room_in_words(standing, explain_room(standing, issue, range(len(snapshot.parties)))).lines
    ]
    lines += [line for cell in table.cells() for line in demand_in_words(table, cell).lines]
    labels = [option.label for option in snapshot.case.options] + [issue.title for issue in snapshot.issues]
    labels += [source.title + source.attribution for source in snapshot.case.sources]
    for line in lines:
        for label in sorted(labels, key=len, reverse=True):
            line = line.replace(label, "")  # noqa: PLW2901 - the case may say what it likes
        assert not AVOIDED.search(line), line
