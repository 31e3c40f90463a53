"""Bad input: every fault is named with table, row, column, what was found and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.exchange.small_tables import SMALL, planned, write
from workbench.domain.case import Case
from workbench.exchange import Problem, TablesError, plan_import, read_tables
from workbench.exchange.columns import SPECS


def problems(folder: Path, tables: dict[str, str]) -> tuple[Problem, ...]:
    with pytest.raises(TablesError) as caught:
        planned(folder, tables)
    return caught.value.problems


def test_small_tables_are_right(tmp_path: Path) -> None:
    plan = planned(tmp_path, SMALL)
    assert {line.table: line.added for line in plan.summary} == {
        "case": 2,
        "parties": 2,
        "groups": 1,
        "issues": 2,
        "options": 4,
        "sources": 2,
        "positions": 2,
        "linkages": 1,
        "events": 1,
        "terms": 2,
        "packages": 1,
        "influences": 1,
        "judgements": 1,
    }


# Table, text to replace, its replacement; then row, column, found, and a part of what was expected.
CELLS = [
    ("case", "as_of,2023-03-20", "as_of,2023-03", 3, "value", "2023-03", "a full date"),
    ("parties", "B,Beta,faction", "B,Beta,kingdom", 3, "kind", "kingdom", "state, de facto authority"),
    ("parties", "#0072B2", "blue", 2, "colour", "blue", "#0072B2"),
    ("parties", "B,Beta", "B,", 3, "name", "", "a value for name"),
    ("parties", "B,Beta", "A,Beta", 3, "code", "A", "row 2 has it already"),
    ("groups", "G,Both,B,", "G,Other,B,", 3, "name", "Other", "“Both”"),
    ("groups", "G,Both,B,", "G,Both,,", 3, "party", "", "a value for party"),
    ("groups", "G,Both,B,", "G,Both,A,2020", 3, "code", "G / A / 2020", "row 2"),
    ("groups", "G,Both,B,", "G,Both,Z,", 3, "party", "Z", "a party of the case (A, B)"),
    ("issues", "substance", "matter", 2, "kind", "matter", "substance, procedure, norm, fact"),
    ("issues", "A;B", "A;Q", 2, "needed", "Q", "a party"),
    ("issues", "A;B", "A;B;A", 2, "needed", "A;B;A", "each code once"),
    ("options", "shut,Shut,1", "shut,Shut,1.01", 3, "location", "1.01", "from 0 to 1"),
    ("options", "shut,Shut,1", "shut,Shut,nan", 3, "location", "nan", "from 0 to 1"),
    ("options", "shut,Shut,1", "shut,Shut,inf", 3, "location", "inf", "from 0 to 1"),
    ("options", "flag,no,No", "flag,yes,No", 5, "code", "flag / yes", "row 4"),
    ("options", "flag,no,No", "sea,no,No", 5, "issue", "sea", "an issue of the case (road, flag)"),
    ("options", "S1:2@p. 3", "S1:2;S9", 2, "sources", "S9", "a source of the case (S1, S2)"),
    ("options", "1,A,", "1,Z,", 3, "known_to", "Z", "a party"),
    ("sources", "2022-03~", "2022-13", 3, "date", "2022-13", "a month and a day that exist"),
    ("sources", "on record", "hearsay", 2, "terms", "hearsay", "on record, background"),
    ("sources", ",A\n", ",G\n", 2, "reliability", "G", "A, B, C, D, E, F"),
    ("sources", "S2,", "S2:3,", 3, "code", "S2:3", ":1 to :6"),
    ("positions", "p1,A,road,declared,2022,", "p1,A,road,declared,,", 2, "from", "", "a value for from"),
    (
        "positions",
        "p1,A,road,declared,2022,",
        "p1,A,road,declared,2023-02-30,",
        2,
        "from",
        "2023-02-30",
        "exist",
    ),
    ("positions", "p1,A", "p1,Z", 2, "party", "Z", "a party of the case (A, B)"),
    ("positions", "p1,A,road", "p1,A,sea", 2, "issue", "sea", "an issue of the case (road, flag)"),
    ("positions", "open,,,,shut", "open,,,,gate", 2, "red_lines", "gate", "of the issue “road” (open, shut)"),
    ("positions", "open,,,,shut", "open,,,,yes", 2, "red_lines", "yes", "of the issue “road” (open, shut)"),
    ("positions", "open,,,,shut", "open,,,,open", 2, "red_lines", "open", "it stands in demands"),
    ("positions", "open,,,,shut", "open;open,,,,shut", 2, "demands", "open;open", "each code once"),
    ("positions", ",60,", ",101,", 2, "salience", "101", "from 0 to 100"),
    ("positions", ",60,", ",-1,", 2, "salience", "-1", "from 0 to 100"),
    ("positions", ",60,", ",high,", 2, "salience", "high", "from 0 to 100"),
    ("positions", ",60,", ",NaN,", 2, "salience", "NaN", "from 0 to 100"),
    ("positions", ",60,", ",1_0,", 2, "salience", "1_0", "from 0 to 100"),
    ("positions", "2022-03-15,2023", "2022-03-15,2021", 3, "until", "2021", "not before 2022-03-15"),
    ("positions", "S1:1@art. 6", "S1:7@art. 6", 3, "sources", "S1:7", "a source"),
    ("positions", "p2,", "p1,", 3, "ref", "p1", "row 2"),
    ("positions", "assessed", "guessed", 3, "track", "guessed", "declared, assessed"),
    ("positions", "60,B", "60,B;Z", 2, "known_to", "Z", "a party"),
    ("linkages", "requires", "needs", 2, "kind", "needs", "requires, excludes"),
    ("linkages", "open,flag,yes", "open,flag,shut", 2, "then_option", "shut", "“flag” (yes, no)"),
    ("linkages", "L1,A", "L1,Z", 2, "party", "Z", "a party"),
    ("linkages", "red line,2022,", "red line,2022,2020", 2, "until", "2020", "not before 2022"),
    ("events", "2022-02-24,,", "2022-02-24,2022-02-23,", 2, "until", "2022-02-23", "not before 2022-02-24"),
    ("events", "A;B,road", "A;B,sea", 2, "issues", "sea", "an issue"),
    ("terms", "party:A", "party:Z", 2, "subject", "party:Z", "a party of the case"),
    ("terms", "party:A", "topic:A", 2, "subject", "topic:A", "party:CODE, issue:CODE or free"),
    ("terms", "Alef", "", 2, "term", "", "a value for term"),
    ("packages", "road=open", "road:open", 2, "choices", "road:open", "issue=option"),
    ("packages", "road=open", "sea=open", 2, "choices", "sea", "an issue"),
    ("packages", "road=open", "road=yes", 2, "choices", "road=yes", "“road” (open, shut)"),
    ("packages", "road=open", "flag=no", 2, "choices", "flag=yes", "stands twice"),
    ("influences", ",3,", ",4.5,", 2, "strength", "4.5", "from 0 to 4"),
    ("influences", ",3,", ",,", 2, "strength", "", "a value for strength"),
    ("judgements", "compatible", "unknown", 2, "level", "unknown", "aligned, compatible, bridgeable"),
    ("judgements", "A;B", ";", 2, "parties", ";", "a value for parties"),
]
RENAMED = ("B,Beta", "flag,no,No", "S2,")
"""Where a code goes, and what names it becomes a problem too."""


@pytest.mark.parametrize(("table", "old", "new", "row", "column", "found", "expected"), CELLS)
def test_a_wrong_cell_is_one_problem(
    tmp_path: Path, table: str, old: str, new: str, row: int, column: str, found: str, expected: str
) -> None:
    assert old in SMALL[table]
    found_problems = problems(tmp_path, SMALL | {table: SMALL[table].replace(old, new, 1)})
    (problem,) = (one for one in found_problems if (one.table, one.row, one.column) == (table, row, column))
    assert len(found_problems) == 1 or old in RENAMED
    assert problem.found == found
    assert expected in problem.expected
    for part in (table, f"row {row}", f"column {column}", expected):
        assert part in str(problem)


@pytest.mark.parametrize(
    ("table", "column"), [(spec.name, column) for spec in SPECS.values() for column in spec.required]
)
def test_every_required_column_is_asked_for(tmp_path: Path, table: str, column: str) -> None:
    text = SMALL[table].replace(column, f"x_{column}", 1)
    found = problems(tmp_path, SMALL | {table: text})
    assert Problem(table, 1, column, "", f"a column {column}") in found
    assert {problem.row for problem in found if problem.table == table} == {1}


def test_all_problems_come_at_once_in_the_order_of_the_tables(tmp_path: Path) -> None:
    spoiled = dict(SMALL)
    for table, old, new, *_ in CELLS:
        if table in ("parties", "sources", "positions", "judgements") and spoiled[table] == SMALL[table]:
            spoiled[table] = SMALL[table].replace(old, new, 1)
    found = problems(tmp_path, spoiled)
    assert [problem.table for problem in found] == ["parties", "sources", "positions", "judgements"]


def test_the_text_of_the_error_has_a_line_for_each_problem(tmp_path: Path) -> None:
    text = SMALL["parties"].replace("state", "kingdom").replace("faction", "gang")
    with pytest.raises(TablesError) as caught:
        planned(tmp_path, SMALL | {"parties": text})
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("parties, row 2, column kind: found “kingdom”, expected one of state,")


def test_one_broken_row_is_not_many_problems(tmp_path: Path) -> None:
    """The code of a row that is wrong otherwise is known all the same."""
    text = SMALL["parties"].replace("A,Alpha,state,#0072B2", "A,Alpha,state")
    (problem,) = problems(tmp_path, SMALL | {"parties": text})
    assert (problem.table, problem.row, problem.found) == ("parties", 2, "3 fields")
    assert problem.expected == "4 fields, as in the header"


def test_a_field_too_many(tmp_path: Path) -> None:
    text = SMALL["parties"].replace("A,Alpha,state,#0072B2", "A,Alpha,state,#0072B2,more")
    (problem,) = problems(tmp_path, SMALL | {"parties": text})
    assert (problem.table, problem.row, problem.found) == ("parties", 2, "5 fields")


@pytest.mark.parametrize(
    ("row", "found"), [('A,"Alpha,state,#0072B2', "never closed"), ('A,"Al"pha,state,#0072B2', "text after")]
)
def test_a_broken_quote_is_one_problem(tmp_path: Path, row: str, found: str) -> None:
    text = SMALL["parties"].replace("A,Alpha,state,#0072B2", row)
    (problem,) = problems(tmp_path, SMALL | {"parties": text})
    assert (problem.table, problem.row) == ("parties", 2)
    assert found in problem.found


def test_a_column_twice(tmp_path: Path) -> None:
    text = SMALL["parties"].replace("kind", "name")
    found = problems(tmp_path, SMALL | {"parties": text})
    assert found[0] == Problem("parties", 1, "name", "name", "each column once")


@pytest.mark.parametrize("options", ["issue,code,label\nroad,open,Open\n", "issue,code,label\n", None])
def test_an_issue_needs_two_options(tmp_path: Path, options: str | None) -> None:
    tables = {"issues": "code,title\nroad,The road\n"}
    (problem,) = problems(tmp_path, tables | ({"options": options} if options else {}))
    assert (problem.table, problem.row, problem.column) == ("issues", 2, "code")
    assert "“road” with" in problem.found


def test_the_second_option_may_be_in_the_case_already(tmp_path: Path) -> None:
    whole = {"issues": "code,title\nroad,The road\n", "options": "issue,code,label\nroad,a,A\nroad,b,B\n"}
    plan = planned(tmp_path, whole)
    case = Case(issues=plan.records["issues"], options=plan.records["options"])  # type: ignore[arg-type]
    again = plan_import(case, read_tables(write(tmp_path / "t", {"issues": "code,title\nroad,Road\n"})))
    assert [line.changed for line in again.summary] == [1]


def test_control_signs_are_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"parties": "code,name\nA,Al\x07pha\n"})
    assert (problem.column, problem.expected) == ("name", "text without control characters")


def test_a_cell_under_no_column_name(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"parties": "code,name,\nA,Alpha,\nB,Beta,lost\n"})
    assert (problem.row, problem.found) == (3, "lost")


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    text = 'code,name,kind\nA,"two\nlines",state\n\nB,Beta,gang\n'
    (problem,) = problems(tmp_path, {"parties": text})
    assert problem.row == 4
