from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.briefs.content import (
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Part,
    Run,
    RunStyle,
    Table,
    cell,
    clean,
    header_row,
    paragraph,
    plain_text,
    quote,
    run,
    shares,
    strong,
)

from .documents import document_of


@given(st.text())
def test_clean_leaves_one_line_without_signs_that_a_file_cannot_carry(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned
    assert not any(
        ord(sign) < 32 or 0xD800 <= ord(sign) <= 0xDFFF or 0x7F <= ord(sign) < 0xA0 for sign in cleaned
    )


def test_clean_keeps_every_script() -> None:
    text = "Ստեփանակերտ Xankəndi Степанакерт ستيباناكيرت “quoted” – 1/2"
    assert clean(text) == text


def test_a_line_break_in_a_text_becomes_a_blank() -> None:
    assert clean("one\r\ntwo\x00three") == "one two three"


def test_run_keeps_blanks_at_its_ends_only_where_there_are_words() -> None:
    assert run("  a  b ").text == " a b "
    assert run("   ").text == ""


def test_quote_stands_in_quotation_marks_and_is_told_apart() -> None:
    assert quote("as agreed", "en") == Run("“as agreed”", RunStyle.QUOTE, "en")


def test_a_paragraph_drops_empty_runs() -> None:
    assert paragraph("", strong("a"), "").runs == (strong("a"),)


def test_a_cell_drops_empty_lines() -> None:
    assert cell("", "a").lines == (paragraph("a"),)


def test_a_row_has_as_many_cells_as_the_table_columns() -> None:
    with pytest.raises(ValueError, match="more or fewer cells"):
        Table(shares(1, 1), header_row("a", "b"), ((cell("only one"),),))


def test_shares_add_up_to_one() -> None:
    assert sum(shares(3, 2, 2)) == pytest.approx(1)


def test_plain_text_says_everything_in_order_and_the_header_once() -> None:
    table = Table(shares(1, 1), header_row("A", "B"), ((cell("1", "2"), cell("3")), (Cell(()), cell("4"))))
    blocks = (Heading("H"), paragraph("p ", strong("q")), Bullets((paragraph("x"),)), PageBreak(), table)
    document = document_of(Part(blocks))
    assert plain_text(document).splitlines() == [
        "Title", "Subtitle", "H", "p q", "x", "A", "B", "1", "2", "3", "4",
    ]  # fmt: skip
