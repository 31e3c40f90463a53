from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from workbench.analysis.changes import ChangeKind
from workbench.briefs.errors import BriefError
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.words import languages, words_of
from workbench.domain.audience import AudienceKind
from workbench.domain.level import Level
from workbench.domain.vocabulary import (
    Agenda,
    Confidence,
    IssueKind,
    SourceKind,
    Stance,
    Strength,
    Terms,
    Track,
)
from workbench.readmodels.wording import day_in_words, stance_verb

from .sample import DAY, sample_snapshot


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("vocabulary", [Level, Track, Confidence, SourceKind, Terms, Strength, ChangeKind])
def test_every_word_of_a_vocabulary_is_there(language: str, vocabulary: type[StrEnum]) -> None:
    words = words_of(language)
    assert all(words.of(word) for word in vocabulary)


@pytest.mark.parametrize("language", languages())
def test_the_words_for_stances_levels_agendas_and_readers_are_there(language: str) -> None:
    words = words_of(language)
    assert all(words.verb(stance, kind) for stance in Stance for kind in IssueKind)
    assert all(words.data("levels")[level.value] for level in Level)
    assert all(words.of(own) for own in Agenda if own is not Agenda.ON_AGENDA)
    assert all(words.say(f"brief.{kind}", party="X") for kind in AudienceKind)
    assert all(words.say(f"changes.{kind.name.lower()}") for kind in ChangeKind if kind != "unchanged")


def test_english_reads_as_on_the_screen() -> None:
    words = words_of("en")
    assert words.day(DAY) == day_in_words(DAY)
    for stance in Stance:
        for kind in IssueKind:
            assert words.verb(stance, kind) == stance_verb(stance, kind)


def test_lists_end_with_how_many_more_there_are() -> None:
    words = words_of()
    assert words.names(["a", "b", "c"], 3) == "a, b and c"
    assert words.names(["a", "b", "c", "d", "e"], 3) == "a, b, c and 2 more"
    assert words.alternatives(["a", "b"]) == "a or b"


@pytest.mark.parametrize("language", ["hy", "xx-YY", "", "../../etc", "en_GB"])
def test_an_unknown_language_is_a_clear_error(language: str) -> None:
    with pytest.raises(BriefError, match="There are: ar, en"):
        make_document(sample_snapshot("team"), BriefOrder(BriefKind.COMPARISON, DAY, language=language))


def test_a_region_takes_the_words_of_its_language_and_keeps_its_tag() -> None:
    order = BriefOrder(BriefKind.COMPARISON, date(2023, 3, 20), language="en-IE")
    assert make_document(sample_snapshot("team"), order).language == "en-IE"
