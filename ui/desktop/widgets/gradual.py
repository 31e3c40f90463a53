"""Long work in the thread of the window, a moment at a time: the window answers between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from time import perf_counter, thread_time
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

StepT = TypeVar("StepT")
_AT_FIRST = 0.050
"""Seconds that are worked before anything is painted: what is over by then never flickers."""
_AT_A_TIME = 0.010
"""Seconds that are worked at a time afterwards: less than a frame."""


class Gradual(QObject, Generic[StepT]):
    """Goes through the steps of some work, and tells where it stands after each moment and at the end.

    Parameters
    ----------
    tell : callable
        Given the last step that was reached.
    parent : QObject
        With which the work ends.
    at_first : float
        Seconds that are worked before anything is painted.
    clock : callable
        By which these are told; other work on the machine does not count.
    """

    def __init__(
        self,
        tell: Callable[[StepT], object],
        parent: QObject,
        at_first: float = _AT_FIRST,
        clock: Callable[[], float] = thread_time,
    ) -> None:
        super().__init__(parent)
        self._tell, self._at_first, self._clock = tell, at_first, clock
        self._steps: Iterator[StepT] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._work(_AT_A_TIME, perf_counter))

    def start(self, steps: Iterator[StepT]) -> None:
        """Begin other work; what went on before is given up."""
        self._timer.stop()
        self._steps = steps
        self._work(self._at_first, self._clock)

    def finish(self) -> None:
        """Do what is left of it at once."""
        self._timer.stop()
        self._work(inf, perf_counter)

    def stop(self) -> None:
        """Give the work up."""
        self._timer.stop()
        self._steps = iter(())

    def _work(self, seconds: float, clock: Callable[[], float]) -> None:
        until, reached = clock() + seconds, None
        for step in self._steps:
            reached = step
            if clock() >= until:
                self._timer.start()
                break
        if reached is not None:
            self._tell(reached)
