"""Work that can wait until what it fills has been on the screen once: the matrix comes first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstSight(QObject):
    """Does something once, after a widget was painted for the first time.

    Parameters
    ----------
    widget : QWidget
        What is looked at; of a scroll area its viewport.
    do : callable
        Done when the events at hand have been dealt with.
    """

    def __init__(self, widget: QWidget, do: Callable[[], object]) -> None:
        super().__init__(widget)
        self._do: Callable[[], object] | None = do
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)
        widget.installEventFilter(self)

    @property
    def is_over(self) -> bool:
        """Whether it has been done."""
        return self._do is None

    def now(self) -> None:
        """Do it now, unless it has been done."""
        do, self._do = self._do, None
        if do is not None:
            do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False
