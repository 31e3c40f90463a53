"""One date in plain words: a day, month, year, season or decade, with "about" and "perhaps" before it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.dates import parse_date
from workbench.domain.dates_words import ABOUT, PERHAPS, DateWords
from workbench.domain.errors import InvalidValueError
from workbench.domain.folding import fold
from workbench.domain.saying import marked, translate

EXPECTED_IN_WORDS = marked(
    "Expected",
    "a date such as 15 March 2022, about March 2022, before 2023, since 2020, "
    "between Dec 2022 and March 2023, 2022-03 or 201X",
)
_SIGNS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_WINTER = re.compile(r"(\d{4})\s*/\s*(\d{2}|\d{4})")


class AmbiguousDateError(InvalidValueError):
    """A date that can be read in two ways; `readings` names both as EDTF."""

    def __init__(self, found: str, said: tuple[str, str], readings: tuple[str, str]) -> None:
        expected = translate("Expected", "one reading: {0} or {1}. Write the month in words")
        super().__init__(found, expected.format(*said))
        self.readings = readings


def read_point(text: str, today: date, words: DateWords) -> str:
    """Return one date as EDTF, a season as an interval.

    Raises
    ------
    InvalidValueError
        If it is no date or could be read in two ways.
    """
    qualifiers, plain = _without_qualifiers(text, words)
    for read in (_edtf, _day_word, _years, _in_signs, _some, _named, _season):
        if found := read(plain, today, words):
            return f"{found}{_mark(qualifiers, found, text)}"
    raise InvalidValueError(text, translate("Expected", EXPECTED_IN_WORDS))


def shifted(point: str, *, forward: bool) -> str:
    """Return the day, month or year next to a date, after it or before; its qualifier stays.

    Raises
    ------
    InvalidValueError
        If the calendar ends there.
    """
    own = parse_date(point)
    qualifier = point[-1] if point[-1] in "?~%" else ""
    end = own.latest if forward else own.earliest
    try:
        beside = (end or date.min) + timedelta(days=1 if forward else -1)
    except OverflowError:
        expected = translate("Expected", "a date with days before and after it")
        raise InvalidValueError(point, expected) from None
    body = point.removesuffix(qualifier)
    parts = 1 + body.replace("-XX", "").count("-")
    return "-".join(beside.isoformat().split("-")[:parts]) + qualifier


def _without_qualifiers(text: str, words: DateWords) -> tuple[frozenset[str], str]:
    """Return what is said of the certainty of a date, and the date without it and without idle words."""
    left, marks = [], set()
    joined = words.joined(fold(text))
    spaced = joined.replace(",", " ").replace("~", " ~ ").replace("?", " ? ").replace("%", " ~ ? ")
    for word in spaced.split():
        mark = word if word in (ABOUT, PERHAPS) else words.qualifier(word)
        if mark:
            marks.add(mark)
        elif not words.is_noise(word):
            left.append(word)
    return frozenset(marks), " ".join(left)


def _mark(qualifiers: frozenset[str], found: str, text: str) -> str:
    if qualifiers and "/" in found:
        raise InvalidValueError(text, translate("Expected", "a month or a year after “about” or “perhaps”"))
    return {
        frozenset(): "",
        frozenset({ABOUT}): "~",
        frozenset({PERHAPS}): "?",
        frozenset({ABOUT, PERHAPS}): "%",
    }[qualifiers]


def _edtf(plain: str, _today: date, _words: DateWords) -> str:
    text = plain.upper()
    return parse_date(text).text if re.fullmatch(r"[\dX]{4}(?:-[\dX]{2}){0,2}", text, re.ASCII) else ""


def _day_word(plain: str, today: date, words: DateWords) -> str:
    days = words.day(plain)
    return "" if days is None else (today + timedelta(days=days)).isoformat()


def _years(plain: str, _today: date, words: DateWords) -> str:
    """Read a decade or a century; what a decade is called could mean a century where it ends in 00."""

    def first_year(phrase: str, ending: str) -> str:
        year = words.said_in(phrase, plain)
        return year if re.fullmatch(rf"\d+{ending}", year, re.ASCII) and len(year) == 4 else ""

    if year := first_year(words.said.plain_decade, "0"):
        return f"{year[:3]}X"
    if year := first_year(words.said.century, "00"):
        return f"{year[:2]}XX"
    year = first_year(words.said.decade, "0")
    if year.endswith("00"):
        both = (words.said.plain_decade.format(year), words.said.century.format(year))
        raise InvalidValueError(plain, translate("Expected", "one reading: {0} or {1}").format(*both))
    return f"{year[:3]}X" if year else ""


def _in_signs(plain: str, _today: date, words: DateWords) -> str:
    """Read 15.3.2022, 15/3/2022, 3/2022; refuse what could be two days."""
    if short := _MONTH_AND_YEAR.fullmatch(plain):
        return _made(plain, short[2], short[1], "")
    found = _SIGNS.fullmatch(plain)
    if found is None:
        return ""
    first, sign, second, third = found.groups()
    if len(first) == 4:
        return _made(plain, first, second, third)
    if len(third) != 4:
        expected = translate("Expected", "a year in four digits, such as 15 March 2022")
        raise InvalidValueError(plain, expected)
    one, other = int(first), int(second)
    if sign != "." and one != other and one <= 12 and other <= 12:
        _refuse_two_readings(plain, third, (one, other), words)
    if sign != "." and other > 12:
        one, other = other, one
    return _made(plain, third, str(other), str(one))


def _refuse_two_readings(plain: str, year: str, numbers: tuple[int, int], words: DateWords) -> None:
    pairs = ((numbers[0], numbers[1]), (numbers[1], numbers[0]))
    said = [words.said.day.format(day, words.months[month - 1], year) for day, month in pairs]
    readings = [f"{year}-{month:02}-{day:02}" for day, month in pairs]
    raise AmbiguousDateError(plain, (said[0], said[1]), (readings[0], readings[1]))


def _some(plain: str, today: date, words: DateWords) -> str:
    """Read *some month of 2022*, *some day of March 2022*."""
    for phrase, allowed in (
        (words.said.some_month, {4: "-XX"}),
        (words.said.some_day, {4: "-XX-XX", 7: "-XX"}),
    ):
        own = words.said_in(phrase, plain)
        whole = own and (_edtf(own, today, words) or _named(own, today, words))
        if len(whole) in allowed and "X" not in whole:
            return f"{whole}{allowed[len(whole)]}"
    return ""


def _named(plain: str, _today: date, words: DateWords) -> str:
    """Read *15 March 2022*, *March 15, 2022*, *March 2022*, in any of these orders."""
    parts = [words.without_ordinal(part).rstrip(".") for part in plain.split()]
    months = [number for part in parts if (number := words.month(part))]
    numbers = [part for part in parts if part.isdecimal()]
    if len(months) != 1 or len(parts) != len(numbers) + 1:
        return ""
    years = [part for part in numbers if len(part) == 4]
    days = [part for part in numbers if len(part) <= 2]
    if not years:
        expected = translate("Expected", "the year as well, in four digits, such as March 2022")
        raise InvalidValueError(plain, expected)
    if len(years) != 1 or len(days) > 1 or len(numbers) != 1 + len(days):
        return ""
    return _made(plain, years[0], str(months[0]), days[0] if days else "")


def _season(plain: str, _today: date, words: DateWords) -> str:
    """Read *spring 2022* as its months; a winter needs both its years."""
    name, _, years = plain.partition(" ")
    months = words.season(name)
    if months is None:
        return ""
    first, last = months
    if last <= 12 and re.fullmatch(r"\d{4}", years, re.ASCII):
        return f"{years}-{first:02}/{years}-{last:02}"
    both = _WINTER.fullmatch(years) if last > 12 else None
    if both is not None and int(both[2][-2:]) == (int(both[1]) + 1) % 100:
        return f"{both[1]}-{first:02}/{int(both[1]) + 1:04}-{last - 12:02}"
    expected = translate(
        "Expected", "a year after the season; of a winter both years, such as winter 2022/23"
    )
    raise InvalidValueError(plain, expected)


def _made(typed: str, year: str, month: str, day: str) -> str:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        return parse_date(text).text
    except InvalidValueError as error:
        raise InvalidValueError(typed, error.expected) from None
