"""Letters typed on a box or a menu of choices lead to the first that goes by them, in any script."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QMenu

from workbench.finding import find_names, names_to_find

_PAUSE = 1_000
"""Milliseconds after which a letter begins another word."""
_NO_TEXT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def find_by_letters(box: QComboBox) -> None:
    """Let letters choose in a box, open or closed; typed quickly they make a word."""

    def names() -> list[str]:
        return [box.itemText(place) for place in range(box.count())]

    def chosen(place: int) -> None:
        if place != box.currentIndex():
            box.setCurrentIndex(place)
            box.activated.emit(place)

    def pointed(place: int) -> None:
        box.view().setCurrentIndex(box.model().index(place, box.modelColumn()))

    box.installEventFilter(_Letters(box, names, chosen))
    box.view().installEventFilter(_Letters(box, names, pointed))


def find_in_menu(menu: QMenu) -> None:
    """Let letters move to an entry of an open menu."""

    def entries() -> list[str]:
        return [action.text() for action in menu.actions()]

    def pointed(place: int) -> None:
        menu.setActiveAction(menu.actions()[place])

    menu.installEventFilter(_Letters(menu, entries, pointed))


class _Letters(QObject):
    """Puts letters together to a word while they come quickly."""

    def __init__(
        self, owner: QObject, names: Callable[[], Sequence[str]], found: Callable[[int], None]
    ) -> None:
        super().__init__(owner)
        self._names, self._found = names, found
        self._word = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters; everything else goes its way."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        letters = event.text()
        is_word = bool(self._word) or bool(letters.strip())
        if not letters.isprintable() or not letters or not is_word or event.modifiers() & _NO_TEXT:
            return False
        self._word += letters
        self._pause.start()
        named = [(names_to_find((name,)), place) for place, name in enumerate(self._names())]
        places = find_names(self._word, named)
        if places:
            self._found(places[0])
        return True

    def _forget(self) -> None:
        self._word = ""
