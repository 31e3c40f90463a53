"""How an open case is looked at: the day, the audience, the selection, and what is read for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from ui.desktop.reading import Reading
from ui.desktop.view_state import Pair, Selection, ViewState, first_view
from workbench.domain.audience import Audience
from workbench.domain.case import Record, RecordKey
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.names import Names, over_time
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore
from workbench.readmodels.inspector_types import Inspection
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot


class Looking(QObject):
    """What of one open case is shown; every view follows its signals.

    The case is read once for each edit and audience, the positions are worked out once for each day.

    Parameters
    ----------
    store : CaseStore
        The open case.
    reading : Reading, optional
        The case as it was read already, in another thread.
    """

    view_changed = Signal(object)
    """Names of the fields of ``view`` that changed, a frozenset."""
    day_changed = Signal(object)
    """The day shown, while it moves too."""
    failed = Signal(str)
    """Why something could not be done."""
    explained = Signal(object)
    """What a lens has to say of what is chosen in it, an ``Inspection``; none for nothing."""

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

    @property
    def may_edit(self) -> bool:
        """Whether records can be changed: only where nothing of them is kept from the screen."""
        return self._view.audience.sees_everything and not self.store.is_read_only

    def standing_ref(self, party: str, issue: str) -> str:
        """Return the ref of the position that stands in a cell, empty where none does."""
        standing, snapshot = self.model.standing, self.snapshot
        row = int(standing.rows[snapshot.party_index(party), snapshot.issue_index(issue)])
        return "" if row < 0 else snapshot.table.ref[row]

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

    def show_party(self, code: str, shown: bool) -> None:
        """Take a party into view or out of it."""
        hidden = self._view.hidden - {code} if shown else self._view.hidden | {code}
        self._change(replace(self._view, hidden=hidden))

    def show_only(self, codes: Iterable[str] | None) -> None:
        """Take all parties but these out of view; none for all of them in view."""
        kept = None if codes is None else set(codes)
        every = {party.code for party in self.snapshot.parties}
        self._change(replace(self._view, hidden=frozenset(every - kept if kept is not None else ())))

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

    def _change(self, view: ViewState) -> None:
        changed = view.differing(self._view)
        if changed:
            self._view = view
            self.view_changed.emit(changed)


def read_first(store: CaseStore) -> Reading:
    """Return a case as it opens, with what the window shows of it worked out; for another thread."""
    reading = Reading(store)
    reading.prepare(_view_at_first(reading))
    return reading


def _view_at_first(reading: Reading) -> ViewState:
    return first_view(reading.case, datetime.now(tz=UTC).astimezone().date())
