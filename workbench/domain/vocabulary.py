"""The closed vocabularies of a case, with the words that stand in tables and on screens."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TypeVar

from workbench.domain.errors import InvalidValueError

WordT = TypeVar("WordT", bound=StrEnum)


class PartyKind(StrEnum):
    """What a party is."""

    STATE = "state"
    DE_FACTO_AUTHORITY = "de facto authority"
    ARMED_GROUP = "armed group"
    INTERNATIONAL_ORGANISATION = "international organisation"
    FACTION = "faction"
    CIVIL_SOCIETY = "civil society"
    MEDIATOR = "mediator"
    OTHER = "other"


class IssueKind(StrEnum):
    """What an issue asks about. Facts and norms are held rather than demanded."""

    SUBSTANCE = "substance"
    PROCEDURE = "procedure"
    NORM = "norm"
    FACT = "fact"

    @property
    def is_negotiable(self) -> bool:
        """Whether the issue has a part in room column, demands and packages."""
        return self in (IssueKind.SUBSTANCE, IssueKind.PROCEDURE)


class Scale(StrEnum):
    """Whether the options of an issue lie along a line."""

    ORDERED = "ordered"
    NOMINAL = "nominal"


class Track(StrEnum):
    """Declared: what the party says. Assessed: what we judge it would settle for."""

    DECLARED = "declared"
    ASSESSED = "assessed"


class Basis(StrEnum):
    """Which track stands where both do."""

    DECLARED = "declared"
    ASSESSED = "assessed"


class TimePressure(StrEnum):
    """For whom time presses."""

    URGENT = "urgent"
    NEUTRAL = "neutral"
    WAITING_HELPS = "waiting helps"


class Confidence(StrEnum):
    """How sure the team is of a position."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class Agenda(StrEnum):
    """How a party treats an issue on the agenda."""

    ON_AGENDA = "on agenda"
    DENIED = "denied"
    PRECONDITION = "precondition"
    DEFERRED = "deferred"
    ELSEWHERE = "elsewhere"


class SourceKind(StrEnum):
    """What a source is."""

    INTERVIEW = "interview"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    RULING = "ruling"
    REPORT = "report"
    ARTICLE = "article"
    DOCUMENT = "document"
    OBSERVATION = "observation"


class Terms(StrEnum):
    """On what terms a source may be repeated."""

    ON_RECORD = "on record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep background"
    CHATHAM_HOUSE = "Chatham House"
    OFF_RECORD = "off record"
    UNDETERMINED = "undetermined"

    @property
    def prints_attribution(self) -> bool:
        """Whether the attribution may be printed for every audience the source reaches."""
        return self in (Terms.ON_RECORD, Terms.BACKGROUND)

    @property
    def may_be_repeated(self) -> bool:
        """Whether the content may be used beyond principal and vault."""
        return self not in (Terms.OFF_RECORD, Terms.UNDETERMINED)


class Reliability(StrEnum):
    """Grade of a source. F says that it cannot be judged; it is not the worst grade."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class LinkageKind(StrEnum):
    """What a linkage says of its two options."""

    REQUIRES = "requires"
    EXCLUDES = "excludes"


class Strength(StrEnum):
    """How firmly a linkage is held."""

    RED_LINE = "red line"
    PREFERENCE = "preference"


class Stance(IntEnum):
    """Stance of a party toward one option, as it counts in every figure."""

    DEMANDS = 2
    ACCEPTS = 1
    TOLERATES = 0
    OPPOSES = -1
    RED_LINE = -2

    @property
    def word(self) -> str:
        """The word that stands in tables and JSON."""
        return _STANCE_WORDS[self]

    def reading(self, kind: IssueKind) -> str:
        """Return the word on an issue of that kind: a fact or a norm is held, not demanded."""
        return self.word if kind.is_negotiable else _STANCE_READINGS[self]

    @classmethod
    def from_word(cls, word: str) -> Stance:
        """Return the stance that `word` names.

        Raises
        ------
        InvalidValueError
            If no stance has that word.
        """
        for stance, own in _STANCE_WORDS.items():
            if own == word:
                return stance
        raise InvalidValueError(word, "one of " + ", ".join(_STANCE_WORDS.values()))


_STANCE_WORDS = {
    Stance.DEMANDS: "demands",
    Stance.ACCEPTS: "accepts",
    Stance.TOLERATES: "tolerates",
    Stance.OPPOSES: "opposes",
    Stance.RED_LINE: "red line",
}
_STANCE_READINGS = {
    Stance.DEMANDS: "holds",
    Stance.ACCEPTS: "agrees",
    Stance.TOLERATES: "leaves open",
    Stance.OPPOSES: "doubts",
    Stance.RED_LINE: "rejects",
}

PRESUMED_WORST = Stance.OPPOSES
"""What an unstated option counts as: presumed opposed."""
PRESUMED_BEST = Stance.ACCEPTS
"""The best answer that a question about an unstated option can bring."""


def parse_word(vocabulary: type[WordT], text: str) -> WordT:
    """Return the member of `vocabulary` that `text` names.

    Raises
    ------
    InvalidValueError
        If the vocabulary has no such word; the message lists those it has.
    """
    try:
        return vocabulary(text)
    except ValueError:
        raise InvalidValueError(text, "one of " + ", ".join(vocabulary)) from None
