"""Which field of which record stands in which column, told once, as data."""

from __future__ import annotations

from collections.abc import Mapping

from db import schema
from db.fields import (
    ColumnField,
    date_field,
    number_field,
    option_field,
    reference_field,
    subject_field,
    text_field,
    word_field,
)
from db.listfields import ListField, choices_field, codes_field, members_field, sources_field, stances_field
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


def _cited(kind: str) -> ListField:
    return sources_field("sources", f"{kind}_sources")


def _texts(*names: str) -> tuple[ColumnField, ...]:
    return tuple(text_field(name) for name in names)


_CODE = ("code",)
_HANDLING = word_field("handling", Handling)
_SPAN = (date_field("since"), date_field("until"))

_SPECS = (
    RecordSpec("case", CaseEntry, schema.CASE_ENTRIES, ("key",), _texts("key", "value")),
    RecordSpec(
        "parties",
        Party,
        schema.PARTIES,
        _CODE,
        (
            *_texts("code", "name", "short_name"),
            word_field("kind", PartyKind),
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
        (members_field("members", "group_members"),),
    ),
    RecordSpec(
        "issues",
        Issue,
        schema.ISSUES,
        _CODE,
        (
            *_texts("code", "title", "question"),
            word_field("kind", IssueKind),
            *_texts("basket"),
            word_field("scale", Scale),
            _HANDLING,
            *_texts("notes"),
        ),
        (codes_field("needed", "issue_needed", "parties"),),
    ),
    RecordSpec(
        "sources",
        Source,
        schema.SOURCES,
        _CODE,
        (
            *_texts("code"),
            word_field("kind", SourceKind),
            *_texts("title"),
            date_field("date"),
            *_texts("attribution", "identity"),
            word_field("terms", Terms),
            word_field("reliability", Reliability),
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
            reference_field("issue", "issues"),
            *_texts("code", "label"),
            number_field("location"),
            _HANDLING,
            *_texts("description"),
        ),
        (codes_field("known_to", "option_known_to", "parties"), _cited("option")),
    ),
    RecordSpec(
        "positions",
        Position,
        schema.POSITIONS,
        ("ref",),
        (
            *_texts("ref"),
            reference_field("party", "parties"),
            reference_field("issue", "issues"),
            word_field("track", Track),
            *_SPAN,
            number_field("salience"),
            word_field("time_pressure", TimePressure),
            word_field("confidence", Confidence),
            word_field("agenda", Agenda),
            *_texts("limit_owner"),
            _HANDLING,
            *_texts("statement", "interest", "readings"),
        ),
        (
            stances_field("stances", "stances"),
            codes_field("known_to", "position_known_to", "parties"),
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
            reference_field("party", "parties"),
            word_field("kind", LinkageKind),
            option_field("if_issue", "if_option"),
            option_field("then_issue", "then_option"),
            word_field("strength", Strength),
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
            date_field("date"),
            date_field("until"),
            *_texts("kind", "title", "description"),
            _HANDLING,
        ),
        (
            codes_field("parties", "event_parties", "parties"),
            codes_field("issues", "event_issues", "issues"),
            _cited("event"),
        ),
    ),
    RecordSpec(
        "terms",
        Term,
        schema.TERMS,
        ("subject", "neutral", "party", "language"),
        (
            subject_field("subject"),
            *_texts("neutral"),
            reference_field("party", "parties"),
            *_texts("term", "language"),
        ),
    ),
    RecordSpec(
        "packages",
        Package,
        schema.PACKAGES,
        _CODE,
        (*_texts("code", "title", "proposed_by"), date_field("date"), _HANDLING, *_texts("notes")),
        (choices_field("choices", "package_choices"),),
    ),
    RecordSpec(
        "influences",
        Influence,
        schema.INFLUENCES,
        ("actor", "on", "since"),
        (
            reference_field("actor", "parties"),
            reference_field("on", "parties"),
            number_field("strength"),
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
            reference_field("issue", "issues"),
            word_field("level", Level),
            *_SPAN,
            *_texts("author"),
            _HANDLING,
            *_texts("reason"),
        ),
        (codes_field("parties", "judgement_parties", "parties"),),
    ),
)

SPECS: Mapping[str, RecordSpec] = {spec.name: spec for spec in _SPECS}
"""Every kind of record by table name, each after those it refers to."""


def spec_of(record: Record) -> RecordSpec:
    """Return how a record is kept."""
    return SPECS[table_of(record)]
