"""The words of dates are data: any language with a set of its own is read and said like English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.domain.date_languages import AZERBAIJANI, GERMAN
from tests.workbench.domain.test_dates_spoken import TODAY, texts
from workbench.domain import dates_words
from workbench.domain.dates import parse_date
from workbench.domain.dates_points import AmbiguousDateError
from workbench.domain.dates_spoken import read_date, say_date
from workbench.domain.dates_words import ENGLISH, LANGUAGES, DateWords, words_of
from workbench.domain.errors import InvalidValueError

SETS = {**LANGUAGES, "de": GERMAN, "az": AZERBAIJANI}


@pytest.mark.parametrize("words", SETS.values(), ids=SETS)
@given(text=texts())
def test_what_a_language_says_reads_back_to_the_same_date(words: DateWords, text: str) -> None:
    assert read_date(say_date(parse_date(text), words), TODAY, words).text == text


@pytest.mark.parametrize("words", SETS.values(), ids=SETS)
@given(text=texts())
def test_edtf_passes_in_every_language(words: DateWords, text: str) -> None:
    assert read_date(text, TODAY, words).text == text


@pytest.mark.parametrize("words", SETS.values(), ids=SETS)
def test_a_set_is_whole(words: DateWords) -> None:
    assert len(words.months) == 12
    assert len(words.months_alone) in (0, 12)
    assert len(set(words.months)) == 12
    for phrase in (*words.before, *words.after, *words.since, *words.until):
        assert phrase.count("{0}") == 1
        assert phrase != "{0}"
    for phrase in (*words.between, words.said.between):
        assert (phrase.count("{0}"), phrase.count("{1}")) == (1, 1)
    assert all("{0}" in getattr(words.said, name) for name in words.said.__dataclass_fields__)


@pytest.mark.parametrize(
    ("words", "typed", "text"),
    [
        (GERMAN, "15. März 2022", "2022-03-15"),
        (GERMAN, "15. marz 2022", "2022-03-15"),
        (GERMAN, "etwa im Mrz. 2022", "2022-03~"),
        (GERMAN, "vor dem 1. März 2024", "../2024-02-29"),
        (GERMAN, "von Dez 2022 bis März 2023", "2022-12/2023-03"),
        (GERMAN, "bis zum 3. Mai 2022", "../2022-05-03"),
        (GERMAN, "Frühling 2022", "2022-03/2022-05"),
        (GERMAN, "gestern", "2023-03-19"),
        (GERMAN, "die 2010er", "201X"),
        (AZERBAIJANI, "2023-dən əvvəl", "../2022"),
        (AZERBAIJANI, "2023-den evvel", "../2022"),
        (AZERBAIJANI, "15 mart 2022-dən sonra", "2022-03-16/.."),
        (AZERBAIJANI, "təxminən İYUL 2021", "2021-07~"),
        (AZERBAIJANI, "bu gün", "2023-03-20"),
    ],
)
def test_words_of_another_language_are_read(words: DateWords, typed: str, text: str) -> None:
    assert read_date(typed, TODAY, words) == parse_date(text)


def test_two_readings_are_named_in_the_language() -> None:
    with pytest.raises(AmbiguousDateError) as caught:
        read_date("03/04/2022", TODAY, GERMAN)
    assert "3. April 2022" in caught.value.expected
    assert "4. März 2022" in caught.value.expected


def test_words_are_found_by_the_language_and_its_region(monkeypatch: pytest.MonkeyPatch) -> None:
    brazil = ENGLISH.with_months([f"mes{number}" for number in range(12)])
    monkeypatch.setattr(dates_words, "LANGUAGES", {"en": ENGLISH, "de": GERMAN, "pt-BR": brazil})
    assert words_of("de_AT") is GERMAN
    assert words_of("DE") is GERMAN
    assert words_of("pt_BR") is brazil
    assert words_of("pt_PT") is None
    assert words_of("en_GB") is ENGLISH
    assert words_of("") is None


def test_months_of_a_language_without_words_of_its_own_are_read_and_said() -> None:
    months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"]
    french = ENGLISH.with_months([*months, "septembre", "octobre", "novembre", "décembre"], (), ["janv."])
    assert read_date("15 fevrier 2022", TODAY, french).text == "2022-02-15"
    assert read_date("about March 2022", TODAY, french).text == "2022-03~"
    assert read_date("janv. 2022", TODAY, french).text == "2022-01"
    assert say_date(parse_date("2022-08-15"), french) == "15 août 2022"


def test_a_month_may_be_several_words() -> None:
    numbers = "one two three four five six seven eight nine ten eleven twelve"
    months = [f"month, the {own}" for own in numbers.split()]
    words = ENGLISH.with_months(months)
    assert say_date(parse_date("2022-03-15"), words) == "15 month, the three 2022"
    assert read_date("about MONTH, the  three 2022", TODAY, words).text == "2022-03~"
    with pytest.raises(InvalidValueError):
        read_date("\x013 2022", TODAY, words)


def test_a_month_alone_may_have_a_form_of_its_own() -> None:
    slavic = ENGLISH.with_months([f"m{n}a" for n in range(1, 13)], [f"m{n}" for n in range(1, 13)])
    assert say_date(parse_date("2022-03"), slavic) == "m3 2022"
    assert say_date(parse_date("2022-03-15"), slavic) == "15 m3a 2022"
    assert read_date("m3 2022", TODAY, slavic).text == "2022-03"


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)))
def test_a_date_with_an_opening_is_not_taken_for_two_dates(day: date) -> None:
    """*Up to* has *to* in it."""
    said = say_date(parse_date(f"../{day.isoformat()}"))
    assert said.startswith("up to ")
    assert read_date(said, TODAY).text == f"../{day.isoformat()}"
