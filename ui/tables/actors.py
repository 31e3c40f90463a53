"""A figure of the actors' game as a table."""

from __future__ import annotations

from ui.tables.rows import CellText, Column, Page, TableRow, cell
from ui.theme.roles import Role
from ui.words import figure, translate
from workbench.readmodels.actors_figures import FigureTable

_FAINT = frozenset({"0", "(0)", "–"})
_SUM = -1
"""Stands for a row that belongs to no actor."""


def figure_page(table: FigureTable) -> Page:
    """Return a figure: actors down, across the columns of the figure, then how much is unstated."""
    heads = (*table.columns, table.missing_head)
    columns = (
        Column("actor", translate("ActorsLens", "Actor")),
        *(Column(f"figure.{place}", head, is_number=True) for place, head in enumerate(heads)),
    )
    rows = tuple(_row(table, row) for row in range(len(table.rows)))
    return Page(table.figure.value, table.figure.heading, columns, rows, "")


def figure_note(table: FigureTable) -> str:
    """Return what a figure says, and how much of it is unstated."""
    return " ".join(part for part in (table.figure.explanation, unstated_note(table)) if part)


def unstated_note(table: FigureTable) -> str:
    """Return how much of a figure is unstated."""
    brackets = translate("ActorsLens", "They stand in brackets.") if table.unstated is not None else ""
    return " ".join(part for part in (table.note, brackets) if part)


def text_of(table: FigureTable, row: int, column: int) -> str:
    """Return a value; behind the columns of the figure how much of the actor is unstated."""
    if column < len(table.columns):
        return table.text(row, column)
    return "" if is_sum(table, row) else figure(table.missing[row])


def is_sum(table: FigureTable, row: int) -> bool:
    """Return whether a row belongs to no actor."""
    return table.missing[row] == _SUM


def ink(table: FigureTable, text: str, column: int) -> Role:
    """Return the role in which a value is set: nothing, and what is unstated, keeps in the background."""
    return Role.TEXT_MUTED if column == len(table.columns) or text in _FAINT else Role.TEXT


def _row(table: FigureTable, row: int) -> TableRow:
    texts = ((column, text_of(table, row, column)) for column in range(len(table.columns) + 1))
    values = (CellText(text, role=ink(table, text, column)) for column, text in texts)
    cells = (cell(table.rows[row], strong=True), *values)
    return TableRow("parties", (table.rows[row],), cells)
