"""The closed vocabularies of a case, with the words that stand in tables and on screens."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TypeVar

from workbench.domain.errors import InvalidValueError, one_of
from workbench.domain.saying import marked, translate

WordT = TypeVar("WordT", bound=StrEnum)


class PartyKind(StrEnum):
    """What a party is."""

    STATE = marked("PartyKind", "state")
    DE_FACTO_AUTHORITY = marked("PartyKind", "de facto authority")
    ARMED_GROUP = marked("PartyKind", "armed group")
    INTERNATIONAL_ORGANISATION = marked("PartyKind", "international organisation")
    FACTION = marked("PartyKind", "faction")
    CIVIL_SOCIETY = marked("PartyKind", "civil society")
    MEDIATOR = marked("PartyKind", "mediator")
    OTHER = marked("PartyKind", "other")


class IssueKind(StrEnum):
    """What an issue asks about. Facts and norms are held rather than demanded."""

    SUBSTANCE = marked("IssueKind", "substance")
    PROCEDURE = marked("IssueKind", "procedure")
    NORM = marked("IssueKind", "norm")
    FACT = marked("IssueKind", "fact")

    @property
    def is_negotiable(self) -> bool:
        """Whether the issue has a part in room column, demands and packages."""
        return self in (IssueKind.SUBSTANCE, IssueKind.PROCEDURE)


class Scale(StrEnum):
    """Whether the options of an issue lie along a line."""

    ORDERED = marked("Scale", "ordered")
    NOMINAL = marked("Scale", "nominal")


class Track(StrEnum):
    """Declared: what the party says. Assessed: what we judge it would settle for."""

    DECLARED = marked("Track", "declared")
    ASSESSED = marked("Track", "assessed")


class Basis(StrEnum):
    """Which track stands where both do."""

    DECLARED = marked("Basis", "declared")
    ASSESSED = marked("Basis", "assessed")


class TimePressure(StrEnum):
    """For whom time presses."""

    URGENT = marked("TimePressure", "urgent")
    NEUTRAL = marked("TimePressure", "neutral")
    WAITING_HELPS = marked("TimePressure", "waiting helps")


class Confidence(StrEnum):
    """How sure the team is of a position."""

    HIGH = marked("Confidence", "high")
    MODERATE = marked("Confidence", "moderate")
    LOW = marked("Confidence", "low")


class Agenda(StrEnum):
    """How a party treats an issue on the agenda."""

    ON_AGENDA = marked("Agenda", "on agenda")
    DENIED = marked("Agenda", "denied")
    PRECONDITION = marked("Agenda", "precondition")
    DEFERRED = marked("Agenda", "deferred")
    ELSEWHERE = marked("Agenda", "elsewhere")


class SourceKind(StrEnum):
    """What a source is."""

    INTERVIEW = marked("SourceKind", "interview")
    STATEMENT = marked("SourceKind", "statement")
    AGREEMENT = marked("SourceKind", "agreement")
    RULING = marked("SourceKind", "ruling")
    REPORT = marked("SourceKind", "report")
    ARTICLE = marked("SourceKind", "article")
    DOCUMENT = marked("SourceKind", "document")
    OBSERVATION = marked("SourceKind", "observation")


class Terms(StrEnum):
    """On what terms a source may be repeated."""

    ON_RECORD = marked("Terms", "on record")
    BACKGROUND = marked("Terms", "background")
    DEEP_BACKGROUND = marked("Terms", "deep background")
    CHATHAM_HOUSE = marked("Terms", "Chatham House")
    OFF_RECORD = marked("Terms", "off record")
    UNDETERMINED = marked("Terms", "undetermined")

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

    REQUIRES = marked("LinkageKind", "requires")
    EXCLUDES = marked("LinkageKind", "excludes")


class Strength(StrEnum):
    """How firmly a linkage is held."""

    RED_LINE = marked("Strength", "red line")
    PREFERENCE = marked("Strength", "preference")


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
        """Return the word as it is said on an issue of that kind: a fact or a norm is held, not demanded."""
        return translate("Stance", self.word if kind.is_negotiable else _STANCE_READINGS[self])

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
        raise InvalidValueError(word, one_of(_STANCE_WORDS.values()))


_STANCE_WORDS = {
    Stance.DEMANDS: marked("Stance", "demands"),
    Stance.ACCEPTS: marked("Stance", "accepts"),
    Stance.TOLERATES: marked("Stance", "tolerates"),
    Stance.OPPOSES: marked("Stance", "opposes"),
    Stance.RED_LINE: marked("Stance", "red line"),
}
_STANCE_READINGS = {
    Stance.DEMANDS: marked("Stance", "holds"),
    Stance.ACCEPTS: marked("Stance", "agrees"),
    Stance.TOLERATES: marked("Stance", "leaves open"),
    Stance.OPPOSES: marked("Stance", "doubts"),
    Stance.RED_LINE: marked("Stance", "rejects"),
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
        raise InvalidValueError(text, one_of(vocabulary)) from None
