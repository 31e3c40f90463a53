"""Pages of a brief, one at a time, as they would be printed."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from ui.desktop.widgets.page_turner import PageTurner
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role

_LEAST_WIDTH, _LEAST_HEIGHT = 400, 300


class BriefPages(PageTurner):
    """Shows a page as wide as there is room, and turns to the others."""

    def __init__(self, hub: ThemeHub) -> None:
        self.page, self._area = QLabel(), QScrollArea()
        super().__init__(hub, self._area)
        self._hub = hub
        self._document: pypdfium2.PdfDocument | None = None
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self.page)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        set_surface(self.page, "panel")
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.show_words("")

    def show_pdf(self, content: bytes) -> None:
        """Show pages, the same number as before where there is one."""
        self.let_go()
        self._document = pypdfium2.PdfDocument(content)
        self.has_pages(len(self._document))
        self._draw()

    def show_words(self, words: str) -> None:
        """Show words in place of pages."""
        self.let_go()
        self.page.setPixmap(QPixmap())
        self.page.setText(words)
        self.page.setWordWrap(True)
        self.tell()

    def show_page(self) -> None:
        """Show another page, from its top."""
        self._area.verticalScrollBar().setValue(0)
        self._draw()

    def let_go(self) -> None:
        """Close the file."""
        document, self._document = self._document, None
        self.has_pages(0)
        if document is not None:
            document.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page as wide as there is room now."""
        super().resizeEvent(event)
        if self._document is not None:
            self._draw()

    def _draw(self) -> None:
        self.page.setPixmap(self._drawn())
        self.tell()
        self.page.setAccessibleName(self.place.text())

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
