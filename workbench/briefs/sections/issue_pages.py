"""Issue by issue: the same questions answered for every party, in the order of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.judgements import standing_judgements
from workbench.analysis.room import needed_parties, room_of
from workbench.briefs.citing import position_sources
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
    run,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import aside, muted, quoted, small, stance_lines, standing_words, worded
from workbench.briefs.sections.by_option import stance_by_stance
from workbench.briefs.sections.state_of_play import counted
from workbench.domain.position import Position
from workbench.readmodels.matrix_types import RoomSummary
from workbench.readmodels.room_words import room_sentences


def issue_by_issue(material: Material) -> list[Block]:
    """Return every issue with what each party wants, says and why, since when and how we know it."""
    blocks: list[Block] = [Heading(material.words.say("issues.heading"))]
    for issue in range(len(material.snapshot.issues)):
        blocks.extend(_issue(material, issue))
    return blocks


def _issue(material: Material, issue: int) -> Iterator[Block]:
    own = material.snapshot.issues[issue]
    yield Heading(own.title, 2)
    if own.question:
        yield paragraph(run(own.question, RunStyle.EMPHASIS), keep_with_next=True)
    yield from _room_lines(material, issue)
    holders = material.holders(issue)
    silent = [party for party in material.parties if party not in set(holders)]
    if silent:
        lead = strong(material.words.say("issues.silent"))
        names = f"{material.names(silent)}."
        yield paragraph(lead, names, role=Role.SMALL, keep_with_next=bool(holders))
    yield from _parties(material, issue, holders)


def _parties(material: Material, issue: int, holders: Sequence[int]) -> Iterator[Block]:
    worded_ones = set(material.worded(issue))
    rows = tuple(_row(material, party, issue) for party in holders if party in worded_ones)
    words, title = material.words, material.snapshot.issues[issue].title
    if rows:
        yield Table(
            shares(21, 58, 55, 46),
            header_row(*(words.say(f"issues.{key}") for key in ("party", "position", "said", "known"))),
            rows,
            caption=words.say("issues.caption", issue=title),
        )
    others = [party for party in holders if party not in worded_ones]
    if others:
        yield paragraph(
            words.say("issues.without_wording", parties=material.names(others)), keep_with_next=True
        )
        yield _answers(material, issue, others)


def _answers(material: Material, issue: int, parties: Sequence[int]) -> Table:
    words, snapshot = material.words, material.snapshot
    rows = []
    for number, option in enumerate(snapshot.issue_options(issue)):
        stances = stance_by_stance(material, issue, number, parties, material.limits.names)
        if stances:
            rows.append((cell(small(strong(option.label))), cell(*stances)))
    caption = words.say("issues.caption_many", issue=snapshot.issues[issue].title)
    header = header_row(words.say("issues.answer"), words.say("issues.who"))
    return Table(shares(50, 130), header, tuple(rows), caption=caption)


def _room_lines(material: Material, issue: int) -> Iterator[Paragraph]:
    room, words = material.model.room(issue), material.words
    if room is not None:
        yield paragraph(*_room_runs(material, issue, room), keep_with_next=True)
        yield from _why(material, issue)
    for judgement in standing_judgements(material.snapshot, material.day, issue):
        labels = words.listing(material.label_of(code) for code in judgement.parties)
        since = words.say("issues.since", date=words.since(judgement.since)) if judgement.since else ""
        level = words.level(judgement.level)
        lead = strong(words.say("issues.judgement", parties=labels, level=level, since=since))
        yield paragraph(lead, judgement.reason, keep_with_next=True)


def _why(material: Material, issue: int) -> Iterator[Paragraph]:
    """Return who decides the room and on what it rests, in the words of the window."""
    snapshot = material.snapshot
    cell_of_needed = room_of(material.standing, issue, needed_parties(snapshot, issue))
    if 2 <= len(cell_of_needed.holders) <= material.limits.names:
        said = " ".join(room_sentences(material.standing, cell_of_needed)[1:])
        yield paragraph(said, role=Role.MUTED, keep_with_next=True)


def _room_runs(material: Material, issue: int, room: RoomSummary) -> list[str | Run]:
    words = material.words
    runs: list[str | Run] = [strong(f"{words.level(room.level)}: "), f"{words.of(room.level.sentence)}."]
    if room.meeting:
        key = "meet" if (room.level.room or 0) >= 0 else "least"
        meeting = words.listing(words.say("shared.quote", text=label) for label in room.meeting)
        runs.append(words.say(f"issues.{key}", options=meeting))
    if room.is_open:
        runs.append(words.say("issues.open", level=words.level(room.possible)))
    count = words.say("issues.count", **counted(room)) if room.count else ""
    needed = material.names(needed_parties(material.snapshot, issue))
    runs.append(words.say("issues.needed", parties=needed, count=count))
    return runs


def _row(material: Material, party: int, issue: int) -> tuple[Cell, ...]:
    position = material.position_in(int(material.standing.rows[party, issue]))
    sources = (muted(source) for source in position_sources(material, position))
    return (
        cell(small(strong(material.label(party)))),
        cell(*stance_lines(material, position)),
        cell(*_said_and_why(material, party, position)),
        cell(muted(standing_words(material, position)), *sources),
    )


def _said_and_why(material: Material, party: int, position: Position) -> Iterator[Paragraph]:
    words = material.words
    if position.statement:
        yield worded(material, party, position.statement)
    if position.interest:
        yield worded(material, party, aside(words.say("issues.why")), position.interest)
    if position.limit_owner:
        yield small(aside(words.say("issues.owner")), position.limit_owner)
    if position.competing_readings:
        yield small(aside(words.say("issues.read_as")), *_readings(material, position.competing_readings))


def _readings(material: Material, readings: Sequence[str]) -> Iterator[str | Run]:
    for number, reading in enumerate(readings):
        if number:
            yield material.words.say("issues.or")
        yield quoted(material, reading)
