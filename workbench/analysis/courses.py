"""Courses with their causes: at each step of a curve, whether positions moved or issues came in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import numpy as np

from workbench.analysis.distance import (
    Distance,
    Weights,
    counts_in_distance,
    row_distance,
    row_weight,
    weights_for,
)
from workbench.analysis.room import room_of_rows
from workbench.analysis.rooms_over_time import rooms_over_time
from workbench.analysis.steps import IssueStep, issue_steps
from workbench.columns import NONE
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


class Cause(StrEnum):
    """Why a curve steps: positions moved, the issues it rests on became others, or both."""

    MOVED = "moved"
    ISSUES = "issues"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """A value from a day on.

    Attributes
    ----------
    day : date
        The day of the step.
    value : float or None
        A distance, or a room; none where there is none.
    issues : int
        On how many issues it rests.
    cause : Cause
        Why it differs from the day before.
    """

    day: date
    value: float | None
    issues: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Course:
    """A curve over a span of days.

    Attributes
    ----------
    start : Distance
        Value and number of issues at the beginning of the span, before its first step; none and 0
        where the span has no beginning.
    points : tuple of CoursePoint
        The steps within the span, ascending.
    """

    start: Distance
    points: tuple[CoursePoint, ...]


_State = dict[int, tuple[float, float]]
"""Distance and weight by issue."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; none is no bound."""

    first: date | None = None
    last: date | None = None

    def has_begun(self, day: date) -> bool:
        """Whether `day` lies after the beginning, or on it."""
        return self.first is None or day >= self.first

    def is_over(self, day: date) -> bool:
        """Whether `day` lies after the end."""
        return self.last is not None and day > self.last


ALWAYS = Span()


def distance_course(
    snapshot: Snapshot,
    first: int,
    second: int,
    basis: Basis,
    weights: Weights = Weights.SALIENCE,
    *,
    span: Span = ALWAYS,
    issues: Sequence[int] = (),
    same_issues: bool = False,
) -> Course:
    """Return the distance of two parties (numbers) over a span of days.

    Parameters
    ----------
    issues : sequence of int
        Numbers; none given means all, without facts.
    same_issues : bool
        Whether to keep to issues on which both hold a position on every day of the span. A span
        without a beginning begins with the first day on which there is a distance.
    """
    counted = set(issues) or set(filter(lambda own: counts_in_distance(snapshot, own), _all(snapshot)))
    steps = _pair_steps(snapshot, first, second, basis, counted)
    if same_issues:
        span = Span(span.first or _first_shared(snapshot, steps, (first, second)), span.last)
        kept = _held_throughout(snapshot, steps, (first, second), span)
        steps = [step for step in steps if step.issue in kept]
    return _course(snapshot, steps, (first, second), weights_for(snapshot, weights), span)


def room_course(
    snapshot: Snapshot, issue: int, parties: Sequence[int], basis: Basis, span: Span = ALWAYS
) -> Course:
    """Return the room of some parties on an issue (numbers) over a span of days."""
    start, room = Distance(None, 0), None
    points: list[CoursePoint] = []
    for day, now in zip(*rooms_over_time(snapshot, issue, parties, basis), strict=True):
        before, room = room, now
        if span.is_over(day):
            break
        if not span.has_begun(day):
            start = Distance(room, int(room is not None))
        elif room != before:
            cause = Cause.ISSUES if None in (room, before) else Cause.MOVED
            points.append(CoursePoint(day, room, int(room is not None), cause))
    return Course(start, tuple(points))


def _all(snapshot: Snapshot) -> range:
    return range(len(snapshot.issues))


def _pair_steps(
    snapshot: Snapshot, first: int, second: int, basis: Basis, counted: Collection[int]
) -> list[IssueStep]:
    order, table = snapshot.by_effective, snapshot.table
    own = np.isin(table.party[order], (first, second)) & np.isin(table.issue[order], list(counted))
    return list(issue_steps(snapshot, order[own], basis))


def _course(
    snapshot: Snapshot, steps: list[IssueStep], pair: tuple[int, int], weights: Weights, span: Span
) -> Course:
    ledger = _Ledger(len(snapshot.issues))
    start, distance = Distance(None, 0), Distance(None, 0)
    points: list[CoursePoint] = []
    for day, own in groupby(steps, key=lambda step: step.day):
        if span.is_over(day):
            break
        cause = ledger.enter({step.issue: _figure(snapshot, step, pair, weights) for step in own})
        before, distance = distance, ledger.distance
        if not span.has_begun(day):
            start = distance
        elif distance != before:
            points.append(CoursePoint(day, distance.value, distance.issues, cause))
    return Course(start, tuple(points))


class _Ledger:
    """Distances and weights issue by issue, as they stand."""

    def __init__(self, issues: int) -> None:
        self._distance = np.zeros(issues)
        self._weight = np.zeros(issues)
        self._counts = np.zeros(issues, np.bool_)

    @property
    def distance(self) -> Distance:
        """The distance over all issues that count."""
        issues, total = int(self._counts.sum()), float(self._weight.sum())
        if not total:
            return Distance(None, issues)
        return Distance(min(float(self._distance @ self._weight) / total, 1.0), issues)

    def enter(self, figures: dict[int, tuple[float, float] | None]) -> Cause:
        """Take down the figures of some issues and return why the distance may have changed."""
        came = moved = False
        for issue, figure in figures.items():
            counted = bool(self._counts[issue])
            own = (float(self._distance[issue]), float(self._weight[issue]))
            came = came or counted != (figure is not None)
            moved = moved or (counted and figure is not None and figure != own)
            self._counts[issue] = figure is not None
            self._distance[issue], self._weight[issue] = figure or (0.0, 0.0)
        return Cause.BOTH if came and moved else Cause.ISSUES if came else Cause.MOVED


def _figure(
    snapshot: Snapshot, step: IssueStep, pair: tuple[int, int], weights: Weights
) -> tuple[float, float] | None:
    """Return distance and weight of a pair on the issue of a step, none where it does not count."""
    first, second = (step.rows.get((party, step.issue), NONE) for party in pair)
    own = row_distance(snapshot, step.issue, first, second)
    return None if own is None else (own, row_weight(snapshot, first, second, weights))


def _both_hold(snapshot: Snapshot, step: IssueStep, pair: tuple[int, int]) -> bool:
    rows = [step.rows.get((party, step.issue), NONE) for party in pair]
    return NONE not in rows and room_of_rows(snapshot, step.issue, rows) is not None


def _first_shared(snapshot: Snapshot, steps: list[IssueStep], pair: tuple[int, int]) -> date | None:
    shared: Iterator[date] = (
        step.day for step in steps if _figure(snapshot, step, pair, Weights.EQUAL) is not None
    )
    return next(shared, None)


def _held_throughout(
    snapshot: Snapshot, steps: list[IssueStep], pair: tuple[int, int], span: Span
) -> set[int]:
    """Return the issues on which both hold a position on every day of the span."""
    at_start: dict[int, bool] = {}
    lost: set[int] = set()
    for step in steps:
        if span.is_over(step.day):
            break
        both = _both_hold(snapshot, step, pair)
        if span.first is None or step.day <= span.first:
            at_start[step.issue] = both
        elif not both:
            lost.add(step.issue)
    return {issue for issue, both in at_start.items() if both} - lost
