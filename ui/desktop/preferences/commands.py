"""What a preference changes, done at once; preferences that are switched in a menu are kept here as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.commands.locking import LockCommands
from ui.desktop.commands.shell import Shell
from ui.desktop.preferences import settings as known
from ui.desktop.preferences.days import day_style
from ui.desktop.preferences.settings import Setting
from ui.theme.theme import bundled_theme
from workbench.readmodels.wording import say_days

if TYPE_CHECKING:
    from ui.desktop.preferences.window import PreferencesWindow


class Preferred(Shell, Protocol):
    """A window that has preferences."""

    preferences: PreferenceCommands


class Preferring(Shell, Protocol):
    """A window to which preferences apply."""

    locking: LockCommands

    def mark(self) -> None:
        """Tick in the menus what holds now."""


class PreferenceCommands(QObject):
    """Binds the preferences, and applies each of them when it changes and when a case is shown."""

    def __init__(self, shell: Preferring, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self.dialog: PreferencesWindow | None = None
        self._hints = QGuiApplication.styleHints()
        shell.registry.bind(ActionId.PREFERENCES, self.show)
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._apply_days()
        if known.THEME.read(shell.settings) == known.SYSTEM:
            self._apply_theme()

    def show(self) -> None:
        """Show the window of preferences, the same where it is open already."""
        from ui.desktop.preferences.window import PreferencesWindow  # noqa: PLC0415 - when asked for

        if self.dialog is None:
            page = self._shell.page
            case = (page.session.snapshot.parties, page.session.store.path) if page else ((), None)
            self.dialog = PreferencesWindow(self._shell.hub, self._shell.settings, case, self._window)
            self.dialog.changed.connect(self.apply)
            self.dialog.destroyed.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def follow(self, page: CasePage) -> None:
        """Let a case that is shown now be as preferred."""
        page.session.set_names(known.NAMES.read(self._shell.settings))
        page.strip.player.set_seconds(known.PACE.read(self._shell.settings))
        page.session.sign_as(known.AUTHOR.read(self._shell.settings))

    def use(self, setting: Setting[Any], value: object) -> None:
        """Keep what was chosen in a menu, and apply it."""
        setting.write(self._shell.settings, value)
        self.apply(setting)
        if self.dialog is not None:
            self.dialog.show_values()

    def apply(self, setting: Setting[Any]) -> None:
        """Let what is kept of a setting hold."""
        page = self._shell.page
        if setting is known.THEME:
            self._apply_theme()
        elif setting is known.ZOOM:
            self._shell.hub.use(zoom=known.ZOOM.read(self._shell.settings))
        elif setting is known.DATES:
            self._apply_days()
            if page is not None:
                page.session.say_anew()
                page.strip.set_theme(self._shell.hub.theme, self._shell.hub.zoom)
        elif setting is known.LOCK_AFTER:
            self._shell.locking.follow_choice()
        elif page is not None:
            self.follow(page)
        self._shell.mark()

    def _apply_days(self) -> None:
        say_days(day_style(known.DATES.read(self._shell.settings)))

    def _apply_theme(self) -> None:
        key = known.THEME.read(self._shell.settings)
        if key == known.SYSTEM:
            self._hints.unsetColorScheme()
            key = "dark" if self._hints.colorScheme() is Qt.ColorScheme.Dark else "light"
        self._shell.hub.use(bundled_theme(key))
        if known.THEME.read(self._shell.settings) == known.SYSTEM:
            self._hints.unsetColorScheme()  # dressing has set one: what the system changes is to be heard

    def _system_changed(self, _scheme: object) -> None:
        is_dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        follows = known.THEME.read(self._shell.settings) == known.SYSTEM
        if follows and is_dark != self._shell.hub.theme.is_dark:
            self._apply_theme()

    def _forget(self) -> None:
        self.dialog = None
