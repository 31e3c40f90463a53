"""Words that screens and pages share: days, lists, stances in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from workbench.domain.dates import PartialDate
from workbench.domain.event import Event
from workbench.domain.saying import at_start, counted, marked, marked_count, translate
from workbench.domain.vocabulary import IssueKind, Stance

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PRESUMED = marked("Wording", "presumed opposed")
"""How an unstated option reads beside stated ones, in English; said by `presumed`."""
NO_POSITION = marked("Wording", "no position known")
"""How a cell without a position reads, in English; said by `no_position`."""
NO_STANCE = marked("Wording", "states no stance")
"""How a position reads that states none, in English; said by `no_stance`."""
NO_SOURCE = marked("Wording", "no source given")
SOURCE_NOT_SHOWN = marked("Wording", "source not shown")

_LISTS = {
    "and": marked("Wording", "{others} and {last}"),
    "or": marked("Wording", "{others} or {last}"),
}
_DEMANDED = {
    Stance.DEMANDS: marked("Wording", "demands {options}"),
    Stance.ACCEPTS: marked("Wording", "accepts {options}"),
    Stance.TOLERATES: marked("Wording", "tolerates {options}"),
    Stance.OPPOSES: marked("Wording", "opposes {options}"),
    Stance.RED_LINE: marked("Wording", "will not have {options}"),
}
_HELD = {
    Stance.DEMANDS: marked("Wording", "holds {options}"),
    Stance.ACCEPTS: marked("Wording", "agrees to {options}"),
    Stance.TOLERATES: marked("Wording", "leaves open {options}"),
    Stance.OPPOSES: marked("Wording", "doubts {options}"),
    Stance.RED_LINE: marked("Wording", "rejects {options}"),
}
_SAY_DEMANDED = {
    Stance.DEMANDS: marked_count("Wording", "{parties} demand it", "{parties} demands it"),
    Stance.ACCEPTS: marked_count("Wording", "{parties} accept it", "{parties} accepts it"),
    Stance.TOLERATES: marked_count("Wording", "{parties} tolerate it", "{parties} tolerates it"),
    Stance.OPPOSES: marked_count("Wording", "{parties} oppose it", "{parties} opposes it"),
    Stance.RED_LINE: marked_count("Wording", "{parties} will not have it", "{parties} will not have it"),
}
_SAY_HELD = {
    Stance.DEMANDS: marked_count("Wording", "{parties} hold it", "{parties} holds it"),
    Stance.ACCEPTS: marked_count("Wording", "{parties} agree to it", "{parties} agrees to it"),
    Stance.TOLERATES: marked_count("Wording", "{parties} leave it open", "{parties} leaves it open"),
    Stance.OPPOSES: marked_count("Wording", "{parties} doubt it", "{parties} doubts it"),
    Stance.RED_LINE: marked_count("Wording", "{parties} reject it", "{parties} rejects it"),
}
_SAY_NOTHING = marked_count(
    "Wording", "{parties} have said nothing of it", "{parties} has said nothing of it"
)


def presumed() -> str:
    """Return how an unstated option reads beside stated ones."""
    return translate("Wording", PRESUMED)


def no_position() -> str:
    """Return how a cell without a position reads."""
    return translate("Wording", NO_POSITION)


def no_stance() -> str:
    """Return how a position reads that states no stance."""
    return translate("Wording", NO_STANCE)


def no_source() -> str:
    """Return what stands where no source is given."""
    return translate("Wording", NO_SOURCE)


def source_not_shown() -> str:
    """Return what stands for a source out of reach."""
    return translate("Wording", SOURCE_NOT_SHOWN)


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


def on_day(what: str, day: date) -> str:
    """Return what is looked at with the day: *Status, on 20 March 2023*."""
    return translate("Wording", "{what}, on {day}").format(what=what, day=day_in_words(day))


def option_of_issue(option: str, issue: str) -> str:
    """Return an option with the issue that it answers: *“Renewed” (Mandate of the force)*."""
    return translate("Wording", "“{option}” ({issue})").format(option=option, issue=issue)


def since_in_words(since: PartialDate) -> str:
    """Return a date as typed, marked where it stands for "at the latest"."""
    if not since.is_at_the_latest:
        return since.text
    return translate("Wording", "{date}, at the latest").format(date=since.text)


def event_kind(event: Event) -> str:
    """Return the kind of an event: as it was entered, and in the language of the reader for a deadline."""
    return deadline_word() if event.is_deadline else event.kind


def deadline_word() -> str:
    """Return the kind of deadlines in the language of the reader."""
    return translate("Wording", "deadline")


def period_as_typed(first: str, last: str) -> str:
    """Return a period between two dates as typed: *2022-03 to 2022-05*."""
    return translate("Wording", "{first} to {last}").format(first=first, last=last)


def listing(words: Iterable[str], conjunction: str = "and") -> str:
    """Return the words as a list in a sentence: *a*, *a and b*, *a, b and c*."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    joined = every[0] if len(every) == 2 else commas(every[:-1])
    return translate("Wording", _LISTS[conjunction]).format(others=joined, last=every[-1])


def commas(words: Iterable[str]) -> str:
    """Return the words one after the other: *a, b, c*."""
    return translate("Wording", ", ", "what stands between the words of a list").join(words)


def clauses(words: Iterable[str]) -> str:
    """Return parts of a sentence one after the other: *a; b; c*."""
    return translate("Wording", "; ", "what stands between the parts of a sentence").join(words)


def listing_of_many(words: Sequence[str], most: int = 12) -> str:
    """Return the words as a list; of more than `most` two, and how many others there are."""
    if len(words) <= most:
        return listing(words)
    others = len(words) - 2
    return counted("Wording", "{names} and %n others", "{names} and %n other", others).format(
        names=commas(words[:2])
    )


def full(text: str) -> str:
    """Return a text as a whole sentence: with a capital, and what ends a sentence."""
    return translate("Wording", "{sentence}.").format(sentence=at_start(text))


def count_in_words(number: int, one: str, many: str) -> str:
    """Return a number with its noun: *1 issue*, *3 issues*."""
    return f"{number} {one if number == 1 else many}"


def quoted(text: str) -> str:
    """Return a text in quotation marks."""
    return translate("Wording", "“{text}”").format(text=text)


def stance_verb(stance: Stance, kind: IssueKind) -> str:
    """Return the stance as the verb of a sentence."""
    if stance is Stance.RED_LINE and kind.is_negotiable:
        return translate("Stance", "will not have")
    return stance.reading(kind)


def parties_say(stance: Stance | None, kind: IssueKind, parties: Sequence[str], most: int = 12) -> str:
    """Return what parties (labels) say of the option spoken of: *Baku accepts it*; nothing for none."""
    return saying_of(stance, kind, len(parties)).format(parties=listing_of_many(parties, most))


def saying_of(stance: Stance | None, kind: IssueKind, parties: int) -> str:
    """Return what a number of parties say of the option spoken of, with a place for ``{parties}``."""
    says = _SAY_DEMANDED if kind.is_negotiable else _SAY_HELD
    return counted(*(_SAY_NOTHING if stance is None else says[stance]), parties)


def stance_clauses(stances: Sequence[Stance | None], labels: Sequence[str], kind: IssueKind) -> list[str]:
    """Return what a party says of the options, one clause a stance: *demands A and B*, *opposes C*."""
    says = _DEMANDED if kind.is_negotiable else _HELD
    found = []
    for stance in Stance:
        own = [label for label, given in zip(labels, stances, strict=True) if given is stance]
        if own:
            found.append(translate("Wording", says[stance]).format(options=listing(own)))
    return found
