"""A table that fills its place, walks by keyboard and leads to records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from ui.desktop.lenses.tables.delegate import CellDelegate
from ui.desktop.lenses.tables.model import UNSORTED, TableModel
from ui.desktop.lenses.tables.widths import ColumnWidths, RowHeights
from ui.tables.rows import Page, TableRow
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize, sans
from workbench.domain.case import RecordKey

_SLICE = 0.008
"""Seconds for which rows that are waited for are made at a time."""
_PAUSE = 4
"""Milliseconds between, in which the window answers."""
_TRIES = 4
"""How often a row is scrolled to while the rows around it find their heights."""
_READABLE = 560
"""Width at 100 % beyond which a line of text is no longer read at ease."""


class LensTable(QTableView):
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
        super().__init__()
        self._hub, self._nothing = hub, ""
        self._scroll = 0
        self.rows_model = TableModel(self)
        self.setModel(self.rows_model)
        self._delegate = CellDelegate(hub, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._set_up()
        self.widths = ColumnWidths(self, self.rows_model, hub)
        self._heights = RowHeights(self, self.rows_model, self._delegate)
        self._reading = QTimer(self, interval=_PAUSE)
        self._reading.timeout.connect(self._read_on)
        header = self.horizontalHeader()
        header.sortIndicatorChanged.connect(self._sort)
        self.widths.drawn.connect(self._measure)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.rows_model.modelReset.connect(self._heights.forget)
        self.rows_model.modelReset.connect(self._heights.fit)
        self.rows_model.modelReset.connect(self._read_where_waiting)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        hub.changed.connect(self._restyle)
        self._style_header()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(24)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    # What is shown, and where one is in it.

    def say_of_nothing(self, text: str) -> None:
        """Say what stands where there are no rows."""
        self._nothing = text
        self.viewport().update()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or say why there are none."""
        super().paintEvent(event)
        if self.rows_model.rowCount() or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setFont(sans(TextSize.BODY, zoom=self._hub.zoom))
        painter.setPen(self._hub.theme.colour(Role.TEXT_MUTED))
        pad = round(24 * self._hub.zoom)
        seen = self.viewport().rect()
        width = min(seen.width() - 2 * pad, round(_READABLE * self._hub.zoom))
        room = QRect((seen.width() - width) // 2, pad, width, seen.height() - 2 * pad)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags), self._nothing)

    def lay_out(self) -> None:
        """Share the width among the columns and measure the rows."""
        self.widths.lay()
        self._measure()
        bar = self.verticalScrollBar()
        if 0 < self._scroll <= bar.maximum():
            bar.setValue(self._scroll)
            self._scroll = 0

    def whole_height(self) -> int:
        """Return the height at which every row is seen with the headings, or what is said in their place."""
        rows = self.verticalHeader().length() or 4 * self._delegate.least_height()
        return self.horizontalHeader().height() + rows + 2 * self.frameWidth()

    def scroll_later(self, value: int) -> None:
        """Scroll so far as soon as the table is laid out so large."""
        self._scroll = value
        self.lay_out()

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

    def _measure(self) -> None:
        self._heights.follow()
        self._heights.fit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        kept = self.current_row()
        self.rows_model.arrange(column, descending=order is Qt.SortOrder.DescendingOrder)
        if kept is not None:
            self.choose(kept.table, kept.key)

    def _bring_into_sight(self, place: int) -> None:
        """Scroll to a row; rows measured on the way may push it out of sight again."""
        index = self.rows_model.index(place, 0)
        for _again in range(_TRIES):
            self.scrollTo(index)
            self._heights.fit()
            self.updateGeometries()  # rows that have grown give the scroll bar a longer way, not only later
            if self.viewport().rect().contains(self.visualRect(index).bottomLeft()):
                return

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._bring_into_sight(current.row())
        self.chosen.emit(self.rows_model.row(current.row()))

    def _open(self, place: int) -> None:
        row = self.rows_model.row(place)
        if row is not None:
            self.opened.emit(row)

    def _style_header(self) -> None:
        size, pad = (round(own * self._hub.zoom) for own in (TextSize.SMALL, Space.SECTION))
        section = f"QHeaderView::section {{ font-size: {size}px; }}"
        at_edge = "QHeaderView::section:first, QHeaderView::section:only-one"
        first = f"{at_edge} {{ padding-left: {pad}px; }}"
        self.horizontalHeader().setStyleSheet(f"{section} {first}")

    def _restyle(self) -> None:
        self._style_header()
        self.lay_out()
        self.viewport().update()
