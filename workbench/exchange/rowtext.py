"""Records as the rows of their tables."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.domain.case import TABLES, Case, Record, table_of
from workbench.domain.party import Group
from workbench.domain.saying import translate
from workbench.exchange.columns import SPECS
from workbench.exchange.memberships import membership_rows
from workbench.exchange.spec import Column
from workbench.ports import Progress

_TOLD_EVERY = 20
"""Rows between two reports of progress."""


def record_row(record: Record) -> dict[str, str]:
    """Return the cells of a record by column.

    A group, which takes one row a membership in its table, is put into one row here: its parties
    as a list, with from and until behind each.
    """
    spec = SPECS[table_of(record)]
    if isinstance(record, Group):
        members = (
            " ".join(filter(None, (member.party, _span(str(member.since or ""), str(member.until or "")))))
            for member in record.members
        )
        return {"code": record.code, "name": record.name, "party": ";".join(members)}
    return {column.name: column.write(record) for column in spec.columns}


def _span(since: str, until: str) -> str:
    return f"({since or '…'} – {until or '…'})" if since or until else ""


def table_columns(table: str, hidden: Collection[str] = ()) -> tuple[Column, ...]:
    """Return the columns of a table but for the hidden ones."""
    return tuple(column for column in SPECS[table].columns if column.name not in hidden)


def table_rows(
    case: Case, table: str, columns: tuple[Column, ...], tell: Callable[[], None] = lambda: None
) -> Iterator[list[str]]:
    """Yield the rows of a table as they are exported; `tell` is called at every record."""
    for record in case.table(table):
        tell()
        for row in membership_rows(record) if isinstance(record, Group) else (record,):
            yield [column.write(row) for column in columns]


@dataclass(eq=False)
class ExportedRows:
    """The rows of a case as they are exported, told of while they are asked for.

    Attributes
    ----------
    case : Case
        What is exported.
    hidden : mapping of str to collection of str
        Columns to leave out, by table.
    progress : Progress or None
        Told now and then how many records are written.
    """

    case: Case
    hidden: Mapping[str, Collection[str]]
    progress: Progress | None = None
    _done: int = field(default=0, init=False)
    _total: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._total = sum(len(self.case.table(table)) for table in TABLES)

    def columns(self, table: str) -> tuple[Column, ...]:
        """Return the columns of a table but for the hidden ones."""
        return table_columns(table, self.hidden.get(table, ()))

    def rows(self, table: str) -> Iterator[list[str]]:
        """Yield the rows of a table; raises ``Cancelled`` where `progress` gives it up."""
        return table_rows(self.case, table, self.columns(table), self._tell)

    def tell_of_end(self) -> None:
        """Tell that every row is written, and only the file remains to be put together."""
        if self.progress is not None:
            self.progress(0, None, translate("Export", "Putting the workbook together"))

    def _tell(self) -> None:
        if self.progress is not None and self._done % _TOLD_EVERY == 0:
            self.progress(self._done, self._total, translate("Export", "Writing records"))
        self._done += 1
