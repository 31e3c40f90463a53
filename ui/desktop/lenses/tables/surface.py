"""A table as it is laid out and drawn: columns that share its width, rows as high as what they say."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.desktop.lenses.tables.delegate import CellDelegate
from ui.desktop.lenses.tables.model import UNSORTED, TableModel
from ui.desktop.lenses.tables.widths import ColumnWidths, RowHeights
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize, sans

_TRIES = 4
"""How often a row is scrolled to while the rows around it find their heights."""
_READABLE = 560
"""Width at 100 % beyond which a line of text is no longer read at ease."""


class TableSurface(QTableView):
    """Rows of a `TableModel` as they are seen.

    Parameters
    ----------
    hub : ThemeHub
        Colours and zoom.
    name : str
        What the table is called for a screen reader.
    """

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
        self.widths.drawn.connect(self._measure)
        self.rows_model.modelReset.connect(self._heights.forget)
        self.rows_model.modelReset.connect(self._heights.fit)
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

    def say_of_nothing(self, text: str) -> None:
        """Say what stands where there are no rows."""
        self._nothing = text
        self.viewport().update()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.lay_out()

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

    def _measure(self) -> None:
        self._heights.follow()
        self._heights.fit()

    def _bring_into_sight(self, place: int) -> None:
        """Scroll to a row; rows measured on the way may push it out of sight again."""
        index = self.rows_model.index(place, 0)
        for _again in range(_TRIES):
            self.scrollTo(index)
            self._heights.fit()
            self.updateGeometries()  # rows that have grown give the scroll bar a longer way, not only later
            if self.viewport().rect().contains(self.visualRect(index).bottomLeft()):
                return

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
