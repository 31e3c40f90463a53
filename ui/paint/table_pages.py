"""How tables are divided into pages: heads repeated, rows whole, a row that no page holds continued."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.picture import refuse_pages
from ui.paint.picture_frame import EDGE
from ui.paint.table_cells import PAD, Look, SetRow, set_cell
from ui.paint.table_columns import GAP, Need, groups_of, needs_of, shared
from ui.paint.text import Block
from ui.tables.rows import CellText, Page
from ui.theme.roles import Role
from ui.words import translate

_APART = 26.0
"""Between one table and the next."""
TOP = 12.0
"""Between the frame and the first table, at 100 %."""
_SHORT = 24
"""A table of so few rows is not parted where one page can hold it."""
_UNDER_HEADING = 6.0
_HEAD_FOOT = 5.0


@dataclass(frozen=True, slots=True)
class Section:
    """One table among those of a picture.

    Attributes
    ----------
    page : Page
        Its columns and rows, and what is said where there are none.
    heading, note : str
        Over it; empty where the title of the picture says it all.
    """

    page: Page
    heading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Something on a page: a head, a row, or words; drawn at a height from the left."""

    top: float
    height: float
    strip: _Strip
    row: SetRow | None = None
    is_continued: bool = False
    words: Block | None = None

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it on the body of a page."""
        left, top = body.x() + canvas.scale.px(EDGE), body.y() + self.top
        if self.row is not None:
            self.strip.draw_row(canvas, left, top, self.row)
        elif self.words is not None:
            canvas.text(self.words, left, top + canvas.scale.px(PAD), Role.TEXT_MUTED)
        else:
            self.strip.draw_head(canvas, left, top, is_continued=self.is_continued)


@dataclass(slots=True)
class TablePage:
    """What stands on one page."""

    space: float
    pieces: list[_Piece] = field(default_factory=list)
    used: float = 0.0

    @property
    def is_held(self) -> bool:
        """Whether everything that stands on it finds space."""
        return self.used <= self.space

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into the space that the frame leaves."""
        for piece in self.pieces:
            piece.draw(canvas, body.adjusted(0.0, canvas.scale.px(TOP), 0.0, 0.0))


class _Strip:
    """Some columns of a table, set at a width."""

    def __init__(self, section: Section, places: tuple[int, ...], needs: Sequence[Need], room: QRectF,
                 look: Look) -> None:  # fmt: skip
        self.section, self.places, self.look = section, places, look
        scale, texts = look
        self.room = room.width() - 2.0 * scale.px(EDGE)
        self.widths = shared([needs[place] for place in places], self.room, scale)
        self.width = sum(self.widths) + scale.px(GAP) * max(len(places) - 1, 0)
        columns = [section.page.columns[place] for place in places]
        self.heads = [
            texts.whole(column.title, scale.small_name, width)
            for column, width in zip(columns, self.widths, strict=True)
        ]
        self.numbers = [column.is_number for column in columns]
        self.merging = [column.merges for column in columns]

    def headings(self, *, is_continued: bool) -> list[tuple[Block, Role]]:
        """Return the lines over the heads of the columns."""
        scale, texts = self.look
        name = self.section.heading
        if is_continued and name:
            name = translate("Picture", "{0}, continued").format(name)
        lines = [(texts.whole(name, scale.name, self.room), Role.TEXT)] if name else []
        if self.section.note and not is_continued:
            lines.append((texts.whole(self.section.note, scale.cell, self.room), Role.TEXT_MUTED))
        return lines

    def head_height(self, *, is_continued: bool) -> float:
        """Return the height of headings and heads."""
        scale = self.look[0]
        above = sum(block.height for block, _ in self.headings(is_continued=is_continued))
        heads = max((block.height for block in self.heads), default=0.0)
        return above + (scale.px(_UNDER_HEADING) if above else 0.0) + heads + scale.px(_HEAD_FOOT)

    def row(self, number: int, *, is_first: bool) -> SetRow:
        """Return a row; what says the same as the row above it is left out unless it is the first."""
        page = self.section.page
        own = page.rows[number].cells
        above = page.rows[number - 1].cells if number and not is_first else None
        cells = []
        for place, width, is_number, merges in zip(
            self.places, self.widths, self.numbers, self.merging, strict=True
        ):
            is_repeated = merges and above is not None and above[place].whole == own[place].whole
            text = CellText("") if is_repeated else own[place]
            cells.append(set_cell(text, width, self.look, is_number=is_number))
        return SetRow(tuple(cells), self.look[0].px(PAD))

    def draw_head(self, canvas: Canvas, left: float, top: float, *, is_continued: bool) -> None:
        """Draw headings, and heads that stand on one line above a rule."""
        y = top
        for block, role in self.headings(is_continued=is_continued):
            canvas.text(block, left, y, role)
            y += block.height
        bottom = top + self.head_height(is_continued=is_continued)
        foot = bottom - canvas.scale.px(_HEAD_FOOT)
        for (x, width), block, is_number in zip(self._spans(left), self.heads, self.numbers, strict=True):
            _draw_head(canvas, QRectF(x, foot - block.height, width, block.height), block, is_number)
        _draw_rule(canvas, left, bottom, self.width, Role.BORDER)

    def draw_row(self, canvas: Canvas, left: float, top: float, row: SetRow) -> None:
        """Draw a row with the rule below it."""
        for (x, width), cell in zip(self._spans(left), row.cells, strict=True):
            cell.draw(canvas, QRectF(x, top + row.pad, width, row.height))
        _draw_rule(canvas, left, top + row.height, self.width, Role.GRID)

    def _spans(self, left: float) -> Iterator[tuple[float, float]]:
        for width in self.widths:
            yield left, width
            left += width + self.look[0].px(GAP)


def _draw_head(canvas: Canvas, place: QRectF, block: Block, is_number: bool) -> None:
    for number in range(len(block.texts)):
        line = block.line(number)
        x = place.right() - line.width if is_number else place.x()
        canvas.text(line, x, place.y() + number * block.face.line, Role.TEXT_SECONDARY)


def _draw_rule(canvas: Canvas, left: float, y: float, width: float, role: Role) -> None:
    canvas.painter.setPen(canvas.colour(role))
    canvas.painter.drawLine(QLineF(left, y - 0.5, left + width, y - 0.5))


class Tables:
    """Tables to be set on pages: what their columns ask for is measured once."""

    def __init__(
        self, sections: Sequence[Section], look: Look, go_on: Callable[[], None] = lambda: None
    ) -> None:
        self.sections, self.look, self._go_on = sections, look, go_on
        self._needs = [needs_of(own.page.columns, own.page.rows, look[0]) for own in sections]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(section.page.rows) for section in self.sections)

    def whole(self, width: float) -> int:
        """Return of how many tables all columns fit beside one another with their words whole."""
        room = width - 2.0 * self.look[0].px(EDGE)
        return sum(len(groups_of(needs, room, self.look[0])) == 1 for needs in self._needs)

    def pages(self, room: QRectF) -> list[TablePage]:
        """Return the pages, each with `room` for tables."""
        flow = _Flow(room, self.look)
        for section, needs in zip(self.sections, self._needs, strict=True):
            width = room.width() - 2.0 * self.look[0].px(EDGE)
            for places in groups_of(needs, width, self.look[0]):
                self._go_on()
                refuse_pages(len(flow.pages))
                flow.add(_Strip(section, places, needs, room, self.look))
        return flow.pages


class _Flow:
    """Fills one page after the other."""

    def __init__(self, room: QRectF, look: Look) -> None:
        self._space, self._scale = room.height() - look[0].px(TOP), look[0]
        self._texts = look[1]
        self.pages = [TablePage(self._space)]

    def add(self, strip: _Strip) -> None:
        """Add a table, or some of its columns."""
        count = len(strip.section.page.rows)
        if not count:
            self._add_nothing(strip)
            return
        self._open(strip, self._least(strip, count))
        for number in range(count):
            row = strip.row(number, is_first=self._is_at_head())
            if self._left() < row.height and not self._is_at_head():
                self._next(strip)
                row = strip.row(number, is_first=True)
            self._put(strip, row)

    def _least(self, strip: _Strip, count: int) -> float:
        """Return the height of rows that stay together: of a short table all, else the first."""
        first = strip.row(0, is_first=True).height
        if count > _SHORT:
            return first
        whole = first + sum(strip.row(number, is_first=False).height for number in range(1, count))
        fits = whole + strip.head_height(is_continued=False) <= self._space
        return whole if fits else first

    def _put(self, strip: _Strip, row: SetRow) -> None:
        """Put a row on the page, or as much of it as a page holds and the rest on the next."""
        while self._left() < row.height:
            part, rest = row.parted(self._left())
            if part.is_empty or rest.is_empty:
                break
            self._add(_Piece(self.pages[-1].used, part.height, strip, part))
            self._next(strip)
            row = rest
        self._add(_Piece(self.pages[-1].used, row.height, strip, row))

    def _add_nothing(self, strip: _Strip) -> None:
        words = self._texts.whole(strip.section.page.nothing, self._scale.cell, strip.room)
        self._open(strip, words.height)
        height = words.height + 2.0 * self._scale.px(PAD)
        self._add(_Piece(self.pages[-1].used, height, strip, words=words))

    def _open(self, strip: _Strip, first: float) -> None:
        """Begin a table where its head and what stays with it find space, else on a new page."""
        height = strip.head_height(is_continued=False)
        page = self.pages[-1]
        if page.pieces:
            apart = page.used + self._scale.px(_APART)
            if apart + height + first > self._space:
                self.pages.append(TablePage(self._space))
            else:
                page.used = apart
        self._add(_Piece(self.pages[-1].used, height, strip))

    def _next(self, strip: _Strip) -> None:
        self.pages.append(TablePage(self._space))
        self._add(_Piece(0.0, strip.head_height(is_continued=True), strip, is_continued=True))

    def _add(self, piece: _Piece) -> None:
        self.pages[-1].pieces.append(piece)
        self.pages[-1].used += piece.height

    def _left(self) -> float:
        return self._space - self.pages[-1].used

    def _is_at_head(self) -> bool:
        pieces = self.pages[-1].pieces
        return bool(pieces) and pieces[-1].row is None
