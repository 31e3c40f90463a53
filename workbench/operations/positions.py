"""Recording positions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from workbench.domain import labels
from workbench.domain.errors import CaseError
from workbench.domain.issue import Option
from workbench.domain.labels import Label
from workbench.domain.position import Position, default_ref
from workbench.domain.saying import translate
from workbench.operations.names import mention
from workbench.operations.rules import check
from workbench.ports import Work


@dataclass(frozen=True, slots=True)
class RecordPosition:
    """Record a new position, or change one.

    Parameters
    ----------
    position : Position
        As it is to be; where its ref is empty it is a new one and gets a ref.
    was : str
        The ref that it has so far, where that changes.
    new_options : tuple of Option
        Options typed while the position was entered; they are made first, in the same step.
    """

    position: Position
    was: str = ""
    new_options: tuple[Option, ...] = ()

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "record position"

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        known = self.was or self.position.ref
        stands = bool(known) and work.get("positions", (known,)) is not None
        if stands:
            return Label.of(labels.CHANGE, labels.kind("positions"), mention(self.position))
        return Label.of(labels.RECORD, mention(self.position))

    def run(self, work: Work) -> None:
        """Make the new options, check the position, then write it."""
        for option in self.new_options:
            check(work, option)
            if work.get("options", (option.issue, option.code)) is not None:
                said = translate("Record", "There is an option “{0}” of “{1}” already.")
                raise CaseError(said.format(option.code, option.issue))
            work.put(option)
        position = self.position
        if not position.ref:
            position = replace(position, ref=free_ref(work, position))
        check(work, position)
        if self.was and self.was != position.ref and work.get("positions", (position.ref,)) is not None:
            said = translate("Record", "There is another position “{0}” already. Choose another reference.")
            raise CaseError(said.format(position.ref))
        work.put(position, was=(self.was,) if self.was else None)


def free_ref(work: Work, position: Position) -> str:
    """Return the ref for a new position: from party, issue, from and track, numbered where need be."""
    since = position.since.text
    for number in count(1):
        ref = default_ref(position.party, position.issue, since, position.track, number)
        if work.get("positions", (ref,)) is None:
            return ref
    raise AssertionError("there is always a further number")
