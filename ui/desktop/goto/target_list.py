"""A list of what was found: what it is called on the left, what it is on the right."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.goto.index import Target
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, TextSize, sans

_Index = QModelIndex | QPersistentModelIndex
ROW = 34
"""Height of a line at 100 %."""
_GAP = 10
_SHARE = 0.34
"""What of a line is kept for what tells a name from others."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class TargetList(QAbstractListModel):
    """The targets found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Target] = []

    def show(self, found: list[Target]) -> None:
        """Show other targets."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def target(self, row: int) -> Target | None:
        """Return what stands in a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many were found."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is drawn, and what a screen reader hears."""
        target = self.target(index.row()) if index.isValid() else None
        if target is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return target.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (target.title, target.kind, target.detail) if part)
        return None


_START = Qt.AlignmentFlag.AlignLeft
"""Of a text; Qt mirrors it where one reads from the right."""


class TargetDelegate(QStyledItemDelegate):
    """Draws what it is on the right, what it is called on the left."""

    def __init__(self, hub: ThemeHub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a line."""
        return QSize(100, round(ROW * self._hub.zoom))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one target."""
        model, theme = index.model(), self._hub.theme
        target = model.target(index.row()) if isinstance(model, TargetList) else None
        if target is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.SELECTION))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), Radius.CARD, Radius.CARD)
        self._draw_texts(painter, rect.adjusted(12, 0, -12, 0), target, option.direction)
        painter.restore()

    def _draw_texts(self, painter: QPainter, rect: QRect, target: Target, side: Qt.LayoutDirection) -> None:
        """Draw its name where one begins to read, what it is at the end, and more between them."""
        theme, zoom = self._hub.theme, self._hub.zoom
        small, name = sans(TextSize.SMALL, zoom=zoom), sans(TextSize.BODY, QFont.Weight.Medium, zoom=zoom)
        painter.setFont(small)
        painter.setPen(theme.colour(Role.TEXT_MUTED))
        painter.drawText(rect, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), target.kind)
        said = painter.fontMetrics()
        gap = round(_GAP * zoom)
        kind = said.horizontalAdvance(target.kind) + gap if target.kind else 0
        room = rect.adjusted(0, 0, -kind, 0)
        least = min(said.horizontalAdvance(target.detail) + gap, round(room.width() * _SHARE))
        metrics = QFontMetrics(name)
        title = metrics.elidedText(target.title, Qt.TextElideMode.ElideRight, room.width() - least)
        painter.setFont(name)
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(QStyle.visualRect(side, rect, room), _MIDDLE | int(_START), title)
        room = room.adjusted(metrics.horizontalAdvance(title) + gap, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(theme.colour(Role.TEXT_MUTED))
        detail = said.elidedText(target.detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QStyle.visualRect(side, rect, room), _MIDDLE | int(_START), detail)


class TargetView(QListView):
    """The list as a line above it drives it: it takes clicks, and the keyboard stays in the line."""

    def __init__(self, hub: ThemeHub, name: str) -> None:
        super().__init__()
        self._hub = hub
        self.targets = TargetList(self)
        self.setAccessibleName(name)
        self.setModel(self.targets)
        self.setItemDelegate(TargetDelegate(hub, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def point(self, row: int) -> None:
        """Point at a row; at none for a row that is not there."""
        self.setCurrentIndex(self.targets.index(row, 0))

    def step(self, rows: int) -> None:
        """Point that many rows lower, within the list."""
        last = self.targets.rowCount() - 1
        self.point(max(0, min(self.currentIndex().row() + rows, last)))

    def fit(self, most: int) -> None:
        """Take the height of what was found, of at most so many rows; none for nothing."""
        rows = min(self.targets.rowCount(), most)
        self.setFixedHeight(round(ROW * self._hub.zoom) * rows + 4)
        self.setVisible(rows > 0)
