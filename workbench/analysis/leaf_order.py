"""The order of the leaves of a tree in which neighbours are closest overall.

The exact dynamic programme of Bar-Joseph and others (2001). For each cluster, and each pair of leaves
that can lie at its two ends, the shortest path through all its leaves is kept; that of two clusters
joined is two products in which sums stand for products and minima for sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.columns import FloatColumn


@dataclass(frozen=True, slots=True, eq=False)
class _Cluster:
    """Some leaves, and the shortest path through all of them from each to each.

    `paths` has shape (leaves, leaves); infinite where no order of the cluster has the two at its
    ends. `parts` holds the two clusters it was made of, none for a single leaf.
    """

    leaves: list[int]
    paths: FloatColumn
    parts: tuple[_Cluster, _Cluster] | None = None


def optimal_leaves(links: FloatColumn, distance: FloatColumn) -> list[int]:
    """Return the leaves of a tree in the order in which the path through them is shortest.

    Parameters
    ----------
    links : float64, shape (n - 1, 4)
        The tree as SciPy has it; in the first two columns the clusters that become one.
    distance : float64, shape (n, n)
        Distances of the leaves.

    Returns
    -------
    list of int
        Of the two directions, the one that begins with the lower number.
    """
    clusters = [_Cluster([leaf], np.zeros((1, 1))) for leaf in range(len(distance))]
    for one, other in links[:, :2].astype(np.int64).tolist():
        clusters.append(_joined(clusters[one], clusters[other], distance))
    order = _traced(clusters[-1], distance)
    return order if order[0] <= order[-1] else order[::-1]


def _joined(one: _Cluster, other: _Cluster, distance: FloatColumn) -> _Cluster:
    # The longer side first: the loops run over the shorter one.
    left, right = (one, other) if len(one.leaves) >= len(other.leaves) else (other, one)
    count = len(left.leaves)
    across = _across(left.paths, distance[np.ix_(left.leaves, right.leaves)], right.paths)
    leaves = left.leaves + right.leaves
    paths = np.full((len(leaves), len(leaves)), np.inf)
    paths[:count, count:] = across
    paths[count:, :count] = across.T
    return _Cluster(leaves, paths, (left, right))


def _across(left: FloatColumn, between: FloatColumn, right: FloatColumn) -> FloatColumn:
    """Return the shortest paths from each leaf on the left to each on the right, through all of both."""
    step = np.stack([(left + column).min(axis=1) for column in between.T], axis=1)
    best = np.full(between.shape, np.inf)
    for leaf, onward in enumerate(right):
        np.minimum(best, step[:, leaf, None] + onward, out=best)
    return best


def _traced(whole: _Cluster, distance: FloatColumn) -> list[int]:
    """Return the leaves along the shortest path, by taking clusters apart from the whole down."""
    begin, end = np.unravel_index(int(whole.paths.argmin()), whole.paths.shape)
    order: list[int] = []
    waiting = [(whole, int(begin), int(end))]  # where in the cluster the path begins and ends
    while waiting:
        cluster, begins, ends = waiting.pop()
        if cluster.parts is None:
            order += cluster.leaves
            continue
        near, far = cluster.parts
        split = len(near.leaves)
        if begins < split:
            ends -= split
        else:
            near, far, begins = far, near, begins - split
        gaps = distance[np.ix_(near.leaves, far.leaves)]
        through = near.paths[begins][:, None] + gaps + far.paths[ends]
        leaves, enters = np.unravel_index(int(through.argmin()), through.shape)
        waiting += [(far, int(enters), ends), (near, begins, int(leaves))]
    return order
