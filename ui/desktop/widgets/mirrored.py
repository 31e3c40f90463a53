"""Where things are seen in a widget of those who read from the right."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QStyle, QWidget

PlaceT = TypeVar("PlaceT", QPointF, QRectF)


def mirrored(place: PlaceT, width: float) -> PlaceT:
    """Return where a point or a rectangle is seen in a mirror; what is seen there leads back."""
    if isinstance(place, QRectF):
        return QRectF(width - place.right(), place.y(), place.width(), place.height())
    return QPointF(width - place.x(), place.y())


def in_reading(place: PlaceT, widget: QWidget) -> PlaceT:
    """Return a place in a widget as it is laid out, from one that is seen, or the other way round."""
    return mirrored(place, float(widget.width())) if widget.isRightToLeft() else place


def seen(widget: QWidget, rect: QRect) -> QRect:
    """Return where a rectangle is seen that was laid out for those who read from the left."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def seen_point(widget: QWidget, point: QPoint) -> QPoint:
    """Return where a point is seen that was laid out for those who read from the left."""
    return QStyle.visualPos(widget.layoutDirection(), widget.rect(), point)
