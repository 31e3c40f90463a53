"""Tables as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from ui.paint.picture import SMALLEST, Leaf, Paper, largest_fitting, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import Frame
from ui.paint.table_cells import PAD
from ui.paint.table_pages import Section, TablePage, Tables

_FINER = 16


@dataclass(frozen=True, slots=True, eq=False)
class TablePicture:
    """Tables one after the other, on one page where they fit, else on several of easy size.

    Attributes
    ----------
    sections : sequence of Section
        The tables.
    frame : Frame
        What stands around them.
    """

    sections: Sequence[Section]
    frame: Frame

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages."""
        tables = Tables(self.sections, (paper.scale, paper.texts), paper.go_on)
        magnification = self._magnification(tables, paper)
        pages = tables.pages(paper.space(self.frame, magnification))
        refuse_small(all(page.is_held for page in pages))
        return [table_leaf(paper, self.frame, page, magnification) for page in pages]

    def _magnification(self, tables: Tables, paper: Paper) -> float:
        """Return the largest that sets everything on one page, else the easiest that keeps columns whole."""
        whole = tables.whole(paper.page(SMALLEST).width())

        def fits(magnification: float) -> bool:
            space = paper.space(self.frame, magnification)
            least = tables.rows * (paper.scale.cell.line + 2.0 * paper.scale.px(PAD))
            if least > space.height() or tables.whole(space.width()) < len(self.sections):
                return False
            pages = tables.pages(space)
            return len(pages) == 1 and pages[0].is_held

        fitting = largest_fitting(fits, SMALLEST, paper.largest)
        if fitting is not None:
            return fitting
        for step in range(_FINER):
            own = paper.easy - (paper.easy - SMALLEST) * step / _FINER
            if tables.whole(paper.page(own).width()) == whole:
                return own
        return SMALLEST


def table_leaf(paper: Paper, frame: Frame, page: TablePage, magnification: float) -> Leaf:
    """Return one page of tables."""
    return lambda number, count: _sheet(paper, frame.on_page(number, count), page, magnification)


def _sheet(paper: Paper, frame: Frame, page: TablePage, magnification: float) -> Sheet:
    def draw(painter: QPainter) -> None:
        canvas = paper.canvas(painter, magnification)
        page.draw(canvas, frame.draw(canvas, paper.page(magnification)))

    return draw
