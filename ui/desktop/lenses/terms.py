"""The Terms lens: contested names, the neutral form and each party's own."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.lenses.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from workbench.domain.case import key_of
from workbench.readmodels.terms_lens import TermRow, term_rows


class TermsLens(TableLens):
    """One line a form; forms of one name stand together."""

    key = "terms"

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add a form"), self.tr("Enter how a party names something that others name otherwise")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("terms"))

    def pages(self) -> tuple[Page, ...]:
        """Return the forms."""
        self.add_button.setVisible(self.session.may_edit)
        rows = term_rows(self.session.snapshot)
        colours = {party.code: party.colour for party in self.session.snapshot.parties}
        shown = tuple(_row(row, place, colours.get(row.term.party, "")) for place, row in enumerate(rows))
        nothing = self.tr("No contested name has been entered that may be shown here.")
        return (Page("all", self.title, self._columns(), shown, nothing),)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("neutral", self.tr("Neutral form"), 2, 120, merges=True),
            Column("subject", self.tr("What is named"), 2, 120, merges=True),
            Column("party", self.tr("Party"), 1.3, 110),
            Column("form", self.tr("Its own form"), 2, 120),
            Column("language", self.tr("Language"), 0.7, 64),
        )


def _row(row: TermRow, place: int, colour: str) -> TableRow:
    term = row.term
    subject = cell(row.subject, row.subject_kind) if row.subject != term.neutral else cell(row.subject_kind)
    cells = (
        cell(term.neutral, strong=True, order=f"{term.neutral} {place:06}"),
        subject,
        CellText(row.party, order=row.party or None, colour=colour),
        cell(term.term),
        faint(term.language),
    )
    return TableRow.of("terms", key_of(term), cells, term.subject)
