"""Follows the hand: at every move while that is quick, else now and then, and once the day stands still."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_QUICK = 0.020
"""Seconds within which a step of the day is followed at once."""
_BEARABLE = 0.120
"""Seconds within which a step is followed now and then, for a third of the time at most."""
_SETTLED_AFTER = 90
"""Milliseconds without a move of the day before what takes its time follows."""


class Pace(QObject):
    """Shows a day that moves, and does what can wait once it stands still.

    Parameters
    ----------
    show : callable
        Shows what holds; done at each move where the last time was quick.
    settle : callable
        Done after the last move.
    parent : QObject
        The lens.
    """

    def __init__(self, show: Callable[[], object], settle: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._settle = show, settle
        self._took = self._ended = 0.0
        self._waits = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._timer.timeout.connect(self._settled)

    def now(self) -> None:
        """Show what holds, whatever it takes, and settle."""
        self.stop()
        self._show()
        self._settle()

    def moved(self) -> None:
        """Follow the day that was moved."""
        if self._took <= _QUICK or self._may_again():
            self._waits = False
            self._show_timed()
        else:
            self._waits = True
        self._timer.start()

    def catch_up(self) -> None:
        """Show what holds where the day has moved on without it."""
        if self._waits:
            self._waits = False
            self._show_timed()

    def stop(self) -> None:
        """Follow no more: the lens is no longer seen."""
        self._timer.stop()
        self._waits = False

    def _settled(self) -> None:
        self.catch_up()
        self._settle()

    def _show_timed(self) -> None:
        begin = perf_counter()
        self._show()
        self._ended = perf_counter()
        self._took = self._ended - begin

    def _may_again(self) -> bool:
        return self._took <= _BEARABLE and perf_counter() - self._ended >= 2 * self._took
