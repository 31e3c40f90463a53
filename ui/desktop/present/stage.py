"""The second screen as the operator holds it: armed or not, blank or showing one image."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from ui.desktop.present.places import Place, ScreenGuard, ScreenWatch, windows_on
from ui.desktop.present.screen import BlankKey, PresentWindow
from ui.paint.present import blank
from ui.words import translate
from workbench.domain.errors import CaseError

_SETTLED = 500
"""Milliseconds after which a desktop has put a window where it will have it."""


class Stage(QObject):
    """Puts images on the second screen, and only those that it is given after it was armed.

    Signals
    -------
    changed
        It was armed, shows another image, was blanked or has ended.

    Parameters
    ----------
    home : QWidget
        The operator's window; on its screen nothing is filled.
    """

    changed = Signal()

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._window: PresentWindow | None = None
        self._place: Place | None = None
        self.is_armed = False
        self.shown: QImage | None = None
        self.note = ""
        self._tried = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._look_where_it_lies)
        self._watch = ScreenWatch(self)
        self._watch.changed.connect(self._screens_changed)

    @property
    def window(self) -> PresentWindow | None:
        """The window on the second screen, none where none is open."""
        return self._window

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen on it."""
        return self.shown is None

    def arm(self, place: Place) -> None:
        """Take hold of a place, black; what is shown there is shown by `show`.

        Raises
        ------
        CaseError
            If another window of the program lies on that screen: it would be seen.
        """
        self._refuse_in_sight(place)
        self.end()
        window = self._window = PresentWindow(place.pixels)
        window.blank_wanted.connect(self.blank)
        window.closed.connect(self.end)
        BlankKey(window).pressed.connect(self.blank)
        self._place, self.is_armed, self.note, self._tried = place, True, "", False
        if place.screen is None:
            window.show_beside()
        else:
            guard = ScreenGuard(place.screen, window, self._home)
            guard.strayed.connect(self._strayed)
            window.fill(place.screen)
            self._home.activateWindow()
            self._settling.start()
        self.changed.emit()

    def show(self, image: QImage) -> None:
        """Show an image; does nothing while not armed."""
        if self.is_armed and self._window is not None:
            self.shown = image
            self._window.paint(image)
            self.changed.emit()

    def blank(self) -> None:
        """Show nothing."""
        if self._window is not None and self._place is not None:
            self.shown = None
            self._window.paint(blank(self._place.pixels))
            self.changed.emit()

    def disarm(self, note: str) -> None:
        """Show nothing, and nothing more until it is armed again; say why."""
        if self._window is None:
            return
        self.blank()
        self.is_armed, self.note = False, note
        self.changed.emit()

    def end(self) -> None:
        """Let go of the second screen."""
        self._settling.stop()
        window, self._window = self._window, None
        self._place, self.is_armed, self.shown = None, False, None
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
            self.changed.emit()

    def _look_where_it_lies(self) -> None:
        """Put it on its screen once more where the desktop put it elsewhere; give up if that is in vain."""
        window, place = self._window, self._place
        if window is None or place is None or window.is_in_place():
            return
        if not self._tried:
            self._tried = True
            window.try_again()
            self._settling.start()
            return
        self.end()
        self.note = (
            f"Your desktop put the image on another screen than {place.name}; nothing is shown. "
            "Choose “A window on this screen” and move that window to the second screen."
        )
        self.changed.emit()

    def _refuse_in_sight(self, place: Place) -> None:
        own = [] if place.screen is None else [w for w in windows_on(place.screen) if w is not self._window]
        if own:
            text = translate(
                "Present",
                "“{window}” lies on {screen} and would be seen there; nothing is shown. Move it to your own "
                "screen first.",
            )
            raise CaseError(text.format(window=own[0].windowTitle(), screen=place.name))

    def _strayed(self, title: str) -> None:
        if self.is_armed:
            text = translate(
                "Present",
                "“{0}” lies on the second screen, which is blank now. Move it away, then arm again.",
            )
            self.disarm(text.format(title))

    def _screens_changed(self) -> None:
        """Blank and disarm: whoever looks at that screen now may be somebody else."""
        if self._window is None:
            return
        self.blank()
        self.is_armed = False
        self.note = translate(
            "Present", "A screen came, went or changed: the second screen is blank. Arm it again."
        )
        place = self._place
        if place is not None and place.screen is not None and place.screen not in QGuiApplication.screens():
            self.end()
        self.changed.emit()
