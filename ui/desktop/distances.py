"""The menu in which one chooses whose distances are drawn over time, and where the choice is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import sha256

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.view_state import Pair
from ui.desktop.widgets.letters import find_in_menu
from ui.words import translate
from workbench.domain.party import Party

_PAIR, _BETWEEN = "\x1e", "\x1f"


def distances_menu(session: CaseSession, parent: QWidget) -> QMenu:
    """Return the menu; it goes when it is closed.

    The lines drawn stand first, each to be taken away; below, a menu for every party, filled when it opens.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    find_in_menu(menu)
    parties = session.snapshot.parties
    for line in session.timeline.lines:
        drawn = menu.addAction(line.label)
        drawn.setCheckable(True)
        drawn.setChecked(True)
        drawn.triggered.connect(lambda on, own=(line.first, line.second): _draw(session, own, on))
    menu.addSeparator()
    for first in parties if len(parties) > 1 else ():
        below = menu.addMenu(translate("Distances", "Distance from {party} to").format(party=first.label))
        find_in_menu(below)
        below.aboutToShow.connect(partial(_fill, below, session, first, parties))
    menu.addSeparator()
    usual = menu.addAction(translate("Distances", "The usual lines"))
    usual.setEnabled(session.view.pairs is not None)
    usual.triggered.connect(lambda _on: session.set_pairs(None))
    return menu


def _fill(menu: QMenu, session: CaseSession, first: Party, parties: Sequence[Party]) -> None:
    menu.clear()
    drawn = {frozenset((line.first, line.second)) for line in session.timeline.lines}
    for second in parties:
        if second.code == first.code:
            continue
        pair = (first.code, second.code)
        action = menu.addAction(second.label)
        action.setCheckable(True)
        action.setChecked(frozenset(pair) in drawn)
        action.triggered.connect(lambda on, own=pair: _draw(session, own, on))


def _draw(session: CaseSession, pair: Pair, drawn: bool) -> None:
    """Draw the distance of a pair, or no longer."""
    lines = [(line.first, line.second) for line in session.timeline.lines]
    kept = [own for own in lines if frozenset(own) != frozenset(pair)]
    session.set_pairs((*kept, pair) if drawn else tuple(kept))


def remember_pairs(session: CaseSession, settings: QSettings) -> None:
    """Keep which lines were chosen for this case; of a protected one nothing leaves the file."""
    if session.store.is_protected:
        return
    pairs = session.view.pairs
    if pairs is None:
        settings.remove(_key(session))
    else:
        settings.setValue(_key(session), _PAIR.join(_BETWEEN.join(pair) for pair in pairs) or _PAIR)


def remembered_pairs(session: CaseSession, settings: QSettings) -> tuple[Pair, ...] | None:
    """Return the lines chosen for this case as far as their parties are there; none for the usual ones."""
    kept = settings.value(_key(session))
    if kept is None or session.store.is_protected:
        return None
    codes = {party.code for party in session.snapshot.parties}
    found = [own.split(_BETWEEN) for own in str(kept).split(_PAIR) if own]
    return tuple((own[0], own[1]) for own in found if len(own) == 2 and codes.issuperset(own))


def _key(session: CaseSession) -> str:
    name = str(session.store.path.resolve())
    return f"time/lines/{sha256(name.encode()).hexdigest()[:16]}"
