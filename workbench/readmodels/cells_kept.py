"""What most days have in common: cells of positions that still stand, and the issues themselves."""

from __future__ import annotations

from typing import TypeAlias

from workbench.analysis.standing import Standing
from workbench.domain.issue import Issue
from workbench.domain.saying import translate
from workbench.readmodels.cells import Seen, position_cell, seen_in
from workbench.readmodels.matrix_types import IssueRow, PositionCell
from workbench.snapshot import Snapshot

_MOST = 20_000

_Key: TypeAlias = tuple[int, int, Seen]


class KeptCells:
    """Cells of one snapshot by what they show, handed on from day to day."""

    def __init__(self) -> None:
        self._cells: dict[_Key, PositionCell] = {}
        self._issues: tuple[IssueRow, ...] | None = None

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
