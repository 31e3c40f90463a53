"""What changed in the period between the day compared with and the day shown, both wordings side by side."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from ui.desktop.case_page import CasePage
from ui.desktop.lenses.parties_tools import Chooser, Segments
from ui.desktop.view_state import Selection
from ui.desktop.widgets.date_range import DateRange
from ui.desktop.widgets.gradual import Gradual
from ui.desktop.widgets.table_window import TableWindow
from ui.tables.rows import CellText, Column, TableRow, cell, faint
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted, figure, marked_count, said, translate
from workbench.analysis.changes import ChangeKind
from workbench.domain.case import RecordKey
from workbench.domain.vocabulary import Basis
from workbench.readmodels.period import PeriodChange, Wording, period_changes
from workbench.readmodels.turning import TurningRow, TurningSoFar, turning_in_steps
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
CHANGES, DAYS = "changes", "days"
"""What the window lists: what changed in the period, or the days on which most moved."""
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
        self.forms, self.kinds, self.parties = Segments(), Chooser(), Chooser()
        self._found: tuple[PeriodChange, ...] = ()
        self._set_up_filters()
        self._turning = Gradual(self._show_turning_days, self)
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
        """Show what changed between the two days, or the days on which most moved."""
        lists_days = self.forms.key == DAYS
        for own in (self.days, self.kinds, self.parties):
            own.setVisible(not lists_days)
        self._turning.stop()
        if lists_days:
            self._turning.start(turning_in_steps(self._session.snapshot, self._session.view.basis))
        else:
            self._show_changes()

    def _show_changes(self) -> None:
        view = self._session.view
        if view.compared is None:
            self.note.setText(self.tr("Choose the day to compare with."))
            self.days.show_days(view.day, view.day)
            self.show_rows(self._columns("", ""), (), self.tr("No day is compared with."))
            return
        first, last = sorted((view.compared, view.day))
        self._found = period_changes(self._session.snapshot, first, last, view.basis, view.hidden)
        self.days.show_days(first, last)
        self._offer_filters()
        self._show_what_passes()

    def _show_what_passes(self) -> None:
        """Show the changes that were found, as far as they are of the kind and party chosen."""
        view = self._session.view
        if view.compared is None:
            return
        days = tuple(day_in_words(day) for day in sorted((view.compared, view.day)))
        kept = [own for own in self._found if self._passes(own)]
        self.note.setText(self._told(len(kept), *days))
        nothing = self.tr("Nothing changed in this period.")
        if self._found and not kept:
            nothing = self.tr("No change of this period is of that kind and party.")
        self.show_rows(self._columns(*days), tuple(_row(own) for own in kept), nothing)

    def _told(self, kept: int, first: str, last: str) -> str:
        """Return how many changes there are, and how many of them are seen."""
        text = counted(*_COUNTS[self._session.view.basis], len(self._found)).format(first=first, last=last)
        if kept == len(self._found):
            return text
        return self.tr("{all} Shown: {count}.").format(all=text, count=figure(kept))

    def _show_turning_days(self, found: TurningSoFar) -> None:
        """List the days on which most moved, or say how many days have been looked at."""
        if found.is_over:
            text = self.tr(
                "Movement is the sum of the changes in distance of all pairs. Enter goes to the day and "
                "compares it with the day before."
            )
            nothing = self.tr("No position has moved on any day.")
        else:
            text = self.tr("{done} of {total} days have been looked at.").format(
                done=figure(found.done), total=figure(found.total)
            )
            nothing = self.tr("The days are being looked at…")
        self.note.setText(text)
        self.show_rows(self._day_columns(), tuple(_day_row(own) for own in found.rows), nothing)

    def _set_up_filters(self) -> None:
        self.forms.set_up(
            self.tr("What is listed"),
            (
                (CHANGES, self.tr("In the period"), self.tr("What changed between the two days")),
                (DAYS, self.tr("Most moved"), self.tr("The days on which most moved, with events around")),
            ),
        )
        self.forms.choose(CHANGES)
        self.kinds.set_label(self.tr("Change"))
        self.parties.set_label(self.tr("Party"))
        line = QHBoxLayout()
        for own in (self.forms, self.kinds, self.parties):
            line.addWidget(own)
            own.chosen.connect(self.refresh if own is self.forms else self._show_what_passes)
        line.addStretch(1)
        self.head.insertLayout(self.head.count() - 1, line)

    def _offer_filters(self) -> None:
        """Offer the kinds and the parties that there are, each with how many; what was chosen stays."""
        found, snapshot = self._found, self._session.snapshot
        everything = ("", self.tr("all ({count})").format(count=figure(len(found))))
        kinds = [(said(own), said(own)) for own in ChangeKind]
        parties = [(own.code, own.label) for own in snapshot.parties]
        for chooser, counts, named in (
            (self.kinds, Counter(own.kind for own in found), kinds),
            (self.parties, Counter(own.party for own in found), parties),
        ):
            chosen = chooser.key
            entries = [
                (key, f"{label} ({figure(counts[key])})")
                for key, label in named
                if counts[key] or key == chosen
            ]
            chooser.fill([everything, *entries], chosen)

    def _passes(self, own: PeriodChange) -> bool:
        return self.kinds.key in ("", own.kind) and self.parties.key in ("", own.party)

    def _day_columns(self) -> tuple[Column, ...]:
        return (
            Column("day", self.tr("Day"), 1.4, 116),
            Column("movement", self.tr("Movement"), 0.8, 80, is_number=True),
            Column("positions", self.tr("Positions"), 0.8, 80, is_number=True),
            Column("moved", self.tr("What moved"), 4, 180),
            Column("events", self.tr("Events within 30 days"), 2.4, 140),
        )

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
        if row.table == DAYS:
            self._go_to(row.key)
            return
        issue, party = row.key[0], row.key[1]
        selection = Selection(issue, (party,))
        self._page.centre.show_lens("positions")
        self._session.select(selection)
        self._page.matrix.select(selection)

    def _go_to(self, key: RecordKey) -> None:
        """Show what moved on a day: it is compared with the day before."""
        day, before = (date.fromisoformat(own) for own in key)
        self.forms.choose(CHANGES)
        self._session.set_compared(before)
        self._session.set_day(day)
        self.refresh()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self.refresh()  # at once: what an audience may not see is not there
        elif changed & _FOLLOWED:
            self._rest.start()


def _day_row(own: TurningRow) -> TableRow:
    cells = (
        cell(day_in_words(own.day), strong=True, order=float(own.day.toordinal())),
        CellText(figure(own.movement, 2), order=own.movement),
        CellText(figure(own.positions), order=float(own.positions)),
        cell("\n".join(own.changes)),
        faint("\n".join(own.events)),
    )
    return TableRow.of(DAYS, (own.day.isoformat(), own.before.isoformat()), cells)


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
