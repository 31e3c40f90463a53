"""Issue by issue: the same questions answered for every party, in the order of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.judgements import standing_judgements
from workbench.analysis.room import needed_parties
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
    Run,
    RunStyle,
    Table,
    cell,
    header_row,
    paragraph,
    quote,
    run,
    shares,
    strong,
)
from workbench.briefs.material import Material, muted, small, stance_lines, standing_words
from workbench.briefs.sections.state_of_play import level_words
from workbench.domain.position import Position
from workbench.readmodels.matrix_types import RoomSummary
from workbench.readmodels.wording import listing, since_in_words


def issue_by_issue(material: Material) -> list[Block]:
    """Return every issue with what each party wants, says and why, since when and how we know it."""
    blocks: list[Block] = [Heading("Issue by issue")]
    for issue in range(len(material.snapshot.issues)):
        blocks.extend(_issue(material, issue))
    return blocks


def _issue(material: Material, issue: int) -> Iterator[Block]:
    own = material.snapshot.issues[issue]
    held = [(party, material.position(party, issue)) for party in material.parties]
    rows = tuple(_row(material, party, position) for party, position in held if position)
    yield Heading(own.title, 2)
    if own.question:
        yield paragraph(run(own.question, RunStyle.EMPHASIS), keep_with_next=True)
    yield from _room_lines(material, issue)
    silent = [material.label(party) for party, position in held if position is None]
    if silent:
        yield paragraph(
            strong("No position known: "), f"{listing(silent)}.", role=Role.SMALL, keep_with_next=bool(rows)
        )
    if rows:
        yield Table(
            shares(21, 58, 55, 46),
            header_row("Party", "Position", "What they say, and why", "Since when, and how we know"),
            rows,
            caption=f"Positions on: {own.title}",
        )


def _room_lines(material: Material, issue: int) -> Iterator[Paragraph]:
    room = material.model.room(issue)
    if room is not None:
        yield paragraph(*_room_runs(material, issue, room), keep_with_next=True)
    for judgement in standing_judgements(material.snapshot, material.day, issue):
        labels = listing(material.label_of(code) for code in judgement.parties)
        since = f", since {since_in_words(judgement.since)}" if judgement.since else ""
        lead = strong(f"A person’s judgement for {labels}: {level_words(judgement.level)}{since}. ")
        yield paragraph(lead, judgement.reason, keep_with_next=True)


def _room_runs(material: Material, issue: int, room: RoomSummary) -> list[str | Run]:
    runs: list[str | Run] = [strong(f"{level_words(room.level)}: "), f"{room.level.sentence}."]
    if room.meeting:
        lead = "They meet at" if (room.level.room or 0) >= 0 else "Least resisted"
        runs.append(f" {lead}: {listing(f'“{label}”' for label in room.meeting)}.")
    if room.is_open:
        runs.append(f" Open question: the best answers would make it {level_words(room.possible)}.")
    needed = [material.label(party) for party in needed_parties(material.snapshot, issue)]
    count = f" ({room.count} hold a position)" if room.count else ""
    runs.append(f" Taken over the parties needed: {listing(needed)}{count}.")
    return runs


def _row(material: Material, party: int, position: Position) -> tuple[Cell, ...]:
    return (
        cell(small(strong(material.label(party)))),
        cell(*stance_lines(material, position)),
        cell(*_said_and_why(position)),
        cell(muted(standing_words(position)), *_sources(material.position_sources(position))),
    )


def _said_and_why(position: Position) -> Iterator[Paragraph]:
    if position.statement:
        yield small(position.statement)
    if position.interest:
        yield small(run("Why: ", RunStyle.MUTED), position.interest)
    if position.limit_owner:
        yield small(run("Who can move the limit: ", RunStyle.MUTED), position.limit_owner)
    if position.competing_readings:
        yield small(run("Read as: ", RunStyle.MUTED), *_readings(position.competing_readings))


def _readings(readings: Sequence[str]) -> Iterator[str | Run]:
    for number, reading in enumerate(readings):
        if number:
            yield " or "
        yield quote(reading)


def _sources(sources: Sequence[str]) -> Iterator[Paragraph]:
    return (muted(source) for source in sources)
