"""The order of parties in which blocs lie together, with its tree.

Average linkage of distances, then the order of leaves in which neighbours are closest overall. Two
parties without a common issue have no distance; for the order alone they get the mean of the known
ones, and the result says how many such pairs there were.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.analysis.agreement import DistanceMatrix
from workbench.analysis.leaf_order import optimal_leaves
from workbench.columns import FloatColumn


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clusters that become one.

    Attributes
    ----------
    first, second : int
        Numbers of the clusters: below the number of parties the place of a party in the order of
        the matrix, above it the number of parties plus the place of an earlier merge.
    height : float
        Their distance.
    size : int
        How many parties they have together.
    first_at, second_at : float
        Where they lie along the ordered parties, 0 for the first.
    first_height, second_height : float
        Heights at which the two were formed, 0 for a party.
    """

    first: int
    second: int
    height: float
    size: int
    first_at: float
    second_at: float
    first_height: float
    second_height: float

    @property
    def at(self) -> float:
        """Where the new cluster lies along the ordered parties."""
        return (self.first_at + self.second_at) / 2


@dataclass(frozen=True, slots=True)
class BlocOrder:
    """Parties in the order in which blocs lie together.

    Attributes
    ----------
    parties : tuple of int
        Numbers of the parties, in that order.
    tree : tuple of Merge
        The merges, lowest first; one fewer than parties.
    without_distance : int
        How many pairs have no common issue and were given the mean of the known distances.
    """

    parties: tuple[int, ...]
    tree: tuple[Merge, ...]
    without_distance: int


def bloc_order(matrix: DistanceMatrix) -> BlocOrder:
    """Return the parties of a matrix in the order in which blocs lie together."""
    count = len(matrix.parties)
    if count < 3:
        return _trivial(matrix)
    # Imported here: no other part of the program needs it, and it takes its time.
    from scipy.cluster import hierarchy  # noqa: PLC0415

    above = np.triu_indices(count, 1)
    known, missing = _filled(matrix.distance[above])
    links = hierarchy.linkage(known, "average")
    distance = np.zeros((count, count))
    distance[above] = known
    leaves = optimal_leaves(links, distance + distance.T)
    return BlocOrder(tuple(matrix.parties[leaf] for leaf in leaves), _tree(links, leaves), missing)


def _filled(distances: FloatColumn) -> tuple[FloatColumn, int]:
    """Return the distances with the mean of the known ones where there is none, and how many those are."""
    missing = np.isnan(distances)
    mean = float(distances[~missing].mean()) if not missing.all() else 0.0
    return np.where(missing, mean, distances), int(missing.sum())


def _trivial(matrix: DistanceMatrix) -> BlocOrder:
    if len(matrix.parties) < 2:
        return BlocOrder(matrix.parties, (), 0)
    known, missing = _filled(matrix.distance[[0], [1]])
    merge = Merge(0, 1, float(known[0]), 2, 0.0, 1.0, 0.0, 0.0)
    return BlocOrder(matrix.parties, (merge,), missing)


def _tree(links: FloatColumn, leaves: list[int]) -> tuple[Merge, ...]:
    at = {leaf: float(place) for place, leaf in enumerate(leaves)}
    height = dict.fromkeys(leaves, 0.0)
    merges = []
    for number, (one, other, apart, size) in enumerate(links.tolist(), start=len(leaves)):
        first, second = sorted((int(one), int(other)), key=lambda cluster: at[cluster])
        merge = Merge(first, second, apart, int(size), at[first], at[second], height[first], height[second])
        at[number], height[number] = merge.at, apart
        merges.append(merge)
    return tuple(merges)
