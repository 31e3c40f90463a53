"""What is read out of a case for the window, each thing once for as long as it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.desktop.view_state import Selection, ViewState
from workbench.analysis.room import needed_parties
from workbench.domain.audience import Audience
from workbench.domain.case import Case, Record, RecordKey, key_of
from workbench.ports import CaseStore
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline import build_timeline
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot, take_snapshot

if TYPE_CHECKING:
    from workbench.readmodels.inspector_types import Inspection


class Reading:
    """Snapshots by audience, and the read models of the view shown last."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._columns = store.read()
        self._snapshots: dict[Audience, Snapshot] = {}
        self._model: tuple[object, PositionsModel] | None = None
        self._timeline: tuple[object, Timeline] | None = None

    @property
    def case(self) -> Case:
        """The records as they stand, without the positions."""
        return self._columns.case

    def read_again(self) -> None:
        """Forget what was read: the case has changed."""
        self._columns = self._store.read()
        self._snapshots.clear()

    def snapshot(self, audience: Audience) -> Snapshot:
        """Return the case as an audience may see it."""
        if audience not in self._snapshots:
            self._snapshots[audience] = take_snapshot(self._columns, audience)
        return self._snapshots[audience]

    def model(self, view: ViewState) -> PositionsModel:
        """Return the Positions lens."""
        snapshot = self.snapshot(view.audience)
        key = (snapshot, view.day, view.compared, view.basis, view.hidden)
        if self._model is None or self._model[0] != key:
            shown = [party.code for party in snapshot.parties if party.code not in view.hidden]
            self._model = (key, PositionsModel(snapshot, view.day, view.basis, view.compared, shown))
        return self._model[1]

    def timeline(self, view: ViewState) -> Timeline:
        """Return events, deadlines and distances over time."""
        snapshot = self.snapshot(view.audience)
        key = (snapshot, view.basis, view.pairs)
        if self._timeline is None or self._timeline[0] != key:
            self._timeline = (key, build_timeline(snapshot, view.basis, view.pairs))
        return self._timeline[1]

    def inspection(self, view: ViewState, selection: Selection) -> Inspection:
        """Return what there is to say of a cell or a room."""
        from workbench.readmodels.inspector import inspect_cell  # noqa: PLC0415 - after the first paint

        parties = selection.parties or self._needed_in_view(view, selection.issue)
        return inspect_cell(self.snapshot(view.audience), view.day, view.basis, parties, selection.issue)

    def record(self, audience: Audience, table: str, key: RecordKey) -> Record | None:
        """Return a record as an audience may see it, none where it is not in reach."""
        snapshot = self.snapshot(audience)
        if table == "positions":
            row = next((row for row, ref in enumerate(snapshot.table.ref) if (ref,) == key), None)
            return None if row is None else snapshot.position(row)
        return next((record for record in snapshot.case.table(table) if key_of(record) == key), None)

    def within_reach(self, view: ViewState) -> ViewState:
        """Return a view without what its audience may not see, or what is gone."""
        snapshot = self.snapshot(view.audience)
        parties = {party.code for party in snapshot.parties}
        issues = {issue.code for issue in snapshot.issues}
        chosen = view.selection
        if chosen and (chosen.issue not in issues or not parties.issuperset(chosen.parties)):
            chosen = None
        pairs = view.pairs and tuple(pair for pair in view.pairs if parties.issuperset(pair))
        return replace(view, selection=chosen, pairs=pairs, hidden=view.hidden & parties)

    def _needed_in_view(self, view: ViewState, issue: str) -> tuple[str, ...]:
        """Return the codes of the parties that the room of an issue is taken over."""
        snapshot = self.snapshot(view.audience)
        needed = needed_parties(snapshot, snapshot.issue_index(issue))
        codes = (snapshot.parties[number].code for number in needed)
        return tuple(code for code in codes if code not in view.hidden)
