"""The time strip: events on a band, distances below, the day shown and the one compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.paint.canvas import Canvas
from ui.paint.headers import draw_diamond
from ui.paint.time_axis import ticks
from ui.paint.time_clusters import Cluster, clusters
from ui.paint.time_geometry import TimeGeometry
from ui.paint.time_labels import event_labels, line_labels
from ui.theme.contrast import legible
from ui.theme.roles import Role
from workbench.readmodels.timeline_types import DistanceLine, EventMark

_TICK_SPACE = 46.0
_BAND = 4.0
"""Thickness of what lasts."""
_CROWD = 3
_CLUSTER = 12.0
"""Height of the mark of several events."""


@dataclass(frozen=True, slots=True, eq=False)
class TimelinePainter:
    """Draws a time strip.

    Attributes
    ----------
    geometry : TimeGeometry
        Where everything lies.
    day : date
        The day shown.
    compared : date or None
        The day compared with.
    has_focus : bool
        Whether the keyboard moves the day.
    hover : EventMark or None
        The event under the pointer.
    is_still : bool
        Whether it is a picture, in which nothing is shortened.
    """

    geometry: TimeGeometry
    day: date
    compared: date | None
    has_focus: bool = False
    hover: EventMark | None = None
    is_still: bool = False

    def draw(self, canvas: Canvas) -> None:
        """Draw the strip."""
        painter = canvas.painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.geometry.rect)
        self.draw_band(canvas)
        self.draw_under(canvas)
        self.draw_days(canvas)
        self.draw_over(canvas)
        painter.restore()

    def draw_under(self, canvas: Canvas) -> None:
        """Draw what lies under the handles, wherever they stand: axis, stems and lines."""
        self._draw_axis(canvas)
        self._draw_stems(canvas)
        for number, line in enumerate(self.geometry.timeline.lines):
            self._draw_line(canvas, number, line)

    def draw_days(self, canvas: Canvas) -> None:
        """Draw the handles."""
        self._draw_compared(canvas)
        self._draw_day(canvas)

    def draw_over(self, canvas: Canvas) -> None:
        """Draw what lies over the handles, wherever they stand: dots, titles and labels of lines."""
        self._draw_events(canvas)
        self._draw_titles(canvas)
        self._draw_line_labels(canvas)

    def draw_band(self, canvas: Canvas) -> None:
        """Draw the days between the handles."""
        geometry = self.geometry
        if self.compared is None:
            return
        left, right = sorted((geometry.x(self.compared), geometry.x(self.day)))
        band = QRectF(left, geometry.dots_y, right - left, geometry.axis_y - geometry.dots_y)
        canvas.painter.fillRect(band, canvas.colour(Role.TIME_BAND))

    def _draw_axis(self, canvas: Canvas) -> None:
        geometry, small = self.geometry, canvas.scale.small
        y = round(geometry.axis_y) + 0.5
        canvas.painter.setPen(QPen(canvas.colour(Role.TIME_AXIS), 1.0))
        canvas.painter.drawLine(QPointF(geometry.left, y), QPointF(geometry.right, y))
        first, last = (date.fromordinal(round(end)) for end in (geometry.span.first, geometry.span.last))
        for tick in ticks(first, last, geometry.pixels_per_day, canvas.scale.px(_TICK_SPACE)):
            x = round(geometry.x(tick.day)) + 0.5
            canvas.painter.setPen(QPen(canvas.colour(Role.TIME_AXIS), 1.0))
            canvas.painter.drawLine(QPointF(x, y), QPointF(x, y + canvas.scale.px(4)))
            face = canvas.scale.small_name if tick.is_year and geometry.pixels_per_day > 0.5 else small
            block = canvas.texts.block(tick.label, face, canvas.scale.px(90))
            if x + block.width <= geometry.rect.right():
                canvas.text(block, x + 1.0, y + canvas.scale.px(4), Role.TIME_TICK_TEXT)

    def _draw_stems(self, canvas: Canvas) -> None:
        """Draw a line down from every event; of many that share a mark from the first and the last."""
        for own in clusters(self.geometry):
            is_crowd = len(own.events) > _CROWD
            stems = (own.events[0], own.events[-1]) if is_crowd else own.events
            for x in {round(self.geometry.x(event.day)) for event in stems}:
                self._draw_stem(canvas, x + 0.5, own.events[0])

    def _draw_stem(self, canvas: Canvas, x: float, event: EventMark) -> None:
        role = Role.TIME_DEADLINE_STEM if event.is_deadline else Role.TIME_STEM
        canvas.painter.setPen(QPen(canvas.colour(role), 1.0))
        canvas.painter.drawLine(QPointF(x, self.geometry.dots_y), QPointF(x, self.geometry.axis_y))

    def _draw_events(self, canvas: Canvas) -> None:
        """Draw the bands of what lasts, then a mark for each event, or for several that lie together."""
        for event in self.geometry.timeline.events:
            if event.until is not None and not event.is_deadline:
                self._draw_lasting(canvas, event, event.until)
        for own in clusters(self.geometry):
            if len(own.events) > 1:
                self._draw_cluster(canvas, own)
            else:
                self._draw_dot(canvas, own)

    def _draw_lasting(self, canvas: Canvas, event: EventMark, until: date) -> None:
        y, thick = self.geometry.dots_y, canvas.scale.px(_BAND)
        left, right = self.geometry.x(event.day), self.geometry.x(until)
        band = QRectF(left, y - thick / 2.0, max(right - left, thick), thick)
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(canvas.colour(self._event_role(event)))
        canvas.painter.drawRoundedRect(band, thick / 2.0, thick / 2.0)

    def _draw_dot(self, canvas: Canvas, own: Cluster) -> None:
        event = own.events[0]
        centre = QPointF(round(own.dot(self.geometry)) + 0.5, self.geometry.dots_y)
        radius = canvas.scale.px(4) - (0.0 if event is self.hover else 0.5)
        if event.is_deadline:
            draw_diamond(canvas, centre, radius + 1.5, Role.TIME_DEADLINE)
            return
        canvas.painter.setPen(QPen(canvas.colour(Role.PANEL), 1.0))
        canvas.painter.setBrush(canvas.colour(self._event_role(event)))
        canvas.painter.drawEllipse(centre, radius, radius)

    def _draw_cluster(self, canvas: Canvas, own: Cluster) -> None:
        """Draw one mark for several events, with their number."""
        height = canvas.scale.px(_CLUSTER)
        count = canvas.texts.block(str(len(own.events)), canvas.scale.tiny, canvas.scale.px(40))
        place = QRectF(own.left, self.geometry.dots_y - height / 2.0, own.right - own.left, height)
        is_hot = any(event is self.hover for event in own.events)
        role = Role.TIME_DEADLINE if own.events[0].is_deadline else Role.TIME_DOT
        canvas.painter.setPen(QPen(canvas.colour(Role.PANEL), 1.0))
        canvas.painter.setBrush(canvas.colour(Role.ACCENT if is_hot else role))
        canvas.painter.drawRoundedRect(place, height / 2.0, height / 2.0)
        left, top = place.center().x() - count.width / 2.0, place.center().y() - count.height / 2.0
        canvas.text(count, left, top, Role.TEXT_INVERSE if is_hot else Role.PANEL)

    def _event_role(self, event: EventMark) -> Role:
        return Role.ACCENT if event is self.hover else Role.TIME_DOT

    def _draw_titles(self, canvas: Canvas) -> None:
        for label in event_labels(self.geometry, canvas.texts, is_still=self.is_still):
            role = Role.TIME_DEADLINE if label.event.is_deadline else Role.TIME_LABEL
            canvas.text(label.block, label.rect.x(), label.rect.y(), role)

    def _draw_line(self, canvas: Canvas, number: int, line: DistanceLine) -> None:
        pen = QPen(self._line_colour(canvas, number, line), 1.6 * canvas.scale.zoom)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if line.dashed:
            pen.setDashPattern([3.0, 1.8])
        canvas.painter.setPen(pen)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawPath(line_path(self.geometry, line))

    def _line_colour(self, canvas: Canvas, number: int, line: DistanceLine) -> QColor:
        colour = QColor(line.colour) if line.colour else canvas.theme.curve(number)
        return legible(colour, canvas.colour(Role.PANEL), canvas.theme.least_contrast)

    def _draw_line_labels(self, canvas: Canvas) -> None:
        for label in line_labels(self.geometry, canvas.texts, is_still=self.is_still):
            ground = label.rect.adjusted(-3.0, 0.0, 3.0, 0.0)
            canvas.painter.fillRect(ground, canvas.colour(Role.PANEL))
            canvas.painter.setPen(self._line_colour(canvas, label.number, label.line))
            label.block.draw(canvas.painter, label.rect.x(), label.rect.y())

    def _draw_compared(self, canvas: Canvas) -> None:
        if self.compared is None:
            return
        geometry, radius = self.geometry, canvas.scale.px(4)
        x = round(geometry.x(self.compared)) + 0.5
        colour = canvas.colour(Role.TIME_COMPARE)
        pen = QPen(colour, canvas.scale.px(1.0))
        pen.setDashPattern([3.0, 3.0])
        canvas.painter.setPen(pen)
        canvas.painter.drawLine(QPointF(x, geometry.dots_y), QPointF(x, geometry.axis_y - radius))
        canvas.painter.setPen(QPen(colour, 1.5 * canvas.scale.zoom))
        canvas.painter.setBrush(canvas.colour(Role.PANEL))
        canvas.painter.drawEllipse(QPointF(x, geometry.axis_y), radius, radius)

    def _draw_day(self, canvas: Canvas) -> None:
        geometry, radius = self.geometry, canvas.scale.px(6)
        x = round(geometry.x(self.day)) + 0.5
        colour = canvas.colour(Role.TIME_HANDLE)
        pen = QPen(colour, canvas.scale.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        canvas.painter.setPen(pen)
        canvas.painter.drawLine(QPointF(x, geometry.dots_y - 1.0), QPointF(x, geometry.axis_y))
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(colour)
        canvas.painter.drawEllipse(QPointF(x, geometry.axis_y), radius, radius)
        if self.has_focus:
            canvas.painter.setPen(QPen(canvas.colour(Role.FOCUS), 1.5))
            canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
            canvas.painter.drawEllipse(QPointF(x, geometry.axis_y), radius + 2.5, radius + 2.5)


def line_path(geometry: TimeGeometry, line: DistanceLine) -> QPainterPath:
    """Return a distance as steps; it breaks off where there is no value and ends on the last known day."""
    path = QPainterPath()
    highest, is_drawn = geometry.highest, False
    ends = [point.day for point in line.points[1:]] + [geometry.timeline.data_last + timedelta(days=1)]
    for point, end in zip(line.points, ends, strict=False):  # of parties without a position there are none
        if point.value is None:
            is_drawn = False
            continue
        y = geometry.value_y(point.value, highest)
        start = QPointF(geometry.x(point.day), y)
        if is_drawn:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.lineTo(QPointF(geometry.x(max(end, point.day)), y))
        is_drawn = True
    return path
