"""What an import would add and change; nothing is written by planning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.columns import CaseColumns
from workbench.domain.case import TABLES, Case, Record, RecordKey, key_of
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Scale
from workbench.exchange.apply import ImportTables
from workbench.exchange.columns import ISSUES
from workbench.exchange.known import OPTIONS, KnownCodes
from workbench.exchange.labels import with_codes
from workbench.exchange.planned import PlannedChange, PlannedChanges, PlannedTable, TableSummary
from workbench.exchange.planner import TablePlanner
from workbench.exchange.problems import Problem, TablesError
from workbench.exchange.standing import Standing, StandingPositions, StandingRecords
from workbench.exchange.tables import Tables
from workbench.ports import Progress


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


def plan_import(standing: Case | CaseColumns, tables: Tables, progress: Progress | None = None) -> ImportPlan:
    """Check tables whole and work out what they add to a case and change in it.

    Parameters
    ----------
    standing : Case or CaseColumns
        The case as it stands, an empty one for a new case; a large one best as columns.
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
    case = standing.case if isinstance(standing, CaseColumns) else standing
    tables = with_codes(case, tables)
    problems = list(tables.problems)
    known = KnownCodes(case, tables)
    planner = TablePlanner(case.groups, known, problems, _counting(tables, progress))
    named = [tables.tables[name] for name in TABLES if name in tables.tables]
    planned = [planner.plan(table, _records(standing, table.name)) for table in named]
    problems += _lone_options(tables, known)
    if problems:
        raise TablesError(sorted(problems, key=_place))
    notices = (*tables.notices, *_without_locations(case, planned))
    return ImportPlan(tables.name, tuple(planned), notices)


def _counting(tables: Tables, progress: Progress | None) -> Callable[[int], None]:
    """Return what is called with the number of rows that have been checked."""
    total = sum(len(table.rows) for table in tables.tables.values())
    if progress is None:
        return lambda done: None
    label = translate("Import", "Checking rows")
    return lambda done: progress(done, total, label)


def _place(problem: Problem) -> tuple[int, int]:
    return (TABLES.index(problem.table) if problem.table in TABLES else -1, problem.row)


def _records(standing: Case | CaseColumns, table: str) -> Standing:
    if not isinstance(standing, CaseColumns):
        return StandingRecords(standing.table(table))
    if table == "positions":
        return StandingPositions(standing)
    return StandingRecords(standing.case.table(table))


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
                    expected = translate("Expected", "an issue with two options at least")
                    yield Problem(name, number, column, _lone(issue, known), expected, True)


def _lone(issue: str, known: KnownCodes) -> str:
    if known.options(issue):
        return translate("Found", "“{0}” with one option").format(issue)
    return translate("Found", "“{0}” with no option").format(issue)


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
            notice = translate(
                "Import", "issues: “{0}” is ordered, and some of its options have no location."
            )
            yield notice.format(issue.code)
