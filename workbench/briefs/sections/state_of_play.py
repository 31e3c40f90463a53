"""State of play: what each party wants on each issue and how much room there is, as one table a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from workbench.analysis.room import RoomCell, needed_parties
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, nothing_known, position_lines, small
from workbench.briefs.sections.by_option import option_lines
from workbench.domain.level import Level

MOST_ACROSS = 3
"""Parties that one table holds at a size that can be read; more are spread over several."""
_MOST_ROWS = 20
"""More do not fit on one page, however close they stand."""
_ISSUE_WIDTH, _ROOM_WIDTH, _PARTIES_WIDTH = 55, 34, 184


def state_of_play(material: Material) -> list[Block]:
    """Return the table of positions and room: several tables for more parties, answers for very many."""
    if material.is_crowded:
        return [_table_of_answers(material)]
    blocks: list[Block] = []
    for number, parties in enumerate(_bunches(material.parties)):
        if number:
            labels = material.words.listing(map(material.label, parties))
            continued = material.words.say("state_of_play.continued", parties=labels)
            blocks.append(Heading(continued))
        blocks.extend(_table_and_rest(material, parties, is_first=not number))
    return blocks


def _bunches(parties: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the parties in bunches as even as can be, in order."""
    start = 0
    for tables in range(max(1, ceil(len(parties) / MOST_ACROSS)), 0, -1):
        size = ceil((len(parties) - start) / tables)
        yield parties[start : start + size]
        start += size


def _table_and_rest(material: Material, parties: Sequence[int], *, is_first: bool) -> Iterator[Block]:
    words = material.words
    issues = material.issue_numbers(negotiable=True)
    held = [issue for issue in issues if any(material.position(party, issue) for party in parties)]
    labels = [material.label(party) for party in parties]
    width = _PARTIES_WIDTH / max(1, len(parties))
    yield Table(
        shares(_ISSUE_WIDTH, *[width] * len(parties), _ROOM_WIDTH),
        header_row(words.say("state_of_play.issue"), *labels, words.say("state_of_play.room")),
        tuple(_row(material, issue, parties) for issue in held),
        caption=words.say("state_of_play.caption", parties=words.listing(labels)),
        compact=True,
        one_page=is_first and len(held) <= _MOST_ROWS,
    )
    left = [material.snapshot.issues[issue].title for issue in issues if issue not in held]
    if left:
        named = words.alternatives(labels)
        yield muted(words.say("state_of_play.nothing_known", parties=named, issues=words.join(left)))


def _row(material: Material, issue: int, parties: Sequence[int]) -> tuple[Cell, ...]:
    cells = (party_cell(material, issue, party) for party in parties)
    return (_about(material, issue), *cells, room_cell(material, issue))


def _about(material: Material, issue: int) -> Cell:
    own = material.snapshot.issues[issue]
    return cell(paragraph(own.title, role=Role.HEADLINE), muted(own.question))


def _table_of_answers(material: Material) -> Table:
    words = material.words
    return Table(
        shares(_ISSUE_WIDTH, _PARTIES_WIDTH, _ROOM_WIDTH),
        header_row(*(words.say(f"state_of_play.{key}") for key in ("issue", "options", "room"))),
        tuple(_answers_row(material, issue) for issue in material.issue_numbers(negotiable=True)),
        caption=words.say("state_of_play.caption_many"),
        compact=True,
    )


def _answers_row(material: Material, issue: int) -> tuple[Cell, ...]:
    parties = material.worded(issue) or material.parties
    lines = option_lines(material, issue, parties, material.limits.names_in_short)
    return _about(material, issue), cell(*lines), room_cell(material, issue)


def party_cell(material: Material, issue: int, party: int) -> Cell:
    """Return what a party (number) wants, what it will not have, and since when."""
    position = material.position(party, issue)
    if position is None:
        return cell(nothing_known(material))
    review = bool(material.standing.review[party, issue])
    return cell(*position_lines(material, position, issue, review=review))


def room_cell(material: Material, issue: int) -> Cell:
    """Return the level with its mark, where the parties needed meet, and what is open."""
    room = material.room(issue)
    return cell() if room is None else cell(*_room_lines(material, room), level=room.level)


def _room_lines(material: Material, room: RoomCell) -> Iterator[Paragraph]:
    words = material.words
    yield paragraph(words.level(room.level), role=Role.HEADLINE)
    if room.room is not None and room.room >= 0:
        yield small(words.join(meeting(material, room)))
    count = counted(material, room)
    if count:
        yield small(words.say("state_of_play.needed", **count))
    if room.is_open:
        yield small(words.say("state_of_play.could_be", level=words.of(Level.of(room.possible))))
    if room.judgement:
        yield small(words.say("state_of_play.judged", level=words.of(room.judgement.level)))


def meeting(material: Material, room: RoomCell) -> list[str]:
    """Return the labels of the options where the parties of a room meet, or that are least resisted."""
    options = material.snapshot.issue_options(room.issue)
    return [options[option].label for option in room.at]


def counted(material: Material, room: RoomCell) -> dict[str, int]:
    """Return how many of the parties needed hold a position, to be put into words; nothing where all do."""
    needed = len(needed_parties(material.snapshot, room.issue))
    held = len(room.holders)
    named = material.snapshot.issues[room.issue].needed
    return {"held": held, "needed": needed} if named and held < needed else {}


def levels_in_short(material: Material) -> str:
    """Return how many issues stand at each level, in words."""
    words = material.words
    rooms = (material.room(issue) for issue in material.issue_numbers(negotiable=True))
    levels = [room.level for room in rooms if room]
    counts = [(level, levels.count(level)) for level in Level if level in levels]
    parts = words.listing(
        words.say("state_of_play.level", number=number, level=words.of(level)) for level, number in counts
    )
    issues = words.count("shared.issues", len(levels))
    return words.say("state_of_play.levels", issues=issues, levels=parts)
