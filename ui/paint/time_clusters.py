"""Events that lie too close on the strip for a dot each: they share a mark that says how many they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.paint.time_geometry import TimeGeometry
from workbench.readmodels.timeline_types import EventMark

_DOT = 4.0
"""Half the width of a dot with its edge, in pixels at 100 %."""
_WIDEST = 24.0
"""How far the first and the last event of one mark lie apart at most, in pixels at 100 %."""


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


def clusters(geometry: TimeGeometry) -> tuple[Cluster, ...]:
    """Return the marks of the events and deadlines that are seen, none of them over another of its kind."""
    seen = [own for own in geometry.timeline.events if geometry.is_seen(own.day)]
    terms = [own for own in seen if own.is_deadline]
    others = [own for own in seen if not own.is_deadline]
    return (*_marks(others, geometry), *_marks(terms, geometry))


def _marks(events: Sequence[EventMark], geometry: TimeGeometry) -> Iterator[Cluster]:
    """Yield marks from left to right; where one ends because it is wide enough the next begins beside it."""
    dot, edge = geometry.scale.px(_DOT), geometry.rect.left()
    groups = list(_groups(events, geometry))
    for number, own in enumerate(groups):
        first, last = geometry.x(own[0].day), geometry.x(own[-1].day)
        right = last + dot
        if number + 1 < len(groups):
            following = geometry.x(groups[number + 1][0].day)
            right = min(right, (last + following) / 2.0)
        yield Cluster(tuple(own), max(first - dot, edge), right)
        edge = right


def _groups(events: Sequence[EventMark], geometry: TimeGeometry) -> Iterator[list[EventMark]]:
    """Yield events that belong together: each touches the one before, all within the widest mark."""
    dot, widest = geometry.scale.px(_DOT), geometry.scale.px(_WIDEST)
    group: list[EventMark] = []
    start = end = 0.0
    for own in sorted(events, key=lambda event: event.day):
        x = geometry.x(own.day)
        if group and (x - end >= 2.0 * dot or x - start > widest):
            yield group
            group = []
        start = start if group else x
        end = x
        group.append(own)
    if group:
        yield group
