"""Audience: for whom the case is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.errors import InvalidValueError
from workbench.domain.handling import Handling
from workbench.domain.saying import marked, translate


class AudienceKind(StrEnum):
    """The kinds of audience, from wide to narrow; a party stands beside the room."""

    PUBLIC = marked("AudienceKind", "public")
    ROOM = marked("AudienceKind", "room")
    PARTY = marked("AudienceKind", "party")
    TEAM = marked("AudienceKind", "team")
    PRINCIPAL = marked("AudienceKind", "principal")
    VAULT = marked("AudienceKind", "vault")


_REACH = {
    AudienceKind.PUBLIC: Handling.PUBLIC,
    AudienceKind.ROOM: Handling.ROOM,
    AudienceKind.PARTY: Handling.ROOM,
    AudienceKind.TEAM: Handling.TEAM,
    AudienceKind.PRINCIPAL: Handling.RESTRICTED,
    AudienceKind.VAULT: Handling.RESTRICTED,
}


@dataclass(frozen=True, slots=True)
class Audience:
    """One audience: public, room, a party of the talks, team, principal or vault.

    Parameters
    ----------
    kind : AudienceKind
        The kind of audience.
    party : str
        Code of the party, for the kind *party*; empty otherwise.
    """

    kind: AudienceKind
    party: str = ""

    @classmethod
    def parse(cls, text: str) -> Audience:
        """Read ``public``, ``room``, ``party:CODE``, ``team``, ``principal`` or ``vault``.

        Raises
        ------
        InvalidValueError
            If the text names no audience.
        """
        word, colon, party = text.partition(":")
        if word == AudienceKind.PARTY and party:
            return cls(AudienceKind.PARTY, party)
        if colon or word == AudienceKind.PARTY or word not in tuple(AudienceKind):
            expected = translate("Expected", "public, room, party:CODE, team, principal or vault")
            raise InvalidValueError(text, expected)
        return cls(AudienceKind(word))

    def __str__(self) -> str:
        return f"party:{self.party}" if self.party else self.kind.value

    @property
    def reach(self) -> Handling:
        """The narrowest handling that is in reach by handling alone."""
        return _REACH[self.kind]

    def reaches(self, handling: Handling) -> bool:
        """Whether a record of that handling is in reach by its handling alone."""
        return handling.narrowness <= self.reach.narrowness

    @property
    def sees_team_reading(self) -> bool:
        """Whether salience, confidence, interest and the like are shown."""
        return self.kind in (AudienceKind.TEAM, AudienceKind.PRINCIPAL, AudienceKind.VAULT)

    @property
    def sees_everything(self) -> bool:
        """Whether source terms put no bar on content and attribution (principal, vault)."""
        return self.kind in (AudienceKind.PRINCIPAL, AudienceKind.VAULT)

    @property
    def sees_identity(self) -> bool:
        """Whether identities of sources are shown (vault only)."""
        return self.kind is AudienceKind.VAULT


PUBLIC = Audience(AudienceKind.PUBLIC)
ROOM = Audience(AudienceKind.ROOM)
TEAM = Audience(AudienceKind.TEAM)
PRINCIPAL = Audience(AudienceKind.PRINCIPAL)
VAULT = Audience(AudienceKind.VAULT)
