"""What is read out of a case for the window, each thing once for as long as it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from ui.desktop.view_state import BOTH_NAMES, NEUTRAL_NAMES, Pair, Selection, ViewState
from workbench.analysis.room import needed_parties
from workbench.columns import CaseColumns
from workbench.columns_after import columns_after
from workbench.domain.audience import Audience
from workbench.domain.case import Case, Record, RecordKey, key_of
from workbench.domain.names import Names, names_of
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore, ChangeSet
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline import Courses, build_frame, default_pairs, with_lines
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import Snapshot, take_snapshot

if TYPE_CHECKING:
    from workbench.readmodels.inspector_types import Inspection


_BEHIND_COURSES = frozenset({"parties", "issues", "options"})
"""Tables on which distances rest besides the positions."""


class Reading:
    """Snapshots by audience, and the read models of the view shown last."""

    def __init__(self, store: CaseStore, columns: CaseColumns | None = None) -> None:
        self._store = store
        self._after: object = None
        self._columns = store.read() if columns is None else columns
        self._snapshots: dict[Audience, Snapshot] = {}
        self._named: tuple[object, Snapshot] | None = None
        self._called: tuple[Snapshot, Names] | None = None
        self._model: tuple[object, PositionsModel] | None = None
        self._frame: tuple[object, Timeline] | None = None
        self._timeline: tuple[object, Timeline] | None = None
        self._courses: dict[tuple[Audience, Basis], Courses] = {}

    @property
    def case(self) -> Case:
        """The records as they stand, without the positions."""
        return self._columns.case

    def after(self, done: ChangeSet, *, is_new: bool) -> Reading:
        """Return the case as it stands after something was done to it, read again only where it has to be.

        Parameters
        ----------
        is_new : bool
            Whether it was done, rather than taken back or done again: what came in stands at the end then.
        """
        if not done.changes:
            return self
        columns = columns_after(self._columns, done, is_new=is_new)
        reading = Reading(self._store, columns)
        reading._after = self._columns
        if columns is not None and not done.tables & _BEHIND_COURSES:
            reading._courses = dict(self._courses_left(_parties_of(done)))
        return reading

    def _courses_left(self, parties: set[str]) -> Iterator[tuple[tuple[Audience, Basis], Courses]]:
        """Yield the distances that no position of some parties changes."""
        for key, courses in self._courses.items():
            if key[0].sees_everything:  # for others a source may decide what is there
                yield key, {pair: own for pair, own in courses.items() if parties.isdisjoint(pair)}

    def follows(self, before: Reading) -> bool:
        """Tell whether nothing else was done between that reading and this; the one before is let go."""
        known, self._after = self._after, None
        return known is None or known is before._columns

    def prepare(self, view: ViewState) -> None:
        """Work out what the window shows first, so that it has nothing to wait for."""
        self.model(view)
        self.timeline(view)

    def forget_words(self) -> None:
        """Forget what was put into words."""
        self._model = self._timeline = self._frame = None

    def snapshot(self, audience: Audience) -> Snapshot:
        """Return the case as an audience may see it."""
        if audience not in self._snapshots:
            self._snapshots[audience] = take_snapshot(self._columns, audience)
        return self._snapshots[audience]

    def named(self, view: ViewState) -> Snapshot:
        """Return the case as an audience may see it, contested names in the form chosen.

        What somebody said stays as it was said. For looking only: what is changed is read from `snapshot`.
        """
        key = (self.snapshot(view.audience), view.names)
        if self._named is None or self._named[0] != key:
            self._named = (key, in_names(key[0], view.names))
        return self._named[1]

    def names(self, view: ViewState) -> Names:
        """Return what the records in reach are called."""
        snapshot = self.named(view)
        if self._called is None or self._called[0] is not snapshot:
            self._called = (snapshot, names_of(snapshot.case))
        return self._called[1]

    def model(self, view: ViewState) -> PositionsModel:
        """Return the Positions lens."""
        snapshot = self.named(view)
        key = (snapshot, view.day, view.compared, view.basis, view.hidden, view.folded)
        if self._model is None or self._model[0] != key:
            shown = [party.code for party in snapshot.parties if party.code not in view.hidden]
            before = self._model[1] if self._model else None
            days = (view.day, view.basis, view.compared)
            model = PositionsModel(snapshot, *days, shown, folded=view.folded, before=before)
            self._model = (key, model)
        return self._model[1]

    def timeline_at_hand(self, view: ViewState) -> Timeline:
        """Return the timeline, without distances that would have to be worked out first."""
        key = self._timeline_key(view)
        if self._timeline is not None and self._timeline[0] == key:
            return self._timeline[1]
        if self._frame is None or self._frame[0] != (key[0], key[-1]):
            self._frame = ((key[0], key[-1]), build_frame(key[0], key[-1]))
        return self._frame[1]

    def timeline(self, view: ViewState) -> Timeline:
        """Return events, deadlines and distances over time."""
        key = self._timeline_key(view)
        if self._timeline is None or self._timeline[0] != key:
            courses = self._courses.setdefault((view.audience, view.basis), {})
            frame = self.timeline_at_hand(view)
            self._timeline = (key, with_lines(frame, key[0], view.basis, view.pairs, courses))
        return self._timeline[1]

    def timeline_steps(self, view: ViewState) -> Iterator[bool]:
        """Work out the distances of a timeline pair by pair; true when all are known."""
        key = self._timeline_key(view)
        if self._timeline is None or self._timeline[0] != key:
            courses = self._courses.setdefault((view.audience, view.basis), {})
            for pair in default_pairs(key[0]) if view.pairs is None else view.pairs:
                with_lines(self.timeline_at_hand(view), key[0], view.basis, (pair,), courses)
                yield False
        yield True

    def _timeline_key(self, view: ViewState) -> tuple[Snapshot, Basis, tuple[Pair, ...] | None, date | None]:
        snapshot = self.named(view)
        return snapshot, view.basis, view.pairs, None if len(snapshot.table) else view.day

    def inspection(self, view: ViewState, selection: Selection) -> Inspection:
        """Return what there is to say of a cell or a room."""
        from workbench.readmodels.inspector import inspect_cell  # noqa: PLC0415 - after the first paint

        if selection.group:
            return self._group_inspection(view, selection)
        parties = selection.parties or self._needed_in_view(view, selection.issue)
        return inspect_cell(self.named(view), view.day, view.basis, parties, selection.issue)

    def _group_inspection(self, view: ViewState, selection: Selection) -> Inspection:
        from workbench.readmodels.cells_group_inspection import inspect_group  # noqa: PLC0415 - as above

        snapshot, group = self.named(view), selection.group
        shown = [party.code for party in snapshot.parties if party.code not in view.hidden]
        return inspect_group(snapshot, view.day, view.basis, group, selection.issue, in_view=shown)

    def record(self, view: ViewState, table: str, key: RecordKey) -> Record | None:
        """Return a record as an audience may see it, none where it is not in reach.

        An audience for which records can be changed gets the record as it stands, names as they were entered.
        """
        snapshot = self.snapshot(view.audience) if view.audience.sees_everything else self.named(view)
        if table == "positions":
            row = next((row for row, ref in enumerate(snapshot.table.ref) if (ref,) == key), None)
            return None if row is None else snapshot.position(row)
        return next((record for record in snapshot.case.table(table) if key_of(record) == key), None)

    def within_reach(self, view: ViewState) -> ViewState:
        """Return a view without what its audience may not see, or what is gone."""
        snapshot = self.snapshot(view.audience)
        parties = {party.code for party in snapshot.parties}
        issues = {issue.code for issue in snapshot.issues}
        groups = {group.code for group in snapshot.case.groups}
        chosen = view.selection and _within(view.selection, issues, parties, groups)
        pairs = view.pairs and tuple(pair for pair in view.pairs if parties.issuperset(pair))
        return replace(
            view,
            selection=chosen,
            pairs=pairs,
            hidden=view.hidden & parties,
            folded=view.folded & groups,
            names=view.names if view.names in {NEUTRAL_NAMES, BOTH_NAMES, *parties} else NEUTRAL_NAMES,
        )

    def folded(self, view: ViewState, groups: frozenset[str]) -> ViewState:
        """Return a view with exactly these groups folded; the selection follows its parties."""
        after = replace(view, folded=groups)
        chosen = view.selection
        if chosen is None or not chosen.parties:
            return after
        members = {fold.code: fold.members for fold in self.model(after).folds if fold.is_folded}
        whole = next((code for code, own in members.items() if set(chosen.parties) <= set(own)), "")
        parties = members.get(whole, chosen.parties)
        return replace(after, selection=replace(chosen, parties=parties, group=whole))

    def _needed_in_view(self, view: ViewState, issue: str) -> tuple[str, ...]:
        """Return the codes of the parties that the room of an issue is taken over."""
        snapshot = self.snapshot(view.audience)
        needed = needed_parties(snapshot, snapshot.issue_index(issue))
        codes = (snapshot.parties[number].code for number in needed)
        return tuple(code for code in codes if code not in view.hidden)


def _parties_of(done: ChangeSet) -> set[str]:
    """Return the parties of whom positions changed."""
    sides = (side for change in done.changes for side in (change.before, change.after))
    return {side.party for side in sides if isinstance(side, Position)}


def _within(chosen: Selection, issues: set[str], parties: set[str], groups: set[str]) -> Selection | None:
    """Return what of a selection is in reach; none where its issue or one of its parties is not."""
    gone = chosen.issue not in issues or not parties.issuperset(chosen.parties)
    if gone or (chosen.group and chosen.group not in groups):
        return None
    others = tuple(own for own in chosen.others if own[0] in issues and own[1] in parties)
    return replace(chosen, others=others)


def in_names(snapshot: Snapshot, names: str) -> Snapshot:
    """Return a snapshot with contested names in the form chosen: neutral, both, or a party's own.

    A party out of reach has no say in it: then the neutral form is shown.
    """
    from workbench.briefs.terms import in_terms_of, policy_for  # noqa: PLC0415 - few cases have such names

    if not snapshot.case.terms:
        return snapshot
    known = {NEUTRAL_NAMES, BOTH_NAMES, *(party.code for party in snapshot.parties)}
    chosen = names if names in known else NEUTRAL_NAMES
    return in_terms_of(snapshot, policy_for(snapshot, chosen, QLocale().bcp47Name()))
