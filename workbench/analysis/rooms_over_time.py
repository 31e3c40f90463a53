"""The rooms of some parties on some issues on all days at once.

Each position that stands from one day to another adds its stances on the first and takes them away on
the second; how many hold which stance toward an option is then a running sum, and the worst of them the
lowest that anybody holds. So a history costs as much as it has positions, however many parties there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.daykeys import DAY_BITS, NO_DAY, Numbers, day_keys, step_keys
from workbench.columns import TRACKS, UNSTATED, ByteColumn, IntColumn
from workbench.domain.vocabulary import PRESUMED_WORST, Basis, Stance, Track
from workbench.snapshot import Snapshot

_AT_ONCE = 2_000_000
"""Counts looked at together, so that a long history takes no more memory than a short one."""
_LOWEST = int(min(Stance))
_STANCES = int(max(Stance)) - _LOWEST + 1
_NO_OPTION = _LOWEST - 1
_DECLARED, _ASSESSED = TRACKS.index(Track.DECLARED), TRACKS.index(Track.ASSESSED)

RoomSteps: TypeAlias = tuple[list[date], list[int | None]]
"""The days on which a room becomes another, ascending, and the room from each on."""


def rooms_over_time(snapshot: Snapshot, issue: int, parties: Sequence[int], basis: Basis) -> RoomSteps:
    """Return the days on which the room of some parties on an issue (numbers) changes, and the room."""
    return rooms_of_issues(snapshot, {issue: parties}, basis)[issue]


def rooms_of_issues(
    snapshot: Snapshot, asked: Mapping[int, Sequence[int]], basis: Basis
) -> dict[int, RoomSteps]:
    """Return the same for several issues, each with the parties asked about; of none it is none at first."""
    issues = np.array(list(asked), np.int64)
    rows, place = _rows_of(snapshot, issues)
    days = step_keys(snapshot, rows, place)
    holding = _spells(snapshot, rows, place, basis)
    holding = _asked_only(snapshot, holding, asked.values())
    rooms, is_known = _rooms_on(snapshot, days, holding, issues)
    return dict(zip(asked, _steps(days, rooms, is_known, len(issues)), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class _Spells:
    """Spells of days in which positions count (sign 1), or count no longer (-1), *n* of them.

    `first` and `last` are days as `step_keys` has them: place of the issue and ordinal in one number;
    a spell is over on its last day.
    """

    row: Numbers
    first: Numbers
    last: Numbers
    sign: Numbers

    def where(self, wanted: NDArray[np.bool_]) -> _Spells:
        return _Spells(self.row[wanted], self.first[wanted], self.last[wanted], self.sign[wanted])


def _rows_of(snapshot: Snapshot, issues: Numbers) -> tuple[Numbers, Numbers]:
    """Return the positions on some issues, by issue and then by day, and the place of each one's issue."""
    order, starts = snapshot.by_issue
    spans = [order[starts[issue] : starts[issue + 1]] for issue in issues.tolist()]
    rows = np.concatenate(spans) if spans else order[:0]
    return rows.astype(np.int64), np.repeat(np.arange(len(issues)), [len(own) for own in spans])


def _spells(snapshot: Snapshot, rows: Numbers, place: Numbers, basis: Basis) -> _Spells:
    """Return when each position stands on the basis."""
    declared = _track_spells(snapshot, rows, place, _DECLARED)
    if basis is Basis.DECLARED:
        return declared
    assessed = _track_spells(snapshot, rows, place, _ASSESSED)
    every = (declared, assessed, _given_way(snapshot, declared, assessed))
    parts = ([getattr(own, name) for own in every] for name in ("row", "first", "last", "sign"))
    return _Spells(*(np.concatenate(part) for part in parts))


def _track_spells(snapshot: Snapshot, rows: Numbers, place: Numbers, track: int) -> _Spells:
    """Return when each position stands on one track: until its end, or until another takes its place."""
    own = snapshot.table.track[rows] == track
    rows, place = rows[own], place[own]
    cells = place * len(snapshot.parties) + snapshot.table.party[rows]
    order = np.argsort(cells, kind="stable")  # by day within a cell, the one recorded later last
    rows, place, cells = rows[order], place[order], cells[order]
    first, last = day_keys(place, snapshot.effective[rows]), day_keys(place, snapshot.ends[rows])
    is_followed = cells[1:] == cells[:-1]
    last[:-1] = np.where(is_followed, np.minimum(last[:-1], first[1:]), last[:-1])
    found = _Spells(rows, first, last, np.ones(len(rows), np.int64))
    return found.where(last > first)


def _given_way(snapshot: Snapshot, declared: _Spells, assessed: _Spells) -> _Spells:
    """Return the spells in which declared positions do not count: assessed ones of the same party stand."""
    last_party = len(snapshot.parties)
    own, other = (
        (spells.first >> DAY_BITS) * last_party + snapshot.table.party[spells.row]
        for spells in (declared, assessed)
    )
    # Of one cell the spells of a track follow one another, so these numbers ascend.
    begins = (own << DAY_BITS) + (declared.first & NO_DAY)
    ends = (own << DAY_BITS) + (declared.last & NO_DAY)
    start = np.searchsorted(ends, (other << DAY_BITS) + (assessed.first & NO_DAY), side="right")
    stop = np.searchsorted(begins, (other << DAY_BITS) + (assessed.last & NO_DAY), side="left")
    counts = np.maximum(stop - start, 0)
    over = np.repeat(np.arange(len(other)), counts)
    under = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts - start, counts)
    return _Spells(
        declared.row[under],
        np.maximum(declared.first[under], assessed.first[over]),
        np.minimum(declared.last[under], assessed.last[over]),
        np.full(len(under), -1, np.int64),
    )


def _asked_only(snapshot: Snapshot, spells: _Spells, asked: Collection[Sequence[int]]) -> _Spells:
    """Return the spells of the parties asked about that state anything."""
    wanted = np.zeros((len(asked), len(snapshot.parties)), np.bool_)
    for place, parties in enumerate(asked):
        wanted[place, list(parties)] = True
    states = (snapshot.stances[spells.row] != UNSTATED).any(axis=1)
    return spells.where(states & wanted[spells.first >> DAY_BITS, snapshot.table.party[spells.row]])


def _rooms_on(
    snapshot: Snapshot, days: Numbers, spells: _Spells, issues: Numbers
) -> tuple[ByteColumn, NDArray[np.bool_]]:
    """Return the room on each day, and whether two or more hold a position."""
    options = snapshot.stances.shape[1]
    if not options or not len(days):
        return np.zeros(len(days), np.int8), np.zeros(len(days), np.bool_)
    option_count = snapshot.option_count[issues]
    rooms, is_known = [], []
    for start, counts in _counts(snapshot, days, spells):
        own = option_count[days[start : start + counts.shape[2]] >> DAY_BITS]
        worst = np.where(np.arange(options)[:, None] < own, _lowest_held(counts), np.int8(_NO_OPTION))
        rooms.append(worst.max(axis=0))
        is_known.append(counts[0].sum(axis=0) >= 2)
    return np.concatenate(rooms), np.concatenate(is_known)


def _lowest_held(counts: IntColumn) -> ByteColumn:
    """Return the lowest stance that anybody holds, shape (options, days); the highest where nobody does."""
    worst = np.full(counts.shape[::2], int(max(Stance)), np.int8)
    for stance in range(_STANCES - 2, -1, -1):
        worst[counts[:, stance] > 0] = stance + _LOWEST
    return worst


def _counts(snapshot: Snapshot, days: Numbers, spells: _Spells) -> Iterator[tuple[int, IntColumn]]:
    """Yield how many hold which stance toward which option, shape (options, stances, days), part by part.

    With each part comes the place of its first day.
    """
    options = snapshot.stances.shape[1]
    at, entry, weight = _entries(snapshot, days, spells)
    step = max(1, _AT_ONCE // (options * _STANCES))
    before = np.zeros((options, _STANCES, 1), np.int32)
    for start in range(0, len(days), step):
        length = min(step, len(days) - start)
        own = (at >= start) & (at < start + length)
        place = entry[:, own] * length + (at[own] - start)
        weights = np.broadcast_to(weight[own], place.shape)
        change = np.bincount(place.ravel(), weights.ravel(), options * _STANCES * length)
        counts = change.reshape(options, _STANCES, length).cumsum(axis=2, dtype=np.int32) + before
        before = counts[:, :, -1:]
        yield start, counts


def _entries(snapshot: Snapshot, days: Numbers, spells: _Spells) -> tuple[Numbers, Numbers, Numbers]:
    """Return what begins and ends: on which day (place), which stance to each option, how it counts.

    What never ends is over before the first day of the next issue.
    """
    stances = snapshot.stances[spells.row].T
    counted = np.where(stances == UNSTATED, np.int8(PRESUMED_WORST), stances)
    entry = np.arange(len(stances))[:, None] * _STANCES + (counted.astype(np.int64) - _LOWEST)
    at = np.searchsorted(days, np.concatenate((spells.first, spells.last)))
    weight = np.concatenate((spells.sign, -spells.sign))
    return at, np.concatenate((entry, entry), axis=1), weight


def _steps(days: Numbers, rooms: ByteColumn, is_known: NDArray[np.bool_], issues: int) -> Iterator[RoomSteps]:
    """Yield the days of each issue on which the room is another than before, with the room."""
    value = np.where(is_known, rooms, np.int8(UNSTATED))
    starts = np.searchsorted(days, np.arange(issues + 1) << DAY_BITS)
    is_step = np.ones(len(days), np.bool_)
    is_step[1:] = value[1:] != value[:-1]
    first = starts[:-1][starts[:-1] < starts[1:]]
    is_step[first] = value[first] != UNSTATED
    for start, stop in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        own = np.flatnonzero(is_step[start:stop]) + start
        ordinals, found = (days[own] & NO_DAY).tolist(), value[own].tolist()
        yield (
            [date.fromordinal(day) for day in ordinals],
            [None if room == UNSTATED else room for room in found],
        )
