"""The time strip as a picture, with every event listed: a picture has no tooltips."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.paint.canvas import Canvas
from ui.paint.headers import draw_diamond
from ui.paint.picture_frame import frame_height
from ui.paint.text import TextCache
from ui.paint.time_geometry import TimeGeometry
from ui.paint.timeline import TimelinePainter
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.readmodels.timeline_types import EventMark, Timeline
from workbench.readmodels.wording import day_in_words

_STRIP = 190.0
_MOST_STRIP = 420.0
_EDGE = 14.0
_SMALLEST, _LARGEST = 0.5, 3.0
_STEPS = 12


def time_magnification(timeline: Timeline, size: QSizeF, scale: TypeScale, texts: TextCache) -> float:
    """Return the largest magnification at which strip and events find space."""
    low, high = _SMALLEST, _LARGEST
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        fits = _needed(timeline, size.width() / middle, scale) <= size.height() / middle
        low, high = (middle, high) if fits else (low, middle)
    return low


def _columns(timeline: Timeline, width: float, scale: TypeScale) -> int:
    """Return how many columns of whole titles find space beside one another."""
    longest = max((scale.cell.width(event.title) for event in timeline.events), default=0.0)
    column = _days_width(timeline, scale) + longest + scale.px(24 + _EDGE) + 1.0
    return max(int((width - 2.0 * scale.px(_EDGE)) // column), 1)


def _days_width(timeline: Timeline, scale: TypeScale) -> float:
    return max((scale.cell.width(_when(event)) for event in timeline.events), default=0.0) + 1.0


def _list_height(timeline: Timeline, width: float, scale: TypeScale) -> float:
    lines = -(-len(timeline.events) // _columns(timeline, width, scale))
    return lines * (scale.cell.line + scale.px(3)) + scale.px(16)


def _needed(timeline: Timeline, width: float, scale: TypeScale) -> float:
    return frame_height(scale) + scale.px(_STRIP) + _list_height(timeline, width, scale)


def draw_time_page(
    canvas: Canvas, body: QRectF, timeline: Timeline, day: date, compared: date | None
) -> None:
    """Draw strip and events into a space."""
    scale = canvas.scale
    listed = _list_height(timeline, body.width(), scale)
    height = min(body.height() - listed, scale.px(_MOST_STRIP))
    edge = scale.px(_EDGE)
    strip = QRectF(body.x() + edge, body.y(), body.width() - 2.0 * edge, height)
    canvas.card(strip, Role.PANEL, Role.HAIRLINE)
    geometry = TimeGeometry(timeline, strip.adjusted(1.0, 1.0, -1.0, -1.0), scale)
    TimelinePainter(geometry, day, compared).draw(canvas)
    _draw_list(canvas, QRectF(body.x(), strip.bottom() + scale.px(16), body.width(), listed), timeline)


def _draw_list(canvas: Canvas, space: QRectF, timeline: Timeline) -> None:
    scale, edge = canvas.scale, canvas.scale.px(_EDGE)
    columns = _columns(timeline, space.width(), scale)
    lines = max(-(-len(timeline.events) // columns), 1)
    width = (space.width() - 2.0 * edge) / columns
    height = scale.cell.line + scale.px(3)
    days = _days_width(timeline, scale)
    for number, event in enumerate(timeline.events):
        column, line = divmod(number, lines)
        place = QRectF(
            space.x() + edge + column * width, space.y() + line * height, width - edge, scale.cell.line
        )
        _draw_event(canvas, place, event, days)


def _when(event: EventMark) -> str:
    return event.when or day_in_words(event.day)


def _draw_event(canvas: Canvas, line: QRectF, event: EventMark, days: float) -> None:
    scale = canvas.scale
    if event.is_deadline:
        draw_diamond(canvas, QPointF(line.x() + 4.0, line.center().y()), 4.0, Role.TIME_DEADLINE)
    day = QRectF(line.x() + scale.px(12), line.y(), days, line.height())
    canvas.line(_when(event), scale.cell, day, Role.TEXT_MUTED)
    title = line.adjusted(scale.px(24) + days, 0.0, 0.0, 0.0)
    canvas.line(event.title, scale.cell, title, Role.TEXT)
