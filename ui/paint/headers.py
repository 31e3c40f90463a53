"""Headers of the matrix: parties, room, course, baskets, issues and the next deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from ui.paint.canvas import Canvas
from ui.paint.layout import (
    FOLD_SIDE,
    HEADER_APART,
    HEADER_FOOT,
    HEADER_LINES,
    HEADING_FOOT,
    SQUARE,
    SQUARE_GAP,
    TITLE_LINES,
    square_beside,
)
from ui.paint.pressures import pressures_height, set_pressures
from ui.paint.shapes import fill_sign, fold_sign, open_sign
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.domain.saying import counted, translate
from workbench.readmodels.matrix_types import IssueRow, NextDeadline, PartyColumn

_SIGN_GAP = 7.0
"""Between a name, or the colour over it, and the sign that folds or opens."""


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """Where the parts of a party's header lie: its name, its colour, the sign that folds or opens."""

    name: Block
    at: QPointF
    square: QRectF
    fold: QRectF


@dataclass(frozen=True, slots=True)
class HeaderSetting:
    """What the parts of headers depend on besides the column.

    Attributes
    ----------
    kinds : float
        Height below the line of the names.
    scale : TypeScale
        Sizes of text.
    texts : TextCache
        Where set text is kept.
    folds : bool
        Whether signs that fold or open are drawn.
    """

    kinds: float
    scale: TypeScale
    texts: TextCache
    folds: bool = False


def header_parts(rect: QRectF, column: PartyColumn, setting: HeaderSetting) -> HeaderParts:
    """Return where the parts of a header lie: names stand on one line, `kinds` over the foot."""
    scale = setting.scale
    side, fold = scale.px(SQUARE), scale.px(FOLD_SIDE)
    name = setting.texts.block(column.label, scale.name, rect.width() - scale.px(HEADER_APART), HEADER_LINES)
    y = rect.bottom() - scale.px(HEADER_FOOT) - setting.kinds - name.height
    if square_beside(column, rect.width(), scale, folds=setting.folds):
        at = QPointF(rect.x() + side + scale.px(SQUARE_GAP), y)
        square = QRectF(rect.x(), y + (scale.name.line - side) / 2.0, side, side)
    else:
        at, square = QPointF(rect.x(), y), QRectF(rect.x(), y - side - scale.px(2), side, side)
    beside = at.x() + name.width if at.y() <= square.bottom() else square.right()
    left = min(beside + scale.px(_SIGN_GAP), rect.right() - fold - scale.px(HEADER_APART))
    return HeaderParts(name, at, square, QRectF(left, square.center().y() - fold / 2.0, fold, fold))


def draw_party(
    canvas: Canvas, rect: QRectF, column: PartyColumn, kinds: float, *, folds: bool = False
) -> None:
    """Draw the header of a party: its name above the line that lies `kinds` over the foot, its kind below.

    With `folds` a sign says whether it can be folded into a group, or opened.
    """
    scale = canvas.scale
    width = rect.width() - scale.px(HEADER_APART)
    kind = canvas.texts.block(column.kind, scale.small, width, HEADER_LINES)
    canvas.text(kind, rect.x(), rect.bottom() - scale.px(HEADER_FOOT) - kinds, Role.TEXT_MUTED)
    parts = header_parts(rect, column, HeaderSetting(kinds, scale, canvas.texts, folds))
    canvas.text(parts.name, parts.at.x(), parts.at.y(), Role.TEXT)
    draw_square(canvas, parts.square, column)
    if folds and column.can_fold:
        draw_fold(canvas, parts.fold, is_folded=column.is_group)


def draw_fold(canvas: Canvas, rect: QRectF, *, is_folded: bool) -> None:
    """Draw the sign: arrows apart where it can be opened, arrows together where it can be folded."""
    path = open_sign() if is_folded else fold_sign()
    role = Role.TEXT if is_folded else Role.TEXT_MUTED
    fill_sign(canvas.painter, path, rect, canvas.colour(role))


def draw_square(canvas: Canvas, square: QRectF, column: PartyColumn) -> None:
    """Draw the colour of a party; a folded group has a second square behind it."""
    colour = QColor(column.colour) if column.colour else canvas.colour(Role.TEXT_MUTED)
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    if column.is_group:
        painter.setBrush(canvas.colour(Role.BORDER))
        painter.drawRoundedRect(square.translated(2.0, -2.0), 2.0, 2.0)
    painter.setBrush(colour)
    painter.drawRoundedRect(square, 2.0, 2.0)


def draw_room_header(canvas: Canvas, rect: QRectF, kinds: float) -> None:
    """Draw the header of the rooms, on one line with the names of the parties."""
    _draw_two_lines(
        canvas, rect, kinds, translate("Headers", "Room"), translate("Headers", "of those needed")
    )


def draw_course_header(canvas: Canvas, rect: QRectF, kinds: float, span: tuple[date, date]) -> None:
    """Draw the years over the courses."""
    first, last = span[0].year, span[1].year
    wide = f"{first} – {last}"
    fits = canvas.scale.small.width(wide) <= rect.width()
    years = str(first) if first == last else wide if fits else f"{first}–{last % 100:02}"
    _draw_two_lines(canvas, rect, kinds, translate("Headers", "Course"), years)


def _draw_two_lines(canvas: Canvas, rect: QRectF, kinds: float, name: str, note: str) -> None:
    scale = canvas.scale
    y = rect.bottom() - scale.px(HEADER_FOOT) - kinds
    canvas.line(note, scale.small, QRectF(rect.x(), y, rect.width(), scale.small.line), Role.TEXT_MUTED)
    y -= scale.name.line
    canvas.line(name, scale.name, QRectF(rect.x(), y, rect.width(), scale.name.line), Role.TEXT)


def draw_deadline(canvas: Canvas, rect: QRectF, deadline: NextDeadline) -> None:
    """Draw the next deadline in the corner, standing on the lower edge of `rect`."""
    scale = canvas.scale
    days = counted("Headers", "in %n days", "in %n day", deadline.days_left)
    indent = scale.px(SQUARE) + scale.px(4)
    left, width = rect.x() + indent, rect.width() - indent
    y = rect.bottom() - scale.px(HEADER_FOOT) - scale.small.line
    canvas.line(days, scale.small, QRectF(left, y, width, scale.small.line), Role.TEXT_MUTED)
    title = canvas.texts.block(deadline.title, scale.small, width, 2)
    y -= title.height
    canvas.text(title, left, y, Role.TEXT_SECONDARY)
    side = scale.px(SQUARE - 1)
    square = QRectF(rect.x(), y + (scale.small.line - side) / 2.0, side, side)
    draw_diamond(canvas, square.center(), side / 2.0, Role.TIME_DEADLINE)


def draw_diamond(canvas: Canvas, centre: QPointF, radius: float, role: Role) -> None:
    """Draw the sign of a deadline."""
    steps = (QPointF(0.0, -radius), QPointF(radius, 0.0), QPointF(0.0, radius), QPointF(-radius, 0.0))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.colour(role))
    canvas.painter.drawPolygon(QPolygonF([centre + step for step in steps]))


def draw_basket(canvas: Canvas, rect: QRectF, title: str) -> None:
    """Draw the heading of a basket, standing on the lower edge of `rect`."""
    scale = canvas.scale
    if canvas.texts.is_whole:
        block = canvas.texts.whole(title, scale.small_name, rect.width())
        canvas.text(block, rect.x(), rect.bottom() - scale.px(HEADING_FOOT) - block.height, Role.TEXT_MUTED)
        return
    line = scale.small_name.line
    y = rect.bottom() - scale.px(HEADING_FOOT) - line
    canvas.line(title, scale.small_name, QRectF(rect.x(), y, rect.width(), line), Role.TEXT_MUTED)


def draw_issue(canvas: Canvas, rect: QRectF, row: IssueRow) -> None:
    """Draw the title of an issue, with those for whom time presses below it."""
    scale = canvas.scale
    title = canvas.texts.block(row.title, scale.name, rect.width(), TITLE_LINES)
    pressures = set_pressures(row, rect.width(), scale, canvas.texts)
    height = title.height + pressures_height(pressures)
    y = rect.y() + max((rect.height() - height) / 2.0, 0.0)
    canvas.text(title, rect.x(), y, Role.TEXT)
    for own in pressures:
        own.draw(canvas, rect.x(), y + title.height)
