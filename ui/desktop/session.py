"""The open case: what is done with it and, by way of `Looking`, how it is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.desktop.following import followed
from ui.desktop.looking import Looking
from ui.desktop.reading import Reading
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore, ChangeSet, Operation


class CaseSession(Looking):
    """One open case, what of it is shown, and what can be done with it.

    Parameters
    ----------
    store : CaseStore
        The open case; closed by `close`.
    reading : Reading, optional
        The case as it was read already, in another thread.
    """

    case_changed = Signal(object)
    """What was done, a ``ChangeSet``: the case is no longer the same."""

    def __init__(
        self, store: CaseStore, parent: QObject | None = None, reading: Reading | None = None
    ) -> None:
        super().__init__(store, parent, reading)
        self._is_signed = False

    def sign_as(self, author: str) -> None:
        """Put this name beside what is done from now on; the usual one for none."""
        if author or self._is_signed:
            self._is_signed = True
            self.store.sign_as(author)

    def perform(self, operation: Operation, initiator: str = "") -> ChangeSet | None:
        """Do something to the case; return none where it could not be done, having said why."""
        return self._spoken(lambda: self.commit(operation, initiator))

    def commit(self, operation: Operation, initiator: str = "") -> ChangeSet:
        """Do something to the case; what keeps it from being done is raised.

        Raises
        ------
        CaseError
            If it cannot be done; the case is as it was.
        """
        done = self.store.perform(operation, initiator)
        self.adopt(done, self._reading.after(done, is_new=True))
        return done

    def adopt(self, done: ChangeSet, reading: Reading) -> None:
        """Go on with the case as it was read after something was done to it, here or in another thread."""
        # While another thread took something back, something else may have been done here.
        self._reading = reading if reading.follows(self._reading) else Reading(self.store)
        self._view = self._reading.within_reach(followed(self._view, done))
        self.case_changed.emit(done)

    def reading_after(self, done: ChangeSet) -> Reading:
        """Return the case as it stands after a step back or forth, with what the window shows worked out.

        For another thread; the session goes on with it by `adopt`.
        """
        reading = self._reading.after(done, is_new=False)
        reading.model(reading.within_reach(followed(self._view, done)))
        return reading

    def undo(self, initiator: str = "") -> ChangeSet | None:
        """Take back what was done last."""
        return self._spoken(lambda: self._stepped(self.store.undo(initiator)))

    def redo(self, initiator: str = "") -> ChangeSet | None:
        """Do again what was taken back last."""
        return self._spoken(lambda: self._stepped(self.store.redo(initiator)))

    def close(self) -> None:
        """Close the case."""
        self.store.close()

    def _spoken(self, write: Callable[[], ChangeSet | None]) -> ChangeSet | None:
        try:
            return write()
        except CaseError as error:
            self.failed.emit(str(error))
            return None

    def _stepped(self, done: ChangeSet | None) -> ChangeSet | None:
        if done is not None:
            self.adopt(done, self._reading.after(done, is_new=False))
        return done
