"""The inspector: everything there is to say of what is selected, down to the sources."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.desktop.inspector.column import PartColumn
from ui.desktop.inspector.parts import Part, Wording, parts_of
from ui.desktop.session import CaseSession
from ui.desktop.widgets.first_sight import FirstSight
from ui.desktop.widgets.focus import FocusRing
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import marked, translate
from workbench.domain.errors import CaseError
from workbench.readmodels.inspector_types import Inspection

_SETTLED_AFTER = 120
"""Milliseconds without a further move before the inspector follows: text is not read on the way."""
_HINT = marked("Panel", "Select a cell, a room or the name of an issue to see on what it rests.")
_HINT_CELL = marked(
    "Panel",
    "Double-click the cell or press Enter to record one. What you type into the cell becomes an option that "
    "the party asks for.",
)
_HINT_EMPTY = marked("Panel", "Parties, issues and what you write of them open here.")


class Inspector(QScrollArea):
    """Says of the selected cell or room why it is what it is; follows the session."""

    record_wanted = Signal(str, object)
    """Table and key of a record that the reader wants to see."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hub = session, hub
        self._shown: Inspection | None = None
        self._explained: Inspection | None = None
        self._opened: set[str] = set()
        self._moved = QElapsedTimer()
        self._column = PartColumn(self)
        self._column.hide()
        self.setObjectName("inspector")
        FocusRing(hub, self)
        self.setAccessibleName(translate("Panel", "Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._timer.timeout.connect(self._settle)
        session.case_changed.connect(self._later)
        session.view_changed.connect(self._view_changed)
        session.explained.connect(self._explain)
        hub.changed.connect(self._restyle)
        self._first = FirstSight(self.viewport(), self.refresh)

    @property
    def inspection(self) -> Inspection | None:
        """What is shown, none where nothing is selected."""
        return self._shown

    def refresh(self) -> None:
        """Say what there is to say now; nothing before the inspector has been on the screen."""
        self._timer.stop()
        if not self._first.is_over:
            return
        if self.widget() is None:
            self.setWidget(self._column)
            self._column.show()
        try:
            found = self._explained or self._inspected()
        except CaseError as error:
            self._shown = None
            self._say(str(error))
            return
        if found is None or found != self._shown:
            self._shown = found
            self._fill()

    def _inspected(self) -> Inspection | None:
        chosen = self._session.view.selection
        return self._session.inspection(chosen) if chosen else None

    def _explain(self, said: Inspection | None) -> None:
        """Say what a lens has to say, until something else is selected."""
        if said is None or self._explained is None or said.title != self._explained.title:
            self._opened.clear()
        self._explained = said
        self._later()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if changed & {"selection", "audience", "names"}:
            self._explained = None
            self._opened.clear()
            if "names" in changed:
                self._column.clear()  # the language may be another
                self._shown = None
            self.refresh()
        elif changed & {"day", "basis", "hidden"}:
            self._later()

    def _later(self, _change: object = None) -> None:
        self._moved.start()
        self._timer.start()

    def _settle(self) -> None:
        """Follow, unless the time passed with work: then the next move may wait in the queue."""
        if self._moved.elapsed() > 2 * _SETTLED_AFTER:
            self._later()
        else:
            self.refresh()

    def _open(self, name: str) -> None:
        """Show the whole of what goes by a name, as long as the same is selected."""
        self._opened.add(name)
        self._fill()

    def _restyle(self) -> None:
        self._column.clear()
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            snapshot = self._session.snapshot
            hint = _HINT if snapshot.parties and snapshot.issues else _HINT_EMPTY
            self._say(translate("Panel", hint))
            return
        own = Wording(self._hub, self.record_wanted.emit, self._open, frozenset(self._opened))
        self._column.show_parts([*parts_of(self._shown, own), *self._hints()])

    def _hints(self) -> Iterator[Part]:
        """Yield how a position is recorded in a cell where none stands."""
        chosen, session = self._session.view.selection, self._session
        if self._explained or not session.may_edit or chosen is None or len(chosen.cells) != 1:
            return
        if not session.standing_ref(chosen.parties[0], chosen.issue):
            hint = translate("Panel", _HINT_CELL)
            yield Part(("hint", hint), lambda: Text(self._hub, hint, role=Role.TEXT_MUTED))

    def _say(self, text: str) -> None:
        line = Part(("said", text), lambda: Text(self._hub, text, role=Role.TEXT_MUTED))
        self._column.show_parts([line])
