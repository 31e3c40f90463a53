"""Which field of which record stands in which column, told once, as data."""

from __future__ import annotations

from collections.abc import Mapping

from db import schema
from db.fields import (
    ChoicesField,
    CodesField,
    DateField,
    MembersField,
    NumberField,
    OptionField,
    ReferenceField,
    SourcesField,
    StancesField,
    SubjectField,
    TextField,
    WordField,
)
from db.rows import RecordSpec
from workbench.domain.case import CaseEntry, Record, table_of
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


def _cited(kind: str) -> SourcesField:
    return SourcesField("sources", f"{kind}_sources")


def _texts(*names: str) -> tuple[TextField, ...]:
    return tuple(TextField(name) for name in names)


_CODE = ("code",)
_HANDLING = WordField("handling", Handling)
_SPAN = (DateField("since"), DateField("until"))

_SPECS = (
    RecordSpec("case", CaseEntry, schema.CASE_ENTRIES, ("key",), _texts("key", "value")),
    RecordSpec(
        "parties",
        Party,
        schema.PARTIES,
        _CODE,
        (
            *_texts("code", "name", "short_name"),
            WordField("kind", PartyKind),
            *_texts("colour"),
            _HANDLING,
            *_texts("notes"),
        ),
    ),
    RecordSpec(
        "groups",
        Group,
        schema.GROUPS,
        _CODE,
        _texts("code", "name"),
        (MembersField("members", "group_members"),),
    ),
    RecordSpec(
        "issues",
        Issue,
        schema.ISSUES,
        _CODE,
        (
            *_texts("code", "title", "question"),
            WordField("kind", IssueKind),
            *_texts("basket"),
            WordField("scale", Scale),
            _HANDLING,
            *_texts("notes"),
        ),
        (CodesField("needed", "issue_needed", "parties"),),
    ),
    RecordSpec(
        "sources",
        Source,
        schema.SOURCES,
        _CODE,
        (
            *_texts("code"),
            WordField("kind", SourceKind),
            *_texts("title"),
            DateField("date"),
            *_texts("attribution", "identity"),
            WordField("terms", Terms),
            WordField("reliability", Reliability),
            _HANDLING,
            *_texts("citation", "url"),
        ),
    ),
    RecordSpec(
        "options",
        Option,
        schema.OPTIONS,
        ("issue", "code"),
        (
            ReferenceField("issue", "issues"),
            *_texts("code", "label"),
            NumberField("location"),
            _HANDLING,
            *_texts("description"),
        ),
        (CodesField("known_to", "option_known_to", "parties"), _cited("option")),
    ),
    RecordSpec(
        "positions",
        Position,
        schema.POSITIONS,
        ("ref",),
        (
            *_texts("ref"),
            ReferenceField("party", "parties"),
            ReferenceField("issue", "issues"),
            WordField("track", Track),
            *_SPAN,
            NumberField("salience"),
            WordField("time_pressure", TimePressure),
            WordField("confidence", Confidence),
            WordField("agenda", Agenda),
            *_texts("limit_owner"),
            _HANDLING,
            *_texts("statement", "interest", "readings"),
        ),
        (
            StancesField("stances", "stances"),
            CodesField("known_to", "position_known_to", "parties"),
            _cited("position"),
        ),
    ),
    RecordSpec(
        "linkages",
        Linkage,
        schema.LINKAGES,
        _CODE,
        (
            *_texts("code"),
            ReferenceField("party", "parties"),
            WordField("kind", LinkageKind),
            OptionField("if_issue", "if_option"),
            OptionField("then_issue", "then_option"),
            WordField("strength", Strength),
            *_SPAN,
            _HANDLING,
            *_texts("statement"),
        ),
        (_cited("linkage"),),
    ),
    RecordSpec(
        "events",
        Event,
        schema.EVENTS,
        _CODE,
        (
            *_texts("code"),
            DateField("date"),
            DateField("until"),
            *_texts("kind", "title", "description"),
            _HANDLING,
        ),
        (
            CodesField("parties", "event_parties", "parties"),
            CodesField("issues", "event_issues", "issues"),
            _cited("event"),
        ),
    ),
    RecordSpec(
        "terms",
        Term,
        schema.TERMS,
        ("subject", "neutral", "party", "language"),
        (
            SubjectField("subject"),
            *_texts("neutral"),
            ReferenceField("party", "parties"),
            *_texts("term", "language"),
        ),
    ),
    RecordSpec(
        "packages",
        Package,
        schema.PACKAGES,
        _CODE,
        (*_texts("code", "title", "proposed_by"), DateField("date"), _HANDLING, *_texts("notes")),
        (ChoicesField("choices", "package_choices"),),
    ),
    RecordSpec(
        "influences",
        Influence,
        schema.INFLUENCES,
        ("actor", "on", "since"),
        (
            ReferenceField("actor", "parties"),
            ReferenceField("on", "parties"),
            NumberField("strength"),
            *_SPAN,
        ),
        (_cited("influence"),),
    ),
    RecordSpec(
        "judgements",
        Judgement,
        schema.JUDGEMENTS,
        _CODE,
        (
            *_texts("code"),
            ReferenceField("issue", "issues"),
            WordField("level", Level),
            *_SPAN,
            *_texts("author"),
            _HANDLING,
            *_texts("reason"),
        ),
        (CodesField("parties", "judgement_parties", "parties"),),
    ),
)

SPECS: Mapping[str, RecordSpec] = {spec.name: spec for spec in _SPECS}
"""Every kind of record by table name, each after those it refers to."""


def spec_of(record: Record) -> RecordSpec:
    """Return how a record is kept."""
    return SPECS[table_of(record)]
