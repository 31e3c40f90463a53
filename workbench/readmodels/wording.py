"""Words that screens and pages share: days, lists, stances in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from workbench.domain.dates import PartialDate
from workbench.domain.vocabulary import IssueKind, Stance

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PRESUMED = "presumed opposed"
"""How an unstated option reads beside stated ones."""
NO_POSITION = "no position known"
"""How a cell without a position reads."""
NO_SOURCE = "no source given"
SOURCE_NOT_SHOWN = "source not shown"


def plain_day(day: date) -> str:
    """Return a day as in *20 March 2023*."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_SAYING: list[Callable[[date], str]] = [plain_day]


def say_days(style: Callable[[date], str] = plain_day) -> None:
    """Say every day on the screen in another way, such as a person prefers; plainly where none is given.

    Documents have their own words and do not follow.
    """
    _SAYING[0] = style


def day_in_words(day: date) -> str:
    """Return a day as in *20 March 2023*, or in the way that was chosen."""
    return _SAYING[0](day)


def since_in_words(since: PartialDate) -> str:
    """Return a date as typed, marked where it stands for "at the latest"."""
    return f"{since.text}, at the latest" if since.is_at_the_latest else since.text


def listing(words: Iterable[str], conjunction: str = "and") -> str:
    """Return the words as a list in a sentence: *a*, *a and b*, *a, b and c*."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {conjunction} {every[-1]}"


def listing_of_many(words: Sequence[str], most: int = 12) -> str:
    """Return the words as a list; of more than `most` two, and how many others there are."""
    if len(words) <= most:
        return listing(words)
    return f"{', '.join(words[:2])} and {len(words) - 2} others"


def count_in_words(number: int, one: str, many: str) -> str:
    """Return a number with its noun: *1 issue*, *3 issues*."""
    return f"{number} {one if number == 1 else many}"


def stance_verb(stance: Stance, kind: IssueKind) -> str:
    """Return the stance as the verb of a sentence."""
    if stance is Stance.RED_LINE and kind.is_negotiable:
        return "will not have"
    return stance.reading(kind)


_PLURALS = {
    "will not have": "will not have",
    "demands": "demand",
    "accepts": "accept",
    "tolerates": "tolerate",
    "opposes": "oppose",
    "holds": "hold",
    "agrees": "agree to",
    "leaves open": "leave open",
    "doubts": "doubt",
    "rejects": "reject",
}


def stance_of_several(stance: Stance, kind: IssueKind, parties: int, what: str) -> str:
    """Return what one or several parties say of something: *accepts it*, *leave it open*."""
    verb = stance_verb(stance, kind)
    said = f"{_PLURALS[verb] if parties > 1 else verb} {what}"
    singular = {f"leaves open {what}": f"leaves {what} open", f"agrees {what}": f"agrees to {what}"}
    return singular.get(said, said.replace(f"leave open {what}", f"leave {what} open"))


def stance_clauses(stances: Sequence[Stance | None], labels: Sequence[str], kind: IssueKind) -> list[str]:
    """Return what a party says of the options, one clause a stance: *demands A and B*, *opposes C*."""
    clauses = []
    for stance in Stance:
        own = [label for label, given in zip(labels, stances, strict=True) if given is stance]
        if own:
            clauses.append(f"{stance_verb(stance, kind)} {listing(own)}")
    return clauses
