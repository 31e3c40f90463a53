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
from workbench.briefs.errors import BriefError
from workbench.domain.dates import PartialDate
from workbench.domain.level import Level
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.wording import stance_verb

ENGLISH = "en"
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

    def of(self, word: str) -> str:
        """Return a word that tables and screens share, by its English form."""
        found: str = self.tables["vocabulary"][str(word)]
        return found

    def data(self, section: str) -> Mapping[str, Any]:
        """Return a whole section, where it holds more than texts by key."""
        return self.tables[section]

    def verb(self, stance: Stance, kind: IssueKind) -> str:
        """Return a stance as the verb of a sentence."""
        return self.of(stance_verb(stance, kind))

    def level(self, level: Level) -> str:
        """Return a level with its mark: *~ Bridgeable*."""
        return f"{level.mark} {self.of(level.value).capitalize()}"

    def day(self, day: date) -> str:
        """Return a day as in *20 March 2023*."""
        months = self.say("shared.months").split()
        return self.say("shared.day", day=day.day, month=months[day.month - 1], year=day.year)

    def since(self, since: PartialDate) -> str:
        """Return a date as typed, marked where it stands for "at the latest"."""
        return self.say("shared.at_the_latest", date=since.text) if since.is_at_the_latest else since.text

    def listing(self, names: Iterable[str]) -> str:
        """Return names as a list in a sentence: *a*, *a and b*, *a, b and c*."""
        return self._listing(names, "shared.and")

    def alternatives(self, names: Iterable[str]) -> str:
        """Return names as a list of alternatives: *a*, *a or b*, *a, b or c*."""
        return self._listing(names, "shared.or")

    def names(self, names: Iterable[str], most: int) -> str:
        """Return names as a list that ends with how many more there are: *a, b and 3 more*."""
        every = list(names)
        if len(every) <= most:
            return self.listing(every)
        return self.listing([*every[:most], self.say("shared.more_names", number=len(every) - most)])

    def _listing(self, names: Iterable[str], key: str) -> str:
        every = list(names)
        if len(every) < 2:
            return "".join(every)
        return self.say(key, others=self.say("shared.comma").join(every[:-1]), last=every[-1])

    def issues(self, number: int) -> str:
        """Return a number of issues in words: *1 issue*, *3 issues*."""
        return self.say("shared.issue" if number == 1 else "shared.issues", number=number)


def words_of(language: str = ENGLISH) -> Words:
    """Return the words of a language, given as a BCP 47 tag.

    A tag that names a region or a script takes the words of its language.

    Raises
    ------
    BriefError
        If there are no words in that language.
    """
    primary = language.partition("-")[0].lower()
    if not _TAG.fullmatch(language) or primary not in languages():
        known = ", ".join(languages())
        raise BriefError(f"There are no texts for briefs in the language “{language}”. There are: {known}.")
    return Words(language, _tables(primary))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which a brief can be written, as BCP 47 tags."""
    files = resource("briefs").glob("words_*.toml")
    return tuple(sorted(file.stem.removeprefix("words_") for file in files))


@cache
def _tables(language: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resource(f"briefs/words_{language}.toml").read_text(encoding="utf-8"))
