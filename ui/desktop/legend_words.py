"""What every sign of the matrix means, in a few words each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

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
    (Stance.DEMANDS, QT_TRANSLATE_NOOP("legend", "demands"), QT_TRANSLATE_NOOP("legend", "asks for it")),
    (Stance.ACCEPTS, QT_TRANSLATE_NOOP("legend", "accepts"), QT_TRANSLATE_NOOP("legend", "can agree to it")),
    (
        Stance.TOLERATES,
        QT_TRANSLATE_NOOP("legend", "tolerates"),
        QT_TRANSLATE_NOOP("legend", "could live with it"),
    ),
    (
        Stance.OPPOSES,
        QT_TRANSLATE_NOOP("legend", "opposes"),
        QT_TRANSLATE_NOOP("legend", "resists it, may move"),
    ),
    (
        Stance.RED_LINE,
        QT_TRANSLATE_NOOP("legend", "red line"),
        QT_TRANSLATE_NOOP("legend", "will not have it"),
    ),
    (
        None,
        QT_TRANSLATE_NOOP("legend", "presumed"),
        QT_TRANSLATE_NOOP("legend", "nothing said of it; counted as opposed"),
    ),
)
_ROOMS: tuple[Entry, ...] = (
    (
        Level.ALIGNED,
        QT_TRANSLATE_NOOP("legend", "aligned"),
        QT_TRANSLATE_NOOP("legend", "they ask for the same thing"),
    ),
    (
        Level.COMPATIBLE,
        QT_TRANSLATE_NOOP("legend", "compatible"),
        QT_TRANSLATE_NOOP("legend", "there is an option that all accept"),
    ),
    (
        Level.BRIDGEABLE,
        QT_TRANSLATE_NOOP("legend", "bridgeable"),
        QT_TRANSLATE_NOOP("legend", "there is an option that all could live with"),
    ),
    (
        Level.CONFLICTING,
        QT_TRANSLATE_NOOP("legend", "conflicting"),
        QT_TRANSLATE_NOOP("legend", "every option is resisted, or presumed resisted, by somebody"),
    ),
    (
        Level.DEADLOCKED,
        QT_TRANSLATE_NOOP("legend", "deadlocked"),
        QT_TRANSLATE_NOOP("legend", "every option crosses a stated red line"),
    ),
    (
        Level.UNKNOWN,
        QT_TRANSLATE_NOOP("legend", "unknown"),
        QT_TRANSLATE_NOOP("legend", "fewer than two of them hold a position"),
    ),
    (
        RoomSign.OPEN,
        QT_TRANSLATE_NOOP("legend", "open question"),
        QT_TRANSLATE_NOOP("legend", "an answer not yet given could lift the level"),
    ),
    (Written("2 of 4"), "", QT_TRANSLATE_NOOP("legend", "how many of the parties needed hold a position")),
)
_MARKS: tuple[Entry, ...] = (
    (
        Mark.URGENT,
        QT_TRANSLATE_NOOP("legend", "urgent"),
        QT_TRANSLATE_NOOP("legend", "time presses on the party"),
    ),
    (
        Mark.WAITING,
        QT_TRANSLATE_NOOP("legend", "waiting helps"),
        QT_TRANSLATE_NOOP("legend", "time is on its side"),
    ),
    (
        Mark.HARDENED,
        QT_TRANSLATE_NOOP("legend", "hardened"),
        QT_TRANSLATE_NOOP("legend", "stances only fell since the day compared"),
    ),
    (
        Mark.SOFTENED,
        QT_TRANSLATE_NOOP("legend", "softened"),
        QT_TRANSLATE_NOOP("legend", "stances only rose"),
    ),
    (
        Mark.SHIFTED,
        QT_TRANSLATE_NOOP("legend", "shifted"),
        QT_TRANSLATE_NOOP("legend", "asks for something else, or rose and fell"),
    ),
    (Mark.NEW, QT_TRANSLATE_NOOP("legend", "new"), QT_TRANSLATE_NOOP("legend", "held no position before")),
    (
        Mark.WITHDRAWN,
        QT_TRANSLATE_NOOP("legend", "withdrawn"),
        QT_TRANSLATE_NOOP("legend", "holds none any more"),
    ),
    (
        Mark.NEWLY_ASSESSED,
        QT_TRANSLATE_NOOP("legend", "newly assessed"),
        QT_TRANSLATE_NOOP("legend", "an assessment stands where none did"),
    ),
    (
        Mark.NO_LONGER_ASSESSED,
        QT_TRANSLATE_NOOP("legend", "no longer assessed"),
        QT_TRANSLATE_NOOP("legend", "what is declared stands again"),
    ),
    (
        Mark.ASSESSED,
        QT_TRANSLATE_NOOP("legend", "assessed"),
        QT_TRANSLATE_NOOP("legend", "our judgement, not its words"),
    ),
    (
        Mark.REVIEW,
        QT_TRANSLATE_NOOP("legend", "to review"),
        QT_TRANSLATE_NOOP("legend", "assessed before what it declared last"),
    ),
    (
        Mark.JUDGED,
        QT_TRANSLATE_NOOP("legend", "judged"),
        QT_TRANSLATE_NOOP("legend", "a person has judged this"),
    ),
    (
        Mark.OFF_AGENDA,
        QT_TRANSLATE_NOOP("legend", "not on its agenda"),
        QT_TRANSLATE_NOOP("legend", "denied, deferred, a precondition, or elsewhere"),
    ),
    (
        Mark.DIVIDED,
        QT_TRANSLATE_NOOP("legend", "members differ"),
        QT_TRANSLATE_NOOP("legend", "those of a folded group do not all ask for the same"),
    ),
)
SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (QT_TRANSLATE_NOOP("legend", "Stance toward an option"), _STANCES),
    (QT_TRANSLATE_NOOP("legend", "Room of those needed"), _ROOMS),
    (QT_TRANSLATE_NOOP("legend", "Marks of a cell"), _MARKS),
)
