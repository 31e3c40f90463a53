"""Parties by parties and demands against demands as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.demand_matrix import lay_out_demands
from ui.paint.pair_matrix import lay_out_pairs
from ui.paint.pair_matrix_frame import GridParts, draw_grid
from ui.paint.picture import SMALLEST, Paper, largest_fitting, refuse_pages, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import Frame
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel

LayGrid = Callable[[float, tuple[TypeScale, TextCache]], GridParts]
"""Sets a grid into a space of some width."""


def pair_grids(model: PartiesModel) -> tuple[LayGrid, ...]:
    """Return the ways of setting parties by parties, the one that says most first."""
    return (
        lambda width, look: lay_out_pairs(model, width, look, compact=False),
        lambda width, look: lay_out_pairs(model, width, look, compact=True),
    )


def demand_grids(model: DemandsModel) -> tuple[LayGrid, ...]:
    """Return the one way of setting demands against demands."""
    counts = model.counts()
    return (lambda width, look: lay_out_demands(model, width, look, counts),)


@dataclass(frozen=True, slots=True, eq=False)
class GridPicture:
    """A grid as large as the page allows.

    Attributes
    ----------
    grids : sequence of callable
        Ways of setting it; the first that fits on one page is taken, else the last, over several pages.
    frame : Frame
        What stands around it.
    """

    grids: Sequence[LayGrid]
    frame: Frame

    def sheets(self, paper: Paper) -> list[Sheet]:
        """Return the pages: whole rows and columns under their heads."""
        for lay in self.grids:
            own = _Setting(lay, paper, self.frame)
            magnification = largest_fitting(own.fits, SMALLEST, paper.largest)
            if magnification is not None:
                return [own.sheet(own.laid(magnification), magnification, self.frame)]
        own = _Setting(self.grids[-1], paper, self.frame)
        parts = own.laid(SMALLEST)
        ports = list(own.windows(parts))
        refuse_pages(len(ports))
        return [
            own.sheet(parts, SMALLEST, self.frame.on_page(number, len(ports)), port)
            for number, port in enumerate(ports, 1)
        ]


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """One way of setting a grid on paper."""

    lay: LayGrid
    paper: Paper
    frame: Frame

    def laid(self, magnification: float) -> GridParts:
        """Return the grid at a magnification."""
        return self.lay(self.paper.page(magnification).width(), (self.paper.scale, self.paper.texts))

    def fits(self, magnification: float) -> bool:
        """Return whether all of it fits on one page."""
        geometry, space = self.laid(magnification).geometry, self.paper.space(self.frame, magnification)
        port = MatrixPort(geometry, space.width(), space.height())
        return port.most_x <= 0.0 and port.most_y <= 0.0

    def windows(self, parts: GridParts) -> Iterator[MatrixPort]:
        """Yield what of a grid is seen on each page: whole rows and columns under their heads."""
        geometry, space = parts.geometry, self.paper.space(self.frame, SMALLEST)
        whole = MatrixPort(geometry, space.width(), space.height())
        across = geometry.widths.party + geometry.widths.gap
        columns, rows = int(whole.cells_area.width() // across), int(whole.rows_space // geometry.step)
        refuse_small(columns > 0 and rows > 0)
        around = whole.width - whole.cells_area.width()
        for top in range(0, max(geometry.rows, 1), rows):
            tall = min(rows, geometry.rows - top) * geometry.step
            for left in range(0, max(geometry.columns, 1), columns):
                wide = min(columns, geometry.columns - left) * across
                height = geometry.header + tall + geometry.legend
                yield MatrixPort(geometry, around + wide, height, left * across, top * geometry.step)

    def sheet(
        self, parts: GridParts, magnification: float, frame: Frame, window: MatrixPort | None = None
    ) -> Sheet:
        """Return a page with the whole grid, or with what is seen through a window."""

        def draw(painter: QPainter) -> None:
            canvas = self.paper.canvas(painter, magnification)
            body = frame.draw(canvas, self.paper.page(magnification))
            painter.translate(body.topLeft())
            port = window or MatrixPort(parts.geometry, body.width(), body.height())
            draw_grid(canvas, parts, port, QRectF(0.0, 0.0, body.width(), body.height()))

        return draw
