"""A window with one table beside the main one: it stays open, follows the case, and can be walked by ear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.placing import size_within
from ui.desktop.widgets.text import BOLD, Text
from ui.tables.finding import why_no_row
from ui.tables.rows import Column, TableRow
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize


class TableWindow(QDialog):
    """Heading, what there is to say of the table, finding, and the table."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_surface(self, "panel")
        self.title = Text(hub, title, TextSize.TITLE, weight=BOLD)
        self.note = Text(hub, "", TextSize.CELL, Role.TEXT_MUTED)
        self.finder = QLineEdit()
        self.finder.setClearButtonEnabled(True)
        self.finder.setPlaceholderText(self.tr("Find in this list"))
        self.finder.setAccessibleName(self.tr("Find in this list"))
        self.finder.setMaximumWidth(round(280 * hub.zoom))
        self.tools = QHBoxLayout()
        self.tools.addWidget(self.finder, 1)
        self.tools.addStretch(1)
        self.table = LensTable(hub, title)
        self._nothing, self._has_rows = "", False
        self.finder.textChanged.connect(self._found)
        self.table.typed.connect(self._type)
        self._lay_out()
        size_within(self, round(size[0] * hub.zoom), round(size[1] * hub.zoom))
        self.table.setFocus()

    def show_rows(self, columns: tuple[Column, ...], rows: Sequence[TableRow], nothing: str) -> None:
        """Show other rows; the same one stays current where it is still there."""
        kept = self.table.current_row()
        place = self.table.currentIndex().row()
        self._nothing, self._has_rows = nothing, bool(rows)
        self.say_of_nothing()
        self.table.rows_model.show(columns, rows)
        self.table.lay_out()
        if kept is None or not self.table.choose(kept.table, kept.key):
            self.table.choose_place(max(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the table; Escape closes."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def say_of_nothing(self, way_back: str = "") -> None:
        """Tell a list that is empty from one none of whose lines is what is sought and wanted.

        `way_back` is what the button says that takes away what narrows it, empty where nothing does.
        """
        why = why_no_row(self._nothing, self.finder.text(), way_back, has_rows=self._has_rows)
        self.table.say_of_nothing(why)

    def _found(self, query: str) -> None:
        self.table.keep_row(lambda: self.table.rows_model.find(query))
        self.say_of_nothing()

    def _type(self, text: str) -> None:
        self.finder.setFocus()
        self.finder.insert(text)

    def _lay_out(self) -> None:
        head = self.head = QVBoxLayout()
        head.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.NORMAL)
        head.setSpacing(Space.NORMAL)
        head.addWidget(self.title)
        head.addWidget(self.note)
        head.addLayout(self.tools)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self.table, 1)
