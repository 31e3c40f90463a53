"""Cases that differ only in what an audience may not see, and every text that stands only there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from workbench.columns import columns_of
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.case import Case
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import LinkageKind, Stance
from workbench.snapshot import take_snapshot

ABOVE = {
    AudienceKind.PUBLIC: Handling.ROOM,
    AudienceKind.ROOM: Handling.TEAM,
    AudienceKind.PARTY: Handling.TEAM,
    AudienceKind.TEAM: Handling.RESTRICTED,
}
"""The widest handling out of reach of each audience that does not see everything."""


def with_secrets(case: Case, audience: Audience, word: str = "zzsecret") -> Case:
    """Return the case with records of every kind that the audience may not see, before and behind others."""
    above = ABOVE[audience.kind]
    issue, party = case.issues[0].code, case.parties[0].code
    option = next(own.code for own in case.options if own.issue == issue)
    day = parse_date("2020-05")
    source = Source(f"{word}-source", title=f"{word} title", identity=f"{word} identity", handling=above)
    secret_option = Option(issue, f"{word}-option", f"{word} label", handling=above)
    secret_issue = Issue(f"{word}-issue", f"{word} issue", handling=above)
    resting = SourceReference(source.code)
    return replace(
        case,
        parties=(Party(f"{word}-P", f"{word} party", handling=above), *case.parties),
        issues=(
            secret_issue,
            *(replace(own, needed=(*own.needed, f"{word}-P") if own.needed else ()) for own in case.issues),
        ),
        options=(
            *(Option(secret_issue.code, f"{word}-{n}", f"{word} answer {n}") for n in range(2)),
            *case.options,
            secret_option,
        ),
        sources=(source, *case.sources),
        positions=(
            Position(
                f"{word}-ref", party, issue, day, stances={option: Stance.DEMANDS}, handling=above,
                statement=f"{word} statement", sources=(resting,),
            ),
            *case.positions,
            Position(f"{word}-late", party, issue, parse_date("2035"), handling=above, interest=word),
        ),
        linkages=(
            Linkage(
                f"{word}-link", LinkageKind.EXCLUDES, issue, option, issue, secret_option.code,
                handling=above, statement=f"{word} condition",
            ),
            *case.linkages,
        ),
        events=(Event(f"{word}-event", day, title=f"{word} deed", handling=above), *case.events),
        packages=(Package(f"{word}-draft", f"{word} draft", handling=above), *case.packages),
        judgements=(
            Judgement(f"{word}-judged", (party,), issue, Level.ALIGNED, reason=word, handling=above),
            *case.judgements,
        ),
    )  # fmt: skip


def texts(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, Enum):  # the words of the program
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts(pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def out_of_reach(case: Case, audience: Audience, shortest: int = 4) -> set[str]:
    """Every text of the case that is no part of any text within reach of the audience."""
    seen = take_snapshot(columns_of(case), audience).as_case()
    within = "\n".join(texts(seen))
    return {text for text in texts(case) if len(text) >= shortest and text not in within}
