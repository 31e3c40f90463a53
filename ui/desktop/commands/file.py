"""Cases and what goes in and out of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.commands.writing import Writing
from ui.desktop.documents import exporting_case, making_brief
from ui.desktop.header import audience_name
from ui.desktop.reading import Reading
from ui.desktop.sight import read_first
from ui.words import translate
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore


class FileCommands:
    """Binds the actions of the menu File."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._writing = shell, Writing(shell, window)
        bind = shell.registry.bind
        bind(ActionId.NEW_CASE, self.new_case)
        bind(ActionId.OPEN_CASE, self.open_case)
        bind(ActionId.OPEN_SAMPLE, lambda: self.show(shell.opener.sample))
        bind(ActionId.EXPORT_TABLES, self.export_tables)
        bind(ActionId.MAKE_COMPARISON_BRIEF, self.make_brief)
        bind(ActionId.CLOSE_CASE, self.close_case)
        bind(ActionId.QUIT, shell.leave)

    def close_case(self) -> None:
        """Close the case, unless something is still to be recorded."""
        if self._shell.may_let_go():
            self._shell.close_case()

    def show(self, get: Callable[[], CaseStore | None]) -> None:
        """Show a case, or say why it cannot be had; nothing where somebody declined."""
        if not self._shell.may_let_go():
            return
        try:
            store = get()
            if store is not None:
                self._shell.show_case(store, self._read(store))
        except CaseError as error:
            self._shell.say(str(error), failed=True)

    def _read(self, store: CaseStore) -> Reading:
        """Read the case beside the window, which goes on painting."""
        title = translate("Opening", "Opening “{0}”").format(store.path.stem)
        try:
            return self._shell.asking.aside(title, lambda: read_first(store))
        except BaseException:
            store.close()
            raise

    def open_path(self, path: Path) -> None:
        """Open a case file; the one that is open already stays as it is."""
        from ui.desktop.opening import opened  # noqa: PLC0415 - not on the way to the first window

        page = self._shell.page
        if page is None or page.session.store.path.resolve() != path.resolve():
            self.show(lambda: opened(self._shell.opener, self._shell.asking, path))

    def new_case(self) -> None:
        """Make an empty case."""
        path = self._shell.dialogs.ask_new_case()
        if path is not None:
            title = translate("Opening", "Opening “{0}”").format(path.stem)
            self.show(lambda: self._shell.asking.aside(title, lambda: self._shell.opener.new(path)))

    def open_case(self) -> None:
        """Open a case."""
        path = self._shell.dialogs.ask_case()
        if path is not None:
            self.open_path(path)

    def fill_recent(self, menu: QMenu) -> None:
        """List the cases opened lately."""
        for path in self._shell.recent():
            action = menu.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _on, own=path: self.open_path(own))

    def export_tables(self) -> None:
        """Write the case as tables."""
        page, path = self._shell.page, self._shell.dialogs.ask_export()
        if page is not None and path is not None:
            marking = page.session.snapshot.marking
            text = translate("Export", "Wrote “{0}”, for {1}: {2}.")
            whom = audience_name(page.session.view.audience, page.session)
            done = text.format(path.name, whom, marking)
            self._writing.write(path.name, exporting_case(page.session, path), done)

    def make_brief(self) -> None:
        """Write a comparison brief."""
        page = self._shell.page
        order = self._shell.dialogs.ask_brief(page.session) if page else None
        if page is not None and order is not None:
            whom = audience_name(order.audience, page.session)
            done = translate("Export", "Wrote “{0}”, for {1}.").format(order.path.name, whom)
            write = making_brief(page.session, order)
            self._writing.write(order.path.name, write, done, may_cancel=False)
