"""Parties against parties, checked pair by pair against the definitions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tests.sample_case import sample_case
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.groups import seat_distance, seat_room, seat_stances, seats_on
from workbench.analysis.ranges import distance_range
from workbench.analysis.room import room_of
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.party import Group, Membership
from workbench.domain.vocabulary import Basis, IssueKind
from workbench.readmodels import parties_group_inspection
from workbench.readmodels.parties_group_inspection import inspect_seats
from workbench.readmodels.parties_inspection import inspect_pair
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_map import party_map
from workbench.readmodels.parties_scope import (
    EVERY_ISSUE,
    Scope,
    ScopeKind,
    scope_choices,
    scope_from,
    scope_in_reach,
    scope_issues,
)
from workbench.readmodels.parties_seats import seating
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)
LACHIN = Scope(ScopeKind.ISSUE, "lachin")
SCOPES = (EVERY_ISSUE, Scope(ScopeKind.BASKET, "Movement"), Scope(ScopeKind.BASKET, "Facts"), LACHIN)


@pytest.fixture(params=[PRINCIPAL, PUBLIC], ids=str)
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    return take_snapshot(columns_of(sample_case()), request.param)


def whole() -> Snapshot:
    return take_snapshot(columns_of(sample_case()), PRINCIPAL)


def model_of(snapshot: Snapshot, scope: Scope, *, clustered: bool = False, day: date = DAY) -> PartiesModel:
    every = range(len(snapshot.parties))
    return PartiesOverTime(snapshot, Basis.ASSESSED, scope).model(day, every, clustered=clustered)


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_every_cell_is_room_and_distance_of_the_two(snapshot: Snapshot, scope: Scope) -> None:
    model = model_of(snapshot, scope)
    issues = scope_issues(snapshot, scope)
    counted = issues or [n for n, own in enumerate(snapshot.issues) if own.kind.is_negotiable]
    for row, column in permutations(range(len(model.parties)), 2):
        cell = model.cell(row, column)
        pair = (model.parties[row], model.parties[column])
        levels = [room_of(model.standing, issue, pair).level for issue in counted]
        assert dict(cell.counts) == {level: levels.count(level) for level in set(levels)}
        own = distance_of(model.standing, *pair, Weights.SALIENCE, issues)
        assert cell.distance == (None if own.value is None else pytest.approx(own.value))
        assert cell.issues == own.issues


def test_the_order_of_counts_is_best_first(snapshot: Snapshot) -> None:
    model = model_of(snapshot, EVERY_ISSUE)
    order = list(Level)
    for row, column in permutations(range(len(model.parties)), 2):
        levels = [level for level, _ in model.cell(row, column).counts]
        assert levels == sorted(levels, key=order.index)


def test_clustered_parties_are_the_same_with_their_own_cells(snapshot: Snapshot) -> None:
    plain, blocs = model_of(snapshot, EVERY_ISSUE), model_of(snapshot, EVERY_ISSUE, clustered=True)
    assert sorted(blocs.parties) == list(plain.parties)
    assert len(blocs.tree) == len(blocs.parties) - 1
    assert not plain.tree
    for row, column in permutations(range(len(blocs.parties)), 2):
        assert blocs.cell(row, column) == plain.cell(blocs.parties[row], blocs.parties[column])


def test_a_day_that_moves_gives_what_the_day_gives() -> None:
    snapshot = whole()
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    for day in (DAY, date(2020, 11, 10), date(2022, 9, 13), DAY):
        moved, alone = days.model(day, range(7), clustered=False), model_of(snapshot, EVERY_ISSUE, day=day)
        for row, column in permutations(range(7), 2):
            assert moved.cell(row, column) == alone.cell(row, column)


def test_parties_out_of_view_are_left_out() -> None:
    model = PartiesOverTime(whole(), Basis.ASSESSED, EVERY_ISSUE).model(DAY, (0, 2, 3), clustered=True)
    assert {column.code for column in model.columns} == {"BAK", "STP", "MOW"}
    place = model.place_of("STP")
    assert place is not None
    assert model.columns[place].label == "Stepanakert"
    assert model.place_of("YER") is None


def test_sentences_say_level_distance_and_ground() -> None:
    one, several = model_of(whole(), LACHIN), model_of(whole(), EVERY_ISSUE)
    said = one.sentence(0, 2)
    assert said.startswith(
        "Baku and Stepanakert, Control of the Lachin corridor: bridgeable, there is an option"
    )
    assert "distance 1.00 on 1 issue" in said
    assert "13 issues" in several.sentence(0, 1)
    assert "3 compatible" in several.sentence(0, 1)
    assert several.sentence(1, 1) == "Yerevan with itself."
    assert "no distance" in several.sentence(4, 5)


def test_a_judgement_stands_in_the_cell_of_exactly_its_parties() -> None:
    case = sample_case()
    judged = Judgement("j", ("BAK", "STP"), "lachin", Level.DEADLOCKED, reason="The road is closed.")
    snapshot = take_snapshot(columns_of(replace(case, judgements=(judged,))), PRINCIPAL)
    model = model_of(snapshot, LACHIN)
    assert model.cell(0, 2).judged is Level.DEADLOCKED
    assert model.cell(0, 1).judged is None
    assert "judged deadlocked" in model.sentence(2, 0)
    assert model_of(snapshot, EVERY_ISSUE).cell(0, 2).judged is None


def test_scopes_are_all_baskets_and_issues_in_reach(snapshot: Snapshot) -> None:
    choices = scope_choices(snapshot)
    assert choices[0].scope == EVERY_ISSUE
    assert [own.scope.name for own in choices if own.scope.is_one_issue] == [
        issue.code for issue in snapshot.issues
    ]
    for own in choices:
        assert scope_from(own.scope.text) == own.scope
        assert scope_in_reach(snapshot, own.scope) == own.scope
    assert scope_in_reach(snapshot, Scope(ScopeKind.ISSUE, "gone")) == EVERY_ISSUE
    assert scope_from("nonsense") == EVERY_ISSUE


def test_facts_and_norms_count_in_a_basket_that_holds_nothing_else() -> None:
    snapshot = whole()
    kinds = {snapshot.issues[own].kind.value for own in scope_issues(snapshot, SCOPES[2])}
    assert kinds == {"fact"}
    movement = scope_issues(snapshot, SCOPES[1])
    assert movement
    assert all(snapshot.issues[own].kind.is_negotiable for own in movement)


def test_the_inspector_adds_up_to_the_distance() -> None:
    model = model_of(whole(), EVERY_ISSUE)
    said = inspect_pair(model, 0, 1)
    assert said.title == "Baku and Yerevan"
    assert said.subtitle == "All issues, on 20 March 2023"
    rooms, parts = said.sections[0], said.sections[1]
    shares = [float(fact.text.split("adds ")[1].split(",")[0]) for fact in parts.facts]
    assert sum(shares) == pytest.approx(model.cell(0, 1).distance, abs=0.001 * len(shares))
    assert shares == sorted(shares, reverse=True)
    assert all(fact.link and fact.link.table == "issues" for fact in parts.facts)
    counts = {fact.heading: fact.text.count(";") + 1 for fact in rooms.facts}
    assert counts == {f"{level.mark} {level} ({n})": n for level, n in model.cell(0, 1).counts}


def test_public_sees_no_weights() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PUBLIC)
    model = model_of(snapshot, EVERY_ISSUE)
    assert "all alike" in model.note
    said = inspect_pair(model, 0, 1)
    assert not any("weight" in fact.text for section in said.sections for fact in section.facts)


def test_the_map_places_who_shares_issues_and_says_why_others_are_not() -> None:
    snapshot = whole()
    days = PartiesOverTime(snapshot, Basis.ASSESSED, SCOPES[1])
    found, placement = party_map(
        seating(snapshot, DAY, range(len(snapshot.parties))), days.distances(DAY, range(7))
    )
    assert {point.code for point in found.points} == {"BAK", "YER", "STP", "MOW", "THR"}
    assert dict(found.not_placed) == {
        "EU": "shares no issue with anybody",
        "Opposition": "shares no issue with anybody",
    }
    assert placement.stress == found.stress
    assert "Nearest: Tehran at 0.00" in next(own for own in found.points if own.code == "YER").sentence
    few, _ = party_map(seating(snapshot, DAY, range(len(snapshot.parties))), days.distances(DAY, (0, 1, 2)))
    assert not few.points
    assert all("three are needed" in why for _, why in few.not_placed)


def test_ways_lead_from_the_day_compared_with() -> None:
    snapshot = whole()
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    then, now = days.distances(date(2022, 3, 20), range(7)), days.distances(DAY, range(7))
    found, _ = party_map(seating(snapshot, DAY, range(len(snapshot.parties))), now, then)
    assert any(point.before is not None and point.before != point.at for point in found.points)
    alone, _ = party_map(seating(snapshot, DAY, range(len(snapshot.parties))), now)
    assert all(point.before is None for point in alone.points)


ARMENIAN = Group("ARM", "Armenian side", (Membership("YER"), Membership("STP")))


def grouped() -> Snapshot:
    return take_snapshot(columns_of(replace(sample_case(), groups=(ARMENIAN,))), PRINCIPAL)


def test_a_folded_group_is_one_party_in_matrix_map_and_words() -> None:
    snapshot = grouped()
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    every = range(len(snapshot.parties))
    model = days.model(DAY, every, clustered=False, folded=("ARM",))
    assert [column.label for column in model.columns] == [
        "Baku", "Armenian side", "Moscow", "EU", "Tehran", "Opposition",
    ]  # fmt: skip
    seats = seats_on(snapshot, DAY, ("ARM",))
    negotiable = [n for n, own in enumerate(snapshot.issues) if own.kind.is_negotiable]
    for one, other in permutations(range(len(seats)), 2):
        cell = model.cell(one, other)
        own = seat_distance(model.standing, seats[one], seats[other], Weights.SALIENCE)
        assert cell.distance == (None if own.value is None else pytest.approx(own.value))
        assert cell.issues == own.issues
        levels = [seat_room(model.standing, n, (seats[one], seats[other])).level for n in negotiable]
        assert dict(cell.counts) == {level: levels.count(level) for level in set(levels)}
    assert "Armenian side" in model.sentence(0, 1)
    group = model.parties[1]
    assert model.seats.key(group) == "group:ARM"
    assert {"Yerevan", "YER"} <= set(model.seats.found_by(group).split())
    seats_of_day = seating(snapshot, DAY, every, ("ARM",))
    found, _ = party_map(seats_of_day, days.distances(DAY, every, ("ARM",)))
    assert "group:ARM" in {point.code for point in found.points}


def test_of_a_group_only_members_in_view_count() -> None:
    snapshot = grouped()
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    model = days.model(DAY, (0, 1, 3), clustered=True, folded=("ARM",))
    places = {column.label: place for place, column in enumerate(model.columns)}
    assert set(places) == {"Baku", "Armenian side", "Moscow"}
    assert model.columns[places["Armenian side"]].members == ("YER",)


def test_what_each_issue_adds_makes_the_distance_of_a_group() -> None:
    snapshot = grouped()
    every = range(len(snapshot.parties))
    model = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE).model(
        DAY, every, clustered=False, folded=("ARM",)
    )
    said = inspect_seats(model, 0, 1)
    lists = {own.heading: own.facts for own in said.sections}
    shares = [float(fact.text.rpartition(" ")[2]) for fact in lists["Distance, what adds most first"]]
    whole_distance = model.cell(0, 1).distance
    assert whole_distance is not None
    assert sum(shares) == pytest.approx(whole_distance, abs=0.001 * len(shares))
    assert len(shares) == model.cell(0, 1).issues
    rooms = {fact.heading.split()[1]: fact.heading for fact in lists["Room, issue by issue"]}
    for level, count in model.cell(0, 1).counts:
        assert rooms[level.value].endswith(f"({count})")
    assert lists["Groups that count as one party"][0].text == "Yerevan and Stepanakert"
    assert lists["Inside the group"], "its members do not ask for the same thing everywhere"


def test_over_one_issue_the_stances_of_a_group_stand_beside_those_of_the_other() -> None:
    snapshot = grouped()
    model = PartiesOverTime(snapshot, Basis.ASSESSED, LACHIN).model(
        DAY, range(len(snapshot.parties)), clustered=False, folded=("ARM",)
    )
    said = inspect_seats(model, 0, 1)
    seat = seats_on(snapshot, DAY, ("ARM",))[1]
    own = seat_stances(model.standing, seat, snapshot.issue_index("lachin"))
    assert said.level is model.cell(0, 1).level
    assert said.parties == ("Baku", "Armenian side")
    given = [step.stances[1] for step in said.ladder]
    assert [None if stance is None else int(stance) for stance in given] == [
        None if presumed else worst
        for worst, presumed in zip(own.worst.tolist(), own.presumed.tolist(), strict=True)
    ]


def test_it_is_said_that_norms_count_in_the_distance_alone() -> None:
    """Else the counts of a cell and the number of its issues seem to be at odds."""
    model = model_of(whole(), EVERY_ISSUE)
    cell = model.cell(0, 1)
    assert sum(count for _, count in cell.counts) != cell.issues
    assert "Norms count in the distance" in model.note
    without = replace(
        sample_case(), issues=tuple(own for own in sample_case().issues if own.kind is not IssueKind.NORM)
    )
    codes = {own.code for own in without.issues}
    rest = replace(
        without,
        options=tuple(own for own in without.options if own.issue in codes),
        positions=tuple(own for own in without.positions if own.issue in codes),
        linkages=(),
        judgements=(),
    )
    assert "Norms" not in model_of(take_snapshot(columns_of(rest), PRINCIPAL), EVERY_ISSUE).note


def test_bounds_are_said_where_anything_is_unstated() -> None:
    model = model_of(whole(), EVERY_ISSUE)
    wanted = distance_range(model.standing, 0, 1, Weights.SALIENCE)
    assert wanted.least is not None
    assert wanted.most is not None
    sentence = next(own for own in inspect_pair(model, 0, 1).sentences if "between" in own)
    assert f"between {wanted.least:.2f} and {wanted.most:.2f}" in sentence


def test_of_a_group_too_it_is_said_what_the_rest_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = grouped()
    model = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE).model(
        DAY, range(len(snapshot.parties)), clustered=False, folded=("ARM",)
    )
    monkeypatch.setattr(parties_group_inspection, "MOST_LISTED", 2)
    facts = next(
        own.facts for own in inspect_seats(model, 0, 1).sections if own.heading.startswith("Distance")
    )
    cell = model.cell(0, 1)
    assert cell.distance is not None
    assert len(facts) == 3
    assert facts[-1].text.startswith(f"{cell.issues - 2} more issue")
    shares = [float(number) for fact in facts for number in re.findall(r"adds? (\d\.\d+)", fact.text)]
    assert len(shares) == 3
    assert sum(shares) == pytest.approx(cell.distance, abs=0.002)


def test_no_option_stands_out_where_a_group_and_another_resist_all_alike() -> None:
    snapshot = grouped()
    seen = set()
    for issue in snapshot.issues:
        number = snapshot.issue_index(issue.code)
        model = PartiesOverTime(snapshot, Basis.ASSESSED, Scope(ScopeKind.ISSUE, issue.code)).model(
            DAY, range(len(snapshot.parties)), clustered=False, folded=("ARM",)
        )
        own = [seat_stances(model.standing, model.seats[party], number) for party in model.parties[:2]]
        lowest = [min(pair) for pair in zip(*(one.worst.tolist() for one in own), strict=True)]
        alike = max(lowest) < 0 and len(set(lowest)) == 1
        known = all(one.holders for one in own)
        wanted = [known and not alike and value == max(lowest) for value in lowest]
        assert [step.is_meeting for step in inspect_seats(model, 0, 1).ladder] == wanted
        seen.add((alike, known))
    assert {(True, True), (False, True)} <= seen
