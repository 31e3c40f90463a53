"""The switch between lenses: as many segments as there is room for, the others in a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.desktop.lenses.registry import LENSES, POSITIONS, SPEC_OF
from ui.theme.dress import join_segments, set_kind
from ui.words import translate


class LensSwitch(QWidget):
    """One button a lens, in a row. Those without room go into the menu of the last button.

    Signals
    -------
    lens_wanted
        Key of the lens that was chosen.
    named
        Another lens is shown: the last button may be wider or narrower.
    """

    lens_wanted = Signal(str)
    named = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._key, self._room = POSITIONS, 0
        self.buttons = {spec.key: self._button(spec.key, spec.title) for spec in LENSES}
        self.more = QPushButton()
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("More lenses"))
        set_kind(self.more, "menu")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for number, button in enumerate((*self.buttons.values(), self.more), 1):
            if number <= len(LENSES):
                button.setToolTip(translate("Switch", "Ctrl+{0}").format(number))
            body.addWidget(button)
        self.fit(10_000)

    def show_key(self, key: str) -> None:
        """Show which lens is looked through."""
        self._key = key
        self.fit(self._room)
        self.named.emit()

    def fit(self, room: int) -> int:
        """Take at most so many pixels; return how many lenses get a segment of their own, all that fit."""
        self._room = room
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        shown = len(widths)
        if sum(widths) > room:
            fitting = range(len(widths) - 1, 1, -1)
            shown = next((n for n in fitting if sum(widths[:n]) + self._more_width(n) <= room), 0)
        self._show_first(shown)
        return shown

    def _show_first(self, count: int) -> None:
        for number, button in enumerate(self.buttons.values()):
            button.setVisible(number < count)
        self.more.setVisible(count < len(self.buttons))
        shown = list(self.buttons.values())[:count]
        join_segments([*shown, self.more] if count < len(self.buttons) else shown)
        self._mark()

    def _mark(self) -> None:
        """Check the segment of the lens that is shown; the menu takes its name where it has none."""
        own = self.buttons[self._key]
        own.setChecked(True)
        is_inside = own.isHidden()
        self.more.setChecked(is_inside)
        self.more.setText(self._more_text(is_inside))

    def _more_width(self, shown: int) -> int:
        """Return the width of the last button beside so many segments."""
        is_inside = self._key in list(self.buttons)[shown:]
        self.more.setText(self._more_text(is_inside))
        return self.more.sizeHint().width()

    def _more_text(self, is_inside: bool) -> str:
        """Return the name of the lens that is shown where it has no segment; the arrow tells of others."""
        return SPEC_OF[self._key].title if is_inside else self.tr("More")

    def _button(self, key: str, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _on: self.lens_wanted.emit(key))
        return button

    def _fill(self) -> None:
        self._menu.clear()
        for number, spec in enumerate(LENSES, 1):
            if self.buttons[spec.key].isHidden():
                action = self._menu.addAction(
                    translate("Switch", "{0}	Ctrl+{1}").format(spec.title, number)
                )
                action.setCheckable(True)
                action.setChecked(spec.key == self._key)
                action.triggered.connect(lambda _on, key=spec.key: self.lens_wanted.emit(key))
        self._mark()
