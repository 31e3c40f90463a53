"""The controls of the Parties lens: over which issues, as matrix or map, in which order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.parties_groups import GroupsButton
from ui.desktop.lenses.parties_tools import Chooser, Segments, Tools
from ui.theme.hub import ThemeHub
from workbench.readmodels.parties_scope import Scope, scope_choices, scope_from, scope_in_reach
from workbench.snapshot import Snapshot

MATRIX, MAP = "matrix", "map"
CASE, BLOCS = "case", "blocs"
_MANY = 24
"""With more parties cells are small, unless the person says otherwise."""


class PartiesControls(Tools):
    """Chooser of issues, form, order, groups that count as one, and size of cells.

    Signals
    -------
    changed
        The person chose something else.
    """

    changed = Signal()

    def __init__(self, hub: ThemeHub) -> None:
        self.scopes, self.small = Chooser(), QCheckBox()
        self.forms, self.orders = Segments(), Segments()
        self.groups = GroupsButton()
        super().__init__(hub, (self.scopes, self.forms, self.orders, self.groups, self.small))
        self._snapshot: Snapshot | None = None
        self._small = ""
        self._name_all()
        for control in (self.scopes, self.forms, self.orders):
            control.chosen.connect(lambda _key: self.changed.emit())
        self.small.clicked.connect(self._set_small)

    @property
    def scope(self) -> Scope:
        """Over which issues."""
        return scope_from(self.scopes.key)

    @property
    def is_map(self) -> bool:
        """Whether the map is shown."""
        return self.forms.key == MAP

    @property
    def is_clustered(self) -> bool:
        """Whether blocs are to lie together in the matrix."""
        return self.orders.key == BLOCS and not self.is_map

    def offer(self, snapshot: Snapshot, wanted: Scope) -> None:
        """Offer what an audience may see; all issues where what is wanted is not among them."""
        entries = [(choice.scope.text, choice.label) for choice in scope_choices(snapshot)]
        self.scopes.fill(entries, scope_in_reach(snapshot, wanted).text)

    def fit(self, parties: int) -> None:
        """Suit that many parties."""
        self.orders.setVisible(not self.is_map)
        self.small.setVisible(not self.is_map)
        self.small.setChecked(self._small == "yes" or (not self._small and parties > _MANY))

    def restore(self, lens: Lens) -> None:
        """Choose what was chosen last."""
        self.orders.choose(lens.kept("order", CASE))
        self.forms.choose(lens.kept("form", MATRIX))
        self._small = lens.kept("small")

    def keep(self, lens: Lens) -> None:
        """Remember what is chosen."""
        lens.remember_of_case("scope", self.scopes.key)
        lens.remember("order", self.orders.key)
        lens.remember("form", self.forms.key)
        lens.remember("small", self._small)

    def _set_small(self, on: bool) -> None:
        self._small = "yes" if on else "no"
        self.changed.emit()

    def _name_all(self) -> None:
        self.scopes.set_label(self.tr("Over"))
        self.small.setText(self.tr("Small cells"))
        self.forms.set_up(
            self.tr("Form"),
            (
                (MATRIX, self.tr("Matrix"), self.tr("Room and distance of every two parties")),
                (MAP, self.tr("Map"), self.tr("Parties as dots, near where their positions are near")),
            ),
        )
        near = self.tr("Parties whose positions are near lie side by side, with the tree of how they join")
        self.orders.set_up(
            self.tr("Order"),
            (
                (CASE, self.tr("As in the case"), self.tr("Parties in the order of the case")),
                (BLOCS, self.tr("Blocs together"), near),
            ),
        )
