"""Why a group that counts as one party stands as near to another seat as it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.analysis.distance import weights_for
from workbench.analysis.groups import Seat, seat_gaps, seat_room, seat_stances
from workbench.analysis.pairrooms import negotiable_issues
from workbench.domain.saying import at_start, translate
from workbench.readmodels.cells_group import group_segments, inner_words, is_divided, labels
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, LadderStep, Link
from workbench.readmodels.ladder import ladder_of
from workbench.readmodels.parties_inspection import MOST_LISTED, added, level_facts, rest_added
from workbench.readmodels.parties_lens import PartiesModel, pair_sentence
from workbench.readmodels.parties_scope import scope_issues
from workbench.readmodels.wording import commas, full, listing, on_day


def inspect_seats(model: PartiesModel, row: int, column: int) -> Inspection:
    """Return what there is to say of a cell of a group (places of its row and its column)."""
    numbers = model.parties[row], model.parties[column]
    seats = model.seats[numbers[0]], model.seats[numbers[1]]
    issues = scope_issues(model.snapshot, model.scope)
    cell = model.cell(row, column)
    sections = (
        FactList(translate("Parties", "Groups that count as one party"), tuple(_groups(model, seats))),
        FactList(translate("Parties", "Room, issue by issue"), tuple(_rooms(model, seats, issues))),
        FactList(translate("Parties", "Distance, what adds most first"), tuple(_parts(model, seats, issues))),
        FactList(translate("Parties", "Inside the group"), tuple(_inside(model, seats, issues))),
    )
    return Inspection(
        title=listing(seat.label for seat in seats),
        subtitle=on_day(at_start(model.label), model.day),
        level=cell.level,
        sentences=(pair_sentence(cell, (seats[0].label, seats[1].label), model.label), _how()),
        parties=tuple(seat.label for seat in seats),
        ladder=_ladder(model, seats) if model.scope.is_one_issue else (),
        sections=tuple(section for section in sections if section.facts),
    )


def _how() -> str:
    return translate(
        "Parties",
        "A group takes toward each option the lowest stance of those of its members that hold a position. "
        "Without a demand common to all of them it has no distance on an issue.",
    )


def _groups(model: PartiesModel, seats: tuple[Seat, Seat]) -> Iterator[Fact]:
    for seat in seats:
        if seat.is_group:
            members = listing(labels(model.snapshot, seat.members))
            yield Fact(seat.label, members, Link("", "groups", (seat.code,)))


def _rooms(model: PartiesModel, seats: tuple[Seat, Seat], issues: Sequence[int]) -> Iterator[Fact]:
    asked = negotiable_issues(model.snapshot, issues).tolist()
    levels = {issue: seat_room(model.standing, issue, seats).level for issue in asked}
    return level_facts(model.snapshot, levels)


def _parts(model: PartiesModel, seats: tuple[Seat, Seat], issues: Sequence[int]) -> Iterator[Fact]:
    weights = weights_for(model.snapshot, model.distances.weights)
    gaps = list(seat_gaps(model.standing, *seats, weights, issues))
    whole = sum(gap.weight for gap in gaps)
    if not whole:
        return
    ordered = sorted(gaps, key=lambda gap: -gap.distance * gap.weight)
    shares = [gap.distance * gap.weight / whole for gap in ordered]
    for gap, share in islice(zip(ordered, shares, strict=True), MOST_LISTED):
        issue = model.snapshot.issues[gap.issue]
        yield Fact(issue.title, commas(added(gap, share, weights)), Link("", "issues", (issue.code,)))
    yield from rest_added(shares[MOST_LISTED:])


def _inside(model: PartiesModel, seats: tuple[Seat, Seat], issues: Sequence[int]) -> Iterator[Fact]:
    """Yield the issues on which members of a group do not ask for the same thing."""
    for seat in (own for own in seats if own.is_group):
        for issue in negotiable_issues(model.snapshot, issues).tolist():
            own = seat_stances(model.standing, seat, issue)
            if is_divided(own):
                record = model.snapshot.issues[issue]
                link = Link("", "issues", (record.code,))
                yield Fact(record.title, full(inner_words(own)), link)


def _ladder(model: PartiesModel, seats: tuple[Seat, Seat]) -> tuple[LadderStep, ...]:
    issue = model.snapshot.issue_index(model.scope.name)
    given = [group_segments(seat_stances(model.standing, seat, issue)) for seat in seats]
    return ladder_of(model.snapshot, issue, given, seat_room(model.standing, issue, seats))
