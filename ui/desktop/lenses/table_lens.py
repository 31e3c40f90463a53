"""A lens that shows one of several tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout

from ui.desktop.lenses.bar import LensBar
from ui.desktop.lenses.filters import Filters, chosen_from, told_to_keep
from ui.desktop.lenses.lens import Captured, Lens, named_tables, table_of
from ui.desktop.lenses.tables.kept import KeptColumns
from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.session import CaseSession
from ui.tables.finding import sought_in_words, why_no_row
from ui.tables.rows import Page, TableRow
from ui.theme.hub import ThemeHub
from ui.words import figure
from workbench.domain.case import RecordKey

_PART = "\x1f"


class TableLens(Lens):
    """Puts bar and table together; what the tables hold is said by `pages`."""

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.bar = LensBar(hub, self.title)
        self.table = LensTable(hub, self.title)
        self._columns = KeptColumns(self.table, self.kept, self.remember)
        self.filters = Filters(self.bar.add_filter, self.bar)
        self.body = QSplitter(Qt.Orientation.Vertical)
        self.body.addWidget(self.table)
        self.body.setChildrenCollapsible(False)
        self._pages: dict[str, Page] = {}
        self._page = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.body, 1)
        self.setFocusProxy(self.table)
        self._connect()

    # What each lens says of itself.

    def pages(self) -> tuple[Page, ...]:
        """Return the tables as they now read, one at least."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu, row: TableRow) -> None:
        """Add to the menu of a row what can be done with it here."""
        open_record = menu.addAction(self.tr("Open"))
        open_record.triggered.connect(lambda _on: self.open_row(row))
        copy = menu.addAction(self.tr("Copy rows"))
        copy.triggered.connect(lambda _on: self.table.copy())
        past = menu.addAction(self.tr("History of this record"))
        past.triggered.connect(lambda _on: self.history_wanted.emit(row.table, row.key))
        if self.session.may_edit:
            menu.addSeparator()
            remove = menu.addAction(self.tr("Remove…"))
            remove.triggered.connect(lambda _on: self.removal_wanted.emit(row.table, row.key))

    def open_row(self, row: TableRow) -> None:
        """Open the record of a row beside."""
        self.record_wanted.emit(row.table, row.key)

    def row_chosen(self, row: TableRow | None) -> None:
        """Follow the row that is current now."""

    # What they share.

    @property
    def page(self) -> Page | None:
        """The table that is shown."""
        return self._pages.get(self._page)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what now holds, with the same row current and as far scrolled as before."""
        del changed
        is_first = not self._pages
        self._pages = {page.key: page for page in self.pages()}
        if is_first:
            self.filters.choose(chosen_from(self.kept_of_case("filters")))
            self._restore()
            return
        place, row = self.table.currentIndex().row(), self.table.current_row()
        self._show_page(row, place)

    def show_page(self, key: str) -> None:
        """Show another table."""
        if key not in self._pages or key == self._page:
            return
        self._keep_page()
        self._page = key
        self._show_page(None, -1)
        self._restore_page()

    def capture(self) -> Captured:
        """Take hold of the rows as they are seen, and of what stands below the table."""
        page, below = self.table.seen(self._pages[self._page]), self.pages_below()
        return Captured(lambda _progress: table_of(page), partial(named_tables, below))

    def pages_below(self) -> tuple[Page, ...]:
        """Return what is seen below the table."""
        return ()

    def pages_seen(self) -> tuple[Page, ...]:
        """Return what is seen: the table as it is sorted and sought through, and what stands below it."""
        return (self.table.seen(self._pages[self._page]), *self.pages_below()) if self._pages else ()

    def told(self) -> tuple[str, ...]:
        """Return which table is seen, where there are several, what narrows it and what is sought in it."""
        page = (self._pages[self._page].title,) if len(self._pages) > 1 else ()
        return (*page, *self.filters.told(), *sought_in_words(self.bar.finder.text()))

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the record of the row that is current."""
        row = self.table.current_row()
        return None if row is None else (row.table, row.key)

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Make the row of a record current, on the page that holds it."""
        holding = [page for page in self._pages.values() if page.place_of(table, key) >= 0]
        if not holding:
            return False
        if self.page not in holding:
            self.show_page(holding[0].key)
        if not self.table.choose(table, key):
            self.bar.finder.clear()
            self.filters.clear()
        return self.table.choose(table, key)

    def keep(self) -> None:
        """Remember table, order, widths, query, row and scroll."""
        if self._pages:
            self.remember("page", self._page)
            self._keep_page()

    def _connect(self) -> None:
        self.bar.query_changed.connect(self._find)
        self.filters.changed.connect(self._narrow)
        self.bar.choice_wanted.connect(self.show_page)
        self.bar.left.connect(self.table.setFocus)
        self.bar.export_wanted.connect(self.export_wanted)
        self.table.opened.connect(self.open_row)
        self.table.more_read.connect(self._count)
        self.table.chosen.connect(self.row_chosen)
        self.table.typed.connect(self.bar.type)
        self.table.menu_wanted.connect(self._show_menu)

    def _show_page(self, row: TableRow | None, place: int) -> None:
        page = self._pages[self._page]
        bar = self.table.verticalScrollBar()
        scroll = bar.value()
        self.table.say_of_nothing(page.nothing)
        self.filters.offer(page.facets, page.rows)
        self.table.rows_model.narrow(self.filters.wanted)
        self.table.rows_model.show(page.columns, page.rows)
        self.table.lay_out()
        if row is not None and not self.table.choose(row.table, row.key):
            self.table.choose_place(place)
        bar.setValue(scroll if row is not None else 0)
        choices = [(own.key, f"{own.title} {figure(own.total)}") for own in self._pages.values()]
        self.bar.show_choices(choices, self._page)
        self._count()
        self.row_chosen(self.table.current_row())

    def _find(self, query: str) -> None:
        self._keep_row(lambda: self.table.rows_model.find(query))

    def _narrow(self) -> None:
        self._keep_row(lambda: self.table.rows_model.narrow(self.filters.wanted))

    def _keep_row(self, change: Callable[[], object]) -> None:
        """Show other rows of the same table; the one that is current stays so, where it is among them."""
        self.table.keep_row(change)
        self._count()
        self.row_chosen(self.table.current_row())

    def _count(self) -> None:
        page, seen = self._pages[self._page], self.table.rows_model.rowCount()
        text = figure(seen)
        if seen != page.total:
            text = self.tr("{seen} of {total}").format(seen=text, total=figure(page.total))
        if page.key != next(iter(self._pages)):  # what is counted is not what the lens is called after
            text = self.tr("{page}: {counted}").format(page=page.title, counted=text)
        if self.table.rows_model.is_waiting:
            text = self.tr("{counted}, reading…").format(counted=text)
        self.bar.count.set_text(text)
        query, way_back = self.bar.finder.text(), self.filters.way_back_said
        self.table.say_of_nothing(why_no_row(page.nothing, query, way_back, has_rows=bool(page.rows)))

    def _show_menu(self, row: TableRow, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill_menu(menu, row)
        menu.popup(place)

    # How it was left.

    def _restore(self) -> None:
        kept = self.kept("page")
        self._page = kept if kept in self._pages else next(iter(self._pages))
        self._show_page(None, -1)
        self._restore_page()
        self.body.restoreState(self.settings.value(f"lens/{self.key}/body") or b"")

    def _restore_page(self) -> None:
        self._columns.restore(self._page)
        self.table.lay_out()
        table, *key = self.kept_of_case(f"row.{self._page}").split(_PART)
        self.bar.finder.setText(self.kept_of_case("query"))
        if self.table.choose(table, tuple(key)):
            scroll = self.kept(f"scroll.{self._page}")
            self.table.scroll_later(int(scroll) if scroll.isdigit() else 0)
        elif not self.table.chosen_rows():
            self.table.choose_place(0)

    def _keep_page(self) -> None:
        self._columns.keep(self._page)
        self.remember(f"scroll.{self._page}", str(self.table.verticalScrollBar().value()))
        row = self.table.current_row()
        self.remember_of_case(f"row.{self._page}", _PART.join((row.table, *row.key)) if row else "")
        self.remember_of_case("query", self.bar.finder.text())
        self.remember_of_case("filters", told_to_keep(self.filters.kept()))
        self.settings.setValue(f"lens/{self.key}/body", self.body.saveState())
