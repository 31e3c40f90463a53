"""How a page for the second screen is shared out: its width over titles and parties, its height over rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.headers import draw_square
from ui.paint.layout import CARD_PAD_X
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from ui.words import translate
from workbench.readmodels.matrix_types import PartyColumn

GAP = 4.0
SQUARE = 9.0
MOST_LINES = 8
"""Nothing is cut on a wall before it takes so many lines: a longer name is a text."""
NAME_LINES = 4
_HEAD_PAD = 6.0
_TITLES, _ROOM = 0.19, 0.145
_LEAST_TITLES, _LEAST_ROOM = 104.0, 114.0
_LEAST_COLUMN, _WIDEST_COLUMN, _NARROW = 84.0, 160.0, 420.0
_STEPS = 16


@dataclass(frozen=True, slots=True)
class Across:
    """Widths of titles, of one party and of the rooms.

    `titles` is nothing where titles stand over their rows instead of beside them.
    """

    titles: float
    party: float
    room: float


def widths(width: float, parties: int, *, has_room: bool, is_stacked: bool = False) -> Across:
    """Return how a width is shared out; a party may come out narrower than can be read."""
    titles = 0.0 if is_stacked else max(width * _TITLES, _LEAST_TITLES)
    room = max(width * _ROOM, _LEAST_ROOM) + GAP if has_room else 0.0
    return Across(titles, (width - titles - room) / max(parties, 1) - GAP, room)


def least_column(
    columns: Sequence[PartyColumn], words: Iterable[str], scale: TypeScale, width: float
) -> float:
    """Return how wide a party must be so that common words are not broken in it; less on a narrow page."""
    if width < _NARROW:
        return _LEAST_COLUMN
    cells = _longest(words, scale.cell) + 2.0 * CARD_PAD_X
    names = _longest((own.label for own in columns), scale.name) + _name_margin()
    return max(_LEAST_COLUMN, min(max(cells, names) + 1.0, _WIDEST_COLUMN))


def _longest(texts: Iterable[str], face: Face) -> float:
    return max((face.width(word) for text in texts for word in text.split()), default=0.0)


def fitting(width: float, least: float, *, has_room: bool, is_stacked: bool = False) -> int:
    """Return how many parties find space beside one another, at least one."""
    own = widths(width, 1, has_room=has_room, is_stacked=is_stacked)
    return max(int((width - own.titles - own.room) // (least + GAP)), 1)


def columns_a_page(parties: int, most: int) -> list[range]:
    """Return at most so many parties at a time, spread evenly over the pages."""
    pages = max(-(-parties // most), 1)
    a_page = max(-(-parties // pages), 1)
    return [range(first, min(first + a_page, parties)) for first in range(0, max(parties, 1), a_page)]


def rows_a_page(heights: Sequence[float], space: float) -> list[range]:
    """Return as many rows at a time as find space; one that is higher than the space stands alone."""
    pages: list[range] = []
    start, used = 0, 0.0
    for number, height in enumerate(heights):
        if used + height > space and number > start:
            pages.append(range(start, number))
            start, used = number, 0.0
        used += height
    return [*pages, range(start, len(heights))]


def even_rows(heights: Sequence[float], space: float) -> list[range]:
    """Return the rows on as few pages as `rows_a_page` needs, none of them much fuller than the others."""
    pages = rows_a_page(heights, space)
    low, high = min(sum(heights) / len(pages), space), space
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        fits = len(rows_a_page(heights, middle)) <= len(pages)
        low, high = (low, middle) if fits else (middle, high)
    return rows_a_page(heights, high)


def _name_margin() -> float:
    return CARD_PAD_X / 2.0 + SQUARE + GAP


def head_height(
    columns: Sequence[PartyColumn],
    width: float,
    scale: TypeScale,
    texts: TextCache,
    lines: int = NAME_LINES,
) -> float:
    """Return the height of the names over columns of a width: that of the tallest."""
    space = width - _name_margin()
    blocks = (texts.block(own.label, scale.name, space, lines) for own in columns)
    return max((block.height for block in blocks), default=scale.name.line) + _HEAD_PAD


def draw_party_name(canvas: Canvas, place: QRectF, column: PartyColumn) -> None:
    """Draw the colour of a party and its name, on as many lines as there are, the last at the foot."""
    name = canvas.scale.name
    lines = int((place.height() - _HEAD_PAD + 0.5) // name.line)
    block = canvas.texts.block(column.label, name, place.width() - _name_margin(), lines)
    top = place.bottom() - _HEAD_PAD / 2.0 - block.height
    left = place.x() + CARD_PAD_X / 2.0
    draw_square(canvas, QRectF(left, top + (name.line - SQUARE) / 2.0, SQUARE, SQUARE), column)
    canvas.text(block, left + SQUARE + GAP, top, Role.TEXT)


def room_head_height(width: float, scale: TypeScale, texts: TextCache) -> float:
    """Return the height of the words over the rooms of a width."""
    return sum(block.height for block in _room_words(width, scale, texts)) + _HEAD_PAD


def draw_room_name(canvas: Canvas, place: QRectF) -> None:
    """Draw over the rooms whose room it is, at the foot: a party that is not needed may well oppose."""
    name, note = _room_words(place.width(), canvas.scale, canvas.texts)
    top = place.bottom() - _HEAD_PAD / 2.0 - name.height - note.height
    canvas.text(name, place.x(), top, Role.TEXT)
    canvas.text(note, place.x(), top + name.height, Role.TEXT_SECONDARY)


def _room_words(width: float, scale: TypeScale, texts: TextCache) -> tuple[Block, Block]:
    words = (
        (translate("PresentPage", "Room"), scale.name),
        (translate("PresentPage", "of those needed"), scale.small),
    )
    name, note = (texts.block(text, face, width, NAME_LINES) for text, face in words)
    return name, note
