"""A position brief has four pages at most, whatever the case holds, and says what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.briefs.content import Document, plain_text
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.pdf_writer import pdf_bytes
from workbench.briefs.shortening import STEPS, Shortening
from workbench.briefs.words import words_of
from workbench.columns import columns_of
from workbench.domain.audience import TEAM
from workbench.domain.case import Case
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.linkage import Linkage
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import LinkageKind, Stance, Terms, TimePressure, Track
from workbench.snapshot import take_snapshot

from .extract import pdf_pages
from .sample import MADE_AT

DAY = date(2023, 6, 1)
PUBLIC = Handling.PUBLIC


def heavy_case(issues: int, length: int, each: int) -> Case:
    """One party with much to say: `length` words a text, `each` of everything else."""
    text = " ".join(["considerable"] * length)
    numbers = range(issues)
    both = (("2019", Track.DECLARED, Stance.DEMANDS), ("2023-01", Track.ASSESSED, Stance.OPPOSES))
    return Case(
        parties=(Party("A", f"Party A {text}", "A", handling=PUBLIC), Party("B", "B", handling=PUBLIC)),
        issues=tuple(
            Issue(f"I{n}", f"Issue {n} {text}", text, needed=("A", "B"), handling=PUBLIC) for n in numbers
        ),
        options=tuple(
            Option(f"I{n}", f"o{o}", f"Option {o} {text}", handling=PUBLIC) for n in numbers for o in range(5)
        ),
        sources=tuple(
            Source(f"S{n}", f"Title {text}", attribution=text, terms=Terms.ON_RECORD, handling=PUBLIC)
            for n in range(each)
        ),
        positions=tuple(
            Position(
                f"{party}{n}{since}", party, f"I{n}", parse_date(since), track, handling=PUBLIC,
                stances={f"o{o}": stance if o % 2 else Stance.RED_LINE for o in range(4)},
                salience=float(n % 100), time_pressure=TimePressure.URGENT, limit_owner=text, statement=text,
                interest=f"{n} {text}", readings=f"{text}|{text}",
                sources=tuple(SourceReference(f"S{s}") for s in range(min(each, 6))),
            )
            for n in numbers for party in "AB" for since, track, stance in both
        ),
        linkages=tuple(
            Linkage(f"L{n}", LinkageKind.EXCLUDES, "I0", "o0", "I0", "o1", "A", handling=PUBLIC)
            for n in range(each)
        ),
        events=tuple(
            Event(
                f"E{n}", parse_date("2022" if n % 2 else "2030"), f"Event {text}",
                kind="" if n % 2 else "deadline", description=text, parties=("A",), handling=PUBLIC,
            )
            for n in range(2 * each)
        ),
        terms=tuple(Term("free", f"own {n} {text}", f"neutral {n}", "A", "en") for n in range(each)),
    )  # fmt: skip


def brief(case: Case) -> Document:
    snapshot = take_snapshot(columns_of(case), TEAM)
    return make_document(
        snapshot, BriefOrder(BriefKind.POSITION, DAY, parties=("A",), since=date(2022, 1, 1))
    )


@pytest.mark.parametrize(
    ("issues", "length", "each"),
    [(1, 1, 1), (14, 3, 4), (25, 6, 8), (30, 20, 20), (60, 40, 40), (8, 200, 60)],
)
def test_there_are_four_pages_at_most(issues: int, length: int, each: int) -> None:
    assert len(pdf_pages(pdf_bytes(brief(heavy_case(issues, length, each)), MADE_AT))) <= 4


@given(st.integers(1, 60), st.integers(1, 80), st.integers(1, 40))
@settings(deadline=None, max_examples=12)
def test_no_case_makes_it_longer(issues: int, length: int, each: int) -> None:
    assert len(pdf_pages(pdf_bytes(brief(heavy_case(issues, length, each)), MADE_AT))) <= 4


def test_what_is_left_out_is_counted_and_nothing_is_left_out_silently() -> None:
    short, long = brief(heavy_case(4, 1, 2)), plain_text(brief(heavy_case(60, 30, 30)))
    assert "Left out" not in plain_text(short)
    last = long.splitlines()[-1]
    assert last.startswith("Left out: ")
    for what in (
        "positions",
        "changes",
        "conditions",
        "earlier events",
        "later deadlines",
        "names",
        "texts longer",
    ):
        assert what in last


def test_the_positions_kept_are_those_of_highest_salience() -> None:
    text = plain_text(brief(heavy_case(60, 30, 30)))
    positions = text.partition("\nPositions\n")[2].partition("\nWhy")[0]
    assert "Issue 59 " in positions
    assert "Issue 0 " not in positions


def test_every_step_is_narrower_than_the_one_before() -> None:
    for wide, narrow in pairwise(STEPS):
        pairs = [(getattr(wide, name), getattr(narrow, name)) for name in wide.__slots__]
        assert all(before >= after for before, after in pairs)
        assert wide != narrow


@given(st.text(min_size=1, max_size=200))
def test_a_text_is_cut_behind_a_word_and_marked(text: str) -> None:
    caps = replace(STEPS[0], text=40)
    cut = Shortening(caps, words_of()).text(text)
    assert len(cut) <= 41
    assert cut.endswith("…") or len(cut) <= 40


def test_a_short_text_stays_and_counts_for_nothing() -> None:
    short = Shortening(STEPS[0], words_of())
    assert short.text("short") == "short"
    assert short.says() == []
