"""The Events lens: what happened, and the deadlines ahead with the days left from the day shown."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ui.desktop.lenses.sources import dated
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.lenses.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from workbench.readmodels.events_lens import EventRow, event_rows


class EventsLens(TableLens):
    """All events, or the deadlines alone."""

    key = "events"
    follows = frozenset({"audience", "day"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add an event"), self.tr("Enter something that happened, or a deadline")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("events"))

    def pages(self) -> tuple[Page, ...]:
        """Return all events, and the deadlines."""
        self.add_button.setVisible(self.session.may_edit)
        rows = event_rows(self.session.snapshot, self.session.view.day)
        every = tuple(_row(row) for row in rows)
        ahead = tuple(shown for row, shown in zip(rows, every, strict=True) if row.event.is_deadline)
        columns = self._columns()
        nothing = self.tr("No event has been entered that may be shown here.")
        none_due = self.tr("No deadline has been entered that may be shown here.")
        return (
            Page("all", self.tr("All events"), columns, every, nothing),
            Page("deadlines", self.tr("Deadlines"), columns, ahead, none_due),
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("date", self.tr("Date"), 1.2, 104),
            Column("event", self.tr("Event"), 4, 160),
            Column("kind", self.tr("Kind"), 1.2, 96),
            Column("left", self.tr("Deadline"), 1, 84, tip=self.tr("Days left from the day shown")),
            Column("parties", self.tr("Parties"), 1.5, 100),
            Column("issues", self.tr("Issues"), 2.2, 100),
            Column("sources", self.tr("Sources"), 1.6, 90),
        )


def _row(row: EventRow) -> TableRow:
    event = row.event
    cells = (
        dated(event.date, row.when),
        cell(event.title, event.description, strong=True),
        faint(event.kind),
        _left(row),
        faint(", ".join(row.parties)),
        faint("; ".join(row.issues)),
        faint("; ".join(row.sources)),
    )
    return TableRow.of("events", (event.code,), cells, event.code)


def _left(row: EventRow) -> CellText:
    if row.days_left is None:
        return faint("")
    role = Role.TEXT_MUTED if row.days_left < 0 else Role.TEXT
    return CellText(row.left, order=float(row.days_left), strong=row.days_left >= 0, role=role)
