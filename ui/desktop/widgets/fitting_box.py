"""A box of choices as wide as what is chosen, whose list is as wide as its longest entry."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionComboBox

from ui.desktop.widgets.choice import Choice

_MOST = 168
"""Width of what is chosen at most, at the size of text of 13 dots; the rest gives way."""
_HEIGHT = 16
"""Height of such a text."""
_AROUND = 40
"""What the list needs around its longest entry: its edges and a scroll bar."""


class FittingBox(Choice):
    """Takes little room on a line where several stand side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the room that what is chosen needs."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        metrics, height = self.fontMetrics(), super().sizeHint().height()
        most = round(_MOST * metrics.height() / _HEIGHT)
        width = min(metrics.horizontalAdvance(self.currentText()) + 6, most)
        whole = QStyle.ContentsType.CT_ComboBox
        contents = self.style().sizeFromContents(whole, option, QSize(width, height), self)
        return QSize(contents.width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the room that it needs: it never gives way."""
        return self.sizeHint()

    def showPopup(self) -> None:  # noqa: N802 - overridden
        """Show every entry whole."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _AROUND)
        super().showPopup()
