"""The sign of a level beside its word, the same outline as in the matrix."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paint.shapes import fill_sign, level_path
from ui.theme.hub import ThemeHub
from ui.theme.meanings import LEVELS
from workbench.domain.level import Level

_SIDE = 11


class LevelSign(QWidget):
    """Draws the sign of a level in the colour of the text that stands on it."""

    def __init__(self, hub: ThemeHub, level: Level) -> None:
        super().__init__()
        self._hub, self._level = hub, level
        self.setAccessibleName(level.mark)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        hub.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the sign."""
        side = round(_SIDE * self._hub.zoom)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign in the middle of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.sizeHint().width())
        place = QRectF(0.0, (self.height() - side) / 2.0, side, side)
        fill_sign(painter, level_path(self._level), place, self._hub.theme.colour(LEVELS[self._level].text))
