"""What is wrong with tables that were to be imported: every problem, in words a person can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.errors import CaseError

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
        place = self.table
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: found {self._found_in_words}, expected {self.expected}"

    @property
    def _found_in_words(self) -> str:
        if not self.found:
            return "nothing"
        short = self.found[:_LONGEST_FOUND] + ("…" if len(self.found) > _LONGEST_FOUND else "")
        return short if self.is_described else f"“{short}”"


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
            lines.append(f"… and {len(self.problems) - _MOST_LISTED} more of the kind")
        super().__init__("\n".join(lines))


def file_error(name: str, found: str, expected: str) -> TablesError:
    """Return the error for a file that cannot be read at all."""
    return TablesError([Problem(name, 0, "", found, expected, is_described=True)])
