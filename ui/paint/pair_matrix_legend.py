"""A legend of swatches: each a cell in small, with what it means and how often it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.type import TypeScale
from ui.theme.roles import Role

_SWATCH = 14.0
_BESIDE = 5.0
_BETWEEN = 13.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """An item of the legend and where it stands, measured from the corner of the legend."""

    key: str
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Swatches:
    """Items set in as many lines as they need."""

    items: tuple[Swatch, ...]
    height: float


def set_swatches(entries: Sequence[tuple[str, str]], width: float, scale: TypeScale) -> Swatches:
    """Return entries, each as key and text, set in lines of `width`."""
    items: list[Swatch] = []
    line = scale.px(_SWATCH) + scale.px(4)
    x, y = 0.0, scale.px(8)
    for key, text in entries:
        wide = scale.px(_SWATCH) + scale.px(_BESIDE) + scale.small.width(text)
        if x > 0.0 and x + wide > width:
            x, y = 0.0, y + line
        items.append(Swatch(key, text, x, y))
        x += wide + scale.px(_BETWEEN)
    return Swatches(tuple(items), y + line + scale.px(3))


def draw_swatches(
    canvas: Canvas, corner: QPointF, legend: Swatches, draw: Callable[[Canvas, QRectF, str], None]
) -> None:
    """Draw a legend; `draw` puts the swatch of a key into its square."""
    scale, side = canvas.scale, canvas.scale.px(_SWATCH)
    for item in legend.items:
        place = corner + QPointF(item.x, item.y)
        square = QRectF(place.x(), place.y(), side, side)
        draw(canvas, square, item.key)
        block = canvas.texts.block(item.text, scale.small, scale.small.width(item.text) + 1.0)
        top = square.center().y() - block.height / 2.0
        canvas.text(block, square.right() + scale.px(_BESIDE), top, Role.TEXT_SECONDARY)
