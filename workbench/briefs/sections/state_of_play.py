"""State of play: what each party wants on each issue and how much room there is, as one table a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    PageBreak,
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
from workbench.readmodels.matrix_types import PositionCell, RoomSummary

MOST_ACROSS = 3
"""Parties that one table holds at a size that can be read; more are spread over several."""
_ISSUE_WIDTH, _ROOM_WIDTH, _PARTIES_WIDTH = 59, 34, 180


def state_of_play(material: Material) -> list[Block]:
    """Return the table of positions and room: several tables for more parties, answers for very many."""
    if material.is_crowded:
        return [_table_of_answers(material)]
    blocks: list[Block] = []
    for number, columns in enumerate(_bunches(range(len(material.parties)))):
        if number:
            labels = material.words.listing(material.model.columns[column].label for column in columns)
            continued = material.words.say("state_of_play.continued", parties=labels)
            blocks += [PageBreak(), Heading(continued)]
        blocks.extend(_table_and_rest(material, columns))
    return blocks


def _bunches(columns: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the columns in bunches as even as can be, in order."""
    start = 0
    for tables in range(max(1, ceil(len(columns) / MOST_ACROSS)), 0, -1):
        size = ceil((len(columns) - start) / tables)
        yield columns[start : start + size]
        start += size


def _table_and_rest(material: Material, columns: Sequence[int]) -> Iterator[Block]:
    model, words = material.model, material.words
    issues = material.issue_numbers(negotiable=True)
    held = [issue for issue in issues if any(not model.cell(issue, column).is_empty for column in columns)]
    labels = [model.columns[column].label for column in columns]
    width = _PARTIES_WIDTH / max(1, len(columns))
    yield Table(
        shares(_ISSUE_WIDTH, *[width] * len(columns), _ROOM_WIDTH),
        header_row(words.say("state_of_play.issue"), *labels, words.say("state_of_play.room")),
        tuple(_row(material, issue, columns) for issue in held),
        caption=words.say("state_of_play.caption", parties=words.listing(labels)),
        compact=True,
    )
    left = [model.rows[issue].title for issue in issues if issue not in held]
    if left:
        parties = words.alternatives(labels)
        yield muted(words.say("state_of_play.nothing_known", parties=parties, issues="; ".join(left)))


def _row(material: Material, issue: int, columns: Sequence[int]) -> tuple[Cell, ...]:
    parties = (party_cell(material, issue, material.model.cell(issue, column)) for column in columns)
    return (_about(material, issue), *parties, room_cell(material, issue))


def _about(material: Material, issue: int) -> Cell:
    own = material.model.rows[issue]
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


def party_cell(material: Material, issue: int, own: PositionCell) -> Cell:
    """Return what a party wants, what it will not have, and since when."""
    if own.is_empty:
        return cell(nothing_known(material))
    position = material.position_in(material.snapshot.row_of(own.ref))
    return cell(*position_lines(material, position, issue, review=own.review))


def room_cell(material: Material, issue: int) -> Cell:
    """Return the level with its mark, where the parties needed meet, and what is open."""
    room, words = material.model.room(issue), material.words
    if room is None:
        return cell()
    lines = [paragraph(words.level(room.level), role=Role.HEADLINE)]
    if room.level.room is not None and room.level.room >= 0:
        lines.append(small("; ".join(room.meeting)))
    if room.count:
        lines.append(small(words.say("state_of_play.needed", **counted(room))))
    if room.is_open:
        lines.append(small(words.say("state_of_play.could_be", level=words.of(room.possible))))
    if room.judgement:
        lines.append(small(words.say("state_of_play.judged", level=words.of(room.judgement))))
    return cell(*lines, level=room.level)


def counted(room: RoomSummary) -> dict[str, str]:
    """Return how many of the parties needed hold a position, to be put into words."""
    held, _, needed = room.count.split()
    return {"held": held, "needed": needed}


def levels_in_short(material: Material) -> str:
    """Return how many issues stand at each level, in words."""
    words = material.words
    rooms = [material.model.room(issue) for issue in material.issue_numbers(negotiable=True)]
    levels = [room.level for room in rooms if room]
    counts = [(level, levels.count(level)) for level in Level if level in levels]
    parts = words.listing(
        words.say("state_of_play.level", number=number, level=words.of(level)) for level, number in counts
    )
    return words.say("state_of_play.levels", issues=words.issues(len(levels)), levels=parts)
