"""What the time strip shows of a case: at once what is known, the rest in the next moments."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction

from ui.desktop.distances import distances_menu
from ui.desktop.session import CaseSession
from ui.desktop.time_strip import TimeStrip
from ui.desktop.widgets.gradual import Gradual
from ui.words import translate

_AFTER_A_FRAME = 16
"""Milliseconds after which what can wait follows: what is looked at first is painted by then."""
_CHANGES = frozenset({"basis", "audience", "pairs", "names"})


class TimeShown(QObject):
    """Lets the time strip follow the session.

    Signals
    -------
    event_wanted
        Code of an event that is to be opened.
    """

    event_wanted = Signal(str)

    def __init__(self, session: CaseSession, strip: TimeStrip) -> None:
        super().__init__(strip)
        self._session, self._strip = session, strip
        self._work: Gradual[bool] = Gradual(self._told, self, at_first=0.0)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_A_FRAME)
        self._soon.timeout.connect(lambda: self._work.start(session.timeline_steps()))
        strip.day_changed.connect(session.set_day)
        strip.compared_changed.connect(session.set_compared)
        strip.band.event_wanted.connect(self.event_wanted)
        strip.band.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        strip.band.customContextMenuRequested.connect(self._choose_distances)

    def show(self) -> None:
        """Show all that there is to show."""
        self._soon.stop()
        self._work.stop()
        self._strip.set_timeline(self._session.timeline)
        self._show_days()

    def case_changed(self) -> None:
        """Follow the case in the next moments; until then stands what was shown to the same audience."""
        self._work.stop()
        self._soon.start()

    def view_changed(self, changed: frozenset[str]) -> None:
        """Follow how the case is looked at."""
        if "audience" in changed:
            self._show_at_hand()
        elif changed & _CHANGES:
            self.show()
        elif changed & {"day", "compared"}:
            self._show_days()

    def choose_distances(self) -> None:
        """Choose with the keyboard between whom distances are drawn."""
        self._choose_distances(self._strip.band.rect().center())

    def _show_at_hand(self) -> None:
        """Show what is known of time, so that nothing of another audience stays; the rest comes after."""
        self._strip.set_timeline(self._session.timeline_at_hand)
        self._show_days()
        self.case_changed()

    def _show_days(self) -> None:
        view = self._session.view
        self._strip.set_days(view.day, view.compared)

    def _told(self, is_all: bool) -> None:
        if is_all:
            self.show()

    def _choose_distances(self, place: QPoint) -> None:
        band = self._strip.band
        menu = distances_menu(self._session, band)
        event = band.event_at(band.place(QPointF(place)))
        if event is not None:
            opened = QAction(translate("CasePage", "&Open “{0}”").format(event.title), menu)
            opened.triggered.connect(lambda _on: self.event_wanted.emit(event.code))
            menu.insertAction(menu.insertSeparator(menu.actions()[0]), opened)
        menu.popup(band.mapToGlobal(place))
