"""Which choices linkages forbid together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from workbench.analysis.judgements import is_standing
from workbench.domain.linkage import Linkage
from workbench.domain.vocabulary import LinkageKind, Strength
from workbench.snapshot import Snapshot

Choice: TypeAlias = tuple[int, int]
"""An option of an issue: numbers, the option within its issue."""


def standing_linkages(snapshot: Snapshot, day: date) -> tuple[Linkage, ...]:
    """Return the linkages that stand on `day`, in the order of the case."""
    return tuple(own for own in snapshot.case.linkages if is_standing(own.since, own.until, day))


def forbidden_pairs(snapshot: Snapshot, linkage: Linkage) -> Iterator[tuple[Choice, Choice]]:
    """Yield the pairs of choices that break a linkage.

    *Excludes* forbids the two it names together; *requires* forbids its if-option with every other
    option of the then-issue.
    """
    one = _choice(snapshot, linkage.if_issue, linkage.if_option)
    issue, then = _choice(snapshot, linkage.then_issue, linkage.then_option)
    if linkage.kind is LinkageKind.EXCLUDES:
        yield one, (issue, then)
        return
    for option in range(int(snapshot.option_count[issue])):
        if option != then:
            yield one, (issue, option)


def barring_linkages(snapshot: Snapshot, day: date) -> dict[tuple[Choice, Choice], tuple[Linkage, ...]]:
    """Return the red-line linkages that stand on `day`, by the pairs of choices they forbid.

    Each pair stands in one order only, the lower choice first.
    """
    barred: dict[tuple[Choice, Choice], tuple[Linkage, ...]] = {}
    for linkage in standing_linkages(snapshot, day):
        if linkage.strength is not Strength.RED_LINE:
            continue
        pairs = {(min(pair), max(pair)) for pair in forbidden_pairs(snapshot, linkage)}
        for pair in sorted(pairs):
            barred[pair] = (*barred.get(pair, ()), linkage)
    return barred


def _choice(snapshot: Snapshot, issue: str, option: str) -> Choice:
    number = snapshot.issue_index(issue)
    codes = [own.code for own in snapshot.issue_options(number)]
    return number, codes.index(option)
