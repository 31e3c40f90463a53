"""Parties by parties and demands against demands as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.demand_matrix import lay_out_demands
from ui.paint.pair_matrix import lay_out_pairs
from ui.paint.pair_matrix_frame import GridParts, draw_grid
from ui.paint.picture_files import Sheet, write_sheets
from ui.paint.picture_frame import Frame, frame_height
from ui.paint.picture_pages import LARGEST, SMALLEST
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import TypeScale, type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel

_STEPS = 12
_ROOMIEST = 1.6
"""A grid is not magnified beyond this: its cells do not grow easier to read."""

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


def save_grid_picture(
    grids: Sequence[LayGrid], path: Path, size: tuple[int, int], theme: Theme, frame: Frame
) -> tuple[Path, ...]:
    """Draw a grid into a PNG, SVG or PDF file as large as the page allows; needs a QGuiApplication.

    Parameters
    ----------
    grids : sequence of callable
        Ways of setting it; the first that fits on one page is taken, else the last, over several pages.
    path : Path
        The file; its ending says which kind.
    size : (int, int)
        Width and height of a page, in pixels (of 1/96 inch in PDF).
    theme : Theme
        Colours.
    frame : Frame
        What stands around it.

    Returns
    -------
    tuple of Path
        The files written, in reading order.

    Raises
    ------
    PictureError
        If the ending cannot be used, or the file cannot be written.
    """
    job = _Job(QSizeF(*size), theme, frame)
    return write_sheets(path, size, frame.title, job.sheets(grids))


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One picture in the making."""

    size: QSizeF
    theme: Theme
    frame: Frame

    def sheets(self, grids: Sequence[LayGrid]) -> list[Sheet]:
        look = type_scale(), TextCache()
        for lay in grids:
            if self._fits(lay, SMALLEST, look):
                magnification = self._largest(lay, look)
                return [self._sheet(self._laid(lay, magnification, look), magnification, self.frame, look[1])]
        parts = self._laid(grids[-1], SMALLEST, look)
        ports = list(self._windows(parts))
        frames = [replace(self.frame, page=f"{n} of {len(ports)}") for n in range(1, len(ports) + 1)]
        return [
            self._sheet(parts, SMALLEST, frame, look[1], port)
            for port, frame in zip(ports, frames, strict=True)
        ]

    def _laid(self, lay: LayGrid, magnification: float, look: tuple[TypeScale, TextCache]) -> GridParts:
        return lay(self.size.width() / magnification, look)

    def _space(self, magnification: float) -> QSizeF:
        height = self.size.height() / magnification - frame_height(type_scale())
        return QSizeF(self.size.width() / magnification, height)

    def _fits(self, lay: LayGrid, magnification: float, look: tuple[TypeScale, TextCache]) -> bool:
        geometry, space = self._laid(lay, magnification, look).geometry, self._space(magnification)
        port = MatrixPort(geometry, space.width(), space.height())
        return port.most_x <= 0.0 and port.most_y <= 0.0

    def _largest(self, lay: LayGrid, look: tuple[TypeScale, TextCache]) -> float:
        low, high = SMALLEST, min(LARGEST, max(self.size.height() / 720.0, 1.0) * _ROOMIEST)
        for _ in range(_STEPS):
            middle = (low + high) / 2.0
            low, high = (middle, high) if self._fits(lay, middle, look) else (low, middle)
        return low

    def _windows(self, parts: GridParts) -> Iterator[MatrixPort]:
        """Yield what of a grid is seen on each page: whole rows and columns under their heads."""
        geometry, space = parts.geometry, self._space(SMALLEST)
        whole = MatrixPort(geometry, space.width(), space.height())
        across = geometry.widths.party + geometry.widths.gap
        columns = max(int(whole.cells_area.width() // across), 1)
        rows = max(int(whole.rows_space // geometry.step), 1)
        width = whole.width - whole.cells_area.width() + columns * across
        height = geometry.header + rows * geometry.step + geometry.legend
        for top in range(0, max(geometry.rows, 1), rows):
            for left in range(0, max(geometry.columns, 1), columns):
                yield MatrixPort(geometry, width, height, left * across, top * geometry.step)

    def _sheet(
        self,
        parts: GridParts,
        magnification: float,
        frame: Frame,
        texts: TextCache,
        window: MatrixPort | None = None,
    ) -> Sheet:
        def draw(painter: QPainter) -> None:
            whole = QRectF(0.0, 0.0, self.size.width(), self.size.height())
            painter.fillRect(whole, self.theme.colour(Role.WINDOW))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(magnification, magnification)
            canvas = Canvas(painter, self.theme, type_scale(), texts)
            page = QRectF(0.0, 0.0, whole.width() / magnification, whole.height() / magnification)
            body = frame.draw(canvas, page)
            painter.translate(body.topLeft())
            port = window or MatrixPort(parts.geometry, body.width(), body.height())
            draw_grid(canvas, parts, port, QRectF(0.0, 0.0, body.width(), body.height()))

        return draw
