"""Outlines of the signs of relations between demands, in a square of side 1."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.paint.shapes import barred, disc, level_path, ring, stroked
from workbench.analysis.demands import Relation
from workbench.domain.level import Level


def relation_path(relation: Relation) -> QPainterPath:
    """Return the sign of a relation; where a stance decides, that of the level it gives."""
    return _paths()[relation]


@cache
def _paths() -> dict[Relation, QPainterPath]:
    return {
        Relation.SAME: level_path(Level.ALIGNED),
        Relation.RIVAL: level_path(Level.ALIGNED).united(stroked(0.14, ((0.24, 0.92), (0.76, 0.08)))),
        Relation.WELCOME: level_path(Level.COMPATIBLE),
        Relation.TRADEABLE: level_path(Level.BRIDGEABLE),
        Relation.RESISTED: level_path(Level.CONFLICTING),
        Relation.BLOCKED: level_path(Level.DEADLOCKED),
        Relation.ONE_SIDED: _half_disc(),
        Relation.INDEPENDENT: disc(0.14),
        Relation.BARRED: barred(ring(0.42, 0.13)),
    }


def _half_disc() -> QPainterPath:
    half = QPainterPath(QPointF(0.5, 0.5))
    half.arcTo(QRectF(0.1, 0.1, 0.8, 0.8), 90.0, 180.0)
    half.closeSubpath()
    return half.united(ring(0.4, 0.1))
