"""How a matrix is divided into pages on which all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QSizeF

from ui.paint.excerpt import Excerpt
from ui.paint.geometry import GAP, PARTY
from ui.paint.layout import Layout, Options, lay_out
from ui.paint.model import MatrixModel
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.matrix_types import Basket

SMALLEST = 0.75
"""Below this text in cells would be lower than 9 pixels: the matrix goes on to another page instead."""
LARGEST = 3.0
_MOST_STRETCH = 26.0
_STEPS = 12


@dataclass(frozen=True, slots=True, eq=False)
class MatrixPage:
    """One page of a matrix.

    Attributes
    ----------
    model : Excerpt
        What is on it.
    layout : Layout
        Where it lies.
    options : Options
        With the stretch that fills the page.
    magnification : float
        How many pixels of the page a logical pixel takes.
    """

    model: Excerpt
    layout: Layout
    options: Options
    magnification: float


@dataclass(frozen=True, slots=True, eq=False)
class Paginator:
    """Divides a matrix.

    Attributes
    ----------
    size : QSizeF
        Of a page, in its pixels.
    furniture : float
        Height of what stands over and under the matrix, in logical pixels.
    """

    size: QSizeF
    furniture: float
    scale: TypeScale
    texts: TextCache
    options: Options

    def pages(self, model: MatrixModel) -> tuple[MatrixPage, ...]:
        """Return the pages, each as large as it can be set, all of them alike."""
        whole = Excerpt(model, model.baskets, range(len(model.columns)))
        largest = self._largest(whole)
        if largest is not None:
            return (self._page(whole, largest),)
        return tuple(self._page(part, SMALLEST) for part in self._parts(whole))

    def _largest(self, model: Excerpt) -> float | None:
        """Return the largest magnification at which everything fits, none below the smallest allowed."""
        if not self._fits(model, SMALLEST):
            return None
        low, high = SMALLEST, LARGEST
        for _ in range(_STEPS):
            middle = (low + high) / 2.0
            low, high = (middle, high) if self._fits(model, middle) else (low, middle)
        return low

    def _lay_out(self, model: Excerpt, magnification: float, options: Options) -> Layout:
        return lay_out(model, self.size.width() / magnification, self.scale, self.texts, options)

    def _fits(self, model: Excerpt, magnification: float) -> bool:
        geometry = self._lay_out(model, magnification, self.options).geometry
        width, height = self.size.width() / magnification, self.size.height() / magnification
        fits_across = MatrixPort(geometry, width, height).most_x <= 0.0 and geometry.widths.course > 0.0
        return fits_across and geometry.height + self.furniture <= height

    def _page(self, model: Excerpt, magnification: float) -> MatrixPage:
        layout = self._lay_out(model, magnification, self.options)
        rows = sum(band.row is not None for band in layout.geometry.bands)
        spare = self.size.height() / magnification - self.furniture - layout.geometry.height
        stretch = min(max(spare / rows, 0.0), _MOST_STRETCH) if rows else 0.0
        options = replace(self.options, stretch=float(int(stretch)))
        return MatrixPage(model, self._lay_out(model, magnification, options), options, magnification)

    def _parts(self, whole: Excerpt) -> Iterator[Excerpt]:
        for columns in self._column_parts(whole):
            narrow = Excerpt(whole.whole, whole.baskets, columns)
            for baskets in self._row_parts(narrow):
                yield Excerpt(whole.whole, baskets, columns)

    def _column_parts(self, whole: Excerpt) -> list[range]:
        """Return as many columns at a time as find space, spread evenly over the pages."""
        widths = self._lay_out(whole, SMALLEST, self.options).geometry.widths
        space = self.size.width() / SMALLEST - widths.left - widths.right - widths.pane_gap
        fitting = max(int(space // self.scale.px(PARTY.least + GAP)), 1)
        count = len(whole.shown)
        pages = max(-(-count // fitting), 1)
        a_page = max(-(-count // pages), 1)
        return [range(first, min(first + a_page, count)) for first in range(0, max(count, 1), a_page)]

    def _row_parts(self, model: Excerpt) -> list[tuple[Basket, ...]]:
        """Return as many rows at a time as find space, each page beginning with its heading."""
        geometry = self._lay_out(model, SMALLEST, self.options).geometry
        space = self.size.height() / SMALLEST - self.furniture - geometry.header - geometry.legend
        parts: list[list[Basket]] = [[]]
        used = 0.0
        heading = max((band.height for band in geometry.bands if band.row is None), default=0.0)
        for basket in model.baskets:
            for row in basket.rows:
                opened = bool(parts[-1]) and parts[-1][-1].title == basket.title
                needed = geometry.row_band(row).height + (0.0 if opened else heading)
                if used + needed > space and parts[-1]:
                    parts.append([])
                    used, needed = 0.0, geometry.row_band(row).height + heading
                used += needed
                _add(parts[-1], basket.title, row)
        return [tuple(part) for part in parts]


def _add(part: list[Basket], title: str, row: int) -> None:
    if part and part[-1].title == title:
        part[-1] = Basket(title, (*part[-1].rows, row))
    else:
        part.append(Basket(title, (row,)))
