"""What of the matrix is selected, and how keys and clicks move it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ui.desktop.view_state import Selection
from ui.paint.matrix import ROOM
from ui.paint.model import MatrixModel

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Cells of one row, or its room; perhaps cells of other rows as well.

    Attributes
    ----------
    row : int
        The row that has the keyboard.
    columns : tuple of int
        Columns, ascending; ``(ROOM,)`` for the room.
    current : int
        The column that has the keyboard.
    anchor : (int, int)
        Row and column from which a range is drawn.
    others : frozenset of (int, int)
        Cells of other rows.
    """

    row: int
    columns: tuple[int, ...]
    current: int
    anchor: Cell
    others: frozenset[Cell] = frozenset()

    @property
    def is_room(self) -> bool:
        """Whether a room is chosen."""
        return self.current == ROOM

    @property
    def cells(self) -> frozenset[Cell]:
        """Every cell chosen; none for a room."""
        if self.is_room:
            return frozenset()
        return self.others | {(self.row, column) for column in self.columns}


def chosen(row: int, column: int) -> Chosen:
    """Return a single cell, or the room."""
    return Chosen(row, (column,), column, (row, column))


def chosen_cells(cells: Iterable[Cell], current: Cell, anchor: Cell) -> Chosen:
    """Return several cells, of which `current` has the keyboard."""
    row, column = current
    every = {*cells, current}
    columns = tuple(sorted(own for at, own in every if at == row))
    return Chosen(row, columns, column, anchor, frozenset(own for own in every if own[0] != row))


def extended(before: Chosen, to: Cell, order: Sequence[int]) -> Chosen:
    """Return every cell between the anchor and `to`, in the order in which rows stand."""
    if ROOM in (before.anchor[1], to[1]):
        return chosen(*to)
    first, last = sorted((order.index(before.anchor[0]), order.index(to[0])))
    left, right = sorted((before.anchor[1], to[1]))
    cells = ((row, column) for row in order[first : last + 1] for column in range(left, right + 1))
    return chosen_cells(cells, to, before.anchor)


def toggled(before: Chosen, cell: Cell) -> Chosen:
    """Return the same with one cell more, or one less; the last one stays."""
    if before.is_room or cell[1] == ROOM:
        return chosen(*cell)
    cells = (before.cells ^ {cell}) or {cell}
    beside = [own for own in cells if own[0] == cell[0]]
    current = cell if cell in cells else max(beside or cells)
    return chosen_cells(cells, current, cell)


def moved_sideways(before: Chosen, step: int, columns: int) -> Chosen:
    """Return the cell to the left or right; the room stands after the last party."""
    place = columns if before.current == ROOM else before.current
    place = min(max(place + step, 0), columns)
    return chosen(before.row, ROOM if place == columns else place)


def moved_down(before: Chosen, step: int, order: Sequence[int]) -> Chosen:
    """Return the same columns that many rows lower, in the order in which rows stand."""
    place = min(max(order.index(before.row) + step, 0), len(order) - 1)
    anchor = order[place], before.anchor[1]
    return replace(before, row=order[place], anchor=anchor, others=frozenset())


def selection_of(choice: Chosen, model: MatrixModel) -> Selection:
    """Return the choice by codes; a folded group stands for its members."""
    issue = model.rows[choice.row].code
    if choice.is_room:
        return Selection(issue)
    parties = [code for column in choice.columns for code in codes_of(model, column)]
    alone = model.columns[choice.current]
    group = alone.code if alone.is_group and len(choice.columns) == 1 else ""
    others = (
        (model.rows[row].code, code)
        for row, column in sorted(choice.others)
        for code in codes_of(model, column)
    )
    return Selection(issue, tuple(dict.fromkeys(parties)), group, tuple(dict.fromkeys(others)))


def codes_of(model: MatrixModel, column: int) -> tuple[str, ...]:
    """Return the party of a column, or the members of a folded group."""
    own = model.columns[column]
    return own.members or (own.code,)


def choice_of(selection: Selection, model: MatrixModel) -> Chosen | None:
    """Return where a selection stands in the matrix, none where it is not to be seen."""
    row = next((number for number, row in enumerate(model.rows) if row.code == selection.issue), None)
    if row is None:
        return None
    if not selection.parties:
        return chosen(row, ROOM) if model.rows[row].has_room else None
    places = {code: number for number in range(len(model.columns)) for code in codes_of(model, number)}
    columns = sorted({places[code] for code in selection.parties if code in places})
    if not columns:
        return None
    cells = [(row, column) for column in columns]
    if selection.others:
        rows = {own.code: number for number, own in enumerate(model.rows)}
        cells += [
            (rows[issue], places[party])
            for issue, party in selection.others
            if issue in rows and party in places
        ]
    return chosen_cells(cells, (row, columns[-1]), (row, columns[0]))
