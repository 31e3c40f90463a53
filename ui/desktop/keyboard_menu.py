"""The menu of what has the keyboard, on keyboards that have no key for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget


def show_menu() -> None:
    """Show the menu of what has the keyboard, as the key for menus does; nothing where there is none."""
    # The menu bar, from which this may be chosen, gives the keyboard back once its menu is shut.
    QTimer.singleShot(0, _ask)


def _ask() -> None:
    held = QApplication.focusWidget()
    if held is not None:
        place = _cursor(held).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(held, QContextMenuEvent(reason, place, held.mapToGlobal(place)))


def _cursor(held: QWidget) -> QRect:
    """Return where one types or stands in a widget; all of it for one that does not say so."""
    told: object = held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return told if isinstance(told, QRect) and told.isValid() else held.rect()
