"""Very large cases: what is left out is counted, and nobody's wording is printed where others' is not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from benchmarks.brief_size import large_case
from tests.workbench.briefs.reading import headings, section, table, words
from workbench.briefs.comparison import comparison_document
from workbench.briefs.content import Document, Paragraph, Table, plain_text
from workbench.briefs.limits import LIMITS, Limits
from workbench.briefs.material import Material
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.words import words_of
from workbench.columns import columns_of
from workbench.domain.audience import TEAM
from workbench.domain.vocabulary import Basis, Stance
from workbench.snapshot import Snapshot, take_snapshot

DAY, SINCE = date(2023, 6, 1), date(2022, 9, 1)


@cache
def crowd(needed: int = 0) -> Snapshot:
    case = large_case(LIMITS.side_by_side + 8, 12)
    codes = tuple(party.code for party in case.parties[:needed])
    issues = tuple(replace(own, needed=codes) for own in case.issues)
    return take_snapshot(columns_of(replace(case, issues=issues)), TEAM)


@cache
def comparison(needed: int = 0) -> Document:
    return make_document(crowd(needed), BriefOrder(BriefKind.COMPARISON, DAY, since=SINCE))


def rows_left_out(document: Document, title: str) -> int:
    """The number in the line under a table."""
    last = section(document, title)[-1]
    assert isinstance(last, Paragraph)
    return sum(map(int, re.findall(r"\d+", last.text)))


def test_movement_shows_some_and_counts_the_rest() -> None:
    shown = table(comparison(), "Movement since 1 September 2022").rows
    assert len(shown) == LIMITS.movement
    snapshot = crowd()
    full = Material.of(
        snapshot, DAY, Basis.ASSESSED, SINCE, (), words=words_of(), limits=Limits(movement=10_000)
    )
    everything = table(comparison_document(full), "Movement since 1 September 2022").rows
    assert rows_left_out(comparison(), "Movement since 1 September 2022") == len(everything) - LIMITS.movement


def test_the_history_keeps_what_took_effect_last() -> None:
    assert len(table(comparison(), "Annex: position history").rows) == LIMITS.history
    left = rows_left_out(comparison(), "Annex: position history")
    assert left == len(crowd().table)  # those left out and those shown


def test_conditions_beyond_the_limit_are_counted() -> None:
    assert len(table(comparison(), "Conditions").rows) == LIMITS.conditions
    assert f"Conditions left out: {300 - LIMITS.conditions}." in plain_text(comparison())


def test_nobodys_wording_is_printed_where_there_are_too_many() -> None:
    assert "has to be settled in the way it has long held" not in plain_text(comparison())
    assert "their wording is left out, that of all alike" in plain_text(comparison())


def test_those_whose_agreement_is_needed_keep_their_wording() -> None:
    found = section(comparison(3), "Question 1")
    first = next(block for block in found if isinstance(block, Table))
    assert [words(row[0]) for row in first.rows] == [["Country 0"], ["Country 1"], ["Country 2"]]
    state = next(block for block in comparison(3).parts[0].blocks if isinstance(block, Table))
    named = " ".join(line for row in state.rows for line in words(row[1]))
    assert "Country 2" in named
    assert "Country 3" not in named


def test_the_stances_of_all_are_counted_answer_by_answer() -> None:
    snapshot = crowd()
    material = Material.of(snapshot, DAY, Basis.ASSESSED, None, (), words=words_of())
    answers = next(block for block in section(comparison(), "Question 1") if isinstance(block, Table))
    for number, row in enumerate(answers.rows):
        demanding = (material.standing.stances(1)[:, number] == Stance.DEMANDS).sum()
        line = next(line for line in words(row[1]) if line.startswith("demands: "))
        names = line.removeprefix("demands: ").replace(" and ", ", ").split(", ")
        more = int(names[-1].removesuffix(" more")) if names[-1].endswith(" more") else 0
        assert len(names) - bool(more) + more == demanding


def test_up_to_the_limit_all_stand_side_by_side() -> None:
    case = large_case(LIMITS.side_by_side, 3)
    snapshot = take_snapshot(columns_of(case), TEAM)
    text = plain_text(make_document(snapshot, BriefOrder(BriefKind.COMPARISON, DAY)))
    assert "has to be settled" in text
    assert "left out, that of all alike" not in text


def test_a_change_brief_counts_what_it_leaves_out_under_each_kind() -> None:
    document = make_document(crowd(), BriefOrder(BriefKind.CHANGES, DAY, since=SINCE))
    for title in headings(document):
        rows = [block for block in section(document, title) if isinstance(block, Table)]
        assert all(len(own.rows) <= LIMITS.changes for own in rows[:1]) or title.startswith("Annex")
    assert "More of these, left out: " in plain_text(document)


@pytest.mark.parametrize("needed", [0, 3])
def test_every_source_cited_stands_in_the_annex(needed: int) -> None:
    text = plain_text(comparison(needed))
    listed = {words(row[0])[0] for row in table(comparison(needed), "Annex: sources").rows}
    assert set(re.findall(r"\[\d+\]", text)) == listed
