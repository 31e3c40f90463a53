"""Where everything in the matrix lies: columns, rows and headings, before scrolling."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import QRectF

from ui.paint.type import TypeScale


@dataclass(frozen=True, slots=True)
class Spread:
    """Narrowest and widest of a column, in pixels at 100 %."""

    least: float
    most: float

    def at(self, share: float, scale: TypeScale) -> float:
        """Return the width that lies that share (0 to 1) of the way, in logical pixels."""
        return scale.px(self.least + (self.most - self.least) * share)


TITLES = Spread(132, 260)
PARTY = Spread(86, 230)
ROOM = Spread(118, 230)
COURSE = Spread(54, 190)
_EASY = 112.0
"""Width at which most options can be read in two lines, in pixels at 100 %: cells grow to it first."""
EDGE = 14.0
"""Space around the matrix, in pixels at 100 %."""
GAP = 3.0
"""Space between cards, in pixels at 100 %."""
_FEWEST_SEEN = 4
"""Where fewer parties than these would be seen beside it, the course gives way."""
PANE_GAP = 8.0
"""Space between titles, cells, room and course, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths in logical pixels."""

    titles: float
    party: float
    room: float
    course: float
    edge: float
    gap: float
    pane_gap: float

    @property
    def left(self) -> float:
        """Width of the pane of titles, gap included."""
        return self.edge + self.titles + self.pane_gap

    @property
    def right(self) -> float:
        """Width of the pane of room and course, gap included; nothing where there is neither."""
        if not self.room and not self.course:
            return 0.0
        course = self.pane_gap + self.course if self.course else 0.0
        return self.room + course + self.edge

    def cells(self, columns: int) -> float:
        """Return the width of the pane of cells."""
        return columns * (self.party + self.gap) if columns else 0.0


def fit_widths(available: float, columns: int, scale: TypeScale) -> Widths:
    """Return widths for that many parties: as wide as there is space, never below the least.

    What there is to give goes to the cells first. Where not all of them fit, those that are seen at once are
    seen whole.
    """
    fixed = scale.px(EDGE) * 2 + scale.px(PANE_GAP) * 3 + columns * scale.px(GAP)
    spare = (available - fixed - _total(_widths(0.0, scale, PARTY), columns)) / max(columns, 1)
    eased = min(max(spare / scale.zoom, 0.0), _EASY - PARTY.least)
    party = Spread(PARTY.least + eased, PARTY.most)
    least, most = (_total(_widths(share, scale, party), columns) for share in (0.0, 1.0))
    share = min(max((available - fixed - least) / (most - least), 0.0), 1.0)
    widths = _widths(share, scale, party)
    # Whole pixels leave a few over or short: the course takes them up.
    over = available - fixed - _total(widths, columns)
    if spare >= 0.0 and share < 1.0:
        widths = _widths(share, scale, party, over)
    if not _leaves_cells(widths, available, columns):
        widths = replace(widths, course=0.0)
    return _whole_columns(widths, available, columns)


def _space(widths: Widths, available: float) -> float:
    """Return the width in which cells are seen."""
    return available - widths.left - widths.right - widths.pane_gap


def _leaves_cells(widths: Widths, available: float, columns: int) -> bool:
    return _space(widths, available) >= widths.cells(min(columns, _FEWEST_SEEN))


def _whole_columns(widths: Widths, available: float, columns: int) -> Widths:
    """Return widths at which as many parties as fit are seen whole, none of them in part."""
    space = _space(widths, available)
    seen = min(int(space // (widths.party + widths.gap)), columns)
    if seen < 1 or (seen == columns and widths.course):
        return widths
    wider = float(int(space / seen - widths.gap))
    over = space - seen * (wider + widths.gap)
    return replace(widths, party=wider, titles=widths.titles + over)


def _widths(share: float, scale: TypeScale, party: Spread, over: float = 0.0) -> Widths:
    return Widths(
        titles=TITLES.at(share, scale),
        party=party.at(share, scale),
        room=ROOM.at(share, scale),
        course=max(COURSE.at(share, scale) + over, scale.px(COURSE.least / 2)),
        edge=scale.px(EDGE),
        gap=scale.px(GAP),
        pane_gap=scale.px(PANE_GAP),
    )


def _total(widths: Widths, columns: int) -> float:
    return widths.titles + widths.room + widths.course + columns * widths.party


@dataclass(frozen=True, slots=True)
class RowBand:
    """A row or a heading in the order in which they stand: its number, none for a heading.

    `basket` is the number of the heading's basket.
    """

    row: int | None
    basket: int
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where the next one may begin."""
        return self.top + self.height


class MatrixGeometry:
    """Rectangles of the matrix in its own coordinates, the upper left cell of the table at (0, 0).

    Parameters
    ----------
    widths : Widths
        Of the columns.
    columns : int
        How many parties.
    header : float
        Height of the headers.
    legend : float
        Height of the legend.
    bands : tuple of RowBand
        Rows and headings from top to bottom, the first at 0.
    """

    def __init__(
        self, widths: Widths, columns: int, header: float, legend: float, bands: tuple[RowBand, ...]
    ) -> None:
        self.widths = widths
        self.columns = columns
        self.header = header
        self.legend = legend
        self.bands = bands
        self._tops = [band.top for band in bands]
        self._band_of = {band.row: band for band in bands if band.row is not None}
        self._heading_of = {band.basket: band for band in bands if band.row is None}

    @property
    def cells_width(self) -> float:
        """Width of the pane of cells."""
        return self.widths.cells(self.columns)

    @property
    def width(self) -> float:
        """Width of everything."""
        return self.widths.left + self.cells_width + self.widths.pane_gap + self.widths.right

    @property
    def rows_height(self) -> float:
        """Height of all rows and headings."""
        return self.bands[-1].bottom + self.widths.gap * 2 if self.bands else 0.0

    @property
    def height(self) -> float:
        """Height of everything, header and legend included."""
        return self.header + self.rows_height + self.legend

    def column_left(self, column: int) -> float:
        """Return where a party's column begins."""
        return column * (self.widths.party + self.widths.gap)

    def row_band(self, row: int) -> RowBand:
        """Return where a row lies.

        Raises
        ------
        KeyError
            If the matrix has no such row.
        """
        return self._band_of[row]

    def heading_band(self, basket: int) -> RowBand:
        """Return where the heading of a basket lies."""
        return self._heading_of[basket]

    def row_at(self, y: float) -> int | None:
        """Return the row at a height, none on a heading, in a gap or outside."""
        number = bisect_right(self._tops, y) - 1
        if number < 0 or self.bands[number].row is None:
            return None
        band = self.bands[number]
        return band.row if y < band.bottom - self.widths.gap else None

    def column_at(self, x: float) -> int | None:
        """Return the party's column at a distance from the left, none in a gap or outside."""
        column, inside = divmod(x, self.widths.party + self.widths.gap)
        is_inside = 0 <= column < self.columns and inside < self.widths.party
        return int(column) if is_inside else None

    def bands_between(self, top: float, bottom: float) -> tuple[RowBand, ...]:
        """Return the rows and headings of which any part lies between two heights."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, bottom)
        return self.bands[first:last]

    def columns_between(self, left: float, right: float) -> range:
        """Return the columns of which any part lies between two distances."""
        step = self.widths.party + self.widths.gap
        first = max(int(left // step), 0)
        last = min(int(right // step) + 1, self.columns)
        return range(min(first, self.columns), max(last, 0))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return the card of a cell."""
        band = self._band_of[row]
        return QRectF(self.column_left(column), band.top, self.widths.party, band.height - self.widths.gap)


def stacked(heights: list[tuple[int | None, int, float]]) -> tuple[RowBand, ...]:
    """Return bands from (row, basket, height), one under the other."""
    tops = accumulate((height for _, _, height in heights), initial=0.0)
    return tuple(
        RowBand(row, basket, top, height) for (row, basket, height), top in zip(heights, tops, strict=False)
    )
