"""A list whose lines wrap and are seen whole."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_ASIDE, _ABOVE = 12, 5
"""What style and text margins take from a line, on either side and above."""
_TALL = 100_000


class WrappedList(QListWidget):
    """Lines as high as their text needs at the width of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_WholeLines(self))


class _WholeLines(QStyledItemDelegate):
    """Measures at the width that style and scroll bar leave to the text."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._shown = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a line; the bar counts where there is none, so that lines do not jump."""
        metrics = self._shown.fontMetrics()
        scroll = self._shown.verticalScrollBar()
        bar = 0 if scroll.isVisible() else scroll.sizeHint().width()  # its width is unset until it is shown
        width = max(self._shown.viewport().width() - 2 * _ASIDE - bar, metrics.averageCharWidth())
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        needed = metrics.boundingRect(QRect(0, 0, width, _TALL), int(Qt.TextFlag.TextWordWrap), text)
        least = super().sizeHint(option, index).height() if not text else 0
        return QSize(self._shown.viewport().width() - bar, max(needed.height() + 2 * _ABOVE, least))
