"""Events: what happened, and the deadlines ahead."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling

DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date or a period; a deadline may lie in the future."""

    code: str
    date: PartialDate
    title: str
    until: PartialDate | None = None
    kind: str = ""
    description: str = ""
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    handling: Handling = Handling.TEAM

    @property
    def is_deadline(self) -> bool:
        """Whether the event is a deadline."""
        return self.kind == DEADLINE
