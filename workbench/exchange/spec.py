"""What a table and a column of it are, as far as import and export need to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from typing import Any

from workbench.domain.vocabulary import Stance
from workbench.exchange.cells import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Name in the header.
    field : str
        Field of the record.
    cell : Cell
        How it is read and written.
    is_required : bool
        Whether the column has to be there and filled.
    may_be_empty : bool
        Whether a cell of a required column may be empty all the same.
    refers_to : str
        Table whose codes the cell names, or empty.
    option_of : str
        Field of the record that names the issue whose options the cell names, or empty.
    stance : Stance or None
        The stance that the column stands for, where it is one of the five of `stances`.
    """

    name: str
    field: str
    cell: Cell
    is_required: bool = False
    may_be_empty: bool = False
    refers_to: str = ""
    option_of: str = ""
    stance: Stance | None = None

    def write(self, record: object) -> str:
        """Return the cell of a record."""
        value = getattr(record, self.field)
        if self.stance is not None:
            value = tuple(option for option, stance in value.items() if stance is self.stance)
        return "" if value is None else self.cell.write(value)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: its columns in their order, and what makes a row this row.

    `key` and `required` hold names of columns; `referring` are the columns that name other records,
    but for stances; `defaults` is the value of each field that an empty cell stands for.
    """

    name: str
    make: Callable[..., Any]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    by_name: dict[str, Column] = field(init=False)
    referring: tuple[Column, ...] = field(init=False)
    required: tuple[str, ...] = field(init=False)
    defaults: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})
        required = tuple(column.name for column in self.columns if column.is_required)
        object.__setattr__(self, "required", required)
        object.__setattr__(self, "referring", tuple(filter(_refers, self.columns)))
        object.__setattr__(self, "defaults", _defaults(self.make))


def _refers(column: Column) -> bool:
    return column.stance is None and bool(
        column.refers_to or column.option_of or column.name in ("choices", "subject")
    )


def _defaults(record: Any) -> dict[str, Any]:
    """Return the value of each field of a record that an empty cell stands for."""
    return {
        each.name: each.default_factory() if each.default_factory is not MISSING else each.default
        for each in fields(record)
        if each.default is not MISSING or each.default_factory is not MISSING
    }
