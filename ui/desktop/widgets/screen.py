"""What is painted to the screen, and what into a picture."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer


def is_screen(painter: QPainter, widget: QWidget) -> bool:
    """Tell whether a widget that paints itself does so on the screen, and not for a picture of it.

    A picture is to be whole at once; on the screen the next frame follows.
    """
    store = widget.window().backingStore()
    # Without a store there is none: the stubs do not say so.
    return bool(store) and getCppPointer(store.paintDevice()) == getCppPointer(
        painter.paintEngine().paintDevice()
    )
