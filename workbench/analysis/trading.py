"""What two parties could give one another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.analysis.demand_grid import RELATIONS, demand_grid
from workbench.analysis.demands import DemandCell, DemandTable, Relation
from workbench.analysis.standing import Standing

_OPEN_TO_TRADE = (Relation.WELCOME, Relation.TRADEABLE, Relation.RESISTED)


@dataclass(frozen=True, slots=True)
class Trade:
    """Two demands that might be met together: what one party asks for, and what the other does.

    Attributes
    ----------
    cell : DemandCell
        The two demands and how they lie to one another.
    stances : tuple of int
        Stance of the party of the first demand toward the second, and the other way round.
    saliences : tuple of (float or None)
        What the first demand is worth to its party, and the second to its own.
    saliences_across : tuple of (float or None)
        What the issue of the second demand is worth to the party of the first, and the other way
        round.
    """

    cell: DemandCell
    stances: tuple[int, int]
    saliences: tuple[float | None, float | None]
    saliences_across: tuple[float | None, float | None]


def trade_pairs(table: DemandTable, one: int, other: int) -> list[tuple[int, int]]:
    """Return the pairs of demands (numbers) of two parties (numbers) with neither stance below opposed.

    Both parties must hold a position on the other's issue, and no red-line linkage may forbid the
    two together. Highest stance first, then the order of the demands.
    """
    mine = [number for number, own in enumerate(table.demands) if own.party == one]
    theirs = [number for number, own in enumerate(table.demands) if own.party == other]
    grid = demand_grid(table, mine, theirs)
    open_to_trade = np.isin(grid.relation, [RELATIONS.index(own) for own in _OPEN_TO_TRADE])
    first, second = np.nonzero(open_to_trade)
    best_first = np.argsort(-grid.stance[first, second].astype(np.int64), kind="stable")
    places = zip(first[best_first].tolist(), second[best_first].tolist(), strict=True)
    return [(mine[row], theirs[column]) for row, column in places]


def trades(standing: Standing, table: DemandTable, one: int, other: int) -> list[Trade]:
    """Return the trades that two parties (numbers) could make, in the order of `trade_pairs`."""
    return [trade_of(standing, table, first, second) for first, second in trade_pairs(table, one, other)]


def trade_of(standing: Standing, table: DemandTable, first: int, second: int) -> Trade:
    """Return what speaks for a pair of demands (numbers) that is among the `trade_pairs`.

    Raises
    ------
    ValueError
        If it is not among them.
    """
    cell = table.cell(first, second)
    there, back = table.stance(first, second)[0], table.stance(second, first)[0]
    if cell is None or there is None or back is None:
        raise ValueError((first, second))
    ours, theirs = table.demands[first], table.demands[second]
    return Trade(
        cell,
        (there, back),
        (_salience(standing, ours.party, ours.issue), _salience(standing, theirs.party, theirs.issue)),
        (_salience(standing, ours.party, theirs.issue), _salience(standing, theirs.party, ours.issue)),
    )


def _salience(standing: Standing, party: int, issue: int) -> float | None:
    given = float(standing.snapshot.table.salience[standing.rows[party, issue]])
    return None if np.isnan(given) else given
