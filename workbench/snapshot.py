"""The case as one audience may see it: immutable, positions as columns ready for analysis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workbench.columns import (
    HANDLINGS,
    TRACKS,
    UNSTATED,
    ByteColumn,
    CaseColumns,
    FloatColumn,
    IntColumn,
    PositionColumns,
    position_record,
)
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.dates import PartialDate
from workbench.domain.errors import UnknownCodeError
from workbench.domain.handling import Handling, narrowest
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.redaction import TEAM_READING, redact

NEVER = np.iinfo(np.int32).max
"""Ordinal of a day that does not come: the until of a position that has none."""


@dataclass(frozen=True, slots=True, eq=False)
class TrackRows:
    """The positions on one track by the day on which they take effect, *n* of them.

    Attributes
    ----------
    rows, days : int32, shape (n,)
        Row, and ordinal of the day.
    cells : int32, shape (n,)
        Party times the number of issues, plus issue.
    """

    rows: IntColumn
    days: IntColumn
    cells: IntColumn


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What an audience may see, and nothing else.

    Attributes
    ----------
    audience : Audience
        For whom the case was read.
    case : Case
        The records in reach, without the positions.
    table : PositionColumns
        The positions in reach, *n* rows in the order in which they were recorded; indexes point
        into ``case``.
    source_not_shown : bool, shape (n,)
        Whether a position names a source out of reach.
    effective, ends : int32, shape (n,)
        Ordinal of the day on which a position takes effect, and of the first day on which it no
        longer stands (``NEVER`` where it has no until).
    stances : int8, shape (n, w)
        Stance toward each option of the position's issue, in order; ``UNSTATED`` where nothing is
        said, and beyond the last option. *w* is the largest number of options of any issue.
    option_start : int32, shape (issues + 1,)
        Where the options of each issue begin in ``case.options``.
    locations : float64, shape (issues, w)
        Location of each option on an ordered scale, NaN where there is none.
    by_effective : int32, shape (n,)
        Rows by the day on which they take effect; of the same day, the one recorded later last.
    """

    audience: Audience
    case: Case
    table: PositionColumns
    source_not_shown: NDArray[np.bool_]
    effective: IntColumn
    ends: IntColumn
    stances: ByteColumn
    option_start: IntColumn
    locations: FloatColumn
    by_effective: IntColumn

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.case.title

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties in reach, in the order of the case."""
        return self.case.parties

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The issues in reach, in the order of the case."""
        return self.case.issues

    @cached_property
    def option_count(self) -> IntColumn:
        """Number of options in reach of each issue, shape (issues,)."""
        return np.diff(self.option_start)

    @cached_property
    def _party_numbers(self) -> dict[str, int]:
        return {party.code: number for number, party in enumerate(self.parties)}

    @cached_property
    def _issue_numbers(self) -> dict[str, int]:
        return {issue.code: number for number, issue in enumerate(self.issues)}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.code: source for source in self.case.sources}

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {ref: row for row, ref in enumerate(self.table.ref)}

    @cached_property
    def by_issue(self) -> tuple[IntColumn, IntColumn]:
        """Rows by issue, and by `by_effective` within one; where each issue begins, shape (issues + 1,)."""
        issues = self.table.issue[self.by_effective]
        # Sixteen bits are sorted in one sweep; there are hardly ever more issues than they count.
        short = issues.astype(np.uint16) if len(self.issues) <= np.iinfo(np.uint16).max else issues
        order = np.argsort(short, kind="stable")
        starts = np.searchsorted(issues[order], np.arange(len(self.issues) + 1))
        return self.by_effective[order], starts.astype(np.int32)

    @cached_property
    def by_track(self) -> tuple[TrackRows, ...]:
        """The positions of each of ``TRACKS``, in the order of `by_effective`."""
        order, table = self.by_effective, self.table
        tracks = table.track[order]
        found = (order[tracks == track] for track in range(len(TRACKS)))
        return tuple(
            TrackRows(rows, self.effective[rows], table.party[rows] * len(self.issues) + table.issue[rows])
            for rows in found
        )

    def party_index(self, code: str) -> int:
        """Return the number of a party.

        Raises
        ------
        UnknownCodeError
            If no party in reach has that code.
        """
        try:
            return self._party_numbers[code]
        except KeyError:
            raise UnknownCodeError("party", code, tuple(self._party_numbers)) from None

    def issue_index(self, code: str) -> int:
        """Return the number of an issue.

        Raises
        ------
        UnknownCodeError
            If no issue in reach has that code.
        """
        try:
            return self._issue_numbers[code]
        except KeyError:
            raise UnknownCodeError("issue", code, tuple(self._issue_numbers)) from None

    def issue_options(self, issue: int) -> tuple[Option, ...]:
        """Return the options in reach of the issue with that number, in order."""
        return self.case.options[self.option_start[issue] : self.option_start[issue + 1]]

    def source(self, code: str) -> Source:
        """Return a source in reach.

        Raises
        ------
        UnknownCodeError
            If no source in reach has that code.
        """
        try:
            return self._sources[code]
        except KeyError:
            raise UnknownCodeError("source", code, tuple(self._sources)) from None

    def position(self, row: int) -> Position:
        """Return a row of ``table`` as a record."""
        return position_record(CaseColumns(self.case, self.table), row)

    def row_of(self, ref: str) -> int:
        """Return the row of a position.

        Raises
        ------
        UnknownCodeError
            If no position in reach has that ref.
        """
        try:
            return self._rows[ref]
        except KeyError:
            raise UnknownCodeError("position", ref) from None

    def as_case(self) -> Case:
        """Return everything in reach as records."""
        return replace(self.case, positions=tuple(self.position(row) for row in range(len(self.table))))

    @cached_property
    def narrowest_handling(self) -> Handling:
        """The narrowest handling of any record in it."""
        case = self.case
        handlings = {HANDLINGS[number] for number in set(self.table.handling.tolist())}
        for records in (case.parties, case.issues, case.sources, case.linkages, case.events):
            handlings.update(record.handling for record in records)
        for drafts in (case.packages, case.judgements):
            handlings.update(record.handling for record in drafts)
        handlings.update(option.handling for option in case.options if option.handling)
        return narrowest(handlings)

    @property
    def marking(self) -> str:
        """The TLP word for a document that shows all of it."""
        return self.narrowest_handling.marking


def take_snapshot(columns: CaseColumns, audience: Audience) -> Snapshot:
    """Return the case as `audience` may see it.

    Raises
    ------
    UnknownCodeError
        If the audience is a party that the case has not.
    """
    redacted = redact(columns, audience)
    case, table = redacted.columns.case, redacted.columns.positions
    option_start = _option_start(case)
    ordinals = _ordinals(table.dates)
    effective = ordinals[table.since]
    return Snapshot(
        audience=audience,
        case=case,
        table=table,
        source_not_shown=redacted.source_not_shown,
        effective=effective,
        ends=ordinals[table.until],
        stances=_dense_stances(table, option_start),
        option_start=option_start,
        locations=_locations(case, option_start),
        by_effective=_in_order(effective),
    )


def hidden_columns(audience: Audience) -> dict[str, tuple[str, ...]]:
    """Return, by table, the columns that an export for `audience` leaves out."""
    hidden: dict[str, tuple[str, ...]] = {}
    if not audience.sees_identity:
        hidden["sources"] = ("identity",)
    if not audience.sees_team_reading:
        hidden["positions"] = (*TEAM_READING, "known_to")
        hidden["options"] = ("known_to",)
    return hidden


def day_of(ordinal: int) -> date:
    """Return the day with that ordinal."""
    return date.fromordinal(int(ordinal))


def _option_start(case: Case) -> IntColumn:
    number = {issue.code: index for index, issue in enumerate(case.issues)}
    issues = np.array([number[option.issue] for option in case.options], np.int64)
    counts = np.bincount(issues, minlength=len(case.issues))
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int32)


def _ordinals(dates: tuple[PartialDate, ...]) -> IntColumn:
    """Return the ordinal of the day on which each date takes effect; the last answers to ``NONE``."""
    return np.array([*(own.effective.toordinal() for own in dates), NEVER], np.int32)


def _in_order(days: IntColumn) -> IntColumn:
    """Return the rows by day, those of the same day as they stand."""
    first, last = days.min(initial=NEVER), days.max(initial=0)
    # Sixteen bits are sorted in one sweep; hardly any case goes over more days than they count.
    short = (days - first).astype(np.uint16) if last - first <= np.iinfo(np.uint16).max else days
    return np.argsort(short, kind="stable").astype(np.int32)


def _dense_stances(table: PositionColumns, option_start: IntColumn) -> ByteColumn:
    width = int(np.diff(option_start).max(initial=0))
    stances = np.full((len(table), width), UNSTATED, np.int8)
    column = table.stance_option - option_start[table.issue[table.stance_row]]
    stances[table.stance_row, column] = table.stance_value
    return stances


def _locations(case: Case, option_start: IntColumn) -> FloatColumn:
    width = int(np.diff(option_start).max(initial=0))
    locations = np.full((len(case.issues), width), np.nan)
    for issue in range(len(case.issues)):
        own = case.options[option_start[issue] : option_start[issue + 1]]
        locations[issue, : len(own)] = [
            np.nan if option.location is None else option.location for option in own
        ]
    return locations
