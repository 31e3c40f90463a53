"""How tall the rows of a matrix are in a picture: no text of a cell is shortened there."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.paint.cells import cell_parts, set_cell_text
from ui.paint.layout import bar_space, text_top, text_width
from ui.paint.marks import marks_of
from ui.paint.model import MatrixModel
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.matrix_types import PositionCell


def still_lines(
    model: MatrixModel, row: int, card: float, look: tuple[TypeScale, TextCache], empty: str
) -> int:
    """Return how many lines the cells of a row need in cards of some width; `empty` stands in empty ones."""
    cells = (model.cell(row, column) for column in range(len(model.columns)))
    return max((_kept_lines(cell, card, look, empty) for cell in cells), default=1)


def _kept_lines(cell: PositionCell, card: float, look: tuple[TypeScale, TextCache], empty: str) -> int:
    """Return how many lines a cell needs; the same words beside as many marks need the same."""
    kept = look[1].measured
    key = (cell.lead, cell.text, cell.is_empty, bool(cell.segments), len(marks_of(cell)), card, empty)
    if key not in kept:
        kept[key] = _lines(cell, card, look, empty)
    return kept[key]


def _lines(cell: PositionCell, card: float, look: tuple[TypeScale, TextCache], empty: str) -> int:
    scale, texts = look
    width = text_width(card, 0, scale)
    if cell.is_empty:
        return max(len(texts.whole(empty, scale.cell, width).texts), 1)
    lines = max(len(texts.whole(cell.text, scale.cell, width).texts), 1)
    while _is_cut(cell, QRectF(0.0, 0.0, card, _height(lines, scale)), look):
        lines += 1
    return lines


def _height(lines: int, scale: TypeScale) -> float:
    return text_top(scale) + lines * scale.cell.line + bar_space(scale)


def _is_cut(cell: PositionCell, card: QRectF, look: tuple[TypeScale, TextCache]) -> bool:
    """Return whether any of the text finds no space in a card."""
    parts = cell_parts(card, cell, len(marks_of(cell)), look[0])
    text = set_cell_text(cell, parts, *look)
    return text.text.is_elided and text.text.texts != ()
