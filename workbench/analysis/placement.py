"""A two-dimensional map of parties: as far apart on it as they are in distance, as well as that can be.

Metric multidimensional scaling: classical scaling gives a start, majorisation (SMACOF) improves it
over the pairs that have a distance. Everything is deterministic. From day to day a map is turned,
mirrored and shifted onto the one before, so that axes stay and only parties move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.agreement import DistanceMatrix
from workbench.columns import FloatColumn

FEWEST_OTHERS = 3
"""A party that shares issues with fewer others is not placed."""

_ROUNDS = 300
_GOOD_ENOUGH = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Parties on a map.

    Attributes
    ----------
    parties : tuple of int
        Numbers of the parties that are placed.
    at : float64, shape (placed, 2)
        Where they lie, in units of distance.
    not_placed : tuple of int
        Numbers of the parties that share issues with fewer than three others.
    stress : float
        0 to 1: how far the map is from the distances (Kruskal's stress-1); 0 is exact.
    """

    parties: tuple[int, ...]
    at: FloatColumn
    not_placed: tuple[int, ...]
    stress: float

    def of(self, party: int) -> tuple[float, float] | None:
        """Return where a party (number) lies, none where it is not placed."""
        if party not in self.parties:
            return None
        x, y = self.at[self.parties.index(party)].tolist()
        return x, y


def place_parties(matrix: DistanceMatrix, before: Placement | None = None) -> Placement:
    """Return a map of the parties of a matrix.

    Parameters
    ----------
    matrix : DistanceMatrix
        The distances.
    before : Placement or None
        The map of another day, onto which this one is turned.
    """
    shares = ~np.isnan(matrix.distance)
    np.fill_diagonal(shares, val=False)
    placed = np.flatnonzero(shares.sum(axis=1) >= FEWEST_OTHERS)
    numbers = tuple(matrix.parties[place] for place in placed.tolist())
    left = tuple(own for own in matrix.parties if own not in numbers)
    distance, known = matrix.distance[np.ix_(placed, placed)], shares[np.ix_(placed, placed)]
    if not known.any():
        return Placement(numbers, np.zeros((len(numbers), 2)), left, 0.0)
    wanted = np.where(known, distance, distance[known].mean())
    np.fill_diagonal(wanted, 0.0)
    at = _upright(_majorised(_classical(wanted), wanted, known))
    placement = Placement(numbers, at, left, _stress(at, wanted, known))
    return placement if before is None else aligned(placement, before)


def placements(matrices: Iterable[DistanceMatrix]) -> Iterator[Placement]:
    """Yield the maps of days one after the other, each turned onto the one before."""
    before: Placement | None = None
    for matrix in matrices:
        placement = place_parties(matrix, before)
        yield placement
        before = placement if placement.parties else before


def aligned(placement: Placement, before: Placement) -> Placement:
    """Return a map turned, mirrored and shifted so that common parties lie as near as before as can be.

    Distances on it stay (Procrustes without scaling).
    """
    common = [party for party in placement.parties if party in before.parties]
    if not common:
        return placement
    now = placement.at[[placement.parties.index(party) for party in common]]
    then = before.at[[before.parties.index(party) for party in common]]
    left, _, right = np.linalg.svd((now - now.mean(axis=0)).T @ (then - then.mean(axis=0)))
    turned = (placement.at - now.mean(axis=0)) @ (left @ right) + then.mean(axis=0)
    return Placement(placement.parties, turned, placement.not_placed, placement.stress)


def _classical(distance: FloatColumn) -> FloatColumn:
    """Return classical scaling to two dimensions, shape (n, 2)."""
    count = len(distance)
    centre = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centre @ distance**2 @ centre)
    chosen = np.argsort(-values, kind="stable")[:2]
    return np.asarray(vectors[:, chosen] * np.sqrt(np.maximum(values[chosen], 0.0)))


def _majorised(at: FloatColumn, wanted: FloatColumn, known: NDArray[np.bool_]) -> FloatColumn:
    """Return the start improved round by round until the stress no longer falls."""
    weight = known.astype(np.float64)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight, hermitian=True)
    last = np.inf
    for _ in range(_ROUNDS):
        apart = _apart(at)
        stress = float((weight * (apart - wanted) ** 2).sum())
        if last - stress <= _GOOD_ENOUGH * max(stress, 1.0):
            break
        last = stress
        ratio = np.divide(wanted, apart, out=np.zeros_like(apart), where=apart > 0) * weight
        at = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ at)
    return at


def _apart(at: FloatColumn) -> FloatColumn:
    gaps = at[:, None] - at[None]
    return np.asarray(np.sqrt((gaps**2).sum(axis=-1)))


def _stress(at: FloatColumn, wanted: FloatColumn, known: NDArray[np.bool_]) -> float:
    apart = _apart(at)[known]
    whole = float((apart**2).sum())
    return float(np.sqrt(((apart - wanted[known]) ** 2).sum() / whole)) if whole else 0.0


def _upright(at: FloatColumn) -> FloatColumn:
    """Return a map with its longest extent along the first axis, and the first party to the left and up."""
    centred = at - at.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, np.argsort(-values, kind="stable")]
    for axis, side in ((0, -1.0), (1, 1.0)):
        lead = turned[np.flatnonzero(np.abs(turned[:, axis]) > 1e-9)[:1], axis]
        if len(lead) and lead[0] * side < 0:
            turned[:, axis] *= -1.0
    return np.asarray(turned)
