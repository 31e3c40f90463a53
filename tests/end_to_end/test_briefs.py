"""Briefs on the command line: every kind and format, names, templates, and what stops one."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.end_to_end.conftest import Run
from tests.workbench.briefs.letterheads import letterhead

KINDS = {
    "position": ("--party", "BAK"),
    "comparison": ("--since", "2022-09-01"),
    "changes": ("--since", "2022-09-01"),
}
STARTS = {".docx": b"PK", ".pdf": b"%PDF", ".html": b"<!DOCTYPE", ".md": b"Prepared for the team"}


@pytest.mark.parametrize("suffix", STARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_every_format(kind: str, suffix: str, case: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / f"brief{suffix}"
    done = run("brief", case, "--kind", kind, "--out", out, *KINDS[kind], "--json")
    assert done.status == 0, done.err
    assert out.read_bytes().startswith(STARTS[suffix])
    assert (done.data["kind"], done.data["files"], done.data["terms"]) == (kind, [str(out)], "neutral")


def test_matters_of_style_go_to_standard_error_and_stop_nothing(case: Path, tmp_path: Path, run: Run) -> None:
    done = run("brief", case, "--kind", "comparison", "--out", tmp_path / "brief.pdf")
    assert done.status == 0
    assert "“Lachin road” outside a quotation; the neutral name is “Lachin corridor”: page 1" in done.err


def test_the_check_alone_writes_nothing(case: Path, tmp_path: Path, run: Run) -> None:
    done = run("brief", case, "--kind", "position", "--party", "BAK", "--check", "--json")
    assert done.status == 0
    assert done.data["files"] == []
    assert {own["severity"] for own in done.data["findings"]} == {"style"}
    assert not [own for own in tmp_path.rglob("*") if own.suffix in STARTS]


def tables_with(case: Path, tmp_path: Path, run: Run, **source: str) -> Path:
    """A case like the sample in which a source and a statement say something else."""
    tables = tmp_path / "tables.json"
    assert run("export", case, tables, "--audience", "vault").status == 0
    data = json.loads(tables.read_text(encoding="utf-8"))
    own = next(row for row in data["sources"] if row["code"] == "INT-BAK1")
    own.update(identity=source["identity"])
    position = next(row for row in data["positions"] if row["ref"] == "bak-lachin-2023-01-12-d")
    position["statement"] = source["statement"]
    tables.write_text(json.dumps(data), encoding="utf-8")
    made = tmp_path / "made.positions"
    done = run("new", made, "--from", tables)
    assert done.status == 0, done.err
    return made


def test_a_name_on_the_identity_list_stops_the_brief(case: Path, tmp_path: Path, run: Run) -> None:
    made = tables_with(
        case, tmp_path, run, identity="Elnur Zamanov", statement="As Elnur Zamanov put it, a right."
    )
    out = tmp_path / "brief.docx"
    words = ("brief", made, "--kind", "position", "--party", "BAK", "--out", out, "--basis", "declared")
    done = run(*words, "--audience", "public")
    assert done.status == 1
    assert not out.exists()
    assert "a name on the identity list" in done.err
    assert "“Positions”, table row 1, column 3" in done.err
    assert "zamanov" not in done.err.lower()
    assert run(*words, "--audience", "vault").status == 0


def test_a_path_stops_the_brief_and_the_check_says_so(case: Path, tmp_path: Path, run: Run) -> None:
    made = tables_with(case, tmp_path, run, identity="", statement="See file:///home/ana/notes.docx")
    out = tmp_path / "brief.pdf"
    words = ("brief", made, "--kind", "position", "--party", "BAK", "--basis", "declared")
    done = run(*words, "--out", out)
    assert done.status == 1
    assert not out.exists()
    assert "file:///home/ana/notes.docx" in done.err
    assert "page 1, “Positions”, table row 1, column 3" in done.err
    checked = run(*words, "--check", "--json")
    assert checked.status == 1
    assert checked.data["findings"][0]["severity"] == "leak"


def test_names_by_policy(case: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "brief.md"
    for policy, title in (("neutral", "Lachin corridor"), ("BAK", "Lachin road"), ("both", "road of life")):
        assert run("brief", case, "--kind", "comparison", "--out", out, "--terms", policy).status == 0
        heading = next(line for line in out.read_text(encoding="utf-8").splitlines() if "### Control" in line)
        assert title in heading


def test_a_letterhead(case: Path, tmp_path: Path, run: Run) -> None:
    out, head = tmp_path / "brief.docx", letterhead(tmp_path / "head.docx")
    words = ("brief", case, "--kind", "position", "--party", "BAK", "--out", out, "--template")
    assert run(*words, head).status == 0
    above = docx.Document(str(out)).sections[0].header.paragraphs
    assert "Ministry of Foreign Affairs" in [own.text for own in above]
    assert run(*words, tmp_path / "none.docx").status == 1


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--kind", "package", "--out", "a.pdf"), 2, "comes with packages"),
        (("--kind", "position", "--out", "a.pdf"), 2, "name it with --party P"),
        (("--kind", "position", "--out", "a.pdf", "--party", "BAK", "--party", "YER"), 2, "on one party"),
        (("--kind", "changes", "--out", "a.pdf"), 2, "--since DAY"),
        (("--kind", "comparison"), 2, "--out FILE is missing"),
        (("--kind", "comparison", "--out", "a.odt"), 1, "a.odt"),
        (("--kind", "comparison", "--out", "a.pdf", "--language", "hy"), 1, "There are: ar, en, fr, ru"),
        (("--kind", "comparison", "--out", "a.pdf", "--terms", "XXX"), 1, "XXX"),
        (("--kind", "changes", "--out", "a.pdf", "--since", "2024-01-01"), 1, "does not lie before"),
        (("--kind", "position", "--out", "a.pdf", "--party", "XXX"), 1, "XXX"),
        (("--kind", "comparison", "--out", "a.md", "--template", "a.css"), 1, "no template"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: tuple[str, ...], status: int, says: str, case: Path, run: Run
) -> None:
    before = set(Path().iterdir())
    done = run("brief", case, *words)
    assert done.status == status
    assert says in done.err
    assert set(Path().iterdir()) == before
