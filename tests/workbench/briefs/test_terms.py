from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.briefs.content import Heading, Table, plain_text
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.terms import TermPolicy, in_terms_of, policy_for
from workbench.domain.errors import UnknownCodeError
from workbench.domain.term import Term

from .sample import DAY, sample_snapshot, whole_case

ORDER = ("BAK", "YER", "STP")
TERMS = whole_case().terms


def policy(name: str, terms: tuple[Term, ...] = TERMS) -> TermPolicy:
    return TermPolicy(terms, name, "en", ORDER)


@pytest.mark.parametrize(
    ("name", "text", "subject", "wanted"),
    [
        ("neutral", "Control of the Lachin corridor", "issue:lachin", "Control of the Lachin corridor"),
        ("neutral", "Control of the Lachin road", "issue:lachin", "Control of the Lachin corridor"),
        # In the title of something else the same words may mean something else.
        ("neutral", "Reopening the Lachin road", "issue:blockade", "Reopening the Lachin road"),
        ("neutral", "Status of the Karabakh Armenians", "issue:status", "Status of the Karabakh Armenians"),
        ("neutral", "Borders of Artsakh", "", "Borders of Nagorno-Karabakh"),
        ("BAK", "Control of the Lachin corridor", "issue:lachin", "Control of the Lachin road"),
        ("BAK", "Transport link through Syunik", "issue:syunik", "Zangezur corridor"),
        ("BAK", "Stepanakert", "party:STP", "Xankəndi"),
        ("BAK", "Who speaks for Stepanakert", "issue:interlocutor", "Who speaks for Xankəndi"),
        ("YER", "Stepanakert", "party:STP", "Stepanakert"),
        ("STP", "Talks on Nagorno-Karabakh", "", "Talks on Artsakh"),
        ("both", "Stepanakert", "party:STP", "Xankəndi / Ստեփանակերտ"),
        ("both", "Lachin corridor", "issue:lachin", "Lachin road / road of life"),
        ("both", "Lachin corridors", "issue:lachin", "Lachin corridors"),
        (
            "neutral",
            "Authorities in Stepanakert (self-proclaimed Republic of Artsakh)",
            "party:STP",
            "Authorities in Stepanakert (self-proclaimed Republic of Artsakh)",
        ),
    ],
)
def test_names_follow_the_policy(name: str, text: str, subject: str, wanted: str) -> None:
    assert policy(name).apply(text, subject) == wanted


def test_a_name_of_one_party_only_stands_beside_the_neutral_one_under_both() -> None:
    terms = (Term("free", "Own", "Neutral", "BAK", "en"),)
    assert policy("both", terms).apply("The Neutral line") == "The Neutral / Own line"


FRENCH = (
    Term("issue:lachin", "corridor de Latchine", "Lachin corridor", "", "fr-FR"),
    Term("issue:lachin", "Lachin road", "Lachin corridor", "BAK", "en"),
    Term("issue:lachin", "route de Latchine", "Lachin corridor", "BAK", "fr"),
)


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("neutral", "fr", "Corridor de Latchine"),
        ("neutral", "en", "Lachin corridor"),
        ("neutral", "ru", "Lachin corridor"),
        ("BAK", "fr", "Route de Latchine"),
        ("YER", "fr", "Corridor de Latchine"),
        ("both", "fr", "Corridor de Latchine / route de Latchine"),
    ],
)
def test_forms_in_the_language_of_the_brief_are_taken_where_there_are_any(
    name: str, language: str, wanted: str
) -> None:
    policy = TermPolicy(FRENCH, name, language, ORDER)
    assert policy.apply("Lachin corridor", "issue:lachin") == wanted
    assert {own.term for own in TermPolicy(FRENCH, "neutral", language, ORDER).avoided()} == {
        "Lachin road",
        "route de Latchine",
    }


def test_a_form_in_the_language_of_the_brief_is_taken_first() -> None:
    terms = (Term("free", "Ստեփ", "Neutral", "STP", "hy"), Term("free", "Step", "Neutral", "STP", "en"))
    assert policy("STP", terms).apply("Neutral") == "Step"


@given(st.text())
def test_a_case_without_terms_changes_no_text(text: str) -> None:
    assert policy("neutral", ()).apply(text) == text


@pytest.mark.parametrize("name", ["neutral", "both", "BAK", "STP"])
def test_codes_positions_and_what_was_said_stay(name: str) -> None:
    before = sample_snapshot("team")
    after = in_terms_of(before, policy_for(before, name))
    assert after.table is before.table
    assert [own.code for own in after.parties] == [own.code for own in before.parties]
    assert after.case.terms == before.case.terms
    assert after.case.sources == before.case.sources
    assert [own.description for own in after.case.options] == [own.description for own in before.case.options]


def test_the_titles_of_a_brief_follow_the_policy_and_its_quotations_do_not() -> None:
    document = make_document(sample_snapshot("public"), BriefOrder(BriefKind.COMPARISON, DAY, terms="BAK"))
    headings = [block.text for part in document.parts for block in part.blocks if isinstance(block, Heading)]
    assert "Control of the Lachin road" in headings
    assert "Zangezur corridor" in headings
    table = next(block for block in document.parts[0].blocks if isinstance(block, Table))
    assert [cell.lines[0].text for cell in table.header[1:4]] == ["Baku", "Yerevan", "Xankəndi"]
    assert "Xankəndi: “Ստեփանակերտ” (hy)" in plain_text(document)


def test_an_unknown_party_is_named() -> None:
    with pytest.raises(UnknownCodeError, match="XXX"):
        policy_for(sample_snapshot("team"), "XXX")


def test_names_of_a_party_out_of_reach_are_not_known() -> None:
    case = replace(sample_snapshot("team").case, parties=sample_snapshot("team").parties[:2])
    with pytest.raises(UnknownCodeError, match="STP"):
        policy_for(replace(sample_snapshot("team"), case=case), "STP")


def test_under_both_nothing_is_to_be_avoided_and_else_the_forms_of_the_others() -> None:
    assert policy("both").avoided() == ()
    assert {term.party for term in policy("BAK").avoided()} == {"STP", "YER"}
    assert {term.term for term in policy("neutral").avoided()} >= {"Artsakh", "Zangezur corridor"}
