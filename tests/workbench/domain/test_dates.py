from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dates import parse_date, parse_day
from workbench.domain.errors import InvalidValueError

days = st.dates(date(1000, 1, 1), date(9998, 12, 31))
qualifiers = st.sampled_from(["", "?", "~", "%"])


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "effective"),
    [
        ("2022", "2022-01-01", "2022-12-31", "2022-01-01"),
        ("2024", "2024-01-01", "2024-12-31", "2024-01-01"),
        ("2022-02", "2022-02-01", "2022-02-28", "2022-02-01"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02-01"),
        ("2022-03-15", "2022-03-15", "2022-03-15", "2022-03-15"),
        ("2022-03-15~", "2022-03-15", "2022-03-15", "2022-03-15"),
        ("201X", "2010-01-01", "2019-12-31", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31", "2099-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31", "2022-01-01"),
        ("2022-03-XX", "2022-03-01", "2022-03-31", "2022-03-01"),
        ("2022-12/2023-03", "2022-12-01", "2023-03-31", "2022-12-01"),
        ("2022-12~/2023-03?", "2022-12-01", "2023-03-31", "2022-12-01"),
        ("2022-06/2023-05", "2022-06-01", "2023-05-31", "2022-06-01"),
        ("2022-06/2023-06", "2022-06-01", "2023-06-30", "2023-06-30"),
        ("2021/2022", "2021-01-01", "2022-12-31", "2022-12-31"),
    ],
)
def test_days_of_a_date(text: str, earliest: str, latest: str, effective: str) -> None:
    own = parse_date(text)
    assert own.text == text
    assert (str(own.earliest), str(own.latest), str(own.effective)) == (earliest, latest, effective)
    assert own.is_at_the_latest == (effective != earliest)


def test_an_open_start_takes_effect_on_the_latest_day() -> None:
    own = parse_date("../2022-12")
    assert (own.earliest, own.latest) == (None, date(2022, 12, 31))
    assert own.effective == date(2022, 12, 31)
    assert own.is_at_the_latest


def test_an_open_end_takes_effect_on_the_earliest_day() -> None:
    own = parse_date("2022-12/..")
    assert (own.earliest, own.latest) == (date(2022, 12, 1), None)
    assert own.effective == date(2022, 12, 1)
    assert not own.is_at_the_latest


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2023-13", "2023-00", "2023-02-30", "2023-1", "23", "20230315", "2023/2022",
        "2023-03/2023-02", "../..", "..", "/2022", "2022/", "2022-03-15T10:00", "X022", "2X22", "201X-03",
        "2022-XX-03", "2022~?", "~2022", "0000", "about 2022", "2022-03-15/2022-03-14", "２０２２",
        "2022/2023/2024",
    ],
)  # fmt: skip
def test_what_is_no_date_says_what_would_be(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_date(text)
    assert caught.value.expected
    assert caught.value.found == text.strip()


@given(days, qualifiers)
def test_a_full_date_is_its_own_day(day: date, qualifier: str) -> None:
    own = parse_date(day.isoformat() + qualifier)
    assert own.earliest == own.latest == own.effective == day
    assert own.uncertain == (qualifier in ("?", "%"))
    assert own.approximate == (qualifier in ("~", "%"))


@given(days)
def test_a_month_holds_exactly_the_days_written_with_it(day: date) -> None:
    month = parse_date(day.isoformat()[:7])
    assert month.earliest is not None
    assert month.latest is not None
    assert month.earliest <= day <= month.latest
    assert month.earliest.day == 1
    assert (month.latest + timedelta(days=1)).day == 1
    assert month.latest.month == month.earliest.month == day.month


@given(days, days)
def test_an_interval_spans_from_its_first_to_its_last_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    own = parse_date(f"{first}/{last}")
    assert (own.earliest, own.latest) == (first, last)
    over_a_year = (last.year - first.year, last.month, last.day) >= (1, first.month, first.day)
    if (first.month, first.day) != (2, 29):
        assert own.spans_more_than_a_year == over_a_year
    assert own.effective == (last if own.spans_more_than_a_year else first)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_plain_error(text: str) -> None:
    try:
        own = parse_date(text)
    except InvalidValueError:
        return
    assert parse_date(own.text) == own
    assert own.earliest is None or own.latest is None or own.earliest <= own.latest


def test_a_day_must_be_full() -> None:
    assert parse_day("2023-03-20") == date(2023, 3, 20)
    for text in ("2023-03", "2023-02-30", "20 March 2023", "2023-03-20~", "20230320"):
        with pytest.raises(InvalidValueError):
            parse_day(text)
