"""The palette: type a part of any name, and go there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.goto.index import Target, find_targets
from ui.desktop.goto.target_list import TargetView
from ui.desktop.goto.texts import TextSearch
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space

_ROWS = 11
_WIDTH = 620
_PART = 0.012
"""Seconds for which texts are looked through between two keys."""


class Palette(QFrame):
    """Lies over the window while it is open; Escape or a click elsewhere closes it.

    Signals
    -------
    chosen
        A ``Target``.
    """

    chosen = Signal(object)

    def __init__(self, hub: ThemeHub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._targets = hub, list[Target]()
        self._texts: TextSearch | None = None
        self._named: list[Target] = []
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._look_on)
        self._before: QWidget | None = None
        set_surface(self, "card")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Any name, any command, or a word that stands in a text"))
        self.line.setAccessibleName(self.tr("Find anything"))
        self.list = TargetView(hub, self.tr("Found"))
        self.model = self.list.targets
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.NORMAL, Space.NORMAL, Space.NORMAL, Space.NORMAL)
        body.addWidget(self.line)
        body.addWidget(self.list)
        self.nothing = Text(
            hub, self.tr("Nothing has that name, and no text holds it."), role=Role.TEXT_MUTED
        )
        self.nothing.setIndent(Space.WIDE)
        body.addWidget(self.nothing)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        cast_shadow(self)
        self.hide()

    def open(self, targets: list[Target], texts: TextSearch | None = None) -> None:
        """Show the palette over these targets; what stands in texts is found besides."""
        self._targets, self._texts = targets, texts
        self._before = self.window().focusWidget()
        self.line.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        if self.isVisible():
            self.hide()
            self._looking.stop()
            if self._before is not None:
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take from the line; close when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and watched is self.line:
            self.hide()
            self._looking.stop()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_PageDown): _ROWS,
            int(Qt.Key.Key_PageUp): -_ROWS,
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
        elif key in steps:
            self.list.step(steps[key])
        else:
            return False
        return True

    def _find(self, query: str) -> None:
        self._named = find_targets(query, self._targets)
        if self._texts is not None:
            self._texts.look(query)
            self._looking.start()
        self._show_found(0)

    def _look_on(self) -> None:
        """Look on in the texts between two keys; what is found stands below what is named so."""
        if self._texts is None or self._texts.is_done or not self.isVisible():
            self._looking.stop()
        elif self._texts.go_on(_PART):
            self._show_found(self.list.currentIndex().row())

    def _show_found(self, row: int) -> None:
        known = {(own.table, own.key) for own in self._named if own.table}
        texts = self._texts.found if self._texts is not None else []
        self.model.show([*self._named, *(own for own in texts if (own.table, own.key) not in known)])
        self.list.point(max(0, row))
        self._place()

    def _take(self, row: int) -> None:
        target = self.model.target(row)
        if target is not None:
            self.dismiss()
            self.chosen.emit(target)

    def _place(self) -> None:
        """Stand in the upper middle of the window, as tall as what was found."""
        zoom, window = self._hub.zoom, self.window()
        self.list.fit(_ROWS)
        self.nothing.setVisible(self.model.rowCount() == 0)
        width = min(round(_WIDTH * zoom), window.width() - 40)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, round(70 * zoom))


def cast_shadow(card: QWidget) -> None:
    """Let a card lie over the window with a shadow below it."""
    shade = QGraphicsDropShadowEffect(card)
    shade.setBlurRadius(32)
    shade.setOffset(0, 8)
    card.setGraphicsEffect(shade)
