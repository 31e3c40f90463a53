from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import rows, sample_case, when
from tests.strategies import DAYS, OPTIONS, PARTIES, cases
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.groups import Seat, group_seat, seat_distance, seat_room, seat_stances, seats_on
from workbench.analysis.room import room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.errors import UnknownCodeError
from workbench.domain.party import Group, Membership
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Scale
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
GROUP = Seat("G", "Group", (1, 2, 3), is_group=True)


def standing_of(case: Case, day: date, basis: Basis = Basis.ASSESSED) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def alone(number: int) -> Seat:
    return Seat(PARTIES[number], PARTIES[number], (number,))


def held(case: Case, standing: Standing, issue: int) -> list[Position]:
    """What the members of the group hold."""
    numbers = [int(standing.rows[member, issue]) for member in GROUP.members]
    return [case.positions[row] for row in numbers if row != NONE and case.positions[row].stances]


@given(cases(), days, bases)
def test_the_stance_of_a_group_is_the_lowest_of_its_members(case: Case, day: date, basis: Basis) -> None:
    standing = standing_of(case, day, basis)
    for issue in range(2):
        own = seat_stances(standing, GROUP, issue)
        positions = held(case, standing, issue)
        assert len(own.holders) == len(positions)
        for number, option in enumerate(OPTIONS):
            if not positions:
                continue
            said = [position.stances.get(option) for position in positions]
            lowest = min(-1 if stance is None else int(stance) for stance in said)
            assert own.worst[number] == lowest
            assert own.best[number] == min(1 if stance is None else int(stance) for stance in said)
            decisive = [stance for stance in said if (-1 if stance is None else stance) == lowest]
            assert own.presumed[number] == all(stance is None for stance in decisive)
        given_saliences = [position.salience for position in positions if position.salience is not None]
        mean = sum(given_saliences) / len(given_saliences) if given_saliences else None
        assert own.salience == (None if mean is None else pytest.approx(mean))
        assert own.within == room_of(standing, issue, GROUP.members)


@given(cases(), days, bases)
def test_the_room_with_a_group_is_the_room_with_its_members(case: Case, day: date, basis: Basis) -> None:
    standing = standing_of(case, day, basis)
    for issue in range(2):
        together = seat_room(standing, issue, (alone(0), GROUP))
        apart = room_of(standing, issue, (0, 1, 2, 3))
        silent = {
            code
            for code, seat in (("A", alone(0)), ("G", GROUP))
            if not seat_stances(standing, seat, issue).holders
        }
        assert set(together.silent) == silent
        if silent:
            assert together.room is None
        else:
            assert (together.room, together.possible, together.at) == (apart.room, apart.possible, apart.at)


@given(cases(), days, bases, st.sampled_from(list(Weights)))
def test_single_parties_are_as_without_groups(case: Case, day: date, basis: Basis, weights: Weights) -> None:
    standing = standing_of(case, day, basis)
    own, plain = seat_distance(standing, alone(0), alone(2), weights), distance_of(standing, 0, 2, weights)
    assert own.issues == plain.issues
    assert own.value == (None if plain.value is None else pytest.approx(plain.value))
    for issue in range(2):
        room, expected = seat_room(standing, issue, (alone(0), alone(2))), room_of(standing, issue, (0, 2))
        assert (room.room, room.possible, room.at) == (expected.room, expected.possible, expected.at)


@given(cases(), days, bases)
def test_without_a_common_demand_there_is_no_distance(case: Case, day: date, basis: Basis) -> None:
    standing = standing_of(case, day, basis)
    for number, issue in enumerate(case.issues):
        positions = held(case, standing, number)
        common = [o for o in OPTIONS if positions and all(own.stances.get(o) == 2 for own in positions)]
        own = seat_distance(standing, alone(0), GROUP, Weights.EQUAL, (number,))
        other = seat_stances(standing, alone(0), number)
        if not common or not other.holders:
            assert own.issues == 0
            continue
        group = seat_stances(standing, GROUP, number)
        if issue.scale is Scale.NOMINAL:
            gaps = [abs(int(a) - int(b)) / 4 for a, b in zip(group.worst, other.worst, strict=True)]
            assert own.value == pytest.approx(sum(gaps) / len(gaps))
        elif own.value is not None:
            place = sum(OPTIONS.index(option) / 2 for option in common) / len(common)
            mine = [
                OPTIONS.index(o) / 2 for o in OPTIONS if other.worst[OPTIONS.index(o)] == max(other.worst)
            ]
            assert own.value == pytest.approx(abs(place - sum(mine) / len(mine)))


def grouped() -> Case:
    by_code: dict[str, list[Membership]] = {}
    for row in rows("groups"):
        by_code.setdefault(row["code"], []).append(
            Membership(row["party"], when(row["from"]), when(row["until"]))
        )
    return replace(
        sample_case(), groups=tuple(Group(code, code, tuple(own)) for code, own in by_code.items())
    )


def test_the_armenian_side_of_the_sample_shows_its_inner_disagreement() -> None:
    snapshot = take_snapshot(columns_of(grouped()), PRINCIPAL)
    standing = standing_on(snapshot, date(2023, 3, 20), Basis.ASSESSED)
    seats = seats_on(snapshot, standing.day, ("ARM",))
    codes = [party.code for party in snapshot.parties]
    first = min(codes.index("YER"), codes.index("STP"))
    others = [code for code in codes if code not in ("YER", "STP")]
    assert [seat.code for seat in seats] == [*others[:first], "ARM", *others[first:]]
    arm = next(seat for seat in seats if seat.code == "ARM")
    inner = [seat_stances(standing, arm, issue).within for issue in range(len(snapshot.issues))]
    assert any(cell and cell.room is not None and cell.room < 0 for cell in inner)
    assert seats_on(snapshot, standing.day) == tuple(
        Seat(party.code, party.label, (number,)) for number, party in enumerate(snapshot.parties)
    )


def test_members_count_from_and_until_their_days() -> None:
    snapshot = take_snapshot(columns_of(grouped()), PRINCIPAL)
    assert group_seat(snapshot, date(2020, 11, 9), "TRI").members == ()
    assert len(group_seat(snapshot, date(2020, 11, 10), "TRI").members) == 3
    with pytest.raises(UnknownCodeError):
        group_seat(snapshot, date(2020, 11, 10), "XXX")
    left = replace(
        grouped(), groups=(Group("G", "G", (Membership("YER", until=parse_date("2021")), Membership("STP"))),)
    )
    snapshot = take_snapshot(columns_of(left), PRINCIPAL)
    assert len(group_seat(snapshot, date(2020, 12, 31), "G").members) == 2
    assert len(group_seat(snapshot, date(2021, 1, 1), "G").members) == 1
