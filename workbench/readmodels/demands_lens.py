"""The Demands lens: demands against demands, of all parties or of one against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis.demand_grid import NO_RELATION, RELATIONS, DemandGrid, demand_grid
from workbench.analysis.demands import DemandCell, DemandTable, Relation, demands_of
from workbench.analysis.standing import Standing
from workbench.domain.saying import translate
from workbench.readmodels.demands_words import relation_name, relation_sentence
from workbench.readmodels.explanations import barred_by
from workbench.readmodels.wording import full, listing, option_of_issue
from workbench.snapshot import Snapshot

_TILE = 128
_MOST_COUNTED = 4_000_000


@dataclass(frozen=True, slots=True)
class DemandHeading:
    """One demand, as the head of a row or column says it."""

    party: str
    label: str
    colour: str
    issue: str
    title: str
    option: str
    text: str

    @property
    def sentence(self) -> str:
        """The demand as a sentence."""
        return translate("Demands", "{party} asks for {option}.").format(
            party=self.label, option=option_of_issue(self.text, self.title)
        )


class DemandsModel:
    """Demands against demands on one day, worked out where one looks.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    shown : sequence of int
        Numbers of the parties in view.
    down, across : int or None
        Number of the party whose demands are the rows, and the columns; none for all in view.
    before : DemandsModel, optional
        The model shown before, whose demands are taken over where they are the same.
    """

    def __init__(
        self,
        standing: Standing,
        shown: Sequence[int],
        down: int | None = None,
        across: int | None = None,
        *,
        before: DemandsModel | None = None,
    ) -> None:
        self.standing = standing
        self.shown: tuple[int, ...] = tuple(shown)
        self.down, self.across = down, across
        is_same = before is not None and (before.standing, before.shown) == (standing, self.shown)
        self.table: DemandTable = (
            before.table if before is not None and is_same else _asked(standing, self.shown)
        )
        self.rows, self.columns = self._of(down), self._of(across)
        self._tiles: dict[tuple[int, int], DemandGrid] = {}
        self._headings: dict[int, DemandHeading] = {}

    @property
    def snapshot(self) -> Snapshot:
        """The case as the audience sees it."""
        return self.standing.snapshot

    @property
    def is_of_two(self) -> bool:
        """Whether one party's demands stand against those of another."""
        return self.down is not None and self.across is not None and self.down != self.across

    @property
    def demanding(self) -> tuple[int, ...]:
        """Numbers of the parties that demand anything, in the order of the case."""
        return tuple(dict.fromkeys(own.party for own in self.table.demands))

    def row(self, place: int) -> DemandHeading:
        """Return the demand at the head of a row."""
        return self.heading(self.rows[place])

    def column(self, place: int) -> DemandHeading:
        """Return the demand at the head of a column."""
        return self.heading(self.columns[place])

    def heading(self, number: int) -> DemandHeading:
        """Return a demand (number) as the head of a row or column says it."""
        found = self._headings.get(number)
        if found is None:
            found = self._headings[number] = self._read(number)
        return found

    def relation(self, row: int, column: int) -> Relation | None:
        """Return how two demands lie to one another; none for those of the same party."""
        corner = row - row % _TILE, column - column % _TILE
        tile = self._tiles.get(corner)
        if tile is None:
            rows = self.rows[corner[0] : corner[0] + _TILE]
            columns = self.columns[corner[1] : corner[1] + _TILE]
            tile = self._tiles[corner] = demand_grid(self.table, rows, columns)
        number = int(tile.relation[row % _TILE, column % _TILE])
        return None if number == NO_RELATION else RELATIONS[number]

    def cell(self, row: int, column: int) -> DemandCell | None:
        """Return how two demands lie to one another, with what bars them; none for the same party."""
        return self.table.cell(self.rows[row], self.columns[column])

    def counts(self) -> dict[Relation, int]:
        """Return how many cells have each relation; empty where there are too many to count."""
        if len(self.rows) * len(self.columns) > _MOST_COUNTED:
            return {}
        found: Counter[int] = Counter()
        for start in range(0, len(self.rows), _TILE):
            grid = demand_grid(self.table, self.rows[start : start + _TILE], self.columns)
            found.update(grid.relation.ravel().tolist())
        halved = 1 if self.is_of_two else 2  # of all against all each pair stands twice
        return {own: found[number] // halved for number, own in enumerate(RELATIONS) if found[number]}

    def sentence(self, row: int, column: int) -> str:
        """Return a cell as a sentence, for tooltip and screen reader."""
        one, other = self.row(row), self.column(column)
        cell = self.cell(row, column)
        if cell is None:
            same = translate("Demands", "The same demand."), translate("Demands", "Of the same party.")
            return f"{one.sentence} {same[one != other]}"
        if cell.barred_by:
            words = full(listing(barred_by(self.snapshot, own.party) for own in cell.barred_by))
        else:
            text = translate("Demands", "{relation}: {in_words}.")
            words = text.format(
                relation=relation_name(cell.relation), in_words=relation_sentence(cell.relation)
            )
        return f"{one.sentence} {other.sentence} {words}"

    def _of(self, party: int | None) -> tuple[int, ...]:
        every = enumerate(self.table.demands)
        return tuple(number for number, own in every if party is None or own.party == party)

    def _read(self, number: int) -> DemandHeading:
        own = self.table.demands[number]
        party, issue = self.snapshot.parties[own.party], self.snapshot.issues[own.issue]
        option = self.snapshot.issue_options(own.issue)[own.option]
        return DemandHeading(
            party.code, party.label, party.colour, issue.code, issue.title, option.code, option.label
        )


def _asked(standing: Standing, shown: Sequence[int]) -> DemandTable:
    """Return the demands of those in view: nobody has none, where no party named would mean all."""
    return demands_of(standing, shown) if shown else DemandTable(standing, (), {})
