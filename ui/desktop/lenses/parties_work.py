"""What the Parties lens works out, each thing once for as long as it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.desktop.session import CaseSession
from ui.paint.pair_matrix_frame import Place
from workbench.analysis.agreement import DistanceMatrix
from workbench.analysis.placement import Placement
from workbench.domain.vocabulary import Basis
from workbench.readmodels.matrix_types import GroupFold
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_map import PartyMap, party_map
from workbench.readmodels.parties_scope import EVERY_ISSUE, Scope, scope_issues
from workbench.readmodels.parties_seats import seating
from workbench.readmodels.positions_seats import folds_on
from workbench.readmodels.timeline import default_pairs
from workbench.snapshot import Snapshot

Key = tuple[Snapshot, Basis, Scope]
_AT_ONCE = 500_000
"""Pairs times issues that are worked out at once: within a frame or two, so that nothing flickers."""


class PartiesWork:
    """Keeps a day that moves, and the map shown first, for one snapshot, basis and scope."""

    def __init__(self, session: CaseSession) -> None:
        self._session = session
        self._scope: Scope = EVERY_ISSUE
        self._key: Key | None = None
        self._over_time: PartiesOverTime | None = None
        self._steady: Placement | None = None
        self._folded: frozenset[str] = frozenset()

    def folds(self, shown: tuple[int, ...]) -> tuple[GroupFold, ...]:
        """Return the groups that can count as one on the day shown."""
        view = self._session.view
        return folds_on(self._session.snapshot, view.day, shown, view.folded)

    def shown(self) -> tuple[int, ...]:
        """Return the numbers of the parties in view."""
        hidden = self._session.view.hidden
        parties = self._session.snapshot.parties
        return tuple(number for number, party in enumerate(parties) if party.code not in hidden)

    def to_begin(self, scope: Scope) -> tuple[Key, Callable[[], PartiesOverTime]] | None:
        """Return what has to be worked out beside the window before there is a model; none where nothing has.

        What is returned rests on the snapshot alone, and is handed back by `adopt` under its key.
        """
        self._scope = scope
        key, day = self._key_now(), self._session.view.day
        if self._key == key or _size(key) <= _AT_ONCE:
            return None
        return key, lambda: PartiesOverTime(*key).begin_on(day)

    def adopt(self, key: Key, found: PartiesOverTime) -> None:
        """Go on with what was worked out, unless something else is looked at by now."""
        if key == self._key_now():
            self._key, self._over_time, self._steady = key, found, None

    def model(self, shown: tuple[int, ...], scope: Scope, *, clustered: bool) -> PartiesModel:
        """Return parties by parties on the day shown, over some issues."""
        self._scope = scope
        view = self._session.view
        return self._days().model(view.day, shown, clustered=clustered, folded=view.folded)

    def map(self, shown: tuple[int, ...], *, with_ways: bool) -> tuple[PartyMap, DistanceMatrix]:
        """Return the map of the day shown, its axes as they were, with the ways since the day compared."""
        view, days = self._session.view, self._days()
        then = None
        if view.compared is not None and with_ways:
            then = days.distances(view.compared, shown, view.folded)
        now = days.distances(view.day, shown, view.folded)
        seats = seating(self._session.snapshot, view.day, shown, view.folded)
        found, placement = party_map(seats, now, then, self._steady)
        if self._steady is None or not self._steady.parties or self._folded != view.folded:
            self._folded = view.folded
            self._steady = placement
        return found, now

    def draw_over_time(self, first: str, second: str) -> None:
        """Draw the distance of two parties over time, besides those that are drawn."""
        pairs = self._session.view.pairs
        drawn = list(default_pairs(self._session.snapshot) if pairs is None else pairs)
        if not any({first, second} == set(pair) for pair in drawn):
            self._session.set_pairs((*drawn, (first, second)))

    def _days(self) -> PartiesOverTime:
        key = self._key_now()
        if self._over_time is None or self._key != key:
            self._key, self._over_time = key, PartiesOverTime(*key)
            self._steady = None
        return self._over_time

    def _key_now(self) -> Key:
        return self._session.snapshot, self._session.view.basis, self._scope


def _size(key: Key) -> int:
    snapshot, _, scope = key
    return len(snapshot.parties) ** 2 * (len(scope_issues(snapshot, scope)) or len(snapshot.issues))


@dataclass(frozen=True, slots=True, eq=False)
class PairWords:
    """What the matrix of parties says in words."""

    model: PartiesModel

    def sentence(self, place: Place) -> str:
        """Return a cell as a sentence."""
        return self.model.sentence(*place)

    def row_sentence(self, row: int) -> str:
        """Return a party with its kind."""
        column = self.model.columns[row]
        return f"{column.label}, {column.kind}" if column.kind else column.label

    def column_sentence(self, column: int) -> str:
        """Return a party with its kind."""
        return self.row_sentence(column)
