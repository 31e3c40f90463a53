"""Records that belong to the one that is edited, each leading to its own editor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.widgets.row_button import RowButton
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.case import RecordKey

Line = tuple[str, str, str, RecordKey]
"""Name, what there is to say of it, table and key."""


class RelatedList(QWidget):
    """Lines under a heading; gone while there are none."""

    wanted = Signal(str, object)
    """Table and key of a record that the person wants to see."""

    def __init__(self, hub: ThemeHub, heading: str) -> None:
        super().__init__()
        self._hub = hub
        self._buttons: list[RowButton] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.TIGHT // 2)
        self._body.addWidget(Text(hub, heading, TextSize.SMALL, Role.TEXT_MUTED))
        self.hide()

    @property
    def buttons(self) -> tuple[RowButton, ...]:
        """The lines."""
        return tuple(self._buttons)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._made(*line) for line in lines]
        self.setVisible(bool(self._buttons))

    def _made(self, name: str, detail: str, table: str, key: RecordKey) -> RowButton:
        button = RowButton(self._hub, name, detail)
        button.clicked.connect(lambda _on: self.wanted.emit(table, key))
        self._body.addWidget(button)
        button.show()
        return button
