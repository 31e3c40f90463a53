"""Asked before a case is closed: what becomes of what was entered and is not recorded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from ui.desktop.editors.unrecorded import UnrecordedWish
from ui.desktop.safety.sheet import Sheet
from ui.theme.hub import ThemeHub
from ui.words import counted, translate
from workbench.readmodels.wording import commas


class UnrecordedDialog(Sheet):
    """Records it, leaves it, or goes back to it; going back is what Escape does."""

    def __init__(self, hub: ThemeHub, titles: Sequence[str], parent: QWidget | None = None) -> None:
        says = counted(
            "Unrecorded",
            "%n records were begun and stand nowhere yet.",
            "A record was begun and stands nowhere yet.",
            len(titles),
        )
        super().__init__(hub, translate("Unrecorded", "Not recorded yet"), says, parent)
        self.wish: UnrecordedWish | None = None
        self.note(commas([f"“{title}”" for title in titles]))
        record = self.finish(translate("Unrecorded", "Record and close"))
        leave = self.buttons.addButton(
            translate("Unrecorded", "Close without it"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        leave.clicked.connect(lambda _on: self._choose(UnrecordedWish.LEAVE))
        record.clicked.connect(lambda _on: self._choose(UnrecordedWish.RECORD))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(
            translate("Unrecorded", "Go back")
        )

    def _choose(self, wish: UnrecordedWish) -> None:
        self.wish = wish
        self.accept()
