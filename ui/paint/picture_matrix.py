"""The matrix as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.layout import Options
from ui.paint.legend import LEVELS, MARKS, ROOM_SIGNS, STANCES, Sign
from ui.paint.marks import marks_of
from ui.paint.matrix import MatrixPainter
from ui.paint.model import MatrixModel
from ui.paint.picture import Leaf, Paper
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import Frame
from ui.paint.picture_pages import MatrixPage, Paginator
from ui.paint.picture_words import empty_words
from ui.paint.port import MatrixPort
from ui.theme.theme import Theme

_PROJECTOR = "projector"


@dataclass(frozen=True, slots=True, eq=False)
class MatrixPicture:
    """Where the parties stand, on as many pages as that takes.

    Attributes
    ----------
    model : MatrixModel
        What is drawn.
    frame : Frame
        What stands around it.
    """

    model: MatrixModel
    frame: Frame

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages."""
        paginator = Paginator(paper, self.frame, self._options(paper.theme))
        return [self._leaf(paper, page) for page in paginator.pages(self.model)]

    def _leaf(self, paper: Paper, page: MatrixPage) -> Leaf:
        return lambda number, count: _sheet(paper, self.frame.on_page(number, count), page)

    def _options(self, theme: Theme) -> Options:
        legend = LEVELS + _room_signs_used(self.model) + STANCES + _marks_used(self.model)
        empty = empty_words(self.model) if theme.key == _PROJECTOR else ""
        return Options(lines=4, legend=legend, empty=empty, is_still=True)


def _sheet(paper: Paper, frame: Frame, page: MatrixPage) -> Sheet:
    def draw(painter: QPainter) -> None:
        canvas = paper.canvas(painter, page.magnification)
        body = frame.draw(canvas, paper.page(page.magnification))
        painter.translate(body.topLeft())
        port = MatrixPort(page.layout.geometry, body.width(), body.height())
        seen = QRectF(0.0, 0.0, body.width(), body.height())
        MatrixPainter(page.model, page.layout, port, page.options).draw(canvas, seen)

    return draw


def _marks_used(model: MatrixModel) -> tuple[tuple[Sign, str], ...]:
    used = {
        mark
        for row in range(len(model.rows))
        for column in range(len(model.columns))
        for mark in marks_of(model.cell(row, column))
    }
    return tuple((mark, text) for mark, text in MARKS if mark in used)


def _room_signs_used(model: MatrixModel) -> tuple[tuple[Sign, str], ...]:
    rooms = (model.room(row) for row in range(len(model.rows)))
    return ROOM_SIGNS if any(room is not None and room.is_open for room in rooms) else ()
