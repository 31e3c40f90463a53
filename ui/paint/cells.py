"""The cell of the matrix: what one party holds on one issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.paint.canvas import Canvas
from ui.paint.layout import (
    BAR_FOOT,
    BAR_HEIGHT,
    CARD_PAD_X,
    MARK_SIDE,
    MARK_STEP,
    bar_space,
    text_top,
    text_width,
)
from ui.paint.marks import Mark, draw_mark, marks_of
from ui.paint.segments import draw_segment, segment_rects
from ui.paint.text import Block, Measure, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from ui.theme.typography import Radius
from workbench.domain.vocabulary import Stance
from workbench.readmodels.matrix_types import PositionCell

DASH = "—"


@dataclass(frozen=True, slots=True)
class CellParts:
    """Where the parts of a cell lie; they never overlap.

    `bar` is none where the position states no stance.
    """

    text: QRectF
    bar: QRectF | None
    marks: tuple[QRectF, ...]


def cell_parts(rect: QRectF, cell: PositionCell, marks: int, scale: TypeScale) -> CellParts:
    """Return where the parts of a cell with that many marks lie in its card."""
    return _parts(rect.getRect(), bool(cell.segments), marks, scale)


@lru_cache(maxsize=1_000)
def _parts(card: tuple[float, float, float, float], has_bar: bool, marks: int, scale: TypeScale) -> CellParts:
    """Return the same for the card at those edges; cells of a size are many."""
    rect = QRectF(*card)
    space = rect.height() - text_top(scale) - scale.px(BAR_HEIGHT + BAR_FOOT)
    slots = max(int(space // scale.px(MARK_STEP)), 1)
    text = QRectF(
        rect.x() + scale.px(CARD_PAD_X),
        rect.y() + text_top(scale),
        text_width(rect.width(), 0, scale),
        rect.height() - text_top(scale) - (bar_space(scale) if has_bar else text_top(scale)),
    )
    bar = _bar_rect(rect, scale) if has_bar else None
    return CellParts(text, bar, _mark_rects(rect, marks, slots, scale))


def _bar_rect(rect: QRectF, scale: TypeScale) -> QRectF:
    pad, height = scale.px(CARD_PAD_X), scale.px(BAR_HEIGHT)
    return QRectF(rect.x() + pad, rect.bottom() - scale.px(BAR_FOOT) - height, rect.width() - 2 * pad, height)


def _mark_rects(rect: QRectF, marks: int, slots: int, scale: TypeScale) -> tuple[QRectF, ...]:
    side, step = scale.px(MARK_SIDE), scale.px(MARK_STEP)
    right, top = rect.right() - scale.px(4) - side, rect.y() + scale.px(5)
    places = (divmod(number, slots) for number in range(marks))
    return tuple(QRectF(right - column * step, top + slot * step, side, side) for column, slot in places)


@dataclass(frozen=True, slots=True)
class CellText:
    """The lead and the text of a cell, set together."""

    lead: Block | None
    text: Block

    @property
    def is_elided(self) -> bool:
        """Whether anything was left out."""
        return self.text.is_elided or (self.lead is not None and self.lead.is_elided)


def set_cell_text(cell: PositionCell, parts: CellParts, scale: TypeScale, texts: TextCache) -> CellText:
    """Set the text of a cell beside its marks: lines below the marks take the whole width."""
    space, line = parts.text, scale.cell.line
    notch = lowest = 0.0
    if parts.marks:
        notch = space.right() - min(mark.left() for mark in parts.marks) + scale.px(2)
        lowest = max(mark.bottom() for mark in parts.marks) - space.top()
    beside = int(-(-lowest // line))
    measure = Measure(space.width(), max(int(space.height() // line), 1), 0.0, notch, beside)
    if not cell.lead:
        return CellText(None, texts.set(cell.text, scale.cell, measure))
    lead = texts.block(f"{cell.lead}:" if cell.text else cell.lead, scale.tiny, measure.of_line(0))
    indented = replace(measure, indent=lead.width + scale.px(3))
    return CellText(lead, texts.set(cell.text, scale.cell, indented))


def draw_cell(
    canvas: Canvas, rect: QRectF, cell: PositionCell, *, hover: bool = False, empty: str = ""
) -> None:
    """Draw a cell into its card."""
    marks = marks_of(cell)
    parts = cell_parts(rect, cell, len(marks), canvas.scale)
    if cell.is_empty:
        if hover:
            canvas.card(rect, Role.HOVER, None)
        _draw_empty(canvas, rect, parts.text, empty)
    else:
        _draw_card(canvas, rect, hover=hover)
        _draw_text(canvas, parts, cell)
    if parts.bar is not None:
        _draw_bar(canvas, parts.bar, cell.segments)
    for mark, place in zip(marks, parts.marks, strict=True):
        _draw_mark(canvas, mark, place)


def _draw_card(canvas: Canvas, rect: QRectF, *, hover: bool) -> None:
    fill = Role.HOVER if hover else Role.CARD
    canvas.stamp(fill, rect, lambda own, place: own.card(place, fill, Role.HAIRLINE))


def _draw_bar(canvas: Canvas, bar: QRectF, segments: Sequence[Stance | None]) -> None:
    for place, stance in zip(segment_rects(bar, len(segments)), segments, strict=True):
        canvas.stamp(("segment", stance), place, partial(_draw_segment, stance))


def _draw_segment(stance: Stance | None, canvas: Canvas, rect: QRectF) -> None:
    draw_segment(canvas.painter, rect, stance, canvas.theme)


def _draw_mark(canvas: Canvas, mark: Mark, place: QRectF) -> None:
    canvas.stamp(mark, place, lambda own, rect: draw_mark(own.painter, mark, rect, own.theme))


def _draw_text(canvas: Canvas, parts: CellParts, cell: PositionCell) -> None:
    scale, space = canvas.scale, parts.text
    text = set_cell_text(cell, parts, scale, canvas.texts)
    if text.lead is not None:
        # Both stand on one base line.
        drop = (
            (scale.cell.line - scale.tiny.line) / 2.0
            + (scale.cell.metrics.ascent() - scale.cell.metrics.height() / 2.0)
            - (scale.tiny.metrics.ascent() - scale.tiny.metrics.height() / 2.0)
        )
        canvas.text(text.lead, space.x(), space.y() + drop, Role.TEXT_MUTED)
    canvas.text(text.text, space.x(), space.y(), Role.TEXT)


def _draw_empty(canvas: Canvas, rect: QRectF, space: QRectF, words: str) -> None:
    painter = canvas.painter
    if not words:
        dash = canvas.texts.block(DASH, canvas.scale.cell, rect.width())
        left = rect.center().x() - dash.width / 2.0
        canvas.text(dash, left, rect.center().y() - dash.height / 2.0, Role.NO_POSITION)
        return
    painter.setPen(QPen(canvas.colour(Role.BORDER), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = canvas.scale.px(Radius.CARD)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    block = canvas.texts.block(words, canvas.scale.cell, space.width(), 2)
    canvas.text(block, space.x(), space.y(), Role.TEXT_MUTED)
