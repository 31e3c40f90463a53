"""What a screen reader finds in a PDF, and what a word processor keeps of a DOCX, on the sample."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from workbench.briefs.content import Bullets, Document, Heading, Table, plain_text
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.pdf_writer import pdf_bytes

from .extract import bare, docx_lines, pdf_streams
from .sample import KINDS, MADE_AT, sample_document


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
    for kind in KINDS:
        (tmp_path / f"{kind}.docx").write_bytes(docx_bytes(sample_document(kind, "team"), MADE_AT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    files = [str(file) for file in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=200)
    for kind in KINDS:
        document = sample_document(kind, "team")
        again = (out / f"{kind}.docx").read_bytes()
        assert bare("".join(docx_lines(again))) == bare(plain_text(document))
        word = docx.Document(BytesIO(again))
        headings = [own.text for own in word.paragraphs if (own.style.name or "").startswith("Heading")]
        assert headings == [own.text for own in blocks_of(document, Heading) if isinstance(own, Heading)]
        repeated = [list(own._tbl.iter(qn("w:tblHeader"))) for own in word.tables]
        assert len(repeated) == len(blocks_of(document, Table))
        assert all(repeated)
        marking = {own.header.paragraphs[0].text for own in word.sections}
        assert all(document.marking in text for text in marking)
