"""Commands on the sample: exact keys, known facts, tables out and in again."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.case_file import open_case
from db.revision import HEAD
from tests.end_to_end.conftest import SAMPLE, Run
from tests.end_to_end.test_bad_input import contents
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
