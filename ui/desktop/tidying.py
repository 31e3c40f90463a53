"""Garbage is looked for while nobody does anything, so that it never comes between a person and the window.

Python looks through all that is there now and then, of its own accord and in the middle of anything: with a
hundred thousand positions for a tenth of a second. Here that is put off until nothing has been touched for a
while; what was there after such a look is not looked through again until there is plenty of time, or another
case. Young garbage goes as ever, which takes no time.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.desktop.safety.away import SIGNS

_SELDOM = 200
"""So many looks at garbage of middle age before Python looks through everything of its own accord."""
_EVERY = 2000
"""Milliseconds between two looks whether somebody is there."""
_FAR_AWAY = 60.0
"""Seconds without a touch after which there is plenty of time."""


class Tidying(QObject):
    """Looks for garbage in the pauses.

    Parameters
    ----------
    window : QWidget
        On the screen already; what touches it is no pause.
    shown : callable
        Returns what is shown, another object for another case.
    """

    def __init__(self, window: QWidget, shown: Callable[[], object]) -> None:
        super().__init__(window)
        self._shown = shown
        self._known: Callable[[], object] = _nothing
        self._touched = self._whole = monotonic()
        self._before = gc.get_threshold()
        gc.set_threshold(*self._before[:2], _SELDOM)
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note that somebody is there."""
        if event.type() in SIGNS:
            self._touched = monotonic()
        return False

    def look(self) -> None:
        """Look for garbage, if this is a pause."""
        pause = monotonic() - self._touched
        if pause * 1000 < _EVERY or self._is_elsewhere():
            return
        is_other, is_away = self._shown() is not self._known(), pause > _FAR_AWAY
        if is_other or (is_away and self._touched > self._whole):
            self._look_through()
        elif gc.get_count()[2]:
            gc.collect()

    def _is_elsewhere(self) -> bool:
        """Tell whether somebody is at work in a dialog, of whose keys nothing is heard here."""
        focused = QGuiApplication.focusWindow()
        return focused is not None and focused != self._handle

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def _look_through(self) -> None:
        """Look through everything, and put aside what stays."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        shown = self._shown()
        self._known, self._whole = _nothing if shown is None else ref(shown), monotonic()


def _nothing() -> None:
    """Stand in for what is shown where nothing is."""
