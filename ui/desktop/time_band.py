"""The band of the time strip under mouse and keys: two handles that are dragged, days that are panned."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.time_keys import Grip, moved_by
from ui.desktop.time_surface import TimeSurface
from ui.paint.time_geometry import TimeGeometry
from ui.theme.theme import Theme

_FRAME_MS = 16
_CLICK = 4.0


class TimeBand(TimeSurface):
    """Events, distances and the two handles.

    Where all days are seen, a press anywhere takes the handle of the day shown there. Where the band is
    zoomed in, a press beside the handles drags the days, and a click moves the day shown.

    Signals
    -------
    day_changed, compared_changed
        With a ``date``, at most once a frame while a handle is dragged.
    event_wanted
        With the code of an event that is to be opened.
    """

    day_changed = Signal(object)
    compared_changed = Signal(object)
    event_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._grip: Grip | None = None
        self._pressed = self._last = QPointF()
        self._pending: dict[Grip, date] = {}
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(_FRAME_MS)
        self._frame.timeout.connect(self.flush)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def flush(self) -> None:
        """Tell at once where the handles are."""
        self._frame.stop()
        pending, self._pending = self._pending, {}
        signals = {Grip.DAY: self.day_changed, Grip.COMPARED: self.compared_changed}
        for grip, day in pending.items():
            signals[grip].emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a handle, or the days."""
        geometry = self.geometry_of_time()
        if geometry is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = point = self.place(event.position())
        self._grip = self._grip_at(point, geometry)
        if self._grip is Grip.DAY and not geometry.is_on(point.x(), self.day):
            self._move_to(point, geometry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken; else show what could be."""
        geometry = self.geometry_of_time()
        if geometry is None:
            return
        point = self.place(event.position())
        if self._grip is None:
            self._show_hover(point, geometry)
        elif self._grip is Grip.SPAN:
            days = (self._last.x() - point.x()) / geometry.pixels_per_day
            self.show_span(geometry.span.moved(days, geometry.whole))
        else:
            self._move_to(point, geometry)
        self._last = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click on an event, or on the days, moves the day shown."""
        geometry, grip, point = self.geometry_of_time(), self._grip, self.place(event.position())
        is_click = abs(point.x() - self._pressed.x()) < _CLICK
        happened = self.event_at(self._pressed) if is_click and grip is not Grip.COMPARED else None
        if happened is not None:
            self._set(Grip.DAY, happened.day)
        elif geometry is not None and grip is Grip.SPAN and is_click:
            self._grip = Grip.DAY
            self._move_to(point, geometry)
        self._grip = None
        self.flush()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the event under the pointer, or show apart those that lie there; else show all days again."""
        found = self.event_at(self.place(event.position()))
        if found is None:
            self.show_span(None)
            return
        shared = self.cluster_of(found)
        if len(shared) > 1:
            self.spread(shared)
        else:
            self.event_wanted.emit(found.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a handle; + and - zoom, 0 shows all days, Page Up and Page Down move the days seen."""
        if self._seen_otherwise(event) or self._opened(event):
            return
        way = -1 if self.isRightToLeft() else 1
        moved = moved_by(event, self.timeline, self.day, self.compared, way) if self.timeline else None
        if moved is None:
            super().keyPressEvent(event)
        else:
            self._set(moved.grip, moved.day)
            self.flush()

    def _seen_otherwise(self, event: QKeyEvent) -> bool:
        """Zoom or pan where a key says so."""
        zooms, pans = {"+": 1, "=": 1, "-": -1}, {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.text() in zooms:
            self.zoom_by(zooms[event.text()])
        elif event.key() in pans:
            self.pan_by(pans[Qt.Key(event.key())])
        elif event.text() == "0":
            self.show_span(None)
        else:
            return False
        return True

    def _opened(self, event: QKeyEvent) -> bool:
        """Open what happened on the day shown where Enter asks for it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.timeline is None:
            return False
        codes = [own.code for own in self.timeline.events if own.day == self.day]
        if codes:
            self.event_wanted.emit(codes[0])
        return bool(codes)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what lay under the pointer."""
        self._hover = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _grip_at(self, point: QPointF, geometry: TimeGeometry) -> Grip:
        if geometry.is_on(point.x(), self.day):
            return Grip.DAY
        if geometry.is_on(point.x(), self.compared):
            return Grip.COMPARED
        return Grip.SPAN if geometry.span.days < geometry.whole.days else Grip.DAY

    def _show_hover(self, point: QPointF, geometry: TimeGeometry) -> None:
        on_handle = geometry.is_on(point.x(), self.day) or geometry.is_on(point.x(), self.compared)
        self.setCursor(Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.ArrowCursor)
        found = self.event_at(point)
        if found is not self._hover:
            self._hover = found
            self.update()

    def _move_to(self, point: QPointF, geometry: TimeGeometry) -> None:
        if self._grip is not None:
            self._set(self._grip, geometry.day_at(point.x()))

    def _set(self, grip: Grip, day: date) -> None:
        if day == (self.day if grip is Grip.DAY else self.compared):
            return
        if grip is Grip.DAY:
            self.set_days(day, self.compared)
        else:
            self.set_days(self.day, day)
        self._pending[grip] = day
        if not self._frame.isActive():
            self._frame.start()
