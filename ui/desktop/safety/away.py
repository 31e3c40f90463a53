"""Tells when nobody has been there for a while."""

from __future__ import annotations

from time import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

MINUTES = (0, 5, 15, 30)
"""After how many minutes away the window may lock itself; 0 for never."""
FIRST_MINUTES = 15
SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)
"""What says that somebody is there."""
_DEAF_SECONDS = 0.3
"""After a touch that locks, what belongs to that touch is not typed into the field of the passphrase."""


class AwayWatch(QObject):
    """Tells when nobody has touched mouse or keys for some minutes.

    A timer does not run while the computer sleeps, so the clock on the wall is asked as well: the first
    touch after a long sleep finds that somebody was away, and does nothing else.

    Signals
    -------
    away
        Nobody is there, or somebody has just come back.
    """

    away = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.away)
        self._app = QApplication.instance()
        self._last, self._deaf_until = time(), 0.0

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._timer.interval() > 0

    def watch(self, minutes: float) -> None:
        """Begin to watch, or stop for 0."""
        milliseconds = round(minutes * 60_000)
        self._timer.setInterval(milliseconds)
        if self._app is None:
            return
        self._app.removeEventFilter(self)  # it costs a little at every event, so only while it is needed
        if milliseconds:
            self._app.installEventFilter(self)
            self.put_off()
        else:
            self._timer.stop()

    def put_off(self) -> None:
        """Count from now."""
        if self.is_on:
            self._last = time()
            self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count from the last sign of somebody being there."""
        if event.type() not in SIGNS:
            return False
        now = time()
        is_same_touch = now < self._deaf_until
        was_away = (now - self._last) * 1000 > self._timer.interval()
        if not (is_same_touch or was_away):
            self.put_off()
            return False
        event.accept()  # else a key would go on to its shortcut
        if not is_same_touch:
            self._deaf_until = now + _DEAF_SECONDS
            self.put_off()
            self.away.emit()
        return True
