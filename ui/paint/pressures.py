"""For whom time presses on an issue and whom waiting helps: signs with names, under the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.marks import Mark, draw_mark
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from ui.words import figure
from workbench.readmodels.matrix_types import IssueRow
from workbench.readmodels.wording import commas

_SIDE, _GAP = 8.0, 3.0
_BETWEEN = 7.0
_LEAST = 30.0


@dataclass(frozen=True, slots=True)
class Pressure:
    """A sign with names, and where it stands below the title."""

    mark: Mark
    names: Block
    x: float
    y: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it from the corner below the title."""
        scale, x, y = canvas.scale, left + self.x, top + self.y
        side = scale.px(_SIDE)
        square = QRectF(x, y + (scale.small.line - side) / 2.0, side, side)
        draw_mark(canvas.painter, self.mark, square, canvas.theme)
        canvas.text(self.names, x + side + scale.px(_GAP), y, Role.TEXT_MUTED)


def set_pressures(row: IssueRow, width: float, scale: TypeScale, texts: TextCache) -> tuple[Pressure, ...]:
    """Return signs and names set below a title of some width.

    On a screen they keep to one line, with a count where names find no room. In a picture, which has no
    tooltips, names stand whole, on lines of their own where they need them.
    """
    told = [(mark, own) for mark, own in ((Mark.URGENT, row.pressed), (Mark.WAITING, row.waiting)) if own]
    if texts.is_whole:
        return tuple(_whole(told, width, scale, texts))
    return tuple(_on_one_line(told, width, scale, texts))


def pressures_height(pressures: Sequence[Pressure]) -> float:
    """Return the height that they take."""
    return max((own.y + own.names.height for own in pressures), default=0.0)


def _on_one_line(
    told: Sequence[tuple[Mark, tuple[str, ...]]], width: float, scale: TypeScale, texts: TextCache
) -> Iterator[Pressure]:
    left, before = 0.0, scale.px(_SIDE) + scale.px(_GAP)
    for mark, labels in told:
        space = width - left
        if space > scale.px(_LEAST):
            names = commas(labels)
            fits = scale.small.width(names) <= space - before
            block = texts.block(names if fits else figure(len(labels)), scale.small, space - before)
            yield Pressure(mark, block, left, 0.0)
            left += before + block.width + scale.px(_BETWEEN)


def _whole(
    told: Sequence[tuple[Mark, tuple[str, ...]]], width: float, scale: TypeScale, texts: TextCache
) -> Iterator[Pressure]:
    before = scale.px(_SIDE) + scale.px(_GAP)
    wide = sum(before + scale.small.width(commas(labels)) + scale.px(_BETWEEN) for _, labels in told)
    is_one_line = wide - scale.px(_BETWEEN) <= width
    x = y = 0.0
    for mark, labels in told:
        block = texts.whole(commas(labels), scale.small, width - before)
        yield Pressure(mark, block, x, y)
        if is_one_line:
            x += before + block.width + scale.px(_BETWEEN)
        else:
            y += block.height
