"""Demands against demands.

A demand is a party, an issue (no fact or norm) and an option it demands. Two demands of different
parties are the same, rival, or, on different issues, related by each party's stance toward the
other's demand: where both have a position on the other's issue, by the lower of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.analysis.conditions import barring_linkages
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED
from workbench.domain.linkage import Linkage
from workbench.domain.saying import marked
from workbench.domain.vocabulary import PRESUMED_WORST, Stance


class Relation(StrEnum):
    """How two demands of different parties lie to one another."""

    SAME = marked("Relation", "same")
    RIVAL = marked("Relation", "rival")
    WELCOME = marked("Relation", "welcome")
    TRADEABLE = marked("Relation", "tradeable")
    RESISTED = marked("Relation", "resisted")
    BLOCKED = marked("Relation", "blocked")
    ONE_SIDED = marked("Relation", "one-sided")
    INDEPENDENT = marked("Relation", "independent")
    BARRED = marked("Relation", "barred")


@dataclass(frozen=True, slots=True)
class Demand:
    """One option that a party demands; numbers, the option within its issue, and the position (row)."""

    party: int
    issue: int
    option: int
    row: int


@dataclass(frozen=True, slots=True)
class DemandCell:
    """How two demands lie to one another.

    Attributes
    ----------
    first, second : int
        Numbers of the demands.
    relation : Relation
        The relation.
    stance : int or None
        On different issues the lower stance of one party toward the other's demand, or the only
        one; none where there is none, and on the same issue.
    presumed : bool
        Whether that stance is presumed.
    barred_by : tuple of Linkage
        The red-line linkages that forbid the two together.
    """

    first: int
    second: int
    relation: Relation
    stance: int | None
    presumed: bool = False
    barred_by: tuple[Linkage, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DemandTable:
    """Demands, and how each lies to each other, worked out where one looks.

    Attributes
    ----------
    standing : Standing
        What stands on the day.
    demands : tuple of Demand
        By party, issue and option, in the order of the case.
    barred : mapping of (int, int) to tuple of Linkage
        Linkages that forbid two demands together, by their numbers, the lower first.
    """

    standing: Standing
    demands: tuple[Demand, ...]
    barred: Mapping[tuple[int, int], tuple[Linkage, ...]]

    def stance(self, one: int, other: int) -> tuple[int | None, bool]:
        """Return the stance of the party of one demand toward another, and whether it is presumed.

        None where the party has no position on that issue.
        """
        demand = self.demands[other]
        stances = self.standing.stances_of(self.demands[one].party, demand.issue)
        if (stances == UNSTATED).all():
            return None, False
        said = int(stances[demand.option])
        return (int(PRESUMED_WORST), True) if said == UNSTATED else (said, False)

    def cell(self, one: int, other: int) -> DemandCell | None:
        """Return how two demands (numbers) lie to one another; none for those of the same party."""
        first, second = sorted((one, other))
        if self.demands[first].party == self.demands[second].party:
            return None
        barred = self.barred.get((first, second), ())
        relation, stance, presumed = self._relation(first, second)
        return DemandCell(first, second, Relation.BARRED if barred else relation, stance, presumed, barred)

    def cells(self) -> Iterator[DemandCell]:
        """Yield the cell of every two demands of different parties, once."""
        for first in range(len(self.demands)):
            for second in range(first + 1, len(self.demands)):
                own = self.cell(first, second)
                if own is not None:
                    yield own

    def _relation(self, first: int, second: int) -> tuple[Relation, int | None, bool]:
        demand, against = self.demands[first], self.demands[second]
        if demand.issue == against.issue:
            return Relation.SAME if demand.option == against.option else Relation.RIVAL, None, False
        ways = self.stance(first, second), self.stance(second, first)
        known = [(stance, presumed) for stance, presumed in ways if stance is not None]
        if not known:
            return Relation.INDEPENDENT, None, False
        # Of the same stance, a stated one decides before a presumed one.
        stance, presumed = min(known)
        return _relation_of(stance) if len(known) == 2 else Relation.ONE_SIDED, stance, presumed


def demands_of(standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = ()) -> DemandTable:
    """Return the demands of some parties on some issues (numbers), none given means all."""
    demands = tuple(_demands(standing, parties, issues))
    return DemandTable(standing, demands, _barred(standing, demands))


def _relation_of(stance: int) -> Relation:
    if stance >= Stance.ACCEPTS:
        return Relation.WELCOME
    return {0: Relation.TRADEABLE, -1: Relation.RESISTED, -2: Relation.BLOCKED}[stance]


def _demands(standing: Standing, parties: Sequence[int], issues: Sequence[int]) -> Iterator[Demand]:
    snapshot = standing.snapshot
    every = sorted(set(issues)) or range(len(snapshot.issues))
    counted = [issue for issue in every if snapshot.issues[issue].kind.is_negotiable]
    asked = np.zeros(len(snapshot.parties), dtype=np.bool_)
    asked[sorted(set(parties)) or slice(None)] = True
    found = []
    for issue in counted:
        party, option = np.nonzero((standing.stances(issue) == Stance.DEMANDS) & asked[:, None])
        found.append(np.stack((party, np.full_like(party, issue), option, standing.rows[party, issue])))
    columns = np.concatenate(found, axis=1) if found else np.zeros((4, 0), dtype=np.int64)
    # Of an issue they come by party and option: a stable order by party keeps issue and option.
    ordered = columns[:, np.argsort(columns[0], kind="stable")]
    return map(Demand, *ordered.tolist())


def _barred(standing: Standing, demands: tuple[Demand, ...]) -> dict[tuple[int, int], tuple[Linkage, ...]]:
    """Return the linkages that forbid two demands of different parties together, by their numbers."""
    forbidden = barring_linkages(standing.snapshot, standing.day)
    if not forbidden:
        return {}
    by_choice: dict[tuple[int, int], list[int]] = {}
    for number, demand in enumerate(demands):
        by_choice.setdefault((demand.issue, demand.option), []).append(number)
    barred: dict[tuple[int, int], tuple[Linkage, ...]] = {}
    for (one, other), linkages in forbidden.items():
        for first in by_choice.get(one, ()):
            for second in by_choice.get(other, ()):
                if demands[first].party != demands[second].party:
                    pair = (min(first, second), max(first, second))
                    barred[pair] = barred.get(pair, ()) + linkages
    return barred
