"""Courses of rooms over the years, worked out once for each snapshot: they do not depend on the day shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TypeAlias
from weakref import WeakKeyDictionary

from workbench.analysis.rooms_over_time import RoomSteps, rooms_of_issues
from workbench.domain.level import Level
from workbench.domain.vocabulary import Basis
from workbench.readmodels.matrix_types import CourseSpan
from workbench.readmodels.span import known_span
from workbench.snapshot import Snapshot

_Key: TypeAlias = tuple[int, tuple[int, ...], Basis]
RoomCourse: TypeAlias = tuple[CourseSpan, ...]

# A course outlives the model of one day.
_COURSES: WeakKeyDictionary[Snapshot, dict[_Key, RoomCourse]] = WeakKeyDictionary()


def kept_courses(
    snapshot: Snapshot, asked: Mapping[int, tuple[int, ...]], basis: Basis
) -> dict[int, RoomCourse]:
    """Return the stretches of days on which rooms were the same, oldest first; unknown is left out.

    Parameters
    ----------
    asked : mapping
        The parties (numbers) whose room is taken, by issue (number).
    """
    kept = _COURSES.setdefault(snapshot, {})
    missing = {issue: own for issue, own in asked.items() if (issue, own, basis) not in kept}
    for issue, steps in rooms_of_issues(snapshot, missing, basis).items() if missing else ():
        kept[issue, missing[issue], basis] = tuple(_stretches(snapshot, steps))
    return {issue: kept[issue, own, basis] for issue, own in asked.items()}


def _stretches(snapshot: Snapshot, steps: RoomSteps) -> Iterator[CourseSpan]:
    days, rooms = steps
    _, last = known_span(snapshot)
    ends = [day - timedelta(days=1) for day in days[1:]]
    ends += [max(last, day) for day in days[-1:]]
    for day, end, room in zip(days, ends, rooms, strict=True):
        if room is not None:
            yield CourseSpan(day, end, Level.of(room))
