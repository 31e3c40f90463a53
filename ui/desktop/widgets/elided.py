"""One line of text that gives way where there is no room, with the whole of it in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import TextSize, sans


class ElidedText(QWidget):
    """Text on one line; takes the room it needs and no more."""

    def __init__(
        self, hub: ThemeHub, size: TextSize, role: Role, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        super().__init__()
        self._hub, self._size, self._role, self._weight = hub, size, role, weight
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        hub.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(min(self.sizeHint().width(), round(60 * self._hub.zoom)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._hub.theme.colour(self._role))
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _font(self) -> QFont:
        return sans(self._size, self._weight, zoom=self._hub.zoom)
