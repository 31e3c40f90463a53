"""Where something dragged over the matrix would come to stand, and which cell is nearest to the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF

from ui.paint.geometry import RowBand
from ui.paint.port import MatrixPort


@dataclass(frozen=True, slots=True)
class Drop:
    """A place beside a row or a column (number), before or after it, and the line that shows it."""

    beside: int
    after: bool
    line: QLineF


def issue_drop(port: MatrixPort, point: QPointF) -> Drop | None:
    """Return where an issue would come to stand; none without rows.

    On the lower half of a heading it would be the first of the basket, on the upper half the last of the
    basket before.
    """
    bands = port.geometry.bands
    if not bands:
        return None
    y = point.y() - port.geometry.header + port.scroll_y
    number = next((own for own, band in enumerate(bands) if y < band.bottom), len(bands) - 1)
    band = bands[number]
    after = y > band.top + band.height / 2.0
    if band.row is None:
        number, after = (number + 1, False) if after or number == 0 else (number - 1, True)
        band = bands[number]
    return None if band.row is None else Drop(band.row, after, _across(port, band, after=after))


def _across(port: MatrixPort, band: RowBand, *, after: bool) -> QLineF:
    edge = band.bottom if after else band.top
    y = port.band_top(edge) - port.geometry.widths.gap / 2.0
    y = min(max(y, port.geometry.header + 1.0), port.legend_rect.top() - 1.0)
    return QLineF(port.geometry.widths.edge, y, port.right, y)


def party_drop(port: MatrixPort, point: QPointF) -> Drop | None:
    """Return where a party would come to stand; none without columns."""
    geometry, area = port.geometry, port.cells_area
    if not geometry.columns:
        return None
    x = point.x() - area.left() + port.scroll_x
    column = _column_near(port, point)
    left = geometry.column_left(column)
    after = x > left + geometry.widths.party / 2.0
    edge = left + geometry.widths.party + geometry.widths.gap if after else left
    at = min(max(area.left() + edge - port.scroll_x, area.left() + 1.0), area.right())
    at -= geometry.widths.gap / 2.0
    return Drop(column, after, QLineF(at, 4.0, at, port.legend_rect.top()))


def nearest_cell(port: MatrixPort, point: QPointF) -> tuple[int, int] | None:
    """Return row and column of the cell nearest to a point; none where there are no cells."""
    y = min(max(point.y(), port.rows_area.top()), port.rows_area.bottom() - 1.0)
    y += port.scroll_y - port.geometry.header
    rows = [band for band in port.geometry.bands if band.row is not None]
    if not rows or not port.geometry.columns:
        return None
    band = min(rows, key=lambda own: max(own.top - y, y - own.bottom, 0.0))
    return band.row or 0, _column_near(port, point)


def _column_near(port: MatrixPort, point: QPointF) -> int:
    area, widths = port.cells_area, port.geometry.widths
    x = min(max(point.x(), area.left()), area.right() - 1.0) - area.left() + port.scroll_x
    return min(max(int(x // (widths.party + widths.gap)), 0), port.geometry.columns - 1)
