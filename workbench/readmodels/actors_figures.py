"""The Actors lens: the figures of the actors' game, each as a table with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.actors import ActorsGame, actors_game
from workbench.analysis.judgements import is_standing
from workbench.analysis.mactor import Alliances
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED, FloatColumn
from workbench.domain.saying import counted, marked, translate
from workbench.domain.saying import figure as figure_of
from workbench.readmodels.actors_words import BY_POWER, BY_SIGN, BY_VALUE, Figure
from workbench.readmodels.wording import option_of_issue
from workbench.snapshot import Snapshot

_INFLUENCES = (Figure.DIRECT, Figure.INDIRECT, Figure.STRONGEST, Figure.NET, Figure.BALANCE)
ALLIANCE = {
    Figure.SIGNS: 0, Figure.CONVERGENCE_1: 0, Figure.DIVERGENCE_1: 0,
    Figure.VALUED: 1, Figure.CONVERGENCE_2: 1, Figure.DIVERGENCE_2: 1,
    Figure.WEIGHED: 2, Figure.CONVERGENCE_3: 2, Figure.DIVERGENCE_3: 2,
}  # fmt: skip
POSITIONS = (Figure.SIGNS, Figure.VALUED, Figure.WEIGHED)
CONVERGENCES = (Figure.CONVERGENCE_1, Figure.CONVERGENCE_2, Figure.CONVERGENCE_3)
_BALANCES = (
    marked("Actors", "Influence"),
    marked("Actors", "Dependence"),
    marked("Actors", "Balance of power"),
    marked("Actors", "Without feedback"),
    marked("Actors", "By strongest way"),
)


@dataclass(frozen=True, slots=True, eq=False)
class FigureTable:
    """One figure as a table.

    Attributes
    ----------
    figure : Figure
        Which.
    rows, columns : tuple of str
        Heads of rows and columns.
    tips : tuple of str
        The heads of columns in full.
    values : float64, shape (rows, columns)
        NaN where the figure is not defined.
    missing : tuple of int
        For each row the number of cells of the actor that are unstated; -1 for a row of sums.
    unstated : bool, shape (rows, columns), or None
        Which cells rest on nothing stated and count as 0.
    decimals : int
        How many are shown.
    note : str
        How much is unstated in all, in a sentence.
    row_colours, column_colours : tuple of str
        Colours of the parties at the heads; empty for what is no party, or has no colour of its own.
    """

    figure: Figure
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    tips: tuple[str, ...]
    values: FloatColumn
    missing: tuple[int, ...]
    unstated: NDArray[np.bool_] | None
    decimals: int
    note: str
    row_colours: tuple[str, ...]
    column_colours: tuple[str, ...]

    @property
    def is_of_parties(self) -> bool:
        """Whether parties stand at the heads of the columns."""
        return self.columns == self.rows

    @property
    def missing_head(self) -> str:
        """What the column of unstated cells is called."""
        if self.figure in _INFLUENCES:
            return translate("Actors", "Not given")
        return translate("Actors", "Unstated")

    def is_defined(self, row: int, column: int) -> bool:
        """Return whether a cell has a value: of an actor with itself many figures have none."""
        return not np.isnan(self.values[row, column])

    def text(self, row: int, column: int) -> str:
        """Return a value as it is shown; in brackets where nothing is stated."""
        value = float(self.values[row, column])
        if np.isnan(value):
            return "–"
        text = figure_of(value, self.decimals).replace("-", "−") if value else figure_of(0)
        is_unstated = self.unstated is not None and bool(self.unstated[row, column])
        return f"({text})" if is_unstated else text

    def sentence(self, row: int, column: int) -> str:
        """Return a cell as a sentence."""
        shown = self.text(row, column).strip("()")
        if not self.is_defined(row, column) and self.rows[row] == self.tips[column]:
            alone = translate("Actors", "{figure}: none for {row} with itself.")
            return alone.format(figure=self.figure.heading, row=self.rows[row])
        if self.unstated is not None and bool(self.unstated[row, column]):
            text = (
                translate("Actors", "{figure}: {row}, {column}: {value}, counted although not given.")
                if self.figure in _INFLUENCES
                else translate("Actors", "{figure}: {row}, {column}: {value}, counted although unstated.")
            )
        else:
            text = translate("Actors", "{figure}: {row}, {column}: {value}.")
        return text.format(
            figure=self.figure.heading,
            row=self.rows[row],
            column=self.tips[column],
            value=translate("Actors", "not defined") if shown == "–" else shown,
        )


class ActorsModel:
    """The actors' game on a day, and its figures as tables.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    shown : tuple of int
        Numbers of the parties in view; at least one.
    """

    def __init__(self, standing: Standing, shown: tuple[int, ...]) -> None:
        self.standing = standing
        self.game = actors_game(standing, shown)
        self.labels = tuple(standing.snapshot.parties[party].label for party in self.game.actors)
        self._unstated = _unstated(standing, self.game)
        self._not_given = _not_given(standing, self.game)

    @property
    def snapshot(self) -> Snapshot:
        """The case as the audience sees it."""
        return self.standing.snapshot

    def table(self, figure: Figure) -> FigureTable:
        """Return a figure as a table."""
        if figure is Figure.BALANCE:
            return self._vectors(figure, _BALANCES, self._balances())
        if figure is Figure.AMBIVALENCE:
            heads = (BY_SIGN, BY_VALUE, BY_POWER)
            own = [alliance.ambivalence for alliance in self.game.figures.alliances]
            return self._vectors(figure, heads, own)
        if figure in POSITIONS:
            return self._positions(figure)
        return self._square(figure)

    def note(self, figure: Figure) -> str:
        """Return how many cells are unstated, in a sentence."""
        if figure in _INFLUENCES:
            missing, pairs = int(self._not_given.sum()), len(self.labels) * (len(self.labels) - 1)
            text = counted(
                "Actors",
                "{missing} of %n influences not given, counted as 0.",
                "{missing} of %n influence not given, counted as 0.",
                pairs,
            )
            return text.format(missing=figure_of(missing))
        text = counted(
            "Actors",
            "{missing} of %n stances unstated; the method counts them as neutral.",
            "{missing} of %n stance unstated; the method counts them as neutral.",
            self._unstated.size,
        )
        said = text.format(missing=figure_of(int(self._unstated.sum())))
        return f"{said} {translate('Actors', 'Facts are left out.')}"

    def _balances(self) -> list[FloatColumn]:
        own = self.game.figures.influence
        return [
            own.influence, own.dependence, own.balance, own.balance_without_feedback, own.strongest_balance
        ]  # fmt: skip

    def _vectors(self, figure: Figure, english: tuple[str, ...], own: list[FloatColumn]) -> FigureTable:
        heads = tuple(translate("Actors", head) for head in english)
        return self._table(figure, heads, heads, np.stack(own, axis=1), None)

    def _square(self, figure: Figure) -> FigureTable:
        on_influence = figure in _INFLUENCES
        unstated = self._not_given if figure is Figure.DIRECT else None
        values = self._influences(figure) if on_influence else self._alliances(figure)
        return self._table(figure, self.labels, self.labels, values, unstated)

    def _influences(self, figure: Figure) -> FloatColumn:
        own = self.game.figures.influence
        if figure is Figure.DIRECT:
            values = own.mid.copy()
            np.fill_diagonal(values, np.nan)
            return values
        return {Figure.INDIRECT: own.midi, Figure.STRONGEST: own.mmidi}.get(figure, own.net)

    def _alliances(self, figure: Figure) -> FloatColumn:
        alliance = self.game.figures.alliances[ALLIANCE[figure]]
        values = (alliance.convergence if figure in CONVERGENCES else alliance.divergence).copy()
        np.fill_diagonal(values, np.nan)
        return values

    def _positions(self, figure: Figure) -> FigureTable:
        alliance = self.game.figures.alliances[ALLIANCE[figure]]
        snapshot = self.snapshot
        named = [(snapshot.issues[issue].title, snapshot.issue_options(issue)[option].label)
                 for issue, option in self.game.objectives]  # fmt: skip
        heads = tuple(f"{label} · {title}" for title, label in named)
        tips = tuple(option_of_issue(label, title) for title, label in named)
        table = self._table(figure, heads, tips, np.vstack((alliance.mao, _sums(alliance))), None)
        sums = np.zeros((len(_SUMS), len(heads)), np.bool_)
        rows = (*table.rows, *(translate("Actors", head) for head in _SUMS))
        return FigureTable(
            figure, rows, heads, tips, table.values,
            (*table.missing, *(-1 for _ in _SUMS)), np.vstack((self._unstated, sums)),
            table.decimals, table.note, (*table.row_colours, *("" for _ in _SUMS)), ("",) * len(heads),
        )  # fmt: skip

    def _table(
        self,
        figure: Figure,
        heads: tuple[str, ...],
        tips: tuple[str, ...],
        values: FloatColumn,
        unstated: NDArray[np.bool_] | None,
    ) -> FigureTable:
        own = self._not_given if figure in _INFLUENCES else self._unstated
        missing = tuple(own.sum(axis=1).tolist())
        decimals = 0 if bool(np.all(np.isnan(values) | (values == np.round(values)))) else 2
        colours = tuple(self.snapshot.parties[party].colour for party in self.game.actors)
        return FigureTable(
            figure, self.labels, heads, tips, values, missing, unstated, decimals, self.note(figure),
            colours, colours if heads is self.labels else ("",) * len(heads),
        )  # fmt: skip


_SUMS = (marked("Actors", "For"), marked("Actors", "Against"), marked("Actors", "Mobilised"))


def _sums(alliance: Alliances) -> FloatColumn:
    return np.stack((alliance.for_objective, alliance.against_objective, alliance.mobilisation))


def _unstated(standing: Standing, game: ActorsGame) -> NDArray[np.bool_]:
    """Return which actors state nothing of which objectives, shape (actors, objectives)."""
    issues = dict.fromkeys(issue for issue, _ in game.objectives)
    empty = np.zeros((len(game.actors), 0), np.bool_)
    parts = [(standing.stances(issue) == UNSTATED)[list(game.actors)] for issue in issues]
    return np.concatenate([empty, *parts], axis=1)


def _not_given(standing: Standing, game: ActorsGame) -> NDArray[np.bool_]:
    """Return of which pairs no influence stands on the day, shape (actors, actors)."""
    snapshot = standing.snapshot
    place = {snapshot.parties[party].code: number for number, party in enumerate(game.actors)}
    missing = ~np.eye(len(place), dtype=np.bool_)
    for own in snapshot.case.influences:
        if own.actor in place and own.on in place and is_standing(own.since, own.until, standing.day):
            missing[place[own.actor], place[own.on]] = False
    return missing
