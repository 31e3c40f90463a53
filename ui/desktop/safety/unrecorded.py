"""Asked before a case is closed: what becomes of what was entered and is not recorded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from ui.desktop.editors.unrecorded import UnrecordedWish
from ui.desktop.safety.sheet import CANCEL, Sheet
from ui.theme.hub import ThemeHub
from ui.words import counted, translate
from workbench.readmodels.wording import commas


class UnrecordedDialog(Sheet):
    """Records it, leaves it, or goes back to it; going back is what Escape does.

    Without titles the case is locked, or shown to an audience for which they may not be: then nothing can be
    recorded either.
    """

    def __init__(
        self, hub: ThemeHub, titles: Sequence[str], count: int, parent: QWidget | None = None
    ) -> None:
        says = counted(
            "Unrecorded",
            "%n records were begun and stand nowhere yet.",
            "A record was begun and stands nowhere yet.",
            count,
        )
        super().__init__(hub, translate("Unrecorded", "Not recorded yet"), says, parent)
        self.wish: UnrecordedWish | None = None
        self.note(
            commas([f"“{title}”" for title in titles])
            if titles
            else translate("Unrecorded", "It is not named before whoever looks. Go back to see it.")
        )
        self.finish(dismiss=CANCEL)
        self.buttons.button(CANCEL).setText(translate("Unrecorded", "Go back"))
        self._offer(UnrecordedWish.LEAVE, translate("Unrecorded", "Close without it"))
        if titles:
            self._offer(UnrecordedWish.RECORD, translate("Unrecorded", "Record and close")).setDefault(True)

    def _offer(self, wish: UnrecordedWish, text: str) -> QPushButton:
        role = QDialogButtonBox.ButtonRole
        button = self.buttons.addButton(
            text, role.AcceptRole if wish is UnrecordedWish.RECORD else role.DestructiveRole
        )
        button.clicked.connect(lambda _on: self._choose(wish))
        return button

    def _choose(self, wish: UnrecordedWish) -> None:
        self.wish = wish
        self.accept()
