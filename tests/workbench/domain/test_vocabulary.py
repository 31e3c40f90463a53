from __future__ import annotations

import pytest

from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.codes import SourceReference, parse_code
from workbench.domain.errors import InvalidValueError
from workbench.domain.handling import Handling, narrowest
from workbench.domain.level import Level
from workbench.domain.vocabulary import IssueKind, Scale, Stance, parse_word


def test_stances_count_as_defined() -> None:
    words = {"demands": 2, "accepts": 1, "tolerates": 0, "opposes": -1, "red line": -2}
    assert {stance.word: int(stance) for stance in Stance} == words
    assert all(Stance.from_word(word) == value for word, value in words.items())
    with pytest.raises(InvalidValueError):
        Stance.from_word("Demands")


def test_facts_and_norms_are_held() -> None:
    held = [stance.reading(IssueKind.FACT) for stance in Stance]
    assert held == ["holds", "agrees", "leaves open", "doubts", "rejects"]
    assert Stance.DEMANDS.reading(IssueKind.NORM) == "holds"
    assert Stance.DEMANDS.reading(IssueKind.PROCEDURE) == "demands"


def test_the_narrowest_record_marks_a_document() -> None:
    assert narrowest([]) is Handling.PUBLIC
    assert narrowest([Handling.ROOM, Handling.RESTRICTED, Handling.TEAM]) is Handling.RESTRICTED
    markings = [handling.marking for handling in Handling]
    assert markings == ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER+STRICT", "TLP:RED"]


@pytest.mark.parametrize("text", ["public", "room", "team", "principal", "vault", "party:BAK"])
def test_audiences_read_back(text: str) -> None:
    assert str(Audience.parse(text)) == text


@pytest.mark.parametrize("text", ["", "party", "party:", "everyone", "room:BAK", "Public"])
def test_what_is_no_audience_says_so(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Audience.parse(text)


def test_reach_of_audiences() -> None:
    reached = {
        kind: [handling.value for handling in Handling if Audience(kind).reaches(handling)]
        for kind in AudienceKind
    }
    everything = ["public", "room", "team", "restricted"]
    assert reached == {
        AudienceKind.PUBLIC: everything[:1],
        AudienceKind.ROOM: everything[:2],
        AudienceKind.PARTY: everything[:2],
        AudienceKind.TEAM: everything[:3],
        AudienceKind.PRINCIPAL: everything,
        AudienceKind.VAULT: everything,
    }


def test_levels_of_room() -> None:
    marks = {2: "=", 1: "✓", 0: "~", -1: "✕", -2: "■", None: "?"}
    assert {room: Level.of(room).mark for room in marks} == marks


@pytest.mark.parametrize(
    ("text", "code", "credibility", "place"),
    [
        ("TRI20", "TRI20", None, ""),
        ("TRI20:1", "TRI20", 1, ""),
        ("TRI20@art. 6", "TRI20", None, "art. 6"),
        ("TRI20:1@art. 6", "TRI20", 1, "art. 6"),
        ("https://a.example/x", "https://a.example/x", None, ""),
        ("A:7", "A:7", None, ""),
        ("T@p. 3: top", "T", None, "p. 3: top"),
    ],
)
def test_source_references(text: str, code: str, credibility: int | None, place: str) -> None:
    reference = SourceReference.parse(text)
    assert (reference.code, reference.credibility, reference.place) == (code, credibility, place)
    assert str(reference) == text


def test_codes_and_words() -> None:
    assert parse_code("R/1/66 x") == "R/1/66 x"
    for text in ("", " a", "a;b", "a\nb"):
        with pytest.raises(InvalidValueError):
            parse_code(text)
    assert parse_word(Scale, "ordered") is Scale.ORDERED
    with pytest.raises(InvalidValueError, match="nominal"):
        parse_word(Scale, "cardinal")
