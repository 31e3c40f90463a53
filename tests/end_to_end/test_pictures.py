"""Pictures from the command line: every lens, in every format, as it is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from db.case_file import open_case
from tests.end_to_end.conftest import Run
from ui.commandline.picture_order import LENSES
from workbench.operations import PutRecord

DAY = ("--on", "2023-03-20")


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
