"""What every sign of the matrix means, in a few words each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ui.paint.legend import Held, RoomSign, Sign
from ui.paint.marks import Mark
from ui.words import marked, translate
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance


def explained(text: str) -> str:
    """Return a meaning or a heading of the legend in the language of the user."""
    return translate("Legend", text)


@dataclass(frozen=True, slots=True)
class Written:
    """A sign that is a text, in English."""

    text: str


Entry: TypeAlias = tuple[Sign | Written, str]
"""Sign and meaning in English."""

_STANCES: tuple[Entry, ...] = (
    (Stance.DEMANDS, marked("Legend", "asks for it")),
    (Stance.ACCEPTS, marked("Legend", "can agree to it")),
    (Stance.TOLERATES, marked("Legend", "could live with it")),
    (Stance.OPPOSES, marked("Legend", "resists it, may move")),
    (Stance.RED_LINE, marked("Legend", "will not have it")),
    (None, marked("Legend", "nothing said of it; counted as opposed")),
)
_HELD: tuple[Entry, ...] = (
    (Held(Stance.DEMANDS), marked("Legend", "stands by it")),
    (Held(Stance.ACCEPTS), marked("Legend", "can agree with it")),
    (Held(Stance.TOLERATES), marked("Legend", "takes no side")),
    (Held(Stance.OPPOSES), marked("Legend", "does not share it, may move")),
    (Held(Stance.RED_LINE), marked("Legend", "will not agree with it")),
)
_ROOMS: tuple[Entry, ...] = (
    (Level.ALIGNED, marked("Legend", "they ask for the same thing")),
    (Level.COMPATIBLE, marked("Legend", "there is an option that all accept")),
    (Level.BRIDGEABLE, marked("Legend", "there is an option that all could live with")),
    (Level.CONFLICTING, marked("Legend", "every option is resisted, or presumed resisted, by somebody")),
    (Level.DEADLOCKED, marked("Legend", "every option crosses a stated red line")),
    (Level.UNKNOWN, marked("Legend", "fewer than two of them hold a position")),
    (RoomSign.OPEN, marked("Legend", "an answer not yet given could lift the level")),
    (Written(marked("Legend", "2 of 4")), marked("Legend", "how many of the parties needed hold a position")),
)
_MARKS: tuple[Entry, ...] = (
    (Mark.URGENT, marked("Legend", "time presses on the party")),
    (Mark.WAITING, marked("Legend", "time is on its side")),
    (Mark.HARDENED, marked("Legend", "stances only fell since the day compared")),
    (Mark.SOFTENED, marked("Legend", "stances only rose")),
    (Mark.SHIFTED, marked("Legend", "asks for something else, or rose and fell")),
    (Mark.NEW, marked("Legend", "held no position before")),
    (Mark.WITHDRAWN, marked("Legend", "holds none any more")),
    (Mark.NEWLY_ASSESSED, marked("Legend", "an assessment stands where none did")),
    (Mark.NO_LONGER_ASSESSED, marked("Legend", "what is declared stands again")),
    (Mark.ASSESSED, marked("Legend", "our judgement, not its words")),
    (Mark.REVIEW, marked("Legend", "assessed before what it declared last")),
    (Mark.JUDGED, marked("Legend", "a person has judged this")),
    (Mark.OFF_AGENDA, marked("Legend", "denied, deferred, a precondition, or elsewhere")),
    (Mark.DIVIDED, marked("Legend", "those of a folded group do not all ask for the same")),
)
SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (marked("Legend", "Stance toward an option"), _STANCES),
    (marked("Legend", "Toward a fact or a norm"), _HELD),
    (marked("Legend", "Room of those needed"), _ROOMS),
    (marked("Legend", "Marks of a cell"), _MARKS),
)
"""Headings in English, each with what stands under it."""
