"""The window: menus, and one page for the case that is open or for none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from ui.actions.ids import ActionId
from ui.actions.menus import cell_menu, fill_menu_bar
from ui.actions.registry import ActionRegistry
from ui.desktop.case_page import CasePage
from ui.desktop.closing import closed
from ui.desktop.commands.conditions import holding
from ui.desktop.commands.copies import CopyCommands
from ui.desktop.commands.edit import EditCommands
from ui.desktop.commands.export import ExportCommands
from ui.desktop.commands.file import FileCommands
from ui.desktop.commands.find import FindCommands
from ui.desktop.commands.importing import ImportCommands
from ui.desktop.commands.locking import LockCommands
from ui.desktop.commands.matrix import MatrixCommands
from ui.desktop.commands.present import PresentCommands
from ui.desktop.commands.safety import SafetyCommands
from ui.desktop.commands.time import TimeCommands
from ui.desktop.commands.view import ViewCommands
from ui.desktop.dialogs import Dialogs
from ui.desktop.editors.unrecorded import (
    UnrecordedWish,
    holds_something,
    record_open,
    title_of,
)
from ui.desktop.opener import CaseOpener
from ui.desktop.preferences.commands import PreferenceCommands
from ui.desktop.reading import Reading
from ui.desktop.recent import RecentCases
from ui.desktop.session import CaseSession
from ui.desktop.tabbing import step
from ui.desktop.view_state import ViewState
from ui.desktop.welcome import no_case
from ui.desktop.widgets.menu_line import MenuLine
from ui.desktop.working import closes_after_work
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from ui.words import translate
from workbench import PROGRAM_NAME
from workbench.ports import CaseStore

if TYPE_CHECKING:
    from ui.desktop.safety.asking import Asking

_FIRST_SIZE = (1366, 768)
_LEAST_SIZE = (880, 500)
"""A screen of 1366 by 768 dots at 150 %."""


class MainWindow(QMainWindow):
    """Owns menus and pages; everything else is done by the commands and the views.

    Parameters
    ----------
    opener : CaseOpener
        Opens and makes cases.
    hub : ThemeHub
        Theme and zoom of the application.
    settings : QSettings
        Where sizes and recent cases are kept.
    store : CaseStore, optional
        A case to show at once.
    """

    def __init__(
        self, opener: CaseOpener, hub: ThemeHub, settings: QSettings, store: CaseStore | None = None
    ) -> None:
        super().__init__()
        self.opener, self.hub, self.settings = opener, hub, settings
        self.registry = ActionRegistry(hub, self)
        self.dialogs = Dialogs(self, hub, settings)
        self._asking: Asking | None = None
        self._page: CasePage | None = None
        self._is_covered = self._leaves_at_once = False
        self._recent = RecentCases(settings)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._menus = MenuLine()
        self._top = QHBoxLayout()
        self._lay_out_top()
        self._welcome = no_case(self.registry, hub)
        self._pages.addWidget(self._welcome)
        self.locking = LockCommands(self, self)
        self.preferences = PreferenceCommands(self, self)
        self.files, self.edits = FileCommands(self, self), EditCommands(self)
        self.views, self.times = ViewCommands(self), TimeCommands(self, self)
        self.matrix = MatrixCommands(self)
        self.exports = ExportCommands(self, self)
        self.finding = FindCommands(self, self)
        self.presenting = PresentCommands(self, self)
        self.copies = CopyCommands(self, self)
        self.imports, self.safety = ImportCommands(self, self), SafetyCommands(self, self)
        self._fill_menus()
        self._restore()
        if store is None:
            self.close_case()
        else:
            self.show_case(store)

    @property
    def page(self) -> CasePage | None:
        """The open case, none where none is open."""
        return self._page

    @property
    def asking(self) -> Asking:
        """Asks what concerns the safety of a case; made when it is first needed."""
        from ui.desktop.safety.asking import Asking  # noqa: PLC0415 - after the first paint

        if self._asking is None:
            self._asking = Asking(self, self.hub)
        return self._asking

    @asking.setter
    def asking(self, asking: Asking) -> None:
        self._asking = asking

    def show_case(self, store: CaseStore, reading: Reading | None = None) -> None:
        """Show a case, perhaps read already, in place of the one that is open."""
        trouble = self._drop_page()
        session = CaseSession(store, self, reading)
        page = self._page = CasePage(session, self.hub, self.settings, self.registry)
        page.menu_wanted.connect(self._show_cell_menu)
        page.header.find_wanted.connect(self.registry.action(ActionId.GO_TO_ANYTHING).trigger)
        page.centre.lens_changed.connect(self._refresh)
        page.header.present_wanted.connect(self.registry.action(ActionId.PRESENT).trigger)
        page.header.brief_wanted.connect(self.registry.action(ActionId.MAKE_COMPARISON_BRIEF).trigger)
        session.case_changed.connect(self._case_changed)
        session.view_changed.connect(self._refresh)
        page.desk.left.changed.connect(self._refresh)
        self._pages.addWidget(page)
        self._top.addWidget(page.header, 1)
        page.panels.share(self.width(), self.height())
        self._pages.setCurrentWidget(page)
        self.views.apply_panels()
        self.views.follow(page)
        self.times.follow(page)
        self.preferences.follow(page)
        self.exports.follow(page)
        self._recent.remember(store.path)
        self._refresh()
        self.locking.follow()
        self.safety.follow(page)
        page.centre.take_focus()
        if trouble:
            self.say(trouble, failed=True)

    def show_again(self, path: Path, view: ViewState) -> None:
        """Show a case that was closed for a moment, as it was looked at."""
        self.files.open_path(path)
        if self._page is not None:
            self._page.session.look_as(view)

    def cover(self, page: QWidget) -> None:
        """Show nothing but a page: no title, no menu, no action."""
        self._is_covered = True
        self.presenting.put_away()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._menus.hide()
        self._line.hide()
        if self._page is not None:
            self._page.header.hide()
            self._page.strip.player.stop()
        for action in self.registry.actions():
            action.setEnabled(False)
        self.setWindowTitle(PROGRAM_NAME)

    def uncover(self, page: QWidget) -> None:
        """Show everything again."""
        self._is_covered = False
        self._pages.removeWidget(page)
        self._menus.show()
        self._line.show()
        if self._page is not None:
            self._pages.setCurrentWidget(self._page)
            self._page.header.show()
        self.presenting.bring_back()
        self._refresh()

    def may_let_go(self) -> bool:
        """Return whether the case may be closed: what is entered and not recorded is asked about first."""
        if self._page is None or not (sheets := self._page.desk.unrecorded()):
            return True
        is_for_all_eyes = self._is_covered or not self._page.session.may_edit
        titles = [] if is_for_all_eyes else [title_of(sheet) for sheet in sheets]
        wish = self.asking.unrecorded(titles, len(sheets))
        if wish is not UnrecordedWish.RECORD:
            return wish is UnrecordedWish.LEAVE
        for sheet in sheets:
            record_open(sheet)
        return not any(holds_something(sheet) for sheet in sheets if isValid(sheet))

    def close_case(self) -> None:
        """Close the case that is open; nothing has to be saved."""
        trouble = self._drop_page()
        lines = self._welcome.show_recent(self.recent())
        for line, path in zip(lines, self.recent(), strict=True):
            line.clicked.connect(lambda _on, own=path: self.files.open_path(own))
        self._pages.setCurrentWidget(self._welcome)
        self._welcome.say(trouble)
        self._refresh()

    def mark(self) -> None:
        """Tick in the menus what holds now."""
        self.views.mark()

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something to the person, under the header or on the welcome page."""
        if self._page is not None:
            self._page.say(text, failed=failed)
        else:
            self._welcome.say(text)

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def leave_at_once(self) -> None:
        """Close the window without a question: the session ends, or nobody sits before it."""
        self._leaves_at_once = True
        self.close()

    def recent(self) -> list[Path]:
        """Return the cases opened lately, the last one first."""
        return self._recent.paths

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the parts of the window with Tab as one reads them."""
        page = self._page
        if page is None or self._is_covered:
            return super().focusNextPrevChild(forward)
        return step(self, page.walk(self), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter, as with Space."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember sizes and close the case, unless something is still to be recorded or written."""
        if closes_after_work(self) or not (self._leaves_at_once or self.may_let_go()):
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        trouble = self._drop_page()
        self.settings.sync()
        if trouble:
            self.asking.tell(translate("Window", "Closed, but not backed up"), trouble)
        super().closeEvent(event)

    def _lay_out_top(self) -> None:
        """Put menus and the header of the case on one line: height is scarce on a laptop."""
        top = self._line = QFrame()
        set_surface(top, "header")
        self._menus.setStyleSheet("QMenuBar { border: none; background: transparent; }")
        self._top.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.SECTION, Space.TIGHT)
        self._top.setSpacing(Space.WIDE)
        self._top.addWidget(self._menus, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        top.setLayout(self._top)
        self.setMenuWidget(top)

    def _fill_menus(self) -> None:
        fillers = {
            ActionId.OPEN_RECENT: self.files.fill_recent,
            ActionId.AUDIENCE_PARTY: self.views.fill_parties,
            ActionId.NAMES_PARTY: self.views.fill_names,
            ActionId.FOLD_GROUPS: self.matrix.fill_groups,
        }
        fill_menu_bar(self._menus, self.registry, fillers)
        self.addActions(self.registry.actions())

    def _restore(self) -> None:
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        state = self.settings.value("window/geometry")
        if isinstance(state, QByteArray):
            self.restoreGeometry(state)

    def _drop_page(self) -> str:
        """Put the case away; return what a person should be told of it, empty for nothing."""
        page, self._page = self._page, None
        if page is None:
            return ""
        page.keep_sizes()
        page.centre.end()
        self.presenting.let_go()
        page.header.hide()
        page.header.deleteLater()
        page.strip.player.stop()
        self._pages.removeWidget(page)
        page.hide()
        trouble = closed(self.hub, self, page.session.store)
        self.opener.keeping.forget(page.session.store.path)
        self.locking.follow()
        page.deleteLater()
        page.session.deleteLater()
        return trouble

    def _case_changed(self, _change: object) -> None:
        self.views.apply_panels()
        self._refresh()

    def _refresh(self, _change: object = None) -> None:
        """Enable and name the actions as the case now stands; not while the window is covered."""
        if self._is_covered:
            return
        self.registry.update(holding(self))
        self.views.mark()
        self.edits.name_steps()
        store = self._page.session.store if self._page else None
        title = self._page.session.snapshot.title or store.path.stem if self._page and store else ""
        self.setWindowTitle(f"{title} – {PROGRAM_NAME}" if title else PROGRAM_NAME)

    def _show_cell_menu(self, place: QPoint) -> None:
        menu = cell_menu(self.registry, self)
        menu.popup(place)
        menu.aboutToHide.connect(menu.deleteLater)
