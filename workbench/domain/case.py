"""The whole case: every record, in the order of the case."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One line of what is said of the case itself, such as its title or language."""

    key: str
    value: str


Record: TypeAlias = (
    CaseEntry
    | Party
    | Group
    | Issue
    | Option
    | Source
    | Position
    | Linkage
    | Event
    | Term
    | Package
    | Influence
    | Judgement
)
"""Any record of a case."""

RecordKey: TypeAlias = tuple[str, ...]
"""What makes a record this record among those of its table: its code or codes."""


@dataclass(frozen=True, slots=True)
class Case:
    """Every record of a case, each table in its own order.

    The fields bear the names of the tables of import and export, but for ``entries`` (table
    ``case``).
    """

    entries: tuple[CaseEntry, ...] = ()
    parties: tuple[Party, ...] = ()
    groups: tuple[Group, ...] = ()
    issues: tuple[Issue, ...] = ()
    options: tuple[Option, ...] = ()
    sources: tuple[Source, ...] = ()
    positions: tuple[Position, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    events: tuple[Event, ...] = ()
    terms: tuple[Term, ...] = ()
    packages: tuple[Package, ...] = ()
    influences: tuple[Influence, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def entry(self, key: str) -> str:
        """Return what is said of the case under `key`, or an empty text."""
        return next((entry.value for entry in self.entries if entry.key == key), "")

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.entry("title")

    def table(self, name: str) -> tuple[Record, ...]:
        """Return the records of the table `name`."""
        records: tuple[Record, ...] = getattr(self, TABLE_FIELDS[name])
        return records


TABLE_FIELDS = {"case" if field.name == "entries" else field.name: field.name for field in fields(Case)}
"""Field of `Case` by table name."""

TABLES = tuple(TABLE_FIELDS)
"""The names of the tables, in the order in which they are listed and exported."""

_RECORD_TYPES: dict[type, str] = {
    CaseEntry: "case",
    Party: "parties",
    Group: "groups",
    Issue: "issues",
    Option: "options",
    Source: "sources",
    Position: "positions",
    Linkage: "linkages",
    Event: "events",
    Term: "terms",
    Package: "packages",
    Influence: "influences",
    Judgement: "judgements",
}


_TYPE_OF_TABLE = {table: record for record, table in _RECORD_TYPES.items()}


def table_of(record: Record) -> str:
    """Return the name of the table in which the record stands."""
    return _RECORD_TYPES[type(record)]


def record_type(table: str) -> type[Any]:
    """Return the class of the records of a table."""
    return _TYPE_OF_TABLE[table]


def key_of(record: Record) -> RecordKey:
    """Return what makes the record this record among those of its table."""
    match record:
        case CaseEntry(key=key):
            return (key,)
        case Option(issue=issue, code=code):
            return (issue, code)
        case Position(ref=ref):
            return (ref,)
        case Term(subject=subject, neutral=neutral, party=party, language=language):
            return (subject, neutral, party, language)
        case Influence(actor=actor, on=on, since=since):
            return (actor, on, since.text if since else "")
        case _:
            return (record.code,)
