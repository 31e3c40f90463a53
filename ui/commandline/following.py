"""Commands that follow a figure through time: series."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from ui.commandline.answer import Answer, Data, plain, table
from ui.commandline.failures import InputError, UsageError
from ui.commandline.reading import basis_of, day_of_option, issue_numbers, party_numbers, snapshot_of
from workbench.analysis.courses import Course, CoursePoint, Span, distance_course, room_course
from workbench.analysis.distance import Weights
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot

_COLUMNS = ("day", "#value", "#issues", "cause")


def run_series(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``series``: the distance of two parties, or the room of several on an issue."""
    snapshot = snapshot_of(store, arguments)
    title, course = _room(snapshot, arguments) if arguments.room else _distance(snapshot, arguments)
    data = {"points": [_point(own) for own in course.points], "start": _start(course)}
    return Answer(data, table(title, _COLUMNS, (_line(own) for own in course.points)))


def _distance(snapshot: Snapshot, arguments: Namespace) -> tuple[str, Course]:
    first, second = (snapshot.party_index(code) for code in arguments.distance)
    if first == second:
        raise InputError(f"--distance names “{arguments.distance[0]}” twice; name two parties.")
    course = distance_course(
        snapshot,
        first,
        second,
        basis_of(arguments),
        Weights(arguments.weights),
        span=_span(arguments),
        issues=issue_numbers(snapshot, arguments.issue),
        same_issues=arguments.same_issues,
    )
    return f"Distance of {' and '.join(arguments.distance)}, {arguments.basis}", course


def _room(snapshot: Snapshot, arguments: Namespace) -> tuple[str, Course]:
    if len(arguments.issue) != 1:
        raise UsageError("“series --room” needs one --issue.")
    parties = party_numbers(snapshot, filter(None, map(str.strip, arguments.room.split(","))))
    issue = snapshot.issue_index(arguments.issue[0])
    course = room_course(snapshot, issue, parties, basis_of(arguments), _span(arguments))
    return f"Room of {arguments.room} on {arguments.issue[0]}, {arguments.basis}", course


def _span(arguments: Namespace) -> Span:
    first, last = _bound("--from", arguments.from_day), _bound("--to", arguments.to_day)
    if first and last and first > last:
        raise InputError(f"--from {first} lies after --to {last}.")
    return Span(first, last)


def _bound(option: str, text: str | None) -> date | None:
    return day_of_option(option, text) if text else None


def _point(point: CoursePoint) -> Data:
    return {
        "day": point.day.isoformat(),
        "value": plain(point.value),
        "issues": point.issues,
        "cause": point.cause.value,
    }


def _start(course: Course) -> Data:
    return {"value": plain(course.start.value), "issues": course.start.issues}


def _line(point: CoursePoint) -> tuple[str, ...]:
    value = "–" if point.value is None else f"{point.value:.3f}".rstrip("0").rstrip(".")
    return (point.day.isoformat(), value, str(point.issues), point.cause.value)
