"""The open case and how it is looked at. Views listen to it and never call each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from ui.desktop.following import followed
from ui.desktop.reading import Reading
from ui.desktop.view_state import Pair, Selection, ViewState, first_view
from workbench.domain.audience import Audience
from workbench.domain.case import Record, RecordKey
from workbench.domain.errors import CaseError
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore, ChangeSet, Operation
from workbench.readmodels.inspector_types import Inspection
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot


class CaseSession(QObject):
    """One open case, what of it is shown, and what can be done with it.

    The case is read once for each edit and audience, the positions are worked out once for each day.

    Parameters
    ----------
    store : CaseStore
        The open case; closed by `close`.
    """

    case_changed = Signal(object)
    """What was done, a ``ChangeSet``: the case is no longer the same."""
    view_changed = Signal(object)
    """Names of the fields of ``view`` that changed, a frozenset."""
    day_changed = Signal(object)
    """The day shown, while it moves too."""
    failed = Signal(str)
    """Why something could not be done."""
    explained = Signal(object)
    """What a lens has to say of what is chosen in it, an ``Inspection``; none for nothing."""

    def __init__(self, store: CaseStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._reading = Reading(store)
        self._is_signed = False
        self._view = first_view(self._reading.case, datetime.now(tz=UTC).astimezone().date())

    @property
    def view(self) -> ViewState:
        """How the case is looked at."""
        return self._view

    @property
    def snapshot(self) -> Snapshot:
        """The case as the audience may see it, contested names in the form chosen: for looking."""
        return self._reading.named(self._view)

    @property
    def kept(self) -> Snapshot:
        """The case as the audience may see it, names as they were entered: for writing."""
        return self._reading.snapshot(self._view.audience)

    @property
    def model(self) -> PositionsModel:
        """The Positions lens on the day shown."""
        return self._reading.model(self._view)

    @property
    def timeline(self) -> Timeline:
        """Events, deadlines and distances over time."""
        return self._reading.timeline(self._view)

    def inspection(self, selection: Selection) -> Inspection:
        """Return what there is to say of a cell or a room on the day shown."""
        return self._reading.inspection(self._view, selection)

    def record(self, table: str, key: RecordKey) -> Record | None:
        """Return a record as the audience may see it, none where it is not in reach."""
        return self._reading.record(self._view, table, key)

    @property
    def may_edit(self) -> bool:
        """Whether records can be changed: only where nothing of them is kept from the screen."""
        return self._view.audience.sees_everything and not self.store.is_read_only

    def set_day(self, day: date) -> None:
        """Show another day."""
        if day != self._view.day:
            self._change(replace(self._view, day=day))
            self.day_changed.emit(day)

    def set_compared(self, day: date | None) -> None:
        """Compare with another day, or with none."""
        self._change(replace(self._view, compared=day))

    def set_basis(self, basis: Basis) -> None:
        """Choose which track stands where both do."""
        self._change(replace(self._view, basis=basis))

    def set_audience(self, audience: Audience) -> None:
        """Read the case for another audience; what it may not see is gone from every view."""
        before = self._view
        try:
            self._change(self._reading.within_reach(replace(before, audience=audience)))
        except CaseError as error:
            self._view = before
            self.failed.emit(str(error))

    def look_as(self, view: ViewState) -> None:
        """Look at the case as another time, as far as what was looked at is still there."""
        self._change(self._reading.within_reach(view))

    def set_pairs(self, pairs: tuple[Pair, ...] | None) -> None:
        """Choose whose distances are drawn over time."""
        self._change(replace(self._view, pairs=pairs))

    def set_names(self, names: str) -> None:
        """Choose which form of contested names is shown: neutral, both, or a party's own, by its code."""
        self._change(self._reading.within_reach(replace(self._view, names=names)))

    def say_anew(self) -> None:
        """Say everything again: days or names are written otherwise now."""
        self._reading.forget_words()
        self.view_changed.emit(frozenset({"names"}))

    def sign_as(self, author: str) -> None:
        """Put this name beside what is done from now on; the usual one for none."""
        if author or self._is_signed:
            self._is_signed = True
            self.store.sign_as(author)

    def show_party(self, code: str, shown: bool) -> None:
        """Take a party into view or out of it."""
        hidden = self._view.hidden - {code} if shown else self._view.hidden | {code}
        self._change(replace(self._view, hidden=hidden))

    def fold(self, group: str, folded: bool) -> None:
        """Show a group as one column, or its members apart."""
        kept = self._view.folded | {group} if folded else self._view.folded - {group}
        self.show_folded(kept)

    def show_folded(self, groups: frozenset[str]) -> None:
        """Show exactly these groups as one column each; what was selected stays so."""
        self._change(self._reading.folded(self._view, groups))

    def select(self, selection: Selection | None) -> None:
        """Choose what the inspector explains."""
        self._change(replace(self._view, selection=selection))

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
        self._reread(done)
        return done

    def adopt(self, done: ChangeSet, reading: Reading) -> None:
        """Go on with the case as it was read anew in another thread after something was done to it."""
        self._reading = reading
        self._view = reading.within_reach(followed(self._view, done))
        self.case_changed.emit(done)

    def undo(self, initiator: str = "") -> ChangeSet | None:
        """Take back what was done last."""
        return self._spoken(lambda: self._reread(self.store.undo(initiator)))

    def redo(self, initiator: str = "") -> ChangeSet | None:
        """Do again what was taken back last."""
        return self._spoken(lambda: self._reread(self.store.redo(initiator)))

    def close(self) -> None:
        """Close the case."""
        self.store.close()

    def _spoken(self, write: Callable[[], ChangeSet | None]) -> ChangeSet | None:
        try:
            return write()
        except CaseError as error:
            self.failed.emit(str(error))
            return None

    def _reread(self, done: ChangeSet | None) -> ChangeSet | None:
        if done is not None:
            self._reading.read_again()
            self._view = self._reading.within_reach(followed(self._view, done))
            self.case_changed.emit(done)
        return done

    def _change(self, view: ViewState) -> None:
        changed = view.differing(self._view)
        if changed:
            self._view = view
            self.view_changed.emit(changed)
