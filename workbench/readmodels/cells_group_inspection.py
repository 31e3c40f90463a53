"""What the inspector says of a group folded into one column: from whom its stances come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from workbench.analysis.groups import Seat, SeatStances, group_seat, seat_stances
from workbench.analysis.standing import Standing, standing_on
from workbench.domain.vocabulary import Basis, Stance
from workbench.readmodels.cells_group import from_whom, group_segments, inner_words, labels
from workbench.readmodels.inspector import inspect_cell
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link
from workbench.readmodels.wording import PRESUMED, listing
from workbench.snapshot import Snapshot

FROM_WHOM = "Stance of the group, and from whom it comes"
_COUNTS_AS_ONE = "Counted as one party: toward each option the lowest stance of those that hold a position."


def inspect_group(
    snapshot: Snapshot, day: date, basis: Basis, group: str, issue: str, *, in_view: Sequence[str]
) -> Inspection:
    """Return what the inspector says of a folded group on an issue.

    Parameters
    ----------
    group : str
        Code of the group.
    in_view : sequence of str
        Codes of the parties in view: only these members count.

    Raises
    ------
    UnknownCodeError
        If the group or the issue is not in reach.
    """
    whole = group_seat(snapshot, day, group)
    shown = {snapshot.party_index(code) for code in in_view}
    seat = replace(whole, members=tuple(own for own in whole.members if own in shown))
    codes = [snapshot.parties[own].code for own in seat.members]
    found = inspect_cell(snapshot, day, basis, codes, issue)
    standing, number = standing_on(snapshot, day, basis), snapshot.issue_index(issue)
    own = seat_stances(standing, seat, number)
    stances = FactList(FROM_WHOM, tuple(_stances(standing, own, number)))
    return replace(
        found,
        title=seat.label,
        subtitle=f"{listing(found.parties)}. {found.subtitle}",
        sentences=tuple(_sentences(own, found.sentences)),
        leads=(stances,) if stances.facts else (),
        sections=(*found.sections, *_record(seat)),
    )


def _sentences(own: SeatStances, inside: tuple[str, ...]) -> Iterator[str]:
    yield _COUNTS_AS_ONE
    if words := inner_words(own):
        yield f"{words}."
        yield from inside[1:]
    else:
        yield from inside


def _stances(standing: Standing, own: SeatStances, issue: int) -> Iterator[Fact]:
    """Yield, for each option, the group's stance and the members that decide it."""
    snapshot = standing.snapshot
    kind = snapshot.issues[issue].kind
    segments: tuple[Stance | None, ...] = group_segments(own)
    for number, (option, stance) in enumerate(zip(snapshot.issue_options(issue), segments, strict=False)):
        whom = listing(labels(snapshot, from_whom(standing, own, issue, number)))
        word = PRESUMED if stance is None else stance.reading(kind)
        source = f"{whom} {'has' if ' and ' not in whom else 'have'} said nothing of it"
        text = f"{word}: {source}" if stance is None else f"{word}, from {whom}"
        yield Fact(option.label, text)


def _record(seat: Seat) -> tuple[FactList, ...]:
    return (FactList("Group", (Fact("", seat.label, Link("", "groups", (seat.code,))),)),)
