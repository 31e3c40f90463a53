from __future__ import annotations

import pytest

from workbench.domain.dates import parse_date
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.wording import (
    count_in_words,
    listing,
    listing_of_many,
    parties_say,
    since_in_words,
    stance_clauses,
)


@pytest.mark.parametrize(
    ("stance", "kind", "parties", "words"),
    [
        (Stance.DEMANDS, IssueKind.SUBSTANCE, "A", "A demands it"),
        (Stance.DEMANDS, IssueKind.SUBSTANCE, "AB", "A and B demand it"),
        (Stance.RED_LINE, IssueKind.PROCEDURE, "AB", "A and B will not have it"),
        (Stance.RED_LINE, IssueKind.FACT, "A", "A rejects it"),
        (Stance.TOLERATES, IssueKind.NORM, "A", "A leaves it open"),
        (Stance.TOLERATES, IssueKind.NORM, "ABC", "A, B and C leave it open"),
        (Stance.ACCEPTS, IssueKind.FACT, "A", "A agrees to it"),
        (Stance.ACCEPTS, IssueKind.FACT, "AB", "A and B agree to it"),
        (None, IssueKind.FACT, "A", "A has said nothing of it"),
        (None, IssueKind.SUBSTANCE, "AB", "A and B have said nothing of it"),
    ],
)
def test_stances_in_a_sentence(stance: Stance | None, kind: IssueKind, parties: str, words: str) -> None:
    assert parties_say(stance, kind, list(parties)) == words


def test_every_stance_has_a_singular_and_a_plural_of_its_own() -> None:
    for kind in IssueKind:
        for number in (1, 2):
            said = {parties_say(stance, kind, ["A"] * number) for stance in (*Stance, None)}
            assert len(said) == len(Stance) + 1


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
