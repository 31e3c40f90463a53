"""What the signs mean, on a page of its own: where the room is so large that it finds no space below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.legend import Legend, draw_legend


@dataclass(frozen=True, slots=True)
class LegendBody:
    """The page on which nothing but the legend stands."""

    legend: Legend

    @property
    def height(self) -> float:
        """How much space it takes."""
        return self.legend.height

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was cut: never."""
        return True

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        draw_legend(canvas, QPointF(body.x(), body.y()), self.legend)
