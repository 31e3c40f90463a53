from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from workbench.briefs.content import Heading, Part, Run, Table, cell, header_row, paragraph, shares
from workbench.briefs.pdf_writer import pdf_bytes

from .documents import document_of, document_saying, every_block
from .extract import bare, pdf_pages, pdf_streams, pdf_words
from .sample import MADE_AT


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf_bytes(every_block(), MADE_AT)


def test_marking_reader_and_number_stand_on_every_page(content: bytes) -> None:
    pages = pdf_pages(content)
    assert len(pages) >= 4
    for number, page in enumerate(pages, start=1):
        assert page.count("TLP:GREEN") == 2
        assert "Prepared for the room" in page
        assert f"Page {number} of {len(pages)}" in page


def test_the_header_of_a_table_is_repeated(content: bytes) -> None:
    pages = [page for page in pdf_pages(content) if "Answer" in page]
    assert len(pages) >= 2
    assert all("Column one" in page and "Column two" in page for page in pages)


def test_no_row_is_cut(content: bytes) -> None:
    for page in pdf_pages(content):
        assert page.count("Issue ") == page.count("Line ") == page.count("Answer ")


def test_it_is_tagged_for_screen_readers(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    assert document.is_tagged()
    document.close()
    assert b"pdfuaid:part" in pdf_streams(content)


def test_title_and_language_are_set_and_nobody_is_named(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    found = document.get_metadata_dict()
    document.close()
    assert (found["Title"], found["Author"]) == ("Title", "")
    assert found["CreationDate"].startswith("D:20260102030405")
    assert b"/Lang" in pdf_streams(content)


def test_the_same_content_gives_the_same_bytes(content: bytes) -> None:
    assert pdf_bytes(every_block(), MADE_AT) == content
    assert pdf_bytes(every_block(), datetime(2026, 1, 3, tzinfo=UTC)) != content


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(36, 60):
        blocks = tuple(paragraph(f"line {number}") for number in range(lines))
        table = Table(shares(1), header_row("Head"), ((cell("row"),),))
        kept = paragraph("question", keep_with_next=True)
        document = document_of(Part((*blocks, Heading("Second"), kept, table)))
        for page in pdf_pages(pdf_bytes(document, MADE_AT)):
            assert page.count("Second") == page.count("question") == page.count("row")


@pytest.mark.parametrize(
    "text",
    [
        "Ստեփանակերտ",
        "Xankəndi, Naxçıvan",
        "Степанакерт, Ђорђе",
        "სტეფანაკერტი",
        "ποταμός",
        "✓ ✕ ■ ~ = ? ▲ ▼ ◆ −",
    ],
)
def test_every_script_prints_with_the_bundled_fonts(text: str) -> None:
    content = pdf_bytes(document_saying(text), MADE_AT)
    assert b"pdfuaid:part" in pdf_streams(content)  # a sign without a glyph would be refused
    assert bare(pdf_words(content)) == bare(f"TitleSubtitle{text}")


def test_arabic_prints_with_the_bundled_fonts() -> None:
    for document in (
        document_saying("ستيباناكيرت"),
        document_of(Part((paragraph("ستيباناكيرت"),)), language="ar"),
    ):
        content = pdf_bytes(document, MADE_AT)
        assert b"pdfuaid:part" in pdf_streams(content)
        assert b"Arabic" in pdf_streams(content)


def test_a_sign_in_no_bundled_font_does_not_stop_the_brief() -> None:
    content = pdf_bytes(document_saying("before \U0001f54a 平和 after"), MADE_AT)
    assert "before" in pdf_pages(content)[0]
    assert "after" in pdf_pages(content)[0]


def test_a_word_without_end_stays_on_the_page() -> None:
    endless = "W" * 400
    row = (cell(endless), cell("beside"))
    document = document_of(Part((Table(shares(1, 1), header_row("A", "B"), (row,)), paragraph(endless))))
    opened = pypdfium2.PdfDocument(pdf_bytes(document, MADE_AT))
    page = opened[0]
    assert all(piece.get_bounds()[2] <= page.get_width() for piece in page.get_objects())
    opened.close()


def test_the_language_of_a_run_is_kept() -> None:
    document = document_of(Part((paragraph(Run("Ստեփանակերտ", language="hy")),)))
    assert b"(hy)" in pdf_streams(pdf_bytes(document, MADE_AT))


def starts(language: str) -> list[float]:
    """Where the words of the first column and of the second begin, from the left."""
    row = (cell("العمود"), cell("الآخر")) if language == "ar" else (cell("First"), cell("Second"))
    document = document_of(Part((Table(shares(1, 1), row, (row,)),)), language=language)
    opened = pypdfium2.PdfDocument(pdf_bytes(document, MADE_AT))
    pieces = [own for own in opened[0].get_objects() if own.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    marked = [own.get_bounds() for own in pieces]
    opened.close()
    rows: dict[int, list[float]] = {}
    for left, _, _, top in marked:
        rows.setdefault(round(top / 4), []).append(left)
    return next(own for own in rows.values() if len(own) == 2)


def test_a_table_written_from_right_to_left_is_mirrored() -> None:
    first, second = starts("en")
    assert first < second
    first, second = starts("ar")
    assert first > second
