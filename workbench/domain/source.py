"""Sources: how we know, and on what terms it may be repeated."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import Reliability, SourceKind, Terms


@dataclass(frozen=True, slots=True)
class Source:
    """Something or somebody that says so.

    `attribution` is what may be printed as the terms allow; `identity` is who it really is and
    reaches the vault only.
    """

    code: str
    title: str
    kind: SourceKind = SourceKind.DOCUMENT
    date: PartialDate | None = None
    attribution: str = ""
    identity: str = ""
    terms: Terms = Terms.UNDETERMINED
    reliability: Reliability = Reliability.F
    handling: Handling = Handling.TEAM
    citation: str = ""
    url: str = ""
