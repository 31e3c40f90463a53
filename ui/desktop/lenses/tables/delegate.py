"""Draws the cells of a table: text that wraps, and smaller text under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.desktop.lenses.tables.model import TableModel
from ui.tables.rows import CellText
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space, TextSize, sans

_Index = QModelIndex | QPersistentModelIndex
_TOP = Qt.AlignmentFlag.AlignTop
_SQUARE = 8
_OTHER_FONTS = "\u0530"
"""Letters from here on may come from other fonts, with lines that are taller."""
_BAR = 3
"""Width of the bar that stands before the row that has the keyboard."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells from the rows of a `TableModel`."""

    def __init__(self, hub: ThemeHub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub
        self._fonts: dict[tuple[TextSize, bool], tuple[QFont, QFontMetrics]] = {}
        hub.changed.connect(self._fonts.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that a cell wants at the width of its column."""
        own = _cell(index)
        rect: QRect = option.rect
        return QSize(rect.width(), self.height(own, rect.width(), index.column()) if own else 0)

    def height(self, own: CellText, width: int, column: int) -> int:
        """Return the height of a cell in a column of that width."""
        room = self._room(own, width, column)
        height = self._text_height(own.text or " ", TextSize.CELL, own.strong, room)
        if own.detail:
            height += self._px(2) + self._text_height(own.detail, TextSize.SMALL, False, room)
        return height + 2 * self._pad_y()

    def least_height(self) -> int:
        """Return the height of a row of one line."""
        return self._font(TextSize.CELL, False)[1].height() + 2 * self._pad_y()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        own = _cell(index)
        if own is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._draw_ground(painter, rect, state, index, option.widget)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        look = (_is_number(index), chosen)
        if chosen or not _is_repeated(index, option.widget):
            inner = rect.adjusted(self._left(index.column()), 0, 0, 0)
            room = self._room(own, rect.width(), index.column())
            if own.colour:
                square = self._square(inner, own)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(own.colour))
                place = QStyle.visualRect(option.direction, rect, square)
                painter.drawRoundedRect(place, Radius.SEGMENT, Radius.SEGMENT)
            left = inner.right() + 1 - self._pad_x() - room
            texts = QRect(left, rect.top() + self._pad_y(), room, rect.height())
            self._draw_texts(painter, QStyle.visualRect(option.direction, rect, texts), own, look)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: _Index, view: QWidget
    ) -> None:
        theme = self._hub.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour(Role.SELECTION))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(Role.HOVER))
        painter.setPen(theme.colour(Role.GRID))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        has_keys = view is not None and view.hasFocus()
        if has_keys and index.column() == 0 and _is_current(view, index):
            bar = QRect(rect.left(), rect.top(), self._px(_BAR), rect.height())
            painter.fillRect(QStyle.visualRect(view.layoutDirection(), rect, bar), theme.colour(Role.FOCUS))

    def _square(self, rect: QRect, own: CellText) -> QRect:
        """Return where the colour of a party stands: before the first line."""
        side = self._px(_SQUARE)
        line = self._font(TextSize.CELL, own.strong)[1].height()
        return QRect(rect.left(), rect.top() + self._pad_y() + (line - side) // 2, side, side)

    def _draw_texts(self, painter: QPainter, rect: QRect, own: CellText, look: tuple[bool, bool]) -> None:
        theme, (is_number, chosen), room = self._hub.theme, look, rect.width()
        height = self._text_height(own.text or " ", TextSize.CELL, own.strong, room)
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        place = QRect(rect.left(), rect.top(), room, height)
        font, metrics = self._font(TextSize.CELL, own.strong)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.SELECTION_TEXT if chosen else own.role))
        painter.drawText(place, int(side | _TOP) | _wrap(own.text, metrics, room), own.text)
        if own.detail:
            font, metrics = self._font(TextSize.SMALL, False)
            painter.setFont(font)
            painter.setPen(theme.colour(Role.SELECTION_TEXT if chosen else Role.TEXT_MUTED))
            below = QRect(rect.left(), place.bottom() + 1 + self._px(2), room, rect.height())
            painter.drawText(below, int(side | _TOP) | _wrap(own.detail, metrics, room), own.detail)

    def _text_height(self, text: str, size: TextSize, strong: bool, room: int) -> int:
        metrics = self._font(size, strong)[1]
        is_plain = "\n" not in text and max(text, default="") < _OTHER_FONTS
        if is_plain and metrics.horizontalAdvance(text) < room - 1:
            return metrics.height()
        flags = _wrap(text, metrics, room) | int(Qt.AlignmentFlag.AlignLeft | _TOP)
        return metrics.boundingRect(QRect(0, 0, room - 1, 100_000), flags, text).height()

    def _room(self, own: CellText, width: int, column: int) -> int:
        square = self._px(_SQUARE + 6) if own.colour else 0
        return max(width - self._left(column) - self._pad_x() - square, 8)

    def _left(self, column: int) -> int:
        """Return the space before a cell; the first one stands under the name of the lens."""
        return self._px(Space.NORMAL if column else Space.SECTION)

    def _font(self, size: TextSize, strong: bool) -> tuple[QFont, QFontMetrics]:
        key = (size, strong)
        if key not in self._fonts:
            font = sans(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal, zoom=self._hub.zoom)
            self._fonts[key] = (font, QFontMetrics(font))
        return self._fonts[key]

    def _pad_x(self) -> int:
        return self._px(Space.NORMAL)

    def _pad_y(self) -> int:
        return self._px(6)

    def _px(self, pixels: float) -> int:
        return round(pixels * self._hub.zoom)


def _wrap(text: str, metrics: QFontMetrics, room: int) -> int:
    """Return how a text wraps: between words, or anywhere where a word alone is too wide."""
    longest = max(text.split(), key=len, default="")
    is_wide = len(longest) > 8 and metrics.horizontalAdvance(longest) > room
    return int(Qt.TextFlag.TextWrapAnywhere if is_wide else Qt.TextFlag.TextWordWrap)


def _cell(index: _Index) -> CellText | None:
    model = index.model()
    row = model.row(index.row()) if isinstance(model, TableModel) else None
    return row.cells[index.column()] if row and index.column() < len(row.cells) else None


def _is_repeated(index: _Index, view: QWidget) -> bool:
    """Return whether a cell says what the one above it, in sight, says already."""
    model, first = index.model(), getattr(view, "rowAt", None)
    is_first = callable(first) and first(0) == index.row()
    return isinstance(model, TableModel) and not is_first and model.is_repeated(index.row(), index.column())


def _is_number(index: _Index) -> bool:
    model = index.model()
    return isinstance(model, TableModel) and model.columns[index.column()].is_number


def _is_current(view: QWidget, index: _Index) -> bool:
    current = getattr(view, "currentIndex", None)
    return bool(callable(current) and current().row() == index.row())
