"""Copies for those who need to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.commands.writing import Writing
from ui.desktop.header import audience_name
from ui.desktop.opener import CaseOpener
from ui.words import translate
from workbench.ports import Progress

if TYPE_CHECKING:
    from ui.desktop.copy_dialog import CopyOrder


class CopyCommands:
    """Binds the action that makes a need-to-know copy."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._writing = shell, Writing(shell, window)
        shell.registry.bind(ActionId.NEED_TO_KNOW_COPY, self.copy)

    def copy(self) -> None:
        """Make a copy for the audience chosen."""
        page = self._shell.page
        order = self._shell.dialogs.ask_copy(page.session) if page else None
        if page is None or order is None:
            return
        text = translate("Copies", "Wrote “{0}”, for {1}, with what they may see.")
        done = text.format(order.path.name, audience_name(order.audience, page.session))
        self._writing.write(order.path.name, _copying(self._shell.opener, order), done, may_cancel=False)


def _copying(opener: CaseOpener, order: CopyOrder) -> Callable[[Progress], None]:
    return lambda _progress: opener.write_copy(order.path, order.filling, order.passphrase)
