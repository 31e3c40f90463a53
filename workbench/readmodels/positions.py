"""The Positions lens: issues in baskets down, parties across, the room of those needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np

from workbench.analysis.groups import Seat
from workbench.analysis.room import needed_parties, room_of
from workbench.analysis.standing import standing_on
from workbench.columns import IntColumn
from workbench.domain.audience import Audience
from workbench.domain.vocabulary import Basis
from workbench.readmodels.cells import room_summary
from workbench.readmodels.cells_group import group_cell
from workbench.readmodels.cells_kept import PRESSING, KeptCells
from workbench.readmodels.courses_kept import kept_courses
from workbench.readmodels.matrix_types import (
    CourseSpan,
    IssueRow,
    NextDeadline,
    PositionCell,
    RoomSummary,
)
from workbench.readmodels.positions_seats import folds_on
from workbench.readmodels.span import known_span
from workbench.snapshot import Snapshot


class PositionsModel:
    """What the Positions lens shows on one day.

    Cells, rooms and courses are worked out when first asked for and then kept, so that a large case
    costs no more than what is seen of it.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    day : date
        The day shown.
    basis : Basis
        Which track stands where both do.
    compared : date, optional
        The day with which it is compared.
    parties : sequence of str, optional
        Codes of the parties in view, all in the order of the case where not given. The room is that
        of the parties needed and in view.
    folded : collection of str
        Codes of the groups shown as one column each; the room is not changed by it.
    before : PositionsModel, optional
        The model shown before, of which is taken over what did not change.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        day: date,
        basis: Basis,
        compared: date | None = None,
        parties: Sequence[str] | None = None,
        *,
        folded: Collection[str] = (),
        before: PositionsModel | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.day = day
        self.basis = basis
        self.compared = compared
        self.kept: KeptCells = before.kept if before and before.snapshot is snapshot else KeptCells()
        self.standing = standing_on(snapshot, day, basis)
        self._then = self.kept.standing(snapshot, compared, basis) if compared else None
        shown = None if parties is None else frozenset(parties)
        numbered = enumerate(snapshot.parties)
        self._parties = tuple(number for number, own in numbered if shown is None or own.code in shown)
        self._is_in_sight = np.zeros(len(snapshot.parties), np.bool_)
        self._is_in_sight[list(self._parties)] = True
        self._cells: dict[tuple[int, int], PositionCell] = {}
        self._rooms: dict[int, RoomSummary] = {}
        self._courses: dict[int, tuple[CourseSpan, ...]] = {}
        self.folds = folds_on(snapshot, day, self._parties, folded)
        self._seats, self.columns = self.kept.across(snapshot, day, self._parties, self.folds)
        self.rows = self._rows()
        self.baskets = self.kept.baskets(snapshot)
        self.course_span = known_span(snapshot, day)

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.snapshot.title

    @property
    def audience(self) -> Audience:
        """For whom the case was read."""
        return self.snapshot.audience

    def cell(self, row: int, column: int) -> PositionCell:
        """Return the cell of a row and a column (numbers)."""
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._made(self._seats[column], row)
            self._cells[row, column] = cell
        return cell

    def _made(self, seat: Seat, row: int) -> PositionCell:
        if seat.is_group:
            return group_cell(self.standing, seat, row)
        return self.kept.cell(self.standing, self._then, seat.members[0], row)

    @property
    def in_view(self) -> tuple[int, ...]:
        """Numbers of the parties in view, those of folded groups too."""
        return self._parties

    def room(self, row: int) -> RoomSummary | None:
        """Return the room of the parties needed and in view; none for a fact or a norm."""
        if not self.rows[row].has_room:
            return None
        summary = self._rooms.get(row)
        if summary is None:
            needed = needed_parties(self.snapshot, row)
            cell = room_of(self.standing, row, self._in_view(needed))
            summary = room_summary(self.standing, cell, len(needed), self._parties)
            self._rooms[row] = summary
        return summary

    def course(self, row: int) -> tuple[CourseSpan, ...]:
        """Return that room over the years, oldest first; unknown is left out."""
        if not self.rows[row].has_room:
            return ()
        if row not in self._courses:
            rows = self.kept.beside(self.snapshot, row)
            asked = {own: self._needed(own) for own in rows if self.rows[own].has_room}
            self._courses.update(kept_courses(self.snapshot, asked, self.basis))
        return self._courses[row]

    def _needed(self, row: int) -> tuple[int, ...]:
        """Return the parties needed and in view."""
        return self._in_view(needed_parties(self.snapshot, row))

    def _in_view(self, parties: Sequence[int]) -> tuple[int, ...]:
        if len(parties) == len(self.snapshot.parties):
            return self._parties
        return tuple(party for party in parties if self._is_in_sight[party])

    @property
    def deadline(self) -> NextDeadline | None:
        """The next deadline on or after the day shown."""
        ahead = [
            (event.date.effective, event.title)
            for event in self.snapshot.case.events
            if event.is_deadline and event.date.effective >= self.day
        ]
        if not ahead:
            return None
        day, title = min(ahead)
        return NextDeadline(title, day, (day - self.day).days)

    def _rows(self) -> tuple[IssueRow, ...]:
        """Return the issues, each with the parties in view for which time presses or waiting helps."""
        rows, table = list(self.kept.issues(self.snapshot)), self.snapshot.table
        known = self.kept.pressing(self.snapshot)
        stands = self.standing.rows[table.party[known], table.issue[known]] == known
        own = known[stands & self._is_in_sight[table.party[known]]]
        pressed, waiting = (self._labels(own[table.time_pressure[own] == kind]) for kind in PRESSING)
        for issue in pressed.keys() | waiting.keys():
            labels = pressed.get(issue, ()), waiting.get(issue, ())
            rows[issue] = replace(rows[issue], pressed=labels[0], waiting=labels[1])
        return tuple(rows)

    def _labels(self, rows: IntColumn) -> dict[int, tuple[str, ...]]:
        """Return the labels of the parties of some positions, by issue, in which order they come."""
        issues, parties = self.snapshot.table.issue[rows], self.snapshot.table.party[rows]
        labels = np.array([party.label for party in self.snapshot.parties], np.object_)[parties].tolist()
        starts = np.flatnonzero(np.diff(issues, prepend=-1))
        edges = [*starts.tolist(), len(rows)]
        spans = zip(issues[starts].tolist(), pairwise(edges), strict=True)
        return {issue: tuple(labels[first:last]) for issue, (first, last) in spans}
