"""The tables of the Events lens: all events, and the deadlines."""

from __future__ import annotations

from datetime import date

from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.tables.sources import dated
from ui.theme.roles import Role
from ui.words import translate
from workbench.readmodels.events_lens import EventRow, event_rows
from workbench.readmodels.wording import clauses, commas, event_kind
from workbench.snapshot import Snapshot


def event_pages(snapshot: Snapshot, day: date, *, enters: bool = False) -> tuple[Page, ...]:
    """Return all events with the days left from a day, and the deadlines alone.

    `enters` tells whether whoever looks may enter events, and is told what they are for.
    """
    rows = event_rows(snapshot, day)
    every = tuple(_row(row) for row in rows)
    ahead = tuple(shown for row, shown in zip(rows, every, strict=True) if row.event.is_deadline)
    columns = _columns()
    nothing, none_due = _nothing(enters=enters)
    return (
        Page("all", translate("EventsLens", "All events"), columns, every, nothing),
        Page("deadlines", translate("EventsLens", "Deadlines"), columns, ahead, none_due),
    )


def _nothing(*, enters: bool) -> tuple[str, str]:
    if not enters:
        return (
            translate("EventsLens", "No event has been entered that may be shown here."),
            translate("EventsLens", "No deadline has been entered that may be shown here."),
        )
    return (
        translate(
            "EventsLens", "No event has been entered. Events stand on the band of time and in the briefs."
        ),
        translate(
            "EventsLens",
            "No deadline has been entered: an event of the kind “deadline”, which may lie ahead.",
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("date", translate("EventsLens", "Date"), 1.2, 104),
        Column("event", translate("EventsLens", "Event"), 4, 160),
        Column("kind", translate("EventsLens", "Kind"), 1.2, 96),
        Column(
            "left", translate("EventsLens", "Deadline"), 1, 84,
            tip=translate("EventsLens", "Days left from the day shown"),
        ),
        Column("parties", translate("EventsLens", "Parties"), 1.5, 100),
        Column("issues", translate("EventsLens", "Issues"), 2.2, 100),
        Column("sources", translate("EventsLens", "Sources"), 1.6, 90),
    )  # fmt: skip


def _row(row: EventRow) -> TableRow:
    event = row.event
    cells = (
        dated(event.date, row.when),
        cell(event.title, event.description, strong=True),
        faint(event_kind(event)),
        _left(row),
        faint(commas(row.parties)),
        faint(clauses(row.issues)),
        faint(clauses(row.sources)),
    )
    return TableRow.of("events", (event.code,), cells, event.code)


def _left(row: EventRow) -> CellText:
    if row.days_left is None:
        return faint("")
    role = Role.TEXT_MUTED if row.days_left < 0 else Role.TEXT
    return CellText(row.left, order=float(row.days_left), strong=row.days_left >= 0, role=role)
