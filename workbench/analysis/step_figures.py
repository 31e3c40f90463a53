"""What a pair is apart at each of its steps, and on each day all issues together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.distance import SALIENCE_NOT_GIVEN, WIDEST, Distance, Weights
from workbench.analysis.figures import mean_places
from workbench.analysis.steps import PairSteps, both_hold
from workbench.columns import UNSTATED, ByteColumn, FloatColumn
from workbench.domain.vocabulary import PRESUMED_WORST, Scale
from workbench.snapshot import Snapshot

_AT_ONCE = 1_000_000
"""Figures looked at together, so that a long history takes no more memory than a short one."""

_Numbers = NDArray[np.int64]
_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class StepFigures:
    """Distance and weight of a pair on the issue of each step; both 0 where the issue does not count.

    Attributes
    ----------
    counts : bool, shape (n,)
        Whether the issue counts from that step on.
    distance, weight : float64, shape (n,)
        As far as it does.
    """

    counts: _Mask
    distance: FloatColumn
    weight: FloatColumn


def step_figures(snapshot: Snapshot, steps: PairSteps, weights: Weights) -> StepFigures:
    """Return the figures of each step."""
    distance = _distances(snapshot, steps)
    counts = ~np.isnan(distance)
    weight = _weights(snapshot, steps, weights)
    return StepFigures(counts, np.where(counts, distance, 0.0), np.where(counts, weight, 0.0))


def changes(steps: PairSteps, figures: StepFigures) -> tuple[_Mask, _Mask]:
    """Tell at which steps an issue came in or went, and at which one moved that counted before and after."""
    order = np.argsort(steps.issue, kind="stable")
    before = np.full(len(order), -1)
    follows = np.diff(steps.issue[order], prepend=-1) == 0
    before[order] = np.where(follows, np.roll(order, 1), -1)
    counted = np.append(figures.counts, False)[before]  # the last answers to -1: nothing before
    distance, weight = (np.append(own, 0.0)[before] for own in (figures.distance, figures.weight))
    differs = (distance != figures.distance) | (weight != figures.weight)
    return counted != figures.counts, counted & figures.counts & differs


def distances_on(steps: PairSteps, figures: StepFigures, starts: _Numbers) -> Iterator[Distance]:
    """Yield the distance from each day on; `starts` is where the steps of each day begin."""
    counts = np.append(False, figures.counts)  # the first answers to none
    distance, weight = (np.append(0.0, own) for own in (figures.distance, figures.weight))
    for last in _last_steps(steps, starts):
        weights = weight[last]
        issues, total = counts[last].sum(axis=1), weights.sum(axis=1)
        sums = (distance[last] * weights).sum(axis=1)
        value = np.minimum(sums / np.where(total > 0, total, 1.0), 1.0)
        for number, whole, own in zip(issues.tolist(), total.tolist(), value.tolist(), strict=True):
            yield Distance(own if whole else None, number)


def _last_steps(steps: PairSteps, starts: _Numbers) -> Iterator[_Numbers]:
    """Yield the number of the last step of each issue on each day, from 1 on, 0 for none, part by part.

    Shape (days of the part, issues).
    """
    touched = np.flatnonzero(np.bincount(steps.issue))
    place = np.searchsorted(touched, steps.issue)
    day = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(steps.day)))
    at_once = max(1, _AT_ONCE // len(touched))
    before = np.zeros(len(touched), np.int64)
    for first in range(0, len(starts), at_once):
        own = slice(*np.searchsorted(day, (first, first + at_once)))
        last = np.zeros((min(at_once, len(starts) - first), len(touched)), np.int64)
        last[day[own] - first, place[own]] = np.arange(len(day))[own] + 1
        last[0] = np.maximum(last[0], before)
        np.maximum.accumulate(last, axis=0, out=last)
        before = last[-1]
        yield last


def _distances(snapshot: Snapshot, steps: PairSteps) -> FloatColumn:
    """Return the distance of the pair on the issue of each step, NaN where it has none."""
    found = np.full(len(steps.day), np.nan)
    held = np.flatnonzero(both_hold(snapshot, steps))
    issue = steps.issue[held]
    stances = snapshot.stances[np.stack((steps.first[held], steps.second[held]))]
    is_nominal = np.array([own.scale is Scale.NOMINAL for own in snapshot.issues], np.bool_)[issue]
    found[held] = np.where(is_nominal, _apart(snapshot, issue, stances), _between(snapshot, issue, stances))
    return found


def _apart(snapshot: Snapshot, issue: _Numbers, stances: ByteColumn) -> FloatColumn:
    """Return the mean over the options of how far apart stances are; beyond the last option they are not."""
    counted = np.where(stances == UNSTATED, np.int8(PRESUMED_WORST), stances).astype(np.int64)
    total = np.abs(counted[0] - counted[1]).sum(axis=1)
    return np.asarray(total / snapshot.option_count[issue] / WIDEST)


def _between(snapshot: Snapshot, issue: _Numbers, stances: ByteColumn) -> FloatColumn:
    """Return how far apart the places are that the parties want, NaN where one wants none."""
    locations = snapshot.locations[issue]
    return np.asarray(np.abs(mean_places(stances[0], locations) - mean_places(stances[1], locations)))


def _weights(snapshot: Snapshot, steps: PairSteps, weights: Weights) -> FloatColumn:
    """Return the weight of the issue of each step, of no meaning where not both hold a position."""
    if weights is Weights.EQUAL:
        return np.ones(len(steps.day))
    given = np.append(snapshot.table.salience, np.nan)
    given[np.isnan(given)] = SALIENCE_NOT_GIVEN
    return np.asarray((given[steps.first] + given[steps.second]) / 2)
