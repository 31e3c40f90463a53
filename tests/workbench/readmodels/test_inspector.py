from __future__ import annotations

from datetime import date

import pytest

from tests.sample_case import sample_case
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.errors import UnknownCodeError
from workbench.domain.level import Level
from workbench.domain.vocabulary import Basis
from workbench.readmodels.inspector import inspect_cell
from workbench.readmodels.inspector_types import Inspection
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)


def inspect(*parties: str, issue: str = "lachin", audience: Audience = PRINCIPAL) -> Inspection:
    snapshot = take_snapshot(columns_of(sample_case()), audience)
    return inspect_cell(snapshot, DAY, Basis.ASSESSED, parties, issue)


def every_text(own: Inspection) -> str:
    return repr(own)


def test_the_ladder_sets_stances_side_by_side() -> None:
    own = inspect("BAK", "STP")
    words = {step.option: step.words for step in own.ladder}
    assert words == {
        "free": ("red line", "demands"),
        "rus-check": ("opposes", "accepts"),
        "intl": ("presumed opposed", "presumed opposed"),
        "scan": ("accepts", "tolerates"),
        "az-check": ("demands", "red line"),
    }
    assert [step.option for step in own.ladder if step.is_meeting] == ["scan"]
    assert own.level is Level.BRIDGEABLE


def test_sentences_say_level_who_decides_and_on_what_it_rests() -> None:
    sentences = " ".join(inspect("BAK", "STP").sentences)
    assert "There is an option that all could live with." in sentences
    assert "Baku accepts it; Stepanakert tolerates it." in sentences
    assert "2 positions (assessed)" in sentences
    assert "lowest confidence: moderate" in sentences


def test_of_a_list_of_options_the_ladder_says_who_wants_what() -> None:
    own = inspect("BAK", "YER", "STP", "MOW", audience=Audience.parse("party:YER"))
    assert sum(step.is_meeting for step in own.ladder) == 3
    sentences = " ".join(own.sentences)
    assert "Least resisted: “Free passage under Russian peacekeepers”," in sentences
    assert "demand it" not in sentences


def test_where_every_option_is_a_red_line_none_is_called_the_least_resisted() -> None:
    own = inspect("BAK", "STP", issue="borders")
    assert own.sentences[0] == "Every option on the list crosses a stated red line."
    assert not any("Least resisted" in sentence for sentence in own.sentences)


def test_questions_say_whom_to_ask_and_what_it_would_change() -> None:
    (question,) = inspect("BAK", "STP").questions
    assert question.startswith("Would Baku and Stepanakert each accept “International inspectors”?")
    assert question.endswith("✓ compatible.")


def test_a_single_stance_that_would_change_the_level_is_named() -> None:
    (section,) = inspect("BAK", "STP").sections
    lines = [fact.text for fact in section.facts]
    assert any(
        "✓ compatible if Stepanakert were at “accepts” on “Remote scanners read by Baku”" in line
        for line in lines
    )
    assert any("✕ conflicting" in line for line in lines)
    assert inspect("BAK").sections == ()
    assert inspect("EU", "THR").sections == ()


def test_histories_are_newest_first_and_name_their_sources() -> None:
    own = inspect("BAK", "STP")
    baku = own.histories[0]
    assert [entry.ref for entry in baku.entries] == [
        "bak-lachin-2023-03-a",
        "bak-lachin-2023-01-12-d",
        "bak-lachin-2022-12-12-a",
        "bak-lachin-2020-11-10-d",
    ]
    assert [entry.is_standing for entry in baku.entries] == [True, False, False, False]
    assert [link.key for link in baku.entries[0].sources] == [("INT-STP3",), ("INT-BAK2",)]


def test_one_party_alone_has_no_level() -> None:
    own = inspect("BAK")
    assert own.level is None
    assert own.title == "Baku"
    assert not [step for step in own.ladder if step.is_meeting]
    assert own.questions == ()


def test_a_silent_party_is_named_and_left_out() -> None:
    own = inspect("BAK", "STP", "EU")
    assert "No position stated: EU." in own.sentences
    assert all(step.words[2] == "" for step in own.ladder)
    assert own.level is Level.BRIDGEABLE
    assert inspect("EU", "THR").level is Level.UNKNOWN


def test_linkages_and_judgements_that_touch_the_issue_are_named() -> None:
    own = inspect("BAK", "STP")
    assert {fact.link.key for fact in own.linkages if fact.link} == {
        ("c4c-1",),
        ("c4c-2",),
        ("law-4",),
        ("law-5",),
    }
    talks = inspect("BAK", "STP", issue="talks")
    assert "judged ✕ conflicting" in talks.judgements[0].heading


def test_nothing_of_the_restricted_arrangement_reaches_the_public() -> None:
    text = every_text(inspect("BAK", "STP", audience=PUBLIC))
    for hidden in ("scan", "Scan", "salience", "Relief now", "INT-", "moderate"):
        assert hidden not in text
    with pytest.raises(UnknownCodeError):
        inspect("BAK", issue="dismissal", audience=PUBLIC)
