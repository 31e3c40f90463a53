from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.briefs.content import Part, Table, cell, header_row, paragraph, shares
from workbench.briefs.docx_writer import docx_bytes

from .documents import document_of, every_block
from .extract import unzipped
from .sample import MADE_AT


@pytest.fixture(scope="module")
def word() -> docx.document.Document:
    return docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT)))


def test_headings_are_headings(word: docx.document.Document) -> None:
    found = {
        own.text: own.style.name for own in word.paragraphs if own.style.name.startswith(("Heading", "Title"))
    }
    assert found == {
        "Title": "Title",
        "Wide": "Heading 1",
        "Tall": "Heading 1",
        "Second": "Heading 2",
        "Third": "Heading 3",
    }


def test_a_list_is_a_list(word: docx.document.Document) -> None:
    items = [own for own in word.paragraphs if own.style.name == "List Bullet"]
    assert [item.text for item in items] == ["First item", "Second item"]
    assert items[0].style.element.pPr.numPr is not None


def test_the_header_of_a_table_is_repeated_and_no_row_is_cut(word: docx.document.Document) -> None:
    for table in word.tables:
        rows = table._tbl.tr_lst
        flags = [row.trPr.find(qn("w:tblHeader")) is not None for row in rows]
        assert flags == [True] + [False] * (len(rows) - 1)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_columns_have_the_widths_of_the_content(word: docx.document.Document) -> None:
    table = word.tables[0]
    first, second = (column.width for column in table.columns)
    assert second / first == pytest.approx(2, rel=0.01)
    text_width = word.sections[0].page_width - word.sections[0].left_margin - word.sections[0].right_margin
    assert first + second == pytest.approx(text_width, rel=0.01)
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"


def test_every_section_is_a4_the_right_way_round(word: docx.document.Document) -> None:
    sizes = [(section.page_width, section.page_height) for section in word.sections]
    assert sizes == [
        (pytest.approx(Mm(297), rel=0.001), pytest.approx(Mm(210), rel=0.001)),
        (pytest.approx(Mm(210), rel=0.001), pytest.approx(Mm(297), rel=0.001)),
    ]


def test_the_marking_stands_above_and_below_on_every_page(word: docx.document.Document) -> None:
    for section in word.sections:
        assert not section.different_first_page_header_footer
        assert "TLP:GREEN" in section.header.paragraphs[0].text
        assert "TLP:GREEN" in section.footer.paragraphs[0].text
        assert "Prepared for the room" in section.header.paragraphs[0].text


def test_pages_are_numbered_by_fields(word: docx.document.Document) -> None:
    for section in word.sections:
        codes = [own.text.strip() for own in section.footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


def test_the_language_is_set(word: docx.document.Document) -> None:
    default = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert default.find(qn("w:lang")).get(qn("w:val")) == "en"
    assert word.core_properties.language == "en"


def test_the_file_says_nothing_of_who_made_it(word: docx.document.Document) -> None:
    properties = word.core_properties
    assert properties.title == "Title"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (MADE_AT, MADE_AT)
    assert properties.revision == 1
    names = set(unzipped(docx_bytes(every_block(), MADE_AT)))
    assert not {name for name in names if "app.xml" in name or "thumbnail" in name or "customXml" in name}


def test_the_same_content_gives_the_same_bytes() -> None:
    first = docx_bytes(every_block(), MADE_AT)
    assert docx_bytes(every_block(), MADE_AT) == first
    assert docx_bytes(every_block(), datetime(2026, 1, 3, tzinfo=UTC)) != first


def test_a_document_written_from_right_to_left_is_mirrored() -> None:
    word = docx.Document(BytesIO(docx_bytes(every_block("ar"), MADE_AT)))
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in word.tables)
    spoken = [own for own in word.element.body.iter(qn("w:p")) if list(own.iter(qn("w:t")))]
    assert all(own.pPr.find(qn("w:bidi")) is not None for own in spoken)


def test_two_tables_in_a_row_do_not_grow_together() -> None:
    table = Table(shares(1), header_row("A"), ((cell("1"),),))
    word = docx.Document(BytesIO(docx_bytes(document_of(Part((table, table, paragraph("end")))), MADE_AT)))
    tags = [child.tag.rpartition("}")[2] for child in word.element.body]
    assert "tbl p tbl" in " ".join(tags)
