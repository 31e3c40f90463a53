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
    brackets = translate("ActorsLens", "They stand in brackets.") if table.unstated is not None else ""
    return " ".join(part for part in (table.figure.explanation, table.note, brackets) if part)


def missing_text(table: FigureTable, row: int) -> str:
    """Return how many cells of an actor are unstated; nothing for a row of sums."""
    return "" if table.missing[row] == _SUM else figure(table.missing[row])


def is_faint(text: str) -> bool:
    """Return whether a value says so little that it keeps in the background."""
    return text in _FAINT


def _row(table: FigureTable, row: int) -> TableRow:
    values = (table.text(row, column) for column in range(len(table.columns)))
    cells = (
        cell(table.rows[row], strong=True),
        *(CellText(text, role=Role.TEXT_MUTED if is_faint(text) else Role.TEXT) for text in values),
        CellText(missing_text(table, row), role=Role.TEXT_MUTED),
    )
    return TableRow("parties", (table.rows[row],), cells)
