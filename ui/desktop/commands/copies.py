"""Copies for those who need to know."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.header import audience_name
from ui.words import translate
from workbench.domain.errors import CaseError


class CopyCommands:
    """Binds the action that makes a need-to-know copy."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        shell.registry.bind(ActionId.NEED_TO_KNOW_COPY, self.copy)

    def copy(self) -> None:
        """Make a copy for the audience chosen."""
        page = self._shell.page
        order = self._shell.dialogs.ask_copy(page.session) if page else None
        if page is None or order is None:
            return
        try:
            self._shell.opener.write_copy(order.path, order.filling, order.passphrase)
        except CaseError as error:
            self._shell.say(str(error), failed=True)
        else:
            text = translate("Copies", "Wrote “{0}”, for {1}, with what they may see.")
            self._shell.say(text.format(order.path.name, audience_name(order.audience, page.session)))
