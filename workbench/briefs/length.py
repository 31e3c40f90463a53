"""How long a brief will be, reckoned from its words without setting them.

The reckoning is the same whatever the file, so that a brief is shortened alike in every format. It is on
the long side: type runs wider in some scripts, and word processors break lines each in their own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Role,
    Table,
)
from workbench.briefs.look import look

MM_PER_POINT = 25.4 / 72
SHORT_SIDE, LONG_SIDE = 210.0, 297.0
"""A4, in millimetres."""
_SIGN = 0.53
"""Mean width of a sign in sizes of its type."""
_LINE = 1.22
"""Height of a line in sizes of its type."""
_PARAGRAPH = 0.45
"""Space behind a paragraph in sizes of its type."""
_SIDES, _INSET = 3.0, 2.4
"""What a cell keeps free beside and above its text together, in millimetres."""
_HEADINGS = {1: 6.0, 2: 6.0, 3: 5.0}
"""Space around a heading of each level, in millimetres."""


def pages(parts: Sequence[Part]) -> float:
    """Return how many pages the parts of a brief set close will take, the title not counted."""
    return sum(_part_pages(part) for part in parts)


def _part_pages(part: Part) -> float:
    page: dict[str, float] = look()["page"]
    width, height = (LONG_SIDE, SHORT_SIDE) if part.wide else (SHORT_SIDE, LONG_SIDE)
    room = height - page["top"] - page["bottom"]
    filled: float = sum(_height(block, width - 2 * page["margin"]) for block in part.blocks)
    return filled / room


def _height(block: Block, width: float) -> float:
    match block:
        case Heading(text=text, level=level):
            size: float = look()["sizes"][f"heading_{level}"]
            return _HEADINGS[level] + _lines(text, size, width) * size * _LINE * MM_PER_POINT
        case Paragraph():
            return _paragraph(block, _size(block.role, ""), width) + _gap()
        case Bullets(items=items):
            return sum(_paragraph(item, _item_size(item.role), width - 6) + _gap() for item in items)
        case Definitions(entries=entries):
            lines = (line for entry in entries for line in (entry.term, *entry.description))
            return sum(_paragraph(line, look()["sizes"]["body"], width - 4) + _gap() for line in lines)
        case Table():
            return 6.0 + sum(_row(row, block, width) for row in (block.header, *block.rows))
        case PageBreak():
            return 0.0


def _row(row: Sequence[Cell], table: Table, width: float) -> float:
    kind = "compact_" if table.compact else ""
    return _INSET + max(
        sum(_paragraph(line, _size(line.role, kind), width * share - _SIDES) + 0.4 for line in cell.lines)
        for cell, share in zip(row, table.widths, strict=True)
    )


def _paragraph(paragraph: Paragraph, size: float, width: float) -> float:
    return _lines(paragraph.text, size, width) * size * _LINE * MM_PER_POINT


def _gap() -> float:
    size: float = look()["sizes"]["body"]
    return size * _PARAGRAPH * MM_PER_POINT


def _lines(text: str, size: float, width: float) -> int:
    return max(1, ceil(len(text) * size * _SIGN * MM_PER_POINT / max(width, 5.0)))


def _item_size(role: Role) -> float:
    own: float = look()["sizes"]["small" if role is Role.SMALL else "body"]
    return own


def _size(role: Role, kind: str) -> float:
    name = "cell" if role in (Role.BODY, Role.HEADLINE) else "small"
    own: float = look()["sizes"][f"{kind}{name}"]
    return own
