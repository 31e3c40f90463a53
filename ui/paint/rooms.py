"""The room of those needed on an issue, and its course over the years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.paint.canvas import Canvas
from ui.paint.layout import CARD_PAD_X, aside_lines, text_top
from ui.paint.room_words import aside_of, meeting_of
from ui.paint.shapes import fill_sign, level_path, question_in_ring
from ui.theme.meanings import LEVELS
from ui.theme.roles import Role
from workbench.domain.level import Level
from workbench.domain.saying import at_start, said
from workbench.readmodels.matrix_types import CourseSpan, RoomSummary

_MARK = 10.0
_CIRCLE = 14.0
_APART = 4.0
"""Between the word of a level and the sign of an open question."""
_HEIGHTS = {
    Level.ALIGNED: 0.0,
    Level.COMPATIBLE: 0.25,
    Level.BRIDGEABLE: 0.5,
    Level.CONFLICTING: 0.75,
    Level.DEADLOCKED: 1.0,
}


def draw_room(canvas: Canvas, rect: QRectF, room: RoomSummary) -> None:
    """Draw a room into its card: level, where they meet, how many hold a position, what a person judged."""
    scale = canvas.scale
    canvas.card(rect, LEVELS[room.level].fill, None)
    pad = scale.px(CARD_PAD_X)
    inner = rect.adjusted(pad, text_top(scale), -pad, -text_top(scale))
    notes = _notes(canvas, room, inner)
    height = scale.name.line + sum(len(lines) for lines in notes) * scale.small.line
    top = inner.y() + max((inner.height() - height) / 2.0, 0.0)
    _draw_level(canvas, QRectF(inner.x(), top, inner.width(), scale.name.line), room)
    _draw_notes(canvas, inner, top + scale.name.line, notes, LEVELS[room.level].text)


def _notes(canvas: Canvas, room: RoomSummary, inner: QRectF) -> list[tuple[str, ...]]:
    """Return the lines below the level, as many as there is space for."""
    small = canvas.scale.small
    space = max(int((inner.height() - canvas.scale.name.line) // small.line), 0)
    meeting, texts = meeting_of(room), canvas.texts
    aside = texts.block(aside_of(room), small, inner.width(), aside_lines(texts)) if space else None
    lines_left = space - (len(aside.texts) if aside else 0)
    block = texts.block(meeting, small, inner.width(), lines_left) if lines_left > 0 else None
    notes = [block.texts] if block is not None and meeting else []
    if aside is not None:
        notes.append(aside.texts)
    return notes


def _draw_notes(canvas: Canvas, inner: QRectF, top: float, notes: list[tuple[str, ...]], role: Role) -> None:
    small = canvas.scale.small
    for line in (line for lines in notes for line in lines):
        canvas.line(line, small, QRectF(inner.x(), top, inner.width() + 1.0, small.line), role)
        top += small.line


def _draw_level(canvas: Canvas, line: QRectF, room: RoomSummary) -> None:
    scale, role = canvas.scale, LEVELS[room.level].text
    mark = scale.px(_MARK)
    place = QRectF(line.x(), line.center().y() - mark / 2.0, mark, mark)
    fill_sign(canvas.painter, level_path(room.level), place, canvas.colour(role))
    left = line.x() + mark + scale.px(_APART)
    circle = scale.px(_CIRCLE + _APART) - 1.0 if room.is_open else 0.0
    space = QRectF(left, line.y(), line.right() - left - circle, line.height())
    name = canvas.line(at_start(said(room.level)), scale.name, space, role)
    if room.is_open:
        side = scale.px(_CIRCLE) - 1.0
        end = min(left + name.width + scale.px(_APART), line.right() - side)
        circle_rect = QRectF(end, line.center().y() - side / 2.0, side, side)
        fill_sign(canvas.painter, question_in_ring(), circle_rect, canvas.colour(role))


def course_y(rect: QRectF, level: Level) -> float:
    """Return the height of a level in a course: aligned at the top, deadlocked at the bottom."""
    inset = rect.height() * 0.16
    return rect.y() + inset + _HEIGHTS[level] * (rect.height() - 2.0 * inset)


def course_x(rect: QRectF, span: tuple[date, date], day: date) -> float:
    """Return where a day lies in a course."""
    days = max((span[1] - span[0]).days, 1)
    share = (day - span[0]).days / days
    return rect.x() + min(max(share, 0.0), 1.0) * rect.width()


def draw_course(
    canvas: Canvas, rect: QRectF, course: Sequence[CourseSpan], span: tuple[date, date], day: date
) -> None:
    """Draw the level over the years as steps, with a hair where the day shown lies."""
    painter = canvas.painter
    x = course_x(rect, span, day)
    painter.setPen(QPen(canvas.colour(Role.BORDER), 1.0))
    painter.drawLine(QPointF(x, rect.y() + 4.0), QPointF(x, rect.bottom() - 4.0))
    before: QPointF | None = None
    for stretch in course:
        before = _draw_stretch(canvas, rect, stretch, span, before)


def _draw_stretch(
    canvas: Canvas, rect: QRectF, stretch: CourseSpan, span: tuple[date, date], before: QPointF | None
) -> QPointF | None:
    if stretch.level is Level.UNKNOWN:
        return None
    y = course_y(rect, stretch.level)
    left = course_x(rect, span, stretch.first)
    right = max(course_x(rect, span, stretch.last), left + canvas.scale.px(2))
    if before is not None:
        canvas.painter.setPen(QPen(canvas.colour(Role.NO_POSITION), 1.0))
        canvas.painter.drawLine(QLineF(QPointF(left, before.y()), QPointF(left, y)))
    pen = QPen(canvas.colour(LEVELS[stretch.level].line), canvas.scale.px(3))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(QLineF(QPointF(left, y), QPointF(right, y)))
    return QPointF(right, y)
