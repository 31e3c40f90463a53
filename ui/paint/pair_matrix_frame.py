"""What a grid of pairs and one of demands have in common: order of drawing, clipping, frames, images."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.paint.canvas import Canvas
from ui.paint.mirror import draw_image
from ui.paint.pair_matrix_geometry import GridGeometry
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
    """The parts of a grid, each drawn into its rectangle.

    What `cell_look`, `row_look` and `column_look` return tells parts apart: two with the same look
    are drawn alike.
    """

    @property
    def geometry(self) -> GridGeometry:
        """Where everything lies."""

    @property
    def cache(self) -> ImageCache | None:
        """Images of what was drawn before; none for a picture, which is drawn anew."""

    def cell_look(self, place: Place) -> Hashable:
        """Return everything that a cell shows."""

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw a cell."""

    def row_look(self, row: int) -> Hashable:
        """Return everything that the head of a row shows."""

    def draw_row(self, canvas: Canvas, rect: QRectF, row: int, *, strong: bool) -> None:
        """Draw the head of a row."""

    def column_look(self, column: int) -> Hashable:
        """Return everything that the head of a column shows."""

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
        draw = partial(parts.draw_row, row=row, strong=strong)
        _draw(canvas, parts.cache, port.title_rect(row), ("row", parts.row_look(row), strong), draw)
    canvas.painter.restore()


def _draw_cells(
    canvas: Canvas, parts: GridParts, port: MatrixPort, seen: QRectF, emphasis: GridEmphasis
) -> None:
    area = port.cells_area.intersected(seen)
    if area.isEmpty():
        return
    canvas.painter.save()
    canvas.painter.setClipRect(port.cells_area)
    columns = _columns_in(parts, port, area)
    rows = _rows_in(parts, port, area)
    if parts.cache is not None:
        parts.cache.draw_cells(canvas, parts, port, rows, columns)
    else:
        for row in rows:
            for column in columns:
                parts.draw_cell(canvas, port.cell_rect(row, column), (row, column), hover=False)
    hover = emphasis.hover
    if hover is not None:
        parts.draw_cell(canvas, port.cell_rect(*hover), hover, hover=True)
    canvas.painter.restore()


def _rows_in(parts: GridParts, port: MatrixPort, area: QRectF) -> range:
    top = area.top() - port.geometry.header + port.scroll_y
    return parts.geometry.rows_between(top, top + area.height())


def _columns_in(parts: GridParts, port: MatrixPort, area: QRectF) -> range:
    left = area.left() - port.cells_area.left() + port.scroll_x
    return parts.geometry.columns_between(left, left + area.width())


def _draw_column_heads(canvas: Canvas, parts: GridParts, port: MatrixPort, emphasis: GridEmphasis) -> None:
    area, header = port.cells_area, port.geometry.header
    canvas.painter.save()
    canvas.painter.setClipRect(QRectF(area.left(), 0.0, area.width(), header))
    for column in columns_seen(parts, port):
        strong = emphasis.current is not None and emphasis.current[1] == column
        draw = partial(parts.draw_column, column=column, strong=strong)
        look = ("column", parts.column_look(column), strong)
        _draw(canvas, parts.cache, port.party_rect(column), look, draw)
    canvas.painter.restore()


def _draw(
    canvas: Canvas,
    cache: ImageCache | None,
    rect: QRectF,
    look: Hashable,
    draw: Callable[[Canvas, QRectF], None],
) -> None:
    if cache is None:
        draw(canvas, rect)
    else:
        draw_image(canvas.painter, rect.topLeft(), cache.image(canvas, rect, look, draw))


def _draw_frame(canvas: Canvas, port: MatrixPort, emphasis: GridEmphasis) -> None:
    if emphasis.current is None:
        return
    role = Role.FOCUS if emphasis.has_focus else Role.SELECTION_FRAME
    rect = port.cell_rect(*emphasis.current)
    canvas.painter.save()
    canvas.painter.setClipRect(port.cells_area.adjusted(-2.0, -2.0, 2.0, 0.0))
    width = canvas.scale.px(3 if emphasis.has_focus else 2)
    canvas.gap(rect, width)
    canvas.card(rect.adjusted(-1.0, -1.0, 1.0, 1.0), None, role, width)
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
    """Images of parts by everything that they show, so that a repaint costs a few milliseconds.

    For the screen only. Everything lies on whole pixels, so that images are as sharp as what they show.
    """

    def __init__(self) -> None:
        self._images: dict[tuple[Hashable, ...], QPixmap] = {}
        self._parts: GridParts | None = None
        self._cells: dict[Place, QPixmap] = {}
        self._ratio = 0.0

    def draw_cells(
        self, canvas: Canvas, parts: GridParts, port: MatrixPort, rows: range, columns: range
    ) -> None:
        """Draw cells of a grid; those drawn once are found by their places alone."""
        ratio = canvas.painter.device().devicePixelRatio()
        if parts is not self._parts or ratio != self._ratio:
            self._parts, self._ratio = parts, ratio
            self._cells.clear()
        left = int(port.cells_area.left() - port.scroll_x)
        places = [(column, left + int(parts.geometry.column_left(column))) for column in columns]
        found, painter = self._cells, canvas.painter
        for row in rows:
            y = int(port.band_top(parts.geometry.row_top(row)))
            for column, x in places:
                image = found.get((row, column))
                if image is None:
                    image = found[row, column] = self._cell(canvas, parts, (row, column))
                draw_image(painter, QPointF(x, y), image)

    def _cell(self, canvas: Canvas, parts: GridParts, place: Place) -> QPixmap:
        size = parts.geometry.cell_rect(*place)
        rect = QRectF(0.0, 0.0, size.width(), size.height())
        draw = partial(parts.draw_cell, place=place, hover=False)
        return self.image(canvas, rect, ("cell", parts.cell_look(place)), draw)

    def image(
        self, canvas: Canvas, rect: QRectF, look: Hashable, draw: Callable[[Canvas, QRectF], None]
    ) -> QPixmap:
        """Return the image of a part as large as `rect`."""
        ratio = canvas.painter.device().devicePixelRatio()
        look = (look, canvas.theme.key, canvas.scale.zoom, ratio, canvas.is_mirrored)
        whole = (look, rect.width(), rect.height())
        image = self._images.get(whole)
        if image is None:
            if len(self._images) >= _MOST_IMAGES:
                self._images.clear()
                self._cells.clear()
            image = self._images[whole] = _image(canvas, rect, ratio, draw)
        return image


def _image(canvas: Canvas, rect: QRectF, ratio: float, draw: Callable[[Canvas, QRectF], None]) -> QPixmap:
    image = QPixmap(max(round(rect.width() * ratio), 1), max(round(rect.height() * ratio), 1))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    own = canvas.onto(image)
    draw(own, QRectF(0.0, 0.0, rect.width(), rect.height()))
    own.painter.end()
    return image
