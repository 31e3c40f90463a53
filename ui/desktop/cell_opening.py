"""What a cell of the matrix leads to: its position, a new one, or the issue where the room was meant."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.desktop.editors.desk import STANCES, Desk
from ui.desktop.session import CaseSession
from ui.words import translate


class CellOpening(QObject):
    """Opens beside the matrix what is selected in it."""

    said = Signal(str)
    """Why a cell leads nowhere by itself."""

    def __init__(self, session: CaseSession, desk: Desk) -> None:
        super().__init__(desk)
        self._session, self._desk = session, desk

    def give_stances(self) -> None:
        """Enter stances for the cells selected: for several of one issue at once."""
        chosen = self._session.view.selection
        if not self._session.may_edit or chosen is None or not chosen.cells:
            return
        if len(chosen.cells) > 1:
            self._desk.change_several(chosen.cells, STANCES)
        else:
            self._desk.new_position(chosen.parties[-1], chosen.issue, STANCES)

    def type_option(self, text: str) -> None:
        """Begin a position for the cell selected with an option that is typed there."""
        chosen = self._session.view.selection
        if self._session.may_edit and chosen is not None and len(chosen.cells) == 1:
            self._desk.begin_option(chosen.parties[0], chosen.issue, text)

    def open(self, party: str, issue: str) -> None:
        """Open the position of a cell, or the issue where no party is given."""
        if not party:
            self._desk.open_record("issues", (issue,))
        elif self._is_folded(party):
            self.said.emit(
                translate(
                    "CellOpening",
                    "This column stands for several parties. Ctrl+G opens it; their positions are behind it.",
                )
            )
        elif self._session.may_edit:
            self._desk.open_position(party, issue)
        elif ref := self._session.standing_ref(party, issue):
            self._desk.open_record("positions", (ref,))

    def _is_folded(self, party: str) -> bool:
        """Tell whether a party is to be seen only as a member of a folded group."""
        columns = self._session.model.columns
        return not any(own.code == party and not own.is_group for own in columns) and any(
            party in own.members for own in columns
        )
