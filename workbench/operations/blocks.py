"""Several positions at once, in one step: recorded, changed, withdrawn or removed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain import labels
from workbench.domain.dates import PartialDate
from workbench.domain.errors import CaseError
from workbench.domain.handling import Handling
from workbench.domain.labels import Label
from workbench.domain.position import Position
from workbench.domain.saying import translate
from workbench.operations.names import described, mention, named, names_in
from workbench.operations.positions import RecordPosition
from workbench.operations.records import RemoveRecord
from workbench.ports import Work


@dataclass(frozen=True, slots=True)
class RecordPositions:
    """Record new positions and change those that have a ref; all of them or none."""

    positions: tuple[Position, ...]

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "record positions"

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        if len(self.positions) == 1:
            return RecordPosition(self.positions[0]).labelled(work)
        return Label.of_many(labels.RECORD_MANY, len(self.positions))

    def run(self, work: Work) -> None:
        """Check and write each."""
        for position in self.positions:
            RecordPosition(position).run(work)


@dataclass(frozen=True, slots=True)
class WithdrawPositions:
    """Let positions stand no longer from a day on; they stay in the case and its history.

    Parameters
    ----------
    positions : tuple of Position
        As they stand.
    until : PartialDate
        The first day on which they no longer stand.
    """

    positions: tuple[Position, ...]
    until: PartialDate

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "withdraw positions"

    def labelled(self, _work: Work) -> Label:
        """Return what it does to what."""
        if len(self.positions) == 1:
            return Label.of(labels.WITHDRAW, mention(self.positions[0]))
        return Label.of_many(labels.WITHDRAW_MANY, len(self.positions))

    def run(self, work: Work) -> None:
        """End each of them."""
        for position in self.positions:
            if self.until.effective < position.since.effective:
                said = translate(
                    "Record",
                    "{0} cannot end on {1}: it begins later. Choose a later day, or remove the position if "
                    "it was entered by mistake.",
                )
                raise CaseError(said.format(named(position, names_in(work)), self.until))
            _stands(work, position)
            RecordPosition(replace(position, until=self.until)).run(work)


@dataclass(frozen=True, slots=True)
class RemovePositions:
    """Remove positions that were entered by mistake; what was written stays in the history."""

    positions: tuple[Position, ...]

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "remove positions"

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        if len(self.positions) == 1:
            return RemoveRecord("positions", (self.positions[0].ref,)).labelled(work)
        return Label.of_many(labels.REMOVE_MANY, len(self.positions))

    def run(self, work: Work) -> None:
        """Remove each of them."""
        for position in self.positions:
            RemoveRecord("positions", (position.ref,)).run(work)


def next_position(
    base: Position | None, party: str, issue: str, since: PartialDate, handling: Handling = Handling.TEAM
) -> Position:
    """Return a new position of a party on an issue, with what stands as a start.

    What was said, who said it and to whom belong to their own date and start empty. Without a position
    to start from it has nothing but its handling.
    """
    if base is None:
        return Position("", party, issue, since, handling=handling)
    return replace(base, ref="", since=since, until=None, sources=(), known_to=(), statement="", readings="")


def _stands(work: Work, position: Position) -> None:
    if work.get("positions", (position.ref,)) is None:
        said = translate("Record", "There is no {0} in this case any more.")
        raise CaseError(said.format(described("positions", (position.ref,))))
