"""Dragging with a real button: press, moves with the button held, release."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton


def move(widget: QWidget, to: QPoint) -> None:
    """Move the pointer over a widget with the left button held."""
    place, held = QPointF(to), LEFT
    on_screen = QPointF(widget.mapToGlobal(to))
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, place, on_screen, none, held, keys)
    QApplication.sendEvent(widget, event)


def take(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at one place and move to another, the button still held."""
    QTest.mousePress(widget, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        move(widget, start + (end - start) * step)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at one place and release at another."""
    take(widget, start, end)
    QTest.mouseRelease(widget, LEFT, pos=end)
