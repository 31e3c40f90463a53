"""The time strip for a screen: what the day does not change is drawn once and kept as images."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.paint.canvas import Canvas
from ui.paint.mirror import draw_image
from ui.paint.timeline import TimelinePainter

_Key = tuple[object, ...]


class TimeLayers:
    """Images of a strip without its handles: one that lies under them, one that lies over them.

    For the screen only: a picture or a page is drawn anew, so that it stays sharp at every size.
    """

    def __init__(self) -> None:
        self._key: _Key | None = None
        self._under = self._over = QPixmap()

    def draw(self, canvas: Canvas, strip: TimelinePainter) -> None:
        """Draw the strip, from the images where nothing but the days has changed."""
        painter = canvas.painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(strip.geometry.rect)
        self._make(canvas, strip)
        corner = strip.geometry.rect.topLeft()
        strip.draw_band(canvas)
        draw_image(painter, corner, self._under)
        strip.draw_days(canvas)
        draw_image(painter, corner, self._over)
        painter.restore()

    def _make(self, canvas: Canvas, strip: TimelinePainter) -> None:
        key = _key_of(canvas, strip)
        if key != self._key:
            self._under = _image(canvas, strip, strip.draw_under)
            self._over = _image(canvas, strip, strip.draw_over)
            self._key = key


def _key_of(canvas: Canvas, strip: TimelinePainter) -> _Key:
    """Return everything that the images show."""
    own, rect = strip.geometry, strip.geometry.rect
    place = (rect.x(), rect.y(), rect.width(), rect.height(), canvas.painter.device().devicePixelRatio())
    look = (canvas.scale.zoom, canvas.theme.key, canvas.is_mirrored)
    return (own.timeline, own.span, strip.hover, *place, *look)


def _image(canvas: Canvas, strip: TimelinePainter, draw: Callable[[Canvas], None]) -> QPixmap:
    rect, ratio = strip.geometry.rect, canvas.painter.device().devicePixelRatio()
    image = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    made = canvas.onto(image)
    made.painter.translate(QPointF() - rect.topLeft())
    draw(made)
    made.painter.end()
    return image
