"""Finding anything, and help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.goto.index import Target, command_targets, record_targets
from ui.desktop.goto.palette import Palette
from ui.desktop.help import about_dialog, shortcuts_dialog


class FindCommands:
    """Binds the actions of the menu Help."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._window = shell, window
        self.palette = Palette(shell.hub, window)
        self.palette.chosen.connect(self.go)
        bind = shell.registry.bind
        bind(ActionId.GO_TO_ANYTHING, self.open_palette)
        bind(ActionId.KEYBOARD_SHORTCUTS, lambda: shortcuts_dialog(shell.hub, window).exec())
        bind(ActionId.ABOUT, lambda: about_dialog(shell.hub, window).exec())

    def open_palette(self) -> None:
        """Show the palette over everything that can be gone to."""
        page = self._shell.page
        records = list(record_targets(page.session.snapshot)) if page else []
        self.palette.open([*records, *command_targets(self._shell.registry)])

    def go(self, target: Target) -> None:
        """Do a command, or show a record where it stands and what there is to say of it."""
        if target.action:
            self._shell.registry.action(ActionId(target.action)).trigger()
            return
        page = self._shell.page
        if page is None:
            return
        page.go_to(target.table, target.key)
        if target.table not in ("issues", "options"):
            page.desk.open_record(target.table, target.key)
