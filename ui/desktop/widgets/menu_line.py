"""The menus on one line with what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenuBar, QSizePolicy

from ui.theme.typography import Space


class MenuLine(QMenuBar):
    """Takes the room that its menus need, from whichever side they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the size of all menus; Qt counts them wrongly where they stand from the right."""
        wanted = super().sizeHint()
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight or not self.actions():
            return wanted
        places = [self.actionGeometry(action) for action in self.actions()]
        span = max(place.right() for place in places) - min(place.left() for place in places) + 1
        return QSize(span + 2 * Space.WIDE, wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: no menu is ever folded away."""
        return self.sizeHint() if self.isRightToLeft() else super().minimumSizeHint()
