"""What one operation changed: record, field, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.session import CaseSession
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.text import BOLD
from ui.tables.history import changes_page
from ui.tables.rows import Page
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.names import Names, by_code
from workbench.ports import Change


class ChangesPanel(QWidget):
    """A heading, and one line a field; Enter leads to the record as it now stands."""

    record_wanted = Signal(str, object)

    def __init__(self, session: CaseSession, hub: ThemeHub) -> None:
        super().__init__()
        self._session = session
        set_surface(self, "panel", "top")
        self.heading = ElidedText(hub, TextSize.CELL, Role.TEXT, BOLD)
        self.table = LensTable(hub, self.tr("Before and after"))
        self.table.opened.connect(lambda row: self.record_wanted.emit(row.table, row.key))
        self._page: Page | None = None
        self.setMinimumHeight(round(120 * hub.zoom))
        head = QVBoxLayout()
        head.setContentsMargins(Space.SECTION, Space.NORMAL, Space.SECTION, 0)
        head.addWidget(self.heading)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT)
        body.addLayout(head)
        body.addWidget(self.table, 1)

    @property
    def seen(self) -> tuple[Page, ...]:
        """What is seen, as it is sorted; nothing where the panel is hidden or nothing stands in it."""
        is_seen = self._page is not None and not self.isHidden() and self._page.rows
        return (self.table.seen(self._page),) if self._page is not None and is_seen else ()

    def show_changes(self, changes: Sequence[Change] | None, names: Names = by_code) -> None:
        """Show what was changed, records called as `names` knows them, or that nothing is chosen."""
        page = self._page = changes_page(changes, self._session.view.audience, names)
        self.heading.set_text(page.title)
        self.table.say_of_nothing(page.nothing)
        self.table.rows_model.show(page.columns, page.rows)
        self.table.lay_out()
