"""The map of parties as a widget: a party is chosen, and its distances are seen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.paint.canvas import Canvas
from ui.paint.party_map import MapGeometry, Spoke, draw_map, lay_out_map
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from workbench.analysis.agreement import DistanceMatrix
from workbench.readmodels.parties_map import PartyMap

_REACH = 16.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class MapView(QWidget):
    """A dot for each party; near dots are near positions.

    Signals
    -------
    chosen
        Codes of the party chosen, and of the one chosen before it with Shift or Ctrl held (else
        empty).
    """

    chosen = Signal(str, str)

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub, self._texts = hub, TextCache()
        self._map: PartyMap | None = None
        self._distances: DistanceMatrix | None = None
        self._places: tuple[int, ...] = ()
        self._code = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 160)
        self.setAccessibleName(self.tr("Map of parties"))
        self.setAccessibleDescription(self.tr("Arrow keys move from party to party."))
        hub.changed.connect(self.update)

    @property
    def party_map(self) -> PartyMap | None:
        """What is shown."""
        return self._map

    @property
    def code(self) -> str:
        """Code of the party that is chosen, empty for none."""
        return self._code

    def show_map(self, shown: PartyMap, distances: DistanceMatrix, places: tuple[int, ...]) -> None:
        """Show another map; `places` are those of its points among the parties of `distances`."""
        self._map, self._distances, self._places = shown, distances, places
        self._tell()
        self.update()

    def forget(self) -> None:
        """Show no map, and say nothing of the one before."""
        self._map, self._distances, self._places = None, None, ()
        self._tell()
        self.update()

    def choose(self, code: str) -> None:
        """Choose a party from outside; says nothing."""
        self._code = code
        self._tell()
        self.update()

    def geometry_now(self) -> MapGeometry | None:
        """Return where the dots lie, none without a map."""
        if self._map is None:
            return None
        area = QRectF(0.0, 0.0, self.width(), self.height())
        return lay_out_map(self._map, area, self._hub.zoom)

    @property
    def chosen_spokes(self) -> tuple[int | None, list[Spoke]]:
        """Place of the party that is chosen, and its distances to the others."""
        chosen = self._place()
        return chosen, self._spokes(chosen)

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._hub.theme.colour(Role.WINDOW))
        geometry = self.geometry_now()
        if self._map is None or geometry is None:
            return
        canvas = Canvas(painter, self._hub.theme, type_scale(self._hub.zoom), self._texts)
        chosen = self._place()
        draw_map(canvas, self._map, geometry, chosen, self._spokes(chosen))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map."""
        painter = QPainter(self)
        self._paint(painter)
        if self.hasFocus() and self._map is not None and not self._code:
            painter.setPen(self._hub.theme.colour(Role.FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the party under the pointer; with Shift or Ctrl beside the one chosen before."""
        place = self._place_at(event.position())
        if place is not None:
            both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
            self._choose(place, beside=bool(event.modifiers() & both))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from party to party, in the order of the case; with Shift beside the one before."""
        step = _STEPS.get(Qt.Key(event.key()))
        count = len(self._map.points) if self._map else 0
        if step is None or not count:
            super().keyPressEvent(event)
            return
        place = self._place()
        after = 0 if place is None else (place + step) % count
        self._choose(after, beside=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip which party is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            text = self._map.points[place].sentence if self._map and place is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _place(self) -> int | None:
        points = self._map.points if self._map else ()
        return next((place for place, own in enumerate(points) if own.code == self._code), None)

    def _place_at(self, point: QPointF) -> int | None:
        geometry = self.geometry_now()
        return None if geometry is None else geometry.nearest(point, _REACH * self._hub.zoom)

    def _choose(self, place: int, *, beside: bool) -> None:
        if self._map is None:
            return
        before = self._code if beside else ""
        self.choose(self._map.points[place].code)
        self.chosen.emit(self._code, before if before != self._code else "")

    def _spokes(self, chosen: int | None) -> list[Spoke]:
        if chosen is None or self._distances is None:
            return []
        row = self._distances.distance[self._places[chosen]]
        values = [float(row[place]) for place in self._places]
        return [Spoke(place, None if np.isnan(value) else value) for place, value in enumerate(values)]

    def _tell(self) -> None:
        """Let a screen reader hear who was chosen."""
        place = self._place()
        said = self._map.points[place].sentence if self._map and place is not None else ""
        self.setAccessibleName(said or self.tr("Map of parties"))
