"""The window on the second screen: one image, and not a thing besides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.paint.present import blank
from ui.words import translate

BLANK_KEYS = (Qt.Key.Key_B, Qt.Key.Key_Escape)
"""Each of them blanks the second screen, on either window."""
ANYWHERE = Qt.Key.Key_F8
"""Blanks the second screen from any window of the program, from a dialog that keeps others waiting too."""
_WINDOW_SIZE = QSize(960, 540)
_NO_KEYBOARD = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
"""The operator types on: a desktop gives the keyboard to the window that comes last, if it will have it."""


class PresentWindow(QWidget):
    """Paints an image as large as it fits; it has no child, tooltip, menu or pointer.

    Signals
    -------
    blank_wanted
        One of the keys that blank was pressed here.
    closed
        The window was closed.
    """

    blank_wanted = Signal()
    closed = Signal()

    def __init__(self, pixels: QSize) -> None:
        super().__init__(None, _NO_KEYBOARD)
        self._image = blank(pixels)
        self._screen: QScreen | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowTitle(translate("Screen", "Presentation"))

    @property
    def image(self) -> QImage:
        """What is painted now."""
        return self._image

    def paint(self, image: QImage) -> None:
        """Paint another image."""
        self._image = image
        self.update()

    def fill(self, screen: QScreen) -> None:
        """Fill a screen, above whatever else lies on it."""
        above = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(_NO_KEYBOARD | above)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._screen = screen
        self._lie_on_it()

    def is_in_place(self) -> bool:
        """Return whether it lies where it was put; a desktop may have put it elsewhere."""
        return self._screen is None or self._screen.geometry() == self.geometry()

    def try_again(self) -> None:
        """Go once more where it was put."""
        if self._screen is not None:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self._lie_on_it()

    def _lie_on_it(self) -> None:
        """Lie on the screen first and fill it then: full before it lies there it would fill any screen."""
        if self._screen is not None:
            self.setScreen(self._screen)
            self.setGeometry(self._screen.geometry())
        self.setVisible(True)
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would ask for the keyboard

    def show_beside(self) -> None:
        """Show as a window among others, where there is one screen only."""
        self.resize(_WINDOW_SIZE)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image in the middle, on black."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), blank(QSize(1, 1)))
        painter.drawImage(fitted(self._image, QRectF(self.rect())), self._image)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blank; no other key means anything here."""
        if event.key() in BLANK_KEYS:
            self.blank_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nothing is shown any more."""
        super().closeEvent(event)
        self.closed.emit()


class BlankKey(QObject):
    """Hears the key that blanks wherever the keyboard is, for as long as it lives.

    A shortcut would be kept waiting by every dialog that has to be answered first.

    Signals
    -------
    pressed
        The key was pressed in some window of the program.
    """

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key before anything else does."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != ANYWHERE or event.modifiers():
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit()
        event.accept()
        return True


def fitted(image: QImage, space: QRectF) -> QRectF:
    """Return the largest place of the image's shape in the middle of a space."""
    size = QSizeF(image.size()).scaled(space.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = space.x() + (space.width() - size.width()) / 2.0
    return QRectF(left, space.y() + (space.height() - size.height()) / 2.0, size.width(), size.height())
