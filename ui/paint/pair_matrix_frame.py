"""What a grid of pairs and one of demands have in common: order of drawing, clipping, frames, images."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.paint.canvas import Canvas
from ui.paint.pair_matrix_geometry import EvenGeometry
from ui.paint.port import MatrixPort
from ui.theme.roles import Role

_MOST_IMAGES = 6_000

Place = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class GridEmphasis:
    """What is selected, whether it has the keyboard, and what lies under the pointer."""

    current: Place | None = None
    has_focus: bool = False
    hover: Place | None = None


PLAIN = GridEmphasis()


class GridParts(Protocol):
    """The parts of a grid, each drawn into its rectangle."""

    @property
    def geometry(self) -> EvenGeometry:
        """Where everything lies."""

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw a cell."""

    def draw_row(self, canvas: Canvas, rect: QRectF, row: int, *, strong: bool) -> None:
        """Draw the head of a row."""

    def draw_column(self, canvas: Canvas, rect: QRectF, column: int, *, strong: bool) -> None:
        """Draw the head of a column."""

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw what stands along all rows, such as a tree."""

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw the legend."""


def draw_grid(
    canvas: Canvas, parts: GridParts, port: MatrixPort, seen: QRectF, emphasis: GridEmphasis = PLAIN
) -> None:
    """Draw what of a grid lies in `seen`."""
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas.painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _draw_row_heads(canvas, parts, port, emphasis)
    _draw_cells(canvas, parts, port, seen, emphasis)
    _draw_frame(canvas, port, emphasis)
    _draw_column_heads(canvas, parts, port, emphasis)
    _draw_seams(canvas, port)
    legend = port.legend_rect
    if legend.intersects(seen):
        parts.draw_legend(canvas, legend.topLeft())


def rows_seen(parts: GridParts, port: MatrixPort) -> range:
    """Return the rows of which any part is seen."""
    return parts.geometry.rows_between(port.scroll_y, port.scroll_y + port.rows_space)


def columns_seen(parts: GridParts, port: MatrixPort) -> range:
    """Return the columns of which any part is seen."""
    return parts.geometry.columns_between(port.scroll_x, port.scroll_x + port.cells_area.width())


def _draw_row_heads(canvas: Canvas, parts: GridParts, port: MatrixPort, emphasis: GridEmphasis) -> None:
    canvas.painter.save()
    canvas.painter.setClipRect(port.rows_area)
    parts.draw_beside(canvas, port)
    for row in rows_seen(parts, port):
        strong = emphasis.current is not None and emphasis.current[0] == row
        parts.draw_row(canvas, port.title_rect(row), row, strong=strong)
    canvas.painter.restore()


def _draw_cells(
    canvas: Canvas, parts: GridParts, port: MatrixPort, seen: QRectF, emphasis: GridEmphasis
) -> None:
    canvas.painter.save()
    canvas.painter.setClipRect(port.cells_area)
    columns = columns_seen(parts, port)
    for row in rows_seen(parts, port):
        for column in columns:
            rect = port.cell_rect(row, column)
            if rect.intersects(seen):
                parts.draw_cell(canvas, rect, (row, column), hover=emphasis.hover == (row, column))
    canvas.painter.restore()


def _draw_column_heads(canvas: Canvas, parts: GridParts, port: MatrixPort, emphasis: GridEmphasis) -> None:
    area, header = port.cells_area, port.geometry.header
    canvas.painter.save()
    canvas.painter.setClipRect(QRectF(area.left(), 0.0, area.width(), header))
    for column in columns_seen(parts, port):
        strong = emphasis.current is not None and emphasis.current[1] == column
        parts.draw_column(canvas, port.party_rect(column), column, strong=strong)
    canvas.painter.restore()


def _draw_frame(canvas: Canvas, port: MatrixPort, emphasis: GridEmphasis) -> None:
    if emphasis.current is None:
        return
    role = Role.FOCUS if emphasis.has_focus else Role.SELECTION_FRAME
    rect = port.cell_rect(*emphasis.current)
    canvas.painter.save()
    canvas.painter.setClipRect(port.cells_area.adjusted(-2.0, -2.0, 2.0, 0.0))
    canvas.card(rect.adjusted(-1.0, -1.0, 1.0, 1.0), None, role, canvas.scale.px(2))
    canvas.painter.restore()


def _draw_seams(canvas: Canvas, port: MatrixPort) -> None:
    """Draw lines where the cells go on beyond what is seen."""
    area = port.cells_area
    canvas.painter.setPen(canvas.colour(Role.HAIRLINE))
    if port.scroll_x > 0.0:
        seam = area.left() - 1.5
        canvas.painter.drawLine(QPointF(seam, 0.0), QPointF(seam, area.bottom()))
    if port.scroll_y > 0.0:
        seam = area.top() - 0.5
        canvas.painter.drawLine(QPointF(0.0, seam), QPointF(port.width, seam))


class ImageCache:
    """Images of cells by everything that they show, so that a repaint costs a few milliseconds.

    For the screen only: a picture is drawn anew, so that it stays sharp at every size.
    """

    def __init__(self) -> None:
        self._images: dict[tuple[Hashable, ...], QPixmap] = {}

    def draw(
        self, canvas: Canvas, rect: QRectF, key: Hashable, paint: Callable[[Canvas, QRectF], None]
    ) -> None:
        """Draw what `paint` draws into `rect`, on whole pixels of the screen."""
        ratio = canvas.painter.device().devicePixelRatio()
        whole = (key, rect.width(), rect.height(), canvas.theme.key, canvas.scale.zoom, ratio)
        image = self._images.get(whole)
        if image is None:
            if len(self._images) >= _MOST_IMAGES:
                self._images.clear()
            image = self._images[whole] = _image(canvas, rect, ratio, paint)
        place = QPointF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio)
        canvas.painter.drawPixmap(place, image)


def _image(canvas: Canvas, rect: QRectF, ratio: float, paint: Callable[[Canvas, QRectF], None]) -> QPixmap:
    image = QPixmap(max(round(rect.width() * ratio), 1), max(round(rect.height() * ratio), 1))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(replace(canvas, painter=painter), QRectF(0.0, 0.0, rect.width(), rect.height()))
    painter.end()
    return image
