"""The line over a lens: what is shown, in which order and in which form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.lenses.export_button import ExportButton
from ui.desktop.lenses.parties_flow import FlowLayout, flowing
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.letters import find_by_letters
from ui.desktop.widgets.text import Text
from ui.theme.dress import join_segments, set_invalid, set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.finding import Sought, text_to_find

_LONGEST = 24
"""Letters of an entry that a chooser makes room for."""
_READABLE = 560
"""Width of lines that are read, at 100 %."""
_FINDER = 150
"""Width of the line for finding, at 100 %."""


class Chooser(QWidget):
    """A list to choose from, with what it is for before it.

    Signals
    -------
    chosen
        The key of what the person chose.
    """

    chosen = Signal(str)

    def __init__(self, label: str = "", box: Choice | None = None) -> None:
        super().__init__()
        self.box = box or Choice()
        self._entries: list[tuple[str, str]] = []
        self.box.setMaxVisibleItems(24)
        find_by_letters(self.box)
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
        self._entries = list(entries)
        self.box.clear()
        for key, label in entries:
            self.box.addItem(label, key)
            self.box.setItemData(self.box.count() - 1, label, Qt.ItemDataRole.ToolTipRole)
        longest = max((len(label) for _, label in entries), default=0)
        self.box.setMinimumContentsLength(min(longest, _LONGEST))
        self.choose(chosen)

    def offer(self, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer entries, where they are other ones than before; a list that is open stays open else."""
        if list(entries) != self._entries:
            self.fill(entries, chosen)

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
        button.setAutoDefault(False)  # in a dialog the first one would be drawn as if it held
        button.setToolTip(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _on: self.chosen.emit(key))
        return button


class Tools(QWidget):
    """Controls on one line, or on more where there is no room; under them a note, finding and export.

    Signals
    -------
    found
        Place of the next name that holds what was typed.
    export_wanted
        Ending of the kind of file in which what is seen is to be kept.
    """

    found = Signal(int)
    export_wanted = Signal(str)

    def __init__(self, hub: ThemeHub, controls: Sequence[QWidget]) -> None:
        super().__init__()
        self.note = Text(hub, "", TextSize.CELL, Role.TEXT_MUTED)
        self.finder = FindLine(hub)
        self.finder.found.connect(self.found)
        self.exporter = ExportButton()
        self.exporter.wanted.connect(self.export_wanted)
        line = QWidget()
        flow = FlowLayout(line, Space.WIDE, Space.NORMAL)
        for control in controls:
            flow.addWidget(control)
        line.setSizePolicy(flowing())
        below = QHBoxLayout()
        below.setSpacing(Space.NORMAL)
        below.addWidget(self.note, 1)
        below.addWidget(self.finder)
        below.addWidget(self.exporter)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.TIGHT)
        body.setSpacing(Space.NORMAL)
        body.addWidget(line)
        body.addLayout(below)

    def say(self, note: str) -> None:
        """Show a note under the controls, or none."""
        self.note.setText(note)


class FindLine(QLineEdit):
    """Finds names in any script while one types; Enter goes to the next.

    Signals
    -------
    found
        Place of the name that was found.
    """

    found = Signal(int)

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub = hub
        self._names: Callable[[], Iterable[str]] = tuple
        self._place = -1
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Find in this lens"))
        self.setAccessibleName(self.tr("Find in this lens"))
        self.textEdited.connect(lambda _text: self._find(0))
        self.returnPressed.connect(lambda: self._find(self._place + 1))
        hub.changed.connect(self._resize)
        self._resize()

    def look_through(self, names: Callable[[], Iterable[str]]) -> None:
        """Look through these names, in this order."""
        self._names = names

    def _find(self, start: int) -> None:
        """Go to the next name from `start` that holds every word, from the top where there is none below."""
        sought = Sought.of(self.text())
        places = [place for place, name in enumerate(self._names()) if sought.is_in(text_to_find(name))]
        set_invalid(self, bool(sought) and not places)
        if sought and places:
            self._place = next((place for place in places if place >= start), places[0])
            self.found.emit(self._place)

    def _resize(self) -> None:
        self.setFixedWidth(round(_FINDER * self._hub.zoom))


class Nothing(QWidget):
    """What stands where there is nothing to show: why, and a button for what can be done about it."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._do: Callable[[], object] = bool
        self.words = Text(hub, "", role=Role.TEXT_MUTED)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.button = QPushButton()
        set_kind(self.button, "primary")
        self.button.clicked.connect(lambda _on: self._do())
        self.button.hide()
        self._hub = hub
        self._body = body = QVBoxLayout(self)
        body.setContentsMargins(Space.PAGE, Space.PAGE * 2, Space.PAGE, Space.PAGE)
        body.setSpacing(Space.SECTION)
        body.addWidget(self.words)
        body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as short as they are read with ease."""
        super().resizeEvent(event)
        side = max((self.width() - round(_READABLE * self._hub.zoom)) // 2, Space.PAGE)
        self._body.setContentsMargins(side, Space.PAGE * 2, side, Space.PAGE)

    def say(self, text: str, way: str = "", do: Callable[[], object] = bool) -> None:
        """Say why there is nothing, and on a button what can be done; no button where nothing can."""
        self._do = do
        self.words.setText(text)
        self.button.setText(way)
        self.button.setVisible(bool(way))
        if way:
            self.setFocusProxy(self.button)
        self.setAccessibleName(text)
