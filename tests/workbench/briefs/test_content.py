from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.briefs.apart import head, plain, set_apart
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
    header_row,
    paragraph,
    plain_text,
    run,
    shares,
    strong,
)
from workbench.briefs.signs import clean

from .documents import document_of


@given(st.text())
def test_clean_leaves_one_line_without_signs_that_a_file_cannot_carry(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.strip(" \n\t\r")
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


def test_what_is_set_apart_becomes_a_run_in_its_language_and_direction() -> None:
    text = f"Say {set_apart('Xankəndi', 'az')}, or {set_apart('ستيباناكيرت', 'ar')}."
    assert paragraph(text).runs == (
        Run("Say "),
        Run("Xankəndi", RunStyle.PLAIN, "az", "ltr"),
        Run(", or "),
        Run("ستيباناكيرت", RunStyle.PLAIN, "ar", "rtl"),
        Run("."),
    )
    assert paragraph(strong(text)).text == plain(text) == "Say Xankəndi, or ستيباناكيرت."


@given(st.text(), st.text(alphabet="\ufdd0\ufdd1\ufdd2ab "), st.integers(0, 40))
def test_signs_that_set_apart_never_reach_a_text(entered: str, torn: str, length: int) -> None:
    for text in (
        set_apart(entered, "en") + torn,
        torn + set_apart(torn, ""),
        head(set_apart(entered, "en"), length),
    ):
        assert not {"\ufdd0", "\ufdd1", "\ufdd2"} & set(paragraph(text).text + plain(text))


@given(st.text(alphabet="abc \u00a0", max_size=12), st.integers(0, 12))
def test_the_head_of_a_text_is_as_long_as_asked_for(text: str, length: int) -> None:
    assert plain(head(f"x{set_apart(text, 'en')}y", length)) == f"x{text}y"[:length]


def test_a_blank_that_does_not_break_stays() -> None:
    assert clean("a\u00a0:  b\u202f!") == "a\u00a0: b\u202f!"
    assert run("«\u00a0").text == "«\u00a0"


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
