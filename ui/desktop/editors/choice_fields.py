"""Fields in which one of several is chosen."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from ui.desktop.editors.fields import Field
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.letters import find_by_letters
from ui.theme.hub import ThemeHub
from ui.words import said

WordT = TypeVar("WordT", bound=StrEnum)
ValueT = TypeVar("ValueT")


class _Choice(Choice):
    """A box of choices that the wheel scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        find_by_letters(self)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that open the list, which move an issue elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no value."""
        event.ignore()


class ChoiceField(Field[str]):
    """One of several, by key."""

    def __init__(self, hub: ThemeHub, label: str, choices: list[tuple[str, str]]) -> None:
        self.box = _Choice()
        super().__init__(hub, label, self.box)
        for key, text in choices:
            self.box.addItem(text, key)
        self.box.activated.connect(self._chosen)

    def value(self) -> str:
        """Return the key chosen."""
        return str(self.box.currentData())

    def set_value(self, value: str) -> None:
        """Choose by key; a key that is no choice is added as it stands."""
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(value, value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)

    def _chosen(self, _place: int) -> None:
        self.edited.emit()
        self.committed.emit()


class WordField(Field[WordT | None]):
    """One word of a closed vocabulary; with `none` it can be left out."""

    def __init__(self, hub: ThemeHub, label: str, vocabulary: type[WordT], none: str = "") -> None:
        self.box = _Choice()
        super().__init__(hub, label, self.box)
        self._words: list[WordT | None] = [None] if none else []
        self._words += list(vocabulary)
        self.box.addItems([none] if none else [])
        self.box.addItems([said(word) for word in vocabulary])
        self.box.activated.connect(self._chosen)

    def value(self) -> WordT | None:
        """Return the word, none where it is left out."""
        return self._words[self.box.currentIndex()]

    def set_value(self, value: WordT | None) -> None:
        """Choose a word."""
        self.box.setCurrentIndex(self._words.index(value))

    def _chosen(self, _place: int) -> None:
        self.edited.emit()
        self.committed.emit()
