"""The tables of a case and their columns: the promise that import and export keep."""

from __future__ import annotations

from workbench.domain.case import CaseEntry
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Influence, Party
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
from workbench.exchange.cells import (
    CHOICES,
    CODE,
    CODES,
    COLOUR,
    DATE,
    ISSUE_CODE,
    SOURCE_CODE,
    SOURCES,
    TEXT,
    Cell,
    number,
    word,
)
from workbench.exchange.memberships import MembershipRow
from workbench.exchange.spec import Column, TableSpec

PARTIES, ISSUES, SOURCE_TABLE = "parties", "issues", "sources"


def _text(name: str, field_name: str = "", *, required: bool = False) -> Column:
    return Column(name, field_name or name, TEXT, required)


def _code(name: str = "code", cell: Cell = CODE, *, required: bool = True) -> Column:
    return Column(name, name, cell, required)


def _reference(name: str, table: str, *, required: bool = False, cell: Cell = CODE) -> Column:
    return Column(name, name, cell, required, refers_to=table)


def _date(name: str, field_name: str = "", *, required: bool = False) -> Column:
    return Column(name, field_name or name, DATE, required)


def _option(name: str, issue: str) -> Column:
    return Column(name, name, CODE, is_required=True, option_of=issue)


def _stance(name: str, stance: Stance) -> Column:
    return Column(name, "stances", CODES, option_of="issue", stance=stance)


def _word(name: str, cell: Cell, *, required: bool = False) -> Column:
    return Column(name, name, cell, required)


FROM, UNTIL = _date("from", "since"), _date("until")
HANDLING = _word("handling", word(Handling))
KNOWN_TO = _reference("known_to", PARTIES, cell=CODES)
RESTS_ON = _reference("sources", SOURCE_TABLE, cell=SOURCES)
STATEMENT, NOTES = _text("statement"), _text("notes")

_LEVEL = word(Level, without=(Level.UNKNOWN,))

SPECS = {
    spec.name: spec
    for spec in (
        TableSpec(
            "case",
            CaseEntry,
            ("key",),
            (_code("key"), Column("value", "value", TEXT, is_required=True, may_be_empty=True)),
        ),
        TableSpec(
            "parties",
            Party,
            ("code",),
            (
                _code(),
                _text("name", required=True),
                _text("short_name"),
                _word("kind", word(PartyKind)),
                Column("colour", "colour", COLOUR),
                HANDLING,
                NOTES,
            ),
        ),
        TableSpec(
            "groups",
            MembershipRow,
            ("code", "party", "from"),
            (
                _code(),
                _text("name"),
                Column("party", "party", CODE, is_required=True, may_be_empty=True, refers_to=PARTIES),
                FROM,
                UNTIL,
            ),
        ),
        TableSpec(
            "issues",
            Issue,
            ("code",),
            (
                _code(cell=ISSUE_CODE),
                _text("title", required=True),
                _text("question"),
                _word("kind", word(IssueKind)),
                _text("basket"),
                _word("scale", word(Scale)),
                _reference("needed", PARTIES, cell=CODES),
                HANDLING,
                NOTES,
            ),
        ),
        TableSpec(
            "options",
            Option,
            ("issue", "code"),
            (
                _reference("issue", ISSUES, required=True),
                _code(),
                _text("label", required=True),
                Column("location", "location", number(0, 1)),
                HANDLING,
                KNOWN_TO,
                RESTS_ON,
                _text("description"),
            ),
        ),
        TableSpec(
            "sources",
            Source,
            ("code",),
            (
                _code(cell=SOURCE_CODE),
                _word("kind", word(SourceKind)),
                _text("title", required=True),
                _date("date"),
                _text("attribution"),
                _text("identity"),
                _word("terms", word(Terms)),
                _word("reliability", word(Reliability)),
                HANDLING,
                _text("citation"),
                _text("url"),
            ),
        ),
        TableSpec(
            "positions",
            Position,
            ("ref",),
            (
                _code("ref", required=False),
                _reference("party", PARTIES, required=True),
                _reference("issue", ISSUES, required=True),
                _word("track", word(Track)),
                _date("from", "since", required=True),
                UNTIL,
                _stance("demands", Stance.DEMANDS),
                _stance("accepts", Stance.ACCEPTS),
                _stance("tolerates", Stance.TOLERATES),
                _stance("opposes", Stance.OPPOSES),
                _stance("red_lines", Stance.RED_LINE),
                Column("salience", "salience", number(0, 100)),
                _word("time_pressure", word(TimePressure)),
                _word("confidence", word(Confidence)),
                _word("agenda", word(Agenda)),
                _text("limit_owner"),
                HANDLING,
                KNOWN_TO,
                RESTS_ON,
                STATEMENT,
                _text("interest"),
                _text("readings"),
            ),
        ),
        TableSpec(
            "linkages",
            Linkage,
            ("code",),
            (
                _code(),
                _reference("party", PARTIES),
                _word("kind", word(LinkageKind), required=True),
                _reference("if_issue", ISSUES, required=True),
                _option("if_option", "if_issue"),
                _reference("then_issue", ISSUES, required=True),
                _option("then_option", "then_issue"),
                _word("strength", word(Strength)),
                FROM,
                UNTIL,
                HANDLING,
                RESTS_ON,
                STATEMENT,
            ),
        ),
        TableSpec(
            "events",
            Event,
            ("code",),
            (
                _code(),
                _date("date", required=True),
                UNTIL,
                _text("kind"),
                _text("title", required=True),
                _text("description"),
                _reference("parties", PARTIES, cell=CODES),
                _reference("issues", ISSUES, cell=CODES),
                RESTS_ON,
                HANDLING,
            ),
        ),
        TableSpec(
            "terms",
            Term,
            ("subject", "neutral", "party", "language"),
            (
                _code("subject"),
                _text("neutral"),
                _reference("party", PARTIES),
                _text("term", required=True),
                _code("language", required=False),
            ),
        ),
        TableSpec(
            "packages",
            Package,
            ("code",),
            (
                _code(),
                _text("title", required=True),
                _text("proposed_by"),
                _date("date"),
                HANDLING,
                Column("choices", "choices", CHOICES),
                NOTES,
            ),
        ),
        TableSpec(
            "influences",
            Influence,
            ("actor", "on", "from"),
            (
                _reference("actor", PARTIES, required=True),
                _reference("on", PARTIES, required=True),
                Column("strength", "strength", number(0, 4), is_required=True),
                FROM,
                UNTIL,
                RESTS_ON,
            ),
        ),
        TableSpec(
            "judgements",
            Judgement,
            ("code",),
            (
                _code(),
                _reference("parties", PARTIES, required=True, cell=CODES),
                _reference("issue", ISSUES, required=True),
                _word("level", _LEVEL, required=True),
                FROM,
                UNTIL,
                _text("author"),
                HANDLING,
                _text("reason"),
            ),
        ),
    )
}
"""Every table by name; the columns stand in the order in which they are written."""
