"""Days and partial dates in the words of a brief's language, in full for sentences and short for tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.domain.dates import PartialDate

_PART = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?[?~%]?")
_OPEN = ".."


def day_in_full(words: Mapping[str, Any], day: date) -> str:
    """Return a day as in *20 March 2023*.

    Parameters
    ----------
    words : mapping
        What a language says of dates: the section ``dates`` of its words.
    day : date
        The day.
    """
    return _day(words, day.year, day.month, day.day, short=False)


def date_in_words(
    words: Mapping[str, Any], date: PartialDate, *, short: bool = False, since: bool = False
) -> str:
    """Return a partial date: *March 2023*, *about 12 December 2022*, *2010s*, *2018 – 2020*.

    Parameters
    ----------
    words : mapping
        What a language says of dates.
    date : PartialDate
        The date.
    short : bool
        Whether it stands in a table.
    since : bool
        Whether it stands behind "since", before which some languages have an article for a day.
    """
    first, slash, last = date.text.partition("/")
    if slash:
        said = _interval(words, first, last, short=short)
    else:
        said = _part(words, first, short=short)
        if since and date.earliest == date.latest:
            said = words["since_day"].format(date=said)
    if date.approximate:
        said = words["approximate"].format(date=said)
    return str(words["uncertain"].format(date=said)) if date.uncertain else said


def _interval(words: Mapping[str, Any], first: str, last: str, *, short: bool) -> str:
    ends = {
        name: _part(words, own, short=short)
        for name, own in (("first", first), ("last", last))
        if own.strip() != _OPEN
    }
    key = "span" if len(ends) == 2 else "open_end" if "first" in ends else "open_start"
    return str(words[key].format(**ends))


def _part(words: Mapping[str, Any], text: str, *, short: bool) -> str:
    found = _PART.fullmatch(text.strip())
    if found is None:
        return text
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if year.endswith("XX"):
        return str(words["span"].format(first=year.replace("X", "0"), last=year.replace("X", "9")))
    if year.endswith("X"):
        return str(words["decade"].format(year=year.replace("X", "0")))
    if month == "XX":
        return str(words["year"].format(year=year))
    if day == "XX":
        return _month(words, int(year), int(month), short=short)
    return _day(words, int(year), int(month), int(day), short=short)


def _month(words: Mapping[str, Any], year: int, month: int, *, short: bool) -> str:
    names = words["months_short" if short else "months_alone"]
    pattern = words["short_month" if short else "month"]
    return str(pattern.format(month=names[month - 1], number=month, year=f"{year:04}"))


def _day(words: Mapping[str, Any], year: int, month: int, day: int, *, short: bool) -> str:
    names = words["months_short" if short else "months"]
    pattern = words["short_day" if short else "day"]
    place = words["first_of_month"] if day == 1 and "{day}" in pattern else day
    return str(pattern.format(day=place, month=names[month - 1], number=month, year=f"{year:04}"))
