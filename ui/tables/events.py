"""The tables of the Events lens: all events, and the deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ui.tables.facets import Facet, marks, names_in_order, party_facet
from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.tables.sources import dated
from ui.theme.roles import Role
from ui.words import translate
from workbench.readmodels.events_lens import EventRow, event_rows
from workbench.readmodels.wording import clauses, commas, event_kind
from workbench.snapshot import Snapshot

_PERIOD, _PAST, _AHEAD = "period", "past", "ahead"


def event_pages(
    snapshot: Snapshot, day: date, compared: date | None = None, *, enters: bool = False
) -> tuple[Page, ...]:
    """Return all events with the days left from a day, and the deadlines alone.

    `compared` is the day with which is compared. `enters` tells whether whoever looks may enter events, and
    is told what they are for.
    """
    rows = event_rows(snapshot, day)
    every = tuple(_row(row, day, compared) for row in rows)
    ahead = tuple(shown for row, shown in zip(rows, every, strict=True) if row.event.is_deadline)
    columns = _columns()
    nothing, none_due = _nothing(enters=enters)
    kinds = Facet("kind", translate("EventsLens", "Kind"), _kinds(rows))
    others = party_facet(snapshot.parties), _times(compared)
    return (
        Page(
            "all", translate("EventsLens", "All events"), columns, every, nothing, facets=(kinds, *others)
        ),
        Page("deadlines", translate("EventsLens", "Deadlines"), columns, ahead, none_due, facets=others),
    )  # fmt: skip


def _kinds(rows: Iterable[EventRow]) -> tuple[tuple[str, str], ...]:
    kinds = {row.event.kind: event_kind(row.event) for row in rows if row.event.kind}
    return names_in_order(kinds.items())


def _times(compared: date | None) -> Facet:
    """Return when, seen from the day shown and the day with which it is compared."""
    names = (
        (_PERIOD, translate("EventsLens", "in the period compared")),
        (_PAST, translate("EventsLens", "up to the day shown")),
        (_AHEAD, translate("EventsLens", "after the day shown")),
    )
    return Facet("when", translate("EventsLens", "When"), names if compared else names[1:])


def _when(row: EventRow, day: date, compared: date | None) -> tuple[str, ...]:
    when = _PAST if row.first <= day else _AHEAD
    if compared is None:
        return (when,)
    first, last = sorted((day, compared))
    return (when, _PERIOD) if row.first <= last and row.last >= first else (when,)


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


def _row(row: EventRow, day: date, compared: date | None) -> TableRow:
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
    own = marks(kind=event.kind, party=event.parties, when=_when(row, day, compared))
    return TableRow.of("events", (event.code,), cells, event.code, marks=own)


def _left(row: EventRow) -> CellText:
    if row.days_left is None:
        return faint("")
    role = Role.TEXT_MUTED if row.days_left < 0 else Role.TEXT
    return CellText(row.left, order=float(row.days_left), strong=row.days_left >= 0, role=role)
