"""What an import adds and changes: absent columns, empty cells, matching, counts, the operation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.workbench.exchange.nasty_cases import applied
from tests.workbench.exchange.small_tables import SMALL, planned, write
from workbench.domain.case import TABLES, Case, Record, table_of
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import IssueKind, PartyKind, Scale, Stance, Track
from workbench.exchange import TablesError, plan_import, read_tables, record_row
from workbench.exchange.apply import WRITING_ORDER


@pytest.fixture
def small(tmp_path: Path) -> Case:
    return applied(Case(), planned(tmp_path / "small", SMALL))


def after(case: Case, folder: Path, **tables: str) -> Case:
    return applied(case, planned(folder, tables, case))


def test_defaults(tmp_path: Path) -> None:
    tables = {
        "parties": "code,name\nA,Alpha\n",
        "issues": "code,title\nroad,Road\n",
        "options": "issue,code,label\nroad,a,A\nroad,b,B\n",
        "positions": "party,issue,from\nA,road,2022\n",
    }
    case = after(Case(), tmp_path, **tables)
    assert (case.parties[0].kind, case.parties[0].handling) == (PartyKind.OTHER, Handling.TEAM)
    assert (case.issues[0].kind, case.issues[0].scale) == (IssueKind.SUBSTANCE, Scale.NOMINAL)
    assert case.options[0].handling is None
    assert (case.positions[0].track, case.positions[0].handling) == (Track.DECLARED, Handling.TEAM)
    assert case.positions[0].ref == "a-road-2022-d"
    empty = "ref,party,issue,track,from,salience,handling\n,A,road,,2022,,\n"
    assert plan_import(case, read_tables(write(tmp_path / "e", {"positions": empty}))).is_empty


def test_an_absent_column_leaves_alone_and_an_empty_cell_empties(small: Case, tmp_path: Path) -> None:
    case = after(small, tmp_path / "a", parties="code,name\nA,Aleph\n")
    assert (case.parties[0].name, case.parties[0].colour, case.parties[0].kind) == (
        "Aleph",
        "#0072B2",
        PartyKind.STATE,
    )
    case = after(small, tmp_path / "b", parties="code,name,colour,kind\nA,Alpha,,\n")
    assert (case.parties[0].colour, case.parties[0].kind) == ("", PartyKind.OTHER)


def test_existing_records_keep_their_place_and_nothing_goes(small: Case, tmp_path: Path) -> None:
    case = after(small, tmp_path, parties="code,name\nC,Gamma\nB,Bet\nD,Delta\n")
    assert [party.code for party in case.parties] == ["A", "B", "C", "D"]
    assert case.positions == small.positions


@pytest.mark.parametrize("table", TABLES)
def test_each_table_by_itself_changes_nothing_the_second_time(
    small: Case, tmp_path: Path, table: str
) -> None:
    plan = planned(tmp_path, {table: SMALL[table]}, small)
    assert plan.is_empty
    assert plan.summary[0].unchanged > 0
    assert plan.summary[0][1:3] == (0, 0)
    assert list(plan.preview()) == []


def test_stance_columns_one_by_one(small: Case, tmp_path: Path) -> None:
    """A file with one stance column keeps the others, but for an option that it moves."""
    head = "ref,party,issue,from,track"
    case = after(small, tmp_path / "a", positions=f"{head},accepts\np1,A,road,2022,declared,shut\n")
    assert case.positions[0].stances == {"open": Stance.DEMANDS, "shut": Stance.ACCEPTS}
    case = after(small, tmp_path / "b", positions=f"{head},demands\np1,A,road,2022,declared,\n")
    assert case.positions[0].stances == {"shut": Stance.RED_LINE}


def test_a_position_that_moves_to_another_issue_needs_stances_there(small: Case, tmp_path: Path) -> None:
    with pytest.raises(TablesError) as caught:
        planned(tmp_path, {"positions": "ref,party,issue,from\np1,A,flag,2022\n"}, small)
    assert {(problem.column, problem.found) for problem in caught.value.problems} == {
        ("demands", "open"),
        ("red_lines", "shut"),
    }


def test_positions_without_ref_are_matched_by_order(tmp_path: Path, small: Case) -> None:
    head = "party,issue,from,statement"
    three = f"{head}\nA,flag,2022,one\nA,flag,2022,two\nA,flag,2023,three\n"
    case = after(small, tmp_path / "a", positions=three)
    assert [position.ref for position in case.positions] == [
        "p1",
        "p2",
        "a-flag-2022-d",
        "a-flag-2022-d-2",
        "a-flag-2023-d",
    ]
    assert planned(tmp_path / "b", {"positions": three}, case).is_empty
    changed = after(case, tmp_path / "c", positions=f"{head}\nA,flag,2022,one\nA,flag,2022,TWO\n")
    assert [position.statement for position in changed.positions[2:]] == ["one", "TWO", "three"]
    more = after(case, tmp_path / "d", positions=f"{head}\n" + "A,flag,2022,x\n" * 3)
    assert more.positions[-1].ref == "a-flag-2022-d-3"


def test_a_ref_given_elsewhere_in_the_table_is_not_made_again(tmp_path: Path, small: Case) -> None:
    rows = "ref,party,issue,from,statement\n,A,flag,2022,made\na-flag-2022-d,A,flag,2022,given\n"
    case = after(small, tmp_path / "a", positions=rows)
    assert {position.ref: position.statement for position in case.positions[2:]} == {
        "a-flag-2022-d-2": "made",
        "a-flag-2022-d": "given",
    }
    assert planned(tmp_path / "b", {"positions": rows}, case).is_empty


def test_tracks_are_matched_apart(tmp_path: Path, small: Case) -> None:
    rows = (
        "party,issue,track,from,statement\nA,flag,assessed,2022,a\nA,flag,declared,2022,d\nA,flag,,2022,e\n"
    )
    case = after(small, tmp_path / "a", positions=rows)
    assert [position.ref for position in case.positions[2:]] == [
        "a-flag-2022-a",
        "a-flag-2022-d",
        "a-flag-2022-d-2",
    ]
    assert planned(tmp_path / "b", {"positions": rows}, case).is_empty


def test_memberships_are_added_and_changed_and_never_go(tmp_path: Path, small: Case) -> None:
    rows = "code,party,from,until\nG,B,,2021\nG,B,2022,\n"
    group = after(small, tmp_path / "a", groups=rows).groups[0]
    assert group.name == "Both"
    assert [(member.party, str(member.since or ""), str(member.until or "")) for member in group.members] == [
        ("A", "2020", ""),
        ("B", "", "2021"),
        ("B", "2022", ""),
    ]
    renamed = after(small, tmp_path / "b", groups="code,name,party,from\nG,Pair,A,2020\n").groups[0]
    assert (renamed.name, len(renamed.members)) == ("Pair", 2)
    by_party = after(small, tmp_path / "c", groups="code,party,until\nG,A,2023\n").groups[0]
    assert str(by_party.members[0].since) == "2020"
    assert str(by_party.members[0].until) == "2023"


def test_a_key_column_that_is_absent_is_left_alone(tmp_path: Path, small: Case) -> None:
    case = after(small, tmp_path / "a", influences="actor,on,strength\nA,B,4\n")
    assert [(str(one.since), one.strength) for one in case.influences] == [("2021", 4)]
    again = after(small, tmp_path / "b", influences="actor,on,strength,from\nA,B,4,\n")
    assert [(str(one.since or ""), one.strength) for one in again.influences] == [("2021", 3), ("", 4)]


def test_json_rows_may_have_columns_of_their_own(tmp_path: Path, small: Case) -> None:
    path = tmp_path / "t.json"
    path.write_text(
        '{"parties": [{"code": "A", "name": "Alpha"}, {"code": "B", "name": "Beta", "kind": null}]}'
    )
    case = applied(small, plan_import(small, read_tables(path)))
    assert [party.kind for party in case.parties] == [PartyKind.STATE, PartyKind.OTHER]


def test_preview_and_summary(tmp_path: Path, small: Case) -> None:
    plan = planned(
        tmp_path, {"parties": "code,name,kind\nA,Aleph,state\nB,Beta,faction\nC,Gamma,other\n"}, small
    )
    assert plan.summary == (("parties", 1, 1, 1),)
    assert list(plan.preview()) == ["parties A, name: “Alpha” becomes “Aleph”", "parties C: new"]
    added = plan.changes[1]
    assert added.fields["name"] == ("", "Gamma")


def test_record_row_of_a_group_is_one_row(small: Case) -> None:
    assert record_row(small.groups[0]) == {"code": "G", "name": "Both", "party": "A (2020 – …);B"}
    assert record_row(small.positions[0])["red_lines"] == "shut"


class Notebook:
    """Takes down what is written; stands in for an open transaction."""

    def __init__(self) -> None:
        self.written: list[tuple[str, int]] = []

    def put_all(self, records: Iterable[Record]) -> None:
        listed = list(records)
        (table,) = {table_of(record) for record in listed}
        self.written.append((table, len(listed)))


def test_the_operation_writes_each_table_after_those_it_refers_to(tmp_path: Path) -> None:
    operation = planned(tmp_path / "small", SMALL).operation
    notebook = Notebook()
    operation.run(notebook)  # type: ignore[arg-type]
    assert [table for table, _ in notebook.written] == list(WRITING_ORDER)
    places = {table: place for place, (table, _) in enumerate(notebook.written)}
    assert places["parties"] < places["issues"] < places["options"] < places["positions"]
    assert places["sources"] < places["options"]
    assert operation.name == "import"
