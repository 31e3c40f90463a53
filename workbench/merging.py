"""Two copies of one case becoming one: what is taken, what collides, and who decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from workbench.domain.errors import CaseError
from workbench.domain.names import described, kind_word


class NotTheSameCaseError(CaseError):
    """Two files that are not copies of one case."""


class UndecidedError(CaseError):
    """A merge with collisions that nobody has decided."""


class Choice(StrEnum):
    """Whose version stands."""

    MINE = "mine"
    THEIRS = "theirs"


Decisions: TypeAlias = Mapping[str, Choice]
"""Choices by the identity of the collision."""


class CollisionKind(StrEnum):
    """What two people did to one thing."""

    FIELD = "field"
    """Both changed the same field."""
    BOTH_ENTERED = "both entered"
    """Both entered a record of the same code, or a position of one party on one issue from one day."""
    REMOVED_HERE = "removed here"
    """Removed in this copy; changed or named in the other."""
    REMOVED_THERE = "removed there"
    """Removed in the other copy; changed or named in this one."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one side has, who did it, and when.

    Attributes
    ----------
    value : object
        A field as the history writes it, a whole record as a mapping, none where there is none.
    author : str
        Who did it.
    at : datetime
        When, in UTC.
    """

    value: Any
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Companion:
    """A record that goes or comes back with another.

    Attributes
    ----------
    table, key : str, tuple of str
        The record; no key where neither copy has it any more.
    called : str
        What it is and what it is called, empty where only its key is known.
    """

    table: str
    key: tuple[str, ...]
    called: str = ""

    @property
    def by_code(self) -> str:
        """The record in words, by its code."""
        return described(self.table, self.key) if self.key else kind_word(self.table)


@dataclass(frozen=True, slots=True)
class Collision:
    """One thing on which both sides did something else.

    Attributes
    ----------
    id : str
        Identity, by which it is decided.
    kind : CollisionKind
        What happened.
    table, key : str, tuple of str
        The record.
    field : str
        The field, empty where the whole record is meant.
    mine, theirs : Version
        Both sides.
    along : tuple of Companion
        What was removed together with the record where one side removed it, and is decided with it.
    called : str
        What the record is and what it is called, empty where only its key is known.
    """

    id: str
    kind: CollisionKind
    table: str
    key: tuple[str, ...]
    field: str
    mine: Version
    theirs: Version
    along: tuple[Companion, ...] = ()
    called: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A record of the other copy that is taken as it is.

    Attributes
    ----------
    table, key : str, tuple of str
        The record.
    what : str
        New, changed or removed.
    fields : tuple of str
        What was changed.
    author, at : str, datetime
        Who did it, and when.
    called : str
        What the record is and what it is called, empty where only its key is known.
    """

    table: str
    key: tuple[str, ...]
    what: str
    fields: tuple[str, ...]
    author: str
    at: datetime
    called: str = ""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do.

    Attributes
    ----------
    other : Path
        The other copy.
    operations : int
        How many operations of the other copy this one does not know.
    taken : tuple of Taken
        What collides with nothing.
    collisions : tuple of Collision
        What has to be decided.
    notices : tuple of str
        What else a person should know.
    """

    other: Path
    operations: int
    taken: tuple[Taken, ...]
    collisions: tuple[Collision, ...]
    notices: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the other copy brings nothing new."""
        return self.operations == 0

    def undecided(self, decisions: Decisions) -> tuple[Collision, ...]:
        """Return the collisions that nobody has decided."""
        return tuple(own for own in self.collisions if own.id not in decisions)


def prefer(plan: MergePlan, choice: Choice) -> dict[str, Choice]:
    """Return the same choice for every collision."""
    return {own.id: choice for own in plan.collisions}
