"""Everything that changed between the day compared with and the day shown, with both wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.case_page import CasePage
from ui.desktop.lenses.export_button import ExportButton
from ui.desktop.lenses.filters import Filters, chosen_from, told_to_keep
from ui.desktop.lenses.lens import Captured, Seen, table_of
from ui.desktop.lenses.parties_flow import FlowLayout, flowing
from ui.desktop.lenses.parties_tools import Segments
from ui.desktop.lenses.tables.kept import KeptColumns
from ui.desktop.view_state import Selection
from ui.desktop.widgets.date_range import DateRange
from ui.desktop.widgets.gradual import Gradual
from ui.desktop.widgets.table_window import TableWindow
from ui.tables.changes import CHANGES, DAYS, change_row, changes_page, day_row, days_page
from ui.tables.finding import sought_in_words
from ui.tables.rows import Page, TableRow
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from ui.words import counted, figure, marked_count, translate
from workbench.domain.case import RecordKey
from workbench.domain.vocabulary import Basis
from workbench.readmodels.period import PeriodStep, period_in_steps
from workbench.readmodels.turning import TurningSoFar, turning_in_steps
from workbench.readmodels.wording import day_in_words

if TYPE_CHECKING:
    from ui.paint.picture import Picture

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


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows that have been made, and how far that has come."""

    rows: list[TableRow]
    step: PeriodStep


class ChangesWindow(TableWindow):
    """Follows the two days of the view; other days can be typed, and Enter leads to the cell.

    Parameters
    ----------
    page : CasePage
        The open case.
    hub : ThemeHub
        Theme and zoom.
    settings : QSettings, optional
        Where filters, order and widths are remembered.
    """

    def __init__(self, page: CasePage, hub: ThemeHub, settings: QSettings | None = None) -> None:
        title = translate("ChangesWindow", "Changes in the period")
        super().__init__(hub, title, page, (980, 600))
        self._page, self._session, self._settings = page, page.session, settings
        self._shown: Page | None = None
        self._columns = KeptColumns(self.table, self._kept, self._remember)
        self._is_other = True
        self.days = DateRange(hub)
        self.days.chosen.connect(self._choose)
        self.tools.insertWidget(0, self.days, 2)
        self.exporter = ExportButton()
        self.exporter.setAutoDefault(False)
        self.exporter.wanted.connect(lambda suffix: page.export_wanted.emit(self.seen(), suffix))
        self.tools.addWidget(self.exporter)
        self.forms, self._line = Segments(), QWidget()
        self._flow = FlowLayout(self._line, Space.WIDE, Space.NORMAL)
        self.filters = Filters(self._add_filter, self)
        self._set_up_line()
        self._period = Gradual(self._show_changes, self)
        self._turning = Gradual(self._show_days, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.refresh)
        self.table.opened.connect(self._open)
        self._session.case_changed.connect(self.refresh)
        self._session.view_changed.connect(self._view_changed)
        if not self._session.store.is_protected:
            self.filters.choose(chosen_from(self._kept("filters")))
        self.refresh()

    @staticmethod
    def shown_over(page: CasePage, hub: ThemeHub, settings: QSettings) -> ChangesWindow:
        """Show the window, the same where it is open already."""
        window = page.findChild(ChangesWindow) or ChangesWindow(page, hub, settings)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def refresh(self, _change: object = None) -> None:
        """Show what changed between the two days, or the days on which most moved."""
        self._rest.stop()
        self._period.stop()
        self._turning.stop()
        self._is_other = True
        self.days.setVisible(self.forms.key != DAYS)
        if self.forms.key == DAYS:
            self._turning.start(turning_in_steps(self._session.snapshot, self._session.view.basis))
        elif (days := self._two_days()) is None:
            self.note.setText(self.tr("Choose the day to compare with."))
            self.days.show_days(self._session.view.day, self._session.view.day)
            nothing = self.tr("No day is compared with.")
            self._show_page(changes_page((), self._session.snapshot, nothing=nothing))
        else:
            self.days.show_days(*days)
            self._period.start(self._rows_in_steps(days))

    def seen(self) -> Seen:
        """Return what is seen, as it can be written to a file."""
        page, view, snapshot = self._page_seen(), self._session.view, self._session.snapshot
        days = self._two_days() if page.key == CHANGES else None
        period = (" – ".join(day_in_words(own) for own in days),) if days else ()
        narrowed = (*self.filters.told(), *sought_in_words(self.finder.text()))

        def picture() -> Picture:
            from ui.pictures.tables import changes_picture  # noqa: PLC0415 - when one is asked for

            return changes_picture((page,), snapshot, view.basis, days, narrowed)

        told = (*period, *narrowed)
        return Seen(page.key, page.title, told, lambda: Captured(lambda _tell: table_of(page)), picture)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember how it was left; of a protected case nothing that is said in it."""
        super().hideEvent(event)
        self._keep_page()
        if not self._session.store.is_protected:
            self._remember("filters", told_to_keep(self.filters.kept()))

    # What is listed.

    def _two_days(self) -> tuple[date, date] | None:
        view = self._session.view
        if view.compared is None:
            return None
        return min(view.compared, view.day), max(view.compared, view.day)

    def _rows_in_steps(self, days: tuple[date, date]) -> Iterator[_Found]:
        view, rows = self._session.view, list[TableRow]()
        for step in period_in_steps(self._session.snapshot, *days, view.basis, view.hidden):
            if step.change is not None:
                rows.append(change_row(step.change))
            yield _Found(rows, step)

    def _show_changes(self, found: _Found) -> None:
        """Show the changes: the first ones at once, all of them when they have been found."""
        days = self._two_days()
        if days is None:
            return
        words = day_in_words(days[0]), day_in_words(days[1])
        if found.step.is_over or self._is_other:
            self._is_other = False
            self._show_page(changes_page(found.rows, self._session.snapshot, words))
        if not found.step.is_over:
            text = self.tr("{done} of {total} issues have been looked at.")
            self.note.setText(text.format(done=figure(found.step.done), total=figure(found.step.total)))

    def _show_days(self, found: TurningSoFar) -> None:
        """List the days on which most moved, or say how many days have been looked at."""
        if found.is_over:
            text = self.tr(
                "Movement is the sum of the changes in distance of all pairs. Enter goes to the day and "
                "compares it with the day before."
            )
            page = days_page([day_row(own) for own in found.rows])
        else:
            text = self.tr("{done} of {total} days have been looked at.").format(
                done=figure(found.done), total=figure(found.total)
            )
            page = days_page((), self.tr("The days are being looked at…"))
        self._show_page(page)
        self.note.setText(text)

    def _show_page(self, page: Page) -> None:
        if self._shown is None or self._shown.key != page.key:
            self._keep_page()
            self._restore_page(page)
        self._shown = page
        self.filters.offer(page.facets, page.rows)
        self.table.rows_model.narrow(self.filters.wanted)
        self.show_rows(page.columns, page.rows, page.nothing)
        self._count()

    def _narrow(self) -> None:
        self.table.keep_row(lambda: self.table.rows_model.narrow(self.filters.wanted))
        self._count()

    def _count(self) -> None:
        """Say how many changes there are, how many of them are seen, and why none is."""
        page, days = self._shown, self._two_days()
        if page is None or page.key == DAYS:
            return
        if days is not None:
            seen, total = self.table.rows_model.rowCount(), len(page.rows)
            first, last = (day_in_words(own) for own in days)
            text = counted(*_COUNTS[self._session.view.basis], total).format(first=first, last=last)
            if seen != total:
                text = self.tr("{all} Shown: {count}.").format(all=text, count=figure(seen))
            self.note.setText(text)
        self.say_of_nothing(self.filters.way_back_said)

    def _found(self, query: str) -> None:
        super()._found(query)
        self._count()

    def _page_seen(self) -> Page:
        """Return what is seen, as it is sorted, narrowed and sought through."""
        page = self._shown or changes_page((), self._session.snapshot)
        return self.table.seen(page)

    def _set_up_line(self) -> None:
        self.forms.set_up(
            self.tr("What is listed"),
            (
                (CHANGES, self.tr("In the period"), self.tr("What changed between the two days")),
                (DAYS, self.tr("Most moved"), self.tr("The days on which most moved, with events around")),
            ),
        )
        self.forms.choose(CHANGES)
        self.forms.chosen.connect(self.refresh)
        self._flow.addWidget(self.forms)
        self._line.setSizePolicy(flowing())
        self.filters.changed.connect(self._narrow)
        self.head.insertWidget(self.head.count() - 1, self._line)

    def _add_filter(self, widget: QWidget) -> None:
        self._flow.removeWidget(widget)
        self._flow.addWidget(widget)

    # How it was left.

    def _kept(self, name: str) -> str:
        return str(self._settings.value(f"changes/{name}") or "") if self._settings is not None else ""

    def _remember(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.setValue(f"changes/{name}", value)

    def _keep_page(self) -> None:
        if self._shown is not None:
            self._columns.keep(self._shown.key)

    def _restore_page(self, page: Page) -> None:
        """Sort and share the width as when this table was left."""
        self.table.rows_model.show(page.columns, ())
        self._columns.restore(page.key)

    # What is done with it.

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
