"""In which order Tab walks the window: part by part as one reads it, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_FORWARD, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def stops(window: QWidget, parts: Sequence[QWidget], read: Sequence[QWidget]) -> list[QWidget]:
    """Return the widgets at which Tab stops.

    Parameters
    ----------
    window : QWidget
        Of which all widgets are asked.
    parts : sequence of QWidget
        The parts of the window in their order; what lies in none of them comes last.
    read : sequence of QWidget
        Parts whose widgets come and go: they are walked from top to bottom. Others keep their own order.
    """
    left = [own for own in _chain(window) if _is_stop(own, window)]
    found: list[QWidget] = []
    for part in parts:
        inside = [own for own in left if part is own or part.isAncestorOf(own)]
        left = [own for own in left if own not in inside]
        for area in read:
            inside = _sorted(inside, area)
        found += inside
    return found + left


def step(window: QWidget, walk: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next or previous stop, the first after the last; tell whether there is one."""
    if not walk:
        return False
    here = QApplication.focusWidget()
    while here is not None and here not in walk and here is not window:
        here = here.parentWidget()
    place = walk.index(here) if here in walk else (-1 if forward else 0)
    give_keyboard(walk[(place + (1 if forward else -1)) % len(walk)], _FORWARD if forward else _BACK)
    return True


def give_keyboard(own: QWidget, reason: Qt.FocusReason) -> None:
    """Give the keyboard to a widget, and let it be seen where it lies in something that scrolls."""
    own.setFocus(reason)
    around = own.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not own:
            around.ensureWidgetVisible(own, 0, 8)
        around = around.parentWidget()


def _chain(window: QWidget) -> Iterator[QWidget]:
    own = window.nextInFocusChain()
    while own is not None and own is not window:
        yield own
        own = own.nextInFocusChain()


def _is_stop(own: QWidget, window: QWidget) -> bool:
    takes = own.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return bool(takes) and own.isVisibleTo(window) and own.isEnabled() and own.focusProxy() is None


def _sorted(inside: list[QWidget], area: QWidget) -> list[QWidget]:
    """Return the same widgets, those in an area from top to bottom and from left to right."""
    within = [own for own in inside if own is not area and area.isAncestorOf(own)]
    if not within:
        return inside
    places = {own: own.mapTo(area, QPoint(0, 0)) for own in within}
    within.sort(key=lambda own: (places[own].y(), places[own].x()))
    others = [own for own in inside if own not in within]
    start = others.index(area) + 1 if area in others else inside.index(next(o for o in inside if o in within))
    return [*others[:start], *within, *others[start:]]
