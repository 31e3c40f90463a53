"""The whole case out of the file: positions straight into columns, everything else as records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from db.codes import CodeBook
from db.listfields import ListField
from db.loading import LINKS, load_all, owner_of
from db.specs import SPECS
from workbench.columns import (
    NONE,
    TEXT_COLUMNS,
    WORD_COLUMNS,
    CaseColumns,
    IntColumn,
    PositionColumns,
)
from workbench.domain.case import TABLE_FIELDS, Case, Record
from workbench.domain.dates import parse_date

IdColumn: TypeAlias = NDArray[np.int64]

_AT_ONCE = 20_000
_POSITIONS = (
    "SELECT id, ref, party_id, issue_id, track, since, until, salience, time_pressure, confidence, agenda, "
    "limit_owner, handling, statement, interest, readings FROM positions ORDER BY id"
)
_NAMES = tuple(
    name.strip().removesuffix("_id")
    for name in _POSITIONS.removeprefix("SELECT").partition("FROM")[0].split(",")
)
_STANCES = "SELECT position_id, option_id, stance, place FROM stances ORDER BY position_id, option_id"


def read_case(connection: Connection) -> Case:
    """Return every record of the case, each table in its own order."""
    codes = CodeBook(connection)
    tables: dict[str, Any] = {TABLE_FIELDS[table]: _records(connection, codes, table) for table in SPECS}
    return Case(**tables)


def read_columns(connection: Connection) -> CaseColumns:
    """Return the case with its positions as columns and no object made for any of them."""
    codes = CodeBook(connection)
    tables: dict[str, Any] = {
        TABLE_FIELDS[table]: _records(connection, codes, table) for table in SPECS if table != "positions"
    }
    number = {issue.code: place for place, issue in enumerate(tables["issues"])}
    tables["options"] = tuple(sorted(tables["options"], key=lambda option: number[option.issue]))
    case = Case(**tables)
    return CaseColumns(case, _PositionReader(connection, codes, case).read())


def _records(connection: Connection, codes: CodeBook, table: str) -> tuple[Record, ...]:
    spec = SPECS[table]
    return tuple(spec.make(plain) for plain in load_all(connection, codes, spec).values())


class _PositionReader:
    """Reads positions, stances and their lists, each table once."""

    def __init__(self, connection: Connection, codes: CodeBook, case: Case) -> None:
        self._connection = connection
        self._codes = codes
        self._driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        self._numbers = {
            "parties": _numbers(codes, "parties", [(party.code,) for party in case.parties]),
            "issues": _numbers(codes, "issues", [(issue.code,) for issue in case.issues]),
            "options": _numbers(codes, "options", [(option.issue, option.code) for option in case.options]),
        }
        self._dates: dict[str, int] = {}

    def read(self) -> PositionColumns:
        """Return all positions in the order in which they were recorded."""
        parts = [self._part(rows) for rows in self._chunks(_POSITIONS)] or [_EMPTY]
        columns: dict[str, Any] = {name: np.concatenate([part[name] for part in parts]) for name in _NUMERIC}
        columns |= {name: [text for part in parts for text in part[name]] for name in TEXT_COLUMNS}
        ids: IdColumn = columns.pop("id")
        for field in SPECS["positions"].lists:
            columns |= (
                self._stances(ids) if field.name == "stances" else {field.name: self._lists(ids, field)}
            )
        return PositionColumns(**columns, dates=tuple(map(parse_date, self._dates)))

    def _chunks(self, statement: str) -> Iterator[list[tuple[Any, ...]]]:
        cursor = self._driver.execute(statement)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield rows

    def _part(self, rows: list[tuple[Any, ...]]) -> dict[str, Any]:
        part: dict[str, Any] = dict(zip(_NAMES, zip(*rows, strict=True), strict=True))
        part["id"] = np.fromiter(part["id"], np.int64, len(rows))
        part["party"] = self._numbers["parties"][np.fromiter(part["party"], np.int64, len(rows))]
        part["issue"] = self._numbers["issues"][np.fromiter(part["issue"], np.int64, len(rows))]
        part["salience"] = np.array(part["salience"], np.float64)
        for name, numbers in _WORDS.items():
            part[name] = np.fromiter(map(numbers.__getitem__, part[name]), np.int8, len(rows))
        for name in ("since", "until"):
            part[name] = self._date_numbers(part[name])
        return part

    def _date_numbers(self, texts: Sequence[str]) -> IntColumn:
        for text in dict.fromkeys(texts):
            if text:
                self._dates.setdefault(text, len(self._dates))
        numbers = self._dates | {"": NONE}
        return np.fromiter(map(numbers.__getitem__, texts), np.int32, len(texts))

    def _stances(self, ids: IdColumn) -> dict[str, Any]:
        chunks = [_matrix(rows, 4) for rows in self._chunks(_STANCES)]
        table = np.concatenate([_matrix([], 4), *chunks])
        rows = np.searchsorted(ids, table[:, 0]).astype(np.int32)
        order = np.lexsort((table[:, 3], rows))
        return {
            "stance_row": rows[order],
            "stance_option": self._numbers["options"][table[order, 1]],
            "stance_value": table[order, 2].astype(np.int8),
        }

    def _lists(self, ids: IdColumn, field: ListField) -> dict[int, Any]:
        owner = owner_of(field).name
        rows = self._driver.execute(f"{LINKS[field.link]} ORDER BY {owner}, place").fetchall()
        values: dict[tuple[Any, ...], Any] = {}  # many rest on the same: it is made once
        owners, lists = list[int](), []
        for record_id, own in groupby(rows, key=itemgetter(0)):
            entries = tuple(row[1:] for row in own)
            if entries not in values:
                values[entries] = field.value(field.decode(entries, self._codes))
            owners.append(record_id)
            lists.append(values[entries])
        places = np.searchsorted(ids, np.array(owners, np.int64)).tolist()
        return dict(zip(places, lists, strict=True))


def _matrix(rows: list[tuple[int, ...]], width: int) -> IdColumn:
    return np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * width).reshape(-1, width)


def _numbers(codes: CodeBook, table: str, keys: Sequence[tuple[str, ...]]) -> IntColumn:
    """Return the index of each record in the case, by its id."""
    ids = [codes.id_of(table, key) for key in keys]
    numbers = np.full(max(ids, default=0) + 1, NONE, np.int32)
    numbers[np.array(ids, np.int64)] = np.arange(len(ids), dtype=np.int32)
    return numbers


def _word_numbers(vocabulary: Iterable[StrEnum]) -> Mapping[str | None, int]:
    return {None: NONE} | {word.value: number for number, word in enumerate(vocabulary)}


_WORDS = {name: _word_numbers(vocabulary) for name, vocabulary in WORD_COLUMNS.items()}
_NUMERIC = ("id", "party", "issue", "since", "until", "salience", *_WORDS)
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(TEXT_COLUMNS, ()),
    **{name: np.empty(0, np.int32) for name in ("party", "issue", "since", "until")},
    **{name: np.empty(0, np.int8) for name in _WORDS},
    "id": np.empty(0, np.int64),
    "salience": np.empty(0, np.float64),
}
"""A part without positions."""
