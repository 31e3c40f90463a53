"""What an import would add and change; nothing is written by planning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.case import TABLES, Case, Record, RecordKey, key_of
from workbench.domain.party import Group
from workbench.domain.vocabulary import Scale
from workbench.exchange.apply import ImportTables
from workbench.exchange.checking import Pair, TableChecker
from workbench.exchange.columns import ISSUES, SPECS
from workbench.exchange.columnwise import ReadTable, read_by_columns
from workbench.exchange.known import OPTIONS, KnownCodes
from workbench.exchange.labels import with_codes
from workbench.exchange.memberships import membership_rows, merge, row_faults
from workbench.exchange.planned import PlannedChange, PlannedChanges, PlannedTable, TableSummary
from workbench.exchange.problems import Problem, TablesError
from workbench.exchange.tables import Table, Tables
from workbench.ports import Progress

GROUPS = "groups"
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to a case.

    Parameters
    ----------
    source : str
        Name of the folder or file.
    tables : tuple of PlannedTable
        What to write to each table that was read.
    notices : tuple of str
        What a person should know, such as columns that were not read.
    """

    source: str
    tables: tuple[PlannedTable, ...]
    notices: tuple[str, ...] = ()

    @property
    def changes(self) -> Sequence[PlannedChange]:
        """Every record to write, table after table; each change is made when it is looked at."""
        return PlannedChanges(self.tables)

    @property
    def summary(self) -> tuple[TableSummary, ...]:
        """Counts for each table that was read."""
        return tuple(table.summary for table in self.tables)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(map(len, self.tables))

    @property
    def records(self) -> dict[str, tuple[Record, ...]]:
        """The records to write, by table."""
        return self.operation.records

    @property
    def operation(self) -> ImportTables:
        """The operation that does it; not to be performed where the plan is empty."""
        return ImportTables(self.source, {table.name: table for table in self.tables})

    def preview(self) -> Iterator[str]:
        """Yield what would be done, one line an added record or a changed field."""
        for change in self.changes:
            yield from change.lines


def plan_import(case: Case, tables: Tables, progress: Progress | None = None) -> ImportPlan:
    """Check tables whole and work out what they add to a case and change in it.

    Parameters
    ----------
    case : Case
        The case as it stands; an empty one for a new case.
    tables : Tables
        What `read_tables` returned.
    progress : Progress or None
        Told how many rows have been checked.

    Raises
    ------
    TablesError
        With every problem that there is, if there is one.
    Cancelled
        If `progress` gives it up.
    """
    tables = with_codes(case, tables)
    problems = list(tables.problems)
    known = KnownCodes(case, tables)
    counter = _Counter(tables, progress)
    planned = []
    for name in (name for name in TABLES if name in tables.tables):
        planned.append(_plan_table(case, tables.tables[name], known, problems, counter))
        counter.finish(tables.tables[name])
    problems += _lone_options(tables, known)
    if problems:
        raise TablesError(sorted(problems, key=_place))
    notices = (*tables.notices, *_without_locations(case, planned))
    return ImportPlan(tables.name, tuple(planned), notices)


class _Counter:
    """Tells how many of the rows have been checked."""

    def __init__(self, tables: Tables, progress: Progress | None) -> None:
        self._progress = progress
        self._total = sum(len(table.rows) for table in tables.tables.values())
        self._done = 0
        self._tell(0)

    def counted(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Yield what comes of rows one by one, and tell of some of them."""
        for number, pair in enumerate(pairs):
            if number % _AT_ONCE == 0:
                self._tell(number)
            yield pair

    def finish(self, table: Table) -> None:
        """Take note that a table has been checked."""
        self._done += len(table.rows)
        self._tell(0)

    def _tell(self, more: int) -> None:
        if self._progress is not None:
            self._progress(self._done + more, self._total, "Checking rows")


def _place(problem: Problem) -> tuple[int, int]:
    return (TABLES.index(problem.table) if problem.table in TABLES else -1, problem.row)


def _plan_table(
    case: Case, table: Table, known: KnownCodes, problems: list[Problem], counter: _Counter
) -> PlannedTable:
    if table.name == GROUPS:
        return _one_by_one(table.name, _group_pairs(case, table, known, problems))
    spec, records = SPECS[table.name], case.table(table.name)
    read = read_by_columns(spec, table, records, known)
    if read is None:
        checker = TableChecker(spec, table, records, known, problems)
        return _one_by_one(
            table.name, [(before, after) for _, before, after in counter.counted(checker.pairs())]
        )
    if not read.standing:
        return PlannedTable(table.name, (), (), read.added, read.unchanged)
    checker = TableChecker(spec, table, records, known, problems)
    return _mixed(table, read, list(counter.counted(checker.pairs_of(read.standing))))


def _one_by_one(name: str, pairs: list[tuple[Any | None, Any]]) -> PlannedTable:
    changes = [(before, after) for before, after in pairs if before != after]
    return PlannedTable(name, changes, range(len(changes)), None, len(pairs) - len(changes))


def _mixed(table: Table, read: ReadTable, pairs: list[Pair]) -> PlannedTable:
    """Return new records and changed ones, each change at the place of its row."""
    changed = [(number, before, after) for number, before, after in pairs if before != after]
    new = read.new_rows
    numbers = [table.numbers[row] for row in new]
    places = [bisect_left(numbers, number) + rank for rank, (number, _, _) in enumerate(changed)]
    return PlannedTable(
        table.name,
        [(before, after) for _, before, after in changed],
        places,
        read.added,
        read.unchanged + len(pairs) - len(changed),
    )


def _group_pairs(
    case: Case, table: Table, known: KnownCodes, problems: list[Problem]
) -> list[tuple[Any | None, Any]]:
    standing = [row for group in case.groups for row in membership_rows(group)]
    rows: list[Pair] = list(TableChecker(SPECS[GROUPS], table, standing, known, problems).pairs())
    problems += [Problem(GROUPS, *fault) for fault in row_faults([(number, row) for number, _, row in rows])]
    groups: Mapping[str, Group] = {group.code: group for group in case.groups}
    merged = merge(case.groups, [(before, after) for _, before, after in rows])
    return [(groups.get(group.code), group) for group in merged]


def _lone_options(tables: Tables, known: KnownCodes) -> Iterator[Problem]:
    """Yield a problem for each issue of the tables that is left with fewer than two options."""
    seen: set[str] = set()
    for name, column in ((ISSUES, "code"), (OPTIONS, "issue")):
        table = tables.tables.get(name)
        if table is None or column not in table.columns or not known.is_complete(OPTIONS):
            continue
        place = table.columns.index(column)
        for number, row in zip(table.numbers, table.rows, strict=True):
            issue = (row[place] or "").strip()
            if issue and issue not in seen and known.has(ISSUES, issue):
                seen.add(issue)
                if known.options(issue) < 2:
                    found = f"“{issue}” with {_options(known.options(issue))}"
                    yield Problem(name, number, column, found, "an issue with two options at least", True)


def _options(count: int) -> str:
    return "one option" if count == 1 else "no option"


def _without_locations(case: Case, planned: Sequence[PlannedTable]) -> Iterator[str]:
    """Yield a notice for each ordered issue of the import that has options without a location."""
    records: dict[str, dict[RecordKey, Any]] = {
        name: {key_of(record): record for record in case.table(name)} for name in (ISSUES, OPTIONS)
    }
    for table in planned:
        if table.name in records:
            records[table.name].update((key_of(record), record) for record in table.records)
    unplaced = {option.issue for option in records[OPTIONS].values() if option.location is None}
    for issue in records[ISSUES].values():
        if issue.scale is Scale.ORDERED and issue.code in unplaced:
            yield f"issues: “{issue.code}” is ordered, and some of its options have no location."
