"""Plays the case day by day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desktop.time_steps import PLAY_SECONDS, play_days
from workbench.readmodels.timeline_types import Timeline

_INTERVAL_MS = 33


class TimePlayer(QObject):
    """Moves the day on, from the day shown to the last one known.

    Signals
    -------
    played
        With the ``date`` to show.
    running_changed
        Whether it plays.
    """

    played = Signal(object)
    running_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._day, self._passed = date.min, 0.0
        self._seconds = PLAY_SECONDS
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.step)

    @property
    def is_running(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def set_seconds(self, seconds: float) -> None:
        """Play a whole case in so many seconds, from now on and while it plays."""
        self._seconds = seconds

    def play(self, timeline: Timeline, day: date) -> None:
        """Play from `day`; from the first day where `day` is the last one known, or later."""
        self._timeline, self._passed = timeline, 0.0
        self._day = timeline.first if day >= timeline.data_last else day
        self._timer.start()
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Stop where it is."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)

    def step(self) -> None:
        """Move on by one picture."""
        if self._timeline is None:
            return
        self._passed += play_days(self._timeline, _INTERVAL_MS / 1000.0, self._seconds)
        whole = int(self._passed)
        if not whole:
            return
        self._passed -= whole
        self._day = min(self._day + timedelta(days=whole), self._timeline.data_last)
        self.played.emit(self._day)
        if self._day >= self._timeline.data_last:
            self.stop()
