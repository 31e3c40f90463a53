"""The matrix as a widget: cells that are selected, opened and read out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.desktop.matrix_drag import DragKind
from ui.desktop.matrix_keys import choice_after
from ui.desktop.matrix_mouse import MatrixMouse
from ui.desktop.matrix_reader import MatrixReader
from ui.desktop.matrix_selection import Chosen, choice_of, selection_of
from ui.desktop.matrix_surface import MatrixSurface
from ui.desktop.matrix_tips import sentence_of, tip_at
from ui.desktop.view_state import Selection
from ui.paint.canvas import Canvas
from ui.paint.matrix import ROOM, Emphasis
from ui.paint.model import MatrixModel
from ui.paint.port import Area, Hit, MatrixPort
from ui.theme.roles import Role
from ui.theme.theme import Theme
from ui.words import translate

_STANCE_KEYS = frozenset("012345")


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
    several_requested
        With issue and party of each of several cells that are to be changed at once.
    stance_typed
        A stance was typed on the cells selected.
    option_typed
        With the first letter of an option that is typed on a cell.
    menu_requested
        With the ``Selection`` under the pointer and the place on the screen.
    column_menu_requested
        With the number of the column whose header is under the pointer and the place on the screen.
    fold_requested
        With the number of the column that is to be folded or opened and the place of its sign on the screen.
    record_requested
        With table and code of the record behind a header.
    issue_dropped, party_dropped
        With the code of what was dragged, the code beside which it was dropped, and whether after it.
    """

    cell_selected = Signal(object)
    open_requested = Signal(str, str)
    several_requested = Signal(object)
    stance_typed = Signal()
    option_typed = Signal(str)
    menu_requested = Signal(object, QPoint)
    column_menu_requested = Signal(int, QPoint)
    fold_requested = Signal(int, QPoint)
    record_requested = Signal(str, str)
    issue_dropped = Signal(str, str, bool)
    party_dropped = Signal(str, str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._choice: Chosen | None = None
        self._hover: Hit | None = None
        self._reader: MatrixReader | None = None
        self.mouse = MatrixMouse(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("MatrixView", "Matrix of positions"))
        self.setAccessibleDescription(
            translate(
                "MatrixView",
                "Arrow keys move from cell to cell, with Shift they take several, Enter opens the position.",
            )
        )

    @property
    def selection(self) -> Selection | None:
        """What is selected, none where nothing is."""
        if self._choice is None or self._model is None:
            return None
        return selection_of(self._choice, self._model)

    @property
    def choice(self) -> Chosen | None:
        """The cells selected, none where nothing is."""
        return self._choice

    def set_model(self, model: MatrixModel) -> None:
        """Show another model; scroll and selection stay with the issues and parties they were at."""
        selection = self.selection
        self.mouse.cancel()
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
        focus = self.hasFocus()
        return Emphasis(choice.row, choice.columns, choice.current, focus, hover, choice.others)

    def draw_over(self, canvas: Canvas) -> None:
        """Draw a frame around what is dragged, and the line at which it would come to stand."""
        port, drag = self.port(), self.mouse.drag
        if self.mouse.drop is not None and port is not None:
            is_issue = drag.kind is DragKind.ISSUE
            rect = port.title_rect(drag.number) if is_issue else port.party_rect(drag.number)
            canvas.painter.save()
            if is_issue:
                canvas.painter.setClipRect(
                    QRectF(0.0, port.rows_area.top(), port.width, port.rows_area.height())
                )
            canvas.card(rect.adjusted(-3.0, 1.0, 3.0, -1.0), None, Role.FOCUS, canvas.scale.px(1))
            canvas.painter.restore()
            canvas.painter.setPen(QPen(canvas.colour(Role.FOCUS), canvas.scale.px(3)))
            canvas.painter.drawLine(self.mouse.drop.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cells, or open the one that has the keyboard; Escape lets go of what is dragged."""
        if event.key() == Qt.Key.Key_Escape and self.mouse.cancel():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._choice is not None:
            self.open_selected()
            return
        if event.text() in _STANCE_KEYS and not event.modifiers():
            self.stance_typed.emit()
            return
        if event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.option_typed.emit(event.text())
            return
        port = self.port()
        after = None
        if port is not None and self._model is not None:
            after = choice_after(event, self._choice, port, from_right=self.isRightToLeft())
        if after is None:
            super().keyPressEvent(event)
        else:
            self.choose(after)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, fold, or begin to drag."""
        self.mouse.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a click, so that nothing below it does; let fall what was dragged."""
        self.mouse.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.mouse.double(self.hit(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the cell under the pointer, or drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mouse.drag.move(self.place(event.position()))
        else:
            self._set_hover(self.hit(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.hit(QPointF(event.pos()))
            text = tip_at(hit, self._model) if hit is not None and self._model is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, at the cell where it was asked for by key."""
        port, selection = self.port(), self.selection
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        hit = None if by_key else self.hit(QPointF(event.pos()))
        if hit is not None and hit.area is Area.PARTY:
            self.column_menu_requested.emit(hit.column, event.globalPos())
            return
        if port is None or selection is None or self._choice is None:
            return
        place = event.globalPos()
        if by_key:
            place = self.choice_place()
        self.menu_requested.emit(selection, place)

    def hit(self, point: QPointF) -> Hit | None:
        """Return what lies at a point of the viewport, none where there is nothing."""
        port = self.port()
        return port.hit(self.place(point)) if port is not None else None

    def choose(self, choice: Chosen, *, seen: bool = True) -> None:
        """Select as the person does by key or pointer; with `seen` what has the keyboard is scrolled to."""
        if choice == self._choice or self._model is None:
            return
        self._choice = choice
        self._show_choice(seen=seen)
        self.cell_selected.emit(selection_of(choice, self._model))

    def choice_place(self) -> QPoint:
        """Return where a menu on what is selected stands, on the screen."""
        port = self.port()
        corner = QPointF() if port is None or self._choice is None else _rect_of(self._choice, port).center()
        return self.viewport().mapToGlobal(self.place(corner).toPoint())

    def open_selected(self) -> None:
        """Ask for what is selected to be opened."""
        selection = self.selection
        if selection is not None and len(selection.cells) > 1 and not selection.group:
            self.several_requested.emit(selection.cells)
        elif selection is not None:
            party = selection.parties[-1] if selection.parties else ""
            self.open_requested.emit(party, selection.issue)

    def _set_hover(self, hit: Hit | None) -> None:
        if hit != self._hover:
            self._hover = hit
            self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what was selected into sight, once it is known where that is."""
        is_first = not self.is_laid_out
        super().showEvent(event)
        if is_first:
            self._show_choice()

    def _show_choice(self, *, seen: bool = True) -> None:
        port = self.port() if self.is_laid_out else None
        if seen and port is not None and self._choice is not None:
            column = None if self._choice.is_room else self._choice.current
            self.scroll_to(port.scrolled_to(self._choice.row, column))
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        """Let a screen reader hear the cell: Qt tells it of every change of the name."""
        if self._choice is None or self._model is None:
            self.setAccessibleName(translate("MatrixView", "Matrix of positions"))
        else:
            self.setAccessibleName(sentence_of(self._choice, self._model))
        if self._model is not None and self._reader is None and QAccessible.isActive():
            self._reader = MatrixReader(self.viewport())
        if self._model is not None and self._reader is not None:
            self._reader.tell(self._model, self._choice)


def _rect_of(choice: Chosen, port: MatrixPort) -> QRectF:
    if choice.current == ROOM:
        return port.room_rect(choice.row)
    return port.cell_rect(choice.row, choice.current)
