"""Events that lie too close on the strip for a dot each: they share a mark that says how many they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from ui.paint.time_geometry import TimeGeometry
from workbench.readmodels.timeline_types import EventMark

_DOT = 4.0
"""Half the width of a dot with its edge, in pixels at 100 %."""
_LEAST = 18.0
"""How wide the mark of several events is at least, so that their number stands in it, at 100 %."""
_APART = 1.0
"""Between two marks at least, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events that are drawn as one mark, and from where to where it reaches; one event is a dot."""

    events: tuple[EventMark, ...]
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where the mark lies."""
        return (self.left + self.right) / 2.0

    def dot(self, geometry: TimeGeometry) -> float:
        """Return where the dot of a single event lies: at its day, but within its mark."""
        radius = geometry.scale.px(_DOT)
        return min(max(geometry.x(self.events[0].day), self.left + radius), self.right - radius)


@dataclass(frozen=True, slots=True)
class _Row:
    """Events whose marks would touch, and from where to where they reach together."""

    events: tuple[EventMark, ...]
    left: float
    right: float


def clusters(geometry: TimeGeometry) -> tuple[Cluster, ...]:
    """Return the marks of the events and deadlines that are seen, none of them over another of its kind."""
    seen = [own for own in geometry.timeline.events if geometry.is_seen(own.day)]
    terms = [own for own in seen if own.is_deadline]
    others = [own for own in seen if not own.is_deadline]
    return (*_marks(others, geometry), *_marks(terms, geometry))


def _marks(events: Sequence[EventMark], geometry: TimeGeometry) -> Iterator[Cluster]:
    """Yield marks from left to right; where many events follow closely their marks lie side by side."""
    for row in _rows(sorted(events, key=lambda event: event.day), geometry):
        width = row.right - row.left
        count = max(int(width / geometry.scale.px(_LEAST)), 1)
        step = width / count
        for place, own in groupby(row.events, key=partial(_place, row.left, step, count, geometry)):
            yield Cluster(tuple(own), row.left + place * step, row.left + (place + 1) * step)


def _place(left: float, step: float, count: int, geometry: TimeGeometry, event: EventMark) -> int:
    return min(int((geometry.x(event.day) - left) / step), count - 1)


def _rows(events: Sequence[EventMark], geometry: TimeGeometry) -> list[_Row]:
    """Return the rows of events, from left to right and apart."""
    rows: list[_Row] = []
    for event in events:
        row = _reaching((event,), geometry)
        while rows and row.left - rows[-1].right < geometry.scale.px(_APART):
            row = _reaching(rows.pop().events + row.events, geometry)
        rows.append(row)
    return rows


def _reaching(events: tuple[EventMark, ...], geometry: TimeGeometry) -> _Row:
    """Return from where to where the mark of some events reaches: over all their dots, and wide enough."""
    dot, least = geometry.scale.px(_DOT), geometry.scale.px(_LEAST) if len(events) > 1 else 0.0
    left, right = geometry.x(events[0].day) - dot, geometry.x(events[-1].day) + dot
    wider = max(least - (right - left), 0.0) / 2.0
    return _Row(events, left - wider, right + wider)
