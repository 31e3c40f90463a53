"""Presenting on a second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell

if TYPE_CHECKING:
    from ui.desktop.present.operator import OperatorWindow


class PresentCommands(QObject):
    """Binds the action that opens the operator's window; it goes with the case."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.operator: OperatorWindow | None = None
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
            page.installEventFilter(self)
        self.operator.presenter.compose()
        self.operator.show()
        self.operator.raise_()
        self.operator.activateWindow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let go of the second screen when the case is put away."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and self.operator is not None:
            self.operator.close()
        return False

    def _forget(self, gone: object = None) -> None:
        self.operator = None
