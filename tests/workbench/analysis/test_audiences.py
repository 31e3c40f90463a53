"""What an audience may not see has no part in any figure: left out before or after, all is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases, handlings
from workbench.analysis.actors import actors_game
from workbench.analysis.agreement import distances_on, distances_stated
from workbench.analysis.changes import changes_between
from workbench.analysis.common_ground import common_ground
from workbench.analysis.courses import distance_course, room_course
from workbench.analysis.demands import demands_of
from workbench.analysis.distance import Weights
from workbench.analysis.explain import explain_distance, explain_room
from workbench.analysis.groups import Seat, seat_distance, seat_room
from workbench.analysis.pairrooms import level_counts
from workbench.analysis.ranges import distance_range
from workbench.analysis.sensitivity import Doubt, sensitivity
from workbench.analysis.standing import standing_on
from workbench.analysis.turning_points import turning_points
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.domain.case import Case
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Stance
from workbench.snapshot import Snapshot, take_snapshot

audiences = st.sampled_from([PUBLIC, ROOM, TEAM, Audience(AudienceKind.PARTY, "A")])
days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
THEN, NOW = date(2021, 6, 1), date(2022, 6, 30)


def left_out_before(snapshot: Snapshot) -> Snapshot:
    """What is left for an audience, as a case of its own of which all may be seen."""
    return take_snapshot(columns_of(snapshot.as_case()), VAULT)


def every_figure(snapshot: Snapshot, day: date, weights: Weights) -> list[object]:
    """The answers of all analyses, as plain values that can be compared."""
    standing, earlier = (standing_on(snapshot, own, Basis.ASSESSED) for own in (day, THEN))
    parties, issues = range(len(snapshot.parties)), range(len(snapshot.issues))
    matrix, stated = distances_on(standing, weights), distances_stated(snapshot, THEN, NOW, weights)
    game = actors_game(standing)
    figures: list[object] = [
        np.nan_to_num(own, nan=-1.0).tolist()
        for own in (matrix.distance, matrix.issues, stated.distance, level_counts(standing).counts)
    ]
    table = demands_of(standing)
    figures += [
        table.demands,
        tuple(table.cells()),
        (game.objectives, game.unstated, game.figures.alliances[0].convergence.tolist()),
        changes_between(earlier, standing),
        common_ground(standing),
        turning_points(snapshot, Basis.ASSESSED, weights),
    ]
    for issue in issues:
        figures += [
            explain_room(standing, issue, parties),
            room_course(snapshot, issue, parties, Basis.ASSESSED),
        ]
    if len(parties) >= 3:
        group = Seat("G", "G", (0, 1), is_group=True)
        figures += [distance_range(standing, 0, 1, weights), explain_distance(standing, 0, 2, weights).parts]
        figures += [distance_course(snapshot, 0, 1, Basis.ASSESSED, weights)]
        figures += [seat_distance(standing, group, Seat("C", "C", (2,)), weights)]
        figures += [seat_room(standing, issue, (group, Seat("C", "C", (2,)))) for issue in issues]
    return figures


@given(cases(handlings), audiences, days)
@settings(deadline=None)
def test_what_is_hidden_has_no_part_in_any_figure(case: Case, audience: Audience, day: date) -> None:
    snapshot = take_snapshot(columns_of(case), audience)
    assert every_figure(snapshot, day, Weights.EQUAL) == every_figure(
        left_out_before(snapshot), day, Weights.EQUAL
    )


def test_neither_has_it_in_the_sample() -> None:
    for audience in (PUBLIC, ROOM, TEAM):
        snapshot = take_snapshot(columns_of(sample_case()), audience)
        alone = left_out_before(snapshot)
        day = date(2023, 3, 20)
        assert every_figure(snapshot, day, Weights.EQUAL) == every_figure(alone, day, Weights.EQUAL)
        standings = [standing_on(own, day, Basis.ASSESSED) for own in (snapshot, alone)]
        shifts = [sensitivity(own, Doubt.LOW_CONFIDENCE).rooms for own in standings]
        assert shifts[0] == shifts[1]


def test_the_restricted_arrangement_of_the_sample_moves_no_figure_of_the_room() -> None:
    """With or without the option that only principals may know of, the room hears the same."""
    case = sample_case()
    hidden = {(own.issue, own.code) for own in case.options} - {
        (own.issue, own.code) for own in take_snapshot(columns_of(case), ROOM).case.options
    }
    assert hidden
    told = [(own, visible(own, hidden)) for own in case.positions]
    before = replace(
        case,
        options=tuple(own for own in case.options if (own.issue, own.code) not in hidden),
        positions=tuple(replace(own, stances=left) for own, left in told if left or not own.stances),
        linkages=tuple(
            own
            for own in case.linkages
            if not {(own.if_issue, own.if_option), (own.then_issue, own.then_option)} & hidden
        ),
    )
    day = date(2023, 3, 20)
    without, whole = (take_snapshot(columns_of(own), ROOM) for own in (before, case))
    assert every_figure(without, day, Weights.EQUAL) == every_figure(whole, day, Weights.EQUAL)


def visible(position: Position, hidden: set[tuple[str, str]]) -> dict[str, Stance]:
    return {code: own for code, own in position.stances.items() if (position.issue, code) not in hidden}
