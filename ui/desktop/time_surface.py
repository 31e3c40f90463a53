"""The band of the time strip as it is drawn: its days, its zoom, and tooltips on events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QSizePolicy, QToolTip, QWidget

from ui.desktop.time_gestures import pinched, pinched_with_fingers, turned
from ui.desktop.widgets.mirrored import in_reading
from ui.paint.canvas import Canvas
from ui.paint.mirror import mirror
from ui.paint.text import TextCache
from ui.paint.time_clusters import clusters
from ui.paint.time_geometry import TimeGeometry, TimeSpan
from ui.paint.time_labels import EventLabel, event_labels
from ui.paint.time_layers import TimeLayers
from ui.paint.timeline import TimelinePainter
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from ui.words import number, translate
from workbench.readmodels.timeline_types import EventMark, Timeline
from workbench.readmodels.wording import day_in_words

_ZOOM_STEP, _PAN_STEP = 0.8, 0.2
_HEIGHT = 132
_AROUND = 5.0
"""Days shown on both sides of events that are shown apart."""
_MOST_TOLD = 6


class TimeSurface(QWidget):
    """Events and distances over the days that are seen.

    Parameters
    ----------
    theme : Theme
        Colours.
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zoom = theme, 1.0
        self._texts = TextCache()
        self._layers = TimeLayers()
        self._timeline: Timeline | None = None
        self._day = date.min
        self._compared: date | None = None
        self._span: TimeSpan | None = None
        self._hover: EventMark | None = None
        self._titles: tuple[object, tuple[EventLabel, ...]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def timeline(self) -> Timeline | None:
        """What is shown."""
        return self._timeline

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    @property
    def compared(self) -> date | None:
        """The day compared with."""
        return self._compared

    def set_timeline(self, timeline: Timeline) -> None:
        """Show other events or distances; the zoom stays."""
        if timeline == self._timeline:
            return
        self._timeline = timeline
        self._reach()
        self.update()

    def set_days(self, day: date, compared: date | None) -> None:
        """Move both handles; says nothing."""
        self._day, self._compared = day, compared
        self._reach()
        self.setAccessibleName(_in_words(day, compared))
        self.setAccessibleDescription(self._happened(day))
        self._keep_in_view(day)
        self.update()

    def _happened(self, day: date) -> str:
        """Return what happened on a day, for a screen reader."""
        events = self._timeline.events if self._timeline is not None else ()
        return " ".join(own.sentence for own in events if own.day == day)

    def _reach(self) -> None:
        """Let the band reach as far as the days shown, which may lie outside the case."""
        own = self._timeline
        days = [day for day in (self._day, self._compared) if day is not None and day != date.min]
        if own is not None and days and not (own.first <= min(days) and max(days) <= own.last):
            self._timeline = replace(own, first=min(own.first, *days), last=max(own.last, *days))

    def set_theme(self, theme: Theme, zoom: float = 1.0) -> None:
        """Draw in other colours, or at another size of text."""
        self._theme, self._zoom = theme, zoom
        self.updateGeometry()
        self.update()

    def place(self, point: QPointF) -> QPointF:
        """Return where a point of the band lies as days are laid out; and where one of those is seen."""
        return in_reading(point, self)

    def geometry_of_time(self) -> TimeGeometry | None:
        """Return where everything lies now, none without a timeline."""
        if self._timeline is None:
            return None
        return TimeGeometry(self._timeline, QRectF(self.rect()), type_scale(self._zoom), self._span)

    def show_span(self, span: TimeSpan | None) -> None:
        """Show some days, all of them for none."""
        self._span = span
        self.update()

    def zoom_by(self, steps: float, about: float | None = None) -> None:
        """Show fewer days, or more for less than 0, about an ordinal that stays in its place.

        That is the day shown where it is seen and none is given.
        """
        geometry = self.geometry_of_time()
        if geometry is not None:
            span, day = geometry.span, self._day.toordinal()
            middle = day if span.first <= day <= span.last else (span.first + span.last) / 2.0
            keeps = middle if about is None else about
            self.show_span(span.zoomed(_ZOOM_STEP**steps, keeps, geometry.whole))

    def pan_by(self, steps: float) -> None:
        """Move the days seen forward by fifths of them, back for less than 0."""
        geometry = self.geometry_of_time()
        if geometry is not None:
            self.show_span(geometry.span.moved(steps * geometry.span.days * _PAN_STEP, geometry.whole))

    def sizeHint(self) -> QSize:
        """Return a size at which everything can be read."""
        return QSize(600, round(_HEIGHT * self._zoom))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(200, round(_HEIGHT * 0.8 * self._zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour(Role.PANEL))
        geometry = self.geometry_of_time()
        if geometry is not None:
            canvas = Canvas(painter, self._theme, type_scale(self._zoom), self._texts)
            if self.isRightToLeft():
                mirror(painter, self.width())
                canvas = replace(canvas, is_mirrored=True)
            strip = TimelinePainter(geometry, self._day, self._compared, self.hasFocus(), self._hover)
            self._layers.draw(canvas, strip)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways, or with Shift, move the days seen."""
        if turned(self, event):
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what happened under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(self.place(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        if isinstance(event, QNativeGestureEvent):
            return pinched(self, event)
        if isinstance(event, QGestureEvent):
            return pinched_with_fingers(self, event)
        return super().event(event)

    def tip_at(self, point: QPointF) -> str:
        """Return what a tooltip says at a point."""
        geometry = self.geometry_of_time()
        if geometry is None:
            return ""
        found = self.event_at(point)
        if found is not None:
            return "\n".join(_told(self.cluster_of(found)))
        if geometry.is_on(point.x(), self._day):
            said = translate("TimeSurface", "Standing on {day}. Drag to another day.")
            return said.format(day=day_in_words(self._day))
        if self._compared is not None and geometry.is_on(point.x(), self._compared):
            said = translate("TimeSurface", "Compared with {day}. Drag to another day.")
            return said.format(day=day_in_words(self._compared))
        return ""

    def event_at(self, point: QPointF) -> EventMark | None:
        """Return the event whose mark or title lies at a point, none where there is none."""
        geometry = self.geometry_of_time()
        if geometry is None:
            return None
        titled = (own.event for own in self._titles_of(geometry) if own.rect.contains(point))
        return geometry.event_at(point) or next(titled, None)

    def cluster_of(self, event: EventMark) -> tuple[EventMark, ...]:
        """Return the events that share the mark of one; that one first."""
        geometry = self.geometry_of_time()
        shared = clusters(geometry) if geometry is not None else ()
        found = next((own.events for own in shared if event in own.events), (event,))
        return (event, *(own for own in found if own is not event))

    def spread(self, events: tuple[EventMark, ...]) -> None:
        """Show the days of some events, so that they stand apart."""
        geometry = self.geometry_of_time()
        if geometry is not None:
            first, last = (end(own.day for own in events).toordinal() for end in (min, max))
            around = max((last - first) * 0.5, _AROUND)
            self.show_span(TimeSpan(first - around, last + around).within(geometry.whole))

    def _titles_of(self, geometry: TimeGeometry) -> tuple[EventLabel, ...]:
        """Return the titles drawn; worked out anew where they may lie elsewhere."""
        key = (geometry.timeline, geometry.span, geometry.rect.width(), self._zoom)
        if self._titles is None or self._titles[0] != key:
            self._titles = (key, event_labels(geometry, self._texts))
        return self._titles[1]

    def _keep_in_view(self, day: date) -> None:
        span, geometry = self._span, self.geometry_of_time()
        if span is None or geometry is None or span.first <= day.toordinal() <= span.last:
            return
        self._span = span.moved(day.toordinal() - (span.first + span.last) / 2.0, geometry.whole)


def _told(events: tuple[EventMark, ...]) -> Iterator[str]:
    """Yield what is said of events that share a mark."""
    if len(events) > 1:
        said = translate("TimeSurface", "{0} events lie here; a double click shows them apart.")
        yield said.format(number(len(events)))
    yield from (own.sentence for own in events[:_MOST_TOLD])
    if len(events) > _MOST_TOLD:
        yield translate("TimeSurface", "and {0} more").format(number(len(events) - _MOST_TOLD))


def _in_words(day: date, compared: date | None) -> str:
    if compared is None:
        return translate("TimeSurface", "Time: standing on {day}").format(day=day_in_words(day))
    said = translate("TimeSurface", "Time: standing on {day}, compared with {other}")
    return said.format(day=day_in_words(day), other=day_in_words(compared))
