"""The time strip: events, deadlines, distances chosen, days on which something changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TypeAlias

import numpy as np

from workbench.analysis.series import distance_series
from workbench.analysis.standing import change_days
from workbench.domain.event import Event
from workbench.domain.saying import marked, translate
from workbench.domain.vocabulary import Basis
from workbench.readmodels.span import known_span
from workbench.readmodels.timeline_types import DistanceLine, EventMark, LinePoint, Timeline
from workbench.readmodels.wording import day_in_words, event_kind, listing, period_as_typed
from workbench.snapshot import Snapshot

Courses: TypeAlias = dict[tuple[str, str], tuple[LinePoint, ...]]
"""The distance of pairs of parties (codes) over time."""

DEFAULT_PARTIES = 3
"""Between how many parties distances are drawn as long as nobody has chosen."""

_WEIGHED = marked("Timeline", "Distance between parties, weighted by salience.")
_UNWEIGHED = marked("Timeline", "Distance between parties, all issues alike.")


def build_timeline(
    snapshot: Snapshot,
    basis: Basis,
    pairs: Sequence[tuple[str, str]] | None = None,
    day: date | None = None,
) -> Timeline:
    """Return what the time strip shows.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    basis : Basis
        On which the distances are taken.
    pairs : sequence of (str, str), optional
        Codes of the parties whose distances are drawn; where not given, all pairs of the parties
        with the most positions.
    day : date, optional
        The day shown: the strip of a case without any date lies around it.
    """
    return with_lines(build_frame(snapshot, day), snapshot, basis, pairs)


def build_frame(snapshot: Snapshot, day: date | None = None) -> Timeline:
    """Return the same without any distance: what does not have to be worked out."""
    first, data_last = known_span(snapshot, day) if day else known_span(snapshot)
    events = sorted((_mark(event) for event in snapshot.case.events), key=lambda mark: mark.day)
    last = max([data_last, *(mark.until or mark.day for mark in events)])
    return Timeline(
        first=min([first, *(mark.day for mark in events)]),
        last=last,
        data_last=data_last,
        events=tuple(events),
        lines=(),
        change_days=tuple(change_days(snapshot)),
        note=translate("Timeline", _WEIGHED if snapshot.audience.sees_team_reading else _UNWEIGHED),
    )


def with_lines(
    frame: Timeline,
    snapshot: Snapshot,
    basis: Basis,
    pairs: Sequence[tuple[str, str]] | None = None,
    courses: Courses | None = None,
) -> Timeline:
    """Return a timeline with the distances of some pairs, as for `build_timeline`.

    `courses` holds those that are known already, and takes what is worked out.
    """
    chosen = default_pairs(snapshot) if pairs is None else _present(snapshot, pairs)
    return replace(frame, lines=_lines(snapshot, basis, chosen, {} if courses is None else courses))


def default_pairs(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return all pairs of the parties with the most positions, in the order of the case."""
    held = np.bincount(snapshot.table.party, minlength=len(snapshot.parties))
    most = sorted(np.argsort(-held, kind="stable")[:DEFAULT_PARTIES].tolist())
    codes = [snapshot.parties[number].code for number in most if held[number]]
    return list(combinations(codes, 2))


def _present(snapshot: Snapshot, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    codes = {party.code for party in snapshot.parties}
    return [pair for pair in pairs if codes.issuperset(pair)]


def _mark(event: Event) -> EventMark:
    day = event.date.effective
    until = event.until.effective if event.until else None
    period = period_as_typed(event.date.text, event.until.text) if event.until else event.date.text
    kind = event_kind(event)
    if kind:
        text = translate("Timeline", "{event} ({kind}), {date}. {description}")
    else:
        text = translate("Timeline", "{event}, {date}. {description}")
    sentence = text.format(event=event.title, kind=kind, date=period, description=event.description).strip()
    return EventMark(event.code, day, until, event.title, event.kind, event.is_deadline, sentence, period)


def _lines(
    snapshot: Snapshot, basis: Basis, pairs: list[tuple[str, str]], courses: Courses
) -> tuple[DistanceLine, ...]:
    lines: list[DistanceLine] = []
    used: set[str] = set()
    for first, second in pairs:
        numbers = snapshot.party_index(first), snapshot.party_index(second)
        colours = [snapshot.parties[number].colour for number in numbers]
        colour = next((own for own in colours if own and own not in used), "")
        used.add(colour)
        label = " – ".join(snapshot.parties[number].label for number in numbers)
        points = courses.get((first, second))
        if points is None:
            points = courses[first, second] = tuple(
                LinePoint(point.day, point.distance.value, point.distance.issues)
                for point in distance_series(snapshot, *numbers, basis)
            )
        lines.append(DistanceLine(first, second, label, colour, len(lines) % 2 == 1, points))
    return tuple(lines)


def line_value(line: DistanceLine, day: date) -> float | None:
    """Return the value of a line on a day, none before its first point."""
    value = None
    for point in line.points:
        if point.day > day:
            break
        value = point.value
    return value


def drift_note(timeline: Timeline, day: date, compared: date | None) -> str:
    """Return in words which of the lines rose or fell between the day compared with and the day."""
    if compared is None:
        return ""
    apart, closer = list[str](), list[str]()
    for line in timeline.lines:
        then, now = line_value(line, compared), line_value(line, day)
        if then is not None and now is not None and abs(now - then) > 1e-9:
            (apart if now > then else closer).append(line.label)
    further = translate("Timeline", "{pairs} lie further apart than on {day}.")
    nearer = translate("Timeline", "{pairs} lie closer together than on {day}.")
    return " ".join(
        text.format(pairs=listing(labels), day=day_in_words(compared))
        for text, labels in ((further, apart), (nearer, closer))
        if labels
    )
