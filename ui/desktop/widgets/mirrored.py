"""Where things are seen in a widget of those who read from the right."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

PlaceT = TypeVar("PlaceT", QPointF, QRectF)

_FROM_RIGHT = "\u200f"
_ALONE, _NO_LONGER = "\u2068", "\u2069"
"""Around words of any script that keep their own order among others."""


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


def arrow(*, is_back: bool) -> str:
    """Return the arrow of a button that leads a step back or on: back is where reading begins."""
    return "◀" if is_back is not QGuiApplication.isRightToLeft() else "▶"


def stepping(text: str, *, is_back: bool) -> str:
    """Return what a button says that leads a step back or on: where to, and the arrow on that side of it."""
    sign, start = arrow(is_back=is_back), ""
    if QGuiApplication.isRightToLeft():
        text, start = f"{_ALONE}{text}{_NO_LONGER}", _FROM_RIGHT
    return f"{start}{sign} {text}" if is_back else f"{start}{text} {sign}"
