"""The open case and how it is looked at. Views listen to it and never call each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from ui.desktop.view_state import Pair, Selection, ViewState, first_view
from workbench.analysis.room import needed_parties
from workbench.domain.audience import Audience
from workbench.domain.case import Record, RecordKey, key_of
from workbench.domain.errors import CaseError
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore, ChangeSet, Operation
from workbench.readmodels.inspector import inspect_cell
from workbench.readmodels.inspector_types import Inspection
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline import build_timeline
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot, take_snapshot


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

    def __init__(self, store: CaseStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._columns = store.read()
        self._snapshots: dict[Audience, Snapshot] = {}
        self._model: tuple[object, PositionsModel] | None = None
        self._timeline: tuple[object, Timeline] | None = None
        self._view = first_view(self._columns.case, datetime.now(tz=UTC).astimezone().date())

    @property
    def view(self) -> ViewState:
        """How the case is looked at."""
        return self._view

    @property
    def snapshot(self) -> Snapshot:
        """The case as the audience may see it."""
        audience = self._view.audience
        if audience not in self._snapshots:
            self._snapshots[audience] = take_snapshot(self._columns, audience)
        return self._snapshots[audience]

    @property
    def model(self) -> PositionsModel:
        """The Positions lens on the day shown."""
        view, snapshot = self._view, self.snapshot
        key = (snapshot, view.day, view.compared, view.basis, view.hidden)
        if self._model is None or self._model[0] != key:
            shown = [party.code for party in snapshot.parties if party.code not in view.hidden]
            self._model = (key, PositionsModel(snapshot, view.day, view.basis, view.compared, shown))
        return self._model[1]

    @property
    def timeline(self) -> Timeline:
        """Events, deadlines and distances over time."""
        view, snapshot = self._view, self.snapshot
        key = (snapshot, view.basis, view.pairs)
        if self._timeline is None or self._timeline[0] != key:
            self._timeline = (key, build_timeline(snapshot, view.basis, view.pairs))
        return self._timeline[1]

    def inspection(self, selection: Selection) -> Inspection:
        """Return what there is to say of a cell or a room on the day shown."""
        view, parties = self._view, selection.parties or self.needed_in_view(selection.issue)
        return inspect_cell(self.snapshot, view.day, view.basis, parties, selection.issue)

    def needed_in_view(self, issue: str) -> tuple[str, ...]:
        """Return the codes of the parties that the room of an issue is taken over."""
        snapshot = self.snapshot
        needed = needed_parties(snapshot, snapshot.issue_index(issue))
        codes = (snapshot.parties[number].code for number in needed)
        return tuple(code for code in codes if code not in self._view.hidden)

    def record(self, table: str, key: RecordKey) -> Record | None:
        """Return a record as the audience may see it, none where it is not in reach."""
        snapshot = self.snapshot
        if table == "positions":
            row = next((row for row, ref in enumerate(snapshot.table.ref) if (ref,) == key), None)
            return None if row is None else snapshot.position(row)
        return next((record for record in snapshot.case.table(table) if key_of(record) == key), None)

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
            self._change(self._within_reach(replace(before, audience=audience)))
        except CaseError as error:
            self._view = before
            self.failed.emit(str(error))

    def set_pairs(self, pairs: tuple[Pair, ...] | None) -> None:
        """Choose whose distances are drawn over time."""
        self._change(replace(self._view, pairs=pairs))

    def show_party(self, code: str, shown: bool) -> None:
        """Take a party into view or out of it."""
        hidden = self._view.hidden - {code} if shown else self._view.hidden | {code}
        self._change(replace(self._view, hidden=hidden))

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
            self._columns = self.store.read()
            self._snapshots.clear()
            self._view = self._within_reach(self._view)
            self.case_changed.emit(done)
        return done

    def _change(self, view: ViewState) -> None:
        changed = view.differing(self._view)
        if changed:
            self._view = view
            self.view_changed.emit(changed)

    def _within_reach(self, view: ViewState) -> ViewState:
        """Drop from the view what the audience may not see, or what is gone."""
        snapshot = self._snapshots.get(view.audience) or take_snapshot(self._columns, view.audience)
        self._snapshots[view.audience] = snapshot
        parties = {party.code for party in snapshot.parties}
        issues = {issue.code for issue in snapshot.issues}
        chosen = view.selection
        if chosen and (chosen.issue not in issues or not parties.issuperset(chosen.parties)):
            chosen = None
        pairs = view.pairs and tuple(pair for pair in view.pairs if parties.issuperset(pair))
        return replace(view, selection=chosen, pairs=pairs, hidden=view.hidden & parties)
