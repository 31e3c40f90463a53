"""Cells drawn once and kept as images, so that a repaint of a full screen costs a few milliseconds."""

from __future__ import annotations

from dataclasses import replace
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPixmap

from ui.paint.canvas import Canvas
from ui.paint.cells import draw_cell
from ui.paint.marks import marks_of
from ui.paint.mirror import draw_image
from ui.paint.stamps import Stamps
from workbench.readmodels.matrix_types import PositionCell

_MOST_BYTES = 96_000_000
_BYTES_A_PIXEL = 4

_Key = tuple[object, ...]


class CellCache:
    """Images of cells by everything that they show.

    For the screen only: a picture or a page is drawn anew, so that it stays sharp at every size.
    """

    def __init__(self) -> None:
        self._images: dict[_Key, QPixmap] = {}
        self._stamps = Stamps()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._images)

    def draw(self, canvas: Canvas, rect: QRectF, cell: PositionCell, *, hover: bool = False) -> None:
        """Draw a cell into its card, on whole pixels of the screen."""
        ratio = canvas.painter.device().devicePixelRatio()
        image = self.prepare(canvas, rect, cell, ratio, hover=hover)
        # Always rounded the same way, so that a cell moves by whole pixels when it is scrolled.
        place = QPointF(floor(rect.x() * ratio + 0.5) / ratio, floor(rect.y() * ratio + 0.5) / ratio)
        draw_image(canvas.painter, place, image)

    def prepare(
        self, canvas: Canvas, rect: QRectF, cell: PositionCell, ratio: float, *, hover: bool = False
    ) -> QPixmap:
        """Return the image of a cell, drawn now if it was not before."""
        key = (
            *(cell.is_empty, cell.lead, cell.text, cell.segments, marks_of(cell), hover),
            *(rect.width(), rect.height(), canvas.theme.key, canvas.scale.zoom, ratio, canvas.is_mirrored),
        )
        image = self._images.get(key)
        if image is None:
            image = _image(replace(canvas, stamps=self._stamps), rect, cell, ratio, hover=hover)
            self._keep(key, image)
        return image

    def _keep(self, key: _Key, image: QPixmap) -> None:
        self._bytes += image.width() * image.height() * _BYTES_A_PIXEL
        if self._bytes > _MOST_BYTES:
            self._images.clear()
            self._bytes = image.width() * image.height() * _BYTES_A_PIXEL
        self._images[key] = image


def _image(canvas: Canvas, rect: QRectF, cell: PositionCell, ratio: float, *, hover: bool) -> QPixmap:
    image = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    own = canvas.onto(image)
    whole = QRectF(0.0, 0.0, image.width() / ratio, image.height() / ratio)
    draw_cell(own, whole, cell, hover=hover)
    own.painter.end()
    return image
