"""Where can be presented: the screens that there are, and a window where there is one only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.words import translate

_WINDOW_PIXELS = QSize(1920, 1080)
_COMES = (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)
"""What brings a window onto a screen."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place to present at.

    Attributes
    ----------
    name : str
        As the operator reads it.
    pixels : QSize
        Dots of the screen itself, whatever it is scaled to.
    screen : QScreen or None
        None for a window.
    """

    name: str
    pixels: QSize
    screen: QScreen | None


def places(operator: QScreen | None) -> list[Place]:
    """Return the places, those on a screen other than the operator's first."""
    others = [own for own in QGuiApplication.screens() if own is not operator]
    found = [Place(_named(own), _dots(own), own) for own in others]
    return [*found, Place(translate("Present", "A window on this screen"), _WINDOW_PIXELS, None)]


def _named(screen: QScreen) -> str:
    dots = _dots(screen)
    name = screen.model() or screen.name() or translate("Present", "Screen")
    return translate("Present", "{screen}, {width} × {height}").format(
        screen=name, width=dots.width(), height=dots.height()
    )


def _dots(screen: QScreen) -> QSize:
    size, ratio = screen.geometry().size(), screen.devicePixelRatio()
    return QSize(round(size.width() * ratio), round(size.height() * ratio))


def windows_on(screen: QScreen) -> list[QWidget]:
    """Return the windows of the program that can be seen on a screen."""
    return [
        own
        for own in QApplication.topLevelWidgets()
        if own.isVisible() and not own.isMinimized() and own.frameGeometry().intersects(screen.geometry())
    ]


class ScreenWatch(QObject):
    """Says when a screen comes, goes or changes its shape.

    Signals
    -------
    changed
        What was known of the screens no longer holds.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("screens need an application")
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._tell)
        app.primaryScreenChanged.connect(self._tell)
        for screen in app.screens():
            self._follow(screen)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.changed.emit()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.physicalDotsPerInchChanged.connect(self._tell)

    def _tell(self, _what: object = None) -> None:
        self.changed.emit()


class ScreenGuard(QObject):
    """Keeps every other window of the program off the screen that is presented on.

    Signals
    -------
    strayed
        A window lies there all the same, because somebody moved it or it is too large: its title.

    Parameters
    ----------
    screen : QScreen
        Which is presented on.
    presented : QWidget
        The one window that belongs there.
    home : QWidget
        Beside which a window goes that opens there all the same.
    """

    strayed = Signal(str)

    def __init__(self, screen: QScreen, presented: QWidget, home: QWidget) -> None:
        super().__init__(presented)
        self._screen, self._presented, self._home = screen, presented, home
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a window home that opens where it must not; tell of one that comes later."""
        if event.type() in _COMES and isinstance(watched, QWidget) and self._strays(watched):
            if event.type() == QEvent.Type.Show:
                watched.move(self._beside_home(watched))
            if self._strays(watched):
                self.strayed.emit(watched.windowTitle() or translate("Present", "A window"))
        return False

    def _strays(self, window: QWidget) -> bool:
        if not window.isWindow() or not window.isVisible() or window is self._presented:
            return False
        return window.frameGeometry().intersects(self._screen.geometry())

    def _beside_home(self, window: QWidget) -> QPoint:
        """Return the corner of the home window, or as near to it as keeps a window on its screen."""
        corner, screen = self._home.frameGeometry().topLeft(), self._home.screen().availableGeometry()
        left = min(corner.x(), screen.right() - window.frameGeometry().width())
        top = min(corner.y(), screen.bottom() - window.frameGeometry().height())
        return QPoint(max(left, screen.left()), max(top, screen.top()))
