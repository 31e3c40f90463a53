"""The order in which Tab walks widgets that come later than their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_before(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach the widgets one after the other, and then the anchor, where the anchor was before."""
    for first, second in pairwise((anchor, *widgets, anchor)):
        if first is not second:
            QWidget.setTabOrder(first, second)
