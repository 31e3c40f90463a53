"""Finding anything, and help."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell

if TYPE_CHECKING:
    from ui.desktop.goto.index import Target
    from ui.desktop.goto.palette import Palette
    from ui.desktop.goto.texts import TextSearch
    from ui.desktop.help import HelpDialog


class FindCommands:
    """Binds the actions of the menu Help."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._window = shell, window
        self._known: tuple[TextSearch, list[Target]] | None = None
        bind = shell.registry.bind
        bind(ActionId.GO_TO_ANYTHING, self.open_palette)
        bind(ActionId.HELP_PAGES, lambda: self._help("pages_dialog").exec())
        bind(ActionId.KEYBOARD_SHORTCUTS, lambda: self._help("shortcuts_dialog").exec())
        bind(ActionId.ABOUT, lambda: self._help("about_dialog").exec())

    @cached_property
    def palette(self) -> Palette:
        """The palette, made when it is first asked for."""
        from ui.desktop.goto.palette import Palette  # noqa: PLC0415 - after the first paint

        palette = Palette(self._shell.hub, self._window)
        palette.chosen.connect(self.go)
        return palette

    def open_palette(self) -> None:
        """Show the palette over everything that can be gone to."""
        from ui.desktop.goto.index import command_targets, record_targets  # noqa: PLC0415
        from ui.desktop.goto.texts import TextSearch  # noqa: PLC0415 - when somebody looks for something

        page, commands = self._shell.page, command_targets(self._shell.registry)
        if page is None:
            self.palette.open(list(commands))
            return
        shown = page.session.snapshot
        if self._known is None or self._known[0].snapshot is not shown:
            self._known = (TextSearch(shown), list(record_targets(shown, page.session.kept)))
        self.palette.open([*self._known[1], *commands], self._known[0])

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

    def _help(self, name: str) -> HelpDialog:
        from ui.desktop import help as pages  # noqa: PLC0415 - after the first paint

        made: HelpDialog = getattr(pages, name)(self._shell.hub, self._window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made
