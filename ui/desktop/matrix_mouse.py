"""What the pointer does on the matrix: it selects, takes cells together, folds, moves rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from ui.desktop.matrix_drag import DragKind, MatrixDrag
from ui.desktop.matrix_drop import Drop, issue_drop, nearest_cell, party_drop
from ui.desktop.matrix_keys import rows_in_order
from ui.desktop.matrix_selection import Chosen, chosen, codes_of, extended, toggled
from ui.paint.matrix import ROOM
from ui.paint.port import Area, Hit, MatrixPort

if TYPE_CHECKING:
    from ui.desktop.matrix_view import MatrixView

_LEFT = Qt.MouseButton.LeftButton
_AROUND = 5.0
"""Pixels around the sign that folds which count as on it."""
_HEADERS = {Area.TITLE: DragKind.ISSUE, Area.PARTY: DragKind.PARTY}


class MatrixMouse:
    """The hand of a matrix.

    Attributes
    ----------
    may_move : bool
        Whether issues and parties can be dragged to another place.
    drop : Drop or None
        Where what is dragged would come to stand.
    """

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self.may_move = False
        self.drop: Drop | None = None
        self.drag = MatrixDrag(view, view.port, self._scroll, self._dragged)

    def press(self, event: QMouseEvent) -> None:
        """Select; with Shift or Ctrl several cells."""
        hit = self._view.hit(event.position())
        if hit is None or event.button() is Qt.MouseButton.MiddleButton:
            return
        point = self._view.place(event.position())
        if hit.area is Area.PARTY and event.button() is _LEFT and self._fold(hit, point):
            return
        choice = self.choice_at(hit)
        if choice is not None:
            self._select(event, choice)
        if event.button() is _LEFT:
            self._begin(hit, point)

    def release(self, event: QMouseEvent) -> None:
        """Let fall what was dragged."""
        kind, number, drop = self.drag.kind, self.drag.number, self.drop
        model = self._view.model
        if event.button() is not _LEFT or not self._let_go() or drop is None or model is None:
            return
        if kind is DragKind.ISSUE:
            own, beside = model.rows[number].code, model.rows[drop.beside].code
            self._view.issue_dropped.emit(own, beside, drop.after)
        elif kind is DragKind.PARTY:
            own, beside = model.columns[number].code, codes_of(model, drop.beside)[0]
            self._view.party_dropped.emit(own, beside, drop.after)

    def cancel(self) -> bool:
        """Let go of what is dragged and leave all as it was; return whether anything was dragged."""
        return self._let_go()

    def double(self, hit: Hit | None) -> None:
        """Open what was clicked twice."""
        model = self._view.model
        if hit is None or model is None:
            return
        if hit.area is Area.PARTY:
            column = model.columns[hit.column]
            self._view.record_requested.emit("groups" if column.is_group else "parties", column.code)
        elif hit.area is Area.TITLE:
            self._view.record_requested.emit("issues", model.rows[hit.row].code)
        elif self.choice_at(hit) is not None:
            self._view.open_selected()

    def choice_at(self, hit: Hit | None) -> Chosen | None:
        """Return what a click selects, none where it selects nothing."""
        model = self._view.model
        if hit is None or model is None:
            return None
        if hit.area is Area.CELL:
            return chosen(hit.row, hit.column)
        is_room = hit.area in (Area.ROOM, Area.COURSE, Area.TITLE) and model.rows[hit.row].has_room
        return chosen(hit.row, ROOM) if is_room else None

    def _select(self, event: QMouseEvent, choice: Chosen) -> None:
        before, keys, port = self._view.choice, event.modifiers(), self._view.port()
        cell = (choice.row, choice.current)
        if before is not None and port is not None:
            if event.button() is Qt.MouseButton.RightButton and cell in before.cells:
                return
            if keys & Qt.KeyboardModifier.ShiftModifier:
                choice = extended(before, cell, rows_in_order(port))
            elif keys & Qt.KeyboardModifier.ControlModifier:
                choice = toggled(before, cell)
        self._view.choose(choice)

    def _begin(self, hit: Hit, point: QPointF) -> None:
        if hit.area is Area.CELL:
            self.drag.press(DragKind.CELLS, hit.row, point)
        elif self.may_move and hit.area in _HEADERS:
            number = hit.column if hit.area is Area.PARTY else hit.row
            self.drag.press(_HEADERS[hit.area], number, point)

    def _fold(self, hit: Hit, point: QPointF) -> bool:
        """Ask to fold or open where the sign was pressed; return whether it was."""
        sign = self._view.fold_place(hit.column)
        if sign is None or not sign.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).contains(point):
            return False
        place = self._view.viewport().mapToGlobal(self._view.place(sign.bottomLeft()).toPoint())
        self._view.fold_requested.emit(hit.column, place)
        return True

    def _scroll(self, across: int, down: int) -> None:
        for bar, step in (
            (self._view.horizontalScrollBar(), across),
            (self._view.verticalScrollBar(), down),
        ):
            bar.setValue(bar.value() + step)

    def _dragged(self, point: QPointF) -> None:
        port = self._view.port()
        if port is None:
            return
        if self.drag.kind is DragKind.CELLS:
            self._stretch(port, point)
            return
        find = issue_drop if self.drag.kind is DragKind.ISSUE else party_drop
        self.drop = find(port, point)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.viewport().update()

    def _stretch(self, port: MatrixPort, point: QPointF) -> None:
        """Take every cell between where the button was pressed and the pointer."""
        before, cell = self._view.choice, nearest_cell(port, point)
        if before is not None and not before.is_room and cell is not None:
            self._view.choose(extended(before, cell, rows_in_order(port)), seen=False)

    def _let_go(self) -> bool:
        self.drop = None
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return self.drag.stop()
