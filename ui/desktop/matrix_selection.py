"""What of the matrix is selected, and how keys and clicks move it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ui.desktop.view_state import Selection
from ui.paint.matrix import ROOM
from ui.paint.model import MatrixModel


@dataclass(frozen=True, slots=True)
class Chosen:
    """Cells of one row, or its room.

    Attributes
    ----------
    row : int
        The row.
    columns : tuple of int
        Columns, ascending; ``(ROOM,)`` for the room.
    current : int
        The column that has the keyboard.
    anchor : int
        The column from which a range is drawn.
    """

    row: int
    columns: tuple[int, ...]
    current: int
    anchor: int


def chosen(row: int, column: int) -> Chosen:
    """Return a single cell, or the room."""
    return Chosen(row, (column,), column, column)


def extended(before: Chosen, column: int) -> Chosen:
    """Return every column between the anchor and `column`, on the same row."""
    if ROOM in (before.anchor, column):
        return chosen(before.row, column)
    first, last = sorted((before.anchor, column))
    return Chosen(before.row, tuple(range(first, last + 1)), column, before.anchor)


def toggled(before: Chosen, column: int) -> Chosen:
    """Return the same row with one column more, or one less; the last one stays."""
    if ROOM in (column, before.current):
        return chosen(before.row, column)
    columns = set(before.columns) ^ {column} or {column}
    current = column if column in columns else max(columns)
    return Chosen(before.row, tuple(sorted(columns)), current, column)


def moved_sideways(before: Chosen, step: int, columns: int) -> Chosen:
    """Return the cell to the left or right; the room stands after the last party."""
    place = columns if before.current == ROOM else before.current
    place = min(max(place + step, 0), columns)
    return chosen(before.row, ROOM if place == columns else place)


def moved_down(before: Chosen, step: int, order: Sequence[int]) -> Chosen:
    """Return the same cells that many rows lower, in the order in which rows stand."""
    place = min(max(order.index(before.row) + step, 0), len(order) - 1)
    return replace(before, row=order[place])


def selection_of(choice: Chosen, model: MatrixModel) -> Selection:
    """Return the choice by codes; a folded group stands for its members."""
    issue = model.rows[choice.row].code
    if choice.current == ROOM:
        return Selection(issue)
    parties: list[str] = []
    for column in choice.columns:
        parties += model.columns[column].members or (model.columns[column].code,)
    return Selection(issue, tuple(parties))


def choice_of(selection: Selection, model: MatrixModel) -> Chosen | None:
    """Return where a selection stands in the matrix, none where it is not to be seen."""
    row = next((number for number, row in enumerate(model.rows) if row.code == selection.issue), None)
    if row is None:
        return None
    if not selection.parties:
        return chosen(row, ROOM) if model.rows[row].has_room else None
    columns = _columns_of(selection.parties, model)
    return Chosen(row, columns, columns[-1], columns[0]) if columns else None


def _columns_of(parties: tuple[str, ...], model: MatrixModel) -> tuple[int, ...]:
    return tuple(
        number
        for number, column in enumerate(model.columns)
        if column.code in parties or set(column.members) & set(parties)
    )
