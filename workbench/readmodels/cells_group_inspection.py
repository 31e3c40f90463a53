"""What the inspector says of a group folded into one column: from whom its stances come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from workbench.analysis.groups import Seat, SeatStances, group_seat, seat_stances
from workbench.analysis.standing import Standing, standing_on
from workbench.domain.saying import marked, translate
from workbench.domain.vocabulary import Basis, Stance
from workbench.readmodels.cells_group import from_whom, group_segments, inner_words, labels
from workbench.readmodels.inspector import inspect_cell
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link
from workbench.readmodels.wording import full, listing, parties_say, presumed
from workbench.snapshot import Snapshot

FROM_WHOM = marked("GroupCell", "Stance of the group, and from whom it comes")
"""Heading of the stances of a group, in English."""


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
    stances = FactList(translate("GroupCell", FROM_WHOM), tuple(_stances(standing, own, number)))
    return replace(
        found,
        title=seat.label,
        subtitle=translate("GroupCell", "{parties}. {issue_and_day}").format(
            parties=listing(found.parties), issue_and_day=found.subtitle
        ),
        sentences=tuple(_sentences(own, found.sentences)),
        leads=(stances,) if stances.facts else (),
        sections=(*found.sections, *_record(seat)),
    )


def _sentences(own: SeatStances, inside: tuple[str, ...]) -> Iterator[str]:
    yield translate(
        "GroupCell",
        "Counted as one party: toward each option the lowest stance of those that hold a position.",
    )
    if words := inner_words(own):
        yield full(words)
        yield from inside[1:]
    else:
        yield from inside


def _stances(standing: Standing, own: SeatStances, issue: int) -> Iterator[Fact]:
    """Yield, for each option, the group's stance and the members that decide it."""
    snapshot = standing.snapshot
    kind = snapshot.issues[issue].kind
    segments: tuple[Stance | None, ...] = group_segments(own)
    for number, (option, stance) in enumerate(zip(snapshot.issue_options(issue), segments, strict=False)):
        whom = labels(snapshot, from_whom(standing, own, issue, number))
        if stance is None:
            text = translate("GroupCell", "{stance}: {who_said_nothing}")
            yield Fact(
                option.label,
                text.format(stance=presumed(), who_said_nothing=parties_say(None, kind, whom)),
            )
        else:
            text = translate("GroupCell", "{stance}, from {parties}")
            yield Fact(option.label, text.format(stance=stance.reading(kind), parties=listing(whom)))


def _record(seat: Seat) -> tuple[FactList, ...]:
    return (
        FactList(translate("GroupCell", "Group"), (Fact("", seat.label, Link("", "groups", (seat.code,))),)),
    )
