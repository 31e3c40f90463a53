"""Courses with their causes: at each step of a curve, whether positions moved or issues came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from workbench.analysis.distance import Distance, Weights, counts_in_distance, weights_for
from workbench.analysis.rooms_over_time import rooms_over_time
from workbench.analysis.step_figures import StepFigures, changes, distances_on, step_figures
from workbench.analysis.steps import PairSteps, both_hold, pair_steps
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, day_of


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
    steps = pair_steps(snapshot, (first, second), basis, counted)
    if same_issues:
        span = Span(span.first or _first_shared(snapshot, steps), span.last)
        kept = _held_throughout(snapshot, steps, span)
        steps = steps.where(np.isin(steps.issue, list(kept)))
    return _course(snapshot, steps, weights_for(snapshot, weights), span)


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


def _course(snapshot: Snapshot, steps: PairSteps, weights: Weights, span: Span) -> Course:
    figures = step_figures(snapshot, steps, weights)
    start, before = Distance(None, 0), Distance(None, 0)
    points: list[CoursePoint] = []
    for ordinal, distance, cause in zip(*_days(steps, figures), strict=True):
        day = day_of(ordinal)
        if span.is_over(day):
            break
        if not span.has_begun(day):
            start = distance
        elif distance != before:
            points.append(CoursePoint(day, distance.value, distance.issues, cause))
        before = distance
    return Course(start, tuple(points))


def _days(steps: PairSteps, figures: StepFigures) -> tuple[list[int], Iterator[Distance], list[Cause]]:
    """Return the days of the steps, the distance from each on, and why it may have changed."""
    starts = np.flatnonzero(np.diff(steps.day, prepend=-1))
    if not len(starts):
        return [], iter(()), []
    came, moved = (np.logical_or.reduceat(own, starts).tolist() for own in changes(steps, figures))
    return steps.day[starts].tolist(), distances_on(steps, figures, starts), list(map(_cause, came, moved))


def _cause(came: bool, moved: bool) -> Cause:
    return Cause.BOTH if came and moved else Cause.ISSUES if came else Cause.MOVED


def _first_shared(snapshot: Snapshot, steps: PairSteps) -> date | None:
    shared = np.flatnonzero(step_figures(snapshot, steps, Weights.EQUAL).counts)
    return day_of(int(steps.day[shared[0]])) if len(shared) else None


def _held_throughout(snapshot: Snapshot, steps: PairSteps, span: Span) -> set[int]:
    """Return the issues on which both hold a position on every day of the span."""
    at_start: dict[int, bool] = {}
    lost: set[int] = set()
    both = both_hold(snapshot, steps).tolist()
    for ordinal, issue, is_held in zip(steps.day.tolist(), steps.issue.tolist(), both, strict=True):
        day = day_of(ordinal)
        if span.is_over(day):
            break
        if span.first is None or day <= span.first:
            at_start[issue] = is_held
        elif not is_held:
            lost.add(issue)
    return {issue for issue, is_held in at_start.items() if is_held} - lost
