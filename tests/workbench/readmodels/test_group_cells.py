"""Groups folded into one column, held against the definition: the lowest stance of the members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.sample_case import rows, sample_case, when
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.case import Case
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.party import Group, Membership
from workbench.domain.vocabulary import Basis, Stance
from workbench.readmodels.cells_group_inspection import FROM_WHOM, inspect_group
from workbench.readmodels.positions import PositionsModel
from workbench.snapshot import Snapshot, take_snapshot


def case_with_groups() -> Case:
    """The sample with its groups, as its table gives them."""
    members: dict[tuple[str, str], list[Membership]] = {}
    for row in rows("groups"):
        own = Membership(row["party"], when(row["from"]), when(row["until"]))
        members.setdefault((row["code"], row["name"]), []).append(own)
    groups = tuple(Group(*names, tuple(own)) for names, own in members.items())
    return replace(sample_case(), groups=groups)


DAY = date(2023, 3, 20)
DAYS = (date(2019, 6, 1), date(2020, 11, 9), date(2021, 8, 1), DAY)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return take_snapshot(columns_of(case_with_groups()), PRINCIPAL)


def folded(snapshot: Snapshot, *groups: str, day: date = DAY, **fields: object) -> PositionsModel:
    return PositionsModel(snapshot, day, Basis.ASSESSED, folded=groups, **fields)  # type: ignore[arg-type]


def column(model: PositionsModel, code: str) -> int:
    return [own.code for own in model.columns].index(code)


def test_a_folded_group_is_one_column_where_its_first_member_stood(snapshot: Snapshot) -> None:
    apart, together = folded(snapshot), folded(snapshot, "ARM")
    assert [own.code for own in apart.columns] == ["BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"]
    assert [own.code for own in together.columns] == ["BAK", "ARM", "MOW", "EU", "THR", "OPP"]
    own = together.columns[1]
    assert (own.label, own.kind, own.members) == ("Armenian side", "2 parties", ("YER", "STP"))


def test_the_headers_say_which_groups_can_be_folded(snapshot: Snapshot) -> None:
    groups = {own.code: own.groups for own in folded(snapshot).columns}
    assert groups["BAK"] == ("TRI",)
    assert groups["YER"] == ("ARM", "TRI")
    assert groups["EU"] == ()
    before = {own.code: own.groups for own in folded(snapshot, day=date(2020, 11, 9)).columns}
    assert before["BAK"] == ()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("code", ["ARM", "TRI"])
def test_each_stance_is_the_lowest_of_the_members(snapshot: Snapshot, day: date, code: str) -> None:
    model = folded(snapshot, code, day=day)
    if code not in [own.code for own in model.columns]:
        assert code == "TRI"
        assert day < date(2020, 11, 10)
        return
    standing = standing_on(snapshot, day, Basis.ASSESSED)
    place = column(model, code)
    members = [snapshot.party_index(own) for own in model.columns[place].members]
    for row in range(len(model.rows)):
        given = []
        for party in members:
            number = int(standing.rows[party, row])
            stances = snapshot.position(number).stances if number >= 0 else {}
            given += [stances] if stances else []
        expected: list[Stance | None] = []
        for option in snapshot.issue_options(row) if given else ():
            stated = [own[option.code] for own in given if option.code in own]
            is_silent = len(stated) < len(given)
            lowest = min([int(own) for own in stated] + ([-1] if is_silent else []))
            decided = any(own == lowest for own in stated)
            expected.append(Stance(lowest) if decided else None)
        assert list(model.cell(row, place).segments) == expected


def test_the_room_is_the_same_folded_or_apart(snapshot: Snapshot) -> None:
    for day in DAYS:
        apart, together = folded(snapshot, day=day), folded(snapshot, "ARM", "TRI", day=day)
        for row in range(len(apart.rows)):
            assert apart.room(row) == together.room(row)
            assert apart.course(row) == together.course(row)


def test_inner_disagreement_has_a_mark_and_words(snapshot: Snapshot) -> None:
    model = folded(snapshot, "ARM")
    codes = [own.code for own in model.rows]
    cells = {code: model.cell(number, column(model, "ARM")) for number, code in enumerate(codes)}
    apart = standing_on(snapshot, DAY, Basis.ASSESSED)
    yer, stp = snapshot.party_index("YER"), snapshot.party_index("STP")
    for number, code in enumerate(codes):
        demands = [
            {own for own, stance in snapshot.position(row).stances.items() if stance is Stance.DEMANDS}
            for party in (yer, stp)
            if (row := int(apart.rows[party, number])) >= 0 and snapshot.position(row).stances
        ]
        assert cells[code].divided == (len(demands) == 2 and not demands[0] & demands[1])
    divided = next(own for own in cells.values() if own.divided)
    assert "Among its members: " in divided.sentence
    assert any(own.sentence.count("aligned") for own in cells.values())


def test_a_hidden_member_does_not_count(snapshot: Snapshot) -> None:
    codes = [party.code for party in snapshot.parties if party.code != "STP"]
    model = folded(snapshot, "ARM", parties=codes)
    assert model.columns[column(model, "ARM")].members == ("YER",)
    row = [own.code for own in model.rows].index("lachin")
    alone = folded(snapshot).cell(row, 1)
    assert model.cell(row, column(model, "ARM")).segments == alone.segments


def test_a_judgement_of_exactly_the_members_stands_in_the_cell() -> None:
    case = case_with_groups()
    own = Judgement("j-arm", ("STP", "YER"), "lachin", Level.CONFLICTING, reason="They differ.")
    judged = take_snapshot(columns_of(replace(case, judgements=(*case.judgements, own))), PRINCIPAL)
    model = folded(judged, "ARM")
    places = {row.code: number for number, row in enumerate(model.rows)}
    assert model.cell(places["lachin"], column(model, "ARM")).judged
    assert not model.cell(places["talks"], column(model, "ARM")).judged  # a judgement of Baku and Stepanakert


def test_a_group_that_an_audience_may_not_see_in_full_shows_what_it_may(snapshot: Snapshot) -> None:
    public = take_snapshot(columns_of(case_with_groups()), PUBLIC)
    model = folded(public, "ARM")
    for row in range(len(model.rows)):
        cell = model.cell(row, column(model, "ARM"))
        refs = set(cell.refs)
        assert refs <= set(public.table.ref)


def test_the_inspector_says_from_whom_each_stance_comes(snapshot: Snapshot) -> None:
    said = inspect_group(
        snapshot, DAY, Basis.ASSESSED, "ARM", "lachin", in_view=[own.code for own in snapshot.parties]
    )
    assert said.title == "Armenian side"
    assert said.level is Level.ALIGNED
    (stances,) = said.leads
    assert stances.heading == FROM_WHOM
    lines = {fact.heading: fact.text for fact in stances.facts}
    assert lines["Azerbaijani checkpoints"] == "red line, from Stepanakert"
    assert lines["Free passage under Russian peacekeepers"] == "demands, from Yerevan and Stepanakert"
    assert lines["International inspectors"] == (
        "presumed opposed: Yerevan and Stepanakert have said nothing of it"
    )
    assert said.sections[-1].facts[0].link is not None
    assert said.sections[-1].facts[0].link.table == "groups"


def test_a_group_without_positions_says_so() -> None:
    case = case_with_groups()
    group = Group("FAR", "Far ones", (Membership("EU"), Membership("THR")))
    own = take_snapshot(columns_of(replace(case, groups=(*case.groups, group))), PRINCIPAL)
    model = folded(own, "FAR")
    row = [row.code for row in model.rows].index("lachin")
    cell = model.cell(row, column(model, "FAR"))
    assert cell.is_empty
    assert "no position known" in cell.sentence
