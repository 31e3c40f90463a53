"""One issue before a room: its options down, the parties across, the word for each stance in its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.paint.canvas import Canvas
from ui.paint.picture_words import empty_words
from ui.paint.present_layout import (
    GAP,
    MOST_LINES,
    NAME_LINES,
    Across,
    columns_a_page,
    draw_party_name,
    even_rows,
    fitting,
    head_height,
    least_column,
    widths,
)
from ui.paint.room_words import aside_of, meeting_of
from ui.paint.segments import draw_hatching
from ui.paint.shapes import fill_sign, level_path
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.meanings import LEVELS, STANCES
from ui.theme.roles import Role
from ui.theme.typography import Radius
from ui.words import at_start, said, translate
from workbench.domain.vocabulary import Stance
from workbench.readmodels.matrix_types import RoomSummary
from workbench.readmodels.presenting import PresentModel, Rung
from workbench.readmodels.wording import listing

_LEAST_RUNG = 30.0
_MOST_STRETCH = 44.0
_LEAST_ROOM = 34.0
_MARK = 11.0
_BESIDE = 6.0
_FEWER = range(MOST_LINES, 0, -1)
"""How many lines an option may take: fewer where it would not find space on a page."""


@dataclass(frozen=True, slots=True, eq=False)
class RoomLine:
    """The room on a line of its own: mark, level, what it means, where they meet."""

    room: RoomSummary
    said: Block
    left: float

    @property
    def height(self) -> float:
        """How much space it takes."""
        return max(self.said.height + 3.0 * GAP, _LEAST_ROOM)

    def draw(self, canvas: Canvas, rect: QRectF) -> None:
        """Draw it into a space."""
        scale, roles = canvas.scale, LEVELS[self.room.level]
        canvas.card(rect, roles.fill, None)
        mark = QRectF(rect.x() + 2.0 * GAP, rect.center().y() - _MARK / 2.0, _MARK, _MARK)
        fill_sign(canvas.painter, level_path(self.room.level), mark, canvas.colour(roles.text))
        word = QRectF(mark.right() + _BESIDE, rect.y(), rect.width(), rect.height())
        canvas.line(_level_word(self.room), scale.name, word, roles.text)
        canvas.text(self.said, rect.x() + self.left, rect.center().y() - self.said.height / 2.0, roles.text)


@dataclass(frozen=True, slots=True, eq=False)
class Tail:
    """What stands under the options: the room, and who holds no position."""

    room: RoomLine | None
    silent: Block

    @property
    def height(self) -> float:
        """How much space it takes."""
        room = self.room.height + 2.0 * GAP if self.room is not None else 0.0
        return room + (self.silent.height + GAP if self.silent.texts else 0.0)

    @property
    def is_whole(self) -> bool:
        """Whether no text in it was cut for want of space."""
        return not self.silent.is_elided

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        top = body.y() + GAP
        if self.room is not None:
            self.room.draw(canvas, QRectF(body.x(), top, body.width(), self.room.height))
            top += self.room.height + GAP
        canvas.text(self.silent, body.x(), top, Role.TEXT_MUTED)


@dataclass(frozen=True, slots=True, eq=False)
class IssueBody:
    """A page of one issue: some of its options, some of the parties that speak of it; who does not, below."""

    model: PresentModel
    rungs: tuple[Rung, ...]
    heights: tuple[float, ...]
    columns: tuple[int, ...]
    across: Across
    head: float
    lines: int
    tail: Tail | None = None

    @property
    def height(self) -> float:
        """How much space it takes at least."""
        return self.head + sum(self.heights) + (self.tail.height if self.tail else 0.0)

    @property
    def is_whole(self) -> bool:
        """Whether no text in it was cut for want of space."""
        return self.lines == MOST_LINES

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        for place, column in enumerate(self.columns):
            rect = self._rect(body, place, body.y(), self.head)
            draw_party_name(canvas, rect, self.model.columns[column])
        spare = (body.height() - self.height) / max(len(self.rungs), 1)
        stretch = min(max(spare, 0.0), _MOST_STRETCH)
        top = body.y() + self.head
        for rung, height in zip(self.rungs, self.heights, strict=True):
            self._draw_rung(canvas, body, rung, top, height + stretch - GAP)
            top += height + stretch
        if self.tail is not None:
            self.tail.draw(canvas, QRectF(body.x(), top, body.width(), self.tail.height))

    def _rect(self, body: QRectF, place: int, top: float, height: float) -> QRectF:
        left = body.x() + self.across.titles + place * (self.across.party + GAP)
        return QRectF(left, top, self.across.party, height)

    def _draw_rung(self, canvas: Canvas, body: QRectF, rung: Rung, top: float, height: float) -> None:
        label = _label(rung, self.across, canvas.scale, canvas.texts, self.lines)
        canvas.text(label, body.x(), top + (height - label.height) / 2.0, Role.TEXT)
        for place, column in enumerate(self.columns):
            rect = self._rect(body, place, top, height)
            draw_stance(canvas, rect, rung.words[column], rung.stances[column])


def draw_stance(canvas: Canvas, rect: QRectF, word: str, stance: Stance | None) -> None:
    """Draw a stance as its colour and its word; what is presumed is hatched round the word."""
    roles, painter = STANCES[stance], canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.colour(roles.fill))
    painter.drawRoundedRect(rect, Radius.CARD, Radius.CARD)
    block = canvas.texts.block(word, canvas.scale.cell, rect.width() - 2.0 * GAP, 2)
    if stance is None:
        _draw_presumed(canvas, rect, block.height)
    top = rect.center().y() - block.height / 2.0
    for line in block.texts:
        own = canvas.texts.block(line, canvas.scale.cell, rect.width())
        canvas.text(own, rect.center().x() - own.width / 2.0, top, roles.text)
        top += canvas.scale.cell.line


def _draw_presumed(canvas: Canvas, rect: QRectF, height: float) -> None:
    painter = canvas.painter
    draw_hatching(painter, rect.adjusted(1.0, 1.0, -1.0, -1.0), canvas.theme)
    painter.setPen(QPen(canvas.colour(Role.PRESUMED_EDGE), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD, Radius.CARD)
    ground = QRectF(rect.x() + GAP, rect.center().y() - height / 2.0, rect.width() - 2.0 * GAP, height)
    painter.fillRect(ground, canvas.colour(Role.PRESUMED))


def _level_word(room: RoomSummary) -> str:
    return at_start(said(room.level))


def _room_line(room: RoomSummary, width: float, scale: TypeScale, texts: TextCache) -> RoomLine:
    left = 2.0 * GAP + _MARK + _BESIDE + scale.name.width(_level_word(room)) + 3.0 * GAP
    said = " · ".join(part for part in (room.level.sentence, meeting_of(room), aside_of(room)) if part)
    return RoomLine(room, texts.block(said, scale.cell, width - left - GAP, MOST_LINES), left)


def _tail(model: PresentModel, row: int, body: QRectF, scale: TypeScale, texts: TextCache) -> Tail:
    room, width = model.room(row), body.width()
    line = None if room is None else _room_line(room, width, scale, texts)
    space = body.height() - 3.0 * GAP - (line.height if line else 0.0)
    lines = max(int(space // scale.cell.line), 1)
    return Tail(line, texts.block(_silence(model, row), scale.cell, width, lines))


def issue_bodies(
    model: PresentModel, row: int, body: QRectF, scale: TypeScale, texts: TextCache
) -> Sequence[IssueBody | Tail]:
    """Return one issue on as many pages as it needs in a space of that size."""
    tail = _tail(model, row, body, scale, texts)
    speaking = [column for column in range(len(model.columns)) if model.cell(row, column).segments]
    setter = RungSetter(model, model.ladder(row), body, scale, texts)
    made = [
        page
        for part in columns_a_page(len(speaking), setter.most)
        for page in setter.pages(tuple(speaking[part.start : part.stop]))
    ]
    if made and made[-1].height + tail.height <= body.height():
        return [*made[:-1], replace(made[-1], tail=tail)]
    return [*made, tail]


@dataclass(frozen=True, slots=True, eq=False)
class RungSetter:
    """Sets the options of an issue into a space."""

    model: PresentModel
    ladder: tuple[Rung, ...]
    body: QRectF
    scale: TypeScale
    texts: TextCache

    @property
    def most(self) -> int:
        """How many parties find space beside one another."""
        words = (word for rung in self.ladder for word in rung.words)
        least = least_column(self.model.columns, words, self.scale, self.body.width())
        return fitting(self.body.width(), least, has_room=False)

    def pages(self, columns: tuple[int, ...]) -> Iterator[IssueBody]:
        """Yield the pages of some parties."""
        across = widths(self.body.width() + GAP, len(columns), has_room=False)
        lines = next((own for own in _FEWER if self._fit(columns, across, own)), 1)
        head, heights = self._head(columns, across, lines), self._heights(across, lines)
        for part in even_rows(heights, self.body.height() - head) if columns else ():
            own = tuple(self.ladder[n] for n in part), tuple(heights[n] for n in part)
            yield IssueBody(self.model, *own, columns, across, head, lines)

    def _fit(self, columns: tuple[int, ...], across: Across, lines: int) -> bool:
        highest = max(self._heights(across, lines), default=0.0)
        return self._head(columns, across, lines) + highest <= self.body.height()

    def _head(self, columns: tuple[int, ...], across: Across, lines: int) -> float:
        named = [self.model.columns[own] for own in columns]
        return head_height(named, across.party, self.scale, self.texts, min(lines, NAME_LINES))

    def _heights(self, across: Across, lines: int) -> list[float]:
        return [_height(rung, across, self.scale, self.texts, lines) for rung in self.ladder]


def _silence(model: PresentModel, row: int) -> str:
    silent = [own.label for place, own in enumerate(model.columns) if model.cell(row, place).is_empty]
    if not silent:
        return ""
    text = translate("PresentPage", "{no_position}: {parties}")
    return text.format(no_position=at_start(empty_words(model.matrix)), parties=listing(silent))


def _label(rung: Rung, across: Across, scale: TypeScale, texts: TextCache, lines: int) -> Block:
    return texts.block(rung.label, scale.name, across.titles - 2.0 * GAP, lines)


def _height(rung: Rung, across: Across, scale: TypeScale, texts: TextCache, lines: int) -> float:
    label = _label(rung, across, scale, texts, lines)
    words = max((_lines(word, across.party, scale, texts) for word in rung.words), default=1)
    return max(label.height, words * scale.cell.line + 2.0 * GAP, _LEAST_RUNG) + GAP


def _lines(word: str, width: float, scale: TypeScale, texts: TextCache) -> int:
    return len(texts.block(word, scale.cell, width - 2.0 * GAP, 2).texts)
