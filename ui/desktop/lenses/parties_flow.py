"""A row of controls that goes on to a second line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


def flowing() -> QSizePolicy:
    """Return the policy of a widget whose controls flow: the narrower it is, the taller it has to be."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class FlowLayout(QLayout):
    """Sets widgets side by side, on as many lines as they need."""

    def __init__(self, parent: QWidget, across: int, down: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self._together = -1

    def keep_rest_together(self) -> None:
        """Let what is added from now on begin a line of its own, unless all of it fits behind the others."""
        self._together = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - overridden
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - overridden
        """Return an item, none where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - overridden
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - overridden
        """Want no more than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._set(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - overridden
        """Set the items into a space."""
        super().setGeometry(rect)
        self._set(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        around, width = self.contentsMargins(), self._width_of(self._items)
        height = max((item.sizeHint().height() for item in self._items if not item.isEmpty()), default=0)
        return QSize(width + around.left() + around.right(), height + around.top() + around.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802 - overridden
        """Return the size of the widest item alone."""
        around = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(widest + around.left() + around.right(), self.sizeHint().height())

    def _set(self, rect: QRect, *, moves: bool) -> int:
        """Set the items line by line; return the height."""
        around = self.contentsMargins()
        inner = rect.adjusted(around.left(), around.top(), -around.right(), 0)
        y = inner.y()
        for number, line in enumerate(self._lines(inner.width())):
            y += self._down if number else 0
            height = max(item.sizeHint().height() for item in line)
            if moves:
                self._place(line, QRect(inner.x(), y, inner.width(), height))
            y += height
        return y + around.bottom() - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items that are seen, as many on a line as fit."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        rest = self._width_of(self._items[self._together :]) if self._together >= 0 else 0
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if rest and place >= self._together:
                wanted, rest = rest, 0
            if not lines or left + self._across + wanted > width:
                lines.append([])
                left = -self._across
            lines[-1].append(item)
            left += self._across + item.sizeHint().width()
        return lines

    def _width_of(self, items: Sequence[QLayoutItem]) -> int:
        """Return the width of the items that are seen, side by side."""
        widths = [item.sizeHint().width() for item in items if not item.isEmpty()]
        return sum(widths) + self._across * (len(widths) - 1) if widths else 0

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        """Set one line, every item in the middle of its height."""
        x = room.x()
        for item in line:
            wanted = item.sizeHint()
            width = min(wanted.width(), max(room.right() + 1 - x, item.minimumSize().width()))
            top = room.y() + (room.height() - wanted.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, wanted.height())))
            x += width + self._across
