"""How a window comes to stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme.dress import Surface, set_surface

_FRAME = QSize(16, 48)
"""What a frame and its title take, at the most; it is not known before the window is shown."""
_MOST = 0.86
"""The share of a large screen that a window has before somebody draws it larger or smaller."""


def size_within(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, as far as the screen, or the window under it, has room."""
    room = window.screen().availableGeometry().size()
    over = window.parentWidget()
    if over is not None:
        room = room.expandedTo(over.window().size())
    window.resize(QSize(width, height).boundedTo(room - _FRAME))


def scrolling(page: QWidget, width: int | None = None, surface: Surface = "panel") -> QScrollArea:
    """Return a pane, perhaps of a width, in which a page scrolls where it is higher than there is room."""
    set_surface(page, surface)
    pane = QScrollArea()
    pane.setWidgetResizable(True)
    pane.setFrameShape(QFrame.Shape.NoFrame)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if width is not None:
        pane.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        pane.setFixedWidth(width + pane.verticalScrollBar().sizeHint().width())
    pane.setWidget(page)
    return pane


def show_whole(window: QWidget, room: QSize | None = None, *, is_first: bool = False) -> None:
    """Show a window with all that is in it: where it would hang over the edge it takes the whole screen.

    `room` is what the screen has to give, where it is not to be asked. The first time a window has most of a
    large screen.
    """
    given = room or window.screen().availableGeometry().size()
    if is_first:
        window.resize(window.size().expandedTo(given * _MOST))
    needed = window.size() + _FRAME
    if needed.width() > given.width() or needed.height() > given.height():
        window.showMaximized()
    else:
        window.show()
