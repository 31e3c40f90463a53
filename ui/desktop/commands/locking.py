"""The lock of the window: by itself when nobody is there, or at once when asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.safety.away import FIRST_MINUTES, AwayWatch
from ui.words import marked, translate

if TYPE_CHECKING:
    from ui.desktop.safety.screen_lock import LockPage

SETTING = "safety/lock_after"
_CHOICES = {
    ActionId.LOCK_NEVER: 0,
    ActionId.LOCK_AFTER_5: 5,
    ActionId.LOCK_AFTER_15: 15,
    ActionId.LOCK_AFTER_30: 30,
}
NO_KEY = marked(
    "Lock",
    "“{case}” has no passphrase, so it cannot be locked: whoever sits down here could open the file again. "
    "Protect it first: File, Passphrase, Protect with a passphrase.",
)


class Coverable(Shell, Protocol):
    """A window that can be covered."""

    def cover(self, page: QWidget) -> None:
        """Show nothing but a page: no title, no menu, no action, and a blank second screen."""

    def uncover(self, page: QWidget) -> None:
        """Show everything again."""


class LockCommands(QObject):
    """Binds the lock; watches while a protected case is open."""

    def __init__(self, window: Coverable, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._cover: LockPage | None = None
        self._focus: QWidget | None = None
        self.watch = AwayWatch(self)
        self.watch.away.connect(self._nobody_there)
        window.registry.bind(ActionId.LOCK_NOW, self.lock)
        for name, minutes in _CHOICES.items():
            window.registry.bind_switch(name, partial(self._choose, minutes))
        self._mark()

    @property
    def minutes(self) -> int:
        """After how many minutes away the window locks itself, 0 for never."""
        try:
            return int(str(self._window.settings.value(SETTING, FIRST_MINUTES)))
        except ValueError:
            return FIRST_MINUTES

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered."""
        return self._cover is not None

    def follow(self) -> None:
        """Watch where the case that is open now is protected."""
        self.watch.watch(self.minutes if self._is_protected() else 0)

    def follow_choice(self) -> None:
        """Let the minutes hold that were chosen elsewhere."""
        self._mark()
        self.follow()

    def lock(self) -> None:
        """Cover the window until the passphrase is typed; every dialog over it goes."""
        from ui.desktop.safety.screen_lock import LockPage  # noqa: PLC0415 - for protected cases only

        page = self._window.page
        if page is None or self._cover is not None:
            return
        path = page.session.store.path
        if not self._is_protected():
            self._window.say(translate("Lock", NO_KEY).format(case=path.stem), failed=True)
            return
        self._focus = QApplication.focusWidget()
        _dismiss_dialogs()
        cover = self._cover = LockPage(self._window.hub, partial(self._window.opener.keeping.opens, path))
        cover.unlocked.connect(self.unlock)
        self._window.cover(cover)
        cover.field.setFocus()

    def unlock(self) -> None:
        """Show everything again, with the keyboard where it was."""
        cover, self._cover = self._cover, None
        focus, self._focus = self._focus, None
        if cover is None:
            return
        self._window.uncover(cover)
        cover.deleteLater()
        self.watch.put_off()
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus()
        elif self._window.page is not None:
            self._window.page.centre.take_focus()

    def _is_protected(self) -> bool:
        page = self._window.page
        return page is not None and page.session.store.is_protected

    def _nobody_there(self) -> None:
        if _is_at_work():
            self.watch.put_off()
        else:
            self.lock()

    def _choose(self, minutes: int, _on: bool) -> None:
        self._window.settings.setValue(SETTING, minutes)
        self.follow()

    def _mark(self) -> None:
        kept = next((name for name, own in _CHOICES.items() if own == self.minutes), ActionId.LOCK_AFTER_15)
        self._window.registry.choose(kept)


def _is_at_work() -> bool:
    from ui.desktop.working import WorkingDialog  # noqa: PLC0415 - for protected cases only

    return isinstance(QApplication.activeModalWidget(), WorkingDialog)


def _dismiss_dialogs() -> None:
    """Take away menus, lists, hints and dialogs: they may say something of the case."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup.isVisible():
            break
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            QTimer.singleShot(0, widget, widget.reject)
            widget.hide()
