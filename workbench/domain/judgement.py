"""Judgements: a person's own level beside the computed one."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.level import Level


@dataclass(frozen=True, slots=True)
class Judgement:
    """A mediator's own level for some parties on an issue, with author and reason."""

    code: str
    parties: tuple[str, ...]
    issue: str
    level: Level
    since: PartialDate | None = None
    until: PartialDate | None = None
    author: str = ""
    handling: Handling = Handling.TEAM
    reason: str = ""
