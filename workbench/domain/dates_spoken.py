"""Dates in plain words: "about March 2022", "before 2023", read as EDTF and said in words again.

What is EDTF already passes unchanged. What can be read in two ways is not guessed: the error names both.
What is said of a date reads back to the same date.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.dates_points import EXPECTED_IN_WORDS, read_point, shifted
from workbench.domain.dates_words import ENGLISH, DateWords
from workbench.domain.errors import InvalidValueError
from workbench.domain.folding import fold
from workbench.domain.saying import translate

_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?")


def read_date(text: str, today: date, words: DateWords = ENGLISH) -> PartialDate:
    """Read a date as people write it.

    Parameters
    ----------
    text : str
        EDTF, or words such as *about March 2022*, *before 2023*, *after 15 March 2022*, *since 2020*,
        *between Dec 2022 and March 2023*, *15.3.2022*, *spring 2022*, *yesterday*.
    today : date
        What *today* and *yesterday* are counted from.
    words : DateWords
        The language.

    Returns
    -------
    PartialDate
        Its text is EDTF.

    Raises
    ------
    InvalidValueError
        If it is no date, or could be read in two ways; the sentence says what would be read.
    """
    typed = " ".join(text.split())
    try:
        return parse_date(typed)
    except InvalidValueError:
        if _is_nearly_edtf(typed):
            raise
    return parse_date(_as_edtf(typed, today, words))


def say_date(own: PartialDate, words: DateWords = ENGLISH) -> str:
    """Return a date in words that `read_date` reads back to the same date.

    Examples
    --------
    ``2022-03~`` is *about March 2022*, ``2022-12/2023-03`` *between December 2022 and March 2023*,
    ``../2022`` *up to 2022*, ``2020/..`` *since 2020*.
    """
    first, slash, last = own.text.partition("/")
    if not slash:
        return _say_point(first, words)
    if first == "..":
        return words.said.until.format(_say_point(last, words))
    if last == "..":
        return words.said.since.format(_say_point(first, words))
    return words.said.between.format(_say_point(first, words), _say_point(last, words))


def _is_nearly_edtf(typed: str) -> bool:
    """Tell whether signs alone were typed, in the order of EDTF: its own error says more."""
    if _YEARS.fullmatch(typed):
        return False
    return bool(re.fullmatch(r"[\dX]{4}-[\dX-]+[?~%]?|[^/]*\.\.[^/]*/.*|.*/\.\.", typed))


def _as_edtf(typed: str, today: date, words: DateWords) -> str:
    plain = fold(typed).rstrip(".")
    if years := _YEARS.fullmatch(plain):
        return f"{years[1]}/{years[2]}"
    fault: InvalidValueError | None = None
    for way in (*words.ends(plain), ("point", (plain,))):
        try:
            return _one_way(*way, today, words)
        except InvalidValueError as error:
            fault = fault or error
    raise fault or InvalidValueError(typed, translate("Expected", EXPECTED_IN_WORDS))


def _one_way(kind: str, parts: tuple[str, ...], today: date, words: DateWords) -> str:
    """Read a date as what it would be if these were its ends."""
    match kind, parts:
        case ("between", (first, last)):
            found = _interval(first, last, today, words)
        case ("before", (end,)):
            found = f"../{shifted(_end_of(end, today, words, last=False), forward=False)}"
        case ("after", (start,)):
            found = f"{shifted(_end_of(start, today, words, last=True), forward=True)}/.."
        case ("until", (end,)):
            found = f"../{_end_of(end, today, words, last=True)}"
        case ("since", (start,)):
            found = f"{_end_of(start, today, words, last=False)}/.."
        case _:
            found = read_point(parts[0], today, words)
    return found


def _end_of(text: str, today: date, words: DateWords, *, last: bool) -> str:
    """Return a date, of a season its first or its last month."""
    start, _, end = read_point(text, today, words).partition("/")
    return end if end and last else start


def _interval(first: str, last: str, today: date, words: DateWords) -> str:
    end = read_point(last, today, words)
    start = _completed(first, end, today, words)
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def _completed(first: str, end: str, today: date, words: DateWords) -> str:
    """Read the beginning of an interval; month and year that it lacks are those of the end."""
    year, _, rest = end.rpartition("/")[2].rstrip("?~%").partition("-")
    ways = [first, f"{first} {year}"]
    month = rest[:2]
    if month.isdecimal():
        ways.append(words.said.day.format(first, words.months[int(month) - 1], year))
    fault: InvalidValueError | None = None
    for way in ways:
        try:
            return read_point(way, today, words)
        except InvalidValueError as error:
            fault = fault or error
    raise fault or InvalidValueError(first, translate("Expected", EXPECTED_IN_WORDS))


def _say_point(text: str, words: DateWords) -> str:
    qualifier = text[-1] if text[-1] in "?~%" else ""
    found = _POINT.fullmatch(text.removesuffix(qualifier))
    if found is None:
        return text
    said = _say_body(found["year"], found["month"], found["day"], words)
    phrases = {"~": words.said.about, "?": words.said.perhaps, "%": words.said.perhaps_about, "": "{0}"}
    return phrases[qualifier].format(said)


def _say_body(year: str, month: str | None, day: str | None, words: DateWords) -> str:
    if "X" in year:
        return _say_years(year, words)
    if month is None:
        return year
    if month == "XX":
        return (words.said.some_month if day is None else words.said.some_day).format(year)
    if day is not None and day != "XX":
        return words.said.day.format(int(day), words.month_name(int(month), alone=False), year)
    named = words.said.month.format(words.month_name(int(month), alone=True), year)
    return named if day is None else words.said.some_day.format(named)


def _say_years(year: str, words: DateWords) -> str:
    """Return a decade or a century; *the 2000s* could be either and is said in more words."""
    first = year.replace("X", "0")
    if year.endswith("XX"):
        return words.said.century.format(first)
    return (words.said.plain_decade if first.endswith("00") else words.said.decade).format(first)
