"""What the matrix of demands says in words, and which demands were chosen."""

from __future__ import annotations

from dataclasses import dataclass

from ui.paint.pair_matrix_frame import Place
from workbench.domain.case import RecordKey
from workbench.readmodels.demands_lens import DemandHeading, DemandsModel

DemandKey = tuple[str, str, str]
"""Codes of party, issue and option: the same on every day."""


def key_of(model: DemandsModel, place: Place) -> tuple[DemandKey, DemandKey]:
    """Return the demands of a cell by codes."""
    return _key(model.row(place[0])), _key(model.column(place[1]))


def place_of(model: DemandsModel, keys: tuple[DemandKey, DemandKey] | None) -> Place | None:
    """Return the cell of two demands, none where one of them is not there."""
    if keys is None:
        return None
    rows = (place for place in range(len(model.rows)) if _key(model.row(place)) == keys[0])
    columns = (place for place in range(len(model.columns)) if _key(model.column(place)) == keys[1])
    row, column = next(rows, None), next(columns, None)
    return None if row is None or column is None else (row, column)


def row_of(model: DemandsModel, table: str, key: RecordKey) -> int | None:
    """Return the first row that a position, an option or an issue stands behind, none where none does."""
    for place, number in enumerate(model.rows):
        own = model.row(place)
        ref = model.snapshot.table.ref[model.table.demands[number].row]
        if key == {"positions": (ref,), "options": (own.issue, own.option), "issues": (own.issue,)}.get(
            table
        ):
            return place
    return None


def _key(own: DemandHeading) -> DemandKey:
    return own.party, own.issue, own.option


@dataclass(frozen=True, slots=True, eq=False)
class DemandWords:
    """Sentences of cells and heads."""

    model: DemandsModel

    def sentence(self, place: Place) -> str:
        """Return a cell as a sentence."""
        return self.model.sentence(*place)

    def row_sentence(self, row: int) -> str:
        """Return the demand of a row."""
        return self.model.row(row).sentence

    def column_sentence(self, column: int) -> str:
        """Return the demand of a column."""
        return self.model.column(column).sentence
