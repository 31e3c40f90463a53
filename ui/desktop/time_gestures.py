"""Zooming and moving along the time strip: with the wheel, on a touchpad, with fingers on a screen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from ui.paint.time_geometry import TimeGeometry, TimeSpan

_NOTCH = 120.0
"""What a wheel says for one notch, in eighths of a degree; a touchpad says less at a time."""


class Zoomed(Protocol):
    """A band of days that can be zoomed and moved."""

    def geometry_of_time(self) -> TimeGeometry | None:
        """Return where everything lies."""

    def show_span(self, span: TimeSpan | None) -> None:
        """Show some days."""

    def zoom_by(self, steps: float, about: float | None = None) -> None:
        """Show fewer days about an ordinal."""

    def pan_by(self, steps: float) -> None:
        """Move the days seen."""

    def place(self, point: QPointF) -> QPointF:
        """Return where a point of the band lies as days are laid out."""

    def isRightToLeft(self) -> bool:  # noqa: N802 - of Qt
        """Return whether days run from right to left."""

    def mapFromGlobal(self, point: QPoint, /) -> QPoint:  # noqa: N802 - of Qt
        """Return a point of the screen as one of the band."""


def turned(band: Zoomed, event: QWheelEvent) -> bool:
    """Zoom about the pointer; sideways, or with Shift, move the days seen. Tell whether there are days."""
    geometry = band.geometry_of_time()
    if geometry is None:
        return False
    turn, across = event.angleDelta().y(), event.angleDelta().x()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        turn, across = 0, turn or across
    if across and abs(across) > abs(turn):
        band.pan_by((across if band.isRightToLeft() else -across) / _NOTCH / 2.0)
    elif turn:
        band.zoom_by(turn / _NOTCH, geometry.ordinal_at(band.place(event.position()).x()))
    return True


def pinched(band: Zoomed, event: QNativeGestureEvent) -> bool:
    """Zoom with two fingers on a touchpad; tell whether that was meant."""
    geometry = band.geometry_of_time()
    if geometry is None or event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
        return False
    _zoom(band, 1.0 + event.value(), band.place(event.position()).x(), geometry)
    return True


def pinched_with_fingers(band: Zoomed, event: QGestureEvent) -> bool:
    """Zoom with two fingers on a screen; tell whether that was meant."""
    pinch, geometry = event.gesture(Qt.GestureType.PinchGesture), band.geometry_of_time()
    if not isinstance(pinch, QPinchGesture) or geometry is None:
        return False
    place = band.place(QPointF(band.mapFromGlobal(pinch.centerPoint().toPoint())))
    _zoom(band, pinch.scaleFactor(), place.x(), geometry)
    event.accept()
    return True


def _zoom(band: Zoomed, scale: float, x: float, geometry: TimeGeometry) -> None:
    if scale > 0.0:
        band.show_span(geometry.span.zoomed(1.0 / scale, geometry.ordinal_at(x), geometry.whole))
