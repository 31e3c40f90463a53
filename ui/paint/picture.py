"""Matrix and timeline as pictures: PNG, SVG and PDF, for documents and walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.layout import Options
from ui.paint.legend import LEVELS, MARKS, ROOM_SIGNS, STANCES, Sign
from ui.paint.marks import marks_of
from ui.paint.matrix import MatrixPainter
from ui.paint.model import MatrixModel
from ui.paint.picture_files import PictureError, Sheet, write_sheets
from ui.paint.picture_frame import Frame, frame_height
from ui.paint.picture_pages import MatrixPage, Paginator
from ui.paint.picture_time import draw_time_page, time_magnification
from ui.paint.picture_words import (
    empty_words,
    matrix_note,
    matrix_title,
    reader,
    timeline_note,
    timeline_title,
)
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from workbench.readmodels.timeline_types import Timeline

_PROJECTOR = "projector"
_LEAST_SIDE, _MOST_SIDE = 200, 20_000


class PictureLens(StrEnum):
    """What a picture shows."""

    POSITIONS = "positions"
    TIMELINE = "timeline"


def save_picture(
    model: MatrixModel,
    timeline: Timeline | None,
    path: Path,
    size: tuple[int, int],
    theme: Theme,
    *,
    lens: PictureLens,
    marking: str,
) -> tuple[Path, ...]:
    """Draw a lens into a PNG, SVG or PDF file; needs a QGuiApplication.

    Everything is drawn as large as the page allows. What cannot be read at that size goes on to further
    pages: of the same file for PDF, of numbered files beside it for PNG and SVG.

    Parameters
    ----------
    model : MatrixModel
        Where the parties stand; its day and comparison day are those of the timeline too.
    timeline : Timeline or None
        Needed for the lens *timeline*.
    path : Path
        The file; its ending says which kind.
    size : (int, int)
        Width and height of a page, in pixels (of 1/96 inch in PDF).
    theme : Theme
        Colours.
    lens : PictureLens
        What to draw.
    marking : str
        The TLP word of the narrowest record in it.

    Returns
    -------
    tuple of Path
        The files written, in reading order.

    Raises
    ------
    PictureError
        If the ending or the size cannot be used, the timeline is missing, or the file cannot be written.
    """
    refuse_size(size)
    job = _Job(model, QSizeF(*size), theme, marking)
    if lens is PictureLens.POSITIONS:
        title, sheets = matrix_title(model), job.matrix_sheets()
    elif timeline is not None:
        title, sheets = timeline_title(timeline), [job.time_sheet(timeline)]
    else:
        raise PictureError("The picture of the timeline needs a timeline.")
    return write_sheets(path, size, title, sheets)


def refuse_size(size: tuple[int, int]) -> None:
    """Refuse a size that cannot be drawn.

    Raises
    ------
    PictureError
        If a side is too short or too long.
    """
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in size):
        reach = f"{_LEAST_SIDE} to {_MOST_SIDE} pixels each way"
        raise PictureError(f"The size {size[0]}x{size[1]} cannot be drawn. Give {reach}.")


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One picture in the making."""

    model: MatrixModel
    size: QSizeF
    theme: Theme
    marking: str

    def matrix_sheets(self) -> list[Sheet]:
        scale, texts = type_scale(), TextCache()
        paginator = Paginator(self.size, frame_height(scale), scale, texts, self._options())
        pages = paginator.pages(self.model)
        return [self._matrix_sheet(page, number, pages, texts) for number, page in enumerate(pages, 1)]

    def _options(self) -> Options:
        legend = LEVELS + _room_signs_used(self.model) + STANCES + _marks_used(self.model)
        is_wall = self.theme.key == _PROJECTOR
        empty = empty_words(self.model) if is_wall else ""
        return Options(lines=4, legend=legend, empty=empty, is_still=True)

    def _matrix_sheet(
        self, page: MatrixPage, number: int, pages: Sequence[MatrixPage], texts: TextCache
    ) -> Sheet:
        frame = Frame(matrix_title(self.model), matrix_note(self.model), reader(self.model), self.marking)
        if len(pages) > 1:
            frame = replace(frame, page=f"{number} of {len(pages)}")

        def draw(painter: QPainter) -> None:
            canvas = self._canvas(painter, page.magnification, texts)
            body = frame.draw(canvas, self._logical(page.magnification))
            painter.translate(body.topLeft())
            port = MatrixPort(page.layout.geometry, body.width(), body.height())
            seen = QRectF(0.0, 0.0, body.width(), body.height())
            MatrixPainter(page.model, page.layout, port, page.options).draw(canvas, seen)

        return draw

    def time_sheet(self, timeline: Timeline) -> Sheet:
        scale, texts = type_scale(), TextCache()
        magnification = time_magnification(timeline, self.size, scale, texts)
        frame = Frame(
            timeline_title(timeline), timeline_note(self.model, timeline), reader(self.model), self.marking
        )

        def draw(painter: QPainter) -> None:
            canvas = self._canvas(painter, magnification, texts)
            body = frame.draw(canvas, self._logical(magnification))
            draw_time_page(canvas, body, timeline, self.model.day, self.model.compared)

        return draw

    def _canvas(self, painter: QPainter, magnification: float, texts: TextCache) -> Canvas:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(
            QRectF(0.0, 0.0, self.size.width(), self.size.height()), self.theme.colour(Role.WINDOW)
        )
        painter.scale(magnification, magnification)
        return Canvas(painter, self.theme, type_scale(), texts)

    def _logical(self, magnification: float) -> QRectF:
        return QRectF(0.0, 0.0, self.size.width() / magnification, self.size.height() / magnification)


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
