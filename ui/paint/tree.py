"""The tree of parties that lie together, drawn along the rows of a grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from ui.paint.canvas import Canvas
from ui.theme.roles import Role
from workbench.analysis.blocs import Merge

_HAIR = 1.2


def tree_path(tree: Sequence[Merge], area: QRectF, step: float) -> QPainterPath:
    """Return the tree, its leaves at the right edge of `area` and the last merge at the left.

    Parameters
    ----------
    tree : sequence of Merge
        Lowest first.
    area : QRectF
        Its top is that of the first row.
    step : float
        From one row to the next.
    """
    path = QPainterPath()
    highest = max((merge.height for merge in tree), default=0.0) or 1.0

    def point(height: float, at: float) -> QPointF:
        return QPointF(area.right() - area.width() * height / highest, area.top() + (at + 0.5) * step)

    for merge in tree:
        path.moveTo(point(merge.first_height, merge.first_at))
        path.lineTo(point(merge.height, merge.first_at))
        path.lineTo(point(merge.height, merge.second_at))
        path.lineTo(point(merge.second_height, merge.second_at))
    return path


def draw_tree(canvas: Canvas, tree: Sequence[Merge], area: QRectF, step: float) -> None:
    """Draw the tree: the farther left two branches join, the farther apart they are."""
    pen = QPen(canvas.colour(Role.TEXT_MUTED), _HAIR * canvas.scale.zoom)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.drawPath(tree_path(tree, area, step))
