"""Something is worked out beside the window, the last thing that was wanted; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from ui.desktop.working import Work

KeyT = TypeVar("KeyT")
ResultT = TypeVar("ResultT")


class Aside(QObject, Generic[KeyT, ResultT]):
    """Works one thing out at a time, in a thread of its own, and tells what is still wanted by then.

    Parameters
    ----------
    tell : callable
        Given what was wanted and what came of it, in the thread of the window.
    parent : QObject
        With which it ends: the thread is waited for then.
    """

    def __init__(self, tell: Callable[[KeyT, ResultT], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._wanted: tuple[KeyT, Callable[[], ResultT]] | None = None
        self._running: list[tuple[KeyT, Work[ResultT]]] = []
        self.destroyed.connect(_waiting_for(self._running))

    @property
    def is_busy(self) -> bool:
        """Whether something that is wanted is not there yet."""
        return self._wanted is not None

    def start(self, key: KeyT, work: Callable[[], ResultT]) -> None:
        """Work something out, after what is under way; whatever else was wanted is wanted no more.

        Parameters
        ----------
        key : object
            By which it is known: what is under way with the same key is not begun again.
        work : callable
            Must touch no widget and nothing that changes meanwhile.
        """
        self._wanted = (key, work)
        if not self._running:
            self._begin()

    def give_up(self) -> None:
        """Want nothing any more: what comes of what is under way is told to nobody."""
        self._wanted = None

    def finish(self) -> None:
        """Wait for what is wanted, and tell it at once."""
        while self._wanted is not None:
            self._running[0][1].wait()
            self._take()

    def end(self) -> None:
        """Want nothing any more and wait until no thread is left; what came of it is looked at by nobody."""
        self.give_up()
        _waiting_for(self._running)()
        self._running.clear()

    def _begin(self) -> None:
        if self._wanted is not None:
            key, work = self._wanted
            thread = Work(lambda _tell: work())
            self._running.append((key, thread))
            thread.finished.connect(self._take, Qt.ConnectionType.QueuedConnection)
            thread.start()

    def _take(self) -> None:
        """Tell what came of it, where it is what is wanted; else begin what is."""
        if not self._running or not self._running[0][1].is_done:
            return  # it was waited for and taken already
        key, thread = self._running.pop()
        wanted = self._wanted
        if wanted is None or wanted[0] != key:
            self._begin()
            thread.outcome()  # a fault is a fault, whoever waits for it
            return
        self._wanted = None
        self._tell(key, thread.outcome())


def _waiting_for(running: list[tuple[KeyT, Work[ResultT]]]) -> Callable[[], None]:
    def wait() -> None:
        for _, thread in running:
            thread.wait()

    return wait
