"""Pages shown one at a time: which one it is, and buttons to the ones beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.widgets.mirrored import arrow
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space
from ui.words import figure, translate


class PageTurner(QWidget):
    """Turns pages; what shows them stands above the buttons.

    Parameters
    ----------
    view : QWidget
        Shows a page.
    """

    def __init__(self, hub: ThemeHub, view: QWidget) -> None:
        super().__init__()
        self.number = self.count = 0
        self.place = Text(hub, role=Role.TEXT_SECONDARY)
        back, on = arrow(is_back=True), arrow(is_back=False)
        self.back = _button(back, translate("Pages", "Previous page (Page Up)"), lambda: self.turn(-1))
        self.on = _button(on, translate("Pages", "Next page (Page Down)"), lambda: self.turn(1))
        steps = QHBoxLayout()
        steps.setSpacing(Space.NORMAL)
        for widget in (self.back, self.on):
            steps.addWidget(widget)
        steps.addWidget(self.place, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.NORMAL)
        body.addWidget(view, 1)
        body.addLayout(steps)

    def show_page(self) -> None:
        """Show the page of which `number` is the number, the first being 0."""
        raise NotImplementedError

    def has_pages(self, count: int) -> None:
        """Have so many pages; the same number as before is shown where there is one."""
        self.count = count
        self.number = max(min(self.number, count - 1), 0)

    def turn(self, step: int) -> None:
        """Go so many pages on."""
        if 0 <= self.number + step < self.count:
            self.number += step
            self.show_page()

    def tell(self, words: str = "") -> None:
        """Say which page is shown, or other words; a button that leads nowhere is off."""
        page = translate("Pages", "Page {0} of {1}").format(figure(self.number + 1), figure(self.count))
        self.place.setText(page if self.count else words)
        self.back.setEnabled(0 < self.number < self.count)
        self.on.setEnabled(self.number + 1 < self.count)


def _button(text: str, tip: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _on: do())
    return button
