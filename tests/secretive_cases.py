"""Cases with records of every kind, in which every text is a word found nowhere else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import count
from typing import TypeVar

from hypothesis import strategies as st

from workbench.domain.audience import Audience
from workbench.domain.case import Case, CaseEntry
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Membership, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import (
    Agenda,
    Confidence,
    IssueKind,
    LinkageKind,
    PartyKind,
    Reliability,
    Scale,
    SourceKind,
    Stance,
    Strength,
    Terms,
    TimePressure,
    Track,
)

WORD = re.compile(r"q[zy][0-9]{4}x")
"""Every text is made of such words; those of a twin begin with ``qy``."""
AUDIENCES = ("public", "room", "party", "team", "principal")
DATES = ("2020", "2021-03-15", "2021-03", "2019-06/2021-01", "202X", "2022-02/..", "2022-05-01~")

T = TypeVar("T")


class _Maker:
    """Draws records; every text it gives is a word of its own."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._number = count(1)

    def word(self) -> str:
        return f"qz{next(self._number):04}x"

    def one(self, of: Sequence[T]) -> T:
        return self.chance.choice(of)

    def some(self, of: Sequence[T], most: int) -> tuple[T, ...]:
        return tuple(self.chance.sample(of, self.chance.randint(0, min(most, len(of)))))

    def handling(self) -> Handling:
        return self.one((Handling.PUBLIC, Handling.PUBLIC, *Handling))

    def date(self) -> PartialDate:
        return parse_date(self.one(DATES))

    def resting(self, sources: Sequence[Source]) -> tuple[SourceReference, ...]:
        chosen = self.some(sources, 2)
        return tuple(SourceReference(own.code, self.one((None, 1, 3)), self.word()) for own in chosen)

    def sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                self.word(), self.word(), self.one(tuple(SourceKind)), self.date(), self.word(), self.word(),
                terms, self.one(tuple(Reliability)), self.handling(), self.word(), self.word(),
            )
            for terms in Terms
        )  # fmt: skip

    def issue(self, kind: IssueKind, parties: Sequence[str]) -> Issue:
        return Issue(
            self.word(), self.word(), self.word(), kind, self.word(), self.one(tuple(Scale)),
            self.some(parties, 3), self.handling(), self.word(),
        )  # fmt: skip

    def option(self, issue: str, place: int, parties: Sequence[str], sources: Sequence[Source]) -> Option:
        return Option(
            issue, self.word(), self.word(), place / 2, self.one((None, None, *Handling)),
            self.some(parties, 1), self.resting(sources), self.word(),
        )  # fmt: skip

    def position(
        self,
        party: str,
        issue: str,
        options: Sequence[Option],
        parties: Sequence[str],
        sources: Sequence[Source],
    ) -> Position:
        own = [option.code for option in options if option.issue == issue]
        return Position(
            self.word(), party, issue, self.date(), self.one(tuple(Track)),
            stances={code: self.one(tuple(Stance)) for code in self.some(own, 3)},
            salience=float(self.chance.randint(0, 100)),
            time_pressure=self.one(tuple(TimePressure)), confidence=self.one(tuple(Confidence)),
            agenda=self.one((None, *Agenda)), limit_owner=self.word(), handling=self.handling(),
            known_to=self.some(parties, 2), sources=self.resting(sources), statement=self.word(),
            interest=self.word(), readings=f"{self.word()} | {self.word()}",
        )  # fmt: skip

    def linkage(
        self, options: Sequence[Option], parties: Sequence[str], sources: Sequence[Source]
    ) -> Linkage:
        one, other = self.chance.sample(options, 2)
        return Linkage(
            self.word(), self.one(tuple(LinkageKind)), one.issue, one.code, other.issue, other.code,
            self.one(("", *parties)), self.one(tuple(Strength)), self.date(), None, self.handling(),
            self.resting(sources), self.word(),
        )  # fmt: skip


def make_case(seed: int) -> Case:
    """Return a case with records of every kind, the same for the same seed."""
    make = _Maker(random.Random(seed))
    parties = tuple(
        Party(
            make.word(),
            make.word(),
            make.word(),
            make.one(tuple(PartyKind)),
            "",
            make.handling(),
            make.word(),
        )
        for _ in range(4)
    )
    codes = [party.code for party in parties]
    sources = make.sources()
    issues = tuple(
        make.issue(kind, codes)
        for kind in (IssueKind.SUBSTANCE, IssueKind.PROCEDURE, IssueKind.FACT, IssueKind.NORM)
    )
    options = tuple(make.option(own.code, place, codes, sources) for own in issues for place in range(3))
    held = [(party, own.code) for party in codes for own in issues for _ in range(make.one((0, 1, 1, 2)))]
    subjects = [f"party:{codes[0]}", f"issue:{issues[0].code}", "free", f"party:{codes[1]}"]
    return Case(
        entries=tuple(
            CaseEntry(key, "2022-06-30" if key == "as_of" else "en" if key == "language" else make.word())
            for key in ("title", "as_of", "language", "summary", make.word())
        ),
        parties=parties,
        groups=tuple(
            Group(
                make.word(), make.word(), tuple(Membership(own, make.date()) for own in make.some(codes, 3))
            )
            for _ in range(2)
        ),
        issues=issues,
        options=options,
        sources=sources,
        positions=tuple(make.position(party, issue, options, codes, sources) for party, issue in held),
        linkages=tuple(make.linkage(options, codes, sources) for _ in range(4)),
        events=tuple(
            Event(
                make.word(), make.date(), make.word(), None, make.one(("deadline", "talks")), make.word(),
                make.some(codes, 2), make.some([own.code for own in issues], 2), make.resting(sources),
                make.handling(),
            )
            for _ in range(4)
        ),
        terms=tuple(
            Term(subject, make.word(), make.word(), make.one(("", *codes)), "") for subject in subjects
        ),
        packages=tuple(
            Package(
                make.word(), make.word(), make.one(("", *codes)), make.date(), make.handling(),
                {own.issue: own.code for own in make.some(options, 2)}, make.word(),
            )
            for _ in range(3)
        ),
        influences=tuple(
            Influence(
                *make.chance.sample(codes, 2), 2.0, parse_date(DATES[place]), None, make.resting(sources)
            )
            for place in range(3)
        ),
        judgements=tuple(
            Judgement(
                make.word(), tuple(make.chance.sample(codes, 2)), make.one(issues).code,
                make.one(tuple(Level)), make.date(), None, make.word(), make.handling(), make.word(),
            )
            for _ in range(3)
        ),
    )  # fmt: skip


secretive_cases = st.integers(0, 10**6).map(make_case)


def audience_for(case: Case, name: str) -> Audience:
    """Return the audience of that name; the party is the second of the case."""
    return Audience.parse(f"party:{case.parties[1].code}" if name == "party" else name)


def words_in(value: object) -> Iterator[str]:
    """Yield every word of a record, however deep."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield from WORD.findall(value)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from words_in(pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
