"""The sample as records, read straight from its tables for tests that need no exchange."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from workbench.domain.case import Case, CaseEntry
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
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

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"
STANCE_COLUMNS = {
    "demands": Stance.DEMANDS,
    "accepts": Stance.ACCEPTS,
    "tolerates": Stance.TOLERATES,
    "opposes": Stance.OPPOSES,
    "red_lines": Stance.RED_LINE,
}


def rows(table: str) -> list[dict[str, str]]:
    with (SAMPLE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def references(cell: str) -> tuple[SourceReference, ...]:
    return tuple(SourceReference.parse(part) for part in codes(cell))


def when(cell: str) -> PartialDate | None:
    return parse_date(cell) if cell else None


def stances(row: dict[str, str]) -> dict[str, Stance]:
    return {option: stance for column, stance in STANCE_COLUMNS.items() for option in codes(row[column])}


def position(row: dict[str, str]) -> Position:
    return Position(
        ref=row["ref"],
        party=row["party"],
        issue=row["issue"],
        since=parse_date(row["from"]),
        track=Track(row["track"]),
        until=when(row["until"]),
        stances=stances(row),
        salience=float(row["salience"]) if row["salience"] else None,
        time_pressure=TimePressure(row["time_pressure"]) if row["time_pressure"] else None,
        confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        agenda=Agenda(row["agenda"]) if row["agenda"] else None,
        handling=Handling(row["handling"]),
        known_to=codes(row["known_to"]),
        sources=references(row["sources"]),
        statement=row["statement"],
        interest=row["interest"],
        readings=row["readings"],
    )


def linkage(row: dict[str, str]) -> Linkage:
    return Linkage(
        row["code"],
        LinkageKind(row["kind"]),
        row["if_issue"],
        row["if_option"],
        row["then_issue"],
        row["then_option"],
        party=row["party"],
        strength=Strength(row["strength"]),
        since=when(row["from"]),
        until=when(row["until"]),
        handling=Handling(row["handling"]),
        sources=references(row["sources"]),
        statement=row["statement"],
    )


def source(row: dict[str, str]) -> Source:
    return Source(
        row["code"],
        row["title"],
        SourceKind(row["kind"]),
        when(row["date"]),
        row["attribution"],
        row["identity"],
        Terms(row["terms"]),
        Reliability(row["reliability"]),
        Handling(row["handling"]),
        row["citation"],
        row["url"],
    )


@cache
def sample_case() -> Case:
    """The sample: the tables that analysis needs."""
    return Case(
        entries=tuple(CaseEntry(row["key"], row["value"]) for row in rows("case")),
        parties=tuple(
            Party(
                row["code"],
                row["name"],
                row["short_name"],
                PartyKind(row["kind"]),
                row["colour"],
                Handling(row["handling"]),
                row["notes"],
            )
            for row in rows("parties")
        ),
        issues=tuple(
            Issue(
                row["code"],
                row["title"],
                row["question"],
                IssueKind(row["kind"]),
                row["basket"],
                Scale(row["scale"]),
                codes(row["needed"]),
                Handling(row["handling"]),
                row["notes"],
            )
            for row in rows("issues")
        ),
        options=tuple(
            Option(
                row["issue"],
                row["code"],
                row["label"],
                float(row["location"]) if row["location"] else None,
                Handling(row["handling"]) if row["handling"] else None,
                codes(row["known_to"]),
                references(row["sources"]),
                row["description"],
            )
            for row in rows("options")
        ),
        sources=tuple(source(row) for row in rows("sources")),
        positions=tuple(position(row) for row in rows("positions")),
        linkages=tuple(linkage(row) for row in rows("linkages")),
        events=tuple(
            Event(
                row["code"],
                parse_date(row["date"]),
                row["title"],
                when(row["until"]),
                row["kind"],
                row["description"],
                codes(row["parties"]),
                codes(row["issues"]),
                references(row["sources"]),
                Handling(row["handling"]),
            )
            for row in rows("events")
        ),
        judgements=tuple(
            Judgement(
                row["code"],
                codes(row["parties"]),
                row["issue"],
                Level(row["level"]),
                when(row["from"]),
                when(row["until"]),
                row["author"],
                Handling(row["handling"]),
                row["reason"],
            )
            for row in rows("judgements")
        ),
    )
