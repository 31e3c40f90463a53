"""A view of an image in a panel: the preview, and what is on the screen."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.present.screen import fitted
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import TextSize, sans


class ImagePane(QWidget):
    """Shows an image smaller, with the pixels that it has; words where there is none."""

    def __init__(self, hub: ThemeHub, least: QSize) -> None:
        super().__init__()
        self._hub = hub
        self._image: QImage | None = None
        self._words = ""
        self.setMinimumSize(least)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        hub.changed.connect(self.update)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def show_image(self, image: QImage | None, words: str) -> None:
        """Show an image, or words; a screen reader is told the words either way."""
        self._image, self._words = image, words
        self.setAccessibleName(words)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no higher than the image is at this width: what belongs to it stands right below."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = QSizeF(16.0, 9.0) if self._image is None else QSizeF(self._image.size())
        wanted = ceil((self.width() - 2) * size.height() / size.width()) + 2
        self.setMaximumHeight(max(wanted, self.minimumHeight()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image in its frame."""
        painter, theme = QPainter(self), self._hub.theme
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        space = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        if self._image is not None:
            place = fitted(self._image, space)
            ratio = self.devicePixelRatioF()
            dots = (place.size() * ratio).toSize()
            smooth = Qt.TransformationMode.SmoothTransformation
            small = self._image.scaled(dots, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            small.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), small)
            painter.setPen(QPen(theme.colour(Role.BORDER)))
            painter.drawRect(place)
            return
        painter.setPen(QPen(theme.colour(Role.BORDER), 1.0, Qt.PenStyle.DashLine))
        painter.drawRect(space)
        painter.setFont(sans(TextSize.BODY, zoom=self._hub.zoom))
        painter.setPen(theme.colour(Role.TEXT_MUTED))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(space.adjusted(12.0, 8.0, -12.0, -8.0), flags, self._words)
