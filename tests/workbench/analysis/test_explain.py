from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, OPTIONS, cases
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.explain import Flip, explain_distance, explain_room
from workbench.analysis.room import room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis, Stance
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
groups = st.sampled_from([(0, 1, 2, 3), (0, 1, 2), (3, 1), (0, 2), (2,)])


def standing_of(case: Case, day: date, basis: Basis) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def with_stance(case: Case, row: int, option: str, stance: Stance) -> Case:
    positions = list(case.positions)
    positions[row] = replace(positions[row], stances={**positions[row].stances, option: stance})
    return replace(case, positions=tuple(positions))


@given(cases(), days, bases, groups)
@settings(deadline=None)
def test_flips_are_all_single_stances_that_change_the_room(
    case: Case, day: date, basis: Basis, parties: tuple[int, ...]
) -> None:
    standing = standing_of(case, day, basis)
    found = explain_room(standing, 0, parties)
    expected = set()
    if found.cell.room is not None:
        for party in found.cell.holders:
            row = int(standing.rows[party, 0])
            for number, option in enumerate(OPTIONS):
                before = case.positions[row].stances.get(option)
                for after in Stance:
                    changed = with_stance(case, row, option, after)
                    room = room_of(standing_of(changed, day, basis), 0, parties).room
                    if after is not before and room != found.cell.room and room is not None:
                        said = None if before is None else int(before)
                        expected.add(Flip(party, number, said, int(after), room))
    assert set(found.flips) == expected
    assert len(found.flips) == len(expected)
    assert set(found.nearest_flips) <= expected
    for flip in found.flips:
        same = [
            own
            for own in found.nearest_flips
            if (own.party, own.option) == (flip.party, flip.option)
            and (own.room > found.cell.room) == (flip.room > found.cell.room)  # type: ignore[operator]
        ]
        assert len(same) == 1
        assert same[0].step <= flip.step


@given(cases(), days, bases, groups)
def test_the_options_tried_give_the_room(
    case: Case, day: date, basis: Basis, parties: tuple[int, ...]
) -> None:
    standing = standing_of(case, day, basis)
    found = explain_room(standing, 0, parties)
    if found.cell.room is None:
        assert not found.tried
        return
    assert max(own.worst for own in found.tried) == found.cell.room
    assert max(own.best for own in found.tried) == found.cell.possible
    assert tuple(own.option for own in found.tried if own.worst == found.cell.room) == found.cell.at
    for own in found.tried:
        said = {
            party: case.positions[int(standing.rows[party, 0])].stances.get(OPTIONS[own.option])
            for party in found.cell.holders
        }
        assert own.unstated == tuple(party for party, stance in said.items() if stance is None)
        counted = {party: -1 if stance is None else int(stance) for party, stance in said.items()}
        assert own.decided_by == tuple(party for party, value in counted.items() if value == own.worst)
        assert own.is_presumed == all(said[party] is None for party in own.decided_by)


@given(cases(), days, bases, st.sampled_from(list(Weights)))
def test_the_shares_of_the_issues_add_up_to_the_distance(
    case: Case, day: date, basis: Basis, weights: Weights
) -> None:
    standing = standing_of(case, day, basis)
    found = explain_distance(standing, 0, 2, weights)
    assert found.distance == distance_of(standing, 0, 2, weights)
    assert len(found.parts) == found.distance.issues
    if found.distance.value is not None:
        assert sum(part.share for part in found.parts) == pytest.approx(found.distance.value)
    shares = [part.share for part in found.parts]
    assert shares == sorted(shares, reverse=True)
    assert not {part.issue for part in found.parts} & set(found.left_out)
    for part in found.parts:
        alone = distance_of(standing, 0, 2, Weights.EQUAL, (part.issue,))
        assert part.distance == alone.value
        assert NONE not in part.rows


def test_one_stance_of_baku_would_open_the_lachin_road() -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PRINCIPAL), date(2023, 3, 20), Basis.DECLARED
    )
    snapshot = standing.snapshot
    pair = tuple(snapshot.party_index(code) for code in ("BAK", "STP"))
    found = explain_room(standing, snapshot.issue_index("lachin"), pair)
    assert found.cell.room is not None
    assert found.cell.room < 0
    up = [flip for flip in found.nearest_flips if flip.room > found.cell.room]
    assert up
    assert {flip.party for flip in up} <= set(pair)
