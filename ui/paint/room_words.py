"""What stands below the level of a room."""

from __future__ import annotations

from workbench.domain.level import Level
from workbench.readmodels.matrix_types import RoomSummary

_MEETING = (Level.ALIGNED, Level.COMPATIBLE, Level.BRIDGEABLE)


def meeting_of(room: RoomSummary) -> str:
    """Return the options where they meet; nothing where an option is merely resisted least."""
    return "; ".join(room.meeting) if room.level in _MEETING else ""


def aside_of(room: RoomSummary) -> str:
    """Return what stands beside the computed level: how many hold a position, what a person judged."""
    judged = f"judged {room.judgement.value}" if room.judgement else ""
    return " · ".join(part for part in (room.count, judged) if part)
