"""Files that are no tables, and everything a table may come in."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.workbench.exchange.nasty_cases import applied
from tests.workbench.exchange.small_tables import SMALL, planned, write
from workbench.domain.case import Case
from workbench.exchange import TablesError, plan_import, read_tables
from workbench.exchange.decoding import decode

NAMES = "code,name\nA,Zażółć gęślą jaźń\nB,Łódź – żądania\n"


def case_of(path: Path) -> Case:
    return applied(Case(), plan_import(Case(), read_tables(path)))


def refusal(path: Path) -> str:
    with pytest.raises(TablesError) as caught:
        read_tables(path)
    return str(caught.value)


def test_what_is_no_table_is_told_apart(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "an empty folder" in refusal(empty)
    assert "no such file" in refusal(tmp_path / "nowhere")
    (empty / "notes.txt").write_text("hello")
    assert "no table" in refusal(empty)
    (tmp_path / "case.docx").write_bytes(b"PK")
    assert "another kind" in refusal(tmp_path / "case.docx")
    (tmp_path / "votes.csv").write_text("party,issue\n")
    assert "--form long" in refusal(tmp_path / "votes.csv")


@pytest.mark.parametrize(
    "content", [b"", b"code,name\nA,Alpha\n", b"PK\x03\x04 and then nothing", b"\xd0\xcf\x11\xe0" * 200]
)
def test_a_workbook_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tables.xlsx"
    path.write_bytes(content)
    assert "an XLSX workbook" in refusal(path)


def test_a_damaged_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "parties"
    for number in range(200):
        book.active.append([f"code {number}", "name"])
    book.save(tmp_path / "t.xlsx")
    whole = (tmp_path / "t.xlsx").read_bytes()
    for cut in range(200, len(whole), 700):
        (tmp_path / "t.xlsx").write_bytes(whole[:cut])
        assert "an XLSX workbook" in refusal(tmp_path / "t.xlsx")
        (tmp_path / "t.xlsx").write_bytes(whole[:cut] + b"\0" * 50 + whole[cut + 50 :])
        try:
            tables = read_tables(tmp_path / "t.xlsx")
            plan_import(Case(), tables)
        except TablesError:
            continue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", "a list"),
        ('"parties"', "a text"),
        ('{"parties": [], "parties": []}', "“parties” twice"),
        ("{}", "no table"),
        ('{"nations": []}', "no table"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_json_of_the_wrong_shape(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "t.json").write_text(text)
    assert found in refusal(tmp_path / "t.json")


@pytest.mark.parametrize(
    ("rows", "row", "column", "found"),
    [
        ({}, 0, "", "an object"),
        (["A"], 1, "", "a text"),
        ([{"code": "A"}], 1, "name", ""),
        ([{"code": "A", "name": {"en": "Alpha"}}], 1, "name", "an object"),
        ([{"code": "A", "name": ["Alpha"]}], 1, "name", "a list"),
        ([{"code": "A", "name": True}], 1, "name", "true or false"),
        ([{"code": "A", "name": "Alpha"}, {"code": "B", "name": "Beta", "kind": "gang"}], 2, "kind", "gang"),
    ],
)
def test_json_rows_of_the_wrong_shape(
    tmp_path: Path, rows: object, row: int, column: str, found: str
) -> None:
    (tmp_path / "t.json").write_text(json.dumps({"parties": rows}))
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path / "t.json"))
    (problem,) = caught.value.problems
    assert (problem.table, problem.row, problem.column, problem.found) == ("parties", row, column, found)


def test_json_takes_numbers_and_lists(tmp_path: Path) -> None:
    tables = {
        "parties": [{"code": "A", "name": "Alpha"}, {"code": 7, "name": "Seven"}],
        "issues": [{"code": "road", "title": "Road", "needed": ["A", 7]}],
        "options": [
            {"issue": "road", "code": "a", "label": "a", "location": 0},
            {"issue": "road", "code": "b", "label": "b", "location": 0.25},
        ],
        "positions": [
            {
                "party": "A",
                "issue": "road",
                "from": 2022,
                "demands": ["a", "b"],
                "salience": 45.0,
                "interest": None,
            }
        ],
        "packages": [{"code": "K", "title": "K", "choices": ["road=a"]}],
    }
    (tmp_path / "t.json").write_text(json.dumps(tables))
    case = case_of(tmp_path / "t.json")
    assert case.issues[0].needed == ("A", "7")
    assert [option.location for option in case.options] == [0, 0.25]
    assert list(case.positions[0].stances) == ["a", "b"]
    assert (case.positions[0].since.text, case.positions[0].salience) == ("2022", 45)
    assert case.packages[0].choices == {"road": "a"}


def test_workbook_cells_come_as_one_would_type_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    positions = book.active
    positions.title = "Positions"
    positions.append(["party", "issue", "from", "until", "demands", "salience", "statement"])
    positions.append(["A", 1, date(2022, 3, 15), datetime(2023, 1, 1), "a", 45.0, 300])  # noqa: DTZ001
    positions.append(["A", 1, 2024, None, None, 0.1, None])
    positions.append([None, "", None, None, None, None, "  "])
    issues = book.create_sheet("issues")
    issues.append([None])
    issues.append(["code", "title"])
    issues.append([1, "One"])
    book.create_sheet("options").append(["issue", "code", "label"])
    for code in "ab":
        book["options"].append([1, code, code.upper()])
    book.create_sheet("parties").append(["code", "name"])
    book["parties"].append(["A", "Alpha"])
    book.create_sheet("Notes").append(["anything"])
    book.create_sheet("events")
    book.save(tmp_path / "t.xlsx")
    tables = read_tables(tmp_path / "t.xlsx")
    assert len(tables.notices) == 2
    assert "Notes" in tables.notices[0]
    case = applied(Case(), plan_import(Case(), tables))
    first, second = case.positions
    assert (first.issue, first.since.text, str(first.until), first.salience) == (
        "1",
        "2022-03-15",
        "2023-01-01",
        45,
    )
    assert first.statement == "300"
    assert (second.since.text, second.salience, second.statement) == ("2024", 0.1, "")


def test_problems_of_a_workbook_bear_its_row_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "parties"
    for row in ([], ["code", "name", "kind"], [], ["A", "Alpha", "gang"], ["B", "Beta", None, "lost"]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path / "t.xlsx"))
    assert [(problem.row, problem.found) for problem in caught.value.problems] == [
        (4, "gang"),
        (5, "4 fields"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_separators(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    names = {
        "cp1250": ("Rzeczpospolita Polska – żądania łączności", "Česká republika žádá průchod"),
        "cp1251": ("Российская Федерация", "Республика Казахстан"),
        "cp1252": ("République française: l’accès", "Österreich wünscht Öffnung"),
    }.get(encoding, ("Ստեփանակերտ", "Xankəndi"))
    lines = [["code", "name", "notes"], ["A", names[0], 'a, b; c "d"'], ["B", names[1], "x\ty"]]
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines]
    (tmp_path / "parties.csv").write_bytes((end.join(quoted) + end).encode(encoding))
    tables = read_tables(tmp_path)
    case = applied(Case(), plan_import(Case(), tables))
    assert tuple(party.name for party in case.parties) == names
    assert [party.notes for party in case.parties] == ['a, b; c "d"', "x\ty"]
    assert bool(tables.notices) == encoding.startswith("cp")


def test_the_other_files_help_to_tell_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_bytes("code,name\nA,Łódź\n".encode("cp1250"))
    text = "code,title,question\nroad,Droga,Czy droga będzie otwarta? Żądania są różne, ścieżek też nie ma.\n"
    (tmp_path / "issues.csv").write_bytes(text.encode("cp1250"))
    tables = read_tables(tmp_path)
    assert tables.tables["parties"].rows[0][1] == "Łódź"
    assert any("Windows-1250" in notice for notice in tables.notices)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Баку;Коридор;Открыт\nЕреван;Коридор;Закрыт"),
        ("cp1251", "Степанакерт,Лачин,Свободен"),
        ("cp1253", "Αθήνα;Διάδρομος;Ανοιχτός\nΛευκωσία;Διάδρομος;Κλειστός"),
        ("cp1250", "Łódź;Przejście;Otwarte\nGdańsk;Przejście;Zamknięte"),
    ],
)
def test_a_few_words_tell_the_encoding(encoding: str, words: str) -> None:
    text = f"party;issue;option\n{words}\n"
    assert decode(text.encode(encoding)).text == text


def test_every_text_is_read_somehow() -> None:
    for data in (bytes(range(256)), b"\x81\x8d\x8f\x90\x9d", b"\xff"):
        assert decode(data).text


def test_separator_is_told_by_the_header_not_by_the_texts(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("code;name\nA;one, two, three, four\n")
    assert case_of(tmp_path).parties[0].name == "one, two, three, four"
    (tmp_path / "parties.csv").write_text("sep=;\ncode;name\nA;one\n")
    assert case_of(tmp_path).parties[0].name == "one"


def test_decimal_commas_are_read(tmp_path: Path) -> None:
    options = SMALL["options"].replace(",", ";").replace(";0;", ";0,25;")
    case = applied(Case(), planned(tmp_path, SMALL | {"options": options}))
    assert case.options[0].location == 0.25


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"parties": "code,name,Mood\nA,Alpha,good\n", "nations": "code\n"})
    (tmp_path / "README.md").write_text("notes")
    (tmp_path / ".hidden").write_text("")
    plan = plan_import(Case(), read_tables(tmp_path))
    assert plan.notices == (
        "README.md is no table and was not read.",
        "nations.csv is no table and was not read.",
        "parties: column “Mood” is not known and was not read.",
    )


def test_ordered_issue_without_locations_is_mentioned(tmp_path: Path) -> None:
    options = SMALL["options"].replace("shut,Shut,1", "shut,Shut,")
    (notice,) = planned(tmp_path, SMALL | {"options": options}).notices
    assert "“road” is ordered" in notice


def test_headers_may_be_written_large(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "Parties.CSV").write_text("Code, Name \nA,Alpha\n,\n\n")
    assert [party.code for party in case_of(tmp_path).parties] == ["A"]


def test_a_table_by_itself(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("code,name\nA,Alpha\n")
    assert [party.code for party in case_of(tmp_path / "parties.csv").parties] == ["A"]


def test_an_empty_table_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path))
    assert "parties, row 1: found nothing, expected a header with code, name" in str(caught.value)


def test_formulas_are_read_by_their_results(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as book:
        sheet = book.add_worksheet("parties")
        for row, cells in enumerate((["code", "name", "notes"], ["A", "Alpha"], ["B", "Beta"])):
            sheet.write_row(row, 0, cells)
        sheet.write_formula("C2", '="a"&"b"', None, "ab")
        sheet.write_formula("C3", "=1/0", None, "#DIV/0!")
        book.add_worksheet("Notes").write_formula("A1", "=1/0", None, "#DIV/0!")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path / "t.xlsx"))
    (problem,) = caught.value.problems
    assert (problem.table, problem.row, problem.found) == ("parties", 3, "#DIV/0!")


def test_a_formula_without_its_result_is_not_an_empty_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "parties"
    for row in (["code", "name", "notes"], ["A", "Alpha", '="a"&"b"']):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(TablesError) as caught:
        plan_import(Case(), read_tables(tmp_path / "t.xlsx"))
    (problem,) = caught.value.problems
    assert (problem.table, problem.row, problem.found) == ("parties", 2, '="a"&"b"')
