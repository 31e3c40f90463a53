"""What an import would do, or why it cannot be done, before anything is written."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize

if TYPE_CHECKING:
    from workbench.exchange import ImportPlan

_MOST_LINES = 2_000


class ImportPreview(QDialog):
    """Lists counts, notices and every change, with a button that does it; or every problem without one."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setWindowTitle("Import tables")
        self.resize(round(720 * hub.zoom), round(520 * hub.zoom))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        self._body.setSpacing(Space.NORMAL)
        self.headline = Text(hub, title, TextSize.TITLE, weight=BOLD)
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName("What would be done")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._body.addWidget(self.headline)

    def show_plan(self, plan: ImportPlan) -> ImportPreview:
        """Show what would be done; return itself."""
        for own in plan.summary:
            counts = f"{own.added} new, {own.changed} changed, {own.unchanged} as they are"
            self._body.addWidget(Text(self._hub, f"{own.table}: {counts}"))
        self._show_notices(plan.notices)
        if plan.is_empty:
            text = "The case holds all of this already. There is nothing to import."
            self._body.addWidget(Text(self._hub, text, role=Role.TEXT_SECONDARY))
            self._body.addStretch(1)
        else:
            self._list("Every change", list(islice(plan.preview(), _MOST_LINES)), len(plan.changes))
            button = self.buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
            button.setDefault(True)
        self._body.addWidget(self.buttons)
        return self

    def show_problems(self, problems: list[str]) -> ImportPreview:
        """Show why nothing can be imported; return itself."""
        box = Box(self._hub, Role.ERROR, Role.ERROR_BORDER)
        text = "Nothing was imported. Put these right in the tables and import again."
        box.body.addWidget(Text(self._hub, text, role=Role.ERROR_TEXT))
        self._body.addWidget(box)
        self._list("Problems", problems[:_MOST_LINES], len(problems))
        self._body.addWidget(self.buttons)
        return self

    def _show_notices(self, notices: tuple[str, ...]) -> None:
        if not notices:
            return
        box = Box(self._hub, Role.INFO, Role.INFO_BORDER)
        for notice in notices:
            box.body.addWidget(Text(self._hub, notice, role=Role.INFO_TEXT))
        self._body.addWidget(box)

    def _list(self, heading: str, lines: list[str], count: int) -> None:
        self.lines.addItems(lines)
        self._body.addWidget(section_label(self._hub, f"{heading} ({count:,})"))
        self._body.addWidget(self.lines, 1)
