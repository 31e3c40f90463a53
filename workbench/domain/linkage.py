"""Linkages: what ties one issue to another."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import LinkageKind, Strength


@dataclass(frozen=True, slots=True)
class Linkage:
    """“If X on issue A, then Y on issue B”, or “X and Y cannot both be”.

    `party` is empty where the linkage is simply logic.
    """

    code: str
    kind: LinkageKind
    if_issue: str
    if_option: str
    then_issue: str
    then_option: str
    party: str = ""
    strength: Strength = Strength.PREFERENCE
    since: PartialDate | None = None
    until: PartialDate | None = None
    handling: Handling = Handling.TEAM
    sources: tuple[SourceReference, ...] = ()
    statement: str = ""
