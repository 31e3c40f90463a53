"""Putting issues and parties of the matrix into another order, by hand or by key."""

from __future__ import annotations

from ui.desktop.matrix_selection import codes_of
from ui.desktop.session import CaseSession
from workbench.operations import PlaceRecords
from workbench.readmodels.positions import PositionsModel


class MatrixOrder:
    """Moves rows and columns; each move is one step that can be undone."""

    def __init__(self, session: CaseSession) -> None:
        self._session = session

    def drop_issue(self, issue: str, beside: str, after: bool) -> None:
        """Put an issue beside another one, in its basket."""
        if issue != beside:
            self._session.perform(PlaceRecords("issues", ((issue,),), (beside,), after))

    def drop_party(self, column: str, beside: str, after: bool) -> None:
        """Put a party, or all members of a folded group, beside another party."""
        model = self._session.model
        number = next(place for place, own in enumerate(model.columns) if own.code == column)
        moved = codes_of(model, number)
        if beside not in moved:
            keys = tuple((code,) for code in moved)
            self._session.perform(PlaceRecords("parties", keys, (beside,), after))

    def move_issue(self, step: int) -> None:
        """Move the issue selected up (-1) or down (1); at the end of its basket into the next one."""
        chosen, model = self._session.view.selection, self._session.model
        if chosen is None:
            return
        order = [row for basket in model.baskets for row in basket.rows]
        codes = [model.rows[row].code for row in order]
        place = codes.index(chosen.issue) + step
        if not 0 <= place < len(codes):
            return
        beside = codes[place]
        crosses = _basket(model, order[place]) != _basket(model, order[place - step])
        after = (step > 0) != crosses
        self._session.perform(PlaceRecords("issues", ((chosen.issue,),), (beside,), after))

    def move_party(self, step: int) -> None:
        """Move the party selected, or the folded group, by a column to the left (-1) or right (1)."""
        chosen, model = self._session.view.selection, self._session.model
        if chosen is None or not chosen.parties:
            return
        seen = (n for n in range(len(model.columns)) if chosen.parties[-1] in codes_of(model, n))
        own = next(seen, None)
        if own is None:
            return  # it was taken out of view
        if 0 <= own + step < len(model.columns):
            beside = codes_of(model, own + step)[0]
            self.drop_party(model.columns[own].code, beside, step > 0)


def _basket(model: PositionsModel, row: int) -> str:
    return model.rows[row].basket
