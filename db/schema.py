"""The tables of a case file: one table a record, and a link table for each list.

Every table but positions has a ``place``, the order of the case; positions stand in the order in
which they were recorded, which is that of their ids. Ids are never given twice, so that the
journal can name a record by its id for ever. Dates are kept as typed, empty where there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

from workbench.domain.handling import Handling
from workbench.domain.level import Level
from workbench.domain.vocabulary import (
    Agenda,
    Confidence,
    IssueKind,
    LinkageKind,
    PartyKind,
    Reliability,
    Scale,
    SourceKind,
    Strength,
    Terms,
    TimePressure,
    Track,
)

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class OperationKind(StrEnum):
    """What an operation is to those before it."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    MERGED = "merged"
    """Done in another copy; came in with a merge, and goes with it where that is undone."""
    EXPUNGED = "expunged"
    """A text was removed from tables, history and backups; cannot be undone."""


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _required(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _word(
    name: str, vocabulary: Iterable[str], *, optional: bool = False
) -> tuple[Column[str], CheckConstraint]:
    words = ", ".join(f"'{word}'" for word in vocabulary)
    return Column(name, Text, nullable=optional), CheckConstraint(f"{name} IN ({words})", name=name)


def _number(
    name: str, low: int, high: int, *, optional: bool = False
) -> tuple[Column[float], CheckConstraint]:
    check = CheckConstraint(f"{name} BETWEEN {low} AND {high}", name=name)
    return Column(name, REAL, nullable=optional), check


def _to(table: str, name: str = "", *, optional: bool = False) -> Column[int]:
    column = name or f"{table.removesuffix('s')}_id"
    return Column(column, Integer, ForeignKey(f"{table}.id"), nullable=optional)


def _handling(*, optional: bool = False) -> tuple[Column[str], CheckConstraint]:
    return _word("handling", Handling, optional=optional)


def _records(name: str, *parts: SchemaItem | tuple[SchemaItem, ...]) -> Table:
    """Return a table of records, with ids that are never given twice."""
    flat = [item for part in parts for item in (part if isinstance(part, tuple) else (part,))]
    identity = Column("id", Integer, primary_key=True)
    table: Table = Table(name, METADATA, identity, *flat, sqlite_autoincrement=True, sqlite_strict=True)
    return table


def _links(name: str, owner: Column[int], *parts: SchemaItem, key: str = "place") -> Table:
    """Return a table that keeps a list of each record of the owner's table, in its order."""
    place = Column("place", Integer, nullable=False)
    identity = PrimaryKeyConstraint(owner.name, key)
    table: Table = Table(
        name, METADATA, owner, place, *parts, identity, sqlite_with_rowid=False, sqlite_strict=True
    )
    return table


def _place() -> Column[int]:
    return Column("place", Integer, nullable=False)


def _cited(name: str, owner: Column[int]) -> Table:
    """Return a table of the sources on which records rest."""
    credibility = Column("credibility", Integer)
    check = CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility")
    return _links(name, owner, _to("sources"), credibility, check, _text("passage"))


CASE_ENTRIES = _records("case_entries", _place(), _required("key"), _text("value"), UniqueConstraint("key"))

PARTIES = _records(
    "parties",
    _place(),
    _required("code"),
    _text("name"),
    _text("short_name"),
    _word("kind", PartyKind),
    _text("colour"),
    _handling(),
    _text("notes"),
    UniqueConstraint("code"),
)
GROUPS = _records("groups", _place(), _required("code"), _text("name"), UniqueConstraint("code"))
GROUP_MEMBERS = _links(
    "group_members", _to("groups"), _to("parties", "party_id"), _text("since"), _text("until")
)

ISSUES = _records(
    "issues",
    _place(),
    _required("code"),
    _text("title"),
    _text("question"),
    _word("kind", IssueKind),
    _text("basket"),
    _word("scale", Scale),
    _handling(),
    _text("notes"),
    UniqueConstraint("code"),
)
ISSUE_NEEDED = _links("issue_needed", _to("issues"), _to("parties", "party_id"))

SOURCES = _records(
    "sources",
    _place(),
    _required("code"),
    _word("kind", SourceKind),
    _text("title"),
    _text("date"),
    _text("attribution"),
    _text("identity"),
    _word("terms", Terms),
    _word("reliability", Reliability),
    _handling(),
    _text("citation"),
    _text("url"),
    UniqueConstraint("code"),
)

OPTIONS = _records(
    "options",
    _place(),
    _to("issues"),
    _required("code"),
    _text("label"),
    _number("location", 0, 1, optional=True),
    _handling(optional=True),
    _text("description"),
    UniqueConstraint("issue_id", "code"),
)
OPTION_KNOWN_TO = _links("option_known_to", _to("options"), _to("parties", "party_id"))
OPTION_SOURCES = _cited("option_sources", _to("options"))

POSITIONS = _records(
    "positions",
    _required("ref"),
    _to("parties", "party_id"),
    _to("issues"),
    _word("track", Track),
    _required("since"),
    _text("until"),
    _number("salience", 0, 100, optional=True),
    _word("time_pressure", TimePressure, optional=True),
    _word("confidence", Confidence, optional=True),
    _word("agenda", Agenda, optional=True),
    _text("limit_owner"),
    _handling(),
    _text("statement"),
    _text("interest"),
    _text("readings"),
    UniqueConstraint("ref"),
)
STANCES = _links(
    "stances",
    _to("positions"),
    _to("options"),
    Column("stance", Integer, nullable=False),
    CheckConstraint("stance BETWEEN -2 AND 2", name="stance"),
    key="option_id",
)
POSITION_KNOWN_TO = _links("position_known_to", _to("positions"), _to("parties", "party_id"))
POSITION_SOURCES = _cited("position_sources", _to("positions"))

LINKAGES = _records(
    "linkages",
    _place(),
    _required("code"),
    _to("parties", "party_id", optional=True),
    _word("kind", LinkageKind),
    _to("options", "if_option_id"),
    _to("options", "then_option_id"),
    _word("strength", Strength),
    _text("since"),
    _text("until"),
    _handling(),
    _text("statement"),
    UniqueConstraint("code"),
)
LINKAGE_SOURCES = _cited("linkage_sources", _to("linkages"))

EVENTS = _records(
    "events",
    _place(),
    _required("code"),
    _required("date"),
    _text("until"),
    _text("kind"),
    _text("title"),
    _text("description"),
    _handling(),
    UniqueConstraint("code"),
)
EVENT_PARTIES = _links("event_parties", _to("events"), _to("parties", "party_id"))
EVENT_ISSUES = _links("event_issues", _to("events"), _to("issues"))
EVENT_SOURCES = _cited("event_sources", _to("events"))

TERMS = _records(
    "terms",
    _place(),
    _text("subject"),
    _to("parties", "subject_party_id", optional=True),
    _to("issues", "subject_issue_id", optional=True),
    _text("neutral"),
    _to("parties", "party_id", optional=True),
    _text("term"),
    _text("language"),
)

PACKAGES = _records(
    "packages",
    _place(),
    _required("code"),
    _text("title"),
    _text("proposed_by"),
    _text("date"),
    _handling(),
    _text("notes"),
    UniqueConstraint("code"),
)
PACKAGE_CHOICES = _links("package_choices", _to("packages"), _to("options"))

INFLUENCES = _records(
    "influences",
    _place(),
    _to("parties", "actor_id"),
    _to("parties", "on_id"),
    _number("strength", 0, 4),
    _text("since"),
    _text("until"),
    UniqueConstraint("actor_id", "on_id", "since"),
)
INFLUENCE_SOURCES = _cited("influence_sources", _to("influences"))

JUDGEMENTS = _records(
    "judgements",
    _place(),
    _required("code"),
    _to("issues"),
    _word("level", Level),
    _text("since"),
    _text("until"),
    _text("author"),
    _handling(),
    _text("reason"),
    UniqueConstraint("code"),
)
JUDGEMENT_PARTIES = _links("judgement_parties", _to("judgements"), _to("parties", "party_id"))

OPERATIONS = _records(
    "operations",
    _required("uuid"),
    _required("name"),
    _required("label"),
    _text("author"),
    _text("host"),
    _required("at"),
    _word("kind", OperationKind),
    _to("operations", "reverses", optional=True),
    _to("operations", "part_of", optional=True),
    UniqueConstraint("uuid", "part_of"),
)
JOURNAL = Table(
    "journal",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("operation_id", Integer, ForeignKey("operations.id"), nullable=False, index=True),
    Column("table_name", Text, nullable=False),
    Column("record_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    sqlite_strict=True,
)
CASE_FILE = _records("case_file", _required("uuid"), _required("created_at"), _required("program"))
"""One row: what this file is. Copies of a file bear the same uuid."""
