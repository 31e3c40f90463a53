"""Every format says the same words in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.briefs.apart import plain
from workbench.briefs.content import Bullets, Document, Part, paragraph, plain_text, strong
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.html_writer import html_bytes
from workbench.briefs.markdown_writer import markdown_bytes
from workbench.briefs.pdf_writer import pdf_bytes

from .documents import HOSTILE, document_of, document_saying, every_block
from .extract import bare, docx_lines, html_words, markdown_words, pdf_words, unmarked
from .sample import MADE_AT, THREE, in_language, sample_brief, sample_document

BRIEFS = {
    "every block": every_block(),
    "principal": sample_brief("principal"),
    "public": sample_brief("public"),
    "position": sample_document("position"),
    "position for the public": sample_document("position", "public"),
    "changes": sample_document("changes"),
    "three parties": sample_brief("team", THREE),
    "hostile": document_saying(*HOSTILE),
    **{f"position in {own}": in_language("position", own) for own in ("ar", "fr", "ru")},
    "comparison in ar": in_language("comparison", "ar"),
    "changes in ar": in_language("changes", "ar"),
}


@pytest.mark.parametrize("document", BRIEFS.values(), ids=BRIEFS)
def test_docx_says_the_words_of_the_content(document: Document) -> None:
    assert docx_lines(docx_bytes(document, MADE_AT)) == plain_text(document).splitlines()


@pytest.mark.parametrize("document", BRIEFS.values(), ids=BRIEFS)
def test_pdf_says_the_words_of_the_content(document: Document) -> None:
    words, said = (bare(own) for own in (pdf_words(pdf_bytes(document, MADE_AT)), plain_text(document)))
    if document.is_right_to_left:
        # The reader gives such lines as they are seen, and some letters with a mark twice.
        words, said = ("".join(sorted(set(own))) for own in (words, said))
    assert words == said


@pytest.mark.parametrize("document", BRIEFS.values(), ids=BRIEFS)
def test_html_says_the_words_of_the_content(document: Document) -> None:
    assert html_words(html_bytes(document, MADE_AT)) == bare(plain_text(document))


@pytest.mark.parametrize("document", BRIEFS.values(), ids=BRIEFS)
def test_markdown_says_the_words_of_the_content(document: Document) -> None:
    assert markdown_words(markdown_bytes(document, MADE_AT), document) == bare(plain_text(document))


@given(st.text(alphabet="#$*_@<>[]{}\\/=-+~`'\"()%&;:,.!?^|0aə \n", min_size=1))
@settings(deadline=None)
def test_html_and_markdown_read_no_text_as_markup(text: str) -> None:
    document = document_saying(f"a {text} z")
    assert html_words(html_bytes(document, MADE_AT)) == bare(plain_text(document))
    assert markdown_words(markdown_bytes(document, MADE_AT), document) == bare(plain_text(document))


@given(st.text(alphabet="#-+=~>*_|1234567890.:)( a\n", min_size=1, max_size=12))
@settings(deadline=None)
def test_markdown_reads_nothing_at_the_start_of_a_line_as_markup(text: str) -> None:
    document = document_of(Part((paragraph(text, strong("b")), Bullets((paragraph(text, "b"),)))))
    assert markdown_words(markdown_bytes(document, MADE_AT), document) == bare(plain_text(document))


def test_plain_words_stand_in_markdown_as_they_are() -> None:
    for document in BRIEFS.values():
        lines = markdown_bytes(document, MADE_AT).decode("utf-8").splitlines()
        assert (lines[0] == '<div lang="ar" dir="rtl">') is document.is_right_to_left
        lines = lines[2:] if document.is_right_to_left else lines
        assert lines[0].endswith(f" · **{document.marking}**")
        assert unmarked(lines[2]) == f"# {plain(document.title)}"
    said = "Asked for 3 (or more), on 2022-12-12: “yes”! Why?"
    assert said in markdown_bytes(document_saying(said), MADE_AT).decode("utf-8").splitlines()


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
@settings(deadline=None, max_examples=40)
def test_docx_prints_any_text_literally(texts: list[str]) -> None:
    document = document_saying(*texts)
    assert docx_lines(docx_bytes(document, MADE_AT)) == plain_text(document).splitlines()


@given(st.text(alphabet="#$*_@<>[]{}\\/=-+~`'\"()%&;:,.!?^|0aə", min_size=1, max_size=24))
@settings(deadline=None, max_examples=40)
def test_pdf_reads_no_text_as_markup(text: str) -> None:
    document = document_saying(text)
    assert bare(pdf_words(pdf_bytes(document, MADE_AT))) == bare(plain_text(document))
