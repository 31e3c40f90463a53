"""The palette: type a part of any name, and go there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.goto.index import Target, find_targets
from ui.desktop.goto.texts import TextSearch
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space, TextSize, sans

_Index = QModelIndex | QPersistentModelIndex
_ROW = 34
_ROWS = 11
_WIDTH = 620
_PART = 0.012
"""Seconds for which texts are looked through between two keys."""


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


class _Delegate(QStyledItemDelegate):
    """Draws what it is on the right, what it is called on the left."""

    def __init__(self, hub: ThemeHub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a line."""
        return QSize(100, round(_ROW * self._hub.zoom))

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
        self._draw_texts(painter, rect.adjusted(12, 0, -12, 0), target)
        painter.restore()

    def _draw_texts(self, painter: QPainter, rect: QRect, target: Target) -> None:
        theme, zoom = self._hub.theme, self._hub.zoom
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sans(TextSize.SMALL, zoom=zoom))
        painter.setPen(theme.colour(Role.TEXT_MUTED))
        kind = round(76 * zoom)
        painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), target.kind)
        room = rect.adjusted(0, 0, -kind, 0)
        painter.setFont(sans(TextSize.BODY, QFont.Weight.Medium, zoom=zoom))
        painter.setPen(theme.colour(Role.TEXT))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(target.title, Qt.TextElideMode.ElideRight, round(room.width() * 0.72))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), title)
        room = room.adjusted(metrics.horizontalAdvance(title) + 10, 0, 0, 0)
        painter.setFont(sans(TextSize.SMALL, zoom=zoom))
        painter.setPen(theme.colour(Role.TEXT_MUTED))
        detail = painter.fontMetrics().elidedText(target.detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), detail)


class Palette(QFrame):
    """Lies over the window while it is open; Escape or a click elsewhere closes it.

    Signals
    -------
    chosen
        A ``Target``.
    """

    chosen = Signal(object)

    def __init__(self, hub: ThemeHub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._targets = hub, list[Target]()
        self._texts: TextSearch | None = None
        self._named: list[Target] = []
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look_on)
        self._before: QWidget | None = None
        set_surface(self, "card")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Any name, any command, or a word that stands in a text"))
        self.line.setAccessibleName(self.tr("Find anything"))
        self.model = TargetList(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(hub, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.NORMAL, Space.NORMAL, Space.NORMAL, Space.NORMAL)
        body.addWidget(self.line)
        body.addWidget(self.list)
        self.nothing = Text(
            hub, self.tr("Nothing has that name, and no text holds it."), role=Role.TEXT_MUTED
        )
        self.nothing.setIndent(Space.WIDE)
        body.addWidget(self.nothing)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(32)
        shade.setOffset(0, 8)
        self.setGraphicsEffect(shade)
        self.hide()

    def open(self, targets: list[Target], texts: TextSearch | None = None) -> None:
        """Show the palette over these targets; what stands in texts is found besides."""
        self._targets, self._texts = targets, texts
        self._before = self.window().focusWidget()
        self.line.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        if self.isVisible():
            self.hide()
            self._looking.stop()
            if self._before is not None:
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take from the line; close when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and watched is self.line:
            self.hide()
            self._looking.stop()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_PageDown): _ROWS,
            int(Qt.Key.Key_PageUp): -_ROWS,
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
        elif key in steps:
            last = self.model.rowCount() - 1
            self._point(max(0, min(self.list.currentIndex().row() + steps[key], last)))
        else:
            return False
        return True

    def _find(self, query: str) -> None:
        self._named = find_targets(query, self._targets)
        if self._texts is not None:
            self._texts.look(query)
            self._looking.start()
        self._show_found(0)

    def _look_on(self) -> None:
        """Look on in the texts between two keys; what is found stands below what is named so."""
        if self._texts is None or self._texts.is_done or not self.isVisible():
            self._looking.stop()
        elif self._texts.go_on(_PART):
            self._show_found(self.list.currentIndex().row())

    def _show_found(self, row: int) -> None:
        known = {(own.table, own.key) for own in self._named if own.table}
        texts = self._texts.found if self._texts is not None else []
        self.model.show([*self._named, *(own for own in texts if (own.table, own.key) not in known)])
        self._point(max(0, row))
        self._place()

    def _point(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _take(self, row: int) -> None:
        target = self.model.target(row)
        if target is not None:
            self.dismiss()
            self.chosen.emit(target)

    def _place(self) -> None:
        """Stand in the upper middle of the window, as tall as what was found."""
        zoom, window = self._hub.zoom, self.window()
        rows = min(self.model.rowCount(), _ROWS)
        self.list.setFixedHeight(round(_ROW * zoom) * rows + 4)
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        width = min(round(_WIDTH * zoom), window.width() - 40)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, round(70 * zoom))
