"""Text on as many lines as there is room for, the last one elided, with the whole of it in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paint.mirror import mirror
from ui.paint.text import Block, TextCache
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme


class ElidedLines(QWidget):
    """Small text that takes the room that others leave.

    Parameters
    ----------
    theme : Theme
        Colours.
    role : Role
        What it is drawn in.
    """

    def __init__(self, theme: Theme, role: Role) -> None:
        super().__init__()
        self._theme, self._role, self._zoom = theme, role, 1.0
        self._text, self._texts = "", TextCache()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._tell_whole()
            self.update()

    def set_theme(self, theme: Theme, zoom: float = 1.0) -> None:
        """Draw in other colours, or at another size of text."""
        self._theme, self._zoom = theme, zoom
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(40, round(type_scale(self._zoom).small.line))

    def sizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(120, round(type_scale(self._zoom).small.line * 3))

    def block(self) -> Block:
        """Return the text as it is set into the room there is."""
        face = type_scale(self._zoom).small
        lines = max(int(self.height() // face.line), 1)
        return self._texts.block(self._text, face, float(self.width()), lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._role))
        if self.isRightToLeft():
            mirror(painter, self.width())
        self.block().draw(painter, 0.0, 0.0)
        painter.end()
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Say the whole text in a tooltip where something of it was left out."""
        self.setToolTip(self._text if self.block().is_elided else "")
