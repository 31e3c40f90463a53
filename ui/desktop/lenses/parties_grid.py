"""A grid of cells as a widget: walked by keys, chosen by mouse, read out as sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui.desktop.lenses.parties_keys import place_after
from ui.desktop.widgets.mirrored import in_reading
from ui.paint.canvas import Canvas
from ui.paint.mirror import mirror
from ui.paint.pair_matrix_frame import GridEmphasis, GridParts, ImageCache, Place, draw_grid, rows_seen
from ui.paint.port import Area, Hit, MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import TypeScale, type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role

_LINE_STEP = 24

LayOut = Callable[[float, tuple[TypeScale, TextCache], ImageCache | None], GridParts]
"""Sets a grid into a space of some width; with images of cells on a screen, without in a picture."""


class GridWords(Protocol):
    """What a grid says in words."""

    def sentence(self, place: Place) -> str:
        """Return a cell as a sentence."""

    def row_sentence(self, row: int) -> str:
        """Return what the head of a row stands for."""

    def column_sentence(self, column: int) -> str:
        """Return what the head of a column stands for."""


class GridView(QAbstractScrollArea):
    """Cells under headers that stay; only what is seen is drawn.

    Signals
    -------
    chosen
        A cell was chosen by mouse or keys, as (row, column).
    opened
        A cell was asked to be opened.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, hub: ThemeHub, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._name = hub, name
        self._texts, self._images = TextCache(), ImageCache()
        self._lay_out: LayOut | None = None
        self._words: GridWords | None = None
        self._parts: GridParts | None = None
        self._current: Place | None = None
        self._hover: Place | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Arrow keys move from cell to cell, Enter opens a cell."))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.horizontalScrollBar().setSingleStep(_LINE_STEP)
        hub.changed.connect(self._relayout)

    @property
    def current(self) -> Place | None:
        """The cell that has the keyboard, none where none was chosen."""
        return self._current

    def show_grid(self, lay_out: LayOut, words: GridWords, current: Place | None) -> None:
        """Show another grid with a cell chosen in it, or none; scroll stays."""
        self._lay_out, self._words, self._current, self._hover = lay_out, words, current, None
        self._relayout()
        self._tell()

    def forget(self) -> None:
        """Show no grid, and say nothing of the one before; scroll stays."""
        self._lay_out = self._words = self._parts = self._current = self._hover = None
        self._tell()
        self.viewport().update()

    def choose(self, place: Place | None) -> None:
        """Choose a cell from outside, and show it; says nothing."""
        self._current = place
        port = self.port()
        if port is not None and place is not None:
            moved = port.scrolled_to(*place)
            self.horizontalScrollBar().setValue(round(moved.scroll_x))
            self.verticalScrollBar().setValue(round(moved.scroll_y))
        self._tell()
        self.viewport().update()

    def port(self) -> MatrixPort | None:
        """Return where everything is seen now, none without a grid."""
        if self._parts is None:
            return None
        size = self.viewport().size()
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return MatrixPort(self._parts.geometry, size.width(), size.height(), x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._hub.theme.colour(Role.WINDOW))
        port = self.port()
        if self._parts is not None and port is not None:
            canvas = Canvas(painter, self._hub.theme, type_scale(self._hub.zoom), self._texts)
            if self.isRightToLeft():
                mirror(painter, self.viewport().width())
                canvas = replace(canvas, is_mirrored=True)
            emphasis = GridEmphasis(self._current, self.hasFocus(), self._hover)
            area = in_reading(QRectF(event.rect()), self.viewport())
            draw_grid(canvas, self._parts, port, area, emphasis)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new space."""
        super().resizeEvent(event)
        self._relayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what is seen now; headers stay where they are."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cells, or open the one that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
            return
        port, parts, after = self.port(), self._parts, None
        if port is not None and parts is not None:
            page = max(len(rows_seen(parts, port)) - 2, 1)
            after = place_after(event, self._current, parts.geometry, page, from_right=self.isRightToLeft())
        if after is None:
            super().keyPressEvent(event)
        else:
            self._choose(after)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        place = self._place_at(event.position())
        if place is not None and event.button() is not Qt.MouseButton.MiddleButton:
            self._choose(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a click, so that nothing below it does."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell under the pointer."""
        place = self._place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the cell under the pointer."""
        self._set_hover(self._place_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _hit(self, point: QPointF) -> Hit | None:
        port = self.port()
        return port.hit(in_reading(point, self.viewport())) if port is not None else None

    def _place_at(self, point: QPointF) -> Place | None:
        hit = self._hit(point)
        return (hit.row, hit.column) if hit is not None and hit.area is Area.CELL else None

    def _tip(self, point: QPointF) -> str:
        hit = self._hit(point)
        if hit is None or self._words is None:
            return ""
        if hit.area is Area.CELL:
            return self._words.sentence((hit.row, hit.column))
        if hit.area is Area.PARTY:
            return self._words.column_sentence(hit.column)
        return self._words.row_sentence(hit.row) if hit.area is Area.TITLE else ""

    def _set_hover(self, place: Place | None) -> None:
        if place != self._hover:
            self._hover = place
            self.viewport().update()

    def _choose(self, place: Place) -> None:
        if place != self._current:
            self.choose(place)
            self.chosen.emit(place)

    def _tell(self) -> None:
        """Let a screen reader hear the cell: Qt tells it of every change of the name."""
        said = self._words.sentence(self._current) if self._words and self._current else ""
        self.setAccessibleName(said or self._name)

    def _relayout(self) -> None:
        if self._lay_out is None:
            return
        look = type_scale(self._hub.zoom), self._texts
        self._parts = self._lay_out(self.viewport().width(), look, self._images)
        port = self.port()
        if port is not None:
            self.horizontalScrollBar().setRange(0, round(port.most_x))
            self.horizontalScrollBar().setPageStep(round(port.cells_area.width()))
            self.verticalScrollBar().setRange(0, round(port.most_y))
            self.verticalScrollBar().setPageStep(round(port.rows_space))
        self.viewport().update()
