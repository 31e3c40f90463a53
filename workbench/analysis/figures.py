"""What each position contributes to distances, worked out once for a snapshot.

Places on ordered scales, saliences and weights of options are held as sums of two parts, each a
multiple of a power of two. Sums of such parts over thousands of issues are exact in double
precision, so a figure brought up to date step by step equals the one computed from scratch to the
last bit, in whatever order the steps came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.distance import CHOICE_ORDER, SALIENCE_NOT_GIVEN, WIDEST
from workbench.columns import UNSTATED, FloatColumn
from workbench.domain.vocabulary import IssueKind, Scale
from workbench.snapshot import Snapshot

NOWHERE = -1
"""Stands among place numbers where a position has no place."""

PlaceNumbers: TypeAlias = NDArray[np.signedinteger[Any]]

_CHUNK = 200_000
_SHARE_BITS = (20, 42)
_SALIENCE_BITS = (10, 30)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What each position contributes, *n* positions; one entry more answers to ``NONE``.

    Attributes
    ----------
    states : bool, shape (n + 1,)
        Whether the position states any stance.
    place : int8 or int32, shape (n + 1,)
        Number of its place on an ordered issue, ``NOWHERE`` where it has none or the issue is nominal.
    places : float64, shape (2, k)
        The distinct places, ascending, in two parts.
    salience : float64, shape (2, n + 1)
        Salience in two parts, 50 where none is given.
    has_salience : bool
        Whether any salience is given.
    ordered, fact : bool, shape (issues,)
        Whether the issue is ordered, whether it is a fact.
    option_weight : float64, shape (2, issues)
        What one step of stance on one option of a nominal issue adds to a distance, in two parts.
    """

    states: NDArray[np.bool_]
    place: PlaceNumbers
    places: FloatColumn
    salience: FloatColumn
    has_salience: bool
    ordered: NDArray[np.bool_]
    fact: NDArray[np.bool_]
    option_weight: FloatColumn


_known: WeakKeyDictionary[Snapshot, Figures] = WeakKeyDictionary()


def figures_of(snapshot: Snapshot) -> Figures:
    """Return the figures of a snapshot, worked out when first asked for."""
    figures = _known.get(snapshot)
    if figures is None:
        figures = _known[snapshot] = _work_out(snapshot)
    return figures


def _work_out(snapshot: Snapshot) -> Figures:
    given = snapshot.table.salience
    ordered = np.array([issue.scale is Scale.ORDERED for issue in snapshot.issues], np.bool_)
    at = _places(snapshot, ordered)
    distinct, number = np.unique(at[~np.isnan(at)], return_inverse=True)
    # A byte each, where that will do, keeps the whole column close to the processor.
    place: PlaceNumbers = np.full(len(at) + 1, NOWHERE, np.int32)
    if len(distinct) < 127:
        place = place.astype(np.int8)
    place[:-1][~np.isnan(at)] = number
    counted = np.where(np.isnan(given), SALIENCE_NOT_GIVEN, given)
    return Figures(
        states=np.append((snapshot.stances != UNSTATED).any(axis=1), False),
        place=place,
        places=_in_two(distinct, _SHARE_BITS),
        salience=_in_two(np.append(counted, 0.0), _SALIENCE_BITS),
        has_salience=not bool(np.isnan(given).all()),
        ordered=ordered,
        fact=np.array([issue.kind is IssueKind.FACT for issue in snapshot.issues], np.bool_),
        option_weight=_in_two(1.0 / (WIDEST * np.maximum(snapshot.option_count, 1)), _SHARE_BITS),
    )


def _in_two(values: FloatColumn, bits: tuple[int, int]) -> FloatColumn:
    """Return values as two parts, shape (2, n): multiples of 2 to minus the first and second of `bits`."""
    first = _rounded(values, bits[0])
    return np.stack((first, _rounded(values - first, bits[1])))


def _rounded(values: FloatColumn, bits: int) -> FloatColumn:
    rounded: FloatColumn = np.round(values * 2.0**bits) / 2.0**bits
    return rounded


def _places(snapshot: Snapshot, ordered: NDArray[np.bool_]) -> FloatColumn:
    """Return the place of each position on its ordered issue, NaN where it has none, shape (n,)."""
    issue = snapshot.table.issue
    at = np.full(len(issue), np.nan)
    rows = np.flatnonzero(ordered[issue])
    for start in range(0, len(rows), _CHUNK):
        own = rows[start : start + _CHUNK]
        at[own] = mean_places(snapshot.stances[own], snapshot.locations[issue[own]])
    return at


def mean_places(stances: NDArray[np.int8], locations: FloatColumn) -> FloatColumn:
    """Return the mean location of what each position demands, else accepts, else tolerates.

    Parameters
    ----------
    stances : int8, shape (n, w)
        ``UNSTATED`` where nothing is said.
    locations : float64, shape (n, w)
        NaN where an option has no location.

    Returns
    -------
    float64, shape (n,)
        NaN where a position wants nothing that has a location.
    """
    located = ~np.isnan(locations)
    known = np.where(located, locations, 0.0)
    at = np.full(len(stances), np.nan)
    for stance in reversed(CHOICE_ORDER):
        chosen = (stances == stance) & located
        count = chosen.sum(axis=1)
        total = np.where(chosen, known, 0.0).sum(axis=1)
        at = np.where(count > 0, total / np.maximum(count, 1), at)
    return at
