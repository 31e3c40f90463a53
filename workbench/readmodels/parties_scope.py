"""Over which issues parties are set against parties: all, one basket, or one issue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.saying import translate
from workbench.readmodels.cells_kept import basket_of
from workbench.snapshot import Snapshot


class ScopeKind(StrEnum):
    """How many issues are looked at."""

    ALL = "all"
    BASKET = "basket"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Scope:
    """Some issues of a case.

    Attributes
    ----------
    kind : ScopeKind
        How many.
    name : str
        Heading of the basket or code of the issue, empty for all.
    """

    kind: ScopeKind = ScopeKind.ALL
    name: str = ""

    @property
    def is_one_issue(self) -> bool:
        """Whether one issue alone is looked at."""
        return self.kind is ScopeKind.ISSUE

    @property
    def text(self) -> str:
        """The scope as one text, from which `scope_from` makes it again."""
        return f"{self.kind}:{self.name}"


EVERY_ISSUE = Scope()


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """A scope that can be chosen, with what the chooser says."""

    scope: Scope
    label: str


def scope_from(text: str) -> Scope:
    """Return the scope of a text, all issues where it is none."""
    kind, _, name = text.partition(":")
    return Scope(ScopeKind(kind), name) if kind in list(ScopeKind) else EVERY_ISSUE


def scope_choices(snapshot: Snapshot) -> tuple[ScopeChoice, ...]:
    """Return all issues, then each basket, then each issue, in the order of the case."""
    baskets = dict.fromkeys(basket_of(issue) for issue in snapshot.issues)
    basket = translate("Scope", "Basket: {basket}")
    return (
        ScopeChoice(EVERY_ISSUE, translate("Scope", "All issues")),
        *(ScopeChoice(Scope(ScopeKind.BASKET, title), basket.format(basket=title)) for title in baskets),
        *(ScopeChoice(Scope(ScopeKind.ISSUE, issue.code), issue.title) for issue in snapshot.issues),
    )


def scope_in_reach(snapshot: Snapshot, scope: Scope) -> Scope:
    """Return the scope, or all issues where its basket or issue is not in reach."""
    there = {choice.scope for choice in scope_choices(snapshot)}
    return scope if scope in there else EVERY_ISSUE


def scope_label(snapshot: Snapshot, scope: Scope) -> str:
    """Return what is looked at, as it stands in a sentence or over a picture."""
    if scope.kind is ScopeKind.BASKET:
        return translate("Scope", "basket {basket}").format(basket=scope.name)
    if scope.is_one_issue:
        return snapshot.issues[snapshot.issue_index(scope.name)].title
    return translate("Scope", "all issues")


def scope_issues(snapshot: Snapshot, scope: Scope) -> tuple[int, ...]:
    """Return the issues (numbers); none means all that count.

    Of a basket those of substance and procedure count; facts and norms do where it holds nothing else.
    """
    if scope.is_one_issue:
        return (snapshot.issue_index(scope.name),)
    if scope.kind is ScopeKind.ALL:
        return ()
    own = [number for number, issue in enumerate(snapshot.issues) if basket_of(issue) == scope.name]
    return tuple(number for number in own if snapshot.issues[number].kind.is_negotiable) or tuple(own)
