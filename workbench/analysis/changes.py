"""Changes: how what a party wants differs between two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.analysis.standing import Standing
from workbench.columns import HANDLINGS, NONE, TRACKS, UNSTATED
from workbench.domain.saying import marked
from workbench.domain.vocabulary import PRESUMED_WORST, Basis, Stance, Track
from workbench.snapshot import Snapshot

_DEMANDS = int(Stance.DEMANDS)


class ChangeKind(StrEnum):
    """What became of a position."""

    NEW = marked("ChangeKind", "new")
    WITHDRAWN = marked("ChangeKind", "withdrawn")
    SOFTENED = marked("ChangeKind", "softened")
    HARDENED = marked("ChangeKind", "hardened")
    SHIFTED = marked("ChangeKind", "shifted")
    REWORDED = marked("ChangeKind", "reworded")
    DISCLOSED = marked("ChangeKind", "disclosed")
    UNCHANGED = marked("ChangeKind", "unchanged")
    NEWLY_ASSESSED = marked("ChangeKind", "newly assessed")
    NO_LONGER_ASSESSED = marked("ChangeKind", "no longer assessed")


@dataclass(frozen=True, slots=True)
class PositionChange:
    """How one position differs from another of the same party on the same issue.

    `rose`, `fell` and `no_longer_stated` hold numbers of options within the issue. An option that
    was unstated before counts as presumed opposed.
    """

    kind: ChangeKind
    before: int
    after: int
    rose: tuple[int, ...] = ()
    fell: tuple[int, ...] = ()
    no_longer_stated: tuple[int, ...] = ()


def change_between(snapshot: Snapshot, before: int, after: int) -> PositionChange | None:
    """Return how the position `after` (row) differs from `before`; none where neither stands."""
    if before == NONE and after == NONE:
        return None
    if before == NONE:
        return PositionChange(ChangeKind.NEW, before, after)
    if after == NONE:
        return PositionChange(ChangeKind.WITHDRAWN, before, after)
    # As plain numbers: for the few options of an issue NumPy takes ten times as long, and every cell asks.
    stances = list(zip(snapshot.stances[before].tolist(), snapshot.stances[after].tolist(), strict=True))
    moved = [
        0 if now == UNSTATED else now - (PRESUMED_WORST if was == UNSTATED else was) for was, now in stances
    ]
    rose = tuple(option for option, step in enumerate(moved) if step > 0)
    fell = tuple(option for option, step in enumerate(moved) if step < 0)
    gone = tuple(option for option, (was, now) in enumerate(stances) if was != UNSTATED == now)
    # An option unstated now decides nothing, even where it was demanded.
    same_demands = all(now == UNSTATED or (was == _DEMANDS) == (now == _DEMANDS) for was, now in stances)
    kind = _kind(snapshot, before, after, same_demands, (bool(rose), bool(fell)))
    return PositionChange(kind, before, after, rose, fell, gone)


def change_in_cell(then: Standing, now: Standing, party: int, issue: int) -> PositionChange | None:
    """Return how what stands in a cell differs between two days, on the basis of both.

    On the assessed basis, where the track that stands differs between the days, the kind is newly
    assessed or no longer assessed. None where nothing stands on either day.
    """
    before, after = int(then.rows[party, issue]), int(now.rows[party, issue])
    change = change_between(now.snapshot, before, after)
    if change is None or NONE in (before, after) or now.basis is Basis.DECLARED:
        return change
    was_assessed = bool(then.assessed[party, issue] != NONE)
    is_assessed = bool(now.assessed[party, issue] != NONE)
    if was_assessed == is_assessed:
        return change
    kind = ChangeKind.NEWLY_ASSESSED if is_assessed else ChangeKind.NO_LONGER_ASSESSED
    return PositionChange(kind, before, after, change.rose, change.fell, change.no_longer_stated)


@dataclass(frozen=True, slots=True)
class CellChange:
    """What became of the position of one party on one issue (numbers), on one track."""

    party: int
    issue: int
    track: Track
    change: PositionChange


def changes_between(
    then: Standing, now: Standing, parties: Sequence[int] = (), issues: Sequence[int] = ()
) -> list[CellChange]:
    """Return what is no longer as it was, by party and issue, on the basis of both days.

    Where a party is newly or no longer assessed, the declared track's own change follows as an
    entry of its own. What is unchanged is left out.

    Parameters
    ----------
    then, now : Standing
        The earlier and the later day, of the same snapshot and basis.
    parties, issues : sequence of int
        Numbers; none given means all.
    """
    wanted_parties, wanted_issues = set(parties), set(issues)
    return [
        found
        for party, issue in np.argwhere(then.rows != now.rows).tolist()
        if (not wanted_parties or party in wanted_parties) and (not wanted_issues or issue in wanted_issues)
        for found in _changes_in(then, now, party, issue)
    ]


def _changes_in(then: Standing, now: Standing, party: int, issue: int) -> Iterator[CellChange]:
    change = change_in_cell(then, now, party, issue)
    if change is None or change.kind is ChangeKind.UNCHANGED:
        return
    row = change.before if change.after == NONE else change.after
    yield CellChange(party, issue, TRACKS[now.snapshot.table.track[row]], change)
    if change.kind in (ChangeKind.NEWLY_ASSESSED, ChangeKind.NO_LONGER_ASSESSED):
        rows = int(then.declared[party, issue]), int(now.declared[party, issue])
        beside = change_between(now.snapshot, *rows)
        if beside is not None and beside.kind is not ChangeKind.UNCHANGED:
            yield CellChange(party, issue, Track.DECLARED, beside)


def _kind(
    snapshot: Snapshot, before: int, after: int, same_demands: bool, moved: tuple[bool, bool]
) -> ChangeKind:
    rose, fell = moved
    if not same_demands or (rose and fell):
        return ChangeKind.SHIFTED
    if rose or fell:
        return ChangeKind.SOFTENED if rose else ChangeKind.HARDENED
    table = snapshot.table
    if table.statement[before] != table.statement[after]:
        return ChangeKind.REWORDED
    widths = [HANDLINGS[table.handling[row]].narrowness for row in (before, after)]
    return ChangeKind.DISCLOSED if widths[1] < widths[0] else ChangeKind.UNCHANGED
