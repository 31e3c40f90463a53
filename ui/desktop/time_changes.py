"""What changed in the period between the day compared with and the day shown, both wordings side by side."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.desktop.case_page import CasePage
from ui.desktop.view_state import Selection
from ui.desktop.widgets.date_range import DateRange
from ui.desktop.widgets.table_window import TableWindow
from ui.tables.rows import CellText, Column, TableRow, cell, faint
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted, marked_count, translate
from workbench.domain.vocabulary import Basis
from workbench.readmodels.period import PeriodChange, Wording, period_changes
from workbench.readmodels.wording import day_in_words, quoted

_REST = 120
"""Milliseconds for which the day stands still before the list follows."""
_COUNTS = {
    Basis.DECLARED: marked_count(
        "ChangesWindow",
        "%n changes between {first} and {last}, declared positions.",
        "%n change between {first} and {last}, declared positions.",
    ),
    Basis.ASSESSED: marked_count(
        "ChangesWindow",
        "%n changes between {first} and {last}, assessed positions.",
        "%n change between {first} and {last}, assessed positions.",
    ),
}
_FOLLOWED = frozenset({"day", "compared", "basis", "audience", "hidden", "names"})


class ChangesWindow(TableWindow):
    """Follows both days; Enter leads to the cell, and the days can be typed here."""

    def __init__(self, page: CasePage, hub: ThemeHub) -> None:
        title = translate("ChangesWindow", "Changes in the period")
        super().__init__(hub, title, page, (980, 600))
        self._page, self._session = page, page.session
        self.days = DateRange(hub)
        self.days.chosen.connect(self._choose)
        self.tools.insertWidget(0, self.days, 2)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.refresh)
        self.table.opened.connect(self._open)
        self._session.case_changed.connect(self.refresh)
        self._session.view_changed.connect(self._view_changed)
        self.refresh()

    @staticmethod
    def shown_over(page: CasePage, hub: ThemeHub) -> ChangesWindow:
        """Show the window, the same where it is open already."""
        window = page.findChild(ChangesWindow) or ChangesWindow(page, hub)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def refresh(self, _change: object = None) -> None:
        """Show what changed between the two days."""
        view = self._session.view
        if view.compared is None:
            self.note.setText(self.tr("Choose the day to compare with."))
            self.days.show_days(view.day, view.day)
            self.show_rows(self._columns("", ""), (), self.tr("No day is compared with."))
            return
        first, last = sorted((view.compared, view.day))
        found = period_changes(self._session.snapshot, first, last, view.basis, view.hidden)
        days = day_in_words(first), day_in_words(last)
        self.note.setText(counted(*_COUNTS[view.basis], len(found)).format(first=days[0], last=days[1]))
        self.days.show_days(first, last)
        nothing = self.tr("Nothing changed in this period.")
        self.show_rows(self._columns(*days), tuple(_row(own) for own in found), nothing)

    def _columns(self, first: str, last: str) -> tuple[Column, ...]:
        return (
            Column("issue", self.tr("Issue"), 1.6, 110, merges=True),
            Column("party", self.tr("Party"), 1, 84),
            Column("kind", self.tr("Change"), 1, 90),
            Column("before", first or self.tr("Before"), 3, 150),
            Column("after", last or self.tr("After"), 3, 150),
        )

    def _choose(self, first: object, last: object) -> None:
        """Take the days that were typed as the period."""
        days = self.days.days
        if days is not None:
            self._session.set_compared(days[0])
            self._session.set_day(days[1])

    def _open(self, row: TableRow) -> None:
        issue, party = row.key[0], row.key[1]
        selection = Selection(issue, (party,))
        self._page.centre.show_lens("positions")
        self._session.select(selection)
        self._page.matrix.select(selection)

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self.refresh()  # at once: what an audience may not see is not there
        elif changed & _FOLLOWED:
            self._rest.start()


def _row(own: PeriodChange) -> TableRow:
    cells = (
        cell(own.title, strong=True),
        cell(own.label),
        CellText(own.kind, own.track, own.kind, role=Role.TEXT),
        _said(own.before),
        _said(own.after),
    )
    return TableRow.of("changes", (own.issue, own.party, own.track), cells, own.sentence)


def _said(own: Wording) -> CellText:
    if not own.ref:
        return faint("–")
    return cell(quoted(own.statement) if own.statement else own.stances, own.stances if own.statement else "")
