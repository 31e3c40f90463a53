"""The cell of a group folded into one column: the lowest stance of its members on each option."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from workbench.analysis.groups import Seat, SeatStances, seat_stances
from workbench.analysis.judgements import standing_judgements
from workbench.analysis.standing import Standing
from workbench.columns import NONE, PRESSURES, TRACKS, UNSTATED
from workbench.domain.level import Level
from workbench.domain.saying import said, translate
from workbench.domain.vocabulary import Stance, TimePressure, Track
from workbench.readmodels.cells import headline
from workbench.readmodels.matrix_types import PositionCell
from workbench.readmodels.wording import clauses, full, listing, no_stance, stance_clauses
from workbench.snapshot import Snapshot


def group_cell(now: Standing, seat: Seat, issue: int) -> PositionCell:
    """Return the cell of a group on an issue (number).

    How it moved since another day is not said: members come and go, and no definition says whose move
    it is. Time pressure and track are shown where all members that hold a position share them.
    """
    snapshot, own = now.snapshot, seat_stances(now, seat, issue)
    rows = _rows(now, seat, issue)
    codes = seat.code, snapshot.issues[issue].code
    if not rows:
        none = translate("Cell", "{party_on_issue}: no position known.")
        return PositionCell(*codes, words=none.format(party_on_issue=_subject(snapshot, own, issue)))
    segments = group_segments(own)
    lead, text = headline(snapshot, issue, segments) if segments else ("", no_stance())
    return PositionCell(
        *codes,
        refs=tuple(snapshot.table.ref[row] for row in rows),
        lead=lead,
        text=text,
        segments=segments,
        track=_track(snapshot, rows),
        review=bool(now.review[list(seat.members), issue].any()),
        judged=_is_judged(now, seat, issue),
        divided=is_divided(own),
        pressure=_pressure(snapshot, rows),
        words=_sentence(snapshot, own, segments, issue),
    )


def group_segments(own: SeatStances) -> tuple[Stance | None, ...]:
    """Return the group's stance toward each option, none where it is presumed; empty where none is stated."""
    if not own.holders:
        return ()
    pairs = zip(own.worst.tolist(), own.presumed.tolist(), strict=True)
    return tuple(None if presumed else Stance(worst) for worst, presumed in pairs)


def is_divided(own: SeatStances) -> bool:
    """Tell whether members that hold a position do not all ask for the same thing."""
    return len(own.holders) > 1 and own.within is not None and own.within.level is not Level.ALIGNED


def from_whom(now: Standing, own: SeatStances, issue: int, option: int) -> tuple[int, ...]:
    """Return the members (numbers) from whom the group's stance toward an option comes."""
    stances = now.stances(issue)[:, option]
    if own.presumed[option]:
        return tuple(party for party in own.holders if stances[party] == UNSTATED)
    return tuple(party for party in own.holders if stances[party] == own.worst[option])


def inner_words(own: SeatStances) -> str:
    """Return the room among the members in words, empty where fewer than two hold a position."""
    if own.within is None or own.within.room is None:
        return ""
    text = translate("GroupCell", "Among its members: {level}, {in_words}")
    return text.format(level=said(own.within.level), in_words=own.within.level.sentence)


def _rows(now: Standing, seat: Seat, issue: int) -> tuple[int, ...]:
    """Return the positions that stand for the members."""
    rows = now.rows[list(seat.members), issue]
    return tuple(np.asarray(rows[rows != NONE]).tolist())


def _subject(snapshot: Snapshot, own: SeatStances, issue: int) -> str:
    return translate("GroupCell", "{group} ({members}) on {issue}").format(
        group=own.seat.label,
        members=listing(labels(snapshot, own.seat.members)),
        issue=snapshot.issues[issue].title,
    )


def labels(snapshot: Snapshot, parties: Iterable[int]) -> list[str]:
    """Return what parties (numbers) are called."""
    return [snapshot.parties[party].label for party in parties]


def _sentence(snapshot: Snapshot, own: SeatStances, segments: tuple[Stance | None, ...], issue: int) -> str:
    options = [option.label for option in snapshot.issue_options(issue)]
    kind = snapshot.issues[issue].kind
    said_of_options = stance_clauses(segments, options, kind) if segments else [no_stance()]
    stances = clauses(said_of_options) or translate("GroupCell", "every stance is presumed")
    lowest = translate("GroupCell", "{group_on_issue}: {stances}. Each is the lowest of its members.")
    parts = [lowest.format(group_on_issue=_subject(snapshot, own, issue), stances=stances)]
    silent = [party for party in own.seat.members if party not in own.holders]
    if silent:
        without = translate("GroupCell", "Without a stated stance: {parties}.")
        parts.append(without.format(parties=listing(labels(snapshot, silent))))
    if inner := inner_words(own):
        parts.append(full(inner))
    return " ".join(parts)


def _track(snapshot: Snapshot, rows: tuple[int, ...]) -> Track | None:
    tracks = {TRACKS[snapshot.table.track[row]] for row in rows}
    return tracks.pop() if len(tracks) == 1 else None


def _pressure(snapshot: Snapshot, rows: tuple[int, ...]) -> TimePressure | None:
    given = {int(snapshot.table.time_pressure[row]) for row in rows}
    if len(given) != 1 or given == {NONE}:
        return None
    pressure = PRESSURES[given.pop()]
    return None if pressure is TimePressure.NEUTRAL else pressure


def _is_judged(now: Standing, seat: Seat, issue: int) -> bool:
    codes = {now.snapshot.parties[party].code for party in seat.members}
    standing = standing_judgements(now.snapshot, now.day, issue)
    return any(set(judgement.parties) == codes for judgement in standing)
