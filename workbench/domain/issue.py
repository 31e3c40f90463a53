"""Issues and the options that could answer them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.codes import SourceReference
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import IssueKind, Scale


@dataclass(frozen=True, slots=True)
class Issue:
    """A question on which the parties take positions.

    `needed` holds the codes of the parties whose agreement it takes; none named means all.
    """

    code: str
    title: str
    question: str = ""
    kind: IssueKind = IssueKind.SUBSTANCE
    basket: str = ""
    scale: Scale = Scale.NOMINAL
    needed: tuple[str, ...] = ()
    handling: Handling = Handling.TEAM
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to the question of an issue.

    `location` is 0 to 1 on an ordered scale. `handling` is none where the option follows its issue.
    """

    issue: str
    code: str
    label: str
    location: float | None = None
    handling: Handling | None = None
    known_to: tuple[str, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    description: str = ""
