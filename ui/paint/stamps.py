"""Small shapes drawn once and kept as images: segments, signs and cards, of which every cell has several."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil, floor
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.paint.mirror import draw_image, is_mirrored, mirror

_MOST = 2_000

Draw: TypeAlias = Callable[[QPainter, QRectF], object]


class Stamps:
    """Images of shapes by what they are, their size and where between the pixels they begin."""

    def __init__(self) -> None:
        self._images: dict[Hashable, QPixmap] = {}

    def draw(self, painter: QPainter, key: Hashable, rect: QRectF, draw: Draw) -> None:
        """Draw a shape into a rectangle; `draw` does so where there is no image of it yet."""
        ratio, is_turned = painter.device().devicePixelRatio(), is_mirrored(painter)
        x, y = rect.x() * ratio, rect.y() * ratio
        left, top = floor(x), floor(y)
        # Without what is beyond the fourth place, which depends on where else it was drawn before.
        inside = (round(x - left, 4), round(y - top, 4), rect.width(), rect.height())
        look = (key, inside, ratio, is_turned)
        image = self._images.get(look)
        if image is None:
            if len(self._images) >= _MOST:
                self._images.clear()
            image = self._images[look] = _image(inside, ratio, draw, is_turned=is_turned)
        draw_image(painter, QPointF(left / ratio, top / ratio), image)


def _image(
    inside: tuple[float, float, float, float], ratio: float, draw: Draw, *, is_turned: bool
) -> QPixmap:
    x, y, width, height = inside
    image = QPixmap(ceil(x + width * ratio), ceil(y + height * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_turned:
        mirror(painter, image.width() / ratio)
    draw(painter, QRectF(x / ratio, y / ratio, width, height))
    painter.end()
    return image
