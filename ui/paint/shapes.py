"""Outlines of signs in a square of side 1, so that they are sharp at every size and on paper."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPolygonF,
    QTransform,
)

from ui.paint.mirror import upright
from ui.theme.fonts import load_fonts
from ui.theme.typography import sans
from workbench.domain.level import Level

Point = tuple[float, float]

_LETTER_SIZE = 100.0
_ARC_START = 50.0
_ARC_SWEEP = 270.0


def placed(path: QPainterPath, rect: QRectF) -> QPainterPath:
    """Return an outline moved and stretched into `rect`."""
    return QTransform(rect.width(), 0.0, 0.0, rect.height(), rect.x(), rect.y()).map(path)


def fill_sign(painter: QPainter, path: QPainterPath, rect: QRectF, colour: QColor) -> None:
    """Draw a sign into `rect`, as it is read: in a mirror too."""
    with upright(painter, rect.x(), rect.width()):
        painter.fillPath(placed(path, rect), colour)


def polygon(*points: Point) -> QPainterPath:
    """Return a closed shape."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    path.closeSubpath()
    return path


def disc(radius: float) -> QPainterPath:
    """Return a disc in the middle."""
    path = QPainterPath()
    path.addEllipse(QPointF(0.5, 0.5), radius, radius)
    return path


def ring(radius: float, width: float) -> QPainterPath:
    """Return a circle of that mean radius, drawn with a line of `width`."""
    return _stroker(width).createStroke(disc(radius))


def tile() -> QPainterPath:
    """Return the whole square, its corners rounded."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(-0.08, -0.08, 1.16, 1.16), 0.24, 0.24)
    return path


def stroked(width: float, *lines: tuple[Point, ...]) -> QPainterPath:
    """Return lines through the points given, drawn with a pen of `width`."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for points in lines:
        line = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            line.lineTo(QPointF(*point))
        whole.addPath(_stroker(width).createStroke(line))
    return whole


def barred(path: QPainterPath) -> QPainterPath:
    """Return a shape with a line across it."""
    return path.united(stroked(0.12, ((0.24, 0.76), (0.76, 0.24))))


def arc_arrow() -> QPainterPath:
    """Return an arrow that turns back: look at it again."""
    arc = QPainterPath()
    box = QRectF(0.14, 0.14, 0.72, 0.72)
    arc.arcMoveTo(box, _ARC_START)
    arc.arcTo(box, _ARC_START, _ARC_SWEEP)
    angle = _ARC_START * pi / 180.0
    x, y = 0.5 + 0.36 * cos(angle), 0.5 - 0.36 * sin(angle)
    head = polygon((x + 0.24, y + 0.22), (x + 0.16, y - 0.26), (x - 0.24, y + 0.06))
    return _stroker(0.14).createStroke(arc).united(head)


@cache
def letter(text: str, height: float = 1.0) -> QPainterPath:
    """Return a letter in the middle, `height` times as large as its square."""
    load_fonts()
    font = sans(_LETTER_SIZE, QFont.Weight.DemiBold)
    path = QPainterPath()
    path.addText(QPointF(), font, text)
    factor = height * 1.16 / _LETTER_SIZE
    middle = path.boundingRect().center()
    centred = QTransform.fromTranslate(-middle.x(), -middle.y())
    scaled = centred * QTransform.fromScale(factor, factor) * QTransform.fromTranslate(0.5, 0.5)
    return scaled.map(path)


def _stroker(width: float) -> QPainterPathStroker:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return stroker


def level_path(level: Level) -> QPainterPath:
    """Return the sign of a level; its outline is the same in every font and on every system."""
    return _level_paths()[level]


@cache
def _level_paths() -> dict[Level, QPainterPath]:
    return {
        Level.ALIGNED: stroked(0.16, ((0.08, 0.34), (0.92, 0.34)), ((0.08, 0.68), (0.92, 0.68))),
        Level.COMPATIBLE: stroked(0.18, ((0.06, 0.52), (0.36, 0.84), (0.94, 0.16))),
        Level.BRIDGEABLE: _wave(),
        Level.CONFLICTING: stroked(0.19, ((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9))),
        Level.DEADLOCKED: polygon((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
        Level.UNKNOWN: _question(),
    }


def _wave() -> QPainterPath:
    line = QPainterPath(QPointF(0.06, 0.62))
    line.cubicTo(QPointF(0.3, 0.12), QPointF(0.7, 0.88), QPointF(0.94, 0.38))
    return _stroker(0.17).createStroke(line)


def _question() -> QPainterPath:
    return letter("?", 1.05)


@cache
def question_in_ring() -> QPainterPath:
    """Return the sign of an open question."""
    small = QTransform(0.72, 0.0, 0.0, 0.72, 0.14, 0.14).map(_question())
    whole = ring(0.46, 0.08)
    whole.setFillRule(Qt.FillRule.WindingFill)
    whole.addPath(small)
    return whole


@cache
def fold_sign() -> QPainterPath:
    """Return the sign that folds: two arrow heads that point at each other."""
    return stroked(0.13, ((0.06, 0.2), (0.38, 0.5), (0.06, 0.8)), ((0.94, 0.2), (0.62, 0.5), (0.94, 0.8)))


@cache
def open_sign() -> QPainterPath:
    """Return the sign that opens: two arrow heads that point apart."""
    return stroked(0.13, ((0.36, 0.2), (0.04, 0.5), (0.36, 0.8)), ((0.64, 0.2), (0.96, 0.5), (0.64, 0.8)))
