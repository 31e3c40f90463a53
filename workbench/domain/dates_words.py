"""The words in which dates are said, one set a language; the names of months are data, not code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ABOUT, PERHAPS = "~", "?"


@dataclass(frozen=True)
class DateWords:
    """What a language says of dates; all in small letters but for the names of months.

    Attributes
    ----------
    months : tuple of str
        The names of the months, as they are shown.
    short_months : Mapping of str to int
        Other ways to write a month, with its number.
    seasons : Mapping of str to (int, int)
        First and last month of a season of the northern half of the earth; the last may lie in the next year.
    qualifiers : Mapping of str to str
        ``~`` or ``?`` by the words that stand for it.
    days : Mapping of str to int
        Days from today, by their words.
    before, after, since, until : tuple of str
        What opens a date that has one end.
    noise : frozenset of str
        Words that say nothing here.
    """

    months: tuple[str, ...]
    short_months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    qualifiers: Mapping[str, str]
    days: Mapping[str, int]
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    noise: frozenset[str]

    def month(self, word: str) -> int | None:
        """Return the number of a month by its name or a short form, none where it is no month."""
        names = {name.casefold(): number for number, name in enumerate(self.months, 1)}
        return names.get(word) or self.short_months.get(word)


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH = DateWords(
    months=_ENGLISH_MONTHS,
    short_months=MappingProxyType(
        {**{name[:3].casefold(): number for number, name in enumerate(_ENGLISH_MONTHS, 1)}, "sept": 9}
    ),
    seasons=MappingProxyType(
        {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
    ),
    qualifiers=MappingProxyType(
        {
            **dict.fromkeys(("about", "around", "approximately", "roughly", "circa", "ca", "c", "~"), ABOUT),
            **dict.fromkeys(("perhaps", "maybe", "possibly", "probably", "?"), PERHAPS),
        }
    ),
    days=MappingProxyType({"today": 0, "yesterday": -1, "tomorrow": 1}),
    before=("before", "earlier than"),
    after=("after", "later than"),
    since=("since", "from"),
    until=("until", "till", "up to", "by"),
    noise=frozenset({"the", "of", "in", "on"}),
)
"""Dates as English says them."""
