"""An open case on the screen: side panel, matrix, desk and time, each following the session."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.actions.registry import ActionRegistry
from ui.desktop.cell_opening import CellOpening
from ui.desktop.editors.desk import Desk, open_to_remove
from ui.desktop.header import Header
from ui.desktop.lenses.registry import POSITIONS
from ui.desktop.lenses.stack import LensStack
from ui.desktop.matrix_folding import MatrixFolding, remember_folds, restore_folds
from ui.desktop.matrix_order import MatrixOrder
from ui.desktop.matrix_view import MatrixView
from ui.desktop.message_bar import Messages
from ui.desktop.panels import Panels
from ui.desktop.session import CaseSession
from ui.desktop.side_panel import SidePanel
from ui.desktop.tabbing import give_keyboard, stops
from ui.desktop.time_shown import TimeShown
from ui.desktop.time_strip import TimeStrip
from ui.desktop.todo import Task
from ui.desktop.view_state import Selection
from ui.desktop.welcome import empty_case
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import RecordKey

_MATRIX_CHANGES = frozenset({"day", "compared", "basis", "audience", "hidden", "names", "folded"})


class CasePage(QWidget):
    """Puts the views of a session together and passes on what they ask for.

    Signals
    -------
    menu_wanted
        A menu for what is selected, at a place on the screen.
    export_wanted
        What is seen in a window beside (a ``Seen``), and the ending of the file in which it is to be kept.
    """

    menu_wanted = Signal(QPoint)
    export_wanted = Signal(object, str)

    def __init__(
        self, session: CaseSession, hub: ThemeHub, settings: QSettings, registry: ActionRegistry
    ) -> None:
        super().__init__()
        self.session, self._hub, self._settings = session, hub, settings
        self.header = Header(session, hub)
        self.messages = Messages(session, hub)
        self.side = SidePanel(session, hub)
        self.matrix = MatrixView(hub.theme)
        self.empty = empty_case(registry, hub)
        self.centre = LensStack(session, (hub, settings), self.matrix, self.empty)
        self.order, self.folding = MatrixOrder(session), MatrixFolding(session, self)
        self.desk = Desk(session, hub)
        self.cells = CellOpening(session, self.desk)
        self.strip = TimeStrip(hub.theme)
        self.panels = Panels(self.side, self.centre, self.desk, self.strip, (hub, settings))
        self.time = TimeShown(session, self.strip)
        self._lay_out()
        self._connect()
        restore_folds(session, settings)
        self._show_matrix()
        self.time.show()
        self._select_first()
        self.centre.show_last()

    def _select_first(self) -> None:
        """Begin with the first room, so that there is something to read."""
        rows = [row for row in self.session.model.rows if row.has_room]
        if rows:
            self.session.select(Selection(rows[0].code))

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.messages)
        body.addWidget(self.panels, 1)

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say what was done, in the header, or why something could not be done, on a line of its own."""
        self.messages.failure.say(text if failed else "")
        self.header.say("" if failed else text)

    @property
    def shows_matrix(self) -> bool:
        """Whether the positions are what is looked at."""
        return self.centre.lens is None

    def walk(self, window: QWidget) -> list[QWidget]:
        """Return the widgets at which Tab stops, in the order in which one reads the window."""
        return stops(window, self.parts, (self.side, self.desk.inspector))

    def go_to_part(self, step: int) -> None:
        """Give the keyboard to the next part of the window, or to the one before."""
        walk = self.walk(self.window())
        inside = {part: [own for own in walk if part is own or part.isAncestorOf(own)] for part in self.parts}
        parts = [part for part in self.parts if inside[part]]
        here = self.window().focusWidget()
        at = next((n for n, part in enumerate(parts) if here in inside[part]), 0)
        part = parts[(at + step) % len(parts)]
        if part is self.centre:
            self.centre.take_focus()
        else:
            own = self.strip.band if part is self.strip else inside[part][0]
            give_keyboard(own, Qt.FocusReason.ShortcutFocusReason)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts of the window, in the order in which one reads it."""
        return (self.header, self.messages, self.side, self.centre, self.desk, self.strip)

    @property
    def is_empty(self) -> bool:
        """Whether the case lacks parties or issues, so that the matrix has no cell."""
        return not (self.session.snapshot.parties and self.session.snapshot.issues)

    def keep_sizes(self) -> None:
        """Remember how the space is shared, without an editor in it."""
        self.desk.close_all()
        self.centre.keep()
        remember_folds(self.session, self._settings)
        self.panels.keep()

    def _connect(self) -> None:
        session = self.session
        session.case_changed.connect(self._case_changed)
        session.view_changed.connect(self._view_changed)
        self._connect_matrix()
        self.cells.said.connect(self.say)
        self.time.event_wanted.connect(lambda code: self.desk.open_record("events", (code,)))
        self.side.party_wanted.connect(lambda code: self.desk.open_record("parties", (code,)))
        self.side.basket_wanted.connect(self.show_row)
        self.side.task_wanted.connect(self._show_task)
        self.desk.emptied.connect(self.centre.take_focus)
        self._connect_lenses()
        self.desk.currentChanged.connect(lambda place: self.panels.make_room(wide=place > 0))
        self.desk.recorded.connect(self._recorded)
        self.desk.left.changed.connect(lambda: self.messages.say_left(self.desk.left.title))
        self.messages.take_up_wanted.connect(self.desk.take_up)
        self._hub.changed.connect(self._restyle)
        self._restyle()

    def _connect_matrix(self) -> None:
        matrix = self.matrix
        matrix.cell_selected.connect(self.session.select)
        matrix.open_requested.connect(self.cells.open)
        matrix.several_requested.connect(self.desk.change_several)
        matrix.stance_typed.connect(self.cells.give_stances)
        matrix.option_typed.connect(self.cells.type_option)
        matrix.record_requested.connect(lambda table, code: self.desk.open_record(table, (code,)))
        matrix.menu_requested.connect(self._menu_requested)
        matrix.column_menu_requested.connect(self._column_menu)
        matrix.fold_requested.connect(self.folding.toggle)
        matrix.issue_dropped.connect(self.order.drop_issue)
        matrix.party_dropped.connect(self.order.drop_party)

    def _connect_lenses(self) -> None:
        self.centre.record_wanted.connect(self.desk.open_record)
        self.centre.new_wanted.connect(self.desk.new_record)
        self.centre.start_wanted.connect(self.desk.start_from)
        self.centre.removal_wanted.connect(partial(open_to_remove, self.desk))
        self.centre.history_wanted.connect(self.centre.show_history)
        self.centre.said.connect(lambda text, failed: self.say(text, failed=failed))
        self.centre.lens_changed.connect(self.header.lenses.show_key)
        self.header.lenses.lens_wanted.connect(self._show_lens)
        self.header.case_wanted.connect(self.desk.open_case)

    def _show_lens(self, key: str) -> None:
        self.centre.show_lens(key)
        self.centre.take_focus()

    def go_to(self, table: str, key: RecordKey) -> None:
        """Show a record where it stands in the matrix."""
        target = place_of(self.session, table, key)
        if target is not None:
            self.centre.show_lens(POSITIONS)
            self.session.select(target)
            self.matrix.select(target)

    def show_row(self, row: int) -> None:
        """Scroll the matrix so that a row stands at the top."""
        self.centre.show_lens(POSITIONS)
        bar = self.matrix.verticalScrollBar()
        bar.setValue(bar.maximum())
        port = self.matrix.port()
        if port is not None:
            heading = round(26 * self._hub.zoom)
            bar.setValue(round(port.scrolled_to(row, None).scroll_y) - heading)

    def _recorded(self, table: str, key: RecordKey) -> None:
        """Show a new record in the lens that is looked through, where it has a place there."""
        lens = self.centre.lens
        if lens is None:
            self.go_to(table, key)
        else:
            lens.reveal(table, key)

    def _menu_requested(self, selection: Selection, place: QPoint) -> None:
        self.session.select(selection)
        self.menu_wanted.emit(place)

    def _column_menu(self, number: int, place: QPoint) -> None:
        column = self.session.model.columns[number]
        menu = QMenu(self)
        table = "groups" if column.is_group else "parties"
        action = menu.addAction(
            translate("CasePage", "&Edit “{0}”").format(column.label)
            if self.session.may_edit
            else f"&{column.label}"
        )
        action.triggered.connect(lambda: self.desk.open_record(table, (column.code,)))
        if column.can_fold:
            menu.addSeparator()
            self.folding.fill(menu, (column.code,) if column.is_group else column.groups)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _show_task(self, task: Task) -> None:
        if task.selection is not None:
            self.desk.close_all()
            self.centre.show_lens(POSITIONS)
            self.session.select(task.selection)
            self.matrix.select(task.selection)
        elif task.event:
            self.desk.open_record("events", (task.event,))

    def _case_changed(self, _change: object) -> None:
        self._show_matrix()
        self.time.case_changed()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if changed & _MATRIX_CHANGES:
            self._show_matrix()
        self.time.view_changed(changed)
        if "selection" in changed:
            self.matrix.select(self.session.view.selection)

    def _show_matrix(self) -> None:
        self.centre.set_empty(self.is_empty)
        if self.is_empty:
            snapshot = self.session.snapshot
            self.empty.tell([own.label for own in snapshot.parties], [own.title for own in snapshot.issues])
        self.matrix.mouse.may_move = self.session.may_edit
        self.matrix.set_model(self.session.model)

    def _restyle(self) -> None:
        self.matrix.set_theme(self._hub.theme, self._hub.zoom)
        self.strip.set_theme(self._hub.theme, self._hub.zoom)


def place_of(session: CaseSession, table: str, key: RecordKey) -> Selection | None:
    """Return the cell or room at which a record is to be seen, none where there is no such place."""
    if table == "positions":
        position = session.record(table, key)
        party, issue = getattr(position, "party", ""), getattr(position, "issue", "")
        return Selection(issue, (party,)) if issue else None
    if table in ("issues", "options"):
        return Selection(key[0])
    return None
