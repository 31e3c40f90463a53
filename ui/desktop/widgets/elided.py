"""Text that gives way where there is no room, with the whole of it in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paint.mirror import mirror
from ui.paint.text import Block, TextCache
from ui.paint.type import type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import TextSize, sans


class ElidedText(QWidget):
    """Text on one line; takes the room it needs and no more.

    With `is_tall` it is set smaller, on two lines, where one is too short for it.
    """

    def __init__(
        self,
        hub: ThemeHub,
        size: TextSize,
        role: Role,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        is_tall: bool = False,
    ) -> None:
        super().__init__()
        self._is_tall, self._texts = is_tall, TextCache()
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
        return QSize(self.width_of(self._text), QFontMetrics(self._font()).height())

    def width_of(self, text: str) -> int:
        """Return the room that another text would need."""
        return QFontMetrics(self._font()).horizontalAdvance(text) + 2

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(min(self.sizeHint().width(), round(60 * self._hub.zoom)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self._hub.theme.colour(self._role))
        if self._is_tall and self.sizeHint().width() > self.width():
            block = self.block()
            if self.isRightToLeft():
                mirror(painter, self.width())
            block.draw(painter, 0.0, (self.height() - block.height) / 2.0)
            return
        painter.setFont(self._font())
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def block(self) -> Block:
        """Return the text on two small lines, as much of it as there is room for."""
        return self._texts.block(self._text, type_scale(self._hub.zoom).small, float(self.width()), 2)

    def _font(self) -> QFont:
        return sans(self._size, self._weight, zoom=self._hub.zoom)
