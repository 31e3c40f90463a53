from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.folding import find_folded, fold
from workbench.finding import Sought, find_names, latin, names_to_find, text_to_find


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Степанакерт", "Stepanakert"),
        ("Ստեփանակերտ", "Stepanakert"),
        ("stepanakert", "Степанакерт"),
        ("Степанакерт", "Ստեփանակերտ"),
        ("ЛАЧИН", "Control of the Lachin corridor"),
        ("NAXCIVAN", "Naxçıvan"),
        ("եւ", "և"),
    ],
)
def test_a_name_in_any_script_finds_its_like(typed: str, name: str) -> None:
    assert find_names(typed, [(names_to_find([name]), name)]) == [name]
    assert find_names(typed, [(names_to_find(["Something else"]), name)]) == []


def test_the_same_script_comes_first() -> None:
    names = ["Stepanakert", "Степанакерт"]
    items = [(names_to_find([name]), name) for name in names]
    assert find_names("Степанакерт", items) == ["Степанакерт", "Stepanakert"]


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=6))
def test_nothing_that_is_found_by_folding_is_lost(names: list[str], query: str) -> None:
    items = [(names_to_find([name]), place) for place, name in enumerate(names)]
    plain = find_folded(query, [((fold(name),), place) for place, name in enumerate(names) if name])
    assert set(plain) <= set(find_names(query, items))


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_letters_stay(text: str) -> None:
    assert latin(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Степанакерт", "Chants for unification in Stepanakert"),
        ("stepanakert", "Говорят из Степанакерта"),
        ("Ստեփանակերտ речь", "Речь в Степанакерте"),
        ("xankendi", "Xankəndi / Ստեփանակերտ"),
        ("corridor the", "Control of the Lachin corridor"),
    ],
)
def test_words_in_any_script_are_found_in_a_text(typed: str, text: str) -> None:
    assert Sought.of(typed).is_in(text_to_find(text))
    assert not Sought.of(f"{typed} zzz").is_in(text_to_find(text))


@given(st.text(max_size=30), st.text(max_size=6))
def test_a_text_that_holds_the_words_folded_is_always_found(text: str, query: str) -> None:
    if all(word in fold(text) for word in fold(query).split()):
        assert Sought.of(query).is_in(text_to_find(text))


@given(st.text(max_size=8))
def test_nothing_is_sought_for_blanks_alone(query: str) -> None:
    assert bool(Sought.of(query)) == bool(fold(query))
