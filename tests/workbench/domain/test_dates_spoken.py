"""Dates in plain words are read as EDTF, and what is said of a date reads back to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dates import parse_date
from workbench.domain.dates_points import AmbiguousDateError
from workbench.domain.dates_spoken import read_date, say_date
from workbench.domain.errors import InvalidValueError

TODAY = date(2023, 3, 20)
days = st.dates(date(1000, 1, 1), date(9998, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    """One date of EDTF as PRODUCT names them, the forms with X included."""
    day = draw(days).isoformat()
    bodies = [day, day[:7], day[:4], f"{day[:3]}X", f"{day[:2]}XX", f"{day[:4]}-XX", f"{day[:4]}-XX-XX"]
    body = draw(st.sampled_from([*bodies, f"{day[:7]}-XX"]))
    return body + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Every date of EDTF that the program reads."""
    one, other = draw(points()), draw(points())
    form = draw(st.sampled_from(["one", "interval", "open start", "open end"]))
    if form == "one":
        return one
    if form == "open start":
        return f"../{one}"
    if form == "open end":
        return f"{one}/.."
    first, last = sorted((one, other), key=lambda text: parse_date(text).latest or date.max)
    return f"{first}/{last}"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("about March 2022", "2022-03~"),
        ("perhaps 2021", "2021?"),
        ("perhaps about Sept. 2021", "2021-09%"),
        ("c. 1990", "1990~"),
        ("before 2023", "../2022"),
        ("before March 2022", "../2022-02"),
        ("before 1 March 2024", "../2024-02-29"),
        ("after 15 March 2022", "2022-03-16/.."),
        ("after 2022", "2023/.."),
        ("after Dec 2022", "2023-01/.."),
        ("since 2020", "2020/.."),
        ("since about May 2020", "2020-05~/.."),
        ("until March 2023", "../2023-03"),
        ("between Dec 2022 and March 2023", "2022-12/2023-03"),
        ("between March and May 2022", "2022-03/2022-05"),
        ("between 3 and 15 March 2022", "2022-03-03/2022-03-15"),
        ("from 2020 to 2022", "2020/2022"),
        ("2020-2022", "2020/2022"),
        ("2020 – 2022", "2020/2022"),
        ("15.3.2022", "2022-03-15"),
        ("3.4.2022", "2022-04-03"),
        ("15/03/2022", "2022-03-15"),
        ("03/15/2022", "2022-03-15"),
        ("4/4/2022", "2022-04-04"),
        ("2022/3/5", "2022-03-05"),
        ("03/2022", "2022-03"),
        ("15 March 2022", "2022-03-15"),
        ("March 15, 2022", "2022-03-15"),
        ("the 15th of MARCH 2022", "2022-03-15"),
        ("mar 2022", "2022-03"),
        ("spring 2022", "2022-03/2022-05"),
        ("winter 2022/23", "2022-12/2023-02"),
        ("before spring 2022", "../2022-02"),
        ("after autumn 2022", "2022-12/.."),
        ("until summer 2022", "../2022-08"),
        ("the 2010s", "201X"),
        ("today", "2023-03-20"),
        ("yesterday", "2023-03-19"),
        ("since yesterday", "2023-03-19/.."),
        ("Before  today", "../2023-03-19"),
    ],
)
def test_words_are_read(typed: str, text: str) -> None:
    assert read_date(typed, TODAY) == parse_date(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2022-03~", "about March 2022"),
        ("2022", "2022"),
        ("2022-03-15", "15 March 2022"),
        ("2022?", "perhaps 2022"),
        ("2022-03%", "perhaps about March 2022"),
        ("201X", "the 2010s"),
        ("200X", "the decade from 2000"),
        ("20XX", "the century from 2000"),
        ("2022-XX", "some month of 2022"),
        ("2022-03-XX", "some day of March 2022"),
        ("2022-12/2023-03", "between December 2022 and March 2023"),
        ("2022-12/..", "since December 2022"),
        ("../2022-12", "up to December 2022"),
    ],
)
def test_dates_are_said(text: str, said: str) -> None:
    assert say_date(parse_date(text)) == said


@given(texts())
def test_edtf_passes_unchanged(text: str) -> None:
    assert read_date(text, TODAY) == parse_date(text)
    assert read_date(text, TODAY).text == text


@given(texts())
def test_what_is_said_reads_back_to_the_same_date(text: str) -> None:
    assert read_date(say_date(parse_date(text)), TODAY).text == text


@given(days)
def test_before_and_after_meet_at_the_day(day: date) -> None:
    said = say_date(parse_date(day.isoformat()))
    before, after = read_date(f"before {said}", TODAY), read_date(f"after {said}", TODAY)
    assert (before.earliest, before.latest) == (None, day - timedelta(days=1))
    assert (after.earliest, after.latest) == (day + timedelta(days=1), None)


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from("/-"))
def test_what_can_be_read_in_two_ways_is_not_guessed(one: int, other: int, sign: str) -> None:
    typed = f"{one:02}{sign}{other:02}{sign}2022"
    if one == other:
        assert read_date(typed, TODAY).text == f"2022-{one:02}-{one:02}"
        return
    with pytest.raises(AmbiguousDateError) as caught:
        read_date(typed, TODAY)
    assert set(caught.value.readings) == {f"2022-{one:02}-{other:02}", f"2022-{other:02}-{one:02}"}
    assert all(say_date(parse_date(own)) in caught.value.expected for own in caught.value.readings)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("15.3.22", "four digits"),
        ("March", "year"),
        ("15 March", "year"),
        ("winter 2022", "both years"),
        ("about spring 2022", "month or a year"),
        ("the 2000s", "decade from 2000"),
        ("30 February 2022", "exist"),
        ("between 2023 and 2022", "before it ends"),
        ("2022-13", "exist"),
        ("03/04/2022", "3 April 2022 or 4 March 2022"),
        ("soon", "about March 2022"),
        ("", "2022"),
        ("March April 2022", "about March 2022"),
        ("after 9999", "days before and after"),
    ],
)
def test_what_cannot_be_read_says_what_could(typed: str, hint: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_date(typed, TODAY)
    assert hint in caught.value.expected


@given(st.text(max_size=24) | st.lists(st.sampled_from(
    ["about", "before", "between", "and", "March", "15", "2022", "3", "/", "since", "to", "spring", "?", ".."]
), max_size=6).map(" ".join))  # fmt: skip
def test_any_text_is_a_date_or_a_plain_error(text: str) -> None:
    try:
        own = read_date(text, TODAY)
    except InvalidValueError:
        return
    assert parse_date(own.text) == own
