"""Which record of the case a row speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.domain.position import default_ref
from workbench.domain.vocabulary import Track
from workbench.exchange.spec import Column, TableSpec
from workbench.exchange.standing import Place, Standing
from workbench.exchange.tables import Table

_Waiting = dict[tuple[str, ...], list[int]]


class Matcher:
    """Finds records by their key.

    Where a column of the key is absent from the table, records are matched by the others and by
    order of appearance: an absent column leaves values alone.
    """

    def __init__(self, spec: TableSpec, standing: Standing) -> None:
        self._key = tuple(spec.by_name[name] for name in spec.key)
        self._standing = standing
        self._waiting: dict[tuple[str, ...], _Waiting] = {}

    def find(self, cells: Mapping[str, Any]) -> int | None:
        """Return the number of the record that a row is about, or none; each is found once.

        Parameters
        ----------
        cells : mapping of str to value
            What was read from the row, by name of the column.
        """
        columns = tuple(column for column in self._key if column.name in cells)
        wanted = tuple(_written(column, cells[column.name]) for column in columns)
        waiting = self._by_key(columns).get(wanted)
        return waiting.pop(0) if waiting else None

    def _by_key(self, columns: tuple[Column, ...]) -> _Waiting:
        names = tuple(column.name for column in columns)
        if names not in self._waiting:
            by_key: _Waiting = {}
            keys: Iterable[tuple[str, ...]] = [()] * len(self._standing)
            if columns:
                keys = zip(*map(self._standing.cells, columns), strict=True)
            for number, key in enumerate(keys):
                by_key.setdefault(key, []).append(number)
            self._waiting[names] = by_key
        return self._waiting[names]


def _written(column: Column, value: Any) -> str:
    return "" if value is None else column.cell.write(value)


class PositionMatcher:
    """Finds positions by ref, or without one by party, issue, from, track and order."""

    def __init__(self, standing: Standing, table: Table) -> None:
        given = set(_refs(table))
        self._by_ref = {ref: number for number, ref in enumerate(standing.refs())}
        self._taken = self._by_ref.keys() | given
        self._waiting: dict[Place, list[int]] = {}
        for number, (ref, place) in enumerate(zip(standing.refs(), standing.places(), strict=True)):
            if ref not in given:
                self._waiting.setdefault(place, []).append(number)

    def find(self, cells: Mapping[str, Any]) -> int | None:
        """Return the number of the position that a row is about, or none."""
        ref = cells.get("ref")
        if ref:
            return self._by_ref.get(ref)
        if not {"party", "issue", "from"} <= cells.keys():
            return None
        place = (cells["party"], cells["issue"], cells["from"].text, cells.get("track", Track.DECLARED))
        waiting = self._waiting.get(place)
        return waiting.pop(0) if waiting else None

    def new_ref(self, party: str, issue: str, since: str, track: Track) -> str:
        """Return a ref that no position of the case or of the table has, and keep it taken."""
        number = 1
        while (ref := default_ref(party, issue, since, track, number)) in self._taken:
            number += 1
        self._taken.add(ref)
        return ref


def _refs(table: Table) -> Iterable[str]:
    if "ref" in table.columns:
        yield from filter(None, ((ref or "").strip() for ref in table.column("ref")))
