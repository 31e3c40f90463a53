"""What of an open case is seen now: its snapshot, the positions on a day, time, what is said of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui.desktop.reading import Reading
from ui.desktop.view_state import Selection, ViewState, first_view
from workbench.domain.case import Record, RecordKey
from workbench.domain.labels import Label
from workbench.domain.names import Names, described, introduced, over_time
from workbench.ports import CaseStore
from workbench.readmodels.inspector_types import Inspection
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot


class Sight(QObject):
    """An open case as its audience may see it.

    The case is read once for each edit and audience, the positions are worked out once for each day.

    Parameters
    ----------
    store : CaseStore
        The open case.
    reading : Reading, optional
        The case as it was read already, in another thread.
    """

    def __init__(
        self, store: CaseStore, parent: QObject | None = None, reading: Reading | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._reading = reading or Reading(store)
        self._view = _view_at_first(self._reading)

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

    @property
    def timeline_at_hand(self) -> Timeline:
        """The same without distances that would have to be worked out first."""
        return self._reading.timeline_at_hand(self._view)

    def timeline_steps(self) -> Iterator[bool]:
        """Work out the distances of the timeline pair by pair; true when all are known."""
        return self._reading.timeline_steps(self._view)

    def inspection(self, selection: Selection) -> Inspection:
        """Return what there is to say of a cell or a room on the day shown."""
        return self._reading.inspection(self._view, selection)

    def record(self, table: str, key: RecordKey) -> Record | None:
        """Return a record as the audience may see it, none where it is not in reach."""
        return self._reading.record(self._view, table, key)

    @property
    def names(self) -> Names:
        """What the records in reach are called, contested names in the form chosen."""
        return self._reading.names(self._view)

    def names_over_time(self) -> Names:
        """Return what records are called that the history names, codes of any time included."""
        return over_time(self.names, self.store.earlier())

    def say(self, label: Label) -> str:
        """Return what was done or would be taken back; nothing where something is kept from the screen."""
        if not self._view.audience.sees_everything:
            return ""
        names = self.names
        return label.say(lambda table, key: names(table, key) or self.names_over_time()(table, key))

    def introduce(self, table: str, key: RecordKey) -> str:
        """Return what a record is and what it is called, by its code where it is not in reach."""
        record = self.record(table, key)
        return described(table, key) if record is None else introduced(record, self.names)

    @property
    def hides_parties(self) -> bool:
        """Whether a party that the audience may see was taken out of view."""
        hidden = self._view.hidden
        return bool(hidden) and any(party.code in hidden for party in self.snapshot.parties)

    @property
    def may_edit(self) -> bool:
        """Whether records can be changed: only where nothing of them is kept from the screen."""
        return self._view.audience.sees_everything and not self.store.is_read_only

    def standing_ref(self, party: str, issue: str) -> str:
        """Return the ref of the position that stands in a cell, empty where none does."""
        standing, snapshot = self.model.standing, self.snapshot
        row = int(standing.rows[snapshot.party_index(party), snapshot.issue_index(issue)])
        return "" if row < 0 else snapshot.table.ref[row]


def read_first(store: CaseStore) -> Reading:
    """Return a case as it opens, with what the window shows of it worked out; for another thread."""
    reading = Reading(store)
    reading.prepare(_view_at_first(reading))
    return reading


def _view_at_first(reading: Reading) -> ViewState:
    return first_view(reading.case, datetime.now(tz=UTC).astimezone().date())
