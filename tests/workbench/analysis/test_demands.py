from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, ISSUES, OPTIONS, PARTIES, cases
from workbench.analysis.demand_grid import NO_RELATION, NO_STANCE, RELATIONS, demand_grid
from workbench.analysis.demands import Relation, demands_of
from workbench.analysis.standing import Standing, standing_on
from workbench.analysis.trading import trades
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, ROOM, VAULT
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.linkage import Linkage
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, LinkageKind, Stance, Strength
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
choices = st.tuples(st.sampled_from(ISSUES), st.sampled_from(OPTIONS))
spans = st.sampled_from([None, "2020-06", "2021-07", "2029"])


@st.composite
def linkages(draw: st.DrawFn) -> tuple[Linkage, ...]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        since, until = draw(spans), draw(spans)
        found.append(
            Linkage(
                f"L{number}",
                draw(st.sampled_from(list(LinkageKind))),
                *draw(choices),
                *draw(choices),
                strength=draw(st.sampled_from(list(Strength))),
                since=parse_date(since) if since else None,
                until=parse_date(until) if until else None,
            )
        )
    return tuple(found)


def standing_of(case: Case, day: date, basis: Basis) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def held(case: Case, standing: Standing) -> dict[tuple[str, str], Position]:
    """What stands, by codes, where it states anything."""
    found = {}
    for party, code in enumerate(PARTIES):
        for issue, topic in enumerate(ISSUES):
            row = standing.rows[party, issue]
            if row != NONE and case.positions[row].stances:
                found[code, topic] = case.positions[row]
    return found


def breaks(linkage: Linkage, chosen: set[tuple[str, str]]) -> bool:
    """Whether choosing both of two options breaks a linkage."""
    one = (linkage.if_issue, linkage.if_option)
    then = (linkage.then_issue, linkage.then_option)
    if one not in chosen:
        return False
    (other,) = chosen - {one} or {one}
    if linkage.kind is LinkageKind.EXCLUDES:
        return other == then
    return other[0] == then[0] and other != then and (len(chosen) == 2 or one[0] == then[0])


def stands(linkage: Linkage, day: date) -> bool:
    begun = linkage.since is None or linkage.since.effective <= day
    return begun and (linkage.until is None or linkage.until.effective > day)


def expected(
    case: Case,
    positions: dict[tuple[str, str], Position],
    day: date,
    one: tuple[str, str, str],
    other: tuple[str, str, str],
) -> tuple[Relation, int | None, list[str]]:
    """The relation of two demands of different parties, by the words of the definition."""
    (a, issue_a, option_a), (b, issue_b, option_b) = one, other
    barred = [
        own.code
        for own in case.linkages
        if own.strength is Strength.RED_LINE
        and stands(own, day)
        and breaks(own, {(issue_a, option_a), (issue_b, option_b)})
    ]
    if issue_a == issue_b:
        relation, stance = (Relation.SAME if option_a == option_b else Relation.RIVAL), None
    else:
        known = [
            int(positions[who, what].stances.get(option, Stance.OPPOSES))
            for who, what, option in ((a, issue_b, option_b), (b, issue_a, option_a))
            if (who, what) in positions
        ]
        stance = min(known) if known else None
        words = {
            2: "welcome",
            1: "welcome",
            0: "tradeable",
            -1: "resisted",
            -2: "blocked",
            None: "independent",
        }
        relation = Relation("one-sided") if len(known) == 1 else Relation(words[stance])
    return (Relation.BARRED if barred else relation), stance, barred


@given(cases(), linkages(), days, bases)
def test_relations_are_as_defined(case: Case, tied: tuple[Linkage, ...], day: date, basis: Basis) -> None:
    case = replace(case, linkages=tied)
    standing = standing_of(case, day, basis)
    positions = held(case, standing)
    negotiable = {issue.code for issue in case.issues if issue.kind.is_negotiable}
    demands = [
        (party, issue, option)
        for party in PARTIES
        for issue in ISSUES
        if issue in negotiable and (party, issue) in positions
        for option in OPTIONS
        if positions[party, issue].stances.get(option) is Stance.DEMANDS
    ]
    table = demands_of(standing)
    own = [(PARTIES[own.party], ISSUES[own.issue], OPTIONS[own.option]) for own in table.demands]
    assert own == demands
    cells = {(cell.first, cell.second): cell for cell in table.cells()}
    pairs = [pair for pair in combinations(range(len(own)), 2) if own[pair[0]][0] != own[pair[1]][0]]
    assert list(cells) == pairs
    for first, second in pairs:
        cell = cells[first, second]
        assert table.cell(second, first) == cell
        relation, stance, barred = expected(case, positions, day, own[first], own[second])
        assert (cell.relation, cell.stance) == (relation, stance)
        assert [linkage.code for linkage in cell.barred_by] == barred


@given(cases(), linkages(), days)
def test_trades_are_the_pairs_with_neither_stance_below_opposed(
    case: Case, tied: tuple[Linkage, ...], day: date
) -> None:
    standing = standing_of(replace(case, linkages=tied), day, Basis.ASSESSED)
    table = demands_of(standing)
    for one, other in ((0, 1), (3, 2)):
        found = {
            frozenset((own.cell.first, own.cell.second)): own for own in trades(standing, table, one, other)
        }
        for first, mine in enumerate(table.demands):
            for second, theirs in enumerate(table.demands):
                if (mine.party, theirs.party) != (one, other):
                    continue
                stances = table.stance(first, second)[0], table.stance(second, first)[0]
                cell = table.cell(first, second)
                assert cell
                known = [own for own in stances if own is not None]
                may = (
                    mine.issue != theirs.issue and len(known) == 2 and min(known) >= -1 and not cell.barred_by
                )
                assert (frozenset((first, second)) in found) == may
                if may:
                    assert found[frozenset((first, second))].stances == stances


def test_a_demand_may_be_barred_by_a_condition_or_by_logic_in_the_sample() -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PRINCIPAL), date(2023, 3, 20), Basis.DECLARED
    )
    table = demands_of(standing)
    barred = [cell for cell in table.cells() if cell.relation is Relation.BARRED]
    assert barred
    assert {own.party for cell in barred for own in cell.barred_by} <= {"", "BAK"}
    assert any(not own.party for cell in barred for own in cell.barred_by)


def test_a_linkage_out_of_reach_bars_nothing() -> None:
    case = sample_case()
    hidden = {own.code for own in case.linkages} - {
        own.code for own in take_snapshot(columns_of(case), ROOM).case.linkages
    }
    assert hidden
    standing = standing_on(take_snapshot(columns_of(case), ROOM), date(2023, 3, 20), Basis.DECLARED)
    named = {own.code for cell in demands_of(standing).cells() for own in cell.barred_by}
    assert not named & hidden


def test_a_presumed_stance_is_marked() -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PRINCIPAL), date(2023, 3, 20), Basis.ASSESSED
    )
    table = demands_of(standing)
    for cell in table.cells():
        if cell.stance is None:
            assert not cell.presumed
            continue
        ways = table.stance(cell.first, cell.second), table.stance(cell.second, cell.first)
        assert cell.presumed == all(presumed for stance, presumed in ways if stance == cell.stance)


@given(cases(), linkages(), days, st.sampled_from([(0, 1), (2, 0, 1), ()]))
def test_many_cells_at_once_are_as_one_by_one(
    case: Case, tied: tuple[Linkage, ...], day: date, first: tuple[int, ...]
) -> None:
    table = demands_of(standing_of(replace(case, linkages=tied), day, Basis.ASSESSED))
    rows = [number for number in first if number < len(table.demands)]
    columns = list(range(len(table.demands)))
    grid = demand_grid(table, rows, columns)
    for place, row in enumerate(rows):
        for column in columns:
            cell = table.cell(row, column) if row != column else None
            relation, stance = int(grid.relation[place, column]), int(grid.stance[place, column])
            if cell is None:
                assert relation == NO_RELATION
            else:
                assert RELATIONS[relation] is cell.relation
                assert (None if stance == NO_STANCE else stance) == cell.stance
