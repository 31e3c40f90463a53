"""What leaves as pages is looked at before: choices on one side, the pages on the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.placing import scrolling, size_within
from ui.desktop.widgets.page_turner import PageTurner
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space, TextSize
from ui.words import translate

_PAUSE = 150
"""Milliseconds of rest after which the pages follow the choices."""


class PagesDialog(QDialog):
    """Shows the pages of what is wanted, made anew once the choices rest.

    Parameters
    ----------
    title : str
        What leaves.
    """

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setWindowTitle(title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = translate("PagesDialog", "Choose where it goes…")
        self.go_on = self.buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.compose)

    def compose(self) -> None:
        """Make what is wanted now."""
        raise NotImplementedError

    def done(self, result: int) -> None:
        """Make nothing any more."""
        self._rest.stop()
        super().done(result)

    def make_soon(self) -> None:
        """Make what is wanted once nothing else is chosen for a moment."""
        if self.isVisible():
            self._rest.start()

    def lay_out(
        self, side: Sequence[QWidget], below: Sequence[QWidget], pages: PageTurner, size: tuple[QSize, int]
    ) -> None:
        """Put everything in its place; keys turn the pages.

        Parameters
        ----------
        side : sequence of QWidget
            What is chosen and said, which scrolls on a low screen.
        below : sequence of QWidget
            What stays in sight under it, over the buttons.
        size : tuple of QSize and int
            Of the dialog, and the width of its side, at 100 %.
        """
        whole, width = size
        for key, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda own=step: pages.turn(own))
        left = QWidget()
        left.setLayout(self._left(side, below))
        left.setFixedWidth(round(width * self._hub.zoom))
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        body.setSpacing(Space.PAGE)
        body.addWidget(left)
        body.addWidget(pages, 1)
        size_within(self, round(whole.width() * self._hub.zoom), round(whole.height() * self._hub.zoom))

    def _left(self, side: Sequence[QWidget], below: Sequence[QWidget]) -> QVBoxLayout:
        left, wanted = QVBoxLayout(), QWidget()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.NORMAL)
        left.addWidget(Text(self._hub, self.windowTitle(), TextSize.TITLE, weight=BOLD))
        body = QVBoxLayout(wanted)
        body.setContentsMargins(0, 0, Space.NORMAL, 0)
        body.setSpacing(Space.NORMAL)
        for part in side:
            grows = part.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
            body.addWidget(part, int(grows))
        body.addStretch(0)
        left.addWidget(scrolling(wanted), 1)
        for part in (*below, self.buttons):
            left.addWidget(part)
        return left
