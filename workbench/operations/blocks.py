"""Several positions at once, in one step: recorded, changed, withdrawn or removed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain.dates import PartialDate
from workbench.domain.errors import CaseError
from workbench.domain.handling import Handling
from workbench.domain.position import Position
from workbench.operations.names import described, named
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

    @property
    def label(self) -> str:
        """What it does to what."""
        return _counted("Record", self.positions)

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

    @property
    def label(self) -> str:
        """What it does to what."""
        return _counted("Withdraw", self.positions)

    def run(self, work: Work) -> None:
        """End each of them."""
        for position in self.positions:
            if self.until.effective < position.since.effective:
                raise CaseError(
                    f"{named(position)} cannot end on {self.until}: it begins later. Choose a later day, or "
                    "remove the position if it was entered by mistake."
                )
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

    @property
    def label(self) -> str:
        """What it does to what."""
        return _counted("Remove", self.positions)

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
        raise CaseError(f"There is no {described('positions', (position.ref,))} in this case any more.")


def _counted(verb: str, positions: tuple[Position, ...]) -> str:
    return f"{verb} {named(positions[0])}" if len(positions) == 1 else f"{verb} {len(positions)} positions"
