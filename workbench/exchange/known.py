"""Which codes there are: those of the case and those of the tables about to be imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain.case import Case
from workbench.domain.saying import marked, translate
from workbench.exchange.columns import ISSUES, PARTIES, SOURCE_TABLE
from workbench.exchange.tables import Table, Tables

OPTIONS = "options"
_MOST_NAMED = 8
_OF_THE_CASE = {
    PARTIES: marked("Expected", "a party of the case"),
    ISSUES: marked("Expected", "an issue of the case"),
    SOURCE_TABLE: marked("Expected", "a source of the case"),
}


class KnownCodes:
    """The codes to which a cell may refer.

    Rows that are wrong in other respects count as well, so that one mistake is reported once.
    """

    def __init__(self, case: Case, tables: Tables) -> None:
        self._incomplete = tables.incomplete
        self._codes: dict[str, dict[str, None]] = {
            PARTIES: dict.fromkeys(party.code for party in case.parties),
            ISSUES: dict.fromkeys(issue.code for issue in case.issues),
            SOURCE_TABLE: dict.fromkeys(source.code for source in case.sources),
        }
        for name, codes in self._codes.items():
            codes.update(dict.fromkeys(code for (code,) in _cells(tables.tables.get(name), "code")))
        self._options: dict[str, dict[str, None]] = {}
        for option in case.options:
            self._options.setdefault(option.issue, {})[option.code] = None
        for issue, code in _cells(tables.tables.get(OPTIONS), "issue", "code"):
            self._options.setdefault(issue, {})[code] = None

    def has(self, table: str, code: str) -> bool:
        """Whether the table has a record of that code, or may have one that could not be read."""
        return code in self._codes[table] or table in self._incomplete

    def has_option(self, issue: str, option: str) -> bool:
        """Whether the issue has that option; true where the issue itself is in doubt."""
        return (
            option in self._options.get(issue, ())
            or OPTIONS in self._incomplete
            or issue not in self._codes[ISSUES]
        )

    def options(self, issue: str) -> int:
        """Return how many options the issue has."""
        return len(self._options.get(issue, ()))

    def is_complete(self, table: str) -> bool:
        """Whether every row of the table could be read."""
        return table not in self._incomplete

    def in_words(self, table: str) -> str:
        """Return what would have been right where a code of the table is expected."""
        return translate("Expected", _OF_THE_CASE[table]) + _named(self._codes[table])

    def options_in_words(self, issue: str) -> str:
        """Return what would have been right where an option of the issue is expected."""
        said = translate("Expected", "an option of the issue “{0}”").format(issue)
        return said + _named(self._options.get(issue, ()))


def _cells(table: Table | None, *columns: str) -> Iterator[tuple[str, ...]]:
    """Yield the cells of some columns, row by row, where all of them are there and filled."""
    if table is None or any(column not in table.columns for column in columns):
        return
    places = [table.columns.index(column) for column in columns]
    for rows in (table.rows, table.spoiled):
        for row in rows:
            cells = tuple((row[place] or "").strip() for place in places)
            if all(cells):
                yield cells


def _named(codes: Iterable[str]) -> str:
    listed = list(codes)
    if not listed:
        return ""
    return f" ({', '.join(listed[:_MOST_NAMED])}{', …' if len(listed) > _MOST_NAMED else ''})"
