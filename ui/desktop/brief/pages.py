"""Pages of a brief, one at a time, as they would be printed."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.widgets.mirrored import arrow
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space
from ui.words import translate

_LEAST_WIDTH, _LEAST_HEIGHT = 400, 300


class BriefPages(QWidget):
    """Shows a page as wide as there is room, and turns to the others."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub = hub
        self._document: pypdfium2.PdfDocument | None = None
        self.number = 0
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.place = Text(hub, role=Role.TEXT_SECONDARY)
        back, on = arrow(is_back=True), arrow(is_back=False)
        self.back = _button(back, translate("Pages", "Previous page (Page Up)"), lambda: self.turn(-1))
        self.on = _button(on, translate("Pages", "Next page (Page Down)"), lambda: self.turn(1))
        self._area = QScrollArea()
        self._area.setWidget(self.page)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        set_surface(self.page, "panel")
        self._lay_out()
        self.show_words("")

    @property
    def count(self) -> int:
        """How many pages there are."""
        return 0 if self._document is None else len(self._document)

    def show_pdf(self, content: bytes) -> None:
        """Show pages, the same number as before where there is one."""
        self.let_go()
        self._document = pypdfium2.PdfDocument(content)
        self.number = min(self.number, self.count - 1)
        self._show()

    def show_words(self, words: str) -> None:
        """Show words in place of pages."""
        self.let_go()
        self.page.setPixmap(QPixmap())
        self.page.setText(words)
        self.page.setWordWrap(True)
        self.place.setText("")
        self._enable()

    def turn(self, step: int) -> None:
        """Go so many pages on."""
        if 0 <= self.number + step < self.count:
            self.number += step
            self._area.verticalScrollBar().setValue(0)
            self._show()

    def let_go(self) -> None:
        """Close the file."""
        document, self._document = self._document, None
        if document is not None:
            document.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page as wide as there is room now."""
        super().resizeEvent(event)
        if self._document is not None:
            self._show()

    def _show(self) -> None:
        self.page.setPixmap(self._drawn())
        self.place.setText(translate("Pages", "Page {0} of {1}").format(self.number + 1, self.count))
        self.page.setAccessibleName(self.place.text())
        self._enable()

    def _drawn(self) -> QPixmap:
        assert self._document is not None  # noqa: S101 - only called where there are pages
        page, ratio = self._document[self.number], self.devicePixelRatioF()
        width = max(self._area.viewport().width(), 200)
        bitmap = page.render(scale=width * ratio / page.get_width(), prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        painter = QPainter(pixmap)
        painter.setPen(self._hub.theme.colour(Role.BORDER))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _enable(self) -> None:
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < self.count)

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(Space.NORMAL)
        for widget in (self.back, self.on):
            steps.addWidget(widget)
        steps.addWidget(self.place, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.NORMAL)
        body.addWidget(self._area, 1)
        body.addLayout(steps)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)


def _button(text: str, tip: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _on: do())
    return button
