"""Boxes that stand out of a panel: the level, what to ask, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space


class Box(QWidget):
    """A rounded ground in a role of the theme, with what is laid out on it."""

    def __init__(
        self, hub: ThemeHub, fill: Role, border: Role | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._fill, self._border = hub, fill, border
        self.body = QVBoxLayout(self)
        side, top = Space.WIDE, Space.NORMAL
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(Space.TIGHT)
        hub.changed.connect(self.update)

    def set_roles(self, fill: Role, border: Role | None) -> None:
        """Stand on another ground."""
        self._fill, self._border = fill, border
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._hub.theme
        painter.setBrush(theme.colour(self._fill))
        painter.setPen(QPen(theme.colour(self._border)) if self._border else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Radius.CONTROL, Radius.CONTROL)
