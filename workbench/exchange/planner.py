"""What an import would do to each table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from workbench.domain.party import Group
from workbench.exchange.checking import Pair, TableChecker
from workbench.exchange.columns import SPECS
from workbench.exchange.columnwise import ReadTable, read_by_columns
from workbench.exchange.known import KnownCodes
from workbench.exchange.memberships import membership_rows, merge, row_faults
from workbench.exchange.planned import PlannedTable
from workbench.exchange.problems import Problem
from workbench.exchange.standing import Standing, StandingRecords
from workbench.exchange.tables import Table

GROUPS = "groups"
_AT_ONCE = 5000


class TablePlanner:
    """Plans table after table: by columns where everything is in order, else row by row.

    Parameters
    ----------
    groups : sequence of Group
        The groups of the case.
    known : KnownCodes
        Every code that may be referred to.
    problems : list of Problem
        Where problems are added.
    told : callable
        Called with the number of rows that have been checked.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        known: KnownCodes,
        problems: list[Problem],
        told: Callable[[int], None],
    ) -> None:
        self._groups = groups
        self._known = known
        self._problems = problems
        self._told = told
        self._done = 0

    def plan(self, table: Table, standing: Standing) -> PlannedTable:
        """Return what an import would do to a table of which the case has these records."""
        self._told(self._done)
        planned = self._plan(table, standing)
        self._done += len(table.rows)
        self._told(self._done)
        return planned

    def _plan(self, table: Table, standing: Standing) -> PlannedTable:
        if table.name == GROUPS:
            return _one_by_one(table.name, self._group_pairs(table))
        read = read_by_columns(SPECS[table.name], table, standing, self._known)
        if read is None:
            pairs = self._counted(self._checker(table, standing).pairs())
            return _one_by_one(table.name, [(before, after) for _, before, after in pairs])
        if not read.standing:
            return PlannedTable(table.name, (), (), read.added, read.unchanged)
        pairs = self._counted(self._checker(table, standing).pairs_of(read.standing))
        return _mixed(table, read, list(pairs))

    def _checker(self, table: Table, standing: Standing) -> TableChecker:
        return TableChecker(SPECS[table.name], table, standing, self._known, self._problems)

    def _counted(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        for number, pair in enumerate(pairs):
            if number % _AT_ONCE == 0:
                self._told(self._done + number)
            yield pair

    def _group_pairs(self, table: Table) -> list[tuple[Any | None, Any]]:
        """Return groups before and after; each row of the table is one membership."""
        standing = StandingRecords([row for group in self._groups for row in membership_rows(group)])
        rows = list(self._checker(table, standing).pairs())
        faults = row_faults([(number, row) for number, _, row in rows])
        self._problems += [Problem(GROUPS, *fault) for fault in faults]
        groups = {group.code: group for group in self._groups}
        merged = merge(self._groups, [(before, after) for _, before, after in rows])
        return [(groups.get(group.code), group) for group in merged]


def _one_by_one(name: str, pairs: list[tuple[Any | None, Any]]) -> PlannedTable:
    changes = [(before, after) for before, after in pairs if before != after]
    return PlannedTable(name, changes, range(len(changes)), None, len(pairs) - len(changes))


def _mixed(table: Table, read: ReadTable, pairs: list[Pair]) -> PlannedTable:
    """Return new records and changed ones, each change at the place of its row."""
    changed = [(number, before, after) for number, before, after in pairs if before != after]
    numbers = [table.numbers[row] for row in read.new_rows]
    places = [bisect_left(numbers, number) + rank for rank, (number, _, _) in enumerate(changed)]
    own = [(before, after) for _, before, after in changed]
    return PlannedTable(table.name, own, places, read.added, read.unchanged + len(pairs) - len(changed))
