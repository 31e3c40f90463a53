"""Small shapes drawn once and kept as images: segments, signs and cards, of which every cell has several."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil, floor
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

_MOST = 2_000

Draw: TypeAlias = Callable[[QPainter, QRectF], object]


class Stamps:
    """Images of shapes by what they are, their size and where between the pixels they begin."""

    def __init__(self) -> None:
        self._images: dict[Hashable, QPixmap] = {}

    def draw(self, painter: QPainter, key: Hashable, rect: QRectF, draw: Draw) -> None:
        """Draw a shape into a rectangle; `draw` does so where there is no image of it yet."""
        ratio = painter.device().devicePixelRatio()
        x, y = rect.x() * ratio, rect.y() * ratio
        left, top = floor(x), floor(y)
        # Without what is beyond the fourth place, which depends on where else it was drawn before.
        inside = (round(x - left, 4), round(y - top, 4), rect.width(), rect.height())
        image = self._images.get((key, inside, ratio))
        if image is None:
            if len(self._images) >= _MOST:
                self._images.clear()
            image = self._images[key, inside, ratio] = _image(inside, ratio, draw)
        painter.drawPixmap(QPointF(left / ratio, top / ratio), image)


def _image(inside: tuple[float, float, float, float], ratio: float, draw: Draw) -> QPixmap:
    x, y, width, height = inside
    image = QPixmap(ceil(x + width * ratio), ceil(y + height * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(x / ratio, y / ratio, width, height))
    painter.end()
    return image
