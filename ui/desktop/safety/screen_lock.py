"""What covers the window while it is locked, and asks for the passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.safety.passphrase import secret_field
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.dress import set_kind, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate


class LockPage(QWidget):
    """Covers everything; says nothing of the case.

    Parameters
    ----------
    opens : callable
        Tells whether what was typed is the passphrase.

    Signals
    -------
    unlocked
        The passphrase was typed.
    """

    unlocked = Signal()

    def __init__(self, hub: ThemeHub, opens: Callable[[str], bool]) -> None:
        super().__init__()
        self._opens = opens
        set_surface(self, "window")
        card = QFrame()
        set_surface(card, "card")
        card.setMaximumWidth(round(420 * hub.zoom))
        self.field = secret_field(translate("ScreenLock", "Passphrase"))
        self.field.returnPressed.connect(self.try_it)
        self.fault = Text(hub, "", role=Role.ERROR_TEXT)
        self.fault.hide()
        self.button = QPushButton(translate("ScreenLock", "Unlock"))
        set_kind(self.button, "primary")
        self.button.clicked.connect(lambda _on: self.try_it())
        body = QVBoxLayout(card)
        body.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        body.setSpacing(Space.NORMAL)
        body.addWidget(Text(hub, translate("ScreenLock", "Locked"), TextSize.DISPLAY, weight=BOLD))
        says = translate(
            "ScreenLock",
            "Nothing is lost: what was being entered is still there. Type the passphrase of the case.",
        )
        body.addWidget(Text(hub, says, role=Role.TEXT_SECONDARY))
        body.addWidget(Text(hub, translate("ScreenLock", "Passphrase"), TextSize.SMALL, Role.TEXT_MUTED))
        for part in (self.field, self.fault, self.button):
            body.addWidget(part)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def try_it(self) -> None:
        """Unlock where what was typed is the passphrase, else say that it is not."""
        typed = self.field.text()
        self.field.clear()
        if typed and self._opens(typed):
            self.fault.hide()
            self.unlocked.emit()
            return
        self.fault.setText(
            translate("ScreenLock", "This is not the passphrase. Check capitals and keyboard.")
        )
        self.fault.setVisible(bool(typed))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
