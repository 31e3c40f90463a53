"""How an open case is looked at: the day, the audience, the selection, and what is read for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from ui.desktop.sight import Sight
from ui.desktop.view_state import Pair, Selection, ViewState
from workbench.domain.audience import Audience
from workbench.domain.errors import CaseError
from workbench.domain.vocabulary import Basis


class Looking(Sight):
    """Chooses what of one open case is shown; every view follows its signals."""

    view_changed = Signal(object)
    """Names of the fields of ``view`` that changed, a frozenset."""
    day_changed = Signal(object)
    """The day shown, while it moves too."""
    failed = Signal(str)
    """Why something could not be done."""
    explained = Signal(object)
    """What a lens has to say of what is chosen in it, an ``Inspection``; none for nothing."""

    def set_day(self, day: date) -> None:
        """Show another day."""
        if day != self._view.day:
            self._change(replace(self._view, day=day))
            self.day_changed.emit(day)

    def set_compared(self, day: date | None) -> None:
        """Compare with another day, or with none."""
        self._change(replace(self._view, compared=day))

    def set_basis(self, basis: Basis) -> None:
        """Choose which track stands where both do."""
        self._change(replace(self._view, basis=basis))

    def set_audience(self, audience: Audience) -> None:
        """Read the case for another audience; what it may not see is gone from every view."""
        before = self._view
        try:
            self._change(self._reading.within_reach(replace(before, audience=audience)))
        except CaseError as error:
            self._view = before
            self.failed.emit(str(error))

    def look_as(self, view: ViewState) -> None:
        """Look at the case as another time, as far as what was looked at is still there."""
        self._change(self._reading.within_reach(view))

    def set_pairs(self, pairs: tuple[Pair, ...] | None) -> None:
        """Choose whose distances are drawn over time."""
        self._change(replace(self._view, pairs=pairs))

    def set_names(self, names: str) -> None:
        """Choose which form of contested names is shown: neutral, both, or a party's own, by its code."""
        self._change(self._reading.within_reach(replace(self._view, names=names)))

    def say_anew(self) -> None:
        """Say everything again: days or names are written otherwise now."""
        self._reading.forget_words()
        self.view_changed.emit(frozenset({"names"}))

    def show_party(self, code: str, shown: bool) -> None:
        """Take a party into view or out of it."""
        hidden = self._view.hidden - {code} if shown else self._view.hidden | {code}
        self._change(replace(self._view, hidden=hidden))

    def show_only(self, codes: Iterable[str] | None) -> None:
        """Take all parties but these out of view; none for all of them in view."""
        kept = None if codes is None else set(codes)
        every = {party.code for party in self.snapshot.parties}
        self._change(replace(self._view, hidden=frozenset(every - kept if kept is not None else ())))

    def fold(self, group: str, folded: bool) -> None:
        """Show a group as one column, or its members apart."""
        kept = self._view.folded | {group} if folded else self._view.folded - {group}
        self.show_folded(kept)

    def show_folded(self, groups: frozenset[str]) -> None:
        """Show exactly these groups as one column each; what was selected stays so."""
        self._change(self._reading.folded(self._view, groups))

    def select(self, selection: Selection | None) -> None:
        """Choose what the inspector explains."""
        self._change(replace(self._view, selection=selection))

    def _change(self, view: ViewState) -> None:
        changed = view.differing(self._view)
        if changed:
            self._view = view
            self.view_changed.emit(changed)
