"""What one operation changed: record, field, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.lenses.tables.rows import CellText, Column, TableRow, cell, faint
from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.session import CaseSession
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.text import BOLD
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.ports import Change
from workbench.readmodels.history_lens import ADDED, MOST_TOLD, FieldChange, field_changes


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
        self.setMinimumHeight(round(120 * hub.zoom))
        head = QVBoxLayout()
        head.setContentsMargins(Space.SECTION, Space.NORMAL, Space.SECTION, 0)
        head.addWidget(self.heading)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT)
        body.addLayout(head)
        body.addWidget(self.table, 1)

    def show_changes(self, changes: Sequence[Change] | None) -> None:
        """Show what was changed, or that nothing is chosen."""
        told = changes or ()
        left = len(told) - MOST_TOLD
        heading = self.tr("Before and after")
        if left > 0:
            heading = self.tr("Before and after: the first {told} of {every} records").format(
                told=f"{MOST_TOLD:,}", every=f"{len(told):,}"
            )
        self.heading.set_text(heading)
        self.table.say_of_nothing(self.tr("Choose a line above.") if changes is None else "")
        rows = tuple(_row(own) for own in field_changes(told, self._session.view.audience))
        self.table.rows_model.show(self._columns(), rows)
        self.table.lay_out()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("record", self.tr("Record"), 2, 120, merges=True),
            Column("field", self.tr("Field"), 1, 76),
            Column("before", self.tr("Before"), 2.4, 110),
            Column("after", self.tr("After"), 2.4, 110),
        )


def _kind(own: FieldChange) -> str:
    return f"{own.what}, {own.kind}" if own.kind else own.what


def _row(own: FieldChange) -> TableRow:
    was_added = own.kind == ADDED
    before = CellText("–", role=Role.TEXT_MUTED) if was_added or not own.before else cell(own.before)
    after = cell(own.after) if own.after else CellText("–", role=Role.TEXT_MUTED)
    cells = (cell(own.record, _kind(own)), faint(own.field), before, after)
    return TableRow.of(own.table, own.key, cells)
