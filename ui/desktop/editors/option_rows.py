"""The options of an issue as lines that can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.desktop.widgets.row_button import RowButton
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import translate
from workbench.domain.issue import Option

_LINE = 3


@dataclass(frozen=True, slots=True)
class OptionPlace:
    """Beside which option another one would come to stand."""

    beside: str
    after: bool


class OptionRow(RowButton):
    """One option. A click leads to it, dragging moves it, Escape lets go.

    Signals
    -------
    dragged
        With the place of the pointer on the screen.
    dropped, let_go
        The button was released, or Escape pressed.
    """

    dragged = Signal(QPoint)
    dropped = Signal()
    let_go = Signal()

    def __init__(self, hub: ThemeHub, option: Option) -> None:
        super().__init__(hub, option.label, option.description)
        self.option = option
        self._pressed: QPoint | None = None
        self.is_dragged = False
        self.setToolTip(
            translate("OptionRows", "A click opens it. Drag it, or press Alt+Up and Alt+Down, to move it.")
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of where it was pressed."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer once it has gone a little way."""
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self.is_dragged and way < QApplication.startDragDistance():
            return
        if not self.is_dragged:
            self.is_dragged = True
            self.setDown(False)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it fall, or click."""
        self._pressed = None
        if self.is_dragged:
            self._end()
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of it with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_dragged:
            self._pressed = None
            self._end()
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        self.is_dragged = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class DropLine(QWidget):
    """The line at which an option would come to stand."""

    def __init__(self, hub: ThemeHub, parent: QWidget) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, top: int, width: int) -> None:
        """Show the line at a height."""
        self.setGeometry(0, max(top - 1, 0), width, _LINE)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(QPen(self._hub.theme.colour(Role.FOCUS), _LINE))
        painter.drawLine(0, _LINE // 2, self.width(), _LINE // 2)


def place_at(rows: Sequence[OptionRow], point: QPoint) -> OptionPlace | None:
    """Return the place nearest to a point of the screen, none without rows."""
    if not rows:
        return None
    y = rows[0].mapFromGlobal(point).y() + rows[0].y()
    near = min(rows, key=lambda row: abs(row.geometry().center().y() - y))
    return OptionPlace(near.option.code, y > near.geometry().center().y())


def scroll_with(widget: QWidget, point: QPoint) -> None:
    """Scroll the page in which a widget lies, where the pointer comes near its edge."""
    page: QWidget | None = widget
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    inner = page.widget() if isinstance(page, QScrollArea) else None
    if isinstance(page, QScrollArea) and inner is not None:
        inside = inner.mapFromGlobal(point)
        page.ensureVisible(inside.x(), inside.y(), 0, 24)
