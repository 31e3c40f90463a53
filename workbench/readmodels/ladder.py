"""The ladder of an issue: every option with the stances of parties or groups side by side."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.groups import SeatRoom
from workbench.analysis.room import RoomCell
from workbench.domain.vocabulary import Stance
from workbench.readmodels.inspector_types import LadderStep
from workbench.readmodels.room_words import standing_out
from workbench.readmodels.wording import presumed
from workbench.snapshot import Snapshot


def ladder_of(
    snapshot: Snapshot,
    issue: int,
    given: Sequence[Sequence[Stance | None]],
    room: RoomCell | SeatRoom,
) -> tuple[LadderStep, ...]:
    """Return the ladder of an issue (number).

    Parameters
    ----------
    given : sequence of sequence of (Stance or None)
        Of each party its stance toward each option, none where unstated; empty where it is silent.
    room : RoomCell or SeatRoom
        Where they meet.
    """
    kind = snapshot.issues[issue].kind
    options = snapshot.issue_options(issue)
    at = standing_out(room, len(options))
    silent = tuple(not own for own in given)
    steps = []
    for number, option in enumerate(options):
        stances = tuple(own[number] if own else None for own in given)
        words = tuple(
            "" if mute else presumed() if stance is None else stance.reading(kind)
            for stance, mute in zip(stances, silent, strict=True)
        )
        steps.append(LadderStep(option.code, option.label, stances, silent, words, number in at))
    return tuple(steps)
