"""Matrices made by hand, of any size, for tests of painter and view."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from workbench.domain.audience import PRINCIPAL, Audience
from workbench.domain.level import Level
from workbench.domain.vocabulary import Basis, IssueKind, Stance, TimePressure, Track
from workbench.readmodels.matrix_types import (
    Basket,
    CourseSpan,
    GroupFold,
    IssueRow,
    Movement,
    NextDeadline,
    PartyColumn,
    PositionCell,
    RoomSummary,
)
from workbench.readmodels.timeline_types import DistanceLine, EventMark, LinePoint, Timeline

DAY = date(2023, 3, 20)
STANCES = (Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES, Stance.OPPOSES, Stance.RED_LINE, None)
DEADLINE = NextDeadline("Last day to object", date(2025, 5, 10), 782)
LONG = "Guaranteed rights and security under an international mechanism, no territorial status"
ROOM = RoomSummary(
    Level.BRIDGEABLE, ("Mutual pull-back",), True, Level.COMPATIBLE, "2 of 4", (), Level.ALIGNED, "The room."
)


@dataclass(frozen=True)
class HandMadeMatrix:
    """A matrix of which every cell can be given; the others hold all stances in turn."""

    columns: tuple[PartyColumn, ...]
    rows: tuple[IssueRow, ...]
    cells: dict[tuple[int, int], PositionCell] = field(default_factory=dict)
    day: date = DAY
    compared: date | None = date(2022, 3, 20)
    title: str = "Case"
    basis: Basis = Basis.ASSESSED
    audience: Audience = PRINCIPAL
    course_span: tuple[date, date] = (date(2018, 1, 1), DAY)
    deadline: NextDeadline | None = DEADLINE
    folds: tuple[GroupFold, ...] = ()

    @cached_property
    def baskets(self) -> tuple[Basket, ...]:
        titles = dict.fromkeys(row.basket for row in self.rows)
        return tuple(
            Basket(title, tuple(n for n, row in enumerate(self.rows) if row.basket == title))
            for title in titles
        )

    def cell(self, row: int, column: int) -> PositionCell:
        if (row, column) in self.cells:
            return self.cells[row, column]
        party, issue = self.columns[column].code, self.rows[row].code
        if (row + column) % 5 == 4:
            return PositionCell(party, issue, words=f"{party} {issue}: nothing.")
        return full_cell(party, issue)

    def room(self, row: int) -> RoomSummary | None:
        return ROOM if self.rows[row].has_room else None

    def course(self, row: int) -> tuple[CourseSpan, ...]:
        return (CourseSpan(date(2020, 1, 1), self.day, Level.CONFLICTING),)


def full_cell(party: str, issue: str) -> PositionCell:
    """Return a cell that shows everything that a cell can show."""
    return PositionCell(
        party=party,
        issue=issue,
        ref=f"{party}-{issue}",
        lead="accepts",
        text=LONG,
        segments=STANCES,
        track=Track.ASSESSED,
        movement=Movement.HARDENED,
        review=True,
        judged=True,
        pressure=TimePressure.URGENT,
        words=f"{party} {issue}: all.",
    )


def matrix(parties: int = 4, issues: int = 6, **fields: object) -> HandMadeMatrix:
    """Return a matrix of that size, in baskets of three issues, every third one a norm."""
    columns = tuple(
        PartyColumn(f"P{n}", f"Party {n}", "international organisation", "#0072B2") for n in range(parties)
    )
    rows = tuple(
        IssueRow(
            code=f"i{n}",
            title=f"Control of the road number {n} through the southern corridor",
            question="Who?",
            basket=f"Basket {n // 3}",
            kind=IssueKind.NORM if n % 3 == 2 else IssueKind.SUBSTANCE,
            options=("Yes", LONG),
            pressed=("Party 0",),
            waiting=("Party 1", "Party 2"),
        )
        for n in range(issues)
    )
    return replace(HandMadeMatrix(columns, rows), **fields)  # type: ignore[arg-type]


def event(code: str, day: date, title: str = "", *, is_deadline: bool = False) -> EventMark:
    """Return an event."""
    return EventMark(code, day, None, title or f"Event {code}", "statement", is_deadline, f"{code} happened.")


def timeline(*events: EventMark) -> Timeline:
    """Return a timeline over five years and a bit with two distances."""
    points = (LinePoint(date(2019, 1, 1), 0.5, 3), LinePoint(date(2022, 6, 1), 0.6, 4))
    return Timeline(
        first=date(2018, 5, 1),
        last=date(2025, 11, 10),
        data_last=DAY,
        events=events
        or (event("war", date(2020, 9, 27)), event("end", date(2025, 11, 10), is_deadline=True)),
        lines=(
            DistanceLine("A", "B", "A – B", "#0072B2", False, points),
            DistanceLine("A", "C", "A – C", "#0072B2", True, points),
        ),
        change_days=(date(2019, 1, 1), date(2020, 9, 27), date(2022, 6, 1)),
        note="Distance between parties.",
    )
