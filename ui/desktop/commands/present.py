"""Presenting on a second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.words import marked, translate

if TYPE_CHECKING:
    from ui.desktop.present.operator import OperatorWindow

_LOCKED = marked("Present", "The window was locked: the second screen is blank. Arm it again.")


class PresentCommands(QObject):
    """Binds the action that opens the operator's window; it goes with the case."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.operator: OperatorWindow | None = None
        self._is_put_away = False
        shell.registry.bind(ActionId.PRESENT, self.present)

    def present(self) -> None:
        """Open the operator's window, or bring it to the front."""
        from ui.desktop.present.operator import OperatorWindow  # noqa: PLC0415 - after the first paint

        page = self._shell.page
        if page is None:
            return
        if self.operator is None or self.operator.parent() is not page:
            self.operator = OperatorWindow(page.session, self._shell.hub, page)
            self.operator.destroyed.connect(self._forget)
            self.operator.answer_wanted.connect(self._enter_answer)
            page.installEventFilter(self)
        self.operator.presenter.compose()
        self.operator.show()
        self.operator.raise_()
        self.operator.activateWindow()

    def _enter_answer(self, party: str, issue: str) -> None:
        """Let an answer be entered in the window; the second screen holds what it shows."""
        page = self._shell.page
        if page is not None:
            page.desk.new_position(party, issue)
            page.window().raise_()
            page.window().activateWindow()

    def put_away(self) -> None:
        """Hide the operator's window and leave the second screen blank, while the case may not be seen."""
        if self.operator is not None and self.operator.isVisible():
            self._is_put_away = True
            self.operator.stage.disarm(translate("Present", _LOCKED))
            self.operator.hide()

    def bring_back(self) -> None:
        """Show the operator's window again; the second screen stays blank until it is armed anew."""
        if self._is_put_away and self.operator is not None:
            self.operator.show()
        self._is_put_away = False

    def let_go(self) -> None:
        """Close the operator's window and the second screen: the case is closed."""
        self._is_put_away = False
        if self.operator is not None:
            self.operator.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let go of the second screen when the case is put away."""
        is_gone = event.type() == QEvent.Type.Hide and not event.spontaneous() and not self._is_put_away
        if is_gone and self.operator is not None:
            self.operator.close()
        return False

    def _forget(self, gone: object = None) -> None:
        self.operator = None
