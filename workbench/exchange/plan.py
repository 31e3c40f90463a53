"""What an import would add and change; nothing is written by planning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.domain.case import TABLES, Case, Record, RecordKey, key_of
from workbench.domain.party import Group
from workbench.domain.vocabulary import Scale
from workbench.exchange.apply import ImportTables
from workbench.exchange.checking import Pair, TableChecker
from workbench.exchange.columns import ISSUES, SPECS
from workbench.exchange.known import OPTIONS, KnownCodes
from workbench.exchange.memberships import membership_rows, merge, row_faults
from workbench.exchange.problems import Problem, TablesError
from workbench.exchange.rowtext import record_row
from workbench.exchange.tables import Table, Tables

GROUPS = "groups"


class TableSummary(NamedTuple):
    """How many records of a table an import adds, changes and finds as they are."""

    table: str
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One record that an import adds or changes; `before` is none where it is added."""

    table: str
    before: Record | None
    after: Record

    @property
    def key(self) -> RecordKey:
        """Key of the record."""
        return key_of(self.after)

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """Before and after by column, for the columns that differ."""
        after = record_row(self.after)
        before = record_row(self.before) if self.before else dict.fromkeys(after, "")
        return {name: (before[name], cell) for name, cell in after.items() if before[name] != cell}

    @property
    def lines(self) -> list[str]:
        """The change in words, one line a field."""
        name = f"{self.table} {' / '.join(part for part in self.key if part)}"
        if self.before is None:
            return [f"{name}: new"]
        return [f"{name}, {column}: “{old}” becomes “{new}”" for column, (old, new) in self.fields.items()]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to a case.

    Parameters
    ----------
    source : str
        Name of the folder or file.
    changes : tuple of PlannedChange
        Records to write, table after table in the order in which they can be written.
    summary : tuple of TableSummary
        Counts for each table that was read.
    notices : tuple of str
        What a person should know, such as columns that were not read.
    """

    source: str
    changes: tuple[PlannedChange, ...]
    summary: tuple[TableSummary, ...]
    notices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.changes

    @property
    def records(self) -> dict[str, tuple[Record, ...]]:
        """The records to write, by table."""
        by_table: dict[str, list[Record]] = {}
        for change in self.changes:
            by_table.setdefault(change.table, []).append(change.after)
        return {table: tuple(records) for table, records in by_table.items()}

    @property
    def operation(self) -> ImportTables:
        """The operation that does it; not to be performed where the plan is empty."""
        return ImportTables(self.source, self.records)

    def preview(self) -> Iterator[str]:
        """Yield what would be done, one line an added record or a changed field."""
        for change in self.changes:
            yield from change.lines


def plan_import(case: Case, tables: Tables) -> ImportPlan:
    """Check tables whole and work out what they add to a case and change in it.

    Parameters
    ----------
    case : Case
        The case as it stands; an empty one for a new case.
    tables : Tables
        What `read_tables` returned.

    Raises
    ------
    TablesError
        With every problem that there is, if there is one.
    """
    problems = list(tables.problems)
    known = KnownCodes(case, tables)
    changes: list[PlannedChange] = []
    summary: list[TableSummary] = []
    for name in (name for name in TABLES if name in tables.tables):
        planned, counts = _plan_table(case, tables.tables[name], known, problems)
        changes += planned
        summary.append(counts)
    problems += _lone_options(tables, known)
    if problems:
        raise TablesError(sorted(problems, key=_place))
    notices = (*tables.notices, *_without_locations(case, changes))
    return ImportPlan(tables.name, tuple(changes), tuple(summary), notices)


def _place(problem: Problem) -> tuple[int, int]:
    return (TABLES.index(problem.table) if problem.table in TABLES else -1, problem.row)


def _plan_table(
    case: Case, table: Table, known: KnownCodes, problems: list[Problem]
) -> tuple[list[PlannedChange], TableSummary]:
    if table.name == GROUPS:
        pairs = _group_pairs(case, table, known, problems)
    else:
        checker = TableChecker(SPECS[table.name], table, case.table(table.name), known, problems)
        pairs = [(before, after) for _, before, after in checker.pairs()]
    changes = [PlannedChange(table.name, before, after) for before, after in pairs if before != after]
    added = sum(change.before is None for change in changes)
    return changes, TableSummary(table.name, added, len(changes) - added, len(pairs) - len(changes))


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


def _without_locations(case: Case, changes: list[PlannedChange]) -> Iterator[str]:
    """Yield a notice for each ordered issue of the import that has options without a location."""
    options = {(option.issue, option.code): option for option in case.options}
    issues = {issue.code: issue for issue in case.issues}
    for change in changes:
        if change.table == OPTIONS:
            options[change.key[0], change.key[1]] = change.after  # type: ignore[assignment]
        elif change.table == ISSUES:
            issues[change.key[0]] = change.after  # type: ignore[assignment]
    unplaced = {option.issue for option in options.values() if option.location is None}
    for issue in issues.values():
        if issue.scale is Scale.ORDERED and issue.code in unplaced:
            yield f"issues: “{issue.code}” is ordered, and some of its options have no location."
