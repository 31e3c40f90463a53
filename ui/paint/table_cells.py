"""Cells of a table on paper: texts in as many lines as they take, which can go on to another page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from ui.paint.canvas import Canvas
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.tables.rows import CellText
from ui.theme.roles import Role
from ui.theme.typography import Radius

Look = tuple[TypeScale, TextCache]

SQUARE = 8.0
_SQUARE_GAP = 6.0
PAD = 6.0
"""Space above and below the texts of a row, at 100 %."""
_DETAIL = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of a cell: the text, its colour, and the space above it."""

    block: Block
    role: Role
    above: float = 0.0

    @property
    def height(self) -> float:
        """Height with the space above."""
        return self.above + self.block.height


@dataclass(frozen=True, slots=True, eq=False)
class SetCell:
    """A cell set in lines.

    Attributes
    ----------
    lines : tuple of Line
        From top to bottom.
    colour : str
        Of the square before the first line, empty for none.
    is_number : bool
        Whether the lines stand to the right.
    """

    lines: tuple[Line, ...]
    colour: str = ""
    is_number: bool = False

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(line.height for line in self.lines)

    def parted(self, space: float) -> tuple[SetCell, SetCell]:
        """Return what fits into a height, and what is left."""
        used, count = 0.0, 0
        while count < len(self.lines) and used + self.lines[count].height <= space:
            used += self.lines[count].height
            count += 1
        return (
            SetCell(self.lines[:count], self.colour if count else "", self.is_number),
            SetCell(self.lines[count:], "" if count else self.colour, self.is_number),
        )

    def draw(self, canvas: Canvas, place: QRectF) -> None:
        """Draw the lines from the top of a place."""
        indent = _indent(self.colour, canvas.scale)
        if self.colour and self.lines:
            _draw_square(canvas, place, self.lines[0], self.colour)
        y = place.y()
        for line in self.lines:
            y += line.above
            left = place.right() - line.block.width if self.is_number else place.x() + indent
            canvas.text(line.block, left, y, line.role)
            y += line.block.height


@dataclass(frozen=True, slots=True, eq=False)
class SetRow:
    """The cells of a row, side by side."""

    cells: tuple[SetCell, ...]
    pad: float

    @property
    def height(self) -> float:
        """Height with the space above and below."""
        return max((cell.height for cell in self.cells), default=0.0) + 2.0 * self.pad

    def parted(self, space: float) -> tuple[SetRow, SetRow]:
        """Return what fits into a height, and what is left."""
        parts = [cell.parted(space - 2.0 * self.pad) for cell in self.cells]
        return SetRow(tuple(own for own, _ in parts), self.pad), SetRow(
            tuple(left for _, left in parts), self.pad
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.lines for cell in self.cells)


def set_cell(own: CellText, width: float, look: Look, *, is_number: bool) -> SetCell:
    """Return a cell set in lines of some width."""
    scale, _ = look
    room = width - _indent(own.colour, scale)
    face = scale.cell_name if own.strong else scale.cell
    lines = [Line(block, own.role) for block in _lines(own.text, face, room, look)]
    for number, block in enumerate(_lines(own.detail, scale.small, room, look) if own.detail else ()):
        lines.append(Line(block, Role.TEXT_MUTED, scale.px(_DETAIL) if not number else 0.0))
    return SetCell(tuple(lines), own.colour, is_number)


def natural_width(own: CellText, scale: TypeScale) -> float:
    """Return the width at which no line of a cell is broken."""
    face = scale.cell_name if own.strong else scale.cell
    texts = max((face.width(line) for line in own.text.splitlines()), default=0.0)
    details = max((scale.small.width(line) for line in own.detail.splitlines()), default=0.0)
    return max(texts, details) + _indent(own.colour, scale) + 1.0


def least_width(own: CellText, scale: TypeScale) -> float:
    """Return the width at which no word of a cell is broken."""
    face = scale.cell_name if own.strong else scale.cell
    text = max(own.text.split(), key=len, default="")
    detail = max(own.detail.split(), key=len, default="")
    return max(face.width(text), scale.small.width(detail)) + _indent(own.colour, scale) + 1.0


def _lines(text: str, face: Face, width: float, look: Look) -> Iterator[Block]:
    """Yield the lines of a text, those that it has of its own kept apart."""
    for own in text.splitlines():
        block = look[1].whole(own, face, width)
        yield from (block.line(number) for number in range(len(block.texts)))


def _indent(colour: str, scale: TypeScale) -> float:
    return scale.px(SQUARE) + scale.px(_SQUARE_GAP) if colour else 0.0


def _draw_square(canvas: Canvas, place: QRectF, line: Line, colour: str) -> None:
    side = canvas.scale.px(SQUARE)
    top = place.y() + line.above + (line.block.height - side) / 2.0
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(QColor(colour))
    square = QRectF(place.x(), top, side, side)
    canvas.painter.drawRoundedRect(square, Radius.SEGMENT, Radius.SEGMENT)
