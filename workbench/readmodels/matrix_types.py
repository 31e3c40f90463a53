"""What one cell, row and column of the Positions lens says, free of any toolkit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workbench.domain.level import Level
from workbench.domain.saying import counted, marked
from workbench.domain.vocabulary import Agenda, IssueKind, Stance, TimePressure, Track
from workbench.readmodels.wording import listing


class Movement(StrEnum):
    """How what stands in a cell differs from the comparison day."""

    HARDENED = marked("Movement", "hardened")
    SOFTENED = marked("Movement", "softened")
    SHIFTED = marked("Movement", "shifted")
    NEW = marked("Movement", "new")
    WITHDRAWN = marked("Movement", "withdrawn")
    REWORDED = marked("Movement", "reworded")
    DISCLOSED = marked("Movement", "disclosed")
    NEWLY_ASSESSED = marked("Movement", "newly assessed")
    NO_LONGER_ASSESSED = marked("Movement", "no longer assessed")

    @property
    def mark(self) -> str:
        """The sign that carries it; empty where the cell shows none."""
        return _MOVEMENT_MARKS.get(self, "")


_MOVEMENT_MARKS = {
    Movement.HARDENED: "▲",
    Movement.SOFTENED: "▼",
    Movement.SHIFTED: "◆",
    Movement.NEW: "+",
    Movement.WITHDRAWN: "−",
    Movement.NEWLY_ASSESSED: "a",
    Movement.NO_LONGER_ASSESSED: "–",
}


@dataclass(frozen=True, slots=True)
class PositionCell:
    """One party on one issue on the day shown.

    Attributes
    ----------
    party, issue : str
        Codes.
    ref : str
        The position that stands; empty where none does.
    lead : str
        What stands before the option where none is demanded: ``accepts``, ``leaves open``; may be
        empty.
    text : str
        Labels of the options demanded, or of those that `lead` speaks of.
    segments : tuple of Stance or None
        Stance toward each option of the issue in reach, in order; none where unstated, which is
        drawn as presumed opposed. Empty where no position stands, or it states no stance.
    track : Track or None
        On which track the position stands.
    movement : Movement or None
        How it differs from the comparison day, on the same basis.
    review : bool
        A standing assessed position that is older than the declared one.
    judged : bool
        A judgement that names the party on this issue stands; of a group, one for exactly its members.
    agenda : Agenda or None
        Given where the issue is not simply on the party's agenda.
    pressure : TimePressure or None
        Given where time presses or waiting helps.
    since : str
        Date of the position as typed, with "at the latest" where it is.
    words : str or callable
        The sentence, or what makes it of the cell: few of the cells that are seen are ever read out.
    refs : tuple of str
        Of a group folded into one column: the positions of its members that stand.
    divided : bool
        Of such a group: its members do not all ask for the same thing.
    """

    party: str
    issue: str
    ref: str = ""
    lead: str = ""
    text: str = ""
    segments: tuple[Stance | None, ...] = ()
    track: Track | None = None
    movement: Movement | None = None
    review: bool = False
    judged: bool = False
    agenda: Agenda | None = None
    pressure: TimePressure | None = None
    since: str = ""
    words: str | Callable[[PositionCell], str] = field(default="", compare=False, repr=False)
    refs: tuple[str, ...] = ()
    divided: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no position stands."""
        return not (self.ref or self.refs)

    @property
    def sentence(self) -> str:
        """The whole cell as one sentence, for tooltip and screen reader."""
        return self.words if isinstance(self.words, str) else self.words(self)


@dataclass(frozen=True, slots=True)
class RoomSummary:
    """The room of the parties needed on one issue.

    Attributes
    ----------
    level : Level
        The computed level.
    meeting : tuple of str
        Labels of the options where they meet, or that are least resisted.
    is_open : bool
        Whether an answer could lift the room.
    possible : Level
        The level that the best answers would give.
    count : str
        ``2 of 4`` where not all parties needed hold a position, else empty.
    beside : tuple of str
        Labels of others who hold a position and are not needed.
    judgement : Level or None
        A person's own level for exactly these parties.
    sentence : str
        The whole as one sentence.
    """

    level: Level
    meeting: tuple[str, ...]
    is_open: bool
    possible: Level
    count: str
    beside: tuple[str, ...]
    judgement: Level | None
    sentence: str


@dataclass(frozen=True, slots=True)
class CourseSpan:
    """A stretch of days, both included, on which the room of those needed was the same."""

    first: date
    last: date
    level: Level


@dataclass(frozen=True, slots=True)
class GroupFold:
    """A group that can be folded into one column, or opened.

    `members` are the codes, and `labels` the names, of those in view on the day.
    """

    code: str
    label: str
    members: tuple[str, ...]
    labels: tuple[str, ...]
    is_folded: bool

    @property
    def members_in_words(self) -> str:
        """The members as a list in a sentence."""
        return listing(self.labels)


@dataclass(frozen=True, slots=True)
class PartyColumn:
    """A column of the matrix: one party, or a group folded into one.

    `members` are the parties of a folded group, `groups` the groups into which a party can be folded.
    """

    code: str
    label: str
    kind: str
    colour: str
    members: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether the column stands for several parties."""
        return bool(self.members)

    @property
    def can_fold(self) -> bool:
        """Whether it can be opened, or folded into a group."""
        return bool(self.members or self.groups)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A row of the matrix: one issue.

    `pressed` holds the labels of the parties for whom time presses, `waiting` of those whom
    waiting helps. Facts and norms have no room.
    """

    code: str
    title: str
    question: str
    basket: str
    kind: IssueKind
    options: tuple[str, ...]
    pressed: tuple[str, ...]
    waiting: tuple[str, ...]

    @property
    def has_room(self) -> bool:
        """Whether the issue has a part in the room column."""
        return self.kind.is_negotiable


@dataclass(frozen=True, slots=True)
class Basket:
    """An agenda heading with the rows (by number) under it."""

    title: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NextDeadline:
    """The next deadline after the day shown."""

    title: str
    day: date
    days_left: int

    @property
    def sentence(self) -> str:
        """The deadline in words."""
        text = counted("Positions", "{deadline}: in %n days", "{deadline}: in %n day", self.days_left)
        return text.format(deadline=self.title)
