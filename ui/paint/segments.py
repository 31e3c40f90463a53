"""Stance bars: one segment for each option, presumed ones hatched."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.meanings import STANCES
from ui.theme.roles import Role
from ui.theme.theme import Theme
from workbench.domain.vocabulary import Stance

_GAP = 3.0
_STRIPE_STEP = 4.0
_STRIPE = 1.4


def segment_rects(bar: QRectF, count: int) -> list[QRectF]:
    """Return the rectangles of `count` segments, equally wide, left to right."""
    if count <= 0:
        return []
    gap = min(_GAP, bar.width() / (3.0 * count))
    width = (bar.width() - gap * (count - 1)) / count
    return [QRectF(bar.x() + n * (width + gap), bar.y(), width, bar.height()) for n in range(count)]


def draw_segment(painter: QPainter, rect: QRectF, stance: Stance | None, theme: Theme) -> None:
    """Draw one segment; none is presumed opposed."""
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(STANCES[stance].fill))
    if stance is None:
        painter.drawRect(inner)
        draw_hatching(painter, inner, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme.colour(STANCES[stance].edge))
    painter.drawRoundedRect(inner, 1.5, 1.5)


def draw_hatching(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the stripes of what is presumed: lines, so that they are as sharp in print as on screen."""
    pen = QPen(theme.colour(Role.PRESUMED_STRIPE), _STRIPE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(hatch_lines(rect, _STRIPE_STEP))


def hatch_lines(rect: QRectF, step: float) -> list[QLineF]:
    """Return lines at 45 degrees through `rect`, cut at its edges."""
    lines: list[QLineF] = []
    reach = rect.width() + rect.height()
    offset = step
    while offset < reach:
        start = QPointF(
            rect.left() + max(offset - rect.height(), 0.0), rect.top() + min(offset, rect.height())
        )
        end = QPointF(rect.left() + min(offset, rect.width()), rect.top() + max(offset - rect.width(), 0.0))
        lines.append(QLineF(start, end))
        offset += step
    return lines
