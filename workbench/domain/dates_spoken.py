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

_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_TO = re.compile(r"\s+(?:to|until|till)\s+|\s+[–—]\s+")
_BETWEEN = re.compile(r"between\s+(.+?)\s+and\s+(.+)")
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
        return f"up to {_say_point(last, words)}"
    if last == "..":
        return f"since {_say_point(first, words)}"
    return f"between {_say_point(first, words)} and {_say_point(last, words)}"


def _is_nearly_edtf(typed: str) -> bool:
    """Tell whether signs alone were typed, in the order of EDTF: its own error says more."""
    if _YEARS.fullmatch(typed):
        return False
    return bool(re.fullmatch(r"[\dX]{4}-[\dX-]+[?~%]?|[^/]*\.\.[^/]*/.*|.*/\.\.", typed))


def _as_edtf(typed: str, today: date, words: DateWords) -> str:
    plain = typed.casefold().rstrip(".")
    if years := _YEARS.fullmatch(plain):
        return f"{years[1]}/{years[2]}"
    between = _BETWEEN.fullmatch(plain)
    if between:
        return _interval(between[1], between[2], today, words)
    if rest := _after_any(plain, words.before):
        return f"../{shifted(_end_of(rest, today, words, last=False), forward=False)}"
    if rest := _after_any(plain, words.after):
        return f"{shifted(_end_of(rest, today, words, last=True), forward=True)}/.."
    if rest := _after_any(plain, words.until):
        return f"../{_end_of(rest, today, words, last=True)}"
    return _from_or_point(plain, today, words)


def _from_or_point(plain: str, today: date, words: DateWords) -> str:
    rest = _after_any(plain, words.since)
    ends = _TO.split(rest or plain)
    if len(ends) == 2:
        return _interval(ends[0], ends[1], today, words)
    if rest:
        return f"{_end_of(rest, today, words, last=False)}/.."
    return read_point(plain, today, words)


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
        ways.append(f"{first} {words.months[int(month) - 1].casefold()} {year}")
    fault: InvalidValueError | None = None
    for way in ways:
        try:
            return read_point(way, today, words)
        except InvalidValueError as error:
            fault = fault or error
    raise fault or InvalidValueError(first, EXPECTED_IN_WORDS)


def _after_any(text: str, openings: tuple[str, ...]) -> str:
    """Return what stands after one of the openings, empty where none opens the text."""
    return next((text[len(own) :].strip() for own in openings if text.startswith(f"{own} ")), "")


def _say_point(text: str, words: DateWords) -> str:
    qualifier = text[-1] if text[-1] in "?~%" else ""
    found = _POINT.fullmatch(text.removesuffix(qualifier))
    if found is None:
        return text
    said = _say_body(found["year"], found["month"], found["day"], words)
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}[qualifier] + said


def _say_body(year: str, month: str | None, day: str | None, words: DateWords) -> str:
    if "X" in year:
        return _say_years(year)
    if month is None:
        return year
    if month == "XX":
        return f"some {'month' if day is None else 'day'} of {year}"
    named = f"{words.months[int(month) - 1]} {year}"
    if day is None:
        return named
    return f"some day of {named}" if day == "XX" else f"{int(day)} {named}"


def _say_years(year: str) -> str:
    """Return a decade or a century; *the 2000s* could be either and is said in more words."""
    first = year.replace("X", "0")
    if year.endswith("XX"):
        return f"the century from {first}"
    return f"the decade from {first}" if first.endswith("00") else f"the {first}s"
