"""What stands below the level of a room."""

from __future__ import annotations

from workbench.domain.level import Level
from workbench.domain.saying import said, translate
from workbench.readmodels.matrix_types import RoomSummary
from workbench.readmodels.wording import clauses

_MEETING = (Level.ALIGNED, Level.COMPATIBLE, Level.BRIDGEABLE)


def meeting_of(room: RoomSummary) -> str:
    """Return the options where they meet; nothing where an option is merely resisted least."""
    return clauses(room.meeting) if room.level in _MEETING else ""


def judged_words(level: Level) -> str:
    """Return what a person judged, as it stands beside the computed level."""
    return translate("Judgement", "judged {level}").format(level=said(level))


def aside_of(room: RoomSummary) -> str:
    """Return what stands beside the computed level: how many hold a position, what a person judged."""
    judged = judged_words(room.judgement) if room.judgement else ""
    return " · ".join(part for part in (room.count, judged) if part)
