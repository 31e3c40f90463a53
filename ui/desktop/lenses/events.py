"""The Events lens: what happened, and the deadlines ahead with the days left from the day shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.session import CaseSession
from ui.tables.events import event_pages
from ui.tables.rows import Page
from ui.theme.hub import ThemeHub

if TYPE_CHECKING:
    from ui.paint.picture import Picture


class EventsLens(TableLens):
    """All events, or the deadlines alone."""

    key = "events"
    follows = frozenset({"audience", "day", "compared"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add an event"), self.tr("Enter something that happened, or a deadline")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("events"))

    def picture(self) -> Picture:
        """Return the events that are seen."""
        from ui.pictures.tables import events_picture  # noqa: PLC0415 - when one is asked for

        return events_picture(self.pages_seen(), self.session.snapshot, self.session.view.day, self.told())

    def pages(self) -> tuple[Page, ...]:
        """Return all events, and the deadlines."""
        self.add_button.setVisible(self.session.may_edit)
        view = self.session.view
        return event_pages(self.session.snapshot, view.day, view.compared, enters=self.session.may_edit)
