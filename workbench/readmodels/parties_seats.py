"""Who stands at the heads of the Parties lens: parties, and groups folded into one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from workbench.analysis.groups import Seat
from workbench.readmodels.matrix_types import PartyColumn
from workbench.readmodels.positions_seats import column_of, seats_in_view
from workbench.snapshot import Snapshot

GROUP = "group:"
"""Before the code of a group where it stands among codes of parties."""


class Seating(Mapping[int, Seat]):
    """Seats by number: a party by its own, a group by one above those of all parties.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    seats : sequence of Seat
        Who is in view, in the order of the case.
    """

    def __init__(self, snapshot: Snapshot, seats: Sequence[Seat]) -> None:
        self.snapshot = snapshot
        groups = {group.code: place for place, group in enumerate(snapshot.case.groups)}
        self._seats = {
            len(snapshot.parties) + groups[seat.code] if seat.is_group else seat.members[0]: seat
            for seat in seats
        }

    def __getitem__(self, number: int) -> Seat:
        return self._seats[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._seats)

    def __len__(self) -> int:
        return len(self._seats)

    @property
    def has_groups(self) -> bool:
        """Whether any of them is a group."""
        return any(seat.is_group for seat in self._seats.values())

    def key(self, number: int) -> str:
        """Return the code by which a seat is remembered: that of a party, or of a group so marked."""
        seat = self._seats[number]
        return f"{GROUP}{seat.code}" if seat.is_group else seat.code

    def label(self, number: int) -> str:
        """Return what a seat is called."""
        return self._seats[number].label

    def column(self, number: int) -> PartyColumn:
        """Return the head of a seat, by its key."""
        return replace(column_of(self.snapshot, self._seats[number], ()), code=self.key(number))

    def found_by(self, number: int) -> str:
        """Return everything by which a seat is found."""
        parties = [self.snapshot.parties[own] for own in self._seats[number].members]
        names = (text for party in parties for text in (party.label, party.name, party.code))
        return " ".join([self.label(number), self._seats[number].code, *names])


def seating(snapshot: Snapshot, day: date, shown: Sequence[int], folded: Collection[str] = ()) -> Seating:
    """Return who is in view on a day: the parties given (numbers), each group in `folded` as one."""
    known = {group.code for group in snapshot.case.groups}
    return Seating(snapshot, seats_in_view(snapshot, day, shown, [own for own in folded if own in known]))
