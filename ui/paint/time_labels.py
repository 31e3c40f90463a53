"""Which titles of events and labels of lines find space, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRectF

from ui.paint.text import Block, TextCache
from ui.paint.time_geometry import TimeGeometry
from workbench.readmodels.timeline_types import DistanceLine, EventMark

_WIDEST = 230.0
_SHORTENED = 104.0
_APART = 14.0
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


def event_labels(geometry: TimeGeometry, texts: TextCache) -> tuple[EventLabel, ...]:
    """Return the titles that find space on one line, the weightier first, none over another.

    Whole titles come first; what is left of the line goes to shortened ones.
    """
    placed: list[EventLabel] = []
    seen = [event for event in geometry.timeline.events if _is_seen(event, geometry)]
    seen.sort(key=lambda event: (importance(event), -_solitude(event, seen, geometry)))
    small = geometry.scale.small
    for may_shorten, widest in ((False, _WIDEST), (True, _SHORTENED)):
        titled = {label.event.code for label in placed}
        for event in seen:
            if event.code not in titled:
                block = texts.block(event.title, small, geometry.scale.px(widest))
                placed += _placed(event, placed, geometry, block, may_shorten=may_shorten)
    return tuple(sorted(placed, key=lambda label: label.rect.left()))


def _placed(
    event: EventMark,
    others: Sequence[EventLabel],
    geometry: TimeGeometry,
    block: Block,
    *,
    may_shorten: bool,
) -> list[EventLabel]:
    """Return the title of an event where it is free of others, over its dot if that can be; or nothing."""
    if block.is_elided and not may_shorten:
        return []
    ways = _event_ways(event, geometry, block)
    free = (way for way in ways if all(_are_apart(way.rect, other.rect, geometry) for other in others))
    return list(islice(free, 1))


def _is_seen(event: EventMark, geometry: TimeGeometry) -> bool:
    return geometry.left <= geometry.x(event.day) <= geometry.right


def _solitude(event: EventMark, seen: Sequence[EventMark], geometry: TimeGeometry) -> float:
    """Return the distance to the nearest other event: titles of lone events mislead nobody."""
    own = geometry.x(event.day)
    others = (abs(geometry.x(other.day) - own) for other in seen if other is not event)
    return min(others, default=0.0)


def _event_ways(event: EventMark, geometry: TimeGeometry, block: Block) -> list[EventLabel]:
    """Return where a title could stand: over its dot, to the right of it, to the left."""
    x, over = geometry.x(event.day), geometry.scale.px(6)
    lowest, highest = geometry.rect.left() + 2.0, geometry.rect.right() - 2.0 - block.width
    lefts = (x - block.width / 2.0, x - over, x + over - block.width)
    tops = geometry.title_top, geometry.scale.small.line
    return [
        EventLabel(block, QRectF(min(max(left, lowest), highest), tops[0], block.width, tops[1]), event)
        for left in lefts
    ]


def _are_apart(one: QRectF, other: QRectF, geometry: TimeGeometry) -> bool:
    gap = geometry.scale.px(_APART)
    return one.right() + gap <= other.left() or other.right() + gap <= one.left()


def line_labels(geometry: TimeGeometry, texts: TextCache) -> tuple[LineLabel, ...]:
    """Return the labels at the ends of the lines, moved apart so that none stands over another."""
    ends = [
        (geometry.value_y(value, geometry.highest), number, line)
        for number, line in enumerate(geometry.timeline.lines)
        if (value := _last_value(line)) is not None
    ]
    small = geometry.scale.small
    x = geometry.x(geometry.timeline.data_last) + geometry.scale.px(8)
    labels: list[LineLabel] = []
    ends.sort(key=lambda end: end[:2])
    for (_, number, line), y in zip(
        ends, _spread([end[0] for end in ends], small.line, geometry), strict=True
    ):
        block = texts.block(line.label, small, geometry.scale.px(_WIDEST) * 2)
        left = min(x, geometry.rect.right() - block.width - 4.0)
        rect = QRectF(left, y - small.line / 2.0, block.width, small.line)
        labels.append(LineLabel(block, rect, number, line))
    return tuple(labels)


def _last_value(line: DistanceLine) -> float | None:
    return line.points[-1].value if line.points else None


def _spread(heights: list[float], line: float, geometry: TimeGeometry) -> list[float]:
    """Return ascending heights moved as little as needed to stand `line` apart, above the axis."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + line) if moved else height)
    lowest = geometry.axis_y - line / 2.0
    for number in range(len(moved) - 1, -1, -1):
        moved[number] = min(moved[number], lowest)
        lowest = moved[number] - line
    return moved
