"""A dialog with a title, what there is to say, whatever is asked, and buttons."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.placing import size_within
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize

CANCEL = QDialogButtonBox.StandardButton.Cancel
CLOSE = QDialogButtonBox.StandardButton.Close


class Sheet(QDialog):
    """The frame of the dialogs of this folder; what is asked goes into `body`."""

    def __init__(
        self, hub: ThemeHub, title: str, says: str, parent: QWidget | None, width: int = 460
    ) -> None:
        super().__init__(parent)
        self.hub = hub
        self._is_large = False
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        self.body.setSpacing(Space.NORMAL)
        self.body.addWidget(Text(hub, title, TextSize.TITLE, weight=BOLD))
        self.says = Text(hub, says, role=Role.TEXT_SECONDARY).selectable()
        self.says.setVisible(bool(says))
        self.body.addWidget(self.says)
        self.fault = Box(hub, Role.ERROR, Role.ERROR_BORDER)
        self._fault_text = Text(hub, "", role=Role.ERROR_TEXT).selectable()
        self.fault.body.addWidget(self._fault_text)
        self.fault.hide()
        self.body.addWidget(self.fault)
        self._least = round(width * hub.zoom)
        self.setMinimumWidth(self._least)

    def note(self, text: str) -> Text:
        """Add a small line that explains."""
        line = Text(self.hub, text, TextSize.CELL, Role.TEXT_MUTED)
        self.body.addWidget(line)
        return line

    def name(self, text: str) -> None:
        """Add the name of the field that follows."""
        self.body.addWidget(Text(self.hub, text, TextSize.SMALL, Role.TEXT_MUTED))

    def warn(self, text: str) -> Box:
        """Add a box that cannot be overlooked."""
        box = Box(self.hub, Role.ASK, Role.ASK_BORDER)
        box.body.addWidget(Text(self.hub, text, role=Role.ASK_TEXT))
        self.body.addWidget(box)
        return box

    def say_fault(self, text: str) -> None:
        """Say what keeps it from being done, or nothing."""
        self._fault_text.setText(text)
        self.fault.setVisible(bool(text))
        if self.isVisible():
            self._fit()

    def be_large(self, width: int, height: int) -> None:
        """Begin with a size that leaves room for a list; it can be drawn larger."""
        self._is_large = True
        size_within(self, round(width * self.hub.zoom), round(height * self.hub.zoom))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as what there is to say takes."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """Be as high as the texts are once they wrap; a layout by itself counts them narrower."""
        if self._is_large:
            return
        width = max(self.width(), self._least)
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        height = self.body.totalHeightForWidth(width)
        self.setMinimumSize(self._least, height)
        self.resize(width, height)

    def finish(self, accept: str = "", dismiss: QDialogButtonBox.StandardButton = CANCEL) -> QPushButton:
        """Add the buttons at the foot; return the one that does it, or that only closes."""
        self.buttons = QDialogButtonBox(dismiss)
        button = self.buttons.button(dismiss)
        if accept:
            button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
            button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.body.addSpacing(Space.NORMAL)
        self.body.addWidget(self.buttons)
        return button
