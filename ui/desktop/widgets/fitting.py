"""Windows and columns that stay on the screen, however small it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_FRAME = QSize(16, 48)
"""Kept free for the frame that the desktop draws round a window."""


def resize_on_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window a size, or as much of it as its screen has."""
    window.resize(wanted.boundedTo(space_for(window)))


def space_for(window: QWidget) -> QSize:
    """Return how large a window may be on the screen on which it, or what it belongs to, lies."""
    return window.screen().availableSize() - _FRAME


def scrolling(page: QWidget, width: int) -> QScrollArea:
    """Return a column of a width that scrolls where its screen is not as high as what stands in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    area.setFixedWidth(width + area.verticalScrollBar().sizeHint().width())
    area.setWidget(page)
    return area
