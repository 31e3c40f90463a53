"""Parties, groups of parties, and how strongly one party can act on another."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import PartyKind


@dataclass(frozen=True, slots=True)
class Party:
    """One who negotiates, or whose agreement matters."""

    code: str
    name: str
    short_name: str = ""
    kind: PartyKind = PartyKind.OTHER
    colour: str = ""
    handling: Handling = Handling.TEAM
    notes: str = ""

    @property
    def label(self) -> str:
        """The short name, or the name where there is none."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Membership:
    """That a party belongs to a group, from and until when."""

    party: str
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of parties that can be shown as one."""

    code: str
    name: str
    members: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Influence:
    """How strongly one party can act on another, 0 to 4."""

    actor: str
    on: str
    strength: float
    since: PartialDate | None = None
    until: PartialDate | None = None
    sources: tuple[SourceReference, ...] = ()
