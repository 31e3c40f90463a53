"""What a screen reader finds in a PDF, and what a word processor keeps of a DOCX, on the sample."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from workbench.briefs.content import Bullets, Document, Heading, Table, plain_text
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.pdf_writer import pdf_bytes

from .extract import bare, docx_lines, pdf_streams, unmarked
from .sample import KINDS, MADE_AT, in_language, sample_document

READ_AGAIN = [*((kind, "en") for kind in KINDS), ("comparison", "ar"), ("position", "fr")]


def blocks_of(document: Document, kind: type) -> list[object]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, kind)]


def tags(held: bytes) -> Counter[str]:
    return Counter(own.decode() for own in re.findall(rb"/S\s*/(\w+)", held))


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_list_and_table_is_one_for_those_who_hear_it(kind: str) -> None:
    document = sample_document(kind, "team")
    held = pdf_streams(pdf_bytes(document, MADE_AT))
    found, tables = tags(held), blocks_of(document, Table)
    assert found["Title"] == 1
    assert sum(found[f"H{level}"] for level in range(1, 7)) == len(blocks_of(document, Heading))
    assert found["L"] == len(blocks_of(document, Bullets))
    assert found["Table"] == found["THead"] == found["TBody"] == len(tables)
    heads = sum(len(own.header) for own in tables if isinstance(own, Table))
    assert found["TH"] == heads
    assert len(re.findall(rb"/Scope\s*/Column", held)) == heads
    assert found["TR"] == sum(len(own.rows) + 1 for own in tables if isinstance(own, Table))


@pytest.mark.parametrize("language", ["ar", "fr", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_language_is_named_and_has_the_same_structure(kind: str, language: str) -> None:
    own = pdf_streams(pdf_bytes(in_language(kind, language), MADE_AT))
    english = pdf_streams(pdf_bytes(in_language(kind, "en"), MADE_AT))
    for held in (own, english):
        assert b"pdfuaid:part" in held
        assert b"/StructTreeRoot" in held
        assert b"/DisplayDocTitle true" in held
    assert f"/Lang({language})".encode() in own
    # What was entered in English is heard in English.
    assert own.count(b"/Lang(en)") > 20
    for tag in ("Title", "H1", "H2", "H3", "Table", "TH", "TR", "TD", "L", "LI"):
        assert tags(own)[tag] == tags(english)[tag], tag
    assert len(re.findall(rb"/Scope\s*/Column", own)) == tags(own)["TH"]
    assert tags(own)["Figure"] == 0


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_level_of_heading_is_skipped(kind: str, language: str) -> None:
    levels = [
        own.level for own in blocks_of(in_language(kind, language), Heading) if isinstance(own, Heading)
    ]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_title_language_and_fonts_are_in_the_file(kind: str) -> None:
    held = pdf_streams(pdf_bytes(sample_document(kind, "team"), MADE_AT))
    assert b"/DisplayDocTitle true" in held
    assert b"/Marked true" in held
    assert b"/Lang(en)" in held
    descriptors = held.count(b"/Type/FontDescriptor")
    assert descriptors > 3
    assert len(re.findall(rb"/FontFile[23]?\s", held)) == descriptors


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_docx_survives_a_word_processor(tmp_path: Path) -> None:
    """Opened and written again by LibreOffice: the same words, headings and repeated headers of tables."""
    out = tmp_path / "again"
    for kind, language in READ_AGAIN:
        name = f"{kind}-{language}.docx"
        (tmp_path / name).write_bytes(docx_bytes(in_language(kind, language), MADE_AT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    files = [str(file) for file in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=200)
    for kind, language in READ_AGAIN:
        document = in_language(kind, language)
        again = (out / f"{kind}-{language}.docx").read_bytes()
        assert bare("".join(docx_lines(again))) == bare(plain_text(document))
        word = docx.Document(BytesIO(again))
        headings = [own.text for own in word.paragraphs if (own.style.name or "").startswith("Heading")]
        wanted = [own.line.text for own in blocks_of(document, Heading) if isinstance(own, Heading)]
        assert [unmarked(own) for own in headings] == wanted
        repeated = [list(own._tbl.iter(qn("w:tblHeader"))) for own in word.tables]
        assert len(repeated) == len(blocks_of(document, Table))
        assert all(repeated)
        marking = {own.header.paragraphs[0].text for own in word.sections}
        assert all(document.marking in text for text in marking)
        languages = {own.get(qn("w:val")) for own in word.styles.element.iter(qn("w:lang"))}
        languages |= {own.get(qn("w:bidi")) for own in word.styles.element.iter(qn("w:lang"))}
        assert document.office_language in languages
        mirrored = [own for own in word.tables if own._tbl.tblPr.find(qn("w:bidiVisual")) is not None]
        assert len(mirrored) == (len(word.tables) if language == "ar" else 0)
