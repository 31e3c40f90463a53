"""What is wrong with tables that were to be imported: every problem, in words a person can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.errors import CaseError
from workbench.domain.saying import counted, translate

_LONGEST_FOUND = 80
_MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps tables from being imported.

    Parameters
    ----------
    table : str
        Name of the table, or of the file where it is no table.
    row : int
        Row as it is numbered in the file, where the header is row 1; in JSON the first record is
        row 1. 0 where the problem belongs to no row.
    column : str
        Name of the column; empty where the problem belongs to none.
    found : str
        What stands there; empty for nothing.
    expected : str
        What would have been right, in words.
    is_described : bool
        Whether `found` describes what was found rather than quoting it.
    """

    table: str
    row: int
    column: str
    found: str
    expected: str
    is_described: bool = False

    def __str__(self) -> str:
        said = translate("Import", "{0}: found {1}, expected {2}")
        return said.format(self._place, self._found_in_words, self.expected)

    @property
    def _place(self) -> str:
        if self.row and self.column:
            return translate("Import", "{0}, row {1}, column {2}").format(self.table, self.row, self.column)
        if self.row:
            return translate("Import", "{0}, row {1}").format(self.table, self.row)
        if self.column:
            return translate("Import", "{0}, column {1}").format(self.table, self.column)
        return self.table

    @property
    def _found_in_words(self) -> str:
        if not self.found:
            return translate("Found", "nothing")
        short = self.found[:_LONGEST_FOUND] + ("…" if len(self.found) > _LONGEST_FOUND else "")
        return short if self.is_described else translate("Found", "“{0}”").format(short)


class TablesError(CaseError):
    """Tables that cannot be imported; nothing has been written.

    Parameters
    ----------
    problems : iterable of Problem
        Everything that was found, one problem or more.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:_MOST_LISTED]]
        if len(self.problems) > _MOST_LISTED:
            more = len(self.problems) - _MOST_LISTED
            lines.append(counted("Import", "… and %n more of the kind", "… and %n more of the kind", more))
        super().__init__("\n".join(lines))


def file_error(name: str, found: str, expected: str) -> TablesError:
    """Return the error for a file that cannot be read at all."""
    return TablesError([Problem(name, 0, "", found, expected, is_described=True)])


class RowWidth:
    """Tells of rows that have more or fewer fields than the header; every width is put into words once."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._said: dict[int, str] = {}

    def problem(self, table: str, row: int, found: int) -> Problem:
        """Return the problem of a row of another width."""
        return Problem(table, row, "", self._fields(found), self._expected, is_described=True)

    @cached_property
    def _expected(self) -> str:
        return translate("Expected", "{0}, as in the header").format(self._fields(self._width))

    def _fields(self, count: int) -> str:
        if count not in self._said:
            self._said[count] = counted("Found", "%n fields", "%n field", count)
        return self._said[count]


def a_value(column: str) -> str:
    """Return what would have been right where a cell is empty."""
    return translate("Expected", "a value for {0}").format(column)


def a_column(column: str) -> str:
    """Return what would have been right where a column is missing."""
    return translate("Expected", "a column {0}").format(column)


def column_once() -> str:
    """Return what would have been right where a column stands twice."""
    return translate("Expected", "each column once")


def as_before(text: str) -> str:
    """Return what would have been right where a row says something else than one before."""
    return translate("Expected", "“{0}”, as in a row before").format(text)


def column_not_read(table: str, column: str) -> str:
    """Return the notice that a column is left unread."""
    return translate("Import", "{0}: column “{1}” is not known and was not read.").format(table, column)
