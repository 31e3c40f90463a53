"""Which groups count as one party, ticked where parties are set against one another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from ui.theme.dress import set_kind
from ui.words import counted
from workbench.readmodels.matrix_types import GroupFold
from workbench.readmodels.wording import commas

_FEW = 2
"""So many groups are named on the button; of more their number is said."""


class GroupsButton(QPushButton):
    """A menu of groups; hidden where the case has none that could count as one.

    Signals
    -------
    fold_wanted
        Code of a group, and whether it is to count as one party.
    """

    fold_wanted = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "menu")
        self.setToolTip(self.tr("Groups that count as one party, here and in the matrix of positions"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def offer(self, folds: Sequence[GroupFold]) -> None:
        """Offer the groups that can be folded, ticked where they are."""
        self.setVisible(bool(folds))
        self._menu.clear()
        for fold in folds:
            action = self._menu.addAction(f"{fold.label} ({fold.members_in_words})")
            action.setCheckable(True)
            action.setChecked(fold.is_folded)
            action.triggered.connect(lambda on, code=fold.code: self.fold_wanted.emit(code, on))
        self.setText(self._said([fold.label for fold in folds if fold.is_folded]))

    def _said(self, folded: Sequence[str]) -> str:
        if not folded:
            return self.tr("No group as one")
        many = counted("GroupsButton", "%n groups", "%n group", len(folded))
        named = commas(folded) if len(folded) <= _FEW else many
        return self.tr("As one: {groups}").format(groups=named)
