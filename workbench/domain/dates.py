"""Partial dates: EDTF (ISO 8601-2) level 0 and the parts of level 1 that people use.

The text is kept as typed; the earliest and latest day are computed from it. The qualifiers ``?``
(uncertain), ``~`` (approximate) and ``%`` (both) are kept and shown, and widen nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from workbench.domain.errors import InvalidValueError
from workbench.domain.saying import marked, translate

EXPECTED = marked(
    "Expected", "a date such as 2022, 2022-03, 2022-03-15, 2022-03~, 201X, 2022-12/2023-03 or 2022-12/.."
)

_QUALIFIED = re.compile(r"(?P<body>[0-9X-]+)(?P<qualifier>[?~%]?)")
_BODY = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
)
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known.

    Parameters
    ----------
    text : str
        The date as typed.
    earliest, latest : date or None
        First and last day it can mean, both included; none at an open end.
    uncertain, approximate : bool
        Whether any part carries ``?`` or ``%``, and ``~`` or ``%``.
    """

    text: str
    earliest: date | None
    latest: date | None
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def spans_more_than_a_year(self) -> bool:
        """Whether the latest day lies a full year or more after the earliest."""
        if self.earliest is None or self.latest is None or self.earliest == self.latest:
            return False
        return self.latest >= _a_year_after(self.earliest)

    @property
    def is_at_the_latest(self) -> bool:
        """Whether the date takes effect on its latest day: "since at the latest"."""
        return self.earliest is None or self.spans_more_than_a_year

    @property
    def effective(self) -> date:
        """The day on which what carries this date takes effect.

        The earliest day; the latest where the date spans more than a year or has an open start.
        A date with an open end has no latest day and takes effect on its earliest.
        """
        if self.is_at_the_latest and self.latest is not None:
            return self.latest
        if self.earliest is not None:
            return self.earliest
        raise AssertionError("a date has one end at least")  # parse_date lets no other through


@lru_cache(maxsize=65536)
def parse_date(text: str) -> PartialDate:
    """Read a partial date.

    Parameters
    ----------
    text : str
        EDTF: ``2022``, ``2022-03``, ``2022-03-15``, each with ``?``, ``~`` or ``%`` behind it,
        ``201X``, ``2022-XX``, ``2022-12/2023-03``, ``2022-12/..``, ``../2022-12``.

    Raises
    ------
    InvalidValueError
        If the text is no such date, names a day that does not exist, or ends before it begins.
    """
    typed = text.strip()
    first, slash, last = typed.partition("/")
    if not slash:
        return _single(typed, typed)
    start = None if first == ".." else _single(first, typed)
    end = None if last == ".." else _single(last, typed)
    if start is None and end is None:
        raise InvalidValueError(typed, translate("Expected", EXPECTED))
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if start and end and (start.latest or date.max) > (end.latest or date.max):
        raise InvalidValueError(typed, translate("Expected", "an interval that begins before it ends"))
    parts = [part for part in (start, end) if part]
    return PartialDate(
        typed,
        earliest,
        latest,
        uncertain=any(part.uncertain for part in parts),
        approximate=any(part.approximate for part in parts),
    )


def parse_day(text: str) -> date:
    """Read a full date such as 2023-03-20.

    Raises
    ------
    InvalidValueError
        If the text is not a full date or the day does not exist.
    """
    typed = text.strip()
    if not _FULL_DAY.fullmatch(typed):
        raise InvalidValueError(typed, translate("Expected", "a full date such as 2023-03-20"))
    try:
        return date.fromisoformat(typed)
    except ValueError:
        expected = translate("Expected", "a day that exists, such as 2023-03-20")
        raise InvalidValueError(typed, expected) from None


def not_before(since: PartialDate) -> str:
    """Return what would have been right where an end lies before its beginning."""
    return translate("Expected", "a date that is not before {0}").format(since)


def _single(text: str, whole: str) -> PartialDate:
    qualified = _QUALIFIED.fullmatch(text)
    body = _BODY.fullmatch(qualified["body"]) if qualified else None
    if qualified is None or body is None:
        raise InvalidValueError(whole, translate("Expected", EXPECTED))
    year, month, day = body["year"], body["month"], body["day"]
    if (month == "XX" and day not in (None, "XX")) or ("X" in year and month):
        raise InvalidValueError(whole, translate("Expected", EXPECTED))
    try:
        earliest, latest = _bounds(year, month, day)
    except ValueError:
        expected = translate("Expected", "a month and a day that exist")
        raise InvalidValueError(whole, expected) from None
    qualifier = qualified["qualifier"]
    return PartialDate(whole, earliest, latest, qualifier in ("?", "%"), qualifier in ("~", "%"))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(first_year, 1, 1), date(last_year, 12, 31)
    number = int(month)
    if not 1 <= number <= 12:
        raise ValueError(month)
    if day is None or day == "XX":
        return date(first_year, number, 1), date(first_year, number, monthrange(first_year, number)[1])
    full = date(first_year, number, int(day))
    return full, full


def _a_year_after(day: date) -> date:
    if day.year == date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February: the year is over with the 28th of the next
        return date(day.year + 1, 2, 28) + timedelta(days=1)
