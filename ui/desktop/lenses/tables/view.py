"""A table that fills its place, walks by keyboard and leads to records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication

from ui.desktop.lenses.tables.model import UNSORTED
from ui.desktop.lenses.tables.surface import TableSurface
from ui.tables.rows import Page, TableRow
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey

_SLICE = 0.008
"""Seconds for which rows that are waited for are made at a time."""
_PAUSE = 4
"""Milliseconds between, in which the window answers."""


class LensTable(TableSurface):
    """Shows a `TableModel`.

    Signals
    -------
    opened
        A ``TableRow`` that the person wants to open.
    chosen
        The ``TableRow`` that is current now, or none.
    typed
        Letters typed in the table, for finding.
    menu_wanted
        A ``TableRow``, and a place on the screen.
    more_read
        More of the rows that are made on demand are made, sorted and sought through.
    """

    opened = Signal(object)
    chosen = Signal(object)
    typed = Signal(str)
    menu_wanted = Signal(object, QPoint)
    more_read = Signal()

    def __init__(self, hub: ThemeHub, name: str) -> None:
        super().__init__(hub, name)
        self._reading = QTimer(self, interval=_PAUSE)
        self._reading.timeout.connect(self._read_on)
        header = self.horizontalHeader()
        header.sortIndicatorChanged.connect(self._sort)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.rows_model.modelReset.connect(self._read_where_waiting)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    # What is shown, and where one is in it.

    def seen(self, page: Page) -> Page:
        """Return what is seen of a page: its rows as they are sorted and sought through."""
        rows = self.rows_model.rows()
        count = page.count if self.rows_model.is_whole else None
        return replace(page, columns=self.rows_model.columns, rows=rows, nothing=self._nothing, count=count)

    def current_row(self) -> TableRow | None:
        """Return the row that is current."""
        return self.rows_model.row(self.currentIndex().row())

    def choose(self, table: str, key: RecordKey) -> bool:
        """Make the row of a record current; return whether it is seen."""
        return self._choose(self.rows_model.place_of(table, key))

    def choose_row(self, row: TableRow | None) -> bool:
        """Make one of the rows current; return whether it is seen."""
        return row is not None and self._choose(self.rows_model.place_of_row(row))

    def _choose(self, place: int) -> bool:
        if place >= 0:
            self.selectRow(place)
            self._bring_into_sight(place)
        return place >= 0

    def keep_row(self, change: Callable[[], object]) -> None:
        """Show other rows of the same table; the one that is current stays so, where it is among them."""
        row = self.current_row()
        change()
        if not self.choose_row(row):
            self.choose_place(0)

    def choose_place(self, place: int) -> None:
        """Make the row at a place current, the last one where there are fewer."""
        last = self.rows_model.rowCount() - 1
        if last >= 0:
            self.selectRow(max(0, min(place, last)))

    def chosen_rows(self) -> Sequence[TableRow]:
        """Return the rows that are selected, from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [row for place in places if (row := self.rows_model.row(place))]

    def sorting(self) -> tuple[str, bool]:
        """Return key of the column by which is sorted, and whether from the end; an empty key for none."""
        header = self.horizontalHeader()
        place = header.sortIndicatorSection()
        columns = self.rows_model.columns
        key = columns[place].key if 0 <= place < len(columns) else ""
        return key, header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def sort_as(self, key: str, *, descending: bool) -> None:
        """Sort by a column, by none for an empty key."""
        keys = [column.key for column in self.rows_model.columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(keys.index(key) if key in keys else UNSORTED, order)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, columns parted by tabs."""
        rows = ("\t".join(" ".join(own.whole.split()) for own in row.cells) for row in self.chosen_rows())
        if text := "\n".join(rows):
            QApplication.clipboard().setText(text)

    # What Qt asks.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy with Ctrl+C, leave what is typed to finding."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.choose_place(0 if event.key() == Qt.Key.Key_Home else self.rows_model.rowCount())
        elif event.text().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a row that is current as soon as the keyboard comes."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.choose_place(max(self.currentIndex().row(), 0))
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of the row under the pointer, or of the current one."""
        row = self.current_row()
        if row is not None:
            self.menu_wanted.emit(row, event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with rows that are waited for."""
        super().showEvent(event)
        self._read_where_waiting()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no rows while nobody looks."""
        super().hideEvent(event)
        self._reading.stop()

    def _read_where_waiting(self) -> None:
        if not self.rows_model.is_waiting:
            self._reading.stop()
        elif self.isVisible():
            self._reading.start()

    def _read_on(self) -> None:
        """Make some of the rows that are waited for; the row that is current stays so."""
        kept = self.current_row() if self.rows_model.arrangement.column != UNSORTED else None
        self.rows_model.go_on(_SLICE)
        self._read_where_waiting()
        self._heights.fit()
        if kept is not None and not self.rows_model.is_waiting:
            self.choose(kept.table, kept.key)
        self.more_read.emit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        kept = self.current_row()
        self.rows_model.arrange(column, descending=order is Qt.SortOrder.DescendingOrder)
        if kept is not None:
            self.choose(kept.table, kept.key)

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._bring_into_sight(current.row())
        self.chosen.emit(self.rows_model.row(current.row()))

    def _open(self, place: int) -> None:
        row = self.rows_model.row(place)
        if row is not None:
            self.opened.emit(row)
