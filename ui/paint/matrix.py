"""The whole matrix: headers, baskets, cells, rooms, courses and legend, as far as they are seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.cell_cache import CellCache
from ui.paint.cells import draw_cell
from ui.paint.geometry import RowBand
from ui.paint.headers import (
    draw_basket,
    draw_course_header,
    draw_deadline,
    draw_issue,
    draw_party,
    draw_room_header,
)
from ui.paint.layout import Layout, Options
from ui.paint.legend import draw_legend
from ui.paint.model import MatrixModel
from ui.paint.port import MatrixPort
from ui.paint.rooms import draw_course, draw_room
from ui.theme.roles import Role
from workbench.readmodels.matrix_types import CourseSpan

ROOM = -1
"""Stands for the column of rooms."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is selected, what has the keyboard and what lies under the pointer.

    Attributes
    ----------
    row : int or None
        The row of the selection.
    columns : tuple of int
        Columns selected in that row; ``ROOM`` for its room.
    current : int
        The column that has the keyboard.
    has_focus : bool
        Whether the keyboard goes to the matrix.
    hover : (int, int) or None
        Row and column under the pointer.
    others : frozenset of (int, int)
        Cells selected on other rows.
    """

    row: int | None = None
    columns: tuple[int, ...] = ()
    current: int = 0
    has_focus: bool = False
    hover: tuple[int, int] | None = None
    others: frozenset[tuple[int, int]] = frozenset()


NO_EMPHASIS = Emphasis()


@dataclass(frozen=True, slots=True, eq=False)
class MatrixPainter:
    """Draws a matrix as it is seen through a port.

    With a `cache` cells are drawn from images, as on a screen; without one they are drawn anew.
    """

    model: MatrixModel
    layout: Layout
    port: MatrixPort
    options: Options
    cache: CellCache | None = None

    def draw(self, canvas: Canvas, seen: QRectF, emphasis: Emphasis = NO_EMPHASIS) -> None:
        """Draw what lies in `seen`."""
        smooth(canvas.painter)
        self._draw_rows(canvas, self.port.rows_area.intersected(seen))
        self._draw_cells(canvas, self.port.cells_area.intersected(seen))
        self._draw_headers(canvas, seen)
        if self.port.legend_rect.intersects(seen):
            self.draw_legend(canvas)
        self.draw_over(canvas, emphasis)

    def draw_over(self, canvas: Canvas, emphasis: Emphasis = NO_EMPHASIS) -> None:
        """Draw what stands out, and the lines under which rows and columns go on."""
        if emphasis.hover is not None:
            self._draw_hover(canvas, *emphasis.hover)
        self._draw_selection(canvas, emphasis)
        self._draw_seams(canvas)

    def draw_heading(self, canvas: Canvas, basket: int) -> None:
        """Draw the heading of a basket."""
        band, edge = self.port.geometry.heading_band(basket), self.port.geometry.widths.edge
        rect = QRectF(edge, self.port.band_top(band.top), self.port.right - edge, band.height)
        draw_basket(canvas, rect, self.model.baskets[basket].title)

    def draw_title(self, canvas: Canvas, row: int) -> None:
        """Draw what stands at the head of a row."""
        draw_issue(canvas, self.port.title_rect(row), self.model.rows[row])

    def draw_room(self, canvas: Canvas, row: int) -> None:
        """Draw the room of a row, where it has one."""
        room = self.model.room(row)
        if room is not None:
            draw_room(canvas, self.port.room_rect(row), room)

    def draw_course(self, canvas: Canvas, row: int) -> None:
        """Draw the course of the room of a row, where there is place for it."""
        shown = self.course_shown(row)
        if shown is not None:
            draw_course(canvas, self.port.course_rect(row), *shown)

    def course_shown(self, row: int) -> tuple[tuple[CourseSpan, ...], tuple[date, date], date] | None:
        """Return the course of a row, the span of days and the day shown; none where no course is drawn."""
        if not self.port.geometry.widths.course or not self.model.rows[row].has_room:
            return None
        return self.model.course(row), self.model.course_span, self.model.day

    def draw_cell(self, canvas: Canvas, row: int, column: int, *, hover: bool = False) -> None:
        """Draw what a party holds on an issue."""
        rect, cell = self.port.cell_rect(row, column), self.model.cell(row, column)
        if self.cache is not None:
            self.cache.draw(canvas, rect, cell, hover=hover)
        else:
            draw_cell(canvas, rect, cell, empty=self.options.empty)

    def draw_party(self, canvas: Canvas, column: int) -> None:
        """Draw the header of a column."""
        place, own = self.port.party_rect(column), self.model.columns[column]
        draw_party(canvas, place, own, self.layout.kinds, folds=self.options.folds)

    def draw_corner(self, canvas: Canvas) -> None:
        """Draw what stands over the titles: the next deadline."""
        widths, height = self.port.geometry.widths, self.port.geometry.header
        if self.model.deadline is not None:
            draw_deadline(canvas, QRectF(widths.edge, 0.0, widths.titles, height), self.model.deadline)

    def draw_room_headers(self, canvas: Canvas) -> None:
        """Draw the headers of rooms and courses."""
        port, kinds = self.port, self.layout.kinds
        widths, height = port.geometry.widths, port.geometry.header
        draw_room_header(canvas, QRectF(port.room_left, 0.0, widths.room, height), kinds)
        if widths.course > 0.0:
            place = QRectF(port.course_left, 0.0, widths.course, height)
            draw_course_header(canvas, place, kinds, self.model.course_span)

    def draw_legend(self, canvas: Canvas) -> None:
        """Draw the legend."""
        draw_legend(canvas, self.port.legend_rect.topLeft(), self.layout.legend)

    def bands(self, area: QRectF) -> tuple[RowBand, ...]:
        """Return the rows and headings of which anything is seen in an area."""
        top = area.top() - self.port.geometry.header + self.port.scroll_y
        return self.port.geometry.bands_between(top, top + area.height())

    @property
    def columns(self) -> range:
        """The columns of which anything is seen."""
        left = self.port.scroll_x
        return self.port.geometry.columns_between(left, left + self.port.cells_area.width())

    def _draw_rows(self, canvas: Canvas, area: QRectF) -> None:
        """Draw what stands still when the cells are moved sideways."""
        if area.isEmpty():
            return
        canvas.painter.save()
        canvas.painter.setClipRect(area)
        for band in self.bands(area):
            if band.row is None:
                self.draw_heading(canvas, band.basket)
            else:
                self.draw_title(canvas, band.row)
                self.draw_room(canvas, band.row)
                self.draw_course(canvas, band.row)
        canvas.painter.restore()

    def _draw_cells(self, canvas: Canvas, area: QRectF) -> None:
        if area.isEmpty():
            return
        canvas.painter.save()
        canvas.painter.setClipRect(area)
        left = area.left() - self.port.cells_area.left() + self.port.scroll_x
        columns = self.port.geometry.columns_between(left, left + area.width())
        for band in self.bands(area):
            for column in columns if band.row is not None else ():
                self.draw_cell(canvas, band.row or 0, column)
        canvas.painter.restore()

    def _draw_hover(self, canvas: Canvas, row: int, column: int) -> None:
        """Draw the cell under the pointer anew, in place of how it stands."""
        canvas.painter.save()
        canvas.painter.setClipRect(self.port.cells_area)
        canvas.painter.fillRect(self.port.cell_rect(row, column), canvas.colour(Role.WINDOW))
        self.draw_cell(canvas, row, column, hover=True)
        canvas.painter.restore()

    def _draw_selection(self, canvas: Canvas, emphasis: Emphasis) -> None:
        if emphasis.row is None:
            return
        if emphasis.others:
            self._draw_others(canvas, emphasis.others)
        for column in emphasis.columns:
            is_current = column == emphasis.current
            role = Role.FOCUS if is_current and emphasis.has_focus else Role.SELECTION_FRAME
            width = 3.0 if role is Role.FOCUS else 2.0
            self._draw_frame(canvas, emphasis.row, column, role, width if is_current else 1.5)

    def _draw_others(self, canvas: Canvas, others: frozenset[tuple[int, int]]) -> None:
        """Frame the cells selected on other rows, as far as they are seen."""
        area = self.port.cells_area
        rows = [band.row for band in self.bands(area) if band.row is not None]
        for row in rows:
            for column in self.columns:
                if (row, column) in others:
                    self._draw_frame(canvas, row, column, Role.SELECTION_FRAME, 1.5)

    def _draw_frame(self, canvas: Canvas, row: int, column: int, role: Role, width: float) -> None:
        is_room = column == ROOM
        area = self.port.rows_area if is_room else self.port.cells_area
        rect = self.port.room_rect(row) if is_room else self.port.cell_rect(row, column)
        canvas.painter.save()
        canvas.painter.setClipRect(area.adjusted(-2.0, 0.0, 2.0, 0.0))
        if is_room:
            canvas.gap(rect, canvas.scale.px(width))
        canvas.card(rect.adjusted(-1.0, -1.0, 1.0, 1.0), None, role, canvas.scale.px(width))
        canvas.painter.restore()

    def _draw_headers(self, canvas: Canvas, seen: QRectF) -> None:
        header = QRectF(0.0, 0.0, self.port.width, self.port.geometry.header)
        if not header.intersects(seen):
            return
        area = self.port.cells_area
        canvas.painter.save()
        canvas.painter.setClipRect(QRectF(area.left(), 0.0, area.width(), header.height()))
        for column in self.columns:
            self.draw_party(canvas, column)
        canvas.painter.restore()
        self.draw_room_headers(canvas)
        self.draw_corner(canvas)

    def _draw_seams(self, canvas: Canvas) -> None:
        port, height = self.port, self.port.geometry.header
        canvas.painter.setPen(canvas.colour(Role.HAIRLINE))
        if port.scroll_x < port.most_x:
            seam = port.cells_area.right() + 0.5
            canvas.painter.drawLine(QPointF(seam, 0.0), QPointF(seam, port.legend_rect.top()))
        if port.scroll_y > 0.0:
            canvas.painter.drawLine(QPointF(0.0, height - 0.5), QPointF(port.width, height - 0.5))


def smooth(painter: QPainter) -> None:
    """Have edges and letters drawn smooth."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
