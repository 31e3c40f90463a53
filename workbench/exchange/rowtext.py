"""Records as the rows of their tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workbench.domain.case import Case, Record, table_of
from workbench.domain.party import Group
from workbench.exchange.columns import SPECS
from workbench.exchange.memberships import membership_rows
from workbench.exchange.spec import Column


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


def table_rows(case: Case, table: str, columns: tuple[Column, ...]) -> Iterator[list[str]]:
    """Yield the rows of a table as they are exported."""
    for record in case.table(table):
        for row in membership_rows(record) if isinstance(record, Group) else (record,):
            yield [column.write(row) for column in columns]
