"""What the pages of the sample look like, as far as a machine can tell."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.order import make_document
from workbench.briefs.pdf_writer import pdf_bytes

from .extract import bare, pdf_pages, pdf_streams
from .sample import MADE_AT, THREE, in_language, order_of, sample_brief, sample_document, sample_snapshot

ISSUES = (
    "Control of the Lachin corridor",
    "Reopening the Lachin road",
    "Transport link through Syunik",
    "Peacekeeping mandate beyond 2025",
    "EU monitors in southern Armenia",
    "Troop positions on the border since 2021",
    "Armenia and the CSTO",
    "Status of the Karabakh Armenians",
    "Reintegration",
    "Frame of the talks",
    "Who speaks for Stepanakert",
)


def assert_state_of_play_is_one_page(pages: list[str]) -> None:
    first = bare(pages[0])
    assert all(bare(issue) in first for issue in ISSUES)
    assert bare("nothing here binds any party") in first
    assert bare("it recommends nothing") in first
    assert bare("Movement since") in bare(pages[1])


def assert_pages_are_whole(pages: list[str], marking: str) -> None:
    for number, page in enumerate(pages, start=1):
        assert page.count(marking) >= 2
        assert f"Page {number} of {len(pages)}" in page
        assert len(page.split()) > 40  # no page with a line or two


@pytest.mark.parametrize("audience", ["public", "principal"])
def test_pdf_state_of_play_is_one_page(audience: str) -> None:
    content = pdf_bytes(sample_brief(audience, THREE), MADE_AT)
    assert_state_of_play_is_one_page(pdf_pages(content))
    assert b"pdfuaid:part" in pdf_streams(content)


@pytest.mark.parametrize("audience", ["public", "team", "principal", "vault"])
def test_pdf_pages_are_whole(audience: str) -> None:
    document = sample_brief(audience)
    content = pdf_bytes(document, MADE_AT)
    assert_pages_are_whole(pdf_pages(content), document.marking)
    assert b"pdfuaid:part" in pdf_streams(content)


@pytest.mark.parametrize("audience", ["public", "team", "principal", "vault"])
@pytest.mark.parametrize("party", ["BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"])
def test_a_position_brief_has_three_pages_at_most_on_the_sample_and_two_for_the_public(
    party: str, audience: str
) -> None:
    document = sample_document("position", audience, party)
    content = pdf_bytes(document, MADE_AT)
    pages = pdf_pages(content)
    assert b"pdfuaid:part" in pdf_streams(content)
    assert len(pages) <= (2 if audience == "public" else 3)
    assert_pages_are_whole(pages, document.marking)


@pytest.mark.parametrize("language", ["ar", "fr", "ru"])
def test_in_other_languages_the_state_of_play_is_one_page_and_a_position_brief_four_at_most(
    language: str,
) -> None:
    order = replace(order_of("comparison"), language=language, parties=THREE)
    pages = pdf_pages(pdf_bytes(make_document(sample_snapshot("principal"), order), MADE_AT))
    words = set(re.findall("[A-Za-z]{4,}", " ".join(ISSUES)))
    assert words <= set(re.findall("[A-Za-z]{4,}", pages[0]))
    for party in THREE:
        content = pdf_bytes(in_language("position", language, "principal", party), MADE_AT)
        assert len(pdf_pages(content)) <= 4


@pytest.mark.parametrize("audience", ["public", "team", "principal"])
def test_pdf_pages_of_a_change_brief_are_whole(audience: str) -> None:
    document = sample_document("changes", audience)
    content = pdf_bytes(document, MADE_AT)
    assert_pages_are_whole(pdf_pages(content), document.marking)
    assert b"pdfuaid:part" in pdf_streams(content)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_docx_opens_in_libreoffice_and_its_pages_are_whole(tmp_path: Path) -> None:
    documents = {
        "comparison": sample_brief("principal", THREE),
        "changes": sample_document("changes", "team"),
        "position": sample_document("position", "team"),
        "public": sample_document("position", "public"),
        **{own: in_language("position", own, "principal") for own in ("ar", "fr", "ru")},
    }
    for name, document in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(docx_bytes(document, MADE_AT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = [str(file) for file in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=200)
    pages = {name: pdf_pages((tmp_path / f"{name}.pdf").read_bytes()) for name in documents}
    for name in ("comparison", "changes", "position", "public"):
        assert_pages_are_whole(pages[name], documents[name].marking)
    for name in ("position", "public", "ar", "fr", "ru"):
        assert len(pages[name]) <= 4
    if shutil.which("fc-list") and b"NotoSerif" in (tmp_path / "comparison.pdf").read_bytes():
        assert_state_of_play_is_one_page(pages["comparison"])  # other fonts run wider
