"""What is seen, as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.commands.shell import Shell
from ui.desktop.commands.writing import Writing
from ui.desktop.header import audience_name
from ui.desktop.lenses.lens import Seen
from ui.words import figure, translate
from workbench.domain.errors import CaseError


class ExportCommands:
    """Binds what writes the lens that is looked through."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._writing = shell, Writing(shell, window)
        shell.registry.bind(ActionId.EXPORT_VIEW, lambda: self.export(".xlsx"))
        shell.registry.bind(ActionId.SAVE_PICTURE, lambda: self.draw(".png"))

    def follow(self, page: CasePage) -> None:
        """Write what the menu of a lens asks for, or a window beside."""
        page.centre.export_wanted.connect(self.export)
        page.export_wanted.connect(lambda seen, suffix: self.export(suffix, seen))

    def export(self, suffix: str, seen: Seen | None = None) -> None:
        """Write what is seen: as a table, or as a picture that is looked at first, by the ending."""
        from ui.desktop.lenses.saving import TABLES  # noqa: PLC0415 - seldom needed

        if suffix not in TABLES:
            self.draw(suffix, seen)
            return
        page = self._shell.page
        seen = seen or (_seen_on(page) if page else None)
        path = self._shell.dialogs.ask_view(f"{seen.key}{suffix}") if seen else None
        if page is None or seen is None or path is None:
            return
        try:
            self._write(page, seen, path)
        except CaseError as error:
            self._shell.say(str(error), failed=True)

    def draw(self, suffix: str, seen: Seen | None = None) -> None:
        """Show a picture of what is seen, and write it where the person says."""
        from ui.desktop.picture.wanted import wanted_pictures  # noqa: PLC0415 - seldom needed

        page = self._shell.page
        if page is None:
            return
        seen = seen or _seen_on(page)
        if files := self._shell.dialogs.ask_picture(wanted_pictures(page, seen), suffix):
            self._shell.say(_told(page, seen, *(file.name for file in files)))

    def _write(self, page: CasePage, seen: Seen, path: Path) -> None:
        """Take hold of what is seen, and write it."""
        from ui.desktop.lenses.saving import headline_of, refuse_ending, save_captured  # noqa: PLC0415

        refuse_ending(path)
        headline, captured = headline_of(page.session, seen), seen.capture()
        done = _told(page, seen, path.name)
        self._writing.write(path.name, lambda tell: save_captured(captured, path, headline, tell), done)


def _seen_on(page: CasePage) -> Seen:
    from ui.desktop.picture.wanted import seen_on  # noqa: PLC0415 - seldom needed

    return seen_on(page)


def _told(page: CasePage, seen: Seen, *names: str) -> str:
    """Return what was written, for whom and how it is marked."""
    from ui.desktop.lenses.saving import marking_of  # noqa: PLC0415 - seldom needed

    whom = audience_name(page.session.view.audience, page.session)
    about = whom, marking_of(page.session.snapshot, seen.key)
    if len(names) == 1:
        return translate("Export", "Wrote “{0}”, for {1}: {2}.").format(names[0], *about)
    many = translate("Export", "Wrote {0} files, “{1}” to “{2}”, for {3}: {4}.")
    return many.format(figure(len(names)), names[0], names[-1], *about)
