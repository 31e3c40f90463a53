"""Which of the two days of the window is asked for."""

from __future__ import annotations

from enum import Enum, auto


class Asked(Enum):
    """The day shown, or the day it is compared with."""

    DAY = auto()
    COMPARED = auto()
