"""What an audience may see of a case, and twins: cases that differ in nothing that it may see.

Worked out from the product definition, field by field; nothing is shared with the program's own redaction.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from tests.secretive_cases import WORD, words_in
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.case import Case, CaseEntry, Record
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import Confidence, Reliability, Stance, Terms, TimePressure, Track

TEAM_KINDS = (AudienceKind.TEAM, AudienceKind.PRINCIPAL, AudienceKind.VAULT)
ALL_KINDS = (AudienceKind.PRINCIPAL, AudienceKind.VAULT)

T = TypeVar("T")


@dataclass(frozen=True)
class Sight:
    """What an audience may see."""

    case: Case
    audience: Audience

    def reaches(self, handling: Handling) -> bool:
        every = list(Handling)
        last = {AudienceKind.PUBLIC: 0, AudienceKind.ROOM: 1, AudienceKind.PARTY: 1, AudienceKind.TEAM: 2}
        return every.index(handling) <= last.get(self.audience.kind, 3)

    def knows(self, known_to: Sequence[str]) -> bool:
        return self.audience.kind is AudienceKind.PARTY and self.audience.party in known_to

    @property
    def parties(self) -> set[str]:
        return {own.code for own in self.case.parties if self.reaches(own.handling)}

    @property
    def issues(self) -> set[str]:
        return {own.code for own in self.case.issues if self.reaches(own.handling)}

    @property
    def sources(self) -> set[str]:
        return {own.code for own in self.case.sources if self.reaches(own.handling)}

    @property
    def options(self) -> set[tuple[str, str]]:
        of_issue = {own.code: own.handling for own in self.case.issues}
        return {
            (own.issue, own.code)
            for own in self.case.options
            if own.issue in self.issues
            and (self.reaches(own.handling or of_issue[own.issue]) or self.knows(own.known_to))
        }

    def has_position(self, own: Position) -> bool:
        known = self.knows(own.known_to) and own.track is Track.DECLARED
        if not (self.reaches(own.handling) or known):
            return False
        if own.party not in self.parties or own.issue not in self.issues:
            return False
        if own.stances and not any((own.issue, option) in self.options for option in own.stances):
            return False
        terms = {source.code: source.terms for source in self.case.sources}
        closed = all(terms[ref.code] in (Terms.OFF_RECORD, Terms.UNDETERMINED) for ref in own.sources)
        return not (own.sources and closed and self.audience.kind not in ALL_KINDS)

    def has(self, own: Record) -> bool:
        """Tell whether a record is in reach."""
        rule = self._rules.get(type(own))
        return self.reaches(own.handling) if rule is None else rule(own)  # type: ignore[union-attr]

    @property
    def _rules(self) -> dict[type, Callable[[Any], bool]]:
        return {
            CaseEntry: lambda own: own.key in ("title", "as_of", "language") or self.is_team,
            Party: lambda own: own.code in self.parties,
            Group: lambda own: any(member.party in self.parties for member in own.members),
            Issue: lambda own: own.code in self.issues,
            Option: lambda own: (own.issue, own.code) in self.options,
            Position: self.has_position,
            Linkage: self._has_linkage,
            Term: self._has_term,
            Package: self._has_package,
            Influence: lambda own: self.is_team and {own.actor, own.on} <= self.parties,
            Judgement: self._has_judgement,
        }

    @property
    def is_team(self) -> bool:
        """Whether the audience has the team's own reading."""
        return self.audience.kind in TEAM_KINDS

    def _has_linkage(self, own: Linkage) -> bool:
        ends = {(own.if_issue, own.if_option), (own.then_issue, own.then_option)}
        return self.reaches(own.handling) and ends <= self.options and own.party in {"", *self.parties}

    def _has_term(self, own: Term) -> bool:
        kind, _, code = own.subject.partition(":")
        there = {"party": self.parties, "issue": self.issues}.get(kind, {code})
        return code in there and own.party in {"", *self.parties}

    def _has_package(self, own: Package) -> bool:
        there = set(own.choices.items()) <= self.options
        return self.reaches(own.handling) and there and own.proposed_by in {"", *self.parties}

    def _has_judgement(self, own: Judgement) -> bool:
        there = own.issue in self.issues and set(own.parties) <= self.parties
        return self.reaches(own.handling) and there

    def cut(self, own: Record) -> Record:
        """Return a record in reach without the fields and references that are not."""
        changed: dict[str, object] = {}
        if hasattr(own, "sources"):
            changed["sources"] = tuple(ref for ref in own.sources if ref.code in self.sources)
        if hasattr(own, "known_to"):
            changed["known_to"] = self._present(own.known_to) if self.is_team else ()
        match own:
            case Position():
                changed |= self._cut_position(own)
            case Source():
                changed |= self._cut_source(own)
            case Issue():
                changed["needed"] = self._present(own.needed)
            case Event():
                changed["parties"] = self._present(own.parties)
                changed["issues"] = tuple(code for code in own.issues if code in self.issues)
            case Group():
                changed["members"] = tuple(one for one in own.members if one.party in self.parties)
        return replace(own, **changed)  # type: ignore[arg-type]

    def _present(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code in self.parties)

    def _cut_position(self, own: Position) -> dict[str, object]:
        stances = {code: stance for code, stance in own.stances.items() if (own.issue, code) in self.options}
        if self.is_team:
            return {"stances": stances}
        texts = dict.fromkeys(("interest", "limit_owner", "readings"), "")
        return {"stances": stances, **texts, **dict.fromkeys(("salience", "time_pressure", "confidence"))}

    def _cut_source(self, own: Source) -> dict[str, object]:
        cut: dict[str, object] = {} if self.audience.kind is AudienceKind.VAULT else {"identity": ""}
        if self.audience.kind not in ALL_KINDS and own.terms not in (Terms.ON_RECORD, Terms.BACKGROUND):
            cut |= {"attribution": "", "citation": "", "url": ""}
        return cut

    def seen(self) -> Case:
        """Return the case as the audience may see it."""
        return _each_table(
            self.case, lambda records: tuple(self.cut(own) for own in records if self.has(own))
        )

    @property
    def words(self) -> set[str]:
        """Every word that the audience may see."""
        return set(words_in(self.seen()))


def _each_table(case: Case, become: Callable[[tuple[Record, ...]], tuple[Record, ...]]) -> Case:
    return replace(case, **{field.name: become(getattr(case, field.name)) for field in fields(case)})


def twin(case: Case, audience: Audience, seed: int) -> Case:
    """Return a case that differs in everything that the audience may not see, and in nothing else."""
    sight, chance = Sight(case, audience), random.Random(seed)
    visible = sight.words | {audience.party}

    def become(records: tuple[Record, ...]) -> tuple[Record, ...]:
        hidden = [own for own in records if not sight.has(own)]
        kept = [_refigured(own, sight, chance) for own in records if sight.has(own)]
        for own in hidden:
            if not _may_go(own, chance):  # somewhere else among those that are seen
                kept.insert(chance.randint(0, len(kept)), _changed(own, chance))
        return tuple(_renamed(own, visible) for own in kept)

    return _each_table(case, become)


def _renamed(value: T, visible: set[str]) -> T:
    """Put every word that may not be seen in another one's place."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return WORD.sub(lambda found: found[0] if found[0] in visible else f"qy{found[0][2:]}", value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, PartialDate):
        return replace(
            value, **{own.name: _renamed(getattr(value, own.name), visible) for own in fields(value)}
        )  # type: ignore[type-var]
    if isinstance(value, Mapping):
        return {_renamed(key, visible): _renamed(own, visible) for key, own in value.items()}  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_renamed(own, visible) for own in value)  # type: ignore[return-value]
    return value


def _may_go(own: Record, chance: random.Random) -> bool:
    """Tell whether to leave out a record on which nothing else rests."""
    return isinstance(own, Position | Judgement | Package | Linkage | Event) and chance.random() < 0.4


def _changed(own: Record, chance: random.Random) -> Record:
    """Return a record out of reach with other figures and dates; what decides on its reach stays."""
    if isinstance(own, Position):
        stances = {option: chance.choice(list(Stance)) for option in own.stances}
        return replace(own, stances=stances, salience=float(chance.randint(0, 100)), since=parse_date("2018"))
    if isinstance(own, Judgement):
        return replace(own, level=chance.choice(list(Level)))
    if isinstance(own, Event):
        return replace(own, date=parse_date("2016-04-05"), kind="deadline")
    if isinstance(own, Option):
        return replace(own, location=chance.random())
    if isinstance(own, Source):
        return replace(own, reliability=chance.choice(list(Reliability)), date=parse_date("1999"))
    return own


def _refigured(own: Record, sight: Sight, chance: random.Random) -> Record:
    """Return a record in reach with other values in the fields that are not, and among its references."""
    hidden = [party.code for party in sight.case.parties if party.code not in sight.parties]
    if isinstance(own, Issue) and chance.random() < 0.5:
        needed = own.needed
        return replace(own, needed=(*(own for own in hidden if own not in needed), *needed))
    if isinstance(own, Event):
        return replace(own, parties=(*hidden[:1], *own.parties))
    if isinstance(own, Option):
        return replace(own, known_to=_told(own.known_to, sight, chance))
    if isinstance(own, Position):
        return _another_reading(own, sight, chance)
    return own


def _told(known_to: tuple[str, ...], sight: Sight, chance: random.Random) -> tuple[str, ...]:
    """Return others to whom it was said, where the audience may not know to whom."""
    if sight.audience.kind in TEAM_KINDS:
        return known_to
    others = [own.code for own in sight.case.parties if own.code != sight.audience.party]
    own = (sight.audience.party,) if sight.audience.party in known_to else ()
    return (*chance.sample(others, 2), *own)


def _another_reading(own: Position, sight: Sight, chance: random.Random) -> Position:
    stances = {
        option: stance if (own.issue, option) in sight.options else chance.choice(list(Stance))
        for option, stance in own.stances.items()
    }
    own = replace(own, stances=stances, known_to=_told(own.known_to, sight, chance))
    if sight.audience.kind in TEAM_KINDS:
        return own
    return replace(
        own,
        salience=chance.choice((None, float(chance.randint(0, 100)))),
        time_pressure=chance.choice((None, *TimePressure)),
        confidence=chance.choice((None, *Confidence)),
        interest=chance.choice(("", "qy9999x")),
        limit_owner=chance.choice(("", "qy9998x")),
        readings=chance.choice(("", "qy9997x | qy9996x")),
    )
