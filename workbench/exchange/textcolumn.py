"""Cells of one column, each text kept once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class TextColumn:
    """A column of cells as numbers of its distinct texts, white space around them left out.

    Texts are numbered in the order in which they first appear.
    """

    def __init__(self) -> None:
        self._number_of_cell: dict[str, int] = {}
        self._number_of_text: dict[str, int] = {}
        self._parts: list[Numbers] = []

    def extend(self, cells: Sequence[str]) -> None:
        """Add cells."""
        for cell in dict.fromkeys(cells):
            if cell not in self._number_of_cell:
                numbers = self._number_of_text
                self._number_of_cell[cell] = numbers.setdefault(cell.strip(), len(numbers))
        numbered = map(self._number_of_cell.__getitem__, cells)
        self._parts.append(np.fromiter(numbered, np.int32, len(cells)))

    @property
    def texts(self) -> list[str]:
        """The distinct texts."""
        return list(self._number_of_text)

    @property
    def numbers(self) -> Numbers:
        """The number of the text in each cell."""
        return np.concatenate([np.empty(0, np.int32), *self._parts])


def first_rows(numbers: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return the row in which each number first appears, in the order in which they do."""
    return np.sort(np.unique(numbers, return_index=True)[1])


def cells_of(texts: Sequence[str], numbers: Iterable[int] | Numbers) -> list[str]:
    """Return the cells as texts."""
    chosen: list[str] = np.array(texts, object)[np.asarray(numbers)].tolist()
    return chosen
