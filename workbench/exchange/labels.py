"""Options that a grid names by their labels, where the case has them under codes of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.case import Case
from workbench.domain.codes import SEPARATOR
from workbench.exchange.tables import RawRow, Table, Tables


def with_codes(case: Case, tables: Tables) -> Tables:
    """Return the tables of a grid with the codes of the options that its cells name by their labels.

    What is the code of an option stays as it is, and so does a label that two options of an issue
    bear.
    """
    codes = _Codes(case)
    if not case.options or not tables.names_by_label:
        return tables
    renamed = dict(tables.tables)
    if "options" in renamed:
        renamed["options"] = _renamed_options(renamed["options"], codes)
    if "positions" in renamed:
        renamed["positions"] = _renamed_positions(renamed["positions"], codes)
    return replace(tables, tables=renamed)


class _Codes:
    """Codes of options by issue and label, without regard to capitals."""

    def __init__(self, case: Case) -> None:
        self._codes = {(option.issue, option.code) for option in case.options}
        labels = [(option.issue, option.label.strip().casefold()) for option in case.options]
        count = Counter(labels)
        named = zip(labels, case.options, strict=True)
        self._by_label = {label: option.code for label, option in named if count[label] == 1}

    def of(self, issue: str | None, name: str | None) -> str:
        """Return the code that an issue's option of that name has, the name itself where it has none."""
        key = (issue or "", name or "")
        return key[1] if key in self._codes else self._by_label.get((key[0], key[1].casefold()), key[1])


def _renamed_options(table: Table, codes: _Codes) -> Table:
    """Return the options, those that turn out to be the same one once."""
    place, issue = table.columns.index("code"), table.columns.index("issue")
    rows: dict[tuple[str | None, str], tuple[RawRow, int]] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        code = codes.of(row[issue], row[place])
        rows.setdefault((row[issue], code), ((*row[:place], code, *row[place + 1 :]), number))
    cells, numbers = zip(*rows.values(), strict=True)
    return replace(table, rows=cells, numbers=numbers)


def _renamed_positions(table: Table, codes: _Codes) -> Table:
    place, issue = table.columns.index("demands"), table.columns.index("issue")
    return replace(table, rows=[_renamed(row, place, row[issue], codes) for row in table.rows])


def _renamed(row: RawRow, place: int, issue: str | None, codes: _Codes) -> Sequence[str | None]:
    named = (row[place] or "").split(SEPARATOR)
    demands = SEPARATOR.join(dict.fromkeys(codes.of(issue, option) for option in named))
    return (*row[:place], demands, *row[place + 1 :])
