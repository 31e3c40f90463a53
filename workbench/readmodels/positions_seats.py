"""Who has a column in the Positions lens: parties, and groups folded into one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from workbench.analysis.groups import Seat, group_seat, seats_on
from workbench.domain.saying import counted, said
from workbench.readmodels.matrix_types import GroupFold, PartyColumn
from workbench.snapshot import Snapshot

FEWEST_MEMBERS = 2
"""A group is worth folding where at least so many of its members are in view."""


def seats_in_view(
    snapshot: Snapshot, day: date, in_view: Sequence[int], folded: Collection[str]
) -> tuple[Seat, ...]:
    """Return whose columns stand on a day: the parties in view (numbers), each group in `folded` as one.

    Of a group only the members in view count; one of which none is left has no column.
    """
    if not folded:
        return tuple(_alone(snapshot, number) for number in in_view)
    shown = set(in_view)
    seats = (
        replace(seat, members=tuple(own for own in seat.members if own in shown))
        for seat in seats_on(snapshot, day, folded)
    )
    return tuple(seat for seat in seats if seat.members)


def _alone(snapshot: Snapshot, number: int) -> Seat:
    party = snapshot.parties[number]
    return Seat(party.code, party.label, (number,))


def folds_on(
    snapshot: Snapshot, day: date, in_view: Sequence[int], folded: Collection[str] = ()
) -> tuple[GroupFold, ...]:
    """Return the groups that can be folded or opened on a day, in the order of the case."""
    return tuple(_folds(snapshot, day, set(in_view), folded))


def _folds(snapshot: Snapshot, day: date, shown: set[int], folded: Collection[str]) -> Iterator[GroupFold]:
    for group in snapshot.case.groups:
        seat = group_seat(snapshot, day, group.code)
        members = [snapshot.parties[own] for own in seat.members if own in shown]
        if len(members) >= FEWEST_MEMBERS or (members and group.code in folded):
            codes, labels = tuple(own.code for own in members), tuple(own.label for own in members)
            yield GroupFold(group.code, seat.label, codes, labels, group.code in folded)


def column_of(snapshot: Snapshot, seat: Seat, folds: Sequence[GroupFold]) -> PartyColumn:
    """Return the column of a party, or of a group that counts as one."""
    if not seat.is_group:
        party = snapshot.parties[seat.members[0]]
        groups = tuple(fold.code for fold in folds if party.code in fold.members and not fold.is_folded)
        return PartyColumn(party.code, party.label, said(party.kind), party.colour, groups=groups)
    members = tuple(snapshot.parties[number].code for number in seat.members)
    kind = counted("Positions", "%n parties", "%n party", len(members))
    return PartyColumn(seat.code, seat.label, kind, "", members)
