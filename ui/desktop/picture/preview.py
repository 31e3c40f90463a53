"""The pages of a picture, one at a time, as they will be written."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.widgets.page_turner import PageTurner
from ui.paint.picture_size import PageSize
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize, sans

_LEAST = QSize(420, 320)


class PicturePreview(PageTurner):
    """Shows a page as large as there is room, and turns to the others.

    Signals
    -------
    page_wanted
        Number of the page that is to be shown, the first being 0, and the width of its image in pixels.
    """

    page_wanted = Signal(int, int)

    def __init__(self, hub: ThemeHub) -> None:
        self.leaf = _Leaf(hub)
        super().__init__(hub, self.leaf)
        self._size: PageSize | None = None
        self.wait()

    def wait(self) -> None:
        """Show that pages are being laid out; the page shown stays until there is another."""
        self.count = 0
        self.tell(self.tr("Drawing…"))

    def show_pages(self, count: int, size: PageSize) -> None:
        """Show pages, the same number as before where there is one."""
        self._size = size
        self.has_pages(count)
        self.show_page()

    def show_image(self, number: int, image: QImage) -> None:
        """Show the image of a page, if that is the one wanted now."""
        if number == self.number and self.count:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.leaf.show_image(image, self.place.text())

    def say(self, words: str) -> None:
        """Show words in place of pages."""
        self.count, self._size = 0, None
        self.leaf.say(words)
        self.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page as large as there is room now."""
        super().resizeEvent(event)
        if self.count:
            self.show_page()

    def show_page(self) -> None:
        """Ask for the image of the page, as large as there is room."""
        if self._size is None:
            return
        self.tell()
        ratio, room = self.devicePixelRatioF(), self.leaf.size()
        scale = min(room.width() / self._size.width, room.height() / self._size.height)
        self.page_wanted.emit(self.number, max(round(self._size.width * scale * ratio), 1))


class _Leaf(QWidget):
    """An image in the middle, or words."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub, self._words = hub, ""
        self.image = QImage()
        set_surface(self, "panel")
        self.setMinimumSize(_LEAST)

    def show_image(self, image: QImage, name: str) -> None:
        """Show a page."""
        self.image, self._words = image, ""
        self.setAccessibleName(name)
        self.update()

    def say(self, words: str) -> None:
        """Show words."""
        self.image, self._words = QImage(), words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a line around it, or the words."""
        painter, theme = QPainter(self), self._hub.theme
        painter.fillRect(self.rect(), theme.colour(Role.PANEL))
        if self._words:
            painter.setFont(sans(TextSize.BODY, zoom=self._hub.zoom))
            painter.setPen(theme.colour(Role.TEXT_SECONDARY))
            room = self.rect().adjusted(Space.PAGE, Space.PAGE, -Space.PAGE, -Space.PAGE)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, int(flags), self._words)
        elif not self.image.isNull():
            place = QRect(0, 0, *self._shown().toTuple())
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self.image)
            painter.setPen(theme.colour(Role.BORDER))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _shown(self) -> QSize:
        """Return how large the image is shown: as it was drawn, or smaller until it is drawn anew."""
        size = self.image.deviceIndependentSize().toSize()
        return size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
