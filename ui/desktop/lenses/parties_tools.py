"""The line over a lens: what is shown, in which order and in which form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.lenses.parties_flow import FlowLayout
from ui.desktop.widgets.text import Text
from ui.theme.dress import join_segments
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize

_LONGEST = 24
"""Letters of an entry that a chooser makes room for."""


class Chooser(QWidget):
    """A list to choose from, with what it is for before it.

    Signals
    -------
    chosen
        The key of what the person chose.
    """

    chosen = Signal(str)

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setMaxVisibleItems(24)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._name = name = QLabel()
        name.setBuddy(self.box)
        self.set_label(label)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.NORMAL)
        body.addWidget(name)
        body.addWidget(self.box, 1)
        self.box.activated.connect(lambda place: self.chosen.emit(str(self.box.itemData(place))))

    @property
    def key(self) -> str:
        """Key of what is chosen."""
        return str(self.box.currentData() or "")

    def set_label(self, label: str) -> None:
        """Say what is chosen here."""
        self._name.setText(label)
        self.box.setAccessibleName(label)

    def fill(self, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer entries, each as key and label, with one of them chosen."""
        self.box.clear()
        for key, label in entries:
            self.box.addItem(label, key)
            self.box.setItemData(self.box.count() - 1, label, Qt.ItemDataRole.ToolTipRole)
        longest = max((len(label) for _, label in entries), default=0)
        self.box.setMinimumContentsLength(min(longest, _LONGEST))
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Show that something is chosen; says nothing."""
        place = self.box.findData(key)
        self.box.setCurrentIndex(max(place, 0))


class Segments(QWidget):
    """A few choices side by side, one of which holds.

    Signals
    -------
    chosen
        The key of what the person chose.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._body, self._group = QHBoxLayout(self), QButtonGroup(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_up(self, name: str, entries: Sequence[tuple[str, str, str]]) -> None:
        """Offer choices, each as key, label and tip."""
        self.setAccessibleName(name)
        for key, label, tip in entries:
            button = self.buttons[key] = self._button(key, label, tip)
            self._group.addButton(button)
            self._body.addWidget(button)
        join_segments(list(self.buttons.values()))

    @property
    def key(self) -> str:
        """Key of what holds."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show what holds; says nothing."""
        self.buttons.get(key, next(iter(self.buttons.values()))).setChecked(True)

    def _button(self, key: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _on: self.chosen.emit(key))
        return button


class Tools(QWidget):
    """Controls on one line, or on more where there is no room, and a note under them."""

    def __init__(self, hub: ThemeHub, controls: Sequence[QWidget]) -> None:
        super().__init__()
        self.note = Text(hub, "", TextSize.CELL, Role.TEXT_MUTED)
        line = QWidget()
        flow = FlowLayout(line, Space.WIDE, Space.NORMAL)
        for control in controls:
            flow.addWidget(control)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.TIGHT)
        body.setSpacing(Space.NORMAL)
        body.addWidget(line)
        body.addWidget(self.note)

    def say(self, note: str) -> None:
        """Show a note under the controls, or none."""
        self.note.setText(note)
        self.note.setVisible(bool(note))


class Nothing(QWidget):
    """What stands where there is nothing to show."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self.words = Text(hub, "", role=Role.TEXT_MUTED)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.PAGE, Space.PAGE * 2, Space.PAGE, Space.PAGE)
        body.addWidget(self.words)
        body.addStretch(1)

    def say(self, text: str) -> None:
        """Say why there is nothing, and what to do."""
        self.words.setText(text)
        self.setAccessibleName(text)
