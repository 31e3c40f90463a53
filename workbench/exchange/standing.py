"""The records that a case has of one table, as an import looks at them: by number, and as cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from workbench.columns import AGENDAS, CONFIDENCES, HANDLINGS, PRESSURES, TRACKS, CaseColumns, position_record
from workbench.domain.codes import SEPARATOR
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance, Track
from workbench.exchange.cells import write_number
from workbench.exchange.spec import Column

Place: TypeAlias = tuple[str, str, str, Track]
"""Party, issue, from and track of a position."""

_WORDS: Mapping[str, Sequence[StrEnum]] = {
    "track": TRACKS,
    "time_pressure": PRESSURES,
    "confidence": CONFIDENCES,
    "agenda": AGENDAS,
    "handling": HANDLINGS,
}


class Standing(Protocol):
    """Records of one table, numbered in the order of the case."""

    def __len__(self) -> int: ...

    def record(self, number: int) -> Any:
        """Return a record."""

    def cells(self, column: Column) -> Sequence[str]:
        """Return the cell of each record in a column."""

    def refs(self) -> Iterable[str]:
        """Return the ref of each record; of positions only."""

    def places(self) -> Iterable[Place]:
        """Return what each record is matched by; of positions only."""


class StandingRecords:
    """Records that are at hand as such."""

    def __init__(self, records: Sequence[Any]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def record(self, number: int) -> Any:
        """Return a record."""
        return self._records[number]

    def cells(self, column: Column) -> Sequence[str]:
        """Return the cell of each record in a column."""
        return [column.write(record) for record in self._records]

    def refs(self) -> Iterable[str]:
        """Return the ref of each position."""
        return [position.ref for position in self._records]

    def places(self) -> Iterator[Place]:
        """Return what each position is matched by."""
        for position in self._records:
            yield position.party, position.issue, position.since.text, position.track


class StandingPositions:
    """Positions that are kept as columns; a record is made of one only when it is asked for."""

    def __init__(self, columns: CaseColumns) -> None:
        self._columns = columns
        self._table = columns.positions
        dates = [date.text for date in self._table.dates]
        self._texts = {
            "party": [party.code for party in columns.case.parties],
            "issue": [issue.code for issue in columns.case.issues],
            "since": dates,
            "until": dates,
            **{name: [word.value for word in words] for name, words in _WORDS.items()},
        }

    def __len__(self) -> int:
        return len(self._table)

    def record(self, number: int) -> Position:
        """Return a position."""
        return position_record(self._columns, number)

    def refs(self) -> Iterable[str]:
        """Return the ref of each position."""
        return self._table.ref

    def places(self) -> Iterator[Place]:
        """Return what each position is matched by."""
        table = self._table
        names = ("party", "issue", "since")
        parties, issues, dates = (_chosen(self._texts[name], getattr(table, name)) for name in names)
        tracks: list[Track] = np.array(TRACKS, object)[table.track].tolist()
        return zip(parties, issues, dates, tracks, strict=True)

    def cells(self, column: Column) -> Sequence[str]:
        """Return the cell of each position in a column."""
        if column.stance is not None:
            return self._stance_cells(column.stance)
        own = getattr(self._table, column.field)
        if column.field in self._texts:
            return _chosen(self._texts[column.field], own)
        if column.field == "salience":
            return ["" if np.isnan(number) else write_number(number) for number in own.tolist()]
        if isinstance(own, Mapping):
            return [column.cell.write(own[row]) if row in own else "" for row in range(len(self))]
        texts: Sequence[str] = own
        return texts

    def _stance_cells(self, stance: Stance) -> list[str]:
        table = self._table
        cells = [""] * len(table)
        chosen = np.flatnonzero(table.stance_value == int(stance))
        codes = [option.code for option in self._columns.case.options]
        options = _chosen(codes, table.stance_option[chosen])
        for row, option in zip(table.stance_row[chosen].tolist(), options, strict=True):
            cells[row] = f"{cells[row]}{SEPARATOR}{option}" if cells[row] else option
        return cells


def _chosen(texts: Sequence[str], numbers: NDArray[Any]) -> list[str]:
    """Return the texts of those numbers; -1, which is none, picks the empty text at the end."""
    chosen: list[str] = np.array([*texts, ""], object)[numbers].tolist()
    return chosen
