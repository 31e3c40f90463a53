"""The long list of positions and the grid."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.workbench.exchange.nasty_cases import applied
from workbench.domain.case import Case
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.vocabulary import Scale, Stance
from workbench.exchange import TablesError, plan_import, read_tables

VOTES = "party,issue,option,date\nX,R1,Yes,2020-01-01\nY,R1,No,2020-01-01\nX,R2,Yes,2021\nY,R2,Abstain,2021\n"
Ordered = Sequence[str] | Mapping[str, float] | None


def long_case(path: Path, text: str, ordered: Ordered = None, case: Case | None = None) -> Case:
    path.write_text(text, encoding="utf-8")
    start = case or Case()
    return applied(start, plan_import(start, read_tables(path, form="long", ordered=ordered)))


def long_problems(path: Path, text: str, ordered: Ordered = None) -> list[tuple[int, str, str]]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(path, form="long", ordered=ordered))
    return [(problem.row, problem.column, problem.found) for problem in caught.value.problems]


def test_votes_become_positions(tmp_path: Path) -> None:
    case = long_case(tmp_path / "v.csv", VOTES)
    assert [(party.code, party.name) for party in case.parties] == [("X", "X"), ("Y", "Y")]
    assert [issue.scale for issue in case.issues] == [Scale.NOMINAL] * 2
    assert [(option.issue, option.code, option.location) for option in case.options] == [
        ("R1", "Yes", None),
        ("R1", "No", None),
        ("R2", "Yes", None),
        ("R2", "Abstain", None),
    ]
    assert [(one.party, one.issue, one.since.text, dict(one.stances)) for one in case.positions] == [
        ("X", "R1", "2020-01-01", {"Yes": Stance.DEMANDS}),
        ("Y", "R1", "2020-01-01", {"No": Stance.DEMANDS}),
        ("X", "R2", "2021", {"Yes": Stance.DEMANDS}),
        ("Y", "R2", "2021", {"Abstain": Stance.DEMANDS}),
    ]
    tables = read_tables(tmp_path / "v.csv", form="long")
    assert plan_import(case, tables).is_empty


def test_ordered_options_stand_at_equal_steps(tmp_path: Path) -> None:
    case = long_case(tmp_path / "v.csv", VOTES, ["Yes", " Abstain", "No"])
    assert {issue.scale for issue in case.issues} == {Scale.ORDERED}
    for issue in ("R1", "R2"):
        places = {option.code: option.location for option in case.options if option.issue == issue}
        assert places == {"Yes": 0, "Abstain": 0.5, "No": 1}
    given = long_case(tmp_path / "v.csv", VOTES, {"Yes": 0, "Abstain": 0.3, "No": 1})
    assert {option.location for option in given.options} == {0, 0.3, 1}


def test_an_issue_on_which_all_agree_has_all_the_ordered_options(tmp_path: Path) -> None:
    text = "party,issue,option,date\nX,R1,Yes,2020\nY,R1,Yes,2020\n"
    assert len(long_case(tmp_path / "v.csv", text, ["Yes", "No"]).options) == 2
    assert long_problems(tmp_path / "v.csv", text) == [(2, "code", "“R1” with one option")]


def test_everything_a_row_can_say(tmp_path: Path) -> None:
    text = (
        "party;issue;option;date;stance;salience;basket;statement;source\n"
        "X;Road;open;2022;demands;80;Movement;Said one.;Report 1:2\n"
        "X;Road;shut;2022;red line;80;Movement;Said two.;Report 2\n"
        "X;Road;half;2022;accepts;;;Said one.;Report 1:2\n"
    )
    case = long_case(tmp_path / "v.csv", text)
    (position,) = case.positions
    assert position.stances == {"open": Stance.DEMANDS, "half": Stance.ACCEPTS, "shut": Stance.RED_LINE}
    assert (position.salience, position.statement) == (80, "Said one.\nSaid two.")
    assert [(one.code, one.credibility) for one in position.sources] == [("Report 1", 2), ("Report 2", None)]
    assert [source.title for source in case.sources] == ["Report 1", "Report 2"]
    assert case.issues[0].basket == "Movement"


def test_names_in_the_case_are_left_alone(tmp_path: Path) -> None:
    case = long_case(tmp_path / "v.csv", VOTES, case=Case(parties=(Party("X", "Xanadu"),)))
    assert [party.name for party in case.parties] == ["Xanadu", "Y"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Y,R1,No,2020-13", (3, "date", "2020-13")),
        (",R1,No,2020", (3, "party", "")),
        ("Y,R1,,2020", (3, "option", "")),
        ("Y,R1,No", (3, "", "3 fields")),
        ("Y,a=b,No,2020", (3, "issue", "a=b")),
        ("X,R1,Yes,2020-01-01", (3, "option", "Yes")),
    ],
)
def test_problems_bear_the_rows_of_the_file(tmp_path: Path, row: str, problem: tuple[int, str, str]) -> None:
    text = "party,issue,option,date\nX,R1,Yes,2020-01-01\n" + row + "\nZ,R1,No,2020-01-01\n"
    assert long_problems(tmp_path / "v.csv", text) == [problem]


def test_wrong_columns_and_words(tmp_path: Path) -> None:
    assert long_problems(tmp_path / "v.csv", "party,issue,option\nX,R1,Yes\n") == [(1, "date", "")]
    text = VOTES.replace("R2,Yes", "R2,Yess")
    assert long_problems(tmp_path / "v.csv", text, ["Yes", "Abstain", "No"]) == [(4, "option", "Yess")]
    head = "party,issue,option,date,stance,salience\n"
    text = head + "X,R,a,2020,wants,\nX,R,b,2020,,50\nX,R,c,2020,opposes,60\nX,R,d,2020,,200\n"
    assert long_problems(tmp_path / "v.csv", text) == [
        (2, "stance", "wants"),
        (4, "salience", "60"),
        (5, "salience", "200"),
    ]


@pytest.mark.parametrize("ordered", [["Yes"], ["Yes", "Yes"], ["Yes", ""], {"Yes": 0, "No": 2}])
def test_an_order_that_is_none(tmp_path: Path, ordered: Ordered) -> None:
    assert [column for _, column, _ in long_problems(tmp_path / "v.csv", VOTES, ordered)] == [""]


def test_packed_files(tmp_path: Path) -> None:
    (tmp_path / "v.csv.gz").write_bytes(gzip.compress(VOTES.encode()))
    tables = read_tables(tmp_path / "v.csv.gz", form="long")
    assert len(tables.tables["positions"].rows) == 4
    (tmp_path / "v.csv.gz").write_bytes(gzip.compress(VOTES.encode())[:40])
    with pytest.raises(TablesError, match="cannot be read"):
        read_tables(tmp_path / "v.csv.gz", form="long")
    with pytest.raises(TablesError, match="no such file"):
        read_tables(tmp_path / "w.csv.gz", form="long")


def test_a_grid_as_csv_and_as_workbook(tmp_path: Path) -> None:
    rows = [["", "Road", "Flag"], ["X", "open", "yes"], ["Y", "shut", None], ["Z", "open", "no"]]
    (tmp_path / "g.csv").write_text("".join(",".join(cell or "" for cell in row) + "\n" for row in rows))
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    cases = []
    for name in ("g.csv", "g.xlsx"):
        tables = read_tables(tmp_path / name, form="grid", date="2023-03")
        cases.append(applied(Case(), plan_import(Case(), tables)))
    assert cases[0] == cases[1]
    assert [(one.party, one.issue, one.since.text, *one.stances) for one in cases[0].positions] == [
        ("X", "Road", "2023-03", "open"),
        ("X", "Flag", "2023-03", "yes"),
        ("Y", "Road", "2023-03", "shut"),
        ("Z", "Road", "2023-03", "open"),
        ("Z", "Flag", "2023-03", "no"),
    ]


def test_a_grid_without_date_or_issues(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("party,Road\nX,open\nY,shut\n")
    with pytest.raises(TablesError, match="the date since when"):
        read_tables(tmp_path / "g.csv", form="grid")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path / "g.csv", form="grid", date="soon"))
    assert caught.value.problems[0].found == "soon"
    (tmp_path / "g.csv").write_text("party\n")
    with pytest.raises(TablesError, match="one issue a column"):
        read_tables(tmp_path / "g.csv", form="grid", date="2023")


def test_a_grid_may_name_options_by_the_labels_of_the_case(tmp_path: Path) -> None:
    case = Case(
        parties=(Party("X", "X"),),
        issues=(Issue("Road", "Road"), Issue("Flag", "Flag")),
        options=(
            Option("Road", "o", "Open to all"),
            Option("Road", "s", "Shut"),
            Option("Road", "S", "Shut at night"),
            Option("Flag", "a", "The same"),
            Option("Flag", "b", "The same"),
            Option("Flag", "Open to all", "Another"),
        ),
    )
    grid = "party,Road,Flag\nX,open to all,Open to all\nY,s,The same\nZ,Half,a\n"
    (tmp_path / "g.csv").write_text(grid)
    tables = read_tables(tmp_path / "g.csv", form="grid", date="2023")
    after = applied(case, plan_import(case, tables))
    assert [(one.party, one.issue, *one.stances) for one in after.positions] == [
        ("X", "Road", "o"),
        ("X", "Flag", "Open to all"),
        ("Y", "Road", "s"),
        ("Y", "Flag", "The same"),
        ("Z", "Road", "Half"),
        ("Z", "Flag", "a"),
    ]
    assert [option.code for option in after.options] == [
        *("o", "s", "S", "a", "b", "Open to all"),
        *("The same", "Half"),
    ]
    assert after.options[:6] == case.options
    assert plan_import(after, tables).is_empty


def test_two_names_of_one_option_in_a_grid_are_one_option(tmp_path: Path) -> None:
    options = (Option("Road", "o", "Open"), Option("Road", "s", "Shut"))
    case = Case(issues=(Issue("Road", "Road"),), options=options)
    (tmp_path / "g.csv").write_text("party,Road\nX,Open\nY,o\nZ,OPEN\n")
    after = applied(case, plan_import(case, read_tables(tmp_path / "g.csv", form="grid", date="2023")))
    assert after.options == options
    assert {tuple(one.stances) for one in after.positions} == {("o",)}
