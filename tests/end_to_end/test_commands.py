"""Commands on the sample: exact keys, known facts, tables out and in again."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from db.case_file import open_case
from db.revision import HEAD
from tests.end_to_end.conftest import SAMPLE, Run
from tests.end_to_end.test_bad_input import contents
from ui.commandline.picture_order import LENSES
from workbench.domain.dates import parse_date
from workbench.domain.position import Position
from workbench.operations import PutRecord, RecordPosition

DAY = ("--on", "2023-03-20")


def cell(run: Run, case: Path, *words: str) -> Any:
    """The one cell of a room."""
    (only,) = run("room", case, *DAY, "--json", *words).data["cells"]
    return only


def test_lachin_over_all_holders(case: Path, run: Run) -> None:
    room = cell(run, case, "--issue", "lachin")
    assert (room["level"], room["at"], room["open"], room["possible"]) == ("bridgeable", ["scan"], True, 1)
    assert room["silent"] == ["EU", "THR", "OPP"]


def test_mandate_and_talks(case: Path, run: Run) -> None:
    mandate, talks = cell(run, case, "--issue", "mandate"), cell(run, case, "--issue", "talks")
    assert (mandate["level"], mandate["at"]) == ("conflicting", ["intl"])
    assert (talks["level"], talks["at"]) == ("compatible", ["direct"])


def test_baku_and_stepanakert(case: Path, run: Run) -> None:
    two = ("--party", "STP", "--party", "BAK")
    assert cell(run, case, *two, "--issue", "borders")["level"] == "deadlocked"
    declared = cell(run, case, *two, "--issue", "lachin", "--basis", "declared")
    assert declared["level"] == "conflicting"
    assert declared["parties"] == ["BAK", "STP"]


def test_the_judgement_stands_in_the_cell_of_exactly_its_parties(case: Path, run: Run) -> None:
    two = ("--party", "STP", "--party", "BAK", "--issue", "interlocutor")
    judgement = cell(run, case, *two)["judgement"]
    assert (judgement["code"], judgement["level"]) == ("j-interlocutor", "aligned")
    assert cell(run, case, *two, "--party", "YER")["judgement"] is None
    assert cell(run, case, *two, "--audience", "room")["judgement"] is None


def test_the_keys_are_as_promised(case: Path, run: Run) -> None:
    standing = run("standing", case, *DAY, "--json").data
    assert list(standing) == ["on", "basis", "audience", "positions"]
    assert {tuple(own) for own in standing["positions"]} == {
        ("ref", "party", "issue", "track", "from", "stances", "salience", "confidence", "review")
    }
    room = run("room", case, *DAY, "--json").data
    assert list(room) == ["on", "basis", "audience", "cells"]
    assert {tuple(own) for own in room["cells"]} == {
        ("issue", "parties", "silent", "room", "level", "possible", "at", "open", "judgement")
    }
    questions = run("questions", case, *DAY, "--json").data
    assert list(questions) == ["questions"]
    assert {tuple(own) for own in questions["questions"]} == {
        ("issue", "option", "ask", "room", "possible", "gain", "salience")
    }
    distance = run("distance", case, *DAY, "--json").data
    assert list(distance) == ["on", "weights", "pairs"]
    assert {tuple(own) for own in distance["pairs"]} == {("a", "b", "distance", "agreement", "issues")}
    changes = run("changes", case, "2022-03-20", "2023-03-20", "--json").data
    assert list(changes) == ["changes"]
    assert {tuple(own) for own in changes["changes"]} == {
        (
            "party",
            "issue",
            "track",
            "kind",
            "from_ref",
            "to_ref",
            "rose",
            "fell",
            "no_longer_stated",
        )
    }


def test_numbers_are_whole_where_they_are_whole(case: Path, run: Run) -> None:
    found = run("standing", case, *DAY, "--json", "--party", "BAK", "--issue", "lachin")
    assert '"salience": 80,' in found.out
    assert '"salience": null' in run("standing", case, *DAY, "--json", "--audience", "public").out


def test_answers_stand_in_the_order_of_the_case_whatever_was_asked(case: Path, run: Run) -> None:
    asked = ("--party", "MOW", "--party", "BAK", "--party", "MOW", "--issue", "talks", "--issue", "lachin")
    standing = run("standing", case, *DAY, "--json", *asked).data["positions"]
    assert [(own["party"], own["issue"]) for own in standing] == [
        (party, issue) for party in ("BAK", "MOW") for issue in ("lachin", "talks")
    ]
    cells = run("room", case, *DAY, "--json", "--pairs", *asked).data["cells"]
    assert [(own["issue"], own["parties"]) for own in cells] == [
        ("lachin", ["BAK", "MOW"]),
        ("talks", ["BAK", "MOW"]),
    ]


def test_an_audience_gets_nothing_that_is_not_for_it(case: Path, run: Run) -> None:
    for command in ("standing", "room"):
        assert "scan" not in run(command, case, *DAY, "--audience", "team").out
        assert "scan" in run(command, case, *DAY).out
    baku = run("standing", case, *DAY, "--audience", "party:BAK", "--party", "STP", "--issue", "lachin")
    assert "scan" in baku.out
    moscow = run("standing", case, *DAY, "--audience", "party:MOW", "--party", "STP", "--issue", "lachin")
    assert "scan" not in moscow.out


def test_without_json_a_table_shows_mark_and_word(case: Path, run: Run) -> None:
    out = run("room", case, *DAY, "--issue", "lachin").out
    assert "~ bridgeable" in out
    assert "possible ✓ compatible" in out
    assert "\x1b" not in out
    assert "…" not in out


@pytest.mark.parametrize("dest", ["out", "out.xlsx", "out.json"])
def test_vault_goes_out_and_comes_in_again_the_same(dest: str, case: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", case, tmp_path / dest, "--audience", "vault").status == 0
    assert run("new", tmp_path / "again", "--from", tmp_path / dest).status == 0
    assert run("export", tmp_path / "again.positions", tmp_path / "last", "--audience", "vault").status == 0
    assert contents(tmp_path / "last") == contents(SAMPLE)


def test_importing_the_same_tables_again_changes_not_a_byte(case: Path, run: Run) -> None:
    before = contents(case.parent)
    done = run("import", case, SAMPLE, "--json")
    assert done.status == 0
    assert {own["added"] + own["changed"] for own in done.data["tables"]} == {0}
    assert contents(case.parent) == before


def test_a_dry_run_says_what_would_change_and_changes_nothing(case: Path, tables: Path, run: Run) -> None:
    text = (tables / "parties.csv").read_text(encoding="utf-8")
    (tables / "parties.csv").write_text(
        text.replace("Russian Federation,Moscow", "Russia,Moscow"), encoding="utf-8"
    )
    before = contents(case.parent)
    done = run("import", case, tables, "--dry-run")
    assert done.status == 0
    assert "“Russian Federation” becomes “Russia”" in done.out
    assert contents(case.parent) == before
    assert run("import", case, tables).status == 0
    assert run("export", case, tables.parent / "out.json").status == 0
    exported = json.loads((tables.parent / "out.json").read_text(encoding="utf-8"))
    assert "Russia" in [party["name"] for party in exported["parties"]]


def test_an_export_leaves_out_what_the_audience_may_not_see(case: Path, tmp_path: Path, run: Run) -> None:
    def columns(audience: str, table: str) -> list[str]:
        dest = tmp_path / audience
        if not dest.exists():
            assert run("export", case, dest, "--audience", audience).status == 0
        with (dest / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file))

    reading = {"salience", "time_pressure", "confidence", "interest", "limit_owner", "readings"}
    assert "identity" in columns("vault", "sources")
    for audience in ("principal", "team", "room", "public"):
        assert "identity" not in columns(audience, "sources")
    assert reading <= set(columns("team", "positions"))
    for audience in ("room", "public"):
        assert not reading & set(columns(audience, "positions"))
        everything = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / audience).iterdir())
        assert "scanner" not in everything


def test_new_gives_the_name_of_a_case_its_suffix(tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "talks").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["talks.positions"]
    info = run("info", tmp_path / "talks.positions", "--json").data
    assert set(info["counts"].values()) == {0}
    assert run("room", tmp_path / "talks.positions", *DAY, "--json").data["cells"] == []
    assert run("standing", tmp_path / "talks.positions", *DAY).status == 0


def test_the_long_and_the_grid_form(tmp_path: Path, run: Run) -> None:
    rows = "party,issue,option,date\nA,R1,Yes,2020-01-01\nB,R1,No,2020-01-01\nC,R1,Abstain,2020-01-01\n"
    (tmp_path / "long.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "grid.csv").write_text("party,R1\nA,Yes\nB,No\nC,Abstain\n", encoding="utf-8")
    ordered = ("--ordered", "Yes,Abstain,No")
    made = run("new", tmp_path / "l", "--from", tmp_path / "long.csv", "--form", "long", *ordered)
    assert made.status == 0, made.err
    grid = ("--form", "grid", "--date", "2020-01-01", *ordered)
    made = run("new", tmp_path / "g", "--from", tmp_path / "grid.csv", *grid)
    assert made.status == 0, made.err
    for name in ("l.positions", "g.positions"):
        pairs = run("distance", tmp_path / name, "--on", "2020-06-01", "--json").data["pairs"]
        assert [own["distance"] for own in pairs] == [1, 0.5, 0.5]


def test_info_and_check(case: Path, run: Run) -> None:
    info = run("info", case, "--json").data
    assert info["counts"]["positions"] == 97
    assert info["revision"] == HEAD
    assert info["backups"] == []
    backup = Path(run("backup", case, "--json").data["backup"])
    assert backup.exists()
    assert run("info", case, "--json").data["backups"] == [str(backup)]
    assert "positions" in run("info", case).out
    checked = run("check", case, "--json")
    assert (checked.status, checked.data["sound"]) == (0, True)
    assert {own["severity"] for own in checked.data["findings"]} == {"advice"}
    assert run("check", case, "--json", "--audience", "public").data["findings"] == []
    assert run("check", case).out.startswith("“")


def test_the_history_tells_what_an_import_touched(case: Path, tables: Path, run: Run) -> None:
    text = (tables / "parties.csv").read_text(encoding="utf-8")
    (tables / "parties.csv").write_text(text.replace("Speaks of appeasement.", "Left."), encoding="utf-8")
    assert run("import", case, tables).status == 0
    done = run("history", case, "--json", "--record", "OPP").data["history"]
    assert [entry["name"] for entry in done] == ["new", "import"]
    (change,) = done[1]["changes"]
    assert (change["table"], change["key"], change["kind"], change["fields"]) == (
        "parties",
        ["OPP"],
        "changed",
        ["notes"],
    )
    assert "Import tables" in run("history", case).out


def test_history_calls_records_by_name(run: Run, case: Path) -> None:
    """A position of a party that has got another code and another name since."""
    with open_case(case) as store:
        party = next(own for own in store.read_case().parties if own.code == "OPP")
        issue = store.read_case().issues[0]
        store.perform(RecordPosition(Position("", "OPP", issue.code, parse_date("2024"))))
        store.perform(
            PutRecord(replace(party, code="NEW", name="A party of the name", short_name=""), was=("OPP",))
        )
    labels = [own["label"] for own in run("history", case, "--json").data["history"]]
    assert labels[-2] == f"Record position “A party of the name on {issue.title}, 2024”"
    assert labels[-1] == "Change party “A party of the name”"
    assert labels[-2] in " ".join(run("history", case).out.split())
    assert not [own for own in labels if "\x02" in own]


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_brief(suffix: str, case: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / f"brief{suffix}"
    words = ("brief", case, "--kind", "comparison", "--out", out, "--party", "STP", "--party", "BAK")
    done = run(*words, "--json", "--since", "2022-03-20")
    assert done.status == 0, done.err
    assert (done.data["on"], done.data["audience"]) == ("2023-03-20", "team")
    assert out.read_bytes().startswith(b"%PDF" if suffix == ".pdf" else b"PK")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--kind", "comparison", "--out", "brief.odt"), 1),
        (("--kind", "comparison", "--out", "nowhere/brief.pdf"), 1),
        (("--kind", "comparison", "--out", "brief.pdf", "--party", "XXX"), 1),
        (("--kind", "comparison", "--out", "brief.pdf", "--on", "2023-02-30"), 1),
        (("--kind", "comparison", "--out", "brief.pdf", "--since", "2024-01-01"), 1),
        (("--kind", "package", "--out", "brief.pdf"), 2),
    ],
)
def test_a_brief_that_cannot_be_written(
    words: tuple[str, ...], status: int, case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    assert run("brief", case, *words).status == status
    assert list(case.parent.iterdir()) == [case]


@pytest.mark.parametrize(("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_a_picture(suffix: str, start: bytes, case: Path, tmp_path: Path, run: Run, qapp: object) -> None:
    out = tmp_path / f"matrix{suffix}"
    words = ("picture", case, "--lens", "positions", *DAY, "--out", out, "--size", "1600x1000")
    done = run(*words, "--json")
    assert done.status == 0, done.err
    assert done.data["marking"] == "TLP:AMBER+STRICT"
    assert Path(done.data["files"][0]).read_bytes().startswith(start)


@pytest.mark.parametrize("lens", LENSES)
def test_a_picture_of_every_lens(lens: str, case: Path, tmp_path: Path, run: Run, qapp: object) -> None:
    words = ("picture", case, "--lens", lens, *DAY, "--theme", "dark", "--size", "1200x800", "--json")
    two = ("--party", "BAK", "--party", "YER") if lens == "trades" else ()
    who = ("--audience", "principal") if lens == "history" else ()
    for suffix, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")):
        done = run(*words, *two, *who, "--out", tmp_path / f"{lens}{suffix}")
        assert done.status == 0, done.err
        files = [Path(own) for own in done.data["files"]]
        assert sorted(tmp_path.glob(f"{lens}*{suffix}")) == sorted(files)
        assert all(path.read_bytes().startswith(start) for path in files)
        assert done.data["marking"] == ("TLP:RED" if who else "TLP:AMBER+STRICT")
        if suffix == ".pdf":
            continue
        for path in files:
            size = QImage(str(path)).size().toTuple() if suffix == ".png" else None
            assert size in ((1200, 800), None)
            said = path.read_text(encoding="utf-8") if suffix == ".svg" else done.data["marking"]
            assert done.data["marking"] in said


def test_the_history_is_drawn_with_names_and_with_what_changed(
    case: Path, tmp_path: Path, run: Run, qapp: object
) -> None:
    with open_case(case) as store:
        own = next(party for party in store.read_case().parties if party.code == "EU")
        store.perform(PutRecord(replace(own, name="European Union, renamed")))
    words = ("picture", case, "--lens", "history", "--record", "EU", "--audience", "principal", "--json")
    told = {}
    for more in ((), ("--changes",)):
        done = run(*words, *more, "--size", "A4", "--out", tmp_path / f"{len(more)}.pdf")
        assert done.status == 0, done.err
        pages = pypdfium2.PdfDocument(done.data["files"][0])
        told[more] = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())
        pages.close()
    assert "Change party “EU”" in told[()]
    assert "European Union, renamed" not in told[()]
    assert "European Union, renamed" in told["--changes",]
    assert own.name in told["--changes",]
    assert run("picture", case, "--lens", "terms", "--changes", "--out", tmp_path / "t.png").status == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--lens", "history"), "shown to principal and vault only"),
        (("--lens", "history", "--audience", "party:BAK"), "shown to principal and vault only"),
        (("--lens", "history", "--audience", "principal", "--record", "nobody"), "“nobody”"),
        (("--lens", "positions", "--record", "BAK"), "--record goes with"),
        (("--lens", "trades"), "two parties"),
        (("--lens", "trades", "--party", "BAK", "--party", "BAK"), "two parties"),
        (("--lens", "sources", "--party", "BAK"), "--party"),
        (("--lens", "positions", "--party", "XXX"), "XXX"),
        (("--lens", "positions", "--terms", "XXX"), "XXX"),
        (("--lens", "actors", "--figure", "7MAO"), "7MAO"),
        (("--lens", "positions", "--figure", "MID"), "--figure goes with"),
        (("--lens", "positions", "--size", "A7"), "no size"),
        (("--lens", "positions", "--size", "200x200"), "too small"),
        (("--lens", "positions", "--size", "30000x200"), "20000"),
    ],
)
def test_a_picture_that_is_refused_says_why(
    words: tuple[str, ...], says: str, case: Path, run: Run, qapp: object
) -> None:
    done = run("picture", case, *words, "--out", case.parent / "p.png")
    assert done.status == 1
    assert says in done.err
    assert done.err.count("\n") == 1
    assert list(case.parent.iterdir()) == [case]


def test_pictures_show_what_was_chosen(case: Path, tmp_path: Path, run: Run, qapp: object) -> None:
    def drawn(*words: str) -> str:
        out = tmp_path / "p.svg"
        done = run("picture", case, *words, *DAY, "--out", out, "--audience", "principal", "--json")
        return "\n".join(Path(own).read_text(encoding="utf-8") for own in done.data["files"])

    assert "Moscow" in drawn("--lens", "positions")
    assert "Moscow" not in drawn("--lens", "parties", "--party", "BAK", "--party", "YER")
    assert "Convergence (1CAA)" in drawn("--lens", "actors")
    assert "Convergence (1CAA)" not in drawn("--lens", "actors", "--figure", "MID")
    assert "Stepanakert" in drawn("--lens", "terms")
    assert "Lachin corridor" in drawn("--lens", "positions")
    assert "Lachin road" in drawn("--lens", "positions", "--terms", "BAK")
    assert "Ստեփանակերտ" in drawn("--lens", "parties", "--terms", "STP")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--lens", "positions", "--out", "matrix.bmp"), 1),
        (("--lens", "positions", "--out", "matrix.png", "--size", "large"), 1),
        (("--lens", "history", "--out", "matrix.png"), 1),
        (("--lens", "positions", "--out", "matrix.png", "--size", "1x1"), 1),
        (("--lens", "positions", "--out", "nowhere/matrix.png"), 1),
        (("--lens", "positions", "--out", "matrix.png", "--on", "2023"), 1),
        (("--lens", "positions", "--out", "matrix.png", "--theme", "pink"), 2),
        (("--lens", "packages", "--out", "matrix.png"), 2),
    ],
)
def test_a_picture_that_cannot_be_drawn(
    words: tuple[str, ...], status: int, case: Path, run: Run, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.chdir(case.parent)
    assert run("picture", case, *words).status == status
    assert list(case.parent.iterdir()) == [case]
