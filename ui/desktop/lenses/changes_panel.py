"""What one operation changed: record, field, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.session import CaseSession
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.gradual import Gradual
from ui.desktop.widgets.text import BOLD
from ui.tables.history import change_rows, page_of_changes
from ui.tables.rows import Page, TableRow
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.names import Names, by_code
from workbench.ports import Change

_AT_FIRST = 0.015
"""Seconds for the first rows: more than are seen, of most operations all."""
_Found = tuple[list[TableRow], bool]
"""The rows so far, and whether they are all."""


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
        self._changes: Sequence[Change] | None = None
        self._work: Gradual[_Found] = Gradual(self._told, self, at_first=_AT_FIRST)
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
        self._work.finish()
        is_seen = self._page is not None and not self.isHidden() and self._page.rows
        return (self.table.seen(self._page),) if self._page is not None and is_seen else ()

    def show_changes(self, changes: Sequence[Change] | None, names: Names = by_code) -> None:
        """Show what was changed, records called as `names` knows them, or that nothing is chosen."""
        self._work.stop()
        self._changes, self._page = changes, None
        self._work.start(_growing(change_rows(changes, self._session.view.audience, names)))

    def _told(self, found: _Found) -> None:
        """Show the first rows at once, and all when they have been made."""
        rows, is_whole = found
        if self._page is not None and not is_whole:
            return
        row = None if self._page is None else self.table.current_row()
        page = self._page = page_of_changes(self._changes, rows)
        self.heading.set_text(page.title)
        self.table.say_of_nothing(page.nothing)
        self.table.rows_model.show(page.columns, page.rows)
        self.table.lay_out()
        if row is not None:  # somebody went among the first rows meanwhile
            self.table.choose_row(row)


def _growing(rows: Iterator[TableRow]) -> Iterator[_Found]:
    made = list[TableRow]()
    for row in rows:
        made.append(row)
        yield made, False
    yield made, True
