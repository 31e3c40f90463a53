"""The part of the matrix that is seen: frozen headers, a frozen room, and cells that scroll between."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from ui.paint.geometry import MatrixGeometry


class Area(StrEnum):
    """What lies at a point of the matrix."""

    CELL = "cell"
    ROOM = "room"
    COURSE = "course"
    TITLE = "title"
    PARTY = "party"
    CORNER = "corner"
    ROOMS = "rooms"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies at a point; -1 where there is no row or column."""

    area: Area
    row: int = -1
    column: int = -1


class MatrixPort:
    """Rectangles of the matrix as it is seen.

    Parameters
    ----------
    geometry : MatrixGeometry
        The whole matrix.
    width, height : float
        Of the space to draw in.
    scroll_x, scroll_y : float
        By how much the cells are moved to the left and the rows up.

    Attributes
    ----------
    cells_area : QRectF
        Where cells are seen.
    """

    def __init__(
        self,
        geometry: MatrixGeometry,
        width: float,
        height: float,
        scroll_x: float = 0.0,
        scroll_y: float = 0.0,
    ) -> None:
        self.geometry = geometry
        self.width = width
        self.height = height
        self.cells_area = self._cells_area()
        self.scroll_x = min(max(scroll_x, 0.0), self.most_x)
        self.scroll_y = min(max(scroll_y, 0.0), self.most_y)

    def _cells_area(self) -> QRectF:
        widths = self.geometry.widths
        space = self.width - widths.left - widths.right - widths.pane_gap
        width = max(min(self.geometry.cells_width, space), 0.0)
        return QRectF(widths.left, self.geometry.header, width, self.rows_space)

    @property
    def rows_space(self) -> float:
        """Height of the space for rows."""
        return max(self.height - self.geometry.header - self.geometry.legend, 0.0)

    @property
    def most_x(self) -> float:
        """The farthest that the cells can be moved."""
        return max(self.geometry.cells_width - self.cells_area.width(), 0.0)

    @property
    def most_y(self) -> float:
        """The farthest that the rows can be moved."""
        return max(self.geometry.rows_height - self.rows_space, 0.0)

    @property
    def rows_area(self) -> QRectF:
        """Where rows are seen, titles and room included."""
        return QRectF(0.0, self.geometry.header, self.width, self.rows_space)

    @property
    def room_left(self) -> float:
        """Where the column of rooms begins."""
        return self.cells_area.right() + self.geometry.widths.pane_gap - self.geometry.widths.gap

    @property
    def course_left(self) -> float:
        """Where the courses begin."""
        return self.room_left + self.geometry.widths.room + self.geometry.widths.pane_gap

    @property
    def right(self) -> float:
        """Where the matrix ends."""
        return self.course_left + self.geometry.widths.course

    @property
    def legend_rect(self) -> QRectF:
        """Where the legend stands: under the last row, at the lower edge where rows go on."""
        geometry = self.geometry
        top = geometry.header + min(self.rows_space, geometry.rows_height)
        return QRectF(geometry.widths.edge, top, self.width - 2 * geometry.widths.edge, geometry.legend)

    def band_top(self, top: float) -> float:
        """Return where something at that height of the table is seen."""
        return self.geometry.header + top - self.scroll_y

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return the card of a cell as seen; parts of it may be covered by a header."""
        area = self.cells_area
        return self.geometry.cell_rect(row, column).translated(
            area.left() - self.scroll_x, area.top() - self.scroll_y
        )

    def room_rect(self, row: int) -> QRectF:
        """Return the card of a room as seen."""
        widths, band = self.geometry.widths, self.geometry.row_band(row)
        return QRectF(self.room_left, self.band_top(band.top), widths.room, band.height - widths.gap)

    def course_rect(self, row: int) -> QRectF:
        """Return the space of a course as seen."""
        widths, band = self.geometry.widths, self.geometry.row_band(row)
        return QRectF(self.course_left, self.band_top(band.top), widths.course, band.height - widths.gap)

    def title_rect(self, row: int) -> QRectF:
        """Return the space of an issue's title as seen."""
        widths, band = self.geometry.widths, self.geometry.row_band(row)
        return QRectF(widths.edge, self.band_top(band.top), widths.titles, band.height - widths.gap)

    def party_rect(self, column: int) -> QRectF:
        """Return the space of a party's header as seen."""
        left = self.cells_area.left() + self.geometry.column_left(column) - self.scroll_x
        return QRectF(left, 0.0, self.geometry.widths.party, self.geometry.header)

    def hit(self, point: QPointF) -> Hit | None:
        """Return what lies at a point, none where there is nothing."""
        if point.y() < self.geometry.header:
            return _hit_header(self, point)
        if not self.rows_area.contains(point):
            return None
        row = self.geometry.row_at(point.y() - self.geometry.header + self.scroll_y)
        return None if row is None else _hit_row(self, point.x(), row)

    def scrolled_to(self, row: int, column: int | None) -> MatrixPort:
        """Return the port moved as little as needed for a cell (or room, for no column) to be seen whole."""
        band = self.geometry.row_band(row)
        y = _moved(self.scroll_y, band.top, band.bottom, self.rows_space)
        x = self.scroll_x
        if column is not None:
            left = self.geometry.column_left(column)
            x = _moved(x, left, left + self.geometry.widths.party, self.cells_area.width())
        return MatrixPort(self.geometry, self.width, self.height, x, y)


def _moved(scroll: float, start: float, end: float, space: float) -> float:
    if start < scroll:
        return start
    return max(end - space, scroll) if end > scroll + space else scroll


def _hit_header(port: MatrixPort, point: QPointF) -> Hit | None:
    area = port.cells_area
    if area.left() <= point.x() < area.right():
        column = port.geometry.column_at(point.x() - area.left() + port.scroll_x)
        return None if column is None else Hit(Area.PARTY, column=column)
    if port.room_left <= point.x() < port.room_left + port.geometry.widths.room:
        return Hit(Area.ROOMS)
    return Hit(Area.CORNER) if 0.0 <= point.x() < area.left() else None


def _hit_row(port: MatrixPort, x: float, row: int) -> Hit | None:
    area, widths = port.cells_area, port.geometry.widths
    if area.left() <= x < area.right():
        column = port.geometry.column_at(x - area.left() + port.scroll_x)
        return None if column is None else Hit(Area.CELL, row, column)
    spans = (
        (Area.TITLE, widths.edge, widths.titles),
        (Area.ROOM, port.room_left, widths.room),
        (Area.COURSE, port.course_left, widths.course),
    )
    found = (area for area, left, width in spans if left <= x < left + width)
    name = next(found, None)
    return None if name is None else Hit(name, row)
