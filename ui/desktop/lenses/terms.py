"""The Terms lens: contested names, the neutral form and each party's own."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.session import CaseSession
from ui.tables.rows import Page
from ui.tables.terms import term_page
from ui.theme.hub import ThemeHub


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
        return (term_page(self.session.snapshot, self.title),)
