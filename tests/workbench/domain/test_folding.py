from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.folding import find_folded, fold, match_rank


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("xankendi", "Xankəndi"),
        ("NAXCIVAN", "Naxçıvan"),
        ("naxçivan", "NAXÇIVAN"),
        ("İstanbul", "istanbul"),
        ("եւ", "և"),
        ("ереван", "Ерёван"),
        ("eliyev", "Ǝliyev"),
        ("fußball", "FUSSBALL"),
        ("e\u0301tat", "État"),
        ("степанакерт", "Степанакерт"),
        ("ａｂｃ", "abc"),
    ],
)
def test_like_finds_like(typed: str, stored: str) -> None:
    assert fold(typed) == fold(stored)


def test_scripts_are_not_turned_into_one_another() -> None:
    assert fold("Stepanakert") != fold("Степанакерт")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_nothing_folded_carries_a_mark(text: str) -> None:
    assert not any(unicodedata.combining(sign) for sign in fold(text))


@given(st.text(alphabet="abc xyz", min_size=1))
def test_a_text_finds_itself_first(text: str) -> None:
    assert match_rank(fold(text), fold(text)) == 0


def test_exact_then_beginning_then_word_then_inside() -> None:
    names = ["unmandated", "the mandate", "mandate beyond 2025", "mandate", "status"]
    found = find_folded("Mandate", [((fold(name),), name) for name in names])
    assert found == ["mandate", "mandate beyond 2025", "the mandate", "unmandated"]


def test_words_may_stand_in_any_order() -> None:
    assert find_folded("lachin control", [((fold("Control of the Lachin corridor"),), 1)]) == [1]


def test_what_is_not_there_is_not_found() -> None:
    assert find_folded("lachin syunik", [((fold("Control of the Lachin corridor"),), 1)]) == []


@given(st.text(max_size=30) | st.text(st.characters(max_codepoint=127), max_size=30))
def test_a_short_way_for_plain_letters_leads_to_the_same(text: str) -> None:
    twins = {"ı": "i", "ə": "e", "և": "եւ", "ё": "е", "ǝ": "e"}

    def plain(said: str) -> str:
        return "".join(twins.get(sign, sign) for sign in said)

    said = unicodedata.normalize("NFKD", plain(unicodedata.normalize("NFKC", text).casefold()))
    bare = "".join(sign for sign in said if not unicodedata.combining(sign))
    assert fold(text) == " ".join(plain(unicodedata.normalize("NFKC", bare)).split())
