"""What every sign of the matrix means, in a few words each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from ui.paint.legend import RoomSign, Sign
from ui.paint.marks import Mark
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance

CONTEXT = "legend"


def explained(text: str) -> str:
    """Return a name, a meaning or a heading of the legend in the language of the user."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


@dataclass(frozen=True, slots=True)
class Written:
    """A sign that is a text."""

    text: str


Entry: TypeAlias = tuple[Sign | Written, str, str]
"""Sign, name, meaning; a text that is itself the sign has no name."""

_STANCES: tuple[Entry, ...] = (
    (Stance.DEMANDS, "demands", "asks for it"),
    (Stance.ACCEPTS, "accepts", "can agree to it"),
    (
        Stance.TOLERATES,
        "tolerates",
        "could live with it",
    ),
    (
        Stance.OPPOSES,
        "opposes",
        "resists it, may move",
    ),
    (
        Stance.RED_LINE,
        "red line",
        "will not have it",
    ),
    (
        None,
        "presumed",
        "nothing said of it; counted as opposed",
    ),
)
_ROOMS: tuple[Entry, ...] = (
    (
        Level.ALIGNED,
        "aligned",
        "they ask for the same thing",
    ),
    (
        Level.COMPATIBLE,
        "compatible",
        "there is an option that all accept",
    ),
    (
        Level.BRIDGEABLE,
        "bridgeable",
        "there is an option that all could live with",
    ),
    (
        Level.CONFLICTING,
        "conflicting",
        "every option is resisted, or presumed resisted, by somebody",
    ),
    (
        Level.DEADLOCKED,
        "deadlocked",
        "every option crosses a stated red line",
    ),
    (
        Level.UNKNOWN,
        "unknown",
        "fewer than two of them hold a position",
    ),
    (
        RoomSign.OPEN,
        "open question",
        "an answer not yet given could lift the level",
    ),
    (Written("2 of 4"), "", "how many of the parties needed hold a position"),
)
_MARKS: tuple[Entry, ...] = (
    (
        Mark.URGENT,
        "urgent",
        "time presses on the party",
    ),
    (
        Mark.WAITING,
        "waiting helps",
        "time is on its side",
    ),
    (
        Mark.HARDENED,
        "hardened",
        "stances only fell since the day compared",
    ),
    (
        Mark.SOFTENED,
        "softened",
        "stances only rose",
    ),
    (
        Mark.SHIFTED,
        "shifted",
        "asks for something else, or rose and fell",
    ),
    (Mark.NEW, "new", "held no position before"),
    (
        Mark.WITHDRAWN,
        "withdrawn",
        "holds none any more",
    ),
    (
        Mark.NEWLY_ASSESSED,
        "newly assessed",
        "an assessment stands where none did",
    ),
    (
        Mark.NO_LONGER_ASSESSED,
        "no longer assessed",
        "what is declared stands again",
    ),
    (
        Mark.ASSESSED,
        "assessed",
        "our judgement, not its words",
    ),
    (
        Mark.REVIEW,
        "to review",
        "assessed before what it declared last",
    ),
    (
        Mark.JUDGED,
        "judged",
        "a person has judged this",
    ),
    (
        Mark.OFF_AGENDA,
        "not on its agenda",
        "denied, deferred, a precondition, or elsewhere",
    ),
    (
        Mark.DIVIDED,
        "members differ",
        "those of a folded group do not all ask for the same",
    ),
)
SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("Stance toward an option", _STANCES),
    ("Room of those needed", _ROOMS),
    ("Marks of a cell", _MARKS),
)
"""What a translator translates, in context ``legend``: every heading, name and meaning."""
