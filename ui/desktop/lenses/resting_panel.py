"""What rests on a source, below the table of sources."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.text import BOLD
from ui.tables.rows import Page
from ui.tables.sources import resting_page
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.readmodels.sources_lens import RestingList, SourceRow


class RestingPanel(QWidget):
    """A heading, and one line for everything that names the source; Enter leads to the record."""

    record_wanted = Signal(str, object)

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        set_surface(self, "panel", "top")
        self.heading = ElidedText(hub, TextSize.CELL, Role.TEXT, BOLD)
        self.table = LensTable(hub, self.tr("What rests on the source"))
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

    def show_source(self, row: SourceRow | None, resting: RestingList) -> None:
        """Show what rests on a source, or that none is chosen."""
        page = self._page = resting_page(row, resting)
        self.heading.set_text(page.title)
        self.table.say_of_nothing(page.nothing)
        self.table.rows_model.show(page.columns, page.rows)
        self.table.lay_out()
