"""Which other records a record names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.domain.case import Record, RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence
from workbench.domain.position import Position
from workbench.domain.term import Term

SUBJECT_TABLES = {"party": "parties", "issue": "issues"}
"""Table of the record that the subject of a term names, by the word before the colon."""


class Reference(NamedTuple):
    """One record as another one names it, in a field."""

    field: str
    table: str
    key: RecordKey


def references(record: Record) -> Iterator[Reference]:
    """Yield every record that `record` names, each issue before its options."""
    for field, table, key in _named(record):
        if all(key):
            yield Reference(field, table, key)


def _named(record: Record) -> Iterator[tuple[str, str, RecordKey]]:
    match record:
        case Group():
            yield from _parties("members", (member.party for member in record.members))
        case Issue():
            yield from _parties("needed", record.needed)
        case Option():
            yield "issue", "issues", (record.issue,)
            yield from _parties("known_to", record.known_to)
            yield from _sources(record.sources)
        case Position():
            yield from _of_position(record)
        case Linkage():
            yield from _of_linkage(record)
        case Event():
            yield from _parties("parties", record.parties)
            yield from (("issues", "issues", (code,)) for code in record.issues)
            yield from _sources(record.sources)
        case Term():
            table = SUBJECT_TABLES.get(record.subject_kind)
            if table and record.subject_code:
                yield "subject", table, (record.subject_code,)
            yield from _parties("party", [record.party])
        case _:
            yield from _of_others(record)


def _of_others(record: Record) -> Iterator[tuple[str, str, RecordKey]]:
    match record:
        case Package():
            yield from (("choices", "issues", (issue,)) for issue in record.choices)
            yield from (("choices", "options", choice) for choice in record.choices.items())
        case Influence():
            yield from _parties("actor", [record.actor])
            yield from _parties("on", [record.on])
            yield from _sources(record.sources)
        case Judgement():
            yield from _parties("parties", record.parties)
            yield "issue", "issues", (record.issue,)


def _of_position(record: Position) -> Iterator[tuple[str, str, RecordKey]]:
    yield from _parties("party", [record.party])
    yield "issue", "issues", (record.issue,)
    yield from (("stances", "options", (record.issue, option)) for option in record.stances)
    yield from _parties("known_to", record.known_to)
    yield from _sources(record.sources)


def _of_linkage(record: Linkage) -> Iterator[tuple[str, str, RecordKey]]:
    yield from _parties("party", [record.party])
    yield "if_issue", "issues", (record.if_issue,)
    yield "if_option", "options", (record.if_issue, record.if_option)
    yield "then_issue", "issues", (record.then_issue,)
    yield "then_option", "options", (record.then_issue, record.then_option)
    yield from _sources(record.sources)


def _parties(field: str, codes: Iterable[str]) -> Iterator[tuple[str, str, RecordKey]]:
    return ((field, "parties", (code,)) for code in codes)


def _sources(sources: Iterable[SourceReference]) -> Iterator[tuple[str, str, RecordKey]]:
    return (("sources", "sources", (source.code,)) for source in sources)
