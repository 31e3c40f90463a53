"""A colour out of a few that are told apart, or one typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.desktop.editors.fields import Field
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space
from ui.words import translate

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class _Swatches(QWidget):
    """The colours offered; arrows walk them, Space takes one."""

    chosen = Signal(str)

    def __init__(self, hub: ThemeHub, colours: tuple[str, ...]) -> None:
        super().__init__()
        self._hub, self._colours = hub, colours
        self.current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Colour", "Colours offered"))

    def sizeHint(self) -> QSize:
        """Return the size of all of them."""
        return QSize(self._step() * len(self._colours), self._step())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        place = self._colours.index(self.current) if self.current in self._colours else -1
        self._take(max(0, min(place + steps[event.key()], len(self._colours) - 1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the colour clicked."""
        place = int(event.position().x()) // self._step()
        if 0 <= place < len(self._colours):
            self._take(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colours, and a frame around the one taken."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step()
        for place, colour in enumerate(self._colours):
            square = self.rect().adjusted(place * step + 3, 3, 0, 0)
            square.setSize(QSize(step - 6, step - 6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(square, Radius.CARD, Radius.CARD)
            if colour == self.current:
                role = Role.FOCUS if self.hasFocus() else Role.TEXT
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._hub.theme.colour(role), 2))
                painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), Radius.CARD, Radius.CARD)

    def _take(self, place: int) -> None:
        self.current = self._colours[place]
        self.update()
        self.chosen.emit(self.current)

    def _step(self) -> int:
        return round(26 * self._hub.zoom)


class ColourField(Field[str]):
    """A colour as ``#RRGGBB``, or none."""

    def __init__(self, hub: ThemeHub, label: str, colours: tuple[str, ...]) -> None:
        entry = QWidget()
        self.swatches = _Swatches(hub, colours)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Colour", "#RRGGBB"))
        self.line.setAccessibleName(translate("Colour", "Colour as #RRGGBB"))
        inside = QHBoxLayout(entry)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.NORMAL)
        inside.addWidget(self.swatches)
        inside.addWidget(self.line, 1)
        super().__init__(hub, label, entry)
        self.setFocusProxy(self.swatches)
        self._committed = ""
        self.swatches.chosen.connect(self._chosen)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.settle)

    def value(self) -> str:
        """Return the colour, empty for none."""
        return self.line.text().strip().upper()

    def set_value(self, value: str) -> None:
        """Show a colour."""
        self._committed = value.upper()
        self.line.setText(value)
        self.swatches.current = value
        self.swatches.update()
        self.say("")

    @property
    def is_pending(self) -> bool:
        """Whether a colour is typed that is not saved yet."""
        return self.value() != self._committed

    def problem(self) -> str:
        """Return what the text should have been."""
        text = self.value()
        return (
            ""
            if not text or _COLOUR.fullmatch(text)
            else translate("Colour", "Expected a colour such as #0072B2.")
        )

    def _chosen(self, colour: str) -> None:
        self.line.setText(colour)
        self.settle()

    def settle(self) -> None:
        """Save what is typed, as if the field were left."""
        if self.check() and self.value() != self._committed:
            self._committed = self.value()
            self.swatches.current = self._committed
            self.swatches.update()
            self.edited.emit()
            self.committed.emit()
