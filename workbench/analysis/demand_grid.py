"""Many cells of demands against demands at once, as a window draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.demands import DemandTable, Relation
from workbench.analysis.figures import figures_of
from workbench.columns import UNSTATED, IntColumn
from workbench.domain.vocabulary import PRESUMED_WORST

RELATIONS = tuple(Relation)
NO_RELATION = -1
"""Stands where two demands are of the same party."""
NO_STANCE = -9
"""Stands where a relation rests on no stance."""


@dataclass(frozen=True, slots=True, eq=False)
class DemandGrid:
    """Relations of the demands of rows with those of columns.

    Attributes
    ----------
    relation : int8, shape (rows, columns)
        Index into ``RELATIONS``, ``NO_RELATION`` for two demands of the same party.
    stance : int8, shape (rows, columns)
        The stance on which the relation rests, ``NO_STANCE`` where it rests on none.
    """

    relation: NDArray[np.int8]
    stance: NDArray[np.int8]


def demand_grid(table: DemandTable, rows: Sequence[int], columns: Sequence[int]) -> DemandGrid:
    """Return the relations of some demands (numbers) with others."""
    one, other = (_columns(table, numbers) for numbers in (rows, columns))
    there, back = _toward(table, one, other), _toward(table, other, one).T
    known = (there != NO_STANCE).astype(np.int8) + (back != NO_STANCE)
    lower = np.where(known == 2, np.minimum(there, back), np.maximum(there, back))
    relation = np.where(known == 2, _BY_STANCE[lower], _at(Relation.ONE_SIDED))
    relation = np.where(known == 0, _at(Relation.INDEPENDENT), relation)
    same_issue = one[1][:, None] == other[1]
    same_option = same_issue & (one[2][:, None] == other[2])
    relation = np.where(same_issue, _at(Relation.RIVAL), relation)
    relation = np.where(same_option, _at(Relation.SAME), relation)
    for place in _barred_places(table, rows, columns):
        relation[place] = _at(Relation.BARRED)
    same_party = one[0][:, None] == other[0]
    return DemandGrid(
        np.where(same_party, NO_RELATION, relation).astype(np.int8),
        np.where(same_issue | same_party, NO_STANCE, lower).astype(np.int8),
    )


def _at(relation: Relation) -> int:
    return RELATIONS.index(relation)


_BY_STANCE = np.full(128, NO_RELATION)
_BY_STANCE[[2, 1, 0, -1, -2]] = [
    _at(own)
    for own in (Relation.WELCOME, Relation.WELCOME, Relation.TRADEABLE, Relation.RESISTED, Relation.BLOCKED)
]


def _columns(table: DemandTable, numbers: Sequence[int]) -> IntColumn:
    """Return party, issue and option of some demands, shape (3, n)."""
    chosen = [table.demands[number] for number in numbers]
    return np.array([[own.party, own.issue, own.option] for own in chosen], np.int32).reshape(-1, 3).T


def _toward(table: DemandTable, one: IntColumn, other: IntColumn) -> NDArray[np.int8]:
    """Return the stance of the parties of `one` toward the demands of `other`."""
    snapshot = table.standing.snapshot
    rows = table.standing.rows[one[0][:, None], other[1]]
    said = snapshot.stances[rows, other[2]]
    counted = np.where(said == UNSTATED, np.int8(PRESUMED_WORST), said)
    return np.where(figures_of(snapshot).states[rows], counted, np.int8(NO_STANCE))


def _barred_places(
    table: DemandTable, rows: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[int, int]]:
    at_row = {number: place for place, number in enumerate(rows)}
    at_column = {number: place for place, number in enumerate(columns)}
    for one, other in table.barred:
        for first, second in ((one, other), (other, one)):
            if first in at_row and second in at_column:
                yield at_row[first], at_column[second]
