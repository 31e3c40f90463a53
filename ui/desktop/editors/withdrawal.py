"""Withdrawing what stands in cells from a day on, or removing what was entered by mistake."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.desktop.editors.cells_sheet import CellsSheet, LineList
from ui.desktop.editors.fields import DateField
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import section_label
from ui.theme.hub import ThemeHub
from ui.words import counted, said, translate
from workbench.columns import NONE
from workbench.domain.dates import parse_date
from workbench.domain.position import Position
from workbench.domain.vocabulary import Track
from workbench.operations import RemovePositions, WithdrawPositions


class WithdrawalEditor(CellsSheet):
    """Says what stands in each cell and what would stand then; nothing is done before a button is pressed.

    Parameters
    ----------
    cells : tuple of (str, str)
        Issue and party of each cell.
    """

    def __init__(self, session: CaseSession, hub: ThemeHub, cells: tuple[tuple[str, str], ...]) -> None:
        super().__init__(session, hub)
        found = (self.standing(party, issue) for issue, party in cells)
        self.positions = tuple(own for own in found if own is not None)
        self.lines = LineList(hub)
        self.erase_button = QPushButton(translate("Withdrawal", "Remove: entered by mistake"))
        self.erase_button.setAutoDefault(False)
        self.erase_button.clicked.connect(lambda _on: self.erase())
        self._build()
        self.lay_out()
        self.record_button.setText(translate("Withdrawal", "Withdraw"))
        title = counted("Withdrawal", "Withdraw %n positions", "Withdraw %n position", len(self.positions))
        self.show_headline(title, self._what())
        for button in (self.record_button, self.erase_button):
            button.setEnabled(bool(self.positions))

    def _what(self) -> str:
        """Return what withdrawing and removing mean."""
        if not self.positions:
            return translate("Withdrawal", "Nothing stands in these cells.")
        return translate(
            "Withdrawal",
            "Withdrawn, a position stands until that day and stays in the history of the party. "
            "Removed, it is gone from every day, as if it had been entered by mistake. Ctrl+Z takes "
            "back either.",
        )

    def record_now(self) -> None:
        """Withdraw every position from the day given on."""
        if self.positions and self.check_fields():
            self.do(WithdrawPositions(self.positions, self.fields["until"].value()))

    def erase(self) -> None:
        """Remove every position."""
        if self.positions:
            self.do(RemovePositions(self.positions))

    def _build(self) -> None:
        self.fields["until"] = DateField(
            self.hub, translate("Withdrawal", "First day on which it no longer stands"), required=True
        )
        self.fields["until"].set_value(parse_date(self.session.view.day.isoformat()))
        self.form.addWidget(self.fields["until"])
        self.form.addWidget(section_label(self.hub, translate("Withdrawal", "What stands")))
        self.form.addWidget(self.lines)
        self.lines.show_lines(self._line(own) for own in self.positions)
        self.form.addWidget(self.erase_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, own: Position) -> str:
        if own.track is Track.ASSESSED and self._is_declared(own):
            text = translate("Withdrawal", "{cell}: {track}, from {date}. What it declared stands then.")
        else:
            text = translate("Withdrawal", "{cell}: {track}, from {date}")
        cell = self.named(own.party, own.issue)
        return text.format(cell=cell, track=said(own.track), date=own.since)

    def _is_declared(self, own: Position) -> bool:
        standing, kept = self.session.model.standing, self.session.kept
        return int(standing.declared[kept.party_index(own.party), kept.issue_index(own.issue)]) != NONE
