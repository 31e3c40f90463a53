"""What the inspector says of a selection, free of any toolkit."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.case import RecordKey
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of text that leads to a record: table and key, none where it leads nowhere."""

    text: str
    table: str = ""
    key: RecordKey = ()


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One option with the stances of the parties side by side.

    `stances` has one entry for each party of the ladder: its stance, or none where unstated.
    `words` has the same as words, ``presumed opposed`` where unstated, empty where silent.
    """

    option: str
    label: str
    stances: tuple[Stance | None, ...]
    silent: tuple[bool, ...]
    words: tuple[str, ...]
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One position in the history of a party on the issue, newest first."""

    ref: str
    headline: str
    detail: str
    statement: str
    sources: tuple[Link, ...]
    is_standing: bool


@dataclass(frozen=True, slots=True)
class PartyHistory:
    """The positions of one party on the issue."""

    party: str
    title: str
    colour: str
    entries: tuple[HistoryEntry, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the inspector: what it is, and the text, which may lead to a record."""

    heading: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class FactList:
    """Facts under a heading of their own."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that the inspector says of a cell or a room.

    Attributes
    ----------
    title, subtitle : str
        Who, and what on which day.
    level : Level or None
        The level of room, none where one party alone is looked at.
    sentences : tuple of str
        The level in a sentence, then who decides it, then on what it rests.
    parties : tuple of str
        Labels over the columns of the ladder.
    ladder : tuple of LadderStep
        Every option in reach, in order.
    questions : tuple of str
        What to ask whom, most to gain first.
    linkages, judgements, facts : tuple of Fact
        Linkages that touch the issue; judgements on it; salience, time, limits and so on.
    histories : tuple of PartyHistory
        Position histories of the parties, with their sources.
    sections : tuple of FactList
        What else there is to say, each list under its heading.
    leads : tuple of FactList
        What explains the ladder, right under it.
    """

    title: str
    subtitle: str
    level: Level | None
    sentences: tuple[str, ...]
    parties: tuple[str, ...]
    ladder: tuple[LadderStep, ...] = ()
    questions: tuple[str, ...] = ()
    linkages: tuple[Fact, ...] = ()
    judgements: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    histories: tuple[PartyHistory, ...] = ()
    sections: tuple[FactList, ...] = ()
    leads: tuple[FactList, ...] = ()
