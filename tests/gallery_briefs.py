"""Draws every page of every kind of brief, as PDF and as a word processor prints the DOCX."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.workbench.briefs.letterheads import letterhead
from tests.workbench.briefs.sample import DAY, MADE_AT, SINCE, THREE, sample_snapshot
from workbench.briefs.content import Document
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.writing import write_brief

DOTS_PER_INCH = 80
_PATIENCE = 300


def draw_briefs(folder: Path) -> list[Path]:
    """Draw the briefs of the sample, one PNG a page, into `folder`.

    Needs ``pdftoppm``; the pages of DOCX come only where LibreOffice is installed.

    Returns
    -------
    list of Path
        The pictures, by name: kind, audience, format, page.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        for name, document in _documents():
            write_brief(document, place / f"{name}-pdf.pdf", MADE_AT)
            write_brief(document, place / f"{name}-docx.docx", MADE_AT)
        head = letterhead(place / "head.docx")
        write_brief(_brief(BriefKind.POSITION, "team", "BAK"), place / "letterhead-docx.docx", MADE_AT, head)
        head.unlink()
        _print_docx(place)
        for pdf in sorted(place.glob("*.pdf")):
            _run("pdftoppm", "-r", str(DOTS_PER_INCH), "-png", str(pdf), str(folder / f"brief-{pdf.stem}"))
    return sorted(folder.glob("brief-*.png"))


def _documents() -> Iterator[tuple[str, Document]]:
    for audience in ("public", "team", "principal"):
        for party in THREE:
            yield f"position-{party}-{audience}", _brief(BriefKind.POSITION, audience, party)
        yield f"changes-{audience}", _brief(BriefKind.CHANGES, audience)
        yield f"comparison-{audience}", _brief(BriefKind.COMPARISON, audience)
    yield "comparison-three", _brief(BriefKind.COMPARISON, "principal", *THREE)
    yield "position-right-to-left", replace(_brief(BriefKind.POSITION, "team", "BAK"), language="ar")


def _brief(kind: BriefKind, audience: str, *parties: str) -> Document:
    return make_document(sample_snapshot(audience), BriefOrder(kind, DAY, since=SINCE, parties=parties))


def _print_docx(place: Path) -> None:
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        files = [str(file) for file in sorted(place.glob("*.docx"))]
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), *files)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
