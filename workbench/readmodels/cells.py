"""Builds the cells of the Positions lens from what stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from workbench.analysis.changes import ChangeKind, change_in_cell
from workbench.analysis.room import RoomCell
from workbench.analysis.standing import Standing
from workbench.columns import AGENDAS, CONFIDENCES, NONE, PRESSURES, TRACKS, UNSTATED
from workbench.domain.level import Level
from workbench.domain.vocabulary import Agenda, Stance, TimePressure
from workbench.readmodels.cells_judged import judged_remarks
from workbench.readmodels.matrix_types import Movement, PositionCell, RoomSummary
from workbench.readmodels.wording import NO_POSITION, listing, since_in_words, stance_clauses
from workbench.snapshot import Snapshot

_LEADS = (
    (Stance.DEMANDS, "", ""),
    (Stance.ACCEPTS, "accepts", "agrees"),
    (Stance.TOLERATES, "tolerates", "leaves open"),
)
_LEVEL_LEADS = {True: "They meet at", False: "Least resisted"}


def segments_of(snapshot: Snapshot, row: int, issue: int) -> tuple[Stance | None, ...]:
    """Return the stances of a position toward the options in reach; empty where it states none."""
    own = snapshot.stances[row, : int(snapshot.option_count[issue])].tolist()
    if all(value == UNSTATED for value in own):
        return ()
    return tuple(None if value == UNSTATED else Stance(value) for value in own)


def headline(snapshot: Snapshot, issue: int, segments: tuple[Stance | None, ...]) -> tuple[str, str]:
    """Return the lead and the labels of what a party wants most."""
    labels = [option.label for option in snapshot.issue_options(issue)]
    negotiable = snapshot.issues[issue].kind.is_negotiable
    for stance, lead, held_lead in _LEADS:
        chosen = [label for label, own in zip(labels, segments, strict=True) if own is stance]
        if chosen:
            return (lead if negotiable else held_lead), "; ".join(chosen)
    return ("", "resists every option named") if segments else ("", "states no stance")


Seen: TypeAlias = tuple[int, int | None, bool, bool, bool, tuple[str, ...]]
"""All on which a cell rests besides party and issue."""


def seen_in(now: Standing, then: Standing | None, party: int, issue: int) -> Seen:
    """Return on what a cell rests: cells that rest on the same are the same."""
    was = None if then is None else int(then.rows[party, issue])
    was_assessed = then is not None and bool(then.assessed[party, issue] != NONE)
    is_assessed = bool(now.assessed[party, issue] != NONE)
    judged = tuple(judged_remarks(now.snapshot, now.day, party, issue))
    return int(now.rows[party, issue]), was, was_assessed, is_assessed, bool(now.review[party, issue]), judged


def position_cell(now: Standing, then: Standing | None, party: int, issue: int) -> PositionCell:
    """Return the cell of a party (number) on an issue (number)."""
    snapshot = now.snapshot
    codes = snapshot.parties[party].code, snapshot.issues[issue].code
    movement = _movement(then, now, party, issue)
    row = int(now.rows[party, issue])
    if row == NONE:
        subject = f"{snapshot.parties[party].label} on {snapshot.issues[issue].title}"
        gone = ", withdrawn since the day compared with" if movement is Movement.WITHDRAWN else ""
        return PositionCell(*codes, movement=movement, sentence=f"{subject}: {NO_POSITION}{gone}.")
    table = snapshot.table
    segments = segments_of(snapshot, row, issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", "states no stance")
    agenda = None if table.agenda[row] == NONE else AGENDAS[table.agenda[row]]
    pressure = None if table.time_pressure[row] == NONE else PRESSURES[table.time_pressure[row]]
    cell = PositionCell(
        *codes,
        ref=table.ref[row],
        lead=lead,
        text=text,
        segments=segments,
        track=TRACKS[table.track[row]],
        movement=movement,
        review=bool(now.review[party, issue]),
        judged=bool(judged_remarks(snapshot, now.day, party, issue)),
        agenda=None if agenda is Agenda.ON_AGENDA else agenda,
        pressure=None if pressure is TimePressure.NEUTRAL else pressure,
        since=since_in_words(table.dates[table.since[row]]),
    )
    return replace(cell, sentence=cell_sentence(now, cell, row, party, issue))


def _movement(then: Standing | None, now: Standing, party: int, issue: int) -> Movement | None:
    change = change_in_cell(then, now, party, issue) if then else None
    if change is None or change.kind is ChangeKind.UNCHANGED:
        return None
    return Movement(change.kind.value)


def cell_sentence(now: Standing, cell: PositionCell, row: int, party: int, issue: int) -> str:
    """Return the whole cell as one sentence: party, stance, level of confidence, date, sources."""
    snapshot = now.snapshot
    own = snapshot.issues[issue]
    labels = [option.label for option in snapshot.issue_options(issue)]
    clauses = stance_clauses(cell.segments, labels, own.kind) if cell.segments else ["states no stance"]
    track = cell.track.capitalize() if cell.track else ""
    judged = judged_remarks(snapshot, now.day, party, issue) if cell.judged else ()
    facts = [f"{track}, since {cell.since}", *_remarks(snapshot, cell, row), *judged]
    sources = source_names(snapshot, row)
    subject = f"{snapshot.parties[party].label} on {own.title}"
    return f"{subject}: {'; '.join(clauses)}. {'; '.join(facts)}. {sources}."


def source_names(snapshot: Snapshot, row: int) -> str:
    """Return on what a position rests, at the permitted attribution."""
    names = [
        snapshot.source(reference.code).attribution or f"{snapshot.source(reference.code).kind}, not named"
        for reference in snapshot.table.sources.get(row, ())
    ]
    if snapshot.source_not_shown[row]:
        names.append("a source not shown")
    return f"Source: {listing(names)}" if names else "No source given"


def _remarks(snapshot: Snapshot, cell: PositionCell, row: int) -> list[str]:
    confidence = snapshot.table.confidence[row]
    remarks = [] if confidence == NONE else [f"{CONFIDENCES[confidence]} confidence"]
    if cell.movement:
        remarks.append(f"{cell.movement} since the day compared with")
    if cell.review:
        remarks.append("to review: the declared position is newer")
    if cell.agenda:
        remarks.append(f"agenda: {cell.agenda}")
    if cell.pressure:
        remarks.append("time presses" if cell.pressure is TimePressure.URGENT else "waiting helps")
    return remarks


def room_summary(standing: Standing, cell: RoomCell, needed: int, in_view: Sequence[int]) -> RoomSummary:
    """Return a room with who stands beside.

    Parameters
    ----------
    standing : Standing
        What stands on the day.
    cell : RoomCell
        The room of the parties needed and in view.
    needed : int
        How many parties the issue needs, in view or not.
    in_view : sequence of int
        Numbers of the parties in view.
    """
    snapshot = standing.snapshot
    options = snapshot.issue_options(cell.issue)
    meeting = tuple(options[option].label for option in cell.at)
    holders = len(cell.holders)
    states = standing.states(cell.issue)
    beside = tuple(
        snapshot.parties[number].label for number in in_view if states[number] and number not in cell.parties
    )
    count = f"{holders} of {needed}" if snapshot.issues[cell.issue].needed and holders < needed else ""
    possible = Level.of(cell.possible)
    judgement = cell.judgement.level if cell.judgement else None
    return RoomSummary(
        cell.level, meeting, cell.is_open, possible, count, beside, judgement,
        sentence=_room_sentence(snapshot.issues[cell.issue].title, cell, meeting, count, beside),
    )  # fmt: skip


def _room_sentence(
    title: str, cell: RoomCell, meeting: tuple[str, ...], count: str, beside: tuple[str, ...]
) -> str:
    parts = [f"{title}: {cell.level}, {cell.level.sentence}."]
    if meeting and cell.room is not None:
        parts.append(f"{_LEVEL_LEADS[cell.room >= 0]}: {listing(meeting)}.")
    if cell.is_open:
        parts.append(f"Open question: the best answers would make it {Level.of(cell.possible)}.")
    if count:
        parts.append(f"{count} of those needed hold a position.")
    if beside:
        parts.append(f"Also holding a position: {listing(beside)}.")
    if cell.judgement:
        parts.append(f"Judged {cell.judgement.level}: {cell.judgement.reason}")
    return " ".join(parts)
