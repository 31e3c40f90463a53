"""Where days, events and distances lie on the time strip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from ui.paint.type import TypeScale
from workbench.readmodels.timeline_types import EventMark, Timeline

_EDGE = 12.0
_LEAST_DAYS = 14.0
_GRIP = 7.0
_LABEL_GAP = 6.0


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days seen, as ordinals of which fractions count."""

    first: float
    last: float

    @property
    def days(self) -> float:
        """How many."""
        return self.last - self.first

    def zoomed(self, factor: float, about: float, whole: TimeSpan) -> TimeSpan:
        """Return a span `factor` times as long that keeps `about` in its place, within `whole`."""
        days = min(max(self.days * factor, min(_LEAST_DAYS, whole.days)), whole.days)
        share = (about - self.first) / self.days
        return TimeSpan(about - share * days, about + (1.0 - share) * days).within(whole)

    def moved(self, days: float, whole: TimeSpan) -> TimeSpan:
        """Return the span that many days later, within `whole`."""
        return TimeSpan(self.first + days, self.last + days).within(whole)

    def within(self, whole: TimeSpan) -> TimeSpan:
        """Return the span of the same length, moved into `whole`."""
        days = min(self.days, whole.days)
        first = min(max(self.first, whole.first), whole.last - days)
        return TimeSpan(first, first + days)


class TimeGeometry:
    """Places on the strip.

    Parameters
    ----------
    timeline : Timeline
        What is shown.
    rect : QRectF
        The space of the strip.
    scale : TypeScale
        By which heights are measured.
    span : TimeSpan, optional
        The days seen, all of them where not given.
    """

    def __init__(
        self, timeline: Timeline, rect: QRectF, scale: TypeScale, span: TimeSpan | None = None
    ) -> None:
        self.timeline = timeline
        self.rect = rect
        self.scale = scale
        edge = scale.px(_EDGE)
        self.left = rect.left() + edge
        self.right = max(rect.right() - edge, self.left + 1.0)
        self.whole = self._whole()
        self.span = span.within(self.whole) if span is not None else self.whole

    def _whole(self) -> TimeSpan:
        """Return the days of the case, with space after the last known day for the labels of lines."""
        first, last = self.timeline.first.toordinal(), self.timeline.last.toordinal()
        known = self.timeline.data_last.toordinal()
        space = self.right - self.left
        share = 1.0 - min(self.label_width / space, 0.5)
        return TimeSpan(first, max(last, first + max(known - first, _LEAST_DAYS) / share, first + 1.0))

    @property
    def label_width(self) -> float:
        """Width of the widest label of a line, with the gap before it."""
        widths = (self.scale.small.width(line.label) for line in self.timeline.lines)
        return max(widths, default=0.0) + self.scale.px(_LABEL_GAP) * 2

    @property
    def title_top(self) -> float:
        """Where titles of events stand."""
        return self.rect.top() + self.scale.px(4)

    @property
    def dots_y(self) -> float:
        """Height of the dots."""
        return self.title_top + self.scale.small.line + self.scale.px(7)

    @property
    def axis_y(self) -> float:
        """Height of the axis."""
        return self.rect.bottom() - self.scale.small.line - self.scale.px(9)

    @property
    def pixels_per_day(self) -> float:
        """The zoom."""
        return (self.right - self.left) / self.span.days

    def x(self, day: date) -> float:
        """Return where a day lies; it may be outside the strip."""
        return self.left + (day.toordinal() - self.span.first) * self.pixels_per_day

    def is_seen(self, day: date) -> bool:
        """Whether a day is among those seen."""
        return self.left <= self.x(day) <= self.right

    def day_at(self, x: float) -> date:
        """Return the day at a place, within the days of the case."""
        ordinal = round(self.ordinal_at(x))
        low, high = self.timeline.first.toordinal(), self.timeline.last.toordinal()
        return date.fromordinal(min(max(ordinal, low), high))

    def ordinal_at(self, x: float) -> float:
        """Return the day at a place as an ordinal with fraction."""
        return self.span.first + (x - self.left) / self.pixels_per_day

    def value_y(self, value: float, highest: float) -> float:
        """Return the height of a distance; 0 lies at the axis."""
        top = self.dots_y + self.scale.px(10)
        bottom = self.axis_y - self.scale.px(4)
        return bottom - (bottom - top) * (value / highest if highest > 0.0 else 0.0)

    @property
    def highest(self) -> float:
        """The distance at the top: the next full tenth over the largest."""
        values = [point.value for line in self.timeline.lines for point in line.points if point.value]
        return max(min(-(-max(values, default=1.0) * 10.0 // 1) / 10.0, 1.0), 0.1)

    def is_on(self, x: float, handle: date | None) -> bool:
        """Whether a place is on a handle."""
        return handle is not None and abs(self.x(handle) - x) <= self.scale.px(_GRIP)

    def event_at(self, point: QPointF) -> EventMark | None:
        """Return the event nearest to a point at its dot, none where none is near."""
        if abs(point.y() - self.dots_y) > self.scale.px(_GRIP):
            return None
        near = [(abs(self.x(event.day) - point.x()), event) for event in self.timeline.events]
        distance, event = min(near, key=lambda pair: pair[0], default=(float("inf"), None))
        return event if distance <= self.scale.px(_GRIP) else None
