"""The matrix as a widget: cells that are selected, opened and read out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.desktop.matrix_keys import choice_after
from ui.desktop.matrix_selection import Chosen, choice_of, chosen, extended, selection_of, toggled
from ui.desktop.matrix_surface import MatrixSurface
from ui.desktop.matrix_tips import sentence_of, tip_at
from ui.desktop.view_state import Selection
from ui.paint.matrix import ROOM, Emphasis
from ui.paint.model import MatrixModel
from ui.paint.port import Area, Hit, MatrixPort
from ui.theme.theme import Theme

_NAME = "Matrix of positions"
_HELP = "Arrow keys move from cell to cell, Enter opens the position."


class MatrixView(MatrixSurface):
    """Issues down, parties across, then the room of those needed and its course.

    Parameters
    ----------
    theme : Theme
        Colours.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    cell_selected
        With a ``Selection``; its parties are empty for the room.
    open_requested
        With the codes of party and issue; the party is empty for the room.
    menu_requested
        With the ``Selection`` under the pointer and the place on the screen.
    """

    cell_selected = Signal(object)
    open_requested = Signal(str, str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._choice: Chosen | None = None
        self._hover: Hit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_NAME)
        self.setAccessibleDescription(_HELP)

    @property
    def selection(self) -> Selection | None:
        """What is selected, none where nothing is."""
        if self._choice is None or self._model is None:
            return None
        return selection_of(self._choice, self._model)

    def set_model(self, model: MatrixModel) -> None:
        """Show another model; scroll and selection stay with the issues and parties they were at."""
        selection = self.selection
        self._choice, self._hover = None, None
        super().set_model(model)
        self._choice = choice_of(selection, model) if selection else None
        self._tell()

    def select(self, selection: Selection | None) -> None:
        """Select from outside; says nothing."""
        if self._model is None or selection == self.selection:
            return
        self._choice = choice_of(selection, self._model) if selection else None
        self._show_choice()

    def emphasis(self) -> Emphasis:
        """Return what is selected, and what lies under the pointer."""
        hit, choice = self._hover, self._choice
        hover = (hit.row, hit.column) if hit is not None and hit.area is Area.CELL else None
        if choice is None:
            return Emphasis(hover=hover)
        return Emphasis(choice.row, choice.columns, choice.current, self.hasFocus(), hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cells, or open the one that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._choice is not None:
            self._open()
            return
        port = self.port()
        after = None
        if port is not None and self._model is not None:
            after = choice_after(event, self._choice, port)
        if after is None:
            super().keyPressEvent(event)
        else:
            self._choose(after)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; with Shift or Ctrl several parties on one issue."""
        choice = self._choice_at(self._hit(event.position()))
        if choice is None or event.button() is Qt.MouseButton.MiddleButton:
            return
        before, keys = self._choice, event.modifiers()
        if before is not None and before.row == choice.row:
            if keys & Qt.KeyboardModifier.ShiftModifier:
                choice = extended(before, choice.current)
            elif keys & Qt.KeyboardModifier.ControlModifier:
                choice = toggled(before, choice.current)
        self._choose(choice)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a click, so that nothing below it does."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton and self._choice_at(self._hit(event.position())):
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the cell under the pointer."""
        self._set_hover(self._hit(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._hit(QPointF(event.pos()))
            text = tip_at(hit, self._model) if hit is not None and self._model is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, at the cell where it was asked for by key."""
        port, selection = self.port(), self.selection
        if port is None or selection is None or self._choice is None:
            return
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(_rect_of(self._choice, port).center().toPoint())
        self.menu_requested.emit(selection, place)

    def _hit(self, point: QPointF) -> Hit | None:
        port = self.port()
        return port.hit(point) if port is not None else None

    def _choice_at(self, hit: Hit | None) -> Chosen | None:
        if hit is None or self._model is None:
            return None
        if hit.area is Area.CELL:
            return chosen(hit.row, hit.column)
        is_room = hit.area in (Area.ROOM, Area.COURSE, Area.TITLE) and self._model.rows[hit.row].has_room
        return chosen(hit.row, ROOM) if is_room else None

    def _set_hover(self, hit: Hit | None) -> None:
        if hit != self._hover:
            self._hover = hit
            self.viewport().update()

    def _choose(self, choice: Chosen) -> None:
        if choice == self._choice or self._model is None:
            return
        self._choice = choice
        self._show_choice()
        self.cell_selected.emit(selection_of(choice, self._model))

    def _show_choice(self) -> None:
        port = self.port()
        if port is not None and self._choice is not None:
            column = None if self._choice.current == ROOM else self._choice.current
            self.scroll_to(port.scrolled_to(self._choice.row, column))
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        """Let a screen reader hear the cell: Qt tells it of every change of the name."""
        if self._choice is None or self._model is None:
            self.setAccessibleName(_NAME)
        else:
            self.setAccessibleName(sentence_of(self._choice, self._model))

    def _open(self) -> None:
        selection = self.selection
        if selection is not None:
            party = selection.parties[-1] if selection.parties else ""
            self.open_requested.emit(party, selection.issue)


def _rect_of(choice: Chosen, port: MatrixPort) -> QRectF:
    if choice.current == ROOM:
        return port.room_rect(choice.row)
    return port.cell_rect(choice.row, choice.current)
