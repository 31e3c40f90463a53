"""Which record stands behind a cell of the actors' game, and how an influence is entered there."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.lenses.actors_model import FigureModel
from workbench.analysis.actors import standing_influence
from workbench.columns import NONE
from workbench.domain.case import RecordKey, key_of
from workbench.domain.party import Influence
from workbench.operations import PutRecord, RemoveRecord
from workbench.ports import Operation
from workbench.readmodels.actors_figures import POSITIONS, ActorsModel
from workbench.readmodels.actors_words import Figure

_OF_PAIRS = (Figure.DIRECT, Figure.INDIRECT, Figure.STRONGEST, Figure.NET)
Behind = tuple[str, RecordKey]


def record_behind(model: ActorsModel, rows: FigureModel, row: int, column: int) -> Behind | Influence | None:
    """Return the record behind a cell, or an influence to start from where none is entered yet."""
    if rows.is_sum(row) and rows.is_missing(column):
        return None
    figure = rows.table.figure if rows.table is not None else Figure.DIRECT
    if figure in POSITIONS and not rows.is_missing(column):
        return _of_position(model, row, column)
    if figure in _OF_PAIRS and row != column and not rows.is_missing(column):
        actor, on = _codes(model, row, column)
        own = standing_influence(model.standing, actor, on)
        return Influence(actor, on, 1.0) if own is None else ("influences", key_of(own))
    return ("parties", (model.snapshot.parties[model.game.actors[row]].code,))


def typed_influence(model: ActorsModel, row: int, column: int, strength: int) -> Operation | Influence | None:
    """Return what writes a strength that was typed, -1 to remove what is entered; none for nothing to do.

    Where influences of the pair are entered that do not stand on the day shown, an influence to start
    from is returned instead: since when it stands has to be said.
    """
    actor, on = _codes(model, row, column)
    own = standing_influence(model.standing, actor, on)
    if strength < 0:
        return None if own is None else RemoveRecord("influences", key_of(own))
    if own is not None:
        return PutRecord(replace(own, strength=float(strength)), key_of(own))
    fresh = Influence(actor, on, float(strength))
    every = model.snapshot.case.influences
    return fresh if any((old.actor, old.on) == (actor, on) for old in every) else PutRecord(fresh)


def _of_position(model: ActorsModel, row: int, column: int) -> Behind:
    """Return the position of an actor on the issue of a column, the issue itself where there is none."""
    snapshot, (issue, _option) = model.snapshot, model.game.objectives[column]
    own = int(model.standing.rows[model.game.actors[row], issue]) if row < len(model.labels) else NONE
    if own == NONE:
        return ("issues", (snapshot.issues[issue].code,))
    return ("positions", (snapshot.table.ref[own],))


def _codes(model: ActorsModel, row: int, column: int) -> tuple[str, str]:
    parties = model.snapshot.parties
    return parties[model.game.actors[row]].code, parties[model.game.actors[column]].code
