"""What the time strip shows, free of any toolkit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event on the band; `until` is none where it has one day only, `when` is its date as typed."""

    code: str
    day: date
    until: date | None
    title: str
    kind: str
    is_deadline: bool
    sentence: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class LinePoint:
    """The value of a line from a day on; none where there is no value."""

    day: date
    value: float | None
    issues: int


@dataclass(frozen=True, slots=True)
class DistanceLine:
    """The distance of two parties as a step curve.

    `colour` is the colour of the first party as ``#RRGGBB``, or empty; `dashed` tells lines apart
    without colour.
    """

    first: str
    second: str
    label: str
    colour: str
    dashed: bool
    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything on the strip but the two handles.

    Attributes
    ----------
    first, last : date
        The span of the case, deadlines included.
    data_last : date
        The last day on which something is known: lines end there.
    events : tuple of EventMark
        By day.
    lines : tuple of DistanceLine
        The distances chosen.
    change_days : tuple of date
        Days on which any position takes effect or ends, ascending: the steps to the next change.
    note : str
        What the lines measure, in words.
    """

    first: date
    last: date
    data_last: date
    events: tuple[EventMark, ...]
    lines: tuple[DistanceLine, ...]
    change_days: tuple[date, ...]
    note: str
