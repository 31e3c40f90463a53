"""Where everything lies in a grid of rows and columns of even size, under headers that stay."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QRectF

from ui.paint.geometry import EDGE, GAP, PANE_GAP, MatrixGeometry, RowBand, Widths, stacked
from ui.paint.type import TypeScale


@dataclass(frozen=True, slots=True)
class GridSize:
    """How large a grid is.

    Attributes
    ----------
    rows, columns : int
        How many.
    titles, header : float
        Width of the heads of rows, height of the heads of columns, in logical pixels.
    cell_width, cell_height : float
        Of a cell, without the gap.
    legend : float
        Height of the legend.
    """

    rows: int
    columns: int
    titles: float
    header: float
    cell_width: float
    cell_height: float
    legend: float


class GridGeometry(MatrixGeometry):
    """A grid of rows and columns under headers, without baskets.

    Attributes
    ----------
    rows : int
        How many.
    """

    rows: int

    def widened(self, party: float) -> Self:
        """Return the same grid with columns of another width."""
        wider = copy(self)
        wider.widths = replace(self.widths, party=party)
        return wider

    def row_top(self, row: int) -> float:
        """Return where a row begins; that after the last ends there."""
        raise NotImplementedError

    def rows_between(self, top: float, bottom: float) -> range:
        """Return the rows of which any part lies between two heights."""
        raise NotImplementedError


class UnevenGeometry(GridGeometry):
    """A grid of which every row is as tall as its head needs.

    Parameters
    ----------
    size : GridSize
        Its cell height counts for nothing.
    heights : sequence of float
        Of each row, without the gap.
    """

    def __init__(self, size: GridSize, heights: Sequence[float], scale: TypeScale) -> None:
        widths = _widths(size, scale)
        bands = stacked([(row, 0, height + widths.gap) for row, height in enumerate(heights)])
        super().__init__(widths, size.columns, size.header, size.legend, bands)
        self.rows = len(heights)

    def row_top(self, row: int) -> float:
        """Return where a row begins; that after the last ends there."""
        return self.bands[row].top if row < self.rows else self.bands[-1].bottom if self.bands else 0.0

    def rows_between(self, top: float, bottom: float) -> range:
        """Return the rows of which any part lies between two heights."""
        bands = self.bands_between(top, bottom)
        return range(bands[0].row or 0, (bands[-1].row or 0) + 1) if bands else range(0)


class EvenGeometry(GridGeometry):
    """A grid of which every cell is as large as every other, however many there are.

    Nothing is kept of a single row, so that a hundred thousand cost no more than ten.
    """

    def __init__(self, size: GridSize, scale: TypeScale) -> None:
        super().__init__(_widths(size, scale), size.columns, size.header, size.legend, ())
        self.rows = size.rows
        self.cell_height = size.cell_height

    @property
    def step(self) -> float:
        """From one row to the next."""
        return self.cell_height + self.widths.gap

    @property
    def rows_height(self) -> float:
        """Height of all rows."""
        return self.rows * self.step + self.widths.gap if self.rows else 0.0

    def row_band(self, row: int) -> RowBand:
        """Return where a row lies.

        Raises
        ------
        KeyError
            If the grid has no such row.
        """
        if not 0 <= row < self.rows:
            raise KeyError(row)
        return RowBand(row, 0, row * self.step, self.step)

    def row_top(self, row: int) -> float:
        """Return where a row begins; that after the last ends there."""
        return row * self.step

    def row_at(self, y: float) -> int | None:
        """Return the row at a height, none in a gap or outside."""
        row, inside = divmod(y, self.step)
        return int(row) if 0 <= row < self.rows and inside < self.cell_height else None

    def rows_between(self, top: float, bottom: float) -> range:
        """Return the rows of which any part lies between two heights."""
        first = min(max(int(top // self.step), 0), self.rows)
        return range(first, max(min(int(bottom // self.step) + 1, self.rows), first))

    def bands_between(self, top: float, bottom: float) -> tuple[RowBand, ...]:
        """Return the same as bands."""
        return tuple(self.row_band(row) for row in self.rows_between(top, bottom))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return the card of a cell."""
        left, top = self.column_left(column), row * self.step
        return QRectF(left, top, self.widths.party, self.cell_height)


def _widths(size: GridSize, scale: TypeScale) -> Widths:
    return Widths(
        titles=size.titles,
        party=size.cell_width,
        room=0.0,
        course=0.0,
        edge=scale.px(EDGE),
        gap=scale.px(GAP),
        pane_gap=scale.px(PANE_GAP),
    )


def even_width(available: float, columns: int, least: float, most: float, scale: TypeScale) -> float:
    """Return the width of a cell for that many columns to fill a space, within bounds at 100 %."""
    if not columns:
        return scale.px(least)
    own = available / columns - scale.px(GAP)
    return float(int(min(max(own, scale.px(least)), scale.px(most))))
