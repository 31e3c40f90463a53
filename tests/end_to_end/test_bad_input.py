"""Wrong input: a clear message, exit 1, and nothing written or changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Run

Spoil = Callable[[Path], object]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def change(table: str, old: str, new: str) -> Spoil:
    """Replace a text in a table."""

    def spoil(tables: Path) -> None:
        path = tables / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def add(table: str, line: str) -> Spoil:
    """Add a line to a table."""

    def spoil(tables: Path) -> None:
        with (tables / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return spoil


POSITION = "x,{party},{issue},declared,{since},,{demands},,,{opposes},,,,,,,,,,,,"

SPOILED = {
    "an unknown party": (
        add(
            "positions",
            POSITION.format(party="XYZ", issue="lachin", since="2023", demands="free", opposes=""),
        ),
        ("positions", "row 99", "party", "XYZ"),
    ),
    "an unknown option": (
        add(
            "positions", POSITION.format(party="BAK", issue="lachin", since="2023", demands="nix", opposes="")
        ),
        ("positions", "row 99", "demands", "nix"),
    ),
    "an unknown source": (change("events", ",ART,", ",NOBODY,"), ("events", "sources", "NOBODY")),
    "a stance on an option twice": (
        add(
            "positions",
            POSITION.format(party="BAK", issue="lachin", since="2023", demands="free", opposes="free"),
        ),
        ("positions", "row 99", "free"),
    ),
    "a month that does not exist": (
        add(
            "positions",
            POSITION.format(party="BAK", issue="lachin", since="2023-13", demands="free", opposes=""),
        ),
        ("positions", "row 99", "from", "2023-13"),
    ),
    "a row with a field too few": (add("parties", "ABC,A party"), ("parties", "row 9")),
    "a row with a field too many": (add("parties", "ABC,A,A,state,,public,,more"), ("parties", "row 9")),
    "a code given twice": (
        add("parties", "BAK,Baku again,,state,,public,"),
        ("parties", "row 9", "code", "BAK"),
    ),
    "a quote that never ends": (add("issues", 'late,"never closed'), ("issues",)),
    "a word of no vocabulary": (
        change("parties", "de facto authority", "kingdom"),
        ("parties", "kind", "kingdom"),
    ),
}


@pytest.mark.parametrize("what", SPOILED)
def test_spoiled_tables_make_no_case(what: str, tables: Path, tmp_path: Path, run: Run) -> None:
    spoil, said = SPOILED[what]
    spoil(tables)
    folder = tmp_path / "new"
    folder.mkdir()
    done = run("new", folder / "case.positions", "--from", tables)
    assert (done.status, done.out) == (1, "")
    for part in said:
        assert part in done.err
    assert contents(folder) == {}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("what", SPOILED)
def test_spoiled_tables_change_no_case(what: str, tables: Path, case: Path, run: Run) -> None:
    spoil, said = SPOILED[what]
    spoil(tables)
    before = contents(case.parent)
    done = run("import", case, tables)
    assert (done.status, done.out) == (1, "")
    assert all(part in done.err for part in said)
    assert contents(case.parent) == before


def test_all_errors_come_at_once(tables: Path, tmp_path: Path, run: Run) -> None:
    for what in ("an unknown party", "a row with a field too few", "a word of no vocabulary"):
        SPOILED[what][0](tables)
    done = run("new", tmp_path / "case.positions", "--from", tables)
    assert done.status == 1
    assert all(part in done.err for part in ("XYZ", "kingdom", "parties, row 9"))


def empty_folder(folder: Path) -> Path:
    place = folder / "empty"
    place.mkdir()
    return place


def no_workbook(folder: Path) -> Path:
    place = folder / "tables.xlsx"
    place.write_bytes(b"this is no workbook")
    return place


def no_json(folder: Path) -> Path:
    place = folder / "tables.json"
    place.write_text('{"parties": [', encoding="utf-8")
    return place


def nothing(folder: Path) -> Path:
    return folder / "missing"


@pytest.mark.parametrize("make", [empty_folder, no_workbook, no_json, nothing])
def test_what_holds_no_tables_makes_no_case(make: Callable[[Path], Path], tmp_path: Path, run: Run) -> None:
    tables = make(tmp_path)
    folder = tmp_path / "new"
    folder.mkdir()
    done = run("new", folder / "case.positions", "--from", tables)
    assert (done.status, done.out) == (1, "")
    assert tables.name in done.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("room", "CASE", "--on", "2023-13-01"), "2023-13-01"),
        (("room", "CASE", "--on", "2023-03"), "2023-03"),
        (("standing", "CASE", "--on", "yesterday"), "yesterday"),
        (("standing", "CASE", "--on", "2023-03-20", "--party", "XXX"), "XXX"),
        (("room", "CASE", "--on", "2023-03-20", "--issue", "xxx"), "xxx"),
        (("room", "CASE", "--on", "2023-03-20", "--audience", "party:XXX"), "XXX"),
        (("room", "CASE", "--on", "2023-03-20", "--audience", "everybody"), "everybody"),
        (
            ("standing", "CASE", "--on", "2023-03-20", "--audience", "public", "--issue", "dismissal"),
            "dismissal",
        ),
        (("changes", "CASE", "2023-03-20", "soon"), "soon"),
        (("distance", "CASE", "--on", "20.3.2023"), "20.3.2023"),
        (("history", "CASE", "--record", "nobody"), "nobody"),
        (("history", "CASE", "--audience", "team"), "principal"),
        (("info", "missing.positions"), "missing.positions"),
        (("check", "missing.positions"), "missing.positions"),
        (("import", "CASE", "missing"), "missing"),
        (("info", "CASE", "--passphrase-file", "CASE"), "passphrase"),
        (("info", "CASE", "--passphrase-file", "missing"), "missing"),
        (("new", "CASE"), "already"),
        (("new", "elsewhere/new"), "elsewhere"),
        (("new", "new", "--encrypt"), "--passphrase-file"),
        (("new", "new", "--passphrase-file", "CASE"), "--encrypt"),
        (("protect", "CASE"), "--passphrase-file"),
        (("restore", "CASE", "x"), "no backup"),
        (("merge", "CASE", "missing"), "missing"),
        (("merge", "CASE", "CASE"), "this very case"),
        (("expunge", "CASE", "--text", "Frames the Karabakh"), "--dry-run"),
        (("expunge", "CASE", "--table", "sources", "--key", "TRI20"), "--field"),
        (("expunge", "CASE", "--source", "TRI20", "--audience", "team"), "principal"),
        (("new", "new", "--ordered", "Yes,No"), "--from"),
        (("export", "CASE", "CASE"), "already"),
        (("export", "CASE", "elsewhere/tables"), "elsewhere"),
    ],
)
def test_wrong_values_end_with_1(
    words: tuple[str, ...], said: str, case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    before = contents(case.parent)
    done = run(*(case.name if word == "CASE" else word for word in words))
    assert (done.status, done.out) == (1, "")
    assert said in done.err
    assert contents(case.parent) == before


def test_an_unknown_code_names_those_there_are(case: Path, run: Run) -> None:
    assert "BAK, YER, STP" in run("room", case, "--on", "2023-03-20", "--party", "XXX").err


def test_a_party_out_of_reach_is_an_unknown_code(tables: Path, tmp_path: Path, run: Run) -> None:
    change("parties", "faction,#7F7F7F,public", "faction,#7F7F7F,team")(tables)
    case = tmp_path / "case.positions"
    assert run("new", case, "--from", tables).status == 0
    words = ("standing", case, "--on", "2023-03-20", "--party", "OPP")
    assert run(*words).status == 0
    hidden = run(*words, "--audience", "room")
    assert hidden.status == 1
    assert "Opposition" not in hidden.err
    assert "OPP." not in hidden.err


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("room",),
        ("room", "CASE"),
        ("room", "CASE", "--on"),
        ("room", "CASE", "--on", "2023-03-20", "--nonsense"),
        ("room", "CASE", "--on", "2023-03-20", "--pair"),
        ("room", "CASE", "--on", "2023-03-20", "--basis", "guessed"),
        ("brief", "CASE", "--out", "brief.pdf"),
        ("new", "x", "--form", "diagonal"),
        ("distance", "CASE"),
        ("packages", "CASE", "search"),
        ("restore", "CASE"),
        ("expunge", "CASE"),
        ("merge", "CASE", "x", "--prefer", "nobody"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_ends_with_2(
    words: tuple[str, ...], case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    done = run(*(case.name if word == "CASE" else word for word in words))
    assert (done.status, done.out) == (2, "")
    assert done.err
