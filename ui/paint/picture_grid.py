"""Parties by parties and demands against demands as pictures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.pair_matrix_frame import draw_grid
from ui.paint.pair_matrix_geometry import GridGeometry
from ui.paint.picture import SMALLEST, Leaf, Paper, largest_fitting, refuse_pages, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import Frame
from ui.paint.port import MatrixPort
from ui.paint.still_grids import StillParts, still_demands, still_pairs
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel

LayGrid = Callable[[QRectF, tuple[TypeScale, TextCache]], StillParts]
"""Sets a grid into a space."""
_LENGTHS = (110.0, 125.0, 150.0, 260.0, 190.0)
"""How long upright heads may be, in the order in which it is tried to set everything on one page."""
_WIDEST_CELL = 110.0
_ROUNDING = 0.01
_SMALLEST_CELL = 33.0 * 33.0
"""Of demands, gap included, in square pixels at 100 %."""


def pair_grids(model: PartiesModel) -> tuple[LayGrid, ...]:
    """Return the ways of setting parties by parties, the one that says most first."""
    return (
        lambda space, look: still_pairs(model, space, look, compact=False),
        lambda space, look: still_pairs(model, space, look, compact=True),
    )


def demand_grids(model: DemandsModel) -> tuple[LayGrid, ...]:
    """Return the ways of setting demands against demands."""
    counts = model.counts()
    return tuple(partial(still_demands, model, counts, length) for length in _LENGTHS)


@dataclass(frozen=True, slots=True, eq=False)
class GridPicture:
    """A grid as large as the page allows.

    Attributes
    ----------
    grids : sequence of callable
        Ways of setting it; the first that fits on one page is taken, else the last, over several pages.
    frame : Frame
        What stands around it.
    cells : int
        How many cells it has: where that is far too many nothing is measured.
    """

    grids: Sequence[LayGrid]
    frame: Frame
    cells: int = 0

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages: whole rows and columns under their heads."""
        page = paper.page(SMALLEST)
        refuse_pages(int(self.cells * _SMALLEST_CELL / (page.width() * page.height())))
        settings = [_Setting(lay, paper, self.frame) for lay in self.grids]
        for own in settings:
            magnification = largest_fitting(own.fits, SMALLEST, paper.largest)
            if magnification is not None:
                return [own.leaf(own.laid(magnification), magnification)]
        return _on_many(settings, paper)


def _on_many(settings: Sequence[_Setting], paper: Paper) -> list[Leaf]:
    """Return the pages of the setting that takes fewest of them, as large as these can hold it."""
    fewest = min(settings, key=lambda own: own.count(SMALLEST))
    count = fewest.count(SMALLEST)
    refuse_small(count > 0)
    refuse_pages(count)
    magnification = largest_fitting(lambda own: 0 < fewest.count(own) <= count, SMALLEST, paper.largest)
    own = magnification or SMALLEST
    parts, windows = fewest.windows(own)
    return [fewest.leaf(parts, own, port) for port in windows]


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """One way of setting a grid on paper."""

    lay: LayGrid
    paper: Paper
    frame: Frame

    def laid(self, magnification: float) -> StillParts:
        """Return the grid at a magnification."""
        self.paper.go_on()
        space = self.paper.space(self.frame, magnification)
        return self.lay(space, (self.paper.scale, self.paper.texts))

    def fits(self, magnification: float) -> bool:
        """Return whether all of it fits on one page."""
        geometry, space = self.laid(magnification).geometry, self.paper.space(self.frame, magnification)
        port = MatrixPort(geometry, space.width(), space.height())
        return port.most_x <= 0.0 and port.most_y <= 0.0

    def count(self, magnification: float) -> int:
        """Return on how many pages it finds space, 0 where not one row and one column do."""
        columns, rows = self._spans(self.laid(magnification).geometry, magnification)
        return len(columns) * len(rows) or 0

    def windows(self, magnification: float) -> tuple[StillParts, list[MatrixPort]]:
        """Return the grid and what of it is seen on each page: whole rows and columns under their heads."""
        parts = self.laid(magnification)
        columns, rows = self._spans(parts.geometry, magnification)
        parts = self._filling(parts, magnification, max(len(own) for own in columns))
        geometry, widths = parts.geometry, parts.geometry.widths
        around = widths.left + widths.pane_gap + widths.right
        ports = []
        for row in rows:
            top, bottom = geometry.row_top(row.start), geometry.row_top(row.stop)
            height = geometry.header + bottom - top + geometry.legend
            for column in columns:
                left, width = geometry.column_left(column.start), around + widths.cells(len(column))
                ports.append(MatrixPort(geometry, width, height, left, top))
        return parts, ports

    def _filling(self, parts: StillParts, magnification: float, columns: int) -> StillParts:
        """Return the grid with columns so wide that as many as stand on a page fill it, within bounds."""
        space = self.paper.space(self.frame, magnification)
        room = MatrixPort(parts.geometry, space.width(), space.height())
        widths = parts.geometry.widths
        whole = room.width - widths.left - widths.right - widths.pane_gap
        filling = float(int(whole / columns - widths.gap))
        return parts.widened(max(widths.party, min(filling, self.paper.scale.px(_WIDEST_CELL))))

    def _spans(self, geometry: GridGeometry, magnification: float) -> tuple[list[range], list[range]]:
        """Return the columns and the rows of each page, spread evenly; none where not one finds space."""
        space = self.paper.space(self.frame, magnification)
        whole = MatrixPort(geometry, space.width(), space.height())
        step = geometry.widths.party + geometry.widths.gap
        lefts = [column * step for column in range(geometry.columns + 1)]
        tops = [geometry.row_top(row) for row in range(geometry.rows + 1)]
        return _evenly(lefts, whole.cells_area.width()), _evenly(tops, whole.rows_space)

    def leaf(self, parts: StillParts, magnification: float, window: MatrixPort | None = None) -> Leaf:
        """Return a page with the whole grid, or with what is seen through a window."""

        def numbered(number: int, count: int) -> Sheet:
            return self._sheet(parts, magnification, self.frame.on_page(number, count), window)

        return numbered

    def _sheet(
        self, parts: StillParts, magnification: float, frame: Frame, window: MatrixPort | None = None
    ) -> Sheet:
        def draw(painter: QPainter) -> None:
            canvas = self.paper.canvas(painter, magnification)
            body = frame.draw(canvas, self.paper.page(magnification))
            painter.translate(body.topLeft())
            port = window or MatrixPort(parts.geometry, body.width(), body.height())
            draw_grid(canvas, parts, port, QRectF(0.0, 0.0, body.width(), body.height()))

        return draw


def _evenly(ends: Sequence[float], space: float) -> list[range]:
    """Return as many rows or columns at a time as find space, spread evenly; none where one does not.

    `ends` holds where each begins, and where the last ends.
    """
    spans = _filled(ends, space)
    if len(spans) < 2:
        return spans
    largest = max(end - start for start, end in pairwise(ends))
    even = _filled(ends, min(ends[-1] / len(spans) + largest, space))
    return even if len(even) == len(spans) else spans


def _filled(ends: Sequence[float], space: float) -> list[range]:
    """Return as many at a time as find space; none where one of them does not."""
    spans, start = list[range](), 0
    while start < len(ends) - 1:
        stop = bisect_right(ends, ends[start] + space + _ROUNDING) - 1
        if stop <= start:
            return []
        spans.append(range(start, stop))
        start = stop
    return spans
