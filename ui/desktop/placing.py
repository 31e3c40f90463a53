"""How a window comes to stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""What a frame and its title take, at the most; it is not known before the window is shown."""


def show_whole(window: QWidget, room: QSize | None = None) -> None:
    """Show a window with all that is in it: where it would hang over the edge it takes the whole screen.

    `room` is what the screen has to give, where it is not to be asked.
    """
    given = room or window.screen().availableGeometry().size()
    needed = window.size() + _FRAME
    if needed.width() > given.width() or needed.height() > given.height():
        window.showMaximized()
    else:
        window.show()
