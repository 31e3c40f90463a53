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
from workbench.briefs.material import Material, muted, nothing_known, position_lines, small
from workbench.domain.level import Level
from workbench.readmodels.matrix_types import PositionCell, RoomSummary
from workbench.readmodels.wording import count_in_words, listing

MOST_ACROSS = 3
"""Parties that one table holds at a size that can be read; more are spread over several."""
_ISSUE_WIDTH, _ROOM_WIDTH, _PARTIES_WIDTH = 59, 34, 180


def state_of_play(material: Material) -> list[Block]:
    """Return the table of positions and room, in several tables where there are many parties."""
    blocks: list[Block] = []
    for number, columns in enumerate(_bunches(range(len(material.parties)))):
        if number:
            labels = listing(material.model.columns[column].label for column in columns)
            blocks += [PageBreak(), Heading(f"State of play, continued: {labels}")]
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
    model = material.model
    issues = material.issue_numbers(negotiable=True)
    held = [issue for issue in issues if any(not model.cell(issue, column).is_empty for column in columns)]
    labels = [model.columns[column].label for column in columns]
    width = _PARTIES_WIDTH / max(1, len(columns))
    yield Table(
        shares(_ISSUE_WIDTH, *[width] * len(columns), _ROOM_WIDTH),
        header_row("Issue", *labels, "Room"),
        tuple(_row(material, issue, columns) for issue in held),
        caption=f"Positions of {listing(labels)} by issue, with the room of the parties needed",
        compact=True,
    )
    left = [model.rows[issue].title for issue in issues if issue not in held]
    if left:
        yield muted(f"No position of {listing(labels, 'or')} is known on: {'; '.join(left)}.")


def _row(material: Material, issue: int, columns: Sequence[int]) -> tuple[Cell, ...]:
    own = material.model.rows[issue]
    about = cell(paragraph(own.title, role=Role.HEADLINE), muted(own.question))
    parties = (party_cell(material, issue, material.model.cell(issue, column)) for column in columns)
    return (about, *parties, room_cell(material.model.room(issue)))


def party_cell(material: Material, issue: int, own: PositionCell) -> Cell:
    """Return what a party wants, what it will not have, and since when."""
    if own.is_empty:
        return cell(nothing_known())
    position = material.positions[material.snapshot.row_of(own.ref)]
    return cell(*position_lines(material, position, issue, review=own.review))


def room_cell(room: RoomSummary | None) -> Cell:
    """Return the level with its mark, where the parties needed meet, and what is open."""
    if room is None:
        return cell()
    lines = [paragraph(level_words(room.level), role=Role.HEADLINE)]
    if room.level.room is not None and room.level.room >= 0:
        lines.append(small("; ".join(room.meeting)))
    if room.count:
        lines.append(small(f"{room.count} needed"))
    if room.is_open:
        lines.append(small(f"open question: could be {room.possible}"))
    if room.judgement:
        lines.append(small(f"judged {room.judgement}"))
    return cell(*lines, level=room.level)


def level_words(level: Level) -> str:
    """Return a level with its mark: *~ Bridgeable*."""
    return f"{level.mark} {level.value.capitalize()}"


def levels_in_short(material: Material) -> str:
    """Return how many issues stand at each level, in words."""
    rooms = [material.model.room(issue) for issue in material.issue_numbers(negotiable=True)]
    levels = [room.level for room in rooms if room]
    counts = [(level, levels.count(level)) for level in Level if level in levels]
    parts = listing(f"{number} {level}" for level, number in counts)
    return f"{count_in_words(len(levels), 'issue', 'issues')} under negotiation: {parts}."
