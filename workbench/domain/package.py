"""Packages: draft agreements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling


@dataclass(frozen=True, slots=True)
class Package:
    """A draft agreement: one option (code) for each of some issues (code)."""

    code: str
    title: str
    proposed_by: str = ""
    date: PartialDate | None = None
    handling: Handling = Handling.TEAM
    choices: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", MappingProxyType(dict(self.choices)))
