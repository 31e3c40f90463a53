"""Commands that answer from a snapshot: standing, room, questions, distance, changes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from ui.commandline.answer import Answer, Data, figure, level_in_words, plain, sentence, table
from ui.commandline.reading import basis_of, day_of_option, issue_numbers, party_numbers, snapshot_of
from workbench.analysis.explain import explain_room
from workbench.analysis.room import RoomCell, rooms
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import CONFIDENCES, NONE, TRACKS, UNSTATED
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance
from workbench.ports import CaseStore
from workbench.readmodels.explanations import Explanation, room_in_words
from workbench.snapshot import Snapshot


def standing_for(store: CaseStore, arguments: Namespace) -> Standing:
    """Return what stands on the day asked about, for the audience and basis asked for."""
    day = day_of_option("--on", arguments.on)
    return standing_on(snapshot_of(store, arguments), day, basis_of(arguments))


def question_of_day(standing: Standing) -> dict[str, object]:
    """Return the part of an answer that repeats what was asked."""
    return {
        "on": standing.day.isoformat(),
        "basis": standing.basis.value,
        "audience": str(standing.snapshot.audience),
    }


def selected(snapshot: Snapshot, arguments: Namespace) -> tuple[Sequence[int], Sequence[int]]:
    """Return the numbers of the parties and issues asked about, all where none is named."""
    parties = party_numbers(snapshot, arguments.party)
    issues = issue_numbers(snapshot, arguments.issue)
    return parties or range(len(snapshot.parties)), issues or range(len(snapshot.issues))


def heading(standing: Standing, what: str) -> str:
    """Return the line over a table."""
    return (
        f"{what} on {standing.day.isoformat()}, {standing.basis.value}, read as {standing.snapshot.audience}"
    )


def run_standing(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``standing``."""
    standing = standing_for(store, arguments)
    parties, issues = selected(standing.snapshot, arguments)
    cells = [(party, issue) for party in parties for issue in issues if standing.rows[party, issue] != NONE]
    data = {**question_of_day(standing), "positions": [_position(standing, *cell) for cell in cells]}
    columns = ("party", "issue", "track", "since", "#salience", "confidence", "review", "stances")
    return Answer(
        data,
        table(heading(standing, "Positions"), columns, (_position_line(standing, *cell) for cell in cells)),
    )


def stances_by_option(snapshot: Snapshot, row: int) -> dict[str, Stance]:
    """Return the stated stances of a position (row), by option code in the order of the case."""
    options = snapshot.issue_options(int(snapshot.table.issue[row]))
    values = snapshot.stances[row, : len(options)].tolist()
    return {
        option.code: Stance(value) for option, value in zip(options, values, strict=True) if value != UNSTATED
    }


def _position(standing: Standing, party: int, issue: int) -> Data:
    snapshot = standing.snapshot
    held = snapshot.table
    row = int(standing.rows[party, issue])
    confidence = int(held.confidence[row])
    return {
        "ref": held.ref[row],
        "party": snapshot.parties[party].code,
        "issue": snapshot.issues[issue].code,
        "track": TRACKS[held.track[row]].value,
        "from": held.dates[held.since[row]].text,
        "stances": {code: own.word for code, own in stances_by_option(snapshot, row).items()},
        "salience": plain(float(held.salience[row])),
        "confidence": None if confidence == NONE else CONFIDENCES[confidence].value,
        "review": bool(standing.review[party, issue]),
    }


def _position_line(standing: Standing, party: int, issue: int) -> tuple[str, ...]:
    snapshot = standing.snapshot
    held = snapshot.table
    row = int(standing.rows[party, issue])
    kind = snapshot.issues[issue].kind
    stances = stances_by_option(snapshot, row)
    words = [
        f"{stance.reading(kind)} {', '.join(code for code, own in stances.items() if own is stance)}"
        for stance in Stance
        if stance in stances.values()
    ]
    confidence = int(held.confidence[row])
    since = held.dates[held.since[row]]
    return (
        snapshot.parties[party].code,
        snapshot.issues[issue].code,
        TRACKS[held.track[row]].value,
        f"{since.text} at the latest" if since.is_at_the_latest else since.text,
        figure(float(held.salience[row])),
        "–" if confidence == NONE else CONFIDENCES[confidence].value,
        "to review" if standing.review[party, issue] else "",
        "; ".join(words) or "states no stance",
    )


def run_room(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``room``."""
    standing = standing_for(store, arguments)
    parties, issues = selected(standing.snapshot, arguments)
    cells = list(rooms(standing, parties, issues, pairs=arguments.pairs))
    data = {**question_of_day(standing), "cells": [_cell(standing.snapshot, cell) for cell in cells]}
    if arguments.why:
        return explained(data, (_why(standing, cell) for cell in cells))
    columns = ("issue", "holders", "level", "open", "at", "silent", "judgement")
    lines = (_cell_line(standing.snapshot, cell) for cell in cells)
    return Answer(data, table(heading(standing, "Room"), columns, lines))


def _why(standing: Standing, cell: RoomCell) -> Explanation:
    return room_in_words(standing, explain_room(standing, cell.issue, cell.parties))


def explained(data: Data, explanations: Iterable[Explanation]) -> Answer:
    """Return an answer that says for each of its figures why it is what it is."""
    why = [list(own.lines) for own in explanations]
    return sentence({**data, "why": why}, *(line for lines in why for line in (*lines, "")))


def party_codes(snapshot: Snapshot, numbers: Sequence[int]) -> list[str]:
    """Return the codes of parties."""
    return [snapshot.parties[number].code for number in numbers]


def option_codes(snapshot: Snapshot, issue: int, numbers: Sequence[int]) -> list[str]:
    """Return the codes of options, given by their numbers within the issue."""
    options = snapshot.issue_options(issue)
    return [options[number].code for number in numbers]


def _cell(snapshot: Snapshot, cell: RoomCell) -> Data:
    return {
        "issue": snapshot.issues[cell.issue].code,
        "parties": party_codes(snapshot, cell.parties),
        "silent": party_codes(snapshot, cell.silent),
        "room": cell.room,
        "level": cell.level.value,
        "possible": cell.possible,
        "at": option_codes(snapshot, cell.issue, cell.at),
        "open": cell.is_open,
        "judgement": None if cell.judgement is None else _judgement(cell.judgement),
    }


def _judgement(judgement: Judgement) -> Data:
    return {
        "code": judgement.code,
        "level": judgement.level.value,
        "from": judgement.since.text if judgement.since else None,
        "author": judgement.author or None,
        "reason": judgement.reason or None,
    }


def _cell_line(snapshot: Snapshot, cell: RoomCell) -> tuple[str, ...]:
    possible = f"possible {level_in_words(Level.of(cell.possible))}" if cell.is_open else ""
    judged = cell.judgement
    return (
        snapshot.issues[cell.issue].code,
        " ".join(party_codes(snapshot, cell.holders)) or "–",
        level_in_words(cell.level),
        possible,
        " ".join(option_codes(snapshot, cell.issue, cell.at)),
        " ".join(party_codes(snapshot, cell.silent)),
        f"{level_in_words(judged.level)}: {judged.reason}".rstrip(": ") if judged else "",
    )
