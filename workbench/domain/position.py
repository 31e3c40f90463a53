"""Positions: one party on one issue from one date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import Agenda, Confidence, Stance, TimePressure, Track

READINGS_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Position:
    """What one party wants on one issue from one date, on one track.

    Parameters
    ----------
    ref : str
        Identity of the position.
    party, issue : str
        Codes.
    since, until : PartialDate
        When it takes effect, and the first day on which it no longer stands.
    stances : mapping of str to Stance
        Stance by option code, in the order given; an option that is not in it is unstated.
    salience : float or None
        0 to 100: how much the issue matters to the party.
    limit_owner : str
        Who can move the red line.
    known_to : tuple of str
        Codes of the parties to whom this was said or shown.
    statement, interest : str
        What they say, and why.
    readings : str
        Competing readings, separated by ``|``.
    """

    ref: str
    party: str
    issue: str
    since: PartialDate
    track: Track = Track.DECLARED
    until: PartialDate | None = None
    stances: Mapping[str, Stance] = field(default_factory=dict)
    salience: float | None = None
    time_pressure: TimePressure | None = None
    confidence: Confidence | None = None
    agenda: Agenda | None = None
    limit_owner: str = ""
    handling: Handling = Handling.TEAM
    known_to: tuple[str, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    statement: str = ""
    interest: str = ""
    readings: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "stances", MappingProxyType(dict(self.stances)))

    def options(self, stance: Stance) -> tuple[str, ...]:
        """Return the codes of the options toward which the party takes that stance."""
        return tuple(option for option, own in self.stances.items() if own is stance)

    @property
    def competing_readings(self) -> tuple[str, ...]:
        """The readings one by one."""
        return tuple(part.strip() for part in self.readings.split(READINGS_SEPARATOR) if part.strip())


def default_ref(party: str, issue: str, since: str, track: Track, number: int = 1) -> str:
    """Return the ref of a position that was given none.

    Made from party, issue, from and the first letter of the track, in lower case; `number` is
    added from the second position of the same kind on.
    """
    base = f"{party}-{issue}-{since}-{track.value[0]}".lower().replace("/", "_")
    return base if number == 1 else f"{base}-{number}"
