"""Which key moves which handle of the time strip to which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.desktop.time_steps import next_change, next_event, previous_change, previous_event, stepped
from workbench.readmodels.timeline_types import Timeline


class Grip(Enum):
    """What of the band is moved."""

    DAY = auto()
    COMPARED = auto()
    SPAN = auto()


@dataclass(frozen=True, slots=True)
class Moved:
    """A handle and the day it comes to."""

    grip: Grip
    day: date


_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def moved_by(
    event: QKeyEvent, timeline: Timeline, day: date, compared: date | None, way: int = 1
) -> Moved | None:
    """Return where a key moves a handle, none where it means nothing here.

    Left and Right move by a day, with Shift by a month; with Ctrl they move the day compared with. [ and ]
    lead to the previous and the next change, ( and ) to the previous and the next event, Home and End to the
    first and the last day known. `way` is -1 where days run from right to left.
    """
    key = event.key()
    if key in _ARROWS:
        return _stepped(event, timeline, day, compared, way * _ARROWS[Qt.Key(key)])
    ends = {Qt.Key.Key_Home: timeline.first, Qt.Key.Key_End: timeline.data_last}
    if key in ends:
        return Moved(Grip.DAY, ends[Qt.Key(key)])
    steps = {"[": previous_change, "]": next_change, "(": previous_event, ")": next_event}
    if event.text() in steps:
        return Moved(Grip.DAY, steps[event.text()](timeline, day) or day)
    return None


def _stepped(
    event: QKeyEvent, timeline: Timeline, day: date, compared: date | None, step: int
) -> Moved | None:
    keys = event.modifiers()
    by_month = bool(keys & Qt.KeyboardModifier.ShiftModifier)
    if not keys & Qt.KeyboardModifier.ControlModifier:
        return Moved(Grip.DAY, stepped(timeline, day, step, by_month=by_month))
    if compared is None:
        return None
    return Moved(Grip.COMPARED, stepped(timeline, compared, step, by_month=by_month))
