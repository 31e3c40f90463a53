"""A case column by column, as it is read from the file and handed to the snapshot.

Positions are many and are kept as NumPy columns; everything else is few and kept as records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.domain.case import Case
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.position import Position
from workbench.domain.vocabulary import Agenda, Confidence, Stance, TimePressure, Track

UNSTATED = -128
"""Stands in stance columns where a party has said nothing of an option."""
NONE = -1
"""Stands in index columns where there is nothing to point at."""

TRACKS = tuple(Track)
PRESSURES = tuple(TimePressure)
CONFIDENCES = tuple(Confidence)
AGENDAS = tuple(Agenda)
HANDLINGS = tuple(Handling)

TEXT_COLUMNS = ("ref", "limit_owner", "statement", "interest", "readings")
WORD_COLUMNS: Mapping[str, tuple[StrEnum, ...]] = MappingProxyType(
    {
        "track": TRACKS,
        "time_pressure": PRESSURES,
        "confidence": CONFIDENCES,
        "agenda": AGENDAS,
        "handling": HANDLINGS,
    }
)
"""The columns of positions that hold words, each with its vocabulary."""

WordT = TypeVar("WordT", bound=StrEnum)
IntColumn = NDArray[np.int32]
ByteColumn = NDArray[np.int8]
FloatColumn = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PositionColumns:
    """Positions in the order in which they were recorded, *n* rows.

    Attributes
    ----------
    ref, limit_owner, statement, interest, readings : sequence of str, length n
        Texts.
    party, issue : int32, shape (n,)
        Index into the parties and issues of the case.
    track, time_pressure, confidence, agenda, handling : int8, shape (n,)
        Index into ``TRACKS``, ``PRESSURES``, ``CONFIDENCES``, ``AGENDAS``, ``HANDLINGS``; ``NONE``
        where not given.
    since, until : int32, shape (n,)
        Index into ``dates``; ``NONE`` where there is no until.
    salience : float64, shape (n,)
        0 to 100, NaN where not given.
    stance_row, stance_option : int32, shape (m,)
        Row of the position (ascending) and index into the options of the case, for each stated
        stance, in the order in which they were given.
    stance_value : int8, shape (m,)
        The stance, -2 to 2.
    known_to, sources : mapping of int to tuple
        By row, where there are any.
    dates : tuple of PartialDate
        The distinct dates.
    """

    ref: Sequence[str]
    party: IntColumn
    issue: IntColumn
    track: ByteColumn
    since: IntColumn
    until: IntColumn
    salience: FloatColumn
    time_pressure: ByteColumn
    confidence: ByteColumn
    agenda: ByteColumn
    handling: ByteColumn
    limit_owner: Sequence[str]
    statement: Sequence[str]
    interest: Sequence[str]
    readings: Sequence[str]
    stance_row: IntColumn
    stance_option: IntColumn
    stance_value: ByteColumn
    known_to: Mapping[int, tuple[str, ...]]
    sources: Mapping[int, tuple[SourceReference, ...]]
    dates: tuple[PartialDate, ...]

    def __len__(self) -> int:
        return len(self.ref)


@dataclass(frozen=True, slots=True, eq=False)
class CaseColumns:
    """A whole case: the records of `case`, whose ``positions`` are left empty, and the positions.

    ``case.options`` stand in the order of their issues, and within an issue in their own order.
    """

    case: Case
    positions: PositionColumns


class _Dates:
    """Numbers distinct dates as they come."""

    def __init__(self) -> None:
        self._numbers: dict[PartialDate, int] = {}

    def number(self, date: PartialDate | None) -> int:
        return NONE if date is None else self._numbers.setdefault(date, len(self._numbers))

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        return tuple(self._numbers)


def columns_of(case: Case) -> CaseColumns:
    """Return the same case with its positions as columns.

    Raises
    ------
    KeyError
        If a position names a party, issue or option that the case has not.
    """
    issue_number = {issue.code: number for number, issue in enumerate(case.issues)}
    options = tuple(sorted(case.options, key=lambda option: issue_number[option.issue]))
    small = Case(
        **{name: getattr(case, name) for name in Case.__slots__ if name not in ("positions", "options")},
        options=options,
    )
    return CaseColumns(small, _position_columns(small, case.positions))


def _position_columns(case: Case, positions: Sequence[Position]) -> PositionColumns:
    party_number = {party.code: number for number, party in enumerate(case.parties)}
    issue_number = {issue.code: number for number, issue in enumerate(case.issues)}
    option_number = {(option.issue, option.code): number for number, option in enumerate(case.options)}
    dates = _Dates()
    stances = [
        (row, option_number[position.issue, option], int(stance))
        for row, position in enumerate(positions)
        for option, stance in position.stances.items()
    ]
    return PositionColumns(
        ref=[position.ref for position in positions],
        party=_ints(party_number[position.party] for position in positions),
        issue=_ints(issue_number[position.issue] for position in positions),
        track=_words(TRACKS, (position.track for position in positions)),
        since=_ints(dates.number(position.since) for position in positions),
        until=_ints(dates.number(position.until) for position in positions),
        salience=np.array(
            [np.nan if position.salience is None else position.salience for position in positions], np.float64
        ),
        time_pressure=_words(PRESSURES, (position.time_pressure for position in positions)),
        confidence=_words(CONFIDENCES, (position.confidence for position in positions)),
        agenda=_words(AGENDAS, (position.agenda for position in positions)),
        handling=_words(HANDLINGS, (position.handling for position in positions)),
        limit_owner=[position.limit_owner for position in positions],
        statement=[position.statement for position in positions],
        interest=[position.interest for position in positions],
        readings=[position.readings for position in positions],
        stance_row=_ints(row for row, _, _ in stances),
        stance_option=_ints(option for _, option, _ in stances),
        stance_value=np.array([value for _, _, value in stances], np.int8),
        known_to={row: position.known_to for row, position in enumerate(positions) if position.known_to},
        sources={row: position.sources for row, position in enumerate(positions) if position.sources},
        dates=dates.dates,
    )


def _ints(numbers: Iterable[int]) -> IntColumn:
    return np.fromiter(numbers, np.int32)


def _words(vocabulary: tuple[WordT, ...], words: Iterable[WordT | None]) -> ByteColumn:
    number = {word: index for index, word in enumerate(vocabulary)}
    return np.fromiter((NONE if word is None else number[word] for word in words), np.int8)


def position_record(columns: CaseColumns, row: int) -> Position:
    """Return one row of the positions as a record."""
    case, table = columns.case, columns.positions
    # Numbers of another width would have the whole column copied for each record.
    first, last = np.searchsorted(table.stance_row, np.array((row, row + 1), table.stance_row.dtype))
    return Position(
        ref=table.ref[row],
        party=case.parties[table.party[row]].code,
        issue=case.issues[table.issue[row]].code,
        since=table.dates[table.since[row]],
        track=TRACKS[table.track[row]],
        until=None if table.until[row] == NONE else table.dates[table.until[row]],
        stances={
            case.options[table.stance_option[entry]].code: Stance(int(table.stance_value[entry]))
            for entry in range(first, last)
        },
        salience=None if np.isnan(table.salience[row]) else float(table.salience[row]),
        time_pressure=_word(PRESSURES, table.time_pressure[row]),
        confidence=_word(CONFIDENCES, table.confidence[row]),
        agenda=_word(AGENDAS, table.agenda[row]),
        limit_owner=table.limit_owner[row],
        handling=HANDLINGS[table.handling[row]],
        known_to=table.known_to.get(row, ()),
        sources=table.sources.get(row, ()),
        statement=table.statement[row],
        interest=table.interest[row],
        readings=table.readings[row],
    )


def _word(vocabulary: tuple[WordT, ...], number: int) -> WordT | None:
    return None if number == NONE else vocabulary[number]
