"""Stances toward all options of an issue, and a line in which a new option is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desktop.editors.stance_row import UNSTATED, StanceRow
from ui.desktop.widgets.focus import tab_before
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.issue import Option
from workbench.domain.vocabulary import IssueKind, Stance


class StanceGrid(QWidget):
    """Every option of an issue with its stance, and a line in which a new option is made by typing it.

    `unstated` is what stands where no stance is chosen.
    """

    edited = Signal()
    committed = Signal()
    option_typed = Signal(str)
    """Label of an option that is to be made."""

    def __init__(self, hub: ThemeHub, unstated: str = UNSTATED) -> None:
        super().__init__()
        self._hub, self._unstated = hub, unstated
        self._rows: list[StanceRow] = []
        self._shown: tuple[tuple[Option, ...], IssueKind] | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT // 2)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        body.addWidget(
            Text(hub, translate("Stances", "Stance toward each option"), TextSize.SMALL, Role.TEXT_MUTED)
        )
        body.addLayout(self._list)
        self.new_option = QLineEdit()
        self.new_option.setPlaceholderText(translate("Stances", "Another option: type it and press Enter"))
        self.new_option.setAccessibleName(translate("Stances", "Another option"))
        self.new_option.returnPressed.connect(self._make_option)
        body.addWidget(self.new_option)

    @property
    def rows(self) -> tuple[StanceRow, ...]:
        """The lines, one for each option."""
        return tuple(self._rows)

    def set_options(self, options: tuple[Option, ...], kind: IssueKind) -> None:
        """Show other options; the stances chosen are kept where the option still stands."""
        if (options, kind) == self._shown:
            return
        self._shown = (options, kind)
        kept, focused = self.stances(), next((row.option.code for row in self._rows if row.hasFocus()), "")
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._made(option, kind) for option in options]
        self.set_stances(kept)
        for row in self._rows:
            if row.option.code == focused:
                row.setFocus()
        tab_before(self.new_option, self._rows)

    def stances(self) -> dict[str, Stance]:
        """Return the stances stated, by option code."""
        return {row.option.code: row.stance for row in self._rows if row.stance is not None}

    def set_stances(self, stances: Mapping[str, Stance]) -> None:
        """Show stances; options that are not named are unstated."""
        for row in self._rows:
            row.set_stance(stances.get(row.option.code))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the lines into the order of Tab: moving into a window may have changed it."""
        super().showEvent(event)
        tab_before(self.new_option, self._rows)

    def _made(self, option: Option, kind: IssueKind) -> StanceRow:
        row = StanceRow(self._hub, option, kind, self._unstated)
        row.changed.connect(self.edited)
        row.changed.connect(self.committed)
        row.walked.connect(lambda step: self._walk(row, step))
        self._list.addWidget(row)
        row.show()
        return row

    def _walk(self, row: StanceRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place == len(self._rows):
            self.new_option.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_option(self) -> None:
        label = self.new_option.text().strip()
        if label:
            self.option_typed.emit(label)
            self.new_option.clear()
