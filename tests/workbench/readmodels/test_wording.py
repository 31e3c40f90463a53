from __future__ import annotations

import pytest

from workbench.domain.dates import parse_date
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.wording import (
    count_in_words,
    listing,
    listing_of_many,
    since_in_words,
    stance_clauses,
    stance_of_several,
)


@pytest.mark.parametrize(
    ("stance", "kind", "parties", "words"),
    [
        (Stance.DEMANDS, IssueKind.SUBSTANCE, 1, "demands it"),
        (Stance.DEMANDS, IssueKind.SUBSTANCE, 2, "demand it"),
        (Stance.RED_LINE, IssueKind.PROCEDURE, 2, "will not have it"),
        (Stance.RED_LINE, IssueKind.FACT, 1, "rejects it"),
        (Stance.TOLERATES, IssueKind.NORM, 1, "leaves it open"),
        (Stance.TOLERATES, IssueKind.NORM, 3, "leave it open"),
        (Stance.ACCEPTS, IssueKind.FACT, 1, "agrees to it"),
        (Stance.ACCEPTS, IssueKind.FACT, 2, "agree to it"),
    ],
)
def test_stances_in_a_sentence(stance: Stance, kind: IssueKind, parties: int, words: str) -> None:
    assert stance_of_several(stance, kind, parties, "it") == words


def test_every_stance_has_a_plural() -> None:
    for kind in IssueKind:
        for stance in Stance:
            assert stance_of_several(stance, kind, 2, "it")


def test_lists_counts_and_dates() -> None:
    assert [listing("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert (count_in_words(1, "day", "days"), count_in_words(0, "day", "days")) == ("1 day", "0 days")
    assert since_in_words(parse_date("201X")) == "201X, at the latest"
    assert since_in_words(parse_date("2022-03~")) == "2022-03~"


def test_clauses_group_options_by_stance_best_first() -> None:
    stances = (Stance.RED_LINE, Stance.DEMANDS, None, Stance.DEMANDS)
    clauses = stance_clauses(stances, ("w", "x", "y", "z"), IssueKind.SUBSTANCE)
    assert clauses == ["demands x and z", "will not have w"]


def test_of_many_words_two_are_named() -> None:
    words = [f"P{number}" for number in range(200)]
    assert listing_of_many(words) == "P0, P1 and 198 others"
    assert listing_of_many(words[:12]) == listing(words[:12])
    assert listing_of_many(words[:13]) == "P0, P1 and 11 others"
