"""The tables of the window of changes: what changed in a period, and the days on which most moved."""

from __future__ import annotations

from collections.abc import Sequence

from ui.tables.facets import Facet, marks, party_facet
from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.words import figure, said, translate
from workbench.analysis.changes import ChangeKind
from workbench.domain.vocabulary import Track
from workbench.readmodels.period import PeriodChange, Wording
from workbench.readmodels.turning import TurningRow
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot

CHANGES, DAYS = "changes", "days"
"""What is listed: what changed in the period, or the days on which most moved."""


def changes_page(
    rows: Sequence[TableRow], snapshot: Snapshot, days: tuple[str, str] = ("", ""), nothing: str = ""
) -> Page:
    """Return what changed between two days, both of them in words."""
    columns = (
        Column("issue", translate("ChangesWindow", "Issue"), 1.6, 110, merges=True),
        Column("party", translate("ChangesWindow", "Party"), 1, 84),
        Column("kind", translate("ChangesWindow", "Change"), 1, 90),
        Column("before", days[0] or translate("ChangesWindow", "Before"), 3, 150),
        Column("after", days[1] or translate("ChangesWindow", "After"), 3, 150),
    )
    kinds = tuple((own.value, said(own)) for own in ChangeKind)
    tracks = tuple((own.value, said(own)) for own in Track)
    facets = (
        Facet("kind", translate("ChangesWindow", "Change"), kinds),
        party_facet(snapshot.parties),
        Facet("track", translate("ChangesWindow", "Track"), tracks),
    )
    title = translate("ChangesWindow", "Changes in the period")
    nothing = nothing or translate("ChangesWindow", "Nothing changed in this period.")
    return Page(CHANGES, title, columns, tuple(rows), nothing, facets=facets)


def days_page(rows: Sequence[TableRow], nothing: str = "") -> Page:
    """Return the days on which most moved."""
    columns = (
        Column("day", translate("ChangesWindow", "Day"), 1.4, 116),
        Column("movement", translate("ChangesWindow", "Movement"), 0.8, 80, is_number=True),
        Column("positions", translate("ChangesWindow", "Positions"), 0.8, 80, is_number=True),
        Column("moved", translate("ChangesWindow", "What moved"), 4, 180),
        Column("events", translate("ChangesWindow", "Events within 30 days"), 2.4, 140),
    )
    title = translate("ChangesWindow", "Days on which most moved")
    nothing = nothing or translate("ChangesWindow", "No position has moved on any day.")
    return Page(DAYS, title, columns, tuple(rows), nothing)


def change_row(own: PeriodChange) -> TableRow:
    """Return a position that differs between the two days."""
    cells = (
        cell(own.title, strong=True),
        cell(own.label),
        CellText(said(own.kind), said(own.track), said(own.kind)),
        _said(own.before),
        _said(own.after),
    )
    of = marks(kind=own.kind.value, party=own.party, track=own.track.value)
    return TableRow.of("changes", (own.issue, own.party, own.track.value), cells, own.sentence, marks=of)


def day_row(own: TurningRow) -> TableRow:
    """Return a day on which positions moved."""
    cells = (
        cell(day_in_words(own.day), strong=True, order=float(own.day.toordinal())),
        CellText(figure(own.movement, 2), order=own.movement),
        CellText(figure(own.positions), order=float(own.positions)),
        cell("\n".join(own.changes)),
        faint("\n".join(own.events)),
    )
    return TableRow.of(DAYS, (own.day.isoformat(), own.before.isoformat()), cells)


def _said(own: Wording) -> CellText:
    if not own.ref:
        return faint("–")
    return cell(own.statement or own.stances, own.stances if own.statement else "")
