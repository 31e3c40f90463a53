"""Steps along the days of a case: to the next change, by a day, by a month, while playing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date, timedelta

from workbench.readmodels.timeline_types import Timeline

PLAY_SECONDS = 20.0
"""How long playing takes from the first day to the last one known, unless another pace is chosen."""


def next_change(timeline: Timeline, day: date) -> date | None:
    """Return the next day on which anything changes, none after the last."""
    place = bisect_right(timeline.change_days, day)
    return timeline.change_days[place] if place < len(timeline.change_days) else None


def previous_change(timeline: Timeline, day: date) -> date | None:
    """Return the last day before on which anything changed, none before the first."""
    place = bisect_left(timeline.change_days, day)
    return timeline.change_days[place - 1] if place > 0 else None


def clamped(timeline: Timeline, day: date) -> date:
    """Return the day, or the nearest of the case."""
    return min(max(day, timeline.first), timeline.last)


def months_later(day: date, months: int) -> date:
    """Return the same day that many months later, the last of the month where it has fewer days."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def stepped(timeline: Timeline, day: date, steps: int, *, by_month: bool) -> date:
    """Return the day that many days or months later, within the case."""
    later = months_later(day, steps) if by_month else day + timedelta(days=steps)
    return clamped(timeline, later)


def play_days(timeline: Timeline, interval: float, seconds: float = PLAY_SECONDS) -> float:
    """Return how many days pass in an interval (seconds) of playing a whole case in so many seconds."""
    return max((timeline.data_last - timeline.first).days, 1) * interval / seconds


def next_event(timeline: Timeline, day: date) -> date | None:
    """Return the day of the next event or deadline, none after the last."""
    return min((event.day for event in timeline.events if event.day > day), default=None)


def previous_event(timeline: Timeline, day: date) -> date | None:
    """Return the day of the last event or deadline before, none before the first."""
    return max((event.day for event in timeline.events if event.day < day), default=None)
