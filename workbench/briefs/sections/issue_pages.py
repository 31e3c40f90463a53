"""Issue by issue: the same questions answered for every party, in the order of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.judgements import standing_judgements
from workbench.analysis.room import RoomCell
from workbench.briefs.citing import position_sources
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
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
from workbench.briefs.phrases import lead_in, muted, small, stance_lines, standing_words, worded
from workbench.briefs.sections.by_option import stance_by_stance
from workbench.briefs.sections.common_ground import ground_words
from workbench.briefs.sections.rooms import room_reasons, room_runs
from workbench.domain.judgement import Judgement
from workbench.domain.position import Position


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
        lead = strong(material.words.label(material.words.say("issues.silent")))
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
    room = material.room(issue)
    if room is None:
        yield paragraph(strong(ground_words(material, issue)), keep_with_next=True)
        return
    yield paragraph(*room_runs(material, room), keep_with_next=True)
    yield from _why(material, room)
    for judgement in standing_judgements(material.snapshot, material.day, issue):
        yield paragraph(strong(_judged(material, judgement)), judgement.reason, keep_with_next=True)


def _why(material: Material, room: RoomCell) -> Iterator[Paragraph]:
    """Yield who decides the room and on what it rests, where that can be told in a line or two."""
    if 2 <= len(room.holders) <= material.limits.names:
        yield paragraph(room_reasons(material, room), role=Role.MUTED, keep_with_next=True)


def _judged(material: Material, judgement: Judgement) -> str:
    words = material.words
    labels = words.listing(material.label_of(code) for code in judgement.parties)
    since = (
        words.say("issues.since", date=words.since(judgement.since, short=True)) if judgement.since else ""
    )
    level = words.level(judgement.level)
    return words.say("issues.judgement", parties=labels, level=level, since=since) + " "


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
        yield worded(material, party, lead_in(material, "issues.why"), position.interest)
    if position.limit_owner:
        yield small(lead_in(material, "issues.owner"), position.limit_owner)
    if position.competing_readings:
        readings = words.alternatives(map(words.quoted, position.competing_readings))
        yield small(lead_in(material, "issues.read_as"), readings)
