"""Many new records of one table, kept column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from workbench.domain.case import Record, record_type


class RecordColumns(Sequence[Record]):
    """Records of one table as columns of their fields; a record is made when it is looked at.

    Hundreds of thousands of records fit so, where as many objects would not. Equal values of a
    column should be one and the same object where there are few of them: whoever writes the columns
    then treats each value once.

    Parameters
    ----------
    table : str
        Name of the table.
    columns : mapping of str to sequence
        Values by field of the record, all of one length, at least one; a field that is left out has
        its default in every record.
    """

    __slots__ = ("_columns", "_make", "table")

    def __init__(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        if len({len(column) for column in columns.values()}) != 1:
            raise ValueError("columns of one length, one column at least")
        self.table = table
        self._columns = dict(columns)
        self._make = record_type(table)

    @property
    def columns(self) -> Mapping[str, Sequence[Any]]:
        """Values by field."""
        return self._columns

    def __len__(self) -> int:
        return len(next(iter(self._columns.values())))

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> RecordColumns: ...
    def __getitem__(self, place: int | slice) -> Record | RecordColumns:
        own = {name: column[place] for name, column in self._columns.items()}
        return RecordColumns(self.table, own) if isinstance(place, slice) else self._record(own)

    def __iter__(self) -> Iterator[Record]:
        names = tuple(self._columns)
        for values in zip(*self._columns.values(), strict=True):
            yield self._record(dict(zip(names, values, strict=True)))

    def __repr__(self) -> str:
        return f"RecordColumns({self.table!r}, {len(self)} records)"

    def _record(self, fields: Mapping[str, Any]) -> Record:
        record: Record = self._make(**fields)
        return record
