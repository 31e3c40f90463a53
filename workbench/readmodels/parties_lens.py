"""The Parties lens: parties by parties, the room as counts per level, and the distance."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from workbench.analysis.agreement import DistanceMatrix
from workbench.analysis.blocs import BlocOrder, Merge, bloc_order
from workbench.analysis.cursor import DayCursor
from workbench.analysis.distance import Weights
from workbench.analysis.judgements import judgement_on
from workbench.analysis.pairrooms import LEVELS, negotiable_issues
from workbench.analysis.seatgrid import seat_grid
from workbench.analysis.standing import Standing
from workbench.columns import IntColumn
from workbench.domain.level import Level
from workbench.domain.saying import counted, figure, marked, marked_count, said, translate
from workbench.domain.vocabulary import Basis, IssueKind
from workbench.readmodels.parties_scope import Scope, ScopeKind, scope_issues, scope_label
from workbench.readmodels.parties_seats import Seating, seating
from workbench.readmodels.wording import clauses, listing
from workbench.snapshot import Snapshot

_WEIGHED = {
    Weights.EQUAL: marked(
        "Parties", "Distance from 0 to 1 over issues on which both hold a position, weighed all alike."
    ),
    Weights.SALIENCE: marked(
        "Parties", "Distance from 0 to 1 over issues on which both hold a position, weighed by salience."
    ),
}
_WITHOUT_DISTANCE = marked_count(
    "Parties",
    "%n pairs have no common issue and counted as the mean in the order.",
    "%n pair has no common issue and counted as the mean in the order.",
)


@dataclass(frozen=True, slots=True)
class PairCell:
    """Two parties set against one another.

    Attributes
    ----------
    first, second : str
        Codes; the same for the cell of a party with itself.
    counts : tuple of (Level, int)
        On how many issues each level is reached, best first; levels that none reaches are left out.
    level : Level or None
        The level where one issue alone is looked at.
    distance : float or None
        0 to 1, none where there is none.
    issues : int
        On how many issues the distance rests.
    judged : Level or None
        A person's own level for exactly these two, where one issue alone is looked at.
    """

    first: str
    second: str
    counts: tuple[tuple[Level, int], ...] = ()
    level: Level | None = None
    distance: float | None = None
    issues: int = 0
    judged: Level | None = None

    @property
    def is_itself(self) -> bool:
        """Whether it is the cell of a party with itself."""
        return self.first == self.second

    @property
    def figure(self) -> str:
        """The distance as it is shown."""
        return "–" if self.distance is None else figure(self.distance, 2)


class PartiesModel:
    """Parties by parties on one day; cells are worked out when first asked for and then kept.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    scope : Scope
        Over which issues.
    figures : (DistanceMatrix, int32 of shape (6, s, s))
        Of the seats in view: distances, and on how many issues each pair has each level.
    seats : Seating
        Who is in view, in the order of the case.
    blocs : BlocOrder or None
        The order in which they stand, with its tree; none for the order of the case.
    """

    def __init__(
        self,
        standing: Standing,
        scope: Scope,
        figures: tuple[DistanceMatrix, IntColumn],
        seats: Seating,
        blocs: BlocOrder | None = None,
    ) -> None:
        self.standing, self.scope, self.seats = standing, scope, seats
        (self.distances, self._counts), self.blocs = figures, blocs
        self.parties = blocs.parties if blocs else self.distances.parties
        self.columns = tuple(seats.column(number) for number in self.parties)
        self._place = {party: place for place, party in enumerate(self.distances.parties)}
        self._cells: dict[tuple[int, int], PairCell] = {}

    @property
    def snapshot(self) -> Snapshot:
        """The case as the audience sees it."""
        return self.standing.snapshot

    @property
    def day(self) -> date:
        """The day shown."""
        return self.standing.day

    @property
    def tree(self) -> tuple[Merge, ...]:
        """The merges of the clustered order; none in the order of the case."""
        return self.blocs.tree if self.blocs else ()

    @property
    def label(self) -> str:
        """Over which issues, in words."""
        return scope_label(self.snapshot, self.scope)

    @property
    def issue_count(self) -> int:
        """Over how many issues levels are counted."""
        return len(negotiable_issues(self.snapshot, scope_issues(self.snapshot, self.scope)))

    @property
    def note(self) -> str:
        """On what the figures rest, in a sentence or two."""
        parts = [translate("Parties", _WEIGHED[self.distances.weights])]
        if self.scope.kind is ScopeKind.ALL and self._has_norms:
            parts.append(translate("Parties", "Norms count in the distance, not among the levels."))
        if self.blocs and self.blocs.without_distance:
            parts.append(counted(*_WITHOUT_DISTANCE, self.blocs.without_distance))
        return " ".join(parts)

    @property
    def _has_norms(self) -> bool:
        return any(issue.kind is IssueKind.NORM for issue in self.snapshot.issues)

    def cell(self, row: int, column: int) -> PairCell:
        """Return the cell of two parties by their places."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = self._worked_out(self.parties[row], self.parties[column])
        return found

    def sentence(self, row: int, column: int) -> str:
        """Return the cell of two parties as a sentence, for tooltip and screen reader."""
        one, other = self.columns[row].label, self.columns[column].label
        cell = self.cell(row, column)
        if cell.is_itself:
            return translate("Parties", "{party} with itself.").format(party=one)
        return pair_sentence(cell, (one, other), self.label)

    def place_of(self, code: str) -> int | None:
        """Return at which place a party stands, none where it is not in view."""
        return next((place for place, own in enumerate(self.columns) if own.code == code), None)

    def _worked_out(self, first: int, second: int) -> PairCell:
        codes = self.seats.key(first), self.seats.key(second)
        if first == second:
            return PairCell(*codes)
        place = self._place[first], self._place[second]
        own = self._counts[:, place[0], place[1]].tolist()
        counts = tuple(pair for pair in zip(LEVELS, own, strict=True) if pair[1])
        value = float(self.distances.distance[place])
        return PairCell(
            *codes,
            counts=counts,
            level=counts[0][0] if self.scope.is_one_issue and counts else None,
            distance=None if math.isnan(value) else value,
            issues=int(self.distances.issues[place]),
            judged=self._judged(first, second),
        )

    def _judged(self, first: int, second: int) -> Level | None:
        if not self.scope.is_one_issue:
            return None
        issue = self.snapshot.issue_index(self.scope.name)
        members = (*self.seats[first].members, *self.seats[second].members)
        judgement = judgement_on(self.snapshot, self.day, issue, tuple(sorted(set(members))))
        return judgement.level if judgement else None


def pair_sentence(cell: PairCell, labels: tuple[str, str], about: str) -> str:
    """Return the whole cell as a sentence."""
    if cell.level is not None:
        level = translate("Parties", "{level}, {in_words}")
        room = level.format(level=said(cell.level), in_words=cell.level.sentence)
    elif cell.counts:
        levels = listing(count_of_level(level, count) for level, count in cell.counts)
        room = translate("Parties", "room {levels}").format(levels=levels)
    else:
        room = translate("Parties", "no issue to compare")
    parts = [room, _apart(cell)]
    if cell.judged:
        parts.append(translate("Parties", "judged {level}").format(level=said(cell.judged)))
    text = translate("Parties", "{parties}, {issues}: {facts}.")
    return text.format(parties=listing(labels), issues=about, facts=clauses(parts))


def count_of_level(level: Level, count: int) -> str:
    """Return how many issues reach a level: *3 bridgeable*."""
    return translate("Parties", "{count} {level}").format(count=count, level=said(level))


def _apart(cell: PairCell) -> str:
    if cell.distance is None:
        return translate("Parties", "no distance")
    text = counted("Parties", "distance {figure} on %n issues", "distance {figure} on %n issue", cell.issues)
    return text.format(figure=cell.figure)


class PartiesOverTime:
    """Parties by parties on a day that moves, at the cost of what changed.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    basis : Basis
        Which track stands where both do.
    scope : Scope
        Over which issues.
    """

    def __init__(self, snapshot: Snapshot, basis: Basis, scope: Scope) -> None:
        self.snapshot, self.basis, self.scope = snapshot, basis, scope
        self._cursor: DayCursor | None = None

    def begin_on(self, day: date) -> PartiesOverTime:
        """Work out what takes its time in a large case: all pairs on the first day; return itself."""
        self._moved(day)
        return self

    def distances(self, day: date, shown: Sequence[int], folded: Collection[str] = ()) -> DistanceMatrix:
        """Return the distances of some parties (numbers) on a day, some groups as one."""
        return self._figures(day, seating(self.snapshot, day, shown, folded))[0]

    def model(
        self, day: date, shown: Sequence[int], *, clustered: bool, folded: Collection[str] = ()
    ) -> PartiesModel:
        """Return parties by parties on a day.

        Parameters
        ----------
        day : date
            The day.
        shown : sequence of int
            Numbers of the parties in view.
        clustered : bool
            Whether blocs are to lie together.
        folded : collection of str
            Codes of the groups that count as one party.
        """
        seats = seating(self.snapshot, day, shown, folded)
        distances, counts = self._figures(day, seats)
        blocs = bloc_order(distances) if clustered else None
        standing = self._moved(day).standing()
        return PartiesModel(standing, self.scope, (distances, counts), seats, blocs)

    def _figures(self, day: date, seats: Seating) -> tuple[DistanceMatrix, IntColumn]:
        """Return distances and counts of the seats, by their numbers."""
        cursor, asked = self._moved(day), list(seats)
        whole, counts = cursor.distances, cursor.levels.counts
        if seats.has_groups:
            every, issues = tuple(seats.values()), scope_issues(self.snapshot, self.scope)
            grid = seat_grid(cursor.standing(), every, (whole, counts), issues)
            return replace(grid.distances, parties=tuple(asked)), grid.counts
        own = np.ix_(asked, asked)
        some = DistanceMatrix(tuple(asked), whole.distance[own], whole.issues[own], whole.weights)
        return some, counts[:, own[0], own[1]]

    def _moved(self, day: date) -> DayCursor:
        if self._cursor is None:
            issues = scope_issues(self.snapshot, self.scope)
            self._cursor = DayCursor(self.snapshot, day, self.basis, issues=issues)
        elif self._cursor.day != day:
            self._cursor.move(day)
        return self._cursor
