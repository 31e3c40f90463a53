"""The order in which Tab walks widgets that come later than their neighbours; a ring around what scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius

_MARGIN = 12
_KEEPS_ENTER = "keepsEnter"


def tab_before(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach the widgets one after the other, and then the anchor, where the anchor was before."""
    for first, second in pairwise((anchor, *widgets, anchor)):
        if first is not second:
            QWidget.setTabOrder(first, second)


def keep_enter(line: QLineEdit) -> None:
    """Leave Enter to a line of a form that does something with it."""
    line.setProperty(_KEEPS_ENTER, True)


def enter_goes_on(widget: QWidget | None) -> bool:
    """Return whether Enter leads from here to the next field of a form, as Tab does."""
    return isinstance(widget, QLineEdit) and not widget.property(_KEEPS_ENTER)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to a widget, once it has its place: what has just come lies where nobody looks."""

    def scroll() -> None:
        pane = widget.parentWidget()
        while pane is not None and not isinstance(pane, QScrollArea):
            pane = pane.parentWidget()
        page = pane.widget() if pane is not None else None
        if pane is not None and page is not None and widget.isVisible():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            rect = widget.rect().translated(widget.mapTo(page, widget.rect().topLeft()))
            for y in (rect.bottom(), rect.top()):  # the top last: it counts where not all of it fits
                pane.ensureVisible(rect.left(), y, 0, _MARGIN)

    QTimer.singleShot(0, widget, scroll)


class FocusRing(QWidget):
    """Lies over something that scrolls, and is seen while that has the keyboard itself."""

    def __init__(self, hub: ThemeHub, around: QWidget) -> None:
        super().__init__(around)
        self._hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Resize:
                self.resize(watched.size())
            elif event.type() == QEvent.Type.FocusIn:
                self.resize(watched.size())
                self.show()
                self.raise_()
            elif event.type() == QEvent.Type.FocusOut:
                self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._hub.theme.colour(Role.FOCUS), 2.0))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), Radius.CARD, Radius.CARD)
