"""The words of briefs, read from a file for each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from resources.files import resource
from workbench.briefs.days import date_in_words, day_in_full
from workbench.briefs.errors import BriefError
from workbench.briefs.plurals import OTHER, plural_form
from workbench.domain.dates import PartialDate
from workbench.domain.level import Level
from workbench.domain.saying import translate
from workbench.domain.vocabulary import IssueKind, Stance

ENGLISH = "en"
NO_POSITION, NO_SOURCE, SOURCE_NOT_SHOWN = "no position known", "no source given", "source not shown"
"""Words of the vocabulary, by their English form, that stand where nothing else does."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, eq=False)
class Words:
    """What briefs say in one language.

    Attributes
    ----------
    language : str
        BCP 47 tag of the text.
    tables : mapping
        Texts by section and key, with places for what the program puts in.
    """

    language: str
    tables: Mapping[str, Mapping[str, Any]]

    def say(self, key: str, **values: object) -> str:
        """Return the text ``section.key`` with `values` put in."""
        section, _, name = key.partition(".")
        text: str = self.tables[section][name]
        return text.format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the text ``section.key`` about a number of things, in the plural the language has."""
        section, _, name = key.partition(".")
        forms: Mapping[str, str] = self.tables[section][name]
        form = plural_form(self.tables["language"]["plurals"], number)
        return forms.get(form, forms[OTHER]).format(number=number, **values)

    def of(self, word: str) -> str:
        """Return a word that tables and screens share, by its English form."""
        found: str = self.tables["vocabulary"][str(word)]
        return found

    def data(self, section: str) -> Mapping[str, Any]:
        """Return a whole section, where it holds more than texts by key."""
        return self.tables[section]

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return bool(self.tables["language"]["direction"] == "rtl")

    @property
    def office_language(self) -> str:
        """The language as word processors call it: with the region of the tag, else the usual one."""
        return self.language if "-" in self.language else str(self.tables["language"]["office"])

    @property
    def primary(self) -> str:
        """The language without region and script: *fr*."""
        return primary_of(self.language)

    def verb(self, stance: Stance, kind: IssueKind) -> str:
        """Return a stance as the verb of a sentence."""
        is_limit = stance is Stance.RED_LINE and kind.is_negotiable
        return self.of("will not have" if is_limit else stance.reading(kind))

    def level(self, level: Level) -> str:
        """Return a level with its mark: *~ Bridgeable*."""
        return f"{level.mark} {opened(self.of(level.value))}"

    def label(self, what: str) -> str:
        """Return a name with the sign that leads to what is said of it: *Needed: *."""
        return self.say("shared.label", what=what)

    def labelled(self, what: str, text: str) -> str:
        """Return what is said of a name behind it: *demands: No status*."""
        return self.label(what) + text

    def quoted(self, text: str) -> str:
        """Return a text in the quotation marks of the language."""
        return self.say("shared.quote", text=text)

    def day(self, day: date) -> str:
        """Return a day as in *20 March 2023*."""
        return day_in_full(self.tables["dates"], day)

    def when(self, date: PartialDate, *, short: bool = False) -> str:
        """Return a date as far as it is known; `short` in a table."""
        return date_in_words(self.tables["dates"], date, short=short)

    def dated(self, date: PartialDate, *, short: bool = False) -> str:
        """Return when something took effect, marked where that is "at the latest"."""
        return self._at_the_latest(date, self.when(date, short=short))

    def since(self, date: PartialDate, *, short: bool = False) -> str:
        """Return the same as it stands behind "since"."""
        said = date_in_words(self.tables["dates"], date, short=short, since=True)
        return self._at_the_latest(date, said)

    def _at_the_latest(self, date: PartialDate, said: str) -> str:
        return self.say("dates.at_the_latest", date=said) if date.is_at_the_latest else said

    def number(self, number: float) -> str:
        """Return a number without needless decimals, with the decimal sign of the language."""
        return f"{number:g}".replace(".", str(self.tables["language"]["decimal"]))

    def join(self, texts: Iterable[str]) -> str:
        """Return texts one behind the other, where they may hold commas of their own."""
        return self.say("shared.join").join(texts)

    def listing(self, names: Iterable[str]) -> str:
        """Return names as a list in a sentence: *a*, *a and b*, *a, b and c*."""
        return self._listing(names, "")

    def alternatives(self, names: Iterable[str]) -> str:
        """Return names as a list of alternatives: *a*, *a or b*, *a, b or c*."""
        return self._listing(names, "_or")

    def names(self, names: Iterable[str], most: int) -> str:
        """Return names as a list that ends with how many more there are: *a, b and 3 more*."""
        every = list(names)
        if len(every) <= most:
            return self.listing(every)
        return self.listing([*every[:most], self.count("shared.more_names", len(every) - most)])

    def _listing(self, names: Iterable[str], kind: str) -> str:
        every = list(names)
        if len(every) < 2:
            return "".join(every)
        if len(every) == 2:
            return self.say(f"shared.two{kind}", first=every[0], second=every[1])
        others = self.say(f"shared.between{kind}").join(every[:-1])
        return self.say(f"shared.last{kind}", others=others, last=every[-1])


def opened(text: str) -> str:
    """Return a text that begins with a capital letter, where the language has them."""
    return text[:1].upper() + text[1:]


def primary_of(language: str) -> str:
    """Return the language of a BCP 47 tag without region and script."""
    return language.partition("-")[0].lower()


def region_of(language: str) -> str:
    """Return the region of a BCP 47 tag, empty where it names none."""
    return next((own.upper() for own in language.split("-")[1:] if len(own) == 2), "")


def words_of(language: str = ENGLISH) -> Words:
    """Return the words of a language, given as a BCP 47 tag.

    A tag that names a region or a script takes the words of its language.

    Raises
    ------
    BriefError
        If there are no words in that language.
    """
    primary = primary_of(language)
    if not _TAG.fullmatch(language) or primary not in languages():
        known = ", ".join(languages())
        said = translate(
            "Briefs", "There are no texts for briefs in the language “{0}”. There are: {1}."
        ).format(language, known)
        raise BriefError(said)
    return Words(language, _tables(primary))


def language_for(case_language: str) -> str:
    """Return the language of a brief unless another is chosen: that of the case, else English."""
    known = _TAG.fullmatch(case_language) and primary_of(case_language) in languages()
    return case_language if known else ENGLISH


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which a brief can be written, as BCP 47 tags."""
    files = resource("briefs").glob("words_*.toml")
    return tuple(sorted(file.stem.removeprefix("words_") for file in files))


def name_of(language: str) -> str:
    """Return the name of a language of briefs in that language itself."""
    name: str = _tables(primary_of(language))["language"]["name"]
    return name


@cache
def _tables(language: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resource(f"briefs/words_{language}.toml").read_text(encoding="utf-8"))
