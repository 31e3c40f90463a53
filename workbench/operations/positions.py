"""Recording positions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from workbench.domain.errors import CaseError
from workbench.domain.issue import Option
from workbench.domain.position import Position, default_ref
from workbench.operations.names import named
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

    @property
    def label(self) -> str:
        """What it does to what."""
        return f"Record {named(self.position)}"

    def run(self, work: Work) -> None:
        """Make the new options, check the position, then write it."""
        for option in self.new_options:
            check(work, option)
            if work.get("options", (option.issue, option.code)) is not None:
                raise CaseError(f"There is an option “{option.code}” of “{option.issue}” already.")
            work.put(option)
        position = self.position
        if not position.ref:
            position = replace(position, ref=free_ref(work, position))
        check(work, position)
        if self.was and self.was != position.ref and work.get("positions", (position.ref,)) is not None:
            raise CaseError(f"There is another position “{position.ref}” already. Choose another reference.")
        work.put(position, was=(self.was,) if self.was else None)


def free_ref(work: Work, position: Position) -> str:
    """Return the ref for a new position: from party, issue, from and track, numbered where need be."""
    since = position.since.text
    for number in count(1):
        ref = default_ref(position.party, position.issue, since, position.track, number)
        if work.get("positions", (ref,)) is None:
            return ref
    raise AssertionError("there is always a further number")
