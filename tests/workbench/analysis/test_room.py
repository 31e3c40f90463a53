from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, OPTIONS, cases
from workbench.analysis.questions import questions, questions_of
from workbench.analysis.room import RoomCell, needed_parties, room_of, rooms
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.level import Level
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Stance, Track
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
groups = st.sampled_from([[0, 1, 2, 3], [0, 1, 2], [3, 1], [0, 2], [2]])


def standing_of(case: Case, day: date, basis: Basis = Basis.ASSESSED) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def held(case: Case, standing: Standing, party: int, issue: int) -> Position | None:
    row = int(standing.rows[party, issue])
    own = None if row == NONE else case.positions[row]
    return own if own and own.stances else None


def by_definition(
    case: Case, standing: Standing, issue: int, parties: list[int], unstated: int
) -> tuple[int | None, list[str]]:
    """The formula, option by option and party by party."""
    own = [p for p in (held(case, standing, party, issue) for party in sorted(parties)) if p]
    if len(own) < 2:
        return None, []
    worst = {option: min(int(p.stances.get(option, unstated)) for p in own) for option in OPTIONS}
    best = max(worst.values())
    return best, [option for option in OPTIONS if worst[option] == best]


@given(cases(), days, st.sampled_from(list(Basis)), groups)
def test_room_and_possible_are_as_defined(case: Case, day: date, basis: Basis, parties: list[int]) -> None:
    standing = standing_of(case, day, basis)
    for issue in range(len(case.issues)):
        cell = room_of(standing, issue, parties)
        room, at = by_definition(case, standing, issue, parties, -1)
        assert cell.room == room
        assert [OPTIONS[option] for option in cell.at] == at
        assert cell.possible == by_definition(case, standing, issue, parties, 1)[0]
        assert [party for party in sorted(parties) if party not in cell.silent] == [
            party for party in sorted(parties) if held(case, standing, party, issue)
        ]


@given(cases(), days, groups)
def test_room_never_exceeds_possible(case: Case, day: date, parties: list[int]) -> None:
    for cell in rooms(standing_of(case, day), parties):
        assert (cell.room is None) == (cell.possible is None)
        if cell.room is not None and cell.possible is not None:
            assert cell.room <= cell.possible
            assert cell.is_open == (cell.room < cell.possible)


@given(cases(), days, groups)
def test_the_order_of_parties_never_matters(case: Case, day: date, parties: list[int]) -> None:
    standing = standing_of(case, day)
    first = room_of(standing, 0, parties)
    assert all(room_of(standing, 0, order) == first for order in permutations(parties))


@given(cases(), days, groups, st.integers(0, 3))
def test_one_more_party_never_lifts_room_or_possible(
    case: Case, day: date, parties: list[int], more: int
) -> None:
    standing = standing_of(case, day)
    for issue in range(len(case.issues)):
        few, many = room_of(standing, issue, parties), room_of(standing, issue, [*parties, more])
        if few.room is not None and few.possible is not None:
            assert many.room is not None
            assert many.possible is not None
            assert many.room <= few.room
            assert many.possible <= few.possible


@given(cases(), days, groups, st.data())
def test_answers_of_accepts_or_less_never_lift_the_room_above_possible(
    case: Case, day: date, parties: list[int], data: st.DataObject
) -> None:
    standing = standing_of(case, day)
    cell = room_of(standing, 0, parties)
    if cell.possible is None:
        assert cell.holders == () or len(cell.holders) == 1
        return
    answers = st.sampled_from([stance for stance in Stance if stance <= Stance.ACCEPTS])
    answered = list(case.positions)
    for party in cell.holders:
        row = int(standing.rows[party, 0])
        unstated = [option for option in OPTIONS if option not in answered[row].stances]
        given_answers = {option: data.draw(answers) for option in unstated if data.draw(st.booleans())}
        answered[row] = replace(answered[row], stances={**answered[row].stances, **given_answers})
    after = room_of(standing_of(replace(case, positions=tuple(answered)), day), 0, parties)
    assert after.room is not None
    assert after.room <= cell.possible


@given(cases(), days, groups)
def test_a_question_answered_with_accepts_by_all_it_names_raises_the_room(
    case: Case, day: date, parties: list[int]
) -> None:
    standing = standing_of(case, day)
    cell = room_of(standing, 0, parties)
    asked = questions_of(standing, cell)
    assert bool(asked) == cell.is_open
    for question in asked:
        answered = list(case.positions)
        for party in question.ask:
            row = int(standing.rows[party, 0])
            stances = {**answered[row].stances, OPTIONS[question.option]: Stance.ACCEPTS}
            answered[row] = replace(answered[row], stances=stances)
        after = room_of(standing_of(replace(case, positions=tuple(answered)), day), 0, parties)
        assert after.room == question.possible > question.room == cell.room


@given(cases(), days)
def test_questions_come_most_to_gain_first(case: Case, day: date) -> None:
    standing = standing_of(case, day)
    keys = [
        (-own.gain, -(own.salience if own.salience is not None else -1), len(own.ask))
        for own in questions(standing, rooms(standing))
    ]
    assert keys == sorted(keys)


def three_way_case() -> Case:
    """Each pair meets on an option that the third will not have."""
    wants = {"A": "op", "B": "pq", "C": "qo"}
    positions = tuple(
        Position(
            f"r{party}",
            party,
            "I",
            parse_date("2020"),
            stances={option: Stance.ACCEPTS if option in options else Stance.RED_LINE for option in OPTIONS},
        )
        for party, options in wants.items()
    )
    return Case(
        parties=tuple(Party(code, code) for code in wants),
        issues=(Issue("I", "Issue"),),
        options=tuple(Option("I", option, option) for option in OPTIONS),
        positions=positions,
    )


def test_the_room_of_three_can_lie_below_that_of_every_pair() -> None:
    standing = standing_of(three_way_case(), date(2021, 1, 1))
    pairs = [room_of(standing, 0, pair) for pair in combinations(range(3), 2)]
    assert [cell.level for cell in pairs] == [Level.COMPATIBLE] * 3
    assert room_of(standing, 0, range(3)).level is Level.DEADLOCKED


def sample_room(issue: str, parties: tuple[str, ...] = (), basis: Basis = Basis.ASSESSED) -> RoomCell:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    standing = standing_on(snapshot, date(2023, 3, 20), basis)
    numbers = [snapshot.party_index(code) for code in parties] or range(len(snapshot.parties))
    return room_of(standing, snapshot.issue_index(issue), numbers)


def at(cell: RoomCell, issue: str) -> list[str]:
    options = [option.code for option in sample_case().options if option.issue == issue]
    return [options[option] for option in cell.at]


def test_the_rooms_of_the_sample_on_its_last_day() -> None:
    lachin = sample_room("lachin")
    assert (lachin.level, at(lachin, "lachin"), Level.of(lachin.possible)) == (
        Level.BRIDGEABLE,
        ["scan"],
        Level.COMPATIBLE,
    )
    mandate, talks = sample_room("mandate"), sample_room("talks")
    assert (mandate.level, at(mandate, "mandate")) == (Level.CONFLICTING, ["intl"])
    assert (talks.level, at(talks, "talks")) == (Level.COMPATIBLE, ["direct"])
    assert sample_room("borders", ("BAK", "STP")).level is Level.DEADLOCKED
    assert sample_room("lachin", ("BAK", "STP"), Basis.DECLARED).level is Level.CONFLICTING


def test_a_judgement_stands_in_the_cell_of_exactly_its_parties() -> None:
    judged = sample_room("interlocutor", ("STP", "BAK"))
    assert judged.judgement is not None
    assert judged.judgement.level is Level.ALIGNED
    assert sample_room("interlocutor").judgement is None
    assert sample_room("interlocutor", ("BAK",)).judgement is None


def test_all_are_needed_where_none_is_named() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    assert needed_parties(snapshot, snapshot.issue_index("borders")) == tuple(range(7))
    syunik = needed_parties(snapshot, snapshot.issue_index("syunik"))
    assert [snapshot.parties[party].code for party in syunik] == ["BAK", "YER"]


def test_tracks_are_kept_side_by_side() -> None:
    case = three_way_case()
    assessed = Position("a", "A", "I", parse_date("2020-06"), Track.ASSESSED, stances={"o": Stance.DEMANDS})
    both = replace(case, positions=(*case.positions, assessed))
    declared = standing_of(both, date(2021, 1, 1), Basis.DECLARED)
    assert declared.snapshot.table.ref[declared.rows[0, 0]] == "rA"
    standing = standing_of(both, date(2021, 1, 1))
    assert standing.snapshot.table.ref[standing.rows[0, 0]] == "a"
    assert standing.snapshot.table.ref[standing.declared[0, 0]] == "rA"
