"""Long work in the thread of the window, a moment at a time: the window answers between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
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
    """

    def __init__(self, tell: Callable[[StepT], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._steps: Iterator[StepT] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self._work(_AT_A_TIME))

    def start(self, steps: Iterator[StepT]) -> None:
        """Begin other work; what went on before is given up."""
        self._timer.stop()
        self._steps = steps
        self._work(_AT_FIRST)

    def stop(self) -> None:
        """Give the work up."""
        self._timer.stop()
        self._steps = iter(())

    def _work(self, seconds: float) -> None:
        until, reached = perf_counter() + seconds, None
        for step in self._steps:
            reached = step
            if perf_counter() >= until:
                self._timer.start()
                break
        if reached is not None:
            self._tell(reached)
