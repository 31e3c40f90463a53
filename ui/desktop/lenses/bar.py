"""What stands over a lens: its name, finding, the tables to choose from, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.desktop.lenses.export_button import ExportButton
from ui.desktop.lenses.parties_flow import FlowLayout, flowing
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.text import BOLD
from ui.theme.dress import set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize

_FINDER = (120, 200)
"""Least and usual width of the box for finding, at 100 %."""


class LensBar(QWidget):
    """Two lines: name and count with what can be done; finding and filters, next to what they filter.

    Signals
    -------
    query_changed
        What is typed to find.
    choice_wanted
        Key of the table or filter that was chosen.
    left
        The keyboard is to go on to what is shown.
    export_wanted
        Ending of the kind of file in which what is seen is to be kept.
    """

    query_changed = Signal(str)
    choice_wanted = Signal(str)
    left = Signal()
    export_wanted = Signal(str)

    def __init__(self, hub: ThemeHub, title: str) -> None:
        super().__init__()
        self._hub = hub
        self.title = ElidedText(hub, TextSize.TITLE, Role.TEXT, BOLD)
        self.title.set_text(title)
        self.count = ElidedText(hub, TextSize.CELL, Role.TEXT_MUTED)
        self.finder = QLineEdit()
        self.finder.setClearButtonEnabled(True)
        self.finder.setPlaceholderText(self.tr("Find in this lens"))
        self.finder.setAccessibleName(self.tr("Find in {lens}").format(lens=title))
        self.finder.installEventFilter(self)
        self.finder.textChanged.connect(self.query_changed)
        self.choices: dict[str, QPushButton] = {}
        self._line, self._switch = QWidget(), QWidget()
        self._flow = FlowLayout(self._line, Space.WIDE, Space.NORMAL)
        self._choices, self._actions = QHBoxLayout(self._switch), QHBoxLayout()
        self.exporter = ExportButton()
        self.exporter.wanted.connect(self.export_wanted)
        self._lay_out()
        hub.changed.connect(self._resize)
        self._resize()

    def add_action(self, text: str, tip: str = "") -> QPushButton:
        """Add a button for something that can be done here; return it."""
        button = QPushButton(text)
        button.setToolTip(tip)
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def add_filter(self, widget: QWidget) -> None:
        """Put another filter behind the box for finding, a filter that is there already behind the others."""
        self._flow.removeWidget(widget)
        self._flow.addWidget(widget)

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer tables or filters by key and name, one of which is shown; one alone needs no button."""
        if list(self.choices) != [key for key, _ in choices]:
            for old in self.choices.values():
                old.hide()
                old.deleteLater()
            self.choices = {key: self._choice(key) for key, _ in choices}
        for key, text in choices:
            self.choices[key].setText(text)
            self.choices[key].setChecked(key == chosen)
        self._switch.setVisible(len(choices) > 1)
        self._resize()

    def type(self, text: str) -> None:
        """Go on finding with what was typed elsewhere."""
        self.finder.setFocus()
        self.finder.insert(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to what is shown with Down or Enter; Escape shows everything again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finder.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.NORMAL, Space.SECTION, Space.NORMAL)
        body.setSpacing(Space.NORMAL)
        above = QHBoxLayout()
        above.setSpacing(Space.NORMAL)
        above.addWidget(self.title)
        above.addWidget(self.count)
        above.addStretch(1)
        above.addLayout(self._actions)
        self._actions.setSpacing(Space.NORMAL)
        self._actions.addWidget(self.exporter)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(Space.TIGHT)
        self._flow.addWidget(self.finder)
        self._flow.addWidget(self._switch)
        self._flow.keep_rest_together()
        self._switch.hide()
        self._line.setSizePolicy(flowing())
        body.addLayout(above)
        body.addWidget(self._line)

    def _choice(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoExclusive(True)
        set_kind(button, "quiet")
        button.clicked.connect(lambda _on: self.choice_wanted.emit(key))
        self._choices.insertWidget(len(self.choices), button)
        self.choices[key] = button
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let finding give way, so that the tables to choose from stand beside it."""
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        least, usual = (round(width * self._hub.zoom) for width in _FINDER)
        around = 2 * Space.SECTION + Space.WIDE
        room = usual if self._switch.isHidden() else self.width() - around - self._switch.sizeHint().width()
        self.finder.setFixedWidth(max(least, min(usual, room)))
