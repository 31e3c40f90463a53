"""The legend: what the colours and signs of the matrix mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.marks import Mark, draw_mark
from ui.paint.segments import draw_segment
from ui.paint.shapes import fill_sign, level_path, question_in_ring
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from workbench.domain.level import Level
from workbench.domain.saying import marked, said, translate
from workbench.domain.vocabulary import IssueKind, Stance


class RoomSign(StrEnum):
    """What stands beside the level of a room; the value is what the legend says."""

    OPEN = marked("RoomSign", "open question")


@dataclass(frozen=True, slots=True)
class Held:
    """A stance as it is said of a fact or a norm, which is held rather than demanded."""

    stance: Stance


@dataclass(frozen=True, slots=True)
class Either:
    """A stance where both are seen: what is demanded, and what is held."""

    stance: Stance


Sign = Stance | Held | Either | Mark | Level | RoomSign | None
"""What an item explains; none is what is presumed."""

PRESUMED = marked("Legend", "presumed")
STANCES: tuple[tuple[Sign, str], ...] = (*((stance, stance.word) for stance in Stance), (None, PRESUMED))
HELD: tuple[tuple[Held, str], ...] = tuple((Held(stance), stance.word) for stance in Stance)
EITHER: tuple[tuple[Either, str], ...] = tuple((Either(stance), stance.word) for stance in Stance)
MARKS: tuple[tuple[Sign, str], ...] = tuple((mark, mark.value) for mark in Mark)
LEVELS: tuple[tuple[Sign, str], ...] = tuple((level, level.value) for level in Level)
ROOM_SIGNS: tuple[tuple[Sign, str], ...] = tuple((sign, sign.value) for sign in RoomSign)

_SWATCH = 14.0
_SIGN = 9.0
_RING = 12.0
_BESIDE = 4.0
_BETWEEN = 12.0


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the legend and where it stands, measured from the corner of the legend."""

    sign: Sign
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """Items set in as many lines as they need."""

    items: tuple[Item, ...]
    height: float


def set_legend(
    entries: tuple[tuple[Sign, str], ...], width: float, scale: TypeScale, most_lines: int = 0
) -> Legend:
    """Return the legend set in lines of `width`, as many as it needs or at most so many of them."""
    items: list[Item] = []
    x, y, line = 0.0, scale.px(7), 1
    for sign, _ in entries:
        text = sign_name(sign)
        wide = _sign_width(sign, scale) + scale.px(_BESIDE) + scale.small.width(text)
        if x > 0.0 and x + wide > width:
            if line == most_lines:
                break
            x, y, line = 0.0, y + _line(scale), line + 1
        items.append(Item(sign, text, x, y))
        x += wide + scale.px(_BETWEEN)
    return Legend(tuple(items), y + _line(scale) + scale.px(3))


def sign_name(sign: Sign) -> str:
    """Return what a sign is called in the language of the user."""
    if sign is None:
        return translate("Legend", PRESUMED)
    if isinstance(sign, Held):
        return sign.stance.reading(IssueKind.FACT)
    if isinstance(sign, Either):
        words = translate("Stance", sign.stance.word), sign.stance.reading(IssueKind.FACT)
        return " / ".join(dict.fromkeys(words))
    return translate("Stance", sign.word) if isinstance(sign, Stance) else said(sign)


def _line(scale: TypeScale) -> float:
    return scale.small.line + scale.px(3)


def _sign_width(sign: Sign, scale: TypeScale) -> float:
    if isinstance(sign, Mark | Level):
        return scale.px(_SIGN)
    if isinstance(sign, RoomSign):
        return scale.px(_RING)
    return scale.px(_SWATCH)


def draw_legend(canvas: Canvas, corner: QPointF, legend: Legend) -> None:
    """Draw a legend with its upper left corner at `corner`."""
    scale = canvas.scale
    for item in legend.items:
        place = corner + QPointF(item.x, item.y)
        width = _sign_width(item.sign, scale)
        sign = QRectF(place.x(), place.y(), width, scale.small.line)
        draw_sign(canvas.painter, sign, item.sign, canvas.theme, scale)
        left = place.x() + width + scale.px(_BESIDE)
        block = canvas.texts.block(item.text, scale.small, scale.small.width(item.text) + 1.0)
        canvas.text(block, left, place.y(), Role.TEXT_SECONDARY)


def draw_sign(painter: QPainter, rect: QRectF, sign: Sign, theme: Theme, scale: TypeScale) -> None:
    """Draw a sign at the left of `rect`, in the middle of its height."""
    if isinstance(sign, Mark):
        side = scale.px(_SIGN)
        draw_mark(painter, sign, QRectF(rect.x(), rect.center().y() - side / 2, side, side), theme)
    elif isinstance(sign, Level):
        side = scale.px(_SIGN)
        place = QRectF(rect.x(), rect.center().y() - side / 2, side, side)
        fill_sign(painter, level_path(sign), place, theme.colour(Role.TEXT_SECONDARY))
    elif isinstance(sign, RoomSign):
        side = scale.px(_RING)
        place = QRectF(rect.x(), rect.center().y() - side / 2, side, side)
        fill_sign(painter, question_in_ring(), place, theme.colour(Role.TEXT_SECONDARY))
    else:
        height = scale.px(7)
        place = QRectF(rect.x(), rect.center().y() - height / 2, rect.width(), height)
        draw_segment(painter, place, sign.stance if isinstance(sign, Held | Either) else sign, theme)
