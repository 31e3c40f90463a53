"""For whom something was worked out, and whether it may stay on the screen until it is worked out again."""

from __future__ import annotations

from dataclasses import dataclass

from ui.desktop.session import CaseSession
from workbench.domain.audience import Audience
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The case as an audience sees it, and how it is looked at on whatever day."""

    snapshot: Snapshot
    audience: Audience
    names: str
    basis: Basis
    hidden: frozenset[str]

    @classmethod
    def of(cls, session: CaseSession) -> Ground:
        """Return what a session shows now."""
        view = session.view
        return cls(session.snapshot, view.audience, view.names, view.basis, view.hidden)

    def may_stay(self, now: Ground) -> bool:
        """Tell whether what was worked out on this ground may be seen while it is done anew.

        Another day of the same case may; after an edit the case before it may, among the same parties and
        issues and where nothing is kept from whoever looks. Of another audience nothing may.
        """
        if self._way != now._way:
            return False
        if self.snapshot is now.snapshot:
            return True
        return self.audience.sees_everything and self._codes == now._codes

    @property
    def _way(self) -> tuple[object, ...]:
        return self.audience, self.names, self.basis, self.hidden

    @property
    def _codes(self) -> tuple[list[str], list[str]]:
        parties, issues = self.snapshot.parties, self.snapshot.issues
        return [own.code for own in parties], [own.code for own in issues]
