"""The sheet on which several cells are worked on at once: one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.editors.sheet import EditorSheet
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import counted
from workbench.domain.errors import CaseError
from workbench.domain.handling import Handling
from workbench.domain.position import Position
from workbench.ports import ChangeSet, Operation
from workbench.readmodels.cells import party_on_issue

_MOST_LINES = 40


class CellsSheet(EditorSheet):
    """Holds the cells; ends when the case changes under it."""

    def __init__(self, session: CaseSession, hub: ThemeHub) -> None:
        super().__init__(hub, is_new=True)
        self.session = session
        session.case_changed.connect(self._case_changed)

    def remove(self) -> None:
        """Do nothing: there is nothing yet to remove."""

    def standing(self, party: str, issue: str) -> Position | None:
        """Return what stands in a cell on the day shown, as it was entered."""
        standing, kept = self.session.model.standing, self.session.kept
        row = int(standing.rows[kept.party_index(party), kept.issue_index(issue)])
        return None if row < 0 else kept.position(row)

    def named(self, party: str, issue: str) -> str:
        """Return party and issue in words."""
        snapshot = self.session.snapshot
        return party_on_issue(snapshot, snapshot.party_index(party), snapshot.issue_index(issue))

    def handling_of(self, issue: str) -> Handling:
        """Return the handling of a first position: that of the team, narrower where the issue is."""
        kept = self.session.kept
        own = kept.issues[kept.issue_index(issue)].handling
        return max(own, Handling.TEAM, key=lambda handling: handling.narrowness)

    def check_fields(self) -> bool:
        """Say beside each field what is wrong with it; return whether all can stand."""
        faulty = [field for field in self.fields.values() if not field.check()]
        if faulty:
            faulty[0].setFocus()
        return not faulty

    def do(self, operation: Operation) -> None:
        """Do it and leave; what keeps it from being done is said above the buttons."""
        try:
            self.session.commit(operation, f"sheet-{id(self)}")
        except CaseError as error:
            self.say(str(error))
            return
        self.is_done = True
        self.finished.emit()

    def _case_changed(self, change: ChangeSet) -> None:
        """Leave when something else was done to what this shows; a source made meanwhile does not count."""
        if change.tables - {"sources"}:
            self.finished.emit()


class LineList(QWidget):
    """Lines of text under one another, as many as can be read."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub = hub
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.NORMAL)

    def show_lines(self, lines: Iterable[str], role: Role = Role.TEXT) -> None:
        """Add lines; of very many the first, and how many more there are."""
        every = list(lines)
        for line in every[:_MOST_LINES]:
            self._body.addWidget(Text(self._hub, line, TextSize.CELL, role).selectable())
        if len(every) > _MOST_LINES:
            more = counted("CellsSheet", "and %n more", "and %n more", len(every) - _MOST_LINES)
            self._body.addWidget(Text(self._hub, more, TextSize.SMALL, Role.TEXT_MUTED))
