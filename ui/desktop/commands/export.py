"""What is seen, as a file."""

from __future__ import annotations

from pathlib import Path

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.commands.shell import Shell
from ui.desktop.documents import save_picture
from ui.desktop.header import audience_name
from ui.words import translate
from workbench.domain.errors import CaseError


class ExportCommands:
    """Binds what writes the lens that is looked through."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        shell.registry.bind(ActionId.EXPORT_VIEW, lambda: self.export(".xlsx"))
        shell.registry.bind(ActionId.SAVE_PICTURE, lambda: self.export(".png"))

    def follow(self, page: CasePage) -> None:
        """Write what the menu of a lens asks for."""
        page.centre.export_wanted.connect(self.export)

    def export(self, suffix: str) -> None:
        """Ask where what is seen goes, and write it there; the ending of the name says as what."""
        page = self._shell.page
        path = self._shell.dialogs.ask_view(f"{page.centre.key}{suffix}") if page else None
        if page is None or path is None:
            return
        try:
            self._write(page, path)
        except CaseError as error:
            self._shell.say(str(error), failed=True)
        else:
            whom = audience_name(page.session.view.audience, page.session)
            text = translate("Export", "Wrote “{0}”, for {1}: {2}.")
            self._shell.say(text.format(path.name, whom, page.session.snapshot.marking))

    def _write(self, page: CasePage, path: Path) -> None:
        from ui.desktop.lenses.positions_table import positions_table  # noqa: PLC0415 - seldom needed
        from ui.desktop.lenses.saving import TABLES, headline_of, save_table, save_view  # noqa: PLC0415

        lens, is_table = page.centre.lens, path.suffix.casefold() in TABLES
        headline = headline_of(page.session, page.centre.key)
        if lens is not None:
            save_view(lens, path, headline)
        elif is_table:
            save_table(positions_table(page.session.model), path, headline)
        else:
            save_picture(page.session, path, self._shell.hub.theme)
