"""One issue before a room: its options down, the parties across, the word for each stance in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.paint.canvas import Canvas
from ui.paint.picture_words import empty_words
from ui.paint.present_overview import (
    GAP,
    HEAD,
    MOST_LINES,
    Across,
    columns_a_page,
    draw_party_name,
    rows_a_page,
    widths,
)
from ui.paint.room_words import aside_of, meeting_of
from ui.paint.segments import draw_hatching
from ui.paint.shapes import level_path, placed
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from ui.theme.meanings import LEVELS, STANCES
from ui.theme.roles import Role
from ui.theme.typography import Radius
from workbench.domain.vocabulary import Stance
from workbench.readmodels.matrix_types import RoomSummary
from workbench.readmodels.presenting import PresentModel, Rung
from workbench.readmodels.wording import listing

_LEAST_RUNG = 30.0
_MOST_STRETCH = 44.0
_ROOM_HEIGHT = 34.0
_MARK = 11.0


@dataclass(frozen=True, slots=True, eq=False)
class Tail:
    """What stands under the options: the room, and who holds no position."""

    room: RoomSummary | None
    silent: str
    line: float

    @property
    def height(self) -> float:
        """How much space it takes."""
        room = _ROOM_HEIGHT + 2.0 * GAP if self.room is not None else 0.0
        return room + (self.line + GAP if self.silent else 0.0)

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        top = body.y() + GAP
        if self.room is not None:
            draw_room_line(canvas, QRectF(body.x(), top, body.width(), _ROOM_HEIGHT), self.room)
            top += _ROOM_HEIGHT + GAP
        line = QRectF(body.x(), top, body.width(), canvas.scale.cell.line)
        canvas.line(self.silent, canvas.scale.cell, line, Role.TEXT_MUTED)


@dataclass(frozen=True, slots=True, eq=False)
class IssueBody:
    """A page of one issue: some of its options, some of the parties that speak of it; who does not, below."""

    model: PresentModel
    row: int
    rungs: tuple[Rung, ...]
    heights: tuple[float, ...]
    columns: tuple[int, ...]
    across: Across
    tail: Tail | None

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        for place, column in enumerate(self.columns):
            draw_party_name(canvas, self._rect(body, place, body.y(), HEAD), self.model.columns[column])
        below = self.tail.height if self.tail else 0.0
        spare = body.height() - HEAD - below - sum(self.heights)
        stretch = min(max(spare / max(len(self.rungs), 1), 0.0), _MOST_STRETCH)
        top = body.y() + HEAD
        for rung, height in zip(self.rungs, self.heights, strict=True):
            self._draw_rung(canvas, body, rung, top, height + stretch - GAP)
            top += height + stretch
        if self.tail is not None:
            self.tail.draw(canvas, QRectF(body.x(), top, body.width(), self.tail.height))

    def _rect(self, body: QRectF, place: int, top: float, height: float) -> QRectF:
        left = body.x() + self.across.titles + place * (self.across.party + GAP)
        return QRectF(left, top, self.across.party, height)

    def _draw_rung(self, canvas: Canvas, body: QRectF, rung: Rung, top: float, height: float) -> None:
        label = canvas.texts.block(rung.label, canvas.scale.name, self.across.titles - 2.0 * GAP, MOST_LINES)
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


def draw_room_line(canvas: Canvas, rect: QRectF, room: RoomSummary) -> None:
    """Draw the room on a line of its own: mark, level, what it means, where they meet."""
    scale, roles = canvas.scale, LEVELS[room.level]
    canvas.card(rect, roles.fill, None)
    mark = QRectF(rect.x() + 2.0 * GAP, rect.center().y() - _MARK / 2.0, _MARK, _MARK)
    canvas.painter.fillPath(placed(level_path(room.level), mark), canvas.colour(roles.text))
    word = room.level.value.capitalize()
    left = mark.right() + 6.0
    canvas.line(word, scale.name, QRectF(left, rect.y(), rect.right() - left, rect.height()), roles.text)
    left += scale.name.width(word) + 3.0 * GAP
    said = " · ".join(part for part in (room.level.sentence, meeting_of(room), aside_of(room)) if part)
    space = QRectF(left, rect.y(), rect.right() - left - GAP, rect.height())
    block = canvas.texts.block(said, scale.cell, space.width(), 2)
    canvas.text(block, left, rect.center().y() - block.height / 2.0, roles.text)


def issue_bodies(
    model: PresentModel, row: int, body: QRectF, scale: TypeScale, texts: TextCache
) -> Sequence[IssueBody | Tail]:
    """Return one issue on as many pages as it needs in a space of that size."""
    ladder = model.ladder(row)
    tail = Tail(model.room(row), _silence(model, row), scale.cell.line)
    speaking = [column for column in range(len(model.columns)) if model.cell(row, column).segments]
    space = body.height() - HEAD
    made: list[IssueBody] = []
    for part in columns_a_page(body.width(), len(speaking), has_room=False):
        columns = tuple(speaking[part.start : part.stop])
        across = widths(body.width() + GAP, len(columns), has_room=False)
        heights = [_height(rung, across, scale, texts) for rung in ladder]
        for rungs in rows_a_page(heights, space) if columns else ():
            own = tuple(ladder[n] for n in rungs), tuple(heights[n] for n in rungs)
            made.append(IssueBody(model, row, *own, columns, across, None))
    if made and sum(made[-1].heights) + tail.height <= space:
        return [*made[:-1], replace(made[-1], tail=tail)]
    return [*made, tail]


def _silence(model: PresentModel, row: int) -> str:
    silent = [own.label for place, own in enumerate(model.columns) if model.cell(row, place).is_empty]
    return f"{empty_words(model.matrix).capitalize()}: {listing(silent)}" if silent else ""


def _height(rung: Rung, across: Across, scale: TypeScale, texts: TextCache) -> float:
    label = texts.block(rung.label, scale.name, across.titles - 2.0 * GAP, MOST_LINES)
    words = max((_lines(word, across.party, scale, texts) for word in rung.words), default=1)
    return max(label.height, words * scale.cell.line + 2.0 * GAP, _LEAST_RUNG) + GAP


def _lines(word: str, width: float, scale: TypeScale, texts: TextCache) -> int:
    return len(texts.block(word, scale.cell, width - 2.0 * GAP, 2).lines)
