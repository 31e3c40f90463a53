"""Which titles of events and labels of lines find space, and where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from ui.paint.text import Block, TextCache
from ui.paint.time_geometry import TimeGeometry
from ui.paint.type import TypeScale
from workbench.readmodels.timeline import line_value
from workbench.readmodels.timeline_types import DistanceLine, EventMark, Timeline

_WIDEST = 230.0
_NARROWEST = 72.0
"""Least width of a title that is cut, in pixels at 100 %."""
_MOST = 60
"""How many events are tried for a title: many more do not find space on the widest screen."""
_APART = 14.0
_RAISED = 0.7
"""Lines of text by which a label stands over a line that goes on."""
_STILL_SHARE = 0.45
"""Share of a still picture that the label of a line takes before it goes on to another line of text."""
_FIRST_KINDS = ("agreement", "armed conflict", "ruling", "blockade", "change of government")


@dataclass(frozen=True, slots=True)
class Label:
    """A text and where it stands."""

    block: Block
    rect: QRectF


@dataclass(frozen=True, slots=True)
class EventLabel(Label):
    """The title of an event."""

    event: EventMark


@dataclass(frozen=True, slots=True)
class LineLabel(Label):
    """The label at the end of a line; `number` is that of the line."""

    number: int
    line: DistanceLine


def importance(event: EventMark) -> int:
    """Return how soon an event gets a title, 0 first: deadlines, then what binds or breaks, then words."""
    if event.is_deadline:
        return 0
    return 1 if event.kind in _FIRST_KINDS else 2


def event_labels(
    geometry: TimeGeometry, texts: TextCache, *, is_still: bool = False
) -> tuple[EventLabel, ...]:
    """Return the titles that find space on one line, the weightier first, none over another.

    Whole titles come first; what is left of the line goes to shortened ones, but on a still picture: there
    every title is listed below.
    """
    line = _Line(geometry, texts)
    seen = _by_weight(geometry)
    left = [event for event in seen if not line.put(event, shortened=False)]
    for event in () if is_still else left:
        line.put(event, shortened=True)
    return tuple(sorted(line.labels, key=lambda label: label.rect.left()))


def _by_weight(geometry: TimeGeometry) -> list[EventMark]:
    """Return the events that are seen, the weightier first, then what lasts, then what stands more alone."""
    seen = sorted(
        (event for event in geometry.timeline.events if geometry.is_seen(event.day)), key=lambda own: own.day
    )
    places = [geometry.x(event.day) for event in seen]
    steps = [float("inf"), *(later - earlier for earlier, later in pairwise(places)), float("inf")]
    alone = [min(before, after) for before, after in pairwise(steps)]
    order = sorted(
        range(len(seen)), key=lambda own: (importance(seen[own]), seen[own].until is None, -alone[own])
    )
    return [seen[own] for own in order[:_MOST]]


class _Line:
    """The line of titles while it fills."""

    def __init__(self, geometry: TimeGeometry, texts: TextCache) -> None:
        self.labels: list[EventLabel] = []
        self._geometry, self._texts = geometry, texts
        self._free = [(geometry.rect.left() + 2.0, geometry.rect.right() - 2.0)]

    def put(self, event: EventMark, *, shortened: bool) -> bool:
        """Put the title of an event where it is free, as near over its dot as can be; tell whether it was."""
        scale, x = self._geometry.scale, self._geometry.x(event.day)
        block = self._texts.block(event.title, scale.small, scale.px(_WIDEST))
        for number, (start, end) in enumerate(self._free):
            if not start <= x <= end:
                continue
            if shortened and end - start >= scale.px(_NARROWEST):
                block = self._texts.block(event.title, scale.small, min(end - start, scale.px(_WIDEST)))
            if block.width > end - start or (block.is_elided and not shortened):
                return False
            self._take(number, block, event)
            return True
        return False

    def _take(self, number: int, block: Block, event: EventMark) -> None:
        geometry, (start, end) = self._geometry, self._free[number]
        left = min(max(geometry.x(event.day) - block.width / 2.0, start), end - block.width)
        place = QRectF(left, geometry.title_top, block.width, geometry.scale.small.line)
        self.labels.append(EventLabel(block, place, event))
        gap = geometry.scale.px(_APART)
        self._free[number : number + 1] = [(start, left - gap), (left + block.width + gap, end)]


def line_labels(geometry: TimeGeometry, texts: TextCache, *, is_still: bool = False) -> tuple[LineLabel, ...]:
    """Return the labels of the lines, moved apart so that none stands over another.

    Each stands after the end of its line; over it where the line goes on beyond the days that are seen.
    """
    end = geometry.x(geometry.timeline.data_last)
    goes_on = end > geometry.right
    day = geometry.day_at(geometry.right) if goes_on else geometry.timeline.data_last
    raised = geometry.scale.small.line * _RAISED if goes_on else 0.0
    ends = [
        (geometry.value_y(value, geometry.highest) - raised, number, line)
        for number, line in enumerate(geometry.timeline.lines)
        if (value := line_value(line, day)) is not None
    ]
    ends.sort(key=lambda end: end[:2])
    scale, width = geometry.scale, geometry.rect.width()
    blocks = [_line_block(line, scale, width, texts, is_still=is_still) for _, _, line in ends]
    heights = [block.height for block in blocks]
    x = end + geometry.scale.px(8)
    labels: list[LineLabel] = []
    middles = _spread([end[0] for end in ends], heights, geometry)
    for (_, number, line), block, y in zip(ends, blocks, middles, strict=True):
        left = min(x, geometry.rect.right() - block.width - 4.0)
        rect = QRectF(left, y - block.height / 2.0, block.width, block.height)
        labels.append(LineLabel(block, rect, number, line))
    return tuple(labels)


def line_label_height(timeline: Timeline, width: float, scale: TypeScale, texts: TextCache) -> float:
    """Return the height of all labels of lines, one under the other, on a still picture of some width."""
    return sum(_line_block(line, scale, width, texts, is_still=True).height for line in timeline.lines)


def _line_block(
    line: DistanceLine, scale: TypeScale, width: float, texts: TextCache, *, is_still: bool
) -> Block:
    if is_still:
        return texts.whole(line.label, scale.small, width * _STILL_SHARE)
    return texts.block(line.label, scale.small, scale.px(_WIDEST) * 2)


def _spread(middles: list[float], heights: list[float], geometry: TimeGeometry) -> list[float]:
    """Return ascending middles moved as little as needed for labels to stand apart, above the axis."""
    moved: list[float] = []
    for number, (middle, height) in enumerate(zip(middles, heights, strict=True)):
        least = moved[-1] + (heights[number - 1] + height) / 2.0 if moved else middle
        moved.append(max(middle, least))
    lowest = geometry.axis_y
    for number in range(len(moved) - 1, -1, -1):
        moved[number] = min(moved[number], lowest - heights[number] / 2.0)
        lowest = moved[number] - heights[number] / 2.0
    return moved
