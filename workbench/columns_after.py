"""The columns of a case after something small was done to it, without reading the whole case again.

Of a hundred thousand positions one is changed at a time. What cannot be told from the changes alone, such as
another order or another code, is left to be read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

import numpy as np

from workbench.columns import (
    NONE,
    TEXT_COLUMNS,
    WORD_COLUMNS,
    CaseColumns,
    IntColumn,
    PositionColumns,
    position_record,
)
from workbench.domain.case import TABLE_FIELDS, Case, Record, RecordKey, key_of
from workbench.domain.dates import PartialDate
from workbench.domain.position import Position
from workbench.ports import Change, ChangeSet

MOST = 200
"""So many changes are followed; more of them are read faster than followed."""
_REORDERING = frozenset({"merge"})
"""Operations, and steps back from them, that give a record another place and other values in one change."""
_NAMED = frozenset({"parties", "issues", "options", "sources"})
"""Tables whose records others name: with one of these more may have gone than is told."""
_NUMBERS = ("party", "issue", "since", "until", "salience", *WORD_COLUMNS)

_Records: TypeAlias = dict[RecordKey, Record]
T = TypeVar("T")


def columns_after(columns: CaseColumns, done: ChangeSet, *, is_new: bool = True) -> CaseColumns | None:
    """Return the case after something was done to it, none where it is to be read again.

    Parameters
    ----------
    is_new : bool
        Whether a record that was not there before stands at the end of its table; not so where a
        removal was taken back.
    """
    changes = done.changes
    if done.name in _REORDERING or not 0 < len(changes) <= MOST:
        return None
    if any(_is_untold(change, is_new=is_new) for change in changes):
        return None
    try:
        case = _case_after(columns.case, changes)
        own = [change for change in changes if change.table == "positions"]
        return CaseColumns(case, _positions_after(columns, case, own))
    except _OtherwiseError:
        return None


class _OtherwiseError(Exception):
    """A record stood otherwise before a change than it is known: something has been missed."""


def _is_untold(change: Change, *, is_new: bool) -> bool:
    """Tell whether a change says less than what came of it."""
    if change.before is None:
        return not is_new
    if change.after is None:
        return change.table in _NAMED
    return change.before == change.after or key_of(change.before) != key_of(change.after)


def _case_after(case: Case, changes: Sequence[Change]) -> Case:
    tables: dict[str, _Records] = {}
    for change in changes:
        if change.table == "positions":
            continue
        records = tables.get(change.table)
        if records is None:
            records = tables[change.table] = {key_of(own): own for own in case.table(change.table)}
        _check(records.get(change.key), change)
        if change.after is None:
            del records[change.key]
        else:
            records[change.key] = change.after
    fields: dict[str, Any] = {TABLE_FIELDS[name]: tuple(own.values()) for name, own in tables.items()}
    after = replace(case, **fields)
    if "options" not in tables:
        return after
    number = {issue.code: place for place, issue in enumerate(after.issues)}
    return replace(after, options=tuple(sorted(after.options, key=lambda option: number[option.issue])))


def _check(known: Record | None, change: Change) -> None:
    if known != change.before:
        raise _OtherwiseError(change.table, change.key)


class _Difference:
    """What has come of positions: changed ones by row, rows that are gone, and what came at the end."""

    def __init__(self, columns: CaseColumns) -> None:
        self._columns = columns
        self.changed: dict[int, Position] = {}
        self.gone: set[int] = set()
        self.new: dict[str, Position] = {}

    def follow(self, change: Change) -> None:
        """Take note of a change of a position."""
        ref, after = change.key[0], change.after
        row = NONE if ref in self.new else self._row(ref)
        _check(self.new.get(ref) if row == NONE else self._at(row), change)
        if isinstance(after, Position):
            if row == NONE:
                self.new[ref] = after
            else:
                self.changed[row] = after
        elif row == NONE:
            del self.new[ref]
        else:
            self.changed.pop(row, None)
            self.gone.add(row)

    def _row(self, ref: str) -> int:
        """Return where a position stands that is there; what is gone and comes back stands at the end."""
        try:
            row = self._columns.positions.ref.index(ref)
        except ValueError:
            return NONE
        return NONE if row in self.gone else row

    def _at(self, row: int) -> Position:
        return self.changed.get(row) or position_record(self._columns, row)


def _positions_after(columns: CaseColumns, case: Case, changes: Sequence[Change]) -> PositionColumns:
    table = _with_options_of(columns, case)
    if not changes:
        return table
    found = _Difference(columns)
    for change in changes:
        found.follow(change)
    place = dict(found.changed) | dict(enumerate(found.new.values(), len(table)))
    numbers = _Numbers(case, table.dates, place.values())
    count = len(table) + len(found.new)
    put: dict[str, Any] = {
        name: _put(getattr(table, name), count, {row: numbers.of(name, own) for row, own in place.items()})
        for name in _NUMBERS
    }
    texts: dict[str, Any] = {
        name: _said(getattr(table, name), count, {row: getattr(own, name) for row, own in place.items()})
        for name in TEXT_COLUMNS
    }
    lists: dict[str, Any] = {
        name: _listed(getattr(table, name), {row: getattr(own, name) for row, own in place.items()})
        for name in ("known_to", "sources")
    }
    stances = _stances_after(table, case, place)
    after = replace(table, **put, **texts, **lists, **stances, dates=numbers.dates)
    return _without(after, found.gone) if found.gone else after


class _Numbers:
    """Indexes of what positions name."""

    def __init__(self, case: Case, dates: tuple[PartialDate, ...], positions: Iterable[Position]) -> None:
        self._parties = {party.code: number for number, party in enumerate(case.parties)}
        self._issues = {issue.code: number for number, issue in enumerate(case.issues)}
        self._dates = {own.text: number for number, own in enumerate(dates)}
        known = list(dates)
        for own in (day for position in positions for day in (position.since, position.until) if day):
            if own.text not in self._dates:
                self._dates[own.text] = len(known)
                known.append(own)
        self.dates = tuple(known)

    def of(self, name: str, position: Position) -> float:
        """Return what a column holds of a position."""
        if name == "party":
            return self._parties[position.party]
        if name == "issue":
            return self._issues[position.issue]
        if name == "salience":
            return np.nan if position.salience is None else position.salience
        value = getattr(position, name)
        if value is None:
            return NONE
        if name in ("since", "until"):
            return self._dates[value.text]
        return WORD_COLUMNS[name].index(value)


def _with_options_of(columns: CaseColumns, case: Case) -> PositionColumns:
    """Return the positions with the options numbered as they stand now: one may have come in between."""
    before, after, table = columns.case.options, case.options, columns.positions
    if len(before) == len(after):
        return table
    number = {(own.issue, own.code): place for place, own in enumerate(after)}
    places = np.array([number[own.issue, own.code] for own in before], np.int32)
    return replace(table, stance_option=places[table.stance_option] if len(places) else table.stance_option)


def _stances_after(table: PositionColumns, case: Case, place: Mapping[int, Position]) -> dict[str, Any]:
    number = {(own.issue, own.code): index for index, own in enumerate(case.options)}
    entries = [
        (row, number[own.issue, option], int(stance))
        for row, own in place.items()
        for option, stance in own.stances.items()
    ]
    is_touched = np.zeros(max([len(table), *(row + 1 for row in place)]), np.bool_)
    is_touched[list(place)] = True
    left = ~is_touched[table.stance_row]
    new = np.array(entries, np.int64).reshape(-1, 3)
    rows = np.concatenate((table.stance_row[left], new[:, 0])).astype(np.int32)
    order = np.argsort(rows, kind="stable")
    return {
        "stance_row": rows[order],
        "stance_option": np.concatenate((table.stance_option[left], new[:, 1])).astype(np.int32)[order],
        "stance_value": np.concatenate((table.stance_value[left], new[:, 2])).astype(np.int8)[order],
    }


def _put(column: Any, count: int, values: Mapping[int, float]) -> Any:
    after = np.empty(count, column.dtype)
    after[: len(column)] = column
    for row, value in values.items():
        after[row] = value
    return after


def _said(texts: Sequence[str], count: int, values: Mapping[int, str]) -> list[str]:
    after = [*texts, *[""] * (count - len(texts))]
    for row, value in values.items():
        after[row] = value
    return after


def _listed(lists: Mapping[int, T], values: Mapping[int, T]) -> dict[int, T]:
    after = dict(lists) | dict(values)
    for row in values:
        if not after[row]:
            del after[row]
    return after


def _without(table: PositionColumns, gone: set[int]) -> PositionColumns:
    """Return the positions without some rows; those below move up."""
    left = np.ones(len(table), np.bool_)
    left[list(gone)] = False
    new_row: IntColumn = np.where(left, np.cumsum(left) - 1, NONE).astype(np.int32)
    stances, number = left[table.stance_row], new_row.tolist()
    columns: dict[str, Any] = {name: getattr(table, name)[left] for name in _NUMBERS}
    for name in TEXT_COLUMNS:
        columns[name] = [own for row, own in enumerate(getattr(table, name)) if row not in gone]
    return replace(
        table,
        **columns,
        stance_row=new_row[table.stance_row[stances]],
        stance_option=table.stance_option[stances],
        stance_value=table.stance_value[stances],
        known_to={number[row]: own for row, own in table.known_to.items() if row not in gone},
        sources={number[row]: own for row, own in table.sources.items() if row not in gone},
    )
