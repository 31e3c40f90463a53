"""The Sources lens: grade, terms and what rests on each source; what rests on one alone, and on none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ui.desktop.lenses.resting_panel import RestingPanel
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.session import CaseSession
from ui.tables.rows import Page, TableRow
from ui.tables.sources import SOURCES, source_pages
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey
from workbench.readmodels.sources_lens import SourcesView, sources_view
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.paint.picture import Picture


class SourcesLens(TableLens):
    """Three tables: the sources, what rests on a single one, and positions that name none."""

    key = "sources"

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        self._read: tuple[Snapshot, SourcesView] | None = None
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add a source"), self.tr("Enter a source, with its terms and its grade")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("sources"))
        self.resting = RestingPanel(hub)
        self.resting.record_wanted.connect(self.record_wanted)
        self.body.addWidget(self.resting)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)

    @property
    def view(self) -> SourcesView:
        """The sources as the audience may see them."""
        snapshot = self.session.snapshot
        if self._read is None or self._read[0] is not snapshot:
            self._read = (snapshot, sources_view(snapshot))
        return self._read[1]

    def pages(self) -> tuple[Page, ...]:
        """Return the three tables."""
        self.add_button.setVisible(self.session.may_edit)
        parties = self.session.snapshot.parties
        return source_pages(self.view, parties, enters=self.session.may_edit)

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the record of the row that has the keyboard: a source, or below it what rests on it."""
        below = self.resting.table
        row = below.current_row() if below.hasFocus() else self.table.current_row()
        return None if row is None else (row.table, row.key)

    def pages_below(self) -> tuple[Page, ...]:
        """Return what rests on the source that is current."""
        return self.resting.seen

    def picture(self) -> Picture:
        """Return the table that is seen, with what rests on the source that is current."""
        from ui.pictures.tables import sources_picture  # noqa: PLC0415 - when one is asked for

        return sources_picture(self.pages_seen(), self.session.snapshot, self.told())

    def row_chosen(self, row: TableRow | None) -> None:
        """Show what rests on the source that is current."""
        is_source = row is not None and row.table == "sources"
        self.resting.setVisible(self.page is not None and self.page.key == SOURCES)
        own = self.view.row_of(row.key[0]) if row is not None and is_source else None
        self.resting.show_source(own, self.view.resting_on(own.source.code if own else ""))
