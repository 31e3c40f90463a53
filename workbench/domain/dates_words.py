"""The words in which dates are said and read, one set a language: data, not code.

A language is added by a set of its own and a line in `LANGUAGES`; nothing else asks which language it is.
Phrases are whole, with ``{0}`` where the date stands, so that a language may put its words before the date,
behind it or around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from types import MappingProxyType

from workbench.domain.folding import fold

ABOUT, PERHAPS = "~", "?"
_JOIN = "\x01"
_DASHES = ("{0} – {1}", "{0} — {1}")


@dataclass(frozen=True)
class Sayings:
    """How dates are said; each phrase has to read back to the date that it says.

    Attributes
    ----------
    day, month : str
        A day of its day, month and year; a month of its month and year.
    until, since, between : str
        A date with an open start, with an open end, and with both its ends.
    about, perhaps, perhaps_about : str
        A date whose qualifier is ``~``, ``?`` or ``%``.
    some_month, some_day : str
        One that nobody knows: of a year, or of a month or a year.
    decade, plain_decade, century : str
        Ten years of their first; the same where that could mean a hundred; a hundred years.
    """

    day: str
    month: str
    until: str
    since: str
    between: str
    about: str
    perhaps: str
    perhaps_about: str
    some_month: str
    some_day: str
    decade: str
    plain_decade: str
    century: str


@dataclass(frozen=True)
class DateWords:
    """What a language says of dates; capitals and accents make no difference in what is read.

    Attributes
    ----------
    months : tuple of str
        The names of the months as they stand with a day.
    months_alone : tuple of str
        The same as they stand without one, where that is another form.
    short_months : Mapping of str to int
        Other ways to write a month, with its number.
    seasons : Mapping of str to (int, int)
        First and last month of a season of the northern half of the earth; the last may lie in the next year.
    qualifiers : Mapping of str to str
        ``~`` or ``?`` by the words that stand for it, one word each.
    days : Mapping of str to int
        Days from today, by their words.
    before, after, since, until : tuple of str
        Phrases with ``{0}`` for a date that has one end.
    between : tuple of str
        Phrases with ``{0}`` and ``{1}`` for a date that has both.
    ordinals : tuple of str
        What may stand behind the number of a day: *15th*.
    noise : frozenset of str
        Words that say nothing here.
    said : Sayings
        How dates are said.
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
    between: tuple[str, ...]
    ordinals: tuple[str, ...]
    noise: frozenset[str]
    said: Sayings
    months_alone: tuple[str, ...] = ()

    @cached_property
    def _months(self) -> dict[str, int]:
        names = (*enumerate(self.months, 1), *enumerate(self.months_alone, 1))
        own = {_bare(name): number for name, number in self.short_months.items()}
        return own | {_bare(name): number for number, name in names}

    @cached_property
    def _long_months(self) -> tuple[str, ...]:
        return tuple(sorted((name for name in self._months if " " in name), key=len, reverse=True))

    @cached_property
    def _seasons(self) -> dict[str, tuple[int, int]]:
        return {fold(name): own for name, own in self.seasons.items()}

    @cached_property
    def _qualifiers(self) -> dict[str, str]:
        return {_bare(word): own for word, own in self.qualifiers.items()}

    @cached_property
    def _days(self) -> dict[str, int]:
        return {fold(word): own for word, own in self.days.items()}

    @cached_property
    def _noise(self) -> frozenset[str]:
        return frozenset(map(fold, self.noise))

    @cached_property
    def _ordinal(self) -> re.Pattern[str]:
        endings = "|".join(re.escape(fold(own)) for own in self.ordinals) or "(?!)"
        return re.compile(rf"(\d{{1,2}})(?:{endings})")

    def month(self, word: str) -> int | None:
        """Return the number of a month by a folded name or short form, none where it is no month."""
        return int(word[1:]) if word.startswith(_JOIN) else self._months.get(_bare(word))

    def joined(self, text: str) -> str:
        """Return a folded text in which the months that are more than one word are one; `month` reads it."""
        text = text.replace(_JOIN, " ")
        for name in self._long_months:
            text = text.replace(name, f"{_JOIN}{self._months[name]}")
        return text

    def season(self, word: str) -> tuple[int, int] | None:
        """Return first and last month of a season by its folded name."""
        return self._seasons.get(word)

    def qualifier(self, word: str) -> str:
        """Return what a folded word says of the certainty of a date, empty for nothing."""
        return self._qualifiers.get(_bare(word), "")

    def day(self, word: str) -> int | None:
        """Return how many days from today a folded word means."""
        return self._days.get(word)

    def is_noise(self, word: str) -> bool:
        """Return whether a folded word says nothing."""
        return word in self._noise

    def without_ordinal(self, word: str) -> str:
        """Return the number of a day without what stands behind it."""
        found = self._ordinal.fullmatch(word)
        return found[1] if found else word

    @cached_property
    def _phrases(self) -> tuple[tuple[str, str], ...]:
        """What a date with ends is called and how; what says more comes first: *up to* before *to*."""
        own = {
            "between": (*self.between, self.said.between, *_DASHES),
            "before": self.before,
            "after": self.after,
            "until": (*self.until, self.said.until),
            "since": (*self.since, self.said.since),
        }
        found = [(kind, phrase) for kind, phrases in own.items() for phrase in phrases]
        return tuple(sorted(found, key=lambda pair: -len(pair[1].format("", ""))))

    def ends(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield which ends a folded text could name, as the name of an attribute, and what they are."""
        ways = ((kind, _inside(phrase, text)) for kind, phrase in self._phrases)
        return ((kind, parts) for kind, parts in ways if parts)

    def said_in(self, phrase: str, text: str) -> str:
        """Return what a folded text without idle words says in the place of a phrase, empty for another."""
        bare = " ".join(word for word in fold(phrase).split() if word not in self._noise)
        return next(iter(_inside(bare, text)), "")

    def month_name(self, number: int, *, alone: bool) -> str:
        """Return the name of a month with a day beside it, or alone."""
        return (self.months_alone if alone and self.months_alone else self.months)[number - 1]

    def with_months(
        self, months: Sequence[str], alone: Sequence[str] = (), short: Iterable[str] = ()
    ) -> DateWords:
        """Return the same words with the months of another language; the own ones are still read.

        `short` are further ways to write the months, January first, any number of rounds.
        """
        own = {name: number for number, name in enumerate(self.months, 1)}
        further = {name: place % 12 + 1 for place, name in enumerate(short) if name}
        known = MappingProxyType({**own, **self.short_months, **further})
        return replace(self, months=tuple(months), months_alone=tuple(alone), short_months=known)


def _bare(word: str) -> str:
    return fold(word).rstrip(".")


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = re.split(r"\{([01])\}", fold(phrase))
    written = (f"(?P<p{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(written))


def _inside(phrase: str, text: str) -> tuple[str, ...]:
    found = _pattern(phrase).fullmatch(text)
    return tuple(own.strip() for _, own in sorted(found.groupdict().items())) if found else ()


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH = DateWords(
    months=_ENGLISH_MONTHS,
    short_months=MappingProxyType(
        {**{name[:3]: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}, "Sept": 9}
    ),
    seasons=MappingProxyType(
        {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
    ),
    qualifiers=MappingProxyType(
        {
            **dict.fromkeys(("about", "around", "approximately", "roughly", "circa", "ca", "c"), ABOUT),
            **dict.fromkeys(("perhaps", "maybe", "possibly", "probably"), PERHAPS),
        }
    ),
    days=MappingProxyType({"today": 0, "yesterday": -1, "tomorrow": 1}),
    before=("before {0}", "earlier than {0}"),
    after=("after {0}", "later than {0}"),
    since=("since {0}", "from {0}"),
    until=("until {0}", "till {0}", "up to {0}", "by {0}"),
    between=(
        *("between {0} and {1}", "from {0} to {1}", "from {0} until {1}", "from {0} till {1}"),
        *("{0} to {1}", "{0} until {1}", "{0} till {1}"),
    ),
    ordinals=("st", "nd", "rd", "th"),
    noise=frozenset({"the", "of", "in", "on"}),
    said=Sayings(
        day="{0} {1} {2}",
        month="{0} {1}",
        until="up to {0}",
        since="since {0}",
        between="between {0} and {1}",
        about="about {0}",
        perhaps="perhaps {0}",
        perhaps_about="perhaps about {0}",
        some_month="some month of {0}",
        some_day="some day of {0}",
        decade="the {0}s",
        plain_decade="the decade from {0}",
        century="the century from {0}",
    ),
)
"""Dates as English says them."""

LANGUAGES: Mapping[str, DateWords] = MappingProxyType({"en": ENGLISH})
"""Words by language, as in ``de`` or ``pt-BR``; a language without its region stands for all its regions."""


def words_of(language: str) -> DateWords | None:
    """Return the words of a language given as ``de``, ``de-AT`` or ``de_AT``; none where there are none."""
    parts = language.replace("_", "-").split("-")
    known = {name.casefold(): own for name, own in LANGUAGES.items()}
    ways = ("-".join(parts[:length]).casefold() for length in range(len(parts), 0, -1))
    return next((known[way] for way in ways if way in known), None)
