"""Stances toward all options of an issue, and a line in which a new option is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desktop.editors.stance_row import StanceRow, scale_in_words
from ui.desktop.widgets.focus import keep_enter, tab_before
from ui.desktop.widgets.suggestions import Suggestions
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.folding import fold
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

    def __init__(self, hub: ThemeHub, unstated: str = "") -> None:
        super().__init__()
        self._hub, self._unstated = hub, unstated
        self._rows: list[StanceRow] = []
        self._shown: tuple[tuple[Option, ...], IssueKind] | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT // 2)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        label = translate("Stances", "Stance toward each option")
        self.label = Text(hub, label, TextSize.SMALL, Role.TEXT_MUTED)
        self.scale = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        body.addWidget(self.label)
        body.addWidget(self.scale)
        body.addLayout(self._list)
        self.new_option = QLineEdit()
        self.new_option.setPlaceholderText(translate("Stances", "Another option: type it and press Enter"))
        self.new_option.setAccessibleName(translate("Stances", "Another option"))
        self._suggestions = Suggestions(self.new_option)
        self._is_asked_for = False
        keep_enter(self.new_option)
        self.new_option.returnPressed.connect(self._make_option)
        self.new_option.textEdited.connect(self.edited)
        self.is_typed = False
        """Whether the person has given a stance or begun an option since it was filled."""
        self.edited.connect(self._was_typed)
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
        self.scale.setText(scale_in_words(kind))
        self.scale.setVisible(bool(options))
        self._suggestions.know(option.label for option in options)
        tab_before(self.new_option, self._rows)

    def begin_option(self, text: str) -> None:
        """Go on with an option that was begun in the cell: it is what the party asks for."""
        self._is_asked_for = True
        self.new_option.setFocus()
        self.new_option.setText(text)

    @property
    def is_pending(self) -> bool:
        """Whether an option was typed that is not made yet."""
        return bool(self.new_option.text().strip())

    def check(self) -> bool:
        """Return that any stances can stand, and none."""
        return True

    def settle(self) -> None:
        """Make the option that was typed, as Enter does."""
        self._make_option()

    def _was_typed(self) -> None:
        self.is_typed = True

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
        """Go to the option that is called so, or make one."""
        label = self.new_option.text().strip()
        if not label:
            return
        self._suggestions.close()  # first: it gives the keyboard back to the line
        known = self._row_of(label)
        if known is None:
            self.option_typed.emit(label)
            known = self._row_of(label)
        else:
            known.setFocus(Qt.FocusReason.TabFocusReason)
        self.new_option.clear()
        if known is not None and self._is_asked_for:
            self._ask_for(known)
        self._is_asked_for = False

    def _row_of(self, text: str) -> StanceRow | None:
        sought = fold(text)
        rows = (row for row in self._rows if sought in (fold(row.option.label), fold(row.option.code)))
        return next(rows, None)

    def _ask_for(self, wanted: StanceRow) -> None:
        """Let the party ask for one option; what it asked for before is no longer stated, as when pasted."""
        for row in self._rows:
            if row is not wanted and row.stance is Stance.DEMANDS:
                row.set_stance(None)
        wanted.choose(Stance.DEMANDS)
