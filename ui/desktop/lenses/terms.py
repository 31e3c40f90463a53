"""The Terms lens: contested names, the neutral form and each party's own, and which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ui.desktop.lenses.parties_tools import Chooser
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.session import CaseSession
from ui.desktop.view_state import BOTH_NAMES, NEUTRAL_NAMES
from ui.desktop.widgets.fitting_box import FittingBox
from ui.tables.rows import Page
from ui.tables.terms import term_page
from ui.theme.hub import ThemeHub

if TYPE_CHECKING:
    from ui.paint.picture import Picture


class TermsLens(TableLens):
    """One line a form; forms of one name stand together."""

    key = "terms"

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add a name"), self.tr("Enter how a party names something that others name otherwise")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("terms"))
        self.names = Chooser(self.tr("Names shown"), FittingBox())
        self.names.box.setToolTip(self.tr("In which form contested names are shown, except in quotations"))
        self.names.chosen.connect(self.names_wanted)
        self.bar.add_filter(self.names)

    def picture(self) -> Picture:
        """Return the forms that are seen."""
        from ui.pictures.tables import terms_picture  # noqa: PLC0415 - when one is asked for

        return terms_picture(self.pages_seen(), self.session.snapshot, self.told())

    def pages(self) -> tuple[Page, ...]:
        """Return the forms."""
        self.add_button.setVisible(self.session.may_edit)
        self._offer_names()
        return (term_page(self.session.snapshot, self.title, enters=self.session.may_edit),)

    def _offer_names(self) -> None:
        """Offer the neutral form, all of them, and the own names of each party that has any."""
        snapshot = self.session.snapshot
        naming = {*(term.party for term in snapshot.case.terms), self.session.view.names}
        own = [(party.code, party.label) for party in snapshot.parties if party.code in naming]
        entries = [(NEUTRAL_NAMES, self.tr("Neutral")), (BOTH_NAMES, self.tr("All sides"))]
        entries += [(code, self.tr("{0}: its own").format(label)) for code, label in own]
        self.names.fill(entries, self.session.view.names)
