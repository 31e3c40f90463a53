"""What most days have in common: cells of positions that still stand, and the issues themselves."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import numpy as np

from workbench.analysis.groups import Seat
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import PRESSURES, IntColumn
from workbench.domain.issue import Issue
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Basis, TimePressure
from workbench.readmodels.cells import Seen, position_cell, seen_in
from workbench.readmodels.matrix_types import Basket, GroupFold, IssueRow, PartyColumn, PositionCell
from workbench.readmodels.positions_seats import column_of, seats_in_view
from workbench.snapshot import Snapshot

_MOST = 20_000
PRESSING = [PRESSURES.index(own) for own in (TimePressure.URGENT, TimePressure.WAITING_HELPS)]
"""Time presses, waiting helps: as positions have them."""
_TOGETHER = 8

Across: TypeAlias = tuple[tuple[Seat, ...], tuple[PartyColumn, ...]]
_Key: TypeAlias = tuple[int, int, Seen]


class KeptCells:
    """Cells of one snapshot by what they show, handed on from day to day."""

    def __init__(self) -> None:
        self._cells: dict[_Key, PositionCell] = {}
        self._issues: tuple[IssueRow, ...] | None = None
        self._baskets: tuple[Basket, ...] | None = None
        self._pressing: IntColumn | None = None
        self._beside: dict[int, tuple[int, ...]] = {}
        self._then: Standing | None = None
        self._across: tuple[object, Across] | None = None

    def cell(self, now: Standing, then: Standing | None, party: int, issue: int) -> PositionCell:
        """Return the cell of a party on an issue (numbers)."""
        seen = seen_in(now, then, party, issue)
        key = (party, issue, seen)
        found = self._cells.get(key)
        if found is None:
            if len(self._cells) >= _MOST:
                self._cells.clear()
            found = self._cells[key] = position_cell(now, then, party, issue)
        return found

    def issues(self, snapshot: Snapshot) -> tuple[IssueRow, ...]:
        """Return the issues, without the pressures of a day."""
        if self._issues is None:
            self._issues = tuple(_row(snapshot, number) for number in range(len(snapshot.issues)))
        return self._issues

    def baskets(self, snapshot: Snapshot) -> tuple[Basket, ...]:
        """Return the headings with the issues under them, in the order in which they first come."""
        if self._baskets is None:
            rows: dict[str, list[int]] = {}
            for number, row in enumerate(self.issues(snapshot)):
                rows.setdefault(row.basket, []).append(number)
            self._baskets = tuple(Basket(title, tuple(numbers)) for title, numbers in rows.items())
        return self._baskets

    def pressing(self, snapshot: Snapshot) -> IntColumn:
        """Return the positions (rows) by which time presses or waiting helps, by issue and party."""
        if self._pressing is None:
            table = snapshot.table
            given = [table.time_pressure == own for own in PRESSING]
            rows = np.flatnonzero(given[0] | given[1]).astype(np.int32)
            self._pressing = rows[np.lexsort((table.party[rows], table.issue[rows]))]
        return self._pressing

    def beside(self, snapshot: Snapshot, row: int) -> tuple[int, ...]:
        """Return some rows that stand together, this one among them.

        What costs less for several than one by one is worked out for them all.
        """
        if not self._beside:
            order = [own for basket in self.baskets(snapshot) for own in basket.rows]
            parts = (tuple(order[start : start + _TOGETHER]) for start in range(0, len(order), _TOGETHER))
            self._beside = {own: part for part in parts for own in part}
        return self._beside[row]

    def across(
        self, snapshot: Snapshot, day: date, in_view: tuple[int, ...], folds: tuple[GroupFold, ...]
    ) -> Across:
        """Return who stands side by side, parties in view (numbers) and folded groups, and their columns."""
        key = (in_view, folds)
        if self._across is None or self._across[0] != key:
            folded = [fold.code for fold in folds if fold.is_folded]
            seats = seats_in_view(snapshot, day, in_view, folded)
            columns = tuple(column_of(snapshot, seat, folds) for seat in seats)
            self._across = key, (seats, columns)
        return self._across[1]

    def standing(self, snapshot: Snapshot, day: date, basis: Basis) -> Standing:
        """Return what stands on the day compared with, which seldom moves."""
        if self._then is None or (self._then.day, self._then.basis) != (day, basis):
            self._then = standing_on(snapshot, day, basis)
        return self._then


def basket_of(issue: Issue) -> str:
    """Return the heading under which an issue stands, also where it names no basket."""
    return issue.basket or translate("Positions", "Other", "heading of the issues that name no basket")


def _row(snapshot: Snapshot, number: int) -> IssueRow:
    issue = snapshot.issues[number]
    return IssueRow(
        code=issue.code,
        title=issue.title,
        question=issue.question,
        basket=basket_of(issue),
        kind=issue.kind,
        options=tuple(option.label for option in snapshot.issue_options(number)),
        pressed=(),
        waiting=(),
    )
