"""The menu in which one chooses whose distances are drawn over time."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.view_state import Pair


def distances_menu(session: CaseSession, parent: QWidget) -> QMenu:
    """Return the menu; it goes when it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    drawn = {frozenset((line.first, line.second)) for line in session.timeline.lines}
    parties = session.snapshot.parties
    for place, first in enumerate(parties[:-1]):
        below = menu.addMenu(f"Distance from {first.label} to")
        for second in parties[place + 1 :]:
            pair = (first.code, second.code)
            action = below.addAction(second.label)
            action.setCheckable(True)
            action.setChecked(frozenset(pair) in drawn)
            action.triggered.connect(lambda drawn, own=pair: _draw(session, own, drawn))
    menu.addSeparator()
    usual = menu.addAction("The usual lines")
    usual.setEnabled(session.view.pairs is not None)
    usual.triggered.connect(lambda _on: session.set_pairs(None))
    return menu


def _draw(session: CaseSession, pair: Pair, drawn: bool) -> None:
    """Draw the distance of a pair, or no longer."""
    lines = [(line.first, line.second) for line in session.timeline.lines]
    kept = [own for own in lines if frozenset(own) != frozenset(pair)]
    session.set_pairs((*kept, pair) if drawn else tuple(kept))
