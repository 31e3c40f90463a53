"""Builds the cells of the Positions lens from what stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from workbench.analysis.changes import ChangeKind, change_in_cell
from workbench.analysis.room import RoomCell
from workbench.analysis.standing import Standing
from workbench.columns import AGENDAS, CONFIDENCES, NONE, PRESSURES, TRACKS, UNSTATED
from workbench.domain.leads import LEADS
from workbench.domain.level import Level
from workbench.domain.saying import marked, said, translate
from workbench.domain.source import Source
from workbench.domain.vocabulary import Agenda, Confidence, Stance, TimePressure, Track
from workbench.readmodels.cells_judged import judged_remarks
from workbench.readmodels.matrix_types import Movement, PositionCell, RoomSummary
from workbench.readmodels.room_words import meeting_words
from workbench.readmodels.wording import clauses, full, listing, no_stance, since_in_words, stance_clauses
from workbench.snapshot import Snapshot

_SINCE = {
    Track.DECLARED: marked("Cell", "Declared, since {date}"),
    Track.ASSESSED: marked("Cell", "Assessed, since {date}"),
}
_CONFIDENCE = {
    Confidence.HIGH: marked("Cell", "high confidence"),
    Confidence.MODERATE: marked("Cell", "moderate confidence"),
    Confidence.LOW: marked("Cell", "low confidence"),
}


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
    for lead in LEADS:
        chosen = [label for label, own in zip(labels, segments, strict=True) if own is lead.stance]
        if chosen:
            return lead.words(is_negotiable=negotiable), clauses(chosen)
    return "", translate("Cell", "resists every option named") if segments else no_stance()


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
        return PositionCell(*codes, movement=movement, words=partial(_empty_sentence, snapshot, party, issue))
    table = snapshot.table
    segments = segments_of(snapshot, row, issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", no_stance())
    agenda = None if table.agenda[row] == NONE else AGENDAS[table.agenda[row]]
    pressure = None if table.time_pressure[row] == NONE else PRESSURES[table.time_pressure[row]]
    judged = judged_remarks(snapshot, now.day, party, issue)
    return PositionCell(
        *codes,
        ref=table.ref[row],
        lead=lead,
        text=text,
        segments=segments,
        track=TRACKS[table.track[row]],
        movement=movement,
        review=bool(now.review[party, issue]),
        judged=bool(judged),
        agenda=None if agenda is Agenda.ON_AGENDA else agenda,
        pressure=None if pressure is TimePressure.NEUTRAL else pressure,
        since=since_in_words(table.dates[table.since[row]]),
        # Without the day: cells are kept longer than what stands on it.
        words=partial(_sentence, snapshot, row, judged),
    )


def _movement(then: Standing | None, now: Standing, party: int, issue: int) -> Movement | None:
    if then is None or _is_same(then, now, party, issue):
        return None
    change = change_in_cell(then, now, party, issue)
    if change is None or change.kind is ChangeKind.UNCHANGED:
        return None
    return Movement(change.kind.value)


def _is_same(then: Standing, now: Standing, party: int, issue: int) -> bool:
    """Tell whether the very same position stands on both days, on the same track."""
    if then.rows[party, issue] != now.rows[party, issue]:
        return False
    return bool((then.assessed[party, issue] == NONE) == (now.assessed[party, issue] == NONE))


def _empty_sentence(snapshot: Snapshot, party: int, issue: int, cell: PositionCell) -> str:
    if cell.movement is Movement.WITHDRAWN:
        text = translate(
            "Cell", "{party_on_issue}: no position known, withdrawn since the day compared with."
        )
    else:
        text = translate("Cell", "{party_on_issue}: no position known.")
    return text.format(party_on_issue=party_on_issue(snapshot, party, issue))


def _sentence(snapshot: Snapshot, row: int, judged: tuple[str, ...], cell: PositionCell) -> str:
    """Return the whole cell as one sentence: party, stance, level of confidence, date, sources."""
    party, issue = int(snapshot.table.party[row]), int(snapshot.table.issue[row])
    own = snapshot.issues[issue]
    labels = [option.label for option in snapshot.issue_options(issue)]
    stances = stance_clauses(cell.segments, labels, own.kind) if cell.segments else [no_stance()]
    facts = [since_on_track(cell), *_remarks(snapshot, cell, row), *judged]
    return translate("Cell", "{party_on_issue}: {stances}. {facts}. {sources}.").format(
        party_on_issue=party_on_issue(snapshot, party, issue),
        stances=clauses(stances),
        facts=clauses(facts),
        sources=source_names(snapshot, row),
    )


def party_on_issue(snapshot: Snapshot, party: int, issue: int) -> str:
    """Return who is spoken of on what (numbers): *Baku on Status of Karabakh*."""
    return translate("Cell", "{party} on {issue}").format(
        party=snapshot.parties[party].label, issue=snapshot.issues[issue].title
    )


def since_on_track(cell: PositionCell) -> str:
    """Return on which track a position stands since when; empty where it has no track."""
    return translate("Cell", _SINCE[cell.track]).format(date=cell.since) if cell.track else ""


def confidence_words(confidence: Confidence) -> str:
    """Return how sure the team is: *high confidence*."""
    return translate("Cell", _CONFIDENCE[confidence])


def agenda_words(agenda: Agenda) -> str:
    """Return how a party treats an issue on the agenda: *agenda: denied*."""
    return translate("Cell", "agenda: {how}").format(how=said(agenda))


def source_names(snapshot: Snapshot, row: int) -> str:
    """Return on what a position rests, at the permitted attribution."""
    names = [
        printed_name(snapshot.source(reference.code)) for reference in snapshot.table.sources.get(row, ())
    ]
    if snapshot.source_not_shown[row]:
        names.append(translate("Cell", "a source not shown"))
    if not names:
        return translate("Cell", "No source given")
    if len(names) == 1:
        return translate("Cell", "Source: {names}").format(names=names[0])
    return translate("Cell", "Sources: {names}").format(names=listing(names))


def printed_name(source: Source) -> str:
    """Return how a source may be named: its attribution, or its kind where none may be printed."""
    return source.attribution or translate("Cell", "{kind}, not named").format(kind=said(source.kind))


def _remarks(snapshot: Snapshot, cell: PositionCell, row: int) -> list[str]:
    confidence = snapshot.table.confidence[row]
    remarks = [] if confidence == NONE else [confidence_words(CONFIDENCES[confidence])]
    if cell.movement:
        moved = translate("Cell", "{movement} since the day compared with")
        remarks.append(moved.format(movement=said(cell.movement)))
    if cell.review:
        remarks.append(translate("Cell", "to review: the declared position is newer"))
    if cell.agenda:
        remarks.append(agenda_words(cell.agenda))
    if cell.pressure is TimePressure.URGENT:
        remarks.append(translate("Cell", "time presses"))
    elif cell.pressure:
        remarks.append(translate("Cell", "waiting helps"))
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
    holders = len(cell.parties) - len(cell.silent)
    asked = frozenset(cell.parties)
    others = [number for number in in_view if number not in asked]
    states = standing.states(cell.issue).tolist() if others else []
    beside = tuple(snapshot.parties[number].label for number in others if states[number])
    is_counted = bool(snapshot.issues[cell.issue].needed) and holders < needed
    count = translate("Room", "{0} of {1}").format(holders, needed) if is_counted else ""
    possible = Level.of(cell.possible)
    judgement = cell.judgement.level if cell.judgement else None
    return RoomSummary(
        cell.level, meeting, cell.is_open, possible, count, beside, judgement,
        sentence=_room_sentence(snapshot.issues[cell.issue].title, cell, meeting, count, beside),
    )  # fmt: skip


def _room_sentence(
    title: str, cell: RoomCell, meeting: tuple[str, ...], count: str, beside: tuple[str, ...]
) -> str:
    level = translate("Room", "{issue}: {level}, {in_words}.")
    parts = [level.format(issue=title, level=said(cell.level), in_words=cell.level.sentence)]
    if meeting and cell.room is not None:
        parts.append(full(meeting_words(cell.room, meeting)))
    if cell.is_open:
        best = translate("Room", "Open question: the best answers would make it {level}.")
        parts.append(best.format(level=said(Level.of(cell.possible))))
    if count:
        parts.append(translate("Room", "{count} of those needed hold a position.").format(count=count))
    if beside:
        also = translate("Room", "Also holding a position: {parties}.")
        parts.append(also.format(parties=listing(beside)))
    if cell.judgement:
        judged = translate("Room", "Judged {level}: {reason}")
        parts.append(judged.format(level=said(cell.judgement.level), reason=cell.judgement.reason))
    return " ".join(parts)
