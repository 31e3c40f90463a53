"""Where can be presented: the screens that there are, and a window where there is one only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

_WINDOW_PIXELS = QSize(1920, 1080)


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
    return [*found, Place("A window on this screen", _WINDOW_PIXELS, None)]


def _named(screen: QScreen) -> str:
    dots = _dots(screen)
    return f"{screen.model() or screen.name() or 'Screen'}, {dots.width()} × {dots.height()}"


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

    Parameters
    ----------
    screen : QScreen
        Which is presented on.
    presented : QWidget
        The one window that belongs there.
    home : QWidget
        Beside which a window goes that opens there all the same.
    """

    def __init__(self, screen: QScreen, presented: QWidget, home: QWidget) -> None:
        super().__init__(presented)
        self._screen, self._presented, self._home = screen, presented, home
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a window home that opens where it must not."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            strays = watched.frameGeometry().intersects(self._screen.geometry())
            if watched is not self._presented and strays:
                watched.move(self._home.frameGeometry().topLeft())
        return False
