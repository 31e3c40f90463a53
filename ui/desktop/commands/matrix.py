"""What can be done with rows, columns and cells of the matrix."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.matrix_block import block_of, on_clipboard, upper_left
from ui.words import counted, translate
from workbench.operations.pasting import table_of_text

_MOVES = {ActionId.MOVE_UP: -1, ActionId.MOVE_DOWN: 1}
_SHIFTS = {ActionId.MOVE_LEFT: -1, ActionId.MOVE_RIGHT: 1}


class MatrixCommands:
    """Binds the actions on rows, columns and cells."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        bind = shell.registry.bind
        for name, step in _MOVES.items():
            bind(name, partial(self.move_row, step))
        for name, step in _SHIFTS.items():
            bind(name, partial(self.move_column, step))
        bind(ActionId.COPY_CELLS, self.copy)
        bind(ActionId.PASTE_CELLS, self.paste)
        bind(ActionId.FOLD_GROUP, self.fold)
        bind(ActionId.OPEN_GROUPS, self.open_groups)
        bind(ActionId.SHOW_ALL_PARTIES, self.show_all_parties)

    def move_row(self, step: int) -> None:
        """Move what has the keyboard up or down: an option in its editor, else the issue selected."""
        page = self._shell.page
        if page is not None and not page.desk.move_option(step) and not page.desk.has_keyboard():
            page.order.move_issue(step)

    def move_column(self, step: int) -> None:
        """Move the party selected to the left or right."""
        page = self._shell.page
        if page is not None and not page.desk.has_keyboard():
            page.order.move_party(step)

    def copy(self) -> None:
        """Put the cells selected on the clipboard, as they are seen."""
        page = self._shell.page
        choice = page.matrix.choice if page is not None else None
        if page is None or choice is None:
            return
        table = block_of(choice, page.session.model)
        QGuiApplication.clipboard().setMimeData(on_clipboard(table))
        cells = max(len(choice.cells), 1)
        self._shell.say(
            translate("Matrix", "Copied the cell.")
            if cells == 1
            else counted("Matrix", "Copied %n cells.", "Copied %n cell.", cells)
        )

    def paste(self) -> None:
        """Show what the block on the clipboard would change, from the cell selected on."""
        page = self._shell.page
        choice = page.matrix.choice if page is not None else None
        if page is None or choice is None:
            return
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            said = translate("Matrix", "There is no table to paste. Copy cells in a spreadsheet first.")
            self._shell.say(said, failed=True)
        elif page.session.model.columns:
            page.desk.paste(table_of_text(text), *upper_left(choice, page.session.model))

    def fold(self) -> None:
        """Fold or open the group of the party selected."""
        page = self._shell.page
        if page is not None:
            page.folding.toggle_selected(page.matrix.choice_place())

    def open_groups(self) -> None:
        """Show the members of every group apart."""
        page = self._shell.page
        if page is not None:
            page.session.show_folded(frozenset())

    def show_all_parties(self) -> None:
        """Bring back the parties that were taken out of view."""
        page = self._shell.page
        if page is not None:
            page.session.show_only(None)

    def fill_groups(self, menu: QMenu) -> None:
        """List the groups, ticked where they are folded."""
        page = self._shell.page
        if page is not None:
            page.folding.fill(menu)
