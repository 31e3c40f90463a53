"""Painting for those who read from the right: everything is laid out as for others, and seen in a mirror.

A surface mirrors its painter. Letters, signs and images then turn themselves round where they stand, so that
they are read as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap, QTransform


def mirror(painter: QPainter, width: float, left: float = 0.0) -> None:
    """Let what is drawn from now on be seen in a mirror, in a space from `left` on of that width."""
    painter.translate(2.0 * left + width, 0.0)
    painter.scale(-1.0, 1.0)


def mirrored_in(width: float) -> QTransform:
    """Return what mirrors a space of that width."""
    return QTransform(-1.0, 0.0, 0.0, 1.0, width, 0.0)


def is_mirrored(painter: QPainter) -> bool:
    """Return whether what is drawn is seen in a mirror."""
    return painter.worldTransform().determinant() < 0.0


@contextmanager
def upright(painter: QPainter, left: float, width: float) -> Iterator[None]:
    """Draw what lies from `left` on and is that wide as it is read, wherever it is seen."""
    if not is_mirrored(painter):
        yield
        return
    painter.save()
    mirror(painter, width, left)
    yield
    painter.restore()


def draw_image(painter: QPainter, place: QPointF, image: QPixmap) -> None:
    """Draw an image that was made for a mirror where the painter is in one."""
    width = image.width() / image.devicePixelRatio()
    with upright(painter, place.x(), width):
        painter.drawPixmap(place, image)
