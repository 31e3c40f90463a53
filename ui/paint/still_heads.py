"""Heads of grids on paper: names in as many lines as they take, across or upright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.headers import draw_square
from ui.paint.layout import HEADER_FOOT, HEADER_TOP, SQUARE, SQUARE_GAP
from ui.paint.pair_matrix import draw_upright_blocks
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from workbench.readmodels.matrix_types import PartyColumn

Look = tuple[TypeScale, TextCache]
Told = tuple[str, Face, Role]
"""A text of a head, its face and its colour."""

_PAD = 0.5
_BESIDE = 4.0
"""Space around upright texts, at 100 %."""


@dataclass(frozen=True, slots=True, eq=False)
class StillHead:
    """A head set whole: texts one under the other, with the colour of a party before the first.

    Attributes
    ----------
    column : PartyColumn
        Whose colour it is.
    blocks : tuple of (Block, Role)
        The texts.
    is_upright : bool
        Whether they are turned by a quarter.
    """

    column: PartyColumn
    blocks: tuple[tuple[Block, Role], ...]
    is_upright: bool = False

    @property
    def height(self) -> float:
        """Height of all texts."""
        return sum(block.height for block, _ in self.blocks)

    @property
    def length(self) -> float:
        """Width of the longest line."""
        return max((block.width for block, _ in self.blocks), default=0.0)

    def draw_row(self, canvas: Canvas, rect: QRectF) -> None:
        """Draw it before a row, in the middle of its height."""
        self._draw(canvas, rect.x(), rect.center().y() - self.height / 2.0)

    def draw_column(self, canvas: Canvas, rect: QRectF) -> None:
        """Draw it over a column, standing on the foot of its place."""
        if self.is_upright:
            draw_upright_blocks(canvas, rect, self.column, self.blocks)
        else:
            self._draw(canvas, rect.x(), rect.bottom() - canvas.scale.px(HEADER_FOOT) - self.height)

    def _draw(self, canvas: Canvas, x: float, y: float) -> None:
        side = canvas.scale.px(SQUARE)
        left = x + side + canvas.scale.px(SQUARE_GAP)
        middle = y + self.blocks[0][0].face.line / 2.0 if self.blocks else y
        draw_square(canvas, QRectF(x, middle - side / 2.0, side, side), self.column)
        for block, role in self.blocks:
            canvas.text(block, left, y, role)
            y += block.height


def across(column: PartyColumn, told: Sequence[Told], width: float, look: Look) -> StillHead:
    """Return a head set across a width, its square included."""
    scale, texts = look
    room = width - scale.px(SQUARE + SQUARE_GAP)
    return StillHead(column, tuple((texts.whole(text, face, room), role) for text, face, role in told))


def upright(column: PartyColumn, told: Sequence[Told], length: float, look: Look) -> StillHead:
    """Return a head that stands upright, no longer than `length`."""
    blocks = tuple((look[1].whole(text, face, length), role) for text, face, role in told)
    return StillHead(column, blocks, is_upright=True)


def upright_width(heads: Sequence[StillHead], least: float, scale: TypeScale) -> float:
    """Return the width of columns in which upright heads stand beside one another."""
    tallest = max((head.height for head in heads), default=0.0)
    return max(least, tallest + scale.px(_BESIDE))


def header_height(heads: Sequence[StillHead], scale: TypeScale) -> float:
    """Return the height that heads of columns take."""
    if any(head.is_upright for head in heads):
        longest = max(head.length for head in heads) + scale.px(SQUARE + SQUARE_GAP)
    else:
        longest = max((head.height for head in heads), default=0.0)
    return float(round(scale.px(HEADER_TOP) + longest + scale.px(HEADER_FOOT)))


def row_heights(heads: Sequence[StillHead], least: float, scale: TypeScale) -> list[float]:
    """Return the heights of rows in which heads stand whole."""
    return [max(least, head.height + 2.0 * _PAD * scale.zoom) for head in heads]
