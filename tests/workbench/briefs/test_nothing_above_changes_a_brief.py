"""Two cases that differ only in records above an audience give that audience the same brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import OPTIONS, PARTIES, cases, handlings
from workbench.briefs.content import Document, plain_text
from workbench.briefs.html_writer import html_bytes
from workbench.briefs.markdown_writer import markdown_bytes
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, TEAM, Audience, AudienceKind
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import LinkageKind, Stance, Terms, Track
from workbench.snapshot import take_snapshot

from .sample import MADE_AT

PARTY_A = Audience(AudienceKind.PARTY, "A")
ABOVE = {PUBLIC: Handling.ROOM, ROOM: Handling.TEAM, PARTY_A: Handling.TEAM, TEAM: Handling.RESTRICTED}
DAY, SINCE = date(2023, 3, 20), date(2021, 1, 1)
WORD = "zzsecretzz"


def briefs(case: Case, audience: Audience) -> list[Document]:
    snapshot = take_snapshot(columns_of(case), audience)
    orders = [
        BriefOrder(BriefKind.COMPARISON, DAY, since=SINCE),
        BriefOrder(BriefKind.CHANGES, DAY, since=SINCE),
    ]
    orders += [
        BriefOrder(BriefKind.POSITION, DAY, since=SINCE, parties=(party.code,)) for party in snapshot.parties
    ]
    return [make_document(snapshot, order) for order in orders]


def with_more_above(case: Case, handling: Handling, stance: Stance) -> Case:
    """The case with a record of every kind above an audience, tied to whatever there is."""
    since = parse_date("2022-01-01")
    position = Position(
        WORD, PARTIES[0], "I", since, Track.DECLARED, stances=dict.fromkeys(OPTIONS, stance),
        handling=handling, salience=99.0, statement=WORD, interest=WORD, readings=WORD, limit_owner=WORD,
    )  # fmt: skip
    return replace(
        case,
        parties=(*case.parties, Party(WORD, WORD, handling=handling)),
        options=(*case.options, Option("I", WORD, WORD, 0.9, handling)),
        sources=(
            *case.sources,
            Source(WORD, WORD, attribution=WORD, terms=Terms.ON_RECORD, handling=handling),
        ),
        positions=(
            *(
                replace(own, stances=dict.fromkeys(OPTIONS, stance), statement=WORD, interest=WORD)
                if own.handling.narrowness >= handling.narrowness and not own.known_to
                else own
                for own in case.positions
            ),
            position,
            replace(position, ref=f"{WORD}2", track=Track.ASSESSED, issue="J"),
        ),
        linkages=(Linkage(WORD, LinkageKind.EXCLUDES, "I", "o", "J", "p", PARTIES[0], handling=handling),),
        events=(Event(WORD, since, WORD, parties=(PARTIES[0],), handling=handling),),
        packages=(Package(WORD, WORD, PARTIES[0], handling=handling, choices={"I": "o"}),),
        judgements=(Judgement(WORD, PARTIES[:2], "I", Level.ALIGNED, handling=handling, reason=WORD),),
    )


@given(cases(handlings), st.sampled_from(list(ABOVE)), st.sampled_from(list(Stance)))
@settings(deadline=None, max_examples=60)
def test_what_is_above_an_audience_changes_no_brief(case: Case, audience: Audience, stance: Stance) -> None:
    if audience is PARTY_A and all(party.code != "A" for party in case.parties):
        return
    more = with_more_above(case, ABOVE[audience], stance)
    assert briefs(more, audience) == briefs(case, audience)


@pytest.mark.parametrize("audience", ABOVE)
def test_a_record_above_stands_in_no_format(audience: Audience) -> None:
    for document in briefs(fixed_case(ABOVE[audience]), audience):
        for writer in (html_bytes, markdown_bytes):
            assert WORD not in writer(document, MADE_AT).decode("utf-8")


def test_the_test_would_see_a_difference() -> None:
    documents = briefs(fixed_case(Handling.TEAM), TEAM)
    assert all(WORD in plain_text(document) for document in documents[:3])


def fixed_case(handling: Handling) -> Case:
    parties = tuple(Party(code, f"Party {code}", handling=Handling.PUBLIC) for code in PARTIES)
    issues = tuple(Issue(code, f"Issue {code}", handling=Handling.PUBLIC) for code in ("I", "J"))
    options = tuple(Option(issue, code, f"{code} of {issue}") for issue in ("I", "J") for code in OPTIONS)
    return with_more_above(Case(parties=parties, issues=issues, options=options), handling, Stance.DEMANDS)
