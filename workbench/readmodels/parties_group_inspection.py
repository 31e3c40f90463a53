"""Why a group that counts as one party stands as near to another seat as it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.groups import Seat, SeatGap, SeatStances, seat_gaps, seat_room, seat_stances
from workbench.analysis.pairrooms import negotiable_issues
from workbench.domain.level import Level
from workbench.domain.saying import at_start, figure, translate
from workbench.domain.vocabulary import Stance
from workbench.readmodels.cells_group import group_segments, inner_words, is_divided, labels
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, LadderStep, Link
from workbench.readmodels.parties_lens import PartiesModel, pair_sentence
from workbench.readmodels.parties_scope import scope_issues
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import clauses, full, listing, on_day, presumed

MOST_LISTED = 24
"""So many issues stand in a list; of the others the number is said."""


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
        questions=(),
        linkages=(),
        judgements=(),
        facts=(),
        histories=(),
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
    """Yield the issues of each level, best first."""
    snapshot = model.snapshot
    found: dict[Level, list[str]] = {}
    for issue in negotiable_issues(snapshot, issues).tolist():
        level = seat_room(model.standing, issue, seats).level
        found.setdefault(level, []).append(snapshot.issues[issue].title)
    for level in Level:
        titles = found.get(level, [])
        if titles:
            shown = [*titles[:MOST_LISTED], *(["…"] if len(titles) > MOST_LISTED else [])]
            yield Fact(f"{level.marked_name} ({figure(len(titles))})", clauses(shown))


def _parts(model: PartiesModel, seats: tuple[Seat, Seat], issues: Sequence[int]) -> Iterator[Fact]:
    gaps = list(seat_gaps(model.standing, *seats, model.distances.weights, issues))
    whole = sum(gap.weight for gap in gaps)
    ordered = sorted(gaps, key=lambda gap: -gap.distance * gap.weight)
    for gap in ordered[:MOST_LISTED] if whole else []:
        issue = model.snapshot.issues[gap.issue]
        yield Fact(issue.title, _part(gap, whole), Link("", "issues", (issue.code,)))


def _part(gap: SeatGap, whole: float) -> str:
    text = translate("Parties", "{distance} apart, weight {weight}, adds {share}")
    return text.format(
        distance=figure(gap.distance, 2),
        weight=plain_number(gap.weight),
        share=figure(gap.distance * gap.weight / whole, 3),
    )


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
    kind = model.snapshot.issues[issue].kind
    own = [seat_stances(model.standing, seat, issue) for seat in seats]
    at = seat_room(model.standing, issue, seats).at
    silent = tuple(not each.holders for each in own)
    steps = []
    for number, option in enumerate(model.snapshot.issue_options(issue)):
        given = tuple(_stance(each, number) for each in own)
        words = tuple(
            "" if mute else presumed() if stance is None else stance.reading(kind)
            for stance, mute in zip(given, silent, strict=True)
        )
        steps.append(LadderStep(option.code, option.label, given, silent, words, number in at))
    return tuple(steps)


def _stance(own: SeatStances, option: int) -> Stance | None:
    segments = group_segments(own)
    return segments[option] if segments else None
