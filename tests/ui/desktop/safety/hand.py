"""A hand that answers dialogs as they come up, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

LEFT = Qt.MouseButton.LeftButton
Act = Callable[[Any], object]
_LOOKS_EVERY = 15
_PATIENCE = 20_000


class Hand(QObject):
    """Waits for dialogs of the kinds expected and does with each what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self._acts: list[tuple[type[QDialog], Act]] = []
        self.troubles: list[BaseException] = []
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self._look)
        self._waited = 0

    def expect(self, kind: type[QDialog], act: Act) -> Hand:
        """Do something with the next dialog, which is of this kind; return itself."""
        self._acts.append((kind, act))
        self._timer.start()
        return self

    @property
    def left(self) -> list[str]:
        """The dialogs that never came."""
        return [kind.__name__ for kind, _ in self._acts]

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not self._acts:
            return self._timer.stop()
        kind, act = self._acts[0]
        if isinstance(dialog, kind) and dialog.isVisible():
            self._waited = 0
            self._acts.pop(0)
            try:
                act(dialog)
            except BaseException as trouble:
                self.troubles.append(trouble)
                dialog.done(0)
            return None
        self._waited += _LOOKS_EVERY
        if self._waited > _PATIENCE and isinstance(dialog, QDialog):
            self.troubles.append(
                AssertionError(f"{type(dialog).__name__} came, {kind.__name__} was expected")
            )
            dialog.done(0)
        return None


def button(widget: QWidget, words: str) -> QAbstractButton:
    """Return the button that says so."""
    return next(own for own in widget.findChildren(QAbstractButton) if own.text().replace("&", "") == words)


def press(widget: QWidget, words: str) -> None:
    """Click the button that says so, with the mouse; it must be there and enabled."""
    own = button(widget, words)
    assert own.isVisible(), words
    assert own.isEnabled(), words
    QTest.mouseClick(own, LEFT)


def type_into(field: QWidget, text: str, *, enter: bool = False) -> None:
    """Type a text, and Enter after it."""
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)
