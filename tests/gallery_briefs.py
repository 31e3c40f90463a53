"""Draws every page of every kind of brief, as PDF and as a word processor prints the DOCX."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.workbench.briefs.letterheads import letterhead
from tests.workbench.briefs.ministry import ministry_docx
from tests.workbench.briefs.sample import DAY, MADE_AT, SINCE, THREE, sample_snapshot, whole_case
from workbench.briefs.content import Document
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.words import languages
from workbench.briefs.writing import write_brief
from workbench.columns import columns_of
from workbench.domain.audience import TEAM
from workbench.snapshot import take_snapshot

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
        ours = ministry_docx(place / "ours.docx")
        write_brief(_brief(BriefKind.COMPARISON, "team", *THREE), place / "ministry-docx.docx", MADE_AT, ours)
        for used in (head, ours):
            used.unlink()
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
    yield "comparison-party-BAK", _brief(BriefKind.COMPARISON, "party:BAK")
    yield "position-party-BAK", _brief(BriefKind.POSITION, "party:BAK", "BAK")
    for language in languages():
        yield f"position-in-{language}", _brief(BriefKind.POSITION, "team", "BAK", language=language)
        yield f"changes-in-{language}", _brief(BriefKind.CHANGES, "team", language=language)
        yield (
            f"comparison-in-{language}",
            _brief(BriefKind.COMPARISON, "principal", *THREE, language=language),
        )
    yield "position-long-names", _of_long_names(BriefKind.POSITION, "BAK")
    yield "comparison-long-names", _of_long_names(BriefKind.COMPARISON, *THREE)


def _brief(kind: BriefKind, audience: str, *parties: str, language: str = "en") -> Document:
    order = BriefOrder(kind, DAY, since=SINCE, parties=parties, language=language)
    return make_document(sample_snapshot(audience), order)


def _of_long_names(kind: BriefKind, *parties: str) -> Document:
    case = whole_case()
    more = " and all that goes with it according to the understanding reached on the margins of the meeting"
    long = replace(
        case,
        parties=tuple(replace(own, short_name="", name=f"{own.name}{more}"[:110]) for own in case.parties),
        issues=tuple(replace(own, title=f"{own.title}{more}") for own in case.issues),
        options=tuple(replace(own, label=f"{own.label}{more}") for own in case.options),
    )
    order = BriefOrder(kind, DAY, since=SINCE, parties=parties)
    return make_document(take_snapshot(columns_of(long), TEAM), order)


def _print_docx(place: Path) -> None:
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        files = [str(file) for file in sorted(place.glob("*.docx"))]
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), *files)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
