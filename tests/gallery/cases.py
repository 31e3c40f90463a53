"""Cases at the ends of what a window has to bear: one record of each kind, very long names, very many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.analysis_cases import random_case
from benchmarks.drag_lenses import ColumnStore
from tests.from_right import in_arabic
from tests.sample_case import sample_case
from tests.ui.desktop.memory_store import MemoryStore
from workbench.domain.case import Case, CaseEntry
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.operations import PlaceRecords, PutRecord, RecordPosition, RemoveRecord
from workbench.ports import CaseStore

_LONG = (
    " together with the Provisional Coordinating Council"
    " of the Northern and Eastern Provinces and the Islands"
)


def one_of_each() -> MemoryStore:
    """Return a case of one party, one issue and one position."""
    return MemoryStore(
        Case(
            entries=(CaseEntry("title", "Water of the Upper Valley"), CaseEntry("as_of", "2024-05-02")),
            parties=(Party("UP", "Upstream District", "Upstream"),),
            issues=(Issue("flow", "Flow in the dry season", "How much water is let through?"),),
            options=(Option("flow", "third", "A third"), Option("flow", "half", "Half")),
            positions=(
                Position(
                    "UP-flow-1", "UP", "flow", parse_date("2024-05-01"), stances={"third": Stance.DEMANDS}
                ),
            ),
        )
    )


def in_arabic_letters() -> MemoryStore:
    """Return the sample in letters that are read from the right."""
    return MemoryStore(in_arabic(sample_case()))


def with_long_names() -> MemoryStore:
    """Return the sample with names no column was made for."""
    case = sample_case()
    return MemoryStore(
        replace(
            case,
            entries=(*case.entries[1:], CaseEntry("title", f"{case.title}{_LONG}")),
            parties=tuple(
                replace(own, name=f"{own.name}{_LONG}", short_name=f"{own.label} Coordinating Council")
                for own in case.parties
            ),
            issues=tuple(
                replace(own, title=f"{own.title}{_LONG}", basket=f"{own.basket}{_LONG}")
                for own in case.issues
            ),
            options=tuple(replace(own, label=f"{own.label}{_LONG}") for own in case.options),
            sources=tuple(
                replace(own, title=f"{own.title}{_LONG}", attribution=f"{own.attribution}{_LONG}")
                for own in case.sources
            ),
            events=tuple(replace(own, title=f"{own.title}{_LONG}") for own in case.events),
            terms=tuple(replace(own, term=f"{own.term}{_LONG}") for own in case.terms),
        )
    )


def edit_as_one_does(store: CaseStore) -> None:
    """Do to the sample what fills a history: positions, a new name, another order, removals, steps back."""
    case = store.read_case()
    position = next(own for own in case.positions if own.ref == "bak-lachin-2023-03-a")
    eu = next(own for own in case.parties if own.code == "EU")
    stances = {"scan": Stance.ACCEPTS, "free": Stance.OPPOSES, "ru-check": Stance.RED_LINE}
    known = {own.code for own in case.options if own.issue == position.issue}
    store.perform(PutRecord(replace(eu, name="European Union, mission in Armenia")))
    store.perform(PlaceRecords("parties", (("EU",),), ("MOW",)))
    store.perform(RemoveRecord("parties", ("OPP",), with_dependants=True))
    store.undo()
    store.perform(
        RecordPosition(
            replace(
                position,
                stances={code: own for code, own in stances.items() if code in known},
                limit_owner="the presidential administration",
                known_to=("EU", "MOW"),
                salience=85,
            )
        )
    )


def with_many_events() -> MemoryStore:
    """Return the sample with 200 events, some of which last, and a dozen deadlines."""
    case, start, chance = sample_case(), date(2018, 5, 1), Random(7)
    days = sorted(start + timedelta(days=int(1780 * chance.random() ** 0.6)) for _event in range(200))
    kinds = ("statement", "agreement", "armed conflict", "diplomacy", "ruling")
    events = [
        Event(
            f"e{place}",
            parse_date(day.isoformat()),
            f"{kinds[place % 5].capitalize()} no. {place + 1}",
            kind=kinds[place % 5],
            until=parse_date((day + timedelta(days=40)).isoformat()) if place % 23 == 0 else None,
        )
        for place, day in enumerate(days)
    ]
    terms = [
        Event(f"d{month}", parse_date(f"2024-{month:02}-15"), f"Term no. {month} ends", kind="deadline")
        for month in range(1, 13)
    ]
    return MemoryStore(replace(case, events=(*events, *terms)))


def very_many() -> MemoryStore:
    """Return 200 parties on 500 issues, with two positions in each cell."""
    return ColumnStore(random_case(200, 500, 5, 2.0, a_day=20))
