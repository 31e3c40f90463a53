"""How a matrix is divided into pages on which all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ui.paint.excerpt import Excerpt
from ui.paint.geometry import GAP, PARTY, MatrixGeometry, fit_widths
from ui.paint.layout import Layout, Options, lay_out
from ui.paint.model import MatrixModel
from ui.paint.picture import LARGEST, SMALLEST, Paper, largest_fitting, refuse_pages, refuse_small
from ui.paint.picture_frame import Frame
from ui.paint.port import MatrixPort
from workbench.readmodels.matrix_types import Basket

_MOST_STRETCH = 26.0


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
    paper : Paper
        On which it is drawn.
    frame : Frame
        What stands over and under it.
    options : Options
        What of it is drawn.
    """

    paper: Paper
    frame: Frame
    options: Options
    _measured: dict[tuple[range, float], dict[int, float]] = field(default_factory=dict, repr=False)

    def pages(self, model: MatrixModel) -> tuple[MatrixPage, ...]:
        """Return the pages, each as large as it can be set, all of them alike."""
        whole = Excerpt(model, model.baskets, range(len(model.columns)))
        largest = largest_fitting(lambda own: self._fits(whole, own), SMALLEST, LARGEST)
        if largest is not None:
            return (self._page(whole, largest),)
        parts = tuple(self._parts(whole))
        refuse_pages(len(parts))
        refuse_small(all(self._fits_alone(part) for part in (parts[0], parts[-1])))
        pages = tuple(self._page(part, SMALLEST) for part in parts)
        refuse_small(all(page.layout.geometry.height <= self._height for page in pages))
        return pages

    @property
    def _height(self) -> float:
        """What the frame leaves of the height of a page at the smallest magnification."""
        return self.paper.space(self.frame, SMALLEST).height()

    def _fits_alone(self, part: Excerpt) -> bool:
        """Return whether the columns of a part find space beside titles and room."""
        geometry = self._lay_out(part, SMALLEST, self.options).geometry
        return geometry.width <= self.paper.page(SMALLEST).width() + 1.0

    def _lay_out(self, model: Excerpt, magnification: float, options: Options) -> Layout:
        self.paper.go_on()
        width = self.paper.page(magnification).width()
        kept = self._measured.setdefault((model.shown, width), {})
        return lay_out(model, width, self.paper.scale, self.paper.texts, options, kept=kept)

    def _fits(self, model: Excerpt, magnification: float) -> bool:
        if not self._may_fit(model, magnification):
            return False
        geometry = self._lay_out(model, magnification, self.options).geometry
        space = self.paper.space(self.frame, magnification)
        fits_across = MatrixPort(geometry, space.width(), space.height()).most_x <= 0.0
        return fits_across and geometry.widths.course > 0.0 and geometry.height <= space.height()

    def _may_fit(self, model: Excerpt, magnification: float) -> bool:
        """Return whether all could fit, from the counts of rows and columns alone: measuring takes time."""
        space, scale = self.paper.space(self.frame, magnification), self.paper.scale
        rows = sum(len(basket.rows) for basket in model.baskets) * 2.0 * scale.cell.line
        return rows <= space.height() and len(model.shown) * scale.px(PARTY.least) <= space.width()

    def _page(self, model: Excerpt, magnification: float) -> MatrixPage:
        layout = self._lay_out(model, magnification, self.options)
        rows = sum(band.row is not None for band in layout.geometry.bands)
        spare = self.paper.space(self.frame, magnification).height() - layout.geometry.height
        stretch = min(max(spare / rows, 0.0), _MOST_STRETCH) if rows else 0.0
        options = replace(self.options, stretch=float(int(stretch)))
        return MatrixPage(model, self._lay_out(model, magnification, options), options, magnification)

    def _parts(self, whole: Excerpt) -> Iterator[Excerpt]:
        for columns in self._column_parts(whole):
            narrow = Excerpt(whole.whole, whole.baskets, columns)
            for baskets in self._row_parts(narrow):
                yield narrow.of(baskets)

    def _column_parts(self, whole: Excerpt) -> list[range]:
        """Return as many columns at a time as find space, spread evenly over the pages."""
        width = self.paper.page(SMALLEST).width()
        widths = fit_widths(width, len(whole.shown), self.paper.scale)
        space = width - widths.left - widths.right - widths.pane_gap
        fitting = max(int(space // self.paper.scale.px(PARTY.least + GAP)), 1)
        count = len(whole.shown)
        pages = max(-(-count // fitting), 1)
        a_page = max(-(-count // pages), 1)
        return [range(first, min(first + a_page, count)) for first in range(0, max(count, 1), a_page)]

    def _row_parts(self, model: Excerpt) -> list[tuple[Basket, ...]]:
        """Return as many rows at a time as find space, spread evenly over the pages."""
        geometry = self._lay_out(model, SMALLEST, self.options).geometry
        space = self._height - geometry.header - geometry.legend - 2.0 * geometry.widths.gap
        parts = _filled(model, geometry, space)
        if len(parts) < 2:
            return parts
        heights = [band.height for band in geometry.bands]
        even = _filled(model, geometry, min(sum(heights) / len(parts) + max(heights), space))
        return even if len(even) == len(parts) else parts


def _filled(model: Excerpt, geometry: MatrixGeometry, space: float) -> list[tuple[Basket, ...]]:
    """Return as many rows at a time as find space, each page beginning with its heading."""
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
