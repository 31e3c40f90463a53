"""Every language of briefs against CLDR, against English, and on the sample: nothing English is left over."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from workbench.briefs.apart import direction_of_language, plain
from workbench.briefs.content import Document, Paragraph, plain_text
from workbench.briefs.places import located
from workbench.briefs.plurals import plural_form
from workbench.briefs.words import Words, language_for, languages, name_of, words_of
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling

from .sample import KINDS, in_language

OTHERS = [own for own in languages() if own != "en"]
CLDR = {"en": "en_GB"}
"""English as written in Britain: days before months, no comma before "and"."""


def cldr(language: str) -> Locale:
    return Locale.parse(CLDR.get(language, language))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def is_plural(text: object) -> bool:
    return isinstance(text, dict) and "other" in text


def test_there_are_these_languages_by_their_own_names() -> None:
    assert languages() == ("ar", "en", "fr", "ru")
    names = [cldr(own).get_language_name(own) for own in languages()]
    assert [name_of(own) for own in languages()] == names


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_keys_of_english(language: str) -> None:
    own, english = words_of(language).tables, words_of("en").tables
    assert own.keys() == english.keys()
    for section, texts in english.items():
        assert own[section].keys() == texts.keys(), section
    assert len(own["method"]["entry"]) == len(english["method"]["entry"])
    for entry, other in zip(own["method"]["entry"], english["method"]["entry"], strict=True):
        assert entry.keys() == other.keys()


@pytest.mark.parametrize("language", languages())
def test_every_text_has_the_places_of_english_and_says_something(language: str) -> None:
    own, english = words_of(language).tables, words_of("en").tables
    for section in english.keys() - {"language", "dates", "method", "check"}:
        for key, text in english[section].items():
            said = own[section][key]
            for form in said.values() if is_plural(text) else [said]:
                wanted = places(text["other"] if is_plural(text) else text)
                # A form for one or two may say the number in words.
                assert places(form) in (wanted, wanted - {"number"} if is_plural(text) else wanted), key
                assert form.strip(), key


@pytest.mark.parametrize("language", languages())
def test_plurals_have_the_forms_and_the_rules_of_cldr(language: str) -> None:
    words, rule = words_of(language), cldr(language).plural_form
    rules = words.data("language")["plurals"]
    numbers = (*range(2000), *range(99_900, 100_200))
    assert [plural_form(rules, number) for number in numbers] == [rule(number) for number in numbers]
    forms = {*rules, "other"}
    for section, texts in words.tables.items():
        for key, text in texts.items():
            if is_plural(text):
                assert set(text) == forms, (section, key)


@pytest.mark.parametrize("language", languages())
def test_days_and_months_are_those_of_cldr(language: str) -> None:
    words, locale = words_of(language), cldr(language)
    for month in range(1, 13):
        day = date(2023, month, 20)
        assert words.day(day) == format_date(day, "d MMMM y", locale)
        assert words.when(parse_date(f"2023-{month:02}")) == format_date(day, "LLLL y", locale)
        short = words.when(parse_date(f"2023-{month:02}-20"), short=True)
        assert short in (
            format_date(day, "d MMM y", locale).replace("Sept ", "Sep "),
            format_date(day, "dd.MM.y", locale),
        )


@pytest.mark.parametrize("language", languages())
def test_lists_are_joined_as_cldr_joins_them(language: str) -> None:
    words, locale = words_of(language), cldr(language)
    for names in (["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]):
        assert words.listing(names) == format_list(names, "standard", locale)
        assert words.alternatives(names) == format_list(names, "or", locale)


@pytest.mark.parametrize("language", languages())
def test_direction_and_decimal_sign_are_those_of_cldr(language: str) -> None:
    words, locale = words_of(language), cldr(language)
    assert words.is_right_to_left is (locale.text_direction == "rtl")
    assert direction_of_language(language) == locale.text_direction
    assert words.number(62.5) == f"62{locale.number_symbols['latn']['decimal']}5"
    assert words.number(80.0) == "80"
    assert words.office_language.startswith(f"{language}-")


TYPED = """
2022~ 2022-03? 2022-03-15% 201X 20XX 2022-XX 2022-03-XX 2022-12/2023-03 2022-12/.. ../2022-12
"""


@pytest.mark.parametrize("language", languages())
def test_every_date_somebody_can_type_is_said_without_its_signs(language: str) -> None:
    words = words_of(language)
    for text in TYPED.split():
        for short in (True, False):
            said = words.since(parse_date(text), short=short)
            assert not re.search("[~?%X/]", said.replace("(?)", ""))
            assert re.search("2022|2010|2000", said)


def test_english_dates_read_as_a_person_would_write_them() -> None:
    words = words_of("en")
    said = {
        "2023-03-20": "20 March 2023",
        "2023-03": "March 2023",
        "2023": "2023",
        "2023-03~": "about March 2023",
        "2023-03?": "March 2023, not certain",
        "2023-03-02%": "about 2 March 2023, not certain",
        "201X": "2010s",
        "2022-12/2023-03": "December 2022 – March 2023",
        "2022-12/..": "December 2022 or later",
        "../2022-12": "December 2022 or earlier",
    }
    assert {text: words.when(parse_date(text)) for text in said} == said
    assert words.since(parse_date("201X")) == "2010s, at the latest"
    assert words.when(parse_date("2023-03-20"), short=True) == "20 Mar 2023"


def test_since_has_the_article_of_its_language() -> None:
    assert words_of("fr").since(parse_date("2022-12-01"), short=True) == "le 1er déc. 2022"
    assert words_of("fr").since(parse_date("2022-12"), short=True) == "déc. 2022"
    assert words_of("ru").since(parse_date("2022-12"), short=True) == "12.2022"


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for own in value.values() for text in texts_of(own)]
    return [text for own in value for text in texts_of(own)] if isinstance(value, list) else []


def test_french_has_a_blank_that_does_not_break_before_its_double_signs() -> None:
    tables = {name: own for name, own in words_of("fr").tables.items() if name not in ("language", "check")}
    for text in texts_of(tables):
        assert not re.search(r"(?<![\u00a0\d])[:;?!»]|«(?!\u00a0)", text), text


def test_arabic_has_the_signs_of_its_script() -> None:
    tables = {name: own for name, own in words_of("ar").tables.items() if name != "language"}
    for text in texts_of(tables):
        assert not re.search("[,;?→]", re.sub("`[^`]*`", "", text)), text


SHARED = """
article document observation Page Position Positions Question Date Source Sources Condition Conditions
compatibles
"""


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_left_in_english(language: str) -> None:
    english = {
        plain(text) for text in texts_of(dict(words_of("en").tables)) if re.search("[A-Za-z]{3}", text)
    }
    own = {name: table for name, table in words_of(language).tables.items() if name != "language"}
    found = {text for text in texts_of(own) if text in english}
    only_places = r"[^a-z]*({\w+}[^a-z]*)+|{number} positions?"
    assert {text for text in found if not re.fullmatch(only_places, text)} <= set(SHARED.split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ar", "ru"])
def test_all_that_is_english_in_a_brief_of_the_sample_was_entered(language: str, kind: str) -> None:
    """In scripts of their own a word of the program that was left in English would stand out."""
    for line in located(in_language(kind, language, "principal")):
        own = "".join(run.text for run in line.paragraph.runs if not run.language)
        left = re.findall("[A-Za-z]{2,}", own)
        assert {word for word in left if word not in ("workbench", "questions", "hy", "az")} == set(), own


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", languages())
def test_the_same_names_numbers_and_markings_stand_in_every_language(language: str, kind: str) -> None:
    own, english = in_language(kind, language), in_language(kind, "en")
    assert own.marking == english.marking
    for number in (r"\[\d+\]", r"\[\d+\] [A-F]\b", r"\([A-F]\d?\)"):
        assert sorted(re.findall(number, plain_text(own))) == sorted(re.findall(number, plain_text(english)))
    assert not any(level.marking in str(words_of(language).tables) for level in Handling)


def lines(own: Document) -> list[Paragraph]:
    return [line.paragraph for line in located(own)]


def test_what_was_entered_has_the_language_of_the_case() -> None:
    runs = {run for own in lines(in_language("comparison", "fr")) for run in own.runs}
    assert {run.language for run in runs} == {"", "en", "hy", "az"}
    assert any(run.text == "Corridor without Armenian checks" and run.language == "en" for run in runs)
    assert not any(run.language for own in lines(in_language("comparison", "en")) for run in own.runs
                   if run.language not in ("", "en", "hy", "az"))  # fmt: skip


def test_the_language_is_that_of_the_case_where_there_are_words_for_it() -> None:
    assert language_for("fr-CH") == "fr-CH"
    assert language_for("hy") == language_for("") == language_for("no language") == "en"


@given(st.integers(0, 10**6))
def test_every_number_has_a_form_in_every_language(number: int) -> None:
    for language in languages():
        said = words_of(language).count("shared.issues", number)
        assert str(number) in said or number < 3


def test_a_rule_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="no rule"):
        plural_form({"one": "n is 1"}, 1)


def test_words_open_with_a_capital_where_there_are_any() -> None:
    words: Words = words_of("ru")
    for level in ("aligned", "unknown"):
        assert words.of(level)[0].islower()
