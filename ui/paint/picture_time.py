"""The time strip as a picture, with every event listed: a picture has no tooltips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.headers import draw_diamond
from ui.paint.picture import SMALLEST, Leaf, Paper, largest_fitting, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import EDGE, Frame
from ui.paint.text import Block
from ui.paint.time_geometry import TimeGeometry
from ui.paint.time_labels import line_label_height
from ui.paint.timeline import TimelinePainter
from ui.theme.roles import Role
from workbench.readmodels.timeline_types import EventMark, Timeline
from workbench.readmodels.wording import day_in_words

_STRIP, _MOST_STRIP = 190.0, 420.0
_BELOW = 16.0
_BEFORE_DAYS = 12.0
_AFTER_DAYS = 12.0
_BETWEEN = 24.0
_APART = 3.0
_LEAST_TITLE = 120.0
_AROUND_LINES = 70.0
"""Height of a strip besides the labels of its lines."""


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """An event in the list: its date, and its title in as many lines as that takes."""

    event: EventMark
    when: Block
    title: Block

    @property
    def height(self) -> float:
        """Height of the taller of both."""
        return max(self.when.height, self.title.height) + _APART


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry and where it stands, measured from the corner of the space of a page."""

    entry: _Entry
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class TimePicture:
    """Events and distances over time.

    Attributes
    ----------
    timeline : Timeline
        What is drawn.
    days : (date, date or None)
        The day shown, and the one compared with.
    frame : Frame
        What stands around it.
    """

    timeline: Timeline
    days: tuple[date, date | None]
    frame: Frame

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages: the strip on the first, the events under it and on others where they are many."""
        magnification = largest_fitting(
            lambda own: len(_List(self.timeline, paper, paper.space(self.frame, own)).pages) == 1,
            SMALLEST,
            paper.largest,
        )
        own = magnification or paper.easy
        events = _List(self.timeline, paper, paper.space(self.frame, own))
        refuse_small(events.is_held)
        return [self._leaf(paper, events, place, own) for place in range(len(events.pages))]

    def _leaf(self, paper: Paper, events: _List, place: int, magnification: float) -> Leaf:
        def numbered(number: int, count: int) -> Sheet:
            return self._sheet(paper, events, place, self.frame.on_page(number, count), magnification)

        return numbered

    def _sheet(self, paper: Paper, events: _List, number: int, frame: Frame, magnification: float) -> Sheet:
        def draw(painter: QPainter) -> None:
            canvas = paper.canvas(painter, magnification)
            body = frame.draw(canvas, paper.page(magnification))
            if number == 0:
                self._draw_strip(canvas, QRectF(body.x(), body.y(), body.width(), events.strip))
            for placed in events.pages[number]:
                _draw_entry(canvas, body.topLeft(), placed, events.days)

        return draw

    def _draw_strip(self, canvas: Canvas, space: QRectF) -> None:
        edge = canvas.scale.px(EDGE)
        strip = space.adjusted(edge, 0.0, -edge, 0.0)
        canvas.card(strip, Role.PANEL, Role.HAIRLINE)
        inner = strip.adjusted(1.0, 1.0, -1.0, -1.0)
        geometry = TimeGeometry(self.timeline, inner, canvas.scale)
        TimelinePainter(geometry, *self.days, is_still=True).draw(canvas)


class _List:
    """The events set in columns, page after page."""

    def __init__(self, timeline: Timeline, paper: Paper, space: QRectF) -> None:
        self._paper, self._space = paper, space
        scale, texts = paper.scale, paper.texts
        self._edge = scale.px(EDGE)
        dates = [texts.whole(_when(event), scale.cell, space.width() / 3.0) for event in timeline.events]
        self.days = max((block.width for block in dates), default=0.0) + 1.0
        self._column = self._column_width(timeline)
        room = max(self._column - self._before_title(), scale.px(_LEAST_TITLE) / 2.0)
        self._entries = [
            _Entry(event, when, texts.whole(event.title, scale.cell, room))
            for event, when in zip(timeline.events, dates, strict=True)
        ]
        least = self._least_strip(timeline)
        self.pages = self._filled(least)
        first = max((own.y + own.entry.height for own in self.pages[0]), default=least)
        spare = space.height() - first if len(self.pages) == 1 else 0.0
        self.strip = min(least + max(spare, 0.0), max(scale.px(_MOST_STRIP), least))
        self.pages[0] = [_Placed(own.entry, own.x, own.y + self.strip - least) for own in self.pages[0]]
        self.is_held = least <= space.height() and all(
            own.y + own.entry.height <= space.height() + _APART for page in self.pages for own in page
        )

    def _least_strip(self, timeline: Timeline) -> float:
        scale = self._paper.scale
        labels = line_label_height(timeline, self._space.width(), scale, self._paper.texts)
        return max(scale.px(_STRIP), labels + scale.px(_AROUND_LINES))

    def _before_title(self) -> float:
        scale = self._paper.scale
        return scale.px(_BEFORE_DAYS) + self.days + scale.px(_AFTER_DAYS)

    def _column_width(self, timeline: Timeline) -> float:
        """Return the width of a column: of whole titles where several fit beside one another."""
        scale = self._paper.scale
        room = self._space.width() - 2.0 * self._edge
        longest = max((scale.cell.width(event.title) for event in timeline.events), default=0.0)
        natural = self._before_title() + longest + scale.px(_BETWEEN)
        columns = max(int((room + scale.px(_BETWEEN)) // natural), 1)
        return (room + scale.px(_BETWEEN)) / columns - scale.px(_BETWEEN)

    def _filled(self, strip: float) -> list[list[_Placed]]:
        top = strip + self._paper.scale.px(_BELOW)
        pages, rest = list[list[_Placed]](), list(self._entries)
        while rest or not pages:
            start = top if not pages else 0.0
            page, rest = self._page(rest, start)
            pages.append(page)
            if not page and len(pages) > 1:
                break  # not one entry finds space: the page is too small, as is told
        return pages

    def _page(self, entries: Sequence[_Entry], top: float) -> tuple[list[_Placed], list[_Entry]]:
        """Return one page, its columns of like height where all that is left fits on it."""
        step = self._column + self._paper.scale.px(_BETWEEN)
        count = max(int((self._space.width() - 2.0 * self._edge + self._paper.scale.px(_BETWEEN)) // step), 1)
        whole = sum(own.height for own in entries)
        most = self._space.height() - top
        for height in self._heights(whole / count, most):
            placed, left = self._columns(entries, top, height, count)
            if not left:
                return placed, left
        return self._columns(entries, top, most, count)

    def _heights(self, least: float, most: float) -> list[float]:
        line = self._paper.scale.cell.line
        steps = max(int((most - least) // line), 0)
        return [least + number * line for number in range(steps)]

    def _columns(
        self, entries: Sequence[_Entry], top: float, height: float, count: int
    ) -> tuple[list[_Placed], list[_Entry]]:
        placed, column, used = list[_Placed](), 0, 0.0
        for number, own in enumerate(entries):
            if used and used + own.height > height:
                column, used = column + 1, 0.0
            if column == count or own.height > height + _APART:
                return placed, list(entries[number:])
            x = self._edge + column * (self._column + self._paper.scale.px(_BETWEEN))
            placed.append(_Placed(own, x, top + used))
            used += own.height
        return placed, []


def _when(event: EventMark) -> str:
    return event.when or day_in_words(event.day)


def _draw_entry(canvas: Canvas, corner: QPointF, placed: _Placed, days: float) -> None:
    scale, entry = canvas.scale, placed.entry
    x, y = corner.x() + placed.x, corner.y() + placed.y
    if entry.event.is_deadline:
        draw_diamond(canvas, QPointF(x + 4.0, y + scale.cell.line / 2.0), 4.0, Role.TIME_DEADLINE)
    left = x + scale.px(_BEFORE_DAYS)
    canvas.text(entry.when, left, y, Role.TEXT_MUTED)
    canvas.text(entry.title, left + days + scale.px(_AFTER_DAYS), y, Role.TEXT)
