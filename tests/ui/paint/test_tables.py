"""Tables on paper: nothing is cut, heads are repeated, rows and columns stand where they belong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ui.paint.picture import Paper
from ui.paint.picture_frame import Frame
from ui.paint.picture_size import PageSize, PictureError
from ui.paint.picture_table import TablePicture
from ui.paint.runs import Run, set_runs
from ui.paint.table_columns import GAP, Need, groups_of, shared, total_least
from ui.paint.table_pages import Section, TablePage, Tables
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.tables.rows import CellText, Column, Page, TableRow
from ui.theme.theme import bundled_theme

FRAME = Frame("Title", "Note", "For the team", "TLP:RED")
LETTERS = st.text(st.sampled_from("abcdefghij klmno pəğşАБВաբգ ابت\n😀"), max_size=90)
NEEDS = st.lists(
    st.tuples(st.floats(10, 160), st.floats(0, 900), st.booleans()).map(
        lambda own: Need(own[0], own[0] + own[1], own[2])
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def table(texts: list[tuple[str, ...]], *, heads: tuple[str, ...] = (), merges: bool = False) -> Page:
    heads = heads or tuple(f"Head {number}" for number in range(len(texts[0]) if texts else 2))
    columns = tuple(Column(head, head, merges=merges and not number) for number, head in enumerate(heads))
    rows = tuple(
        TableRow("t", (str(number),), tuple(CellText(text, f"under {text}" if text else "") for text in own))
        for number, own in enumerate(texts)
    )
    return Page("page", "Name", columns, rows, "Nothing is here.")


def pages_of(page: Page, width: float, height: float, heading: str = "") -> list[TablePage]:
    look = type_scale(), TextCache()
    return Tables([Section(page, heading)], look).pages(QRectF(0.0, 0.0, width, height))


def squeezed(text: str) -> str:
    return "".join(text.split())


def written(pages: list[TablePage], column: int) -> str:
    lines = (
        text
        for page in pages
        for piece in page.pieces
        if piece.row is not None
        for line in piece.row.cells[column].lines
        for text in line.block.texts
    )
    return squeezed("".join(lines))


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=12),
    width=st.floats(240, 1400),
    height=st.floats(140, 900),
)
def test_every_letter_of_every_cell_is_on_some_page(
    texts: list[tuple[str, str]], width: float, height: float
) -> None:
    page = table([*texts])
    pages = pages_of(page, width, height)
    for column in range(2):
        assert written(pages, column) == squeezed("".join(row.cells[column].whole for row in page.rows))


@settings(max_examples=40, deadline=None)
@given(count=st.integers(1, 60), width=st.floats(240, 1400), height=st.floats(140, 900))
def test_what_stands_on_a_page_follows_upon_another_below_a_head(
    count: int, width: float, height: float
) -> None:
    for page in pages_of(
        table([("some words to be read", "more of them") for _ in range(count)]), width, height
    ):
        assert page.pieces[0].row is None
        assert page.is_held
        bottoms = [piece.top + piece.height for piece in page.pieces]
        tops = [piece.top for piece in page.pieces]
        assert tops[1:] == pytest.approx(bottoms[:-1])


def test_a_short_table_is_not_parted_where_a_page_holds_it() -> None:
    rows = [("one", "two")] * 10
    look = type_scale(), TextCache()
    sections = [Section(table(rows), "First"), Section(table(rows), "Second")]
    pages = Tables(sections, look).pages(QRectF(0.0, 0.0, 600.0, 620.0))
    assert [len(page.pieces) for page in pages] == [11, 11]


def test_a_text_that_says_what_the_one_above_says_is_written_once_a_page() -> None:
    pages = pages_of(table([("same", str(n)) for n in range(40)], merges=True), 500.0, 300.0)
    assert len(pages) > 2
    for page in pages:
        cells = [piece.row.cells[0] for piece in page.pieces if piece.row is not None]
        assert [bool(cell.lines) for cell in cells] == [True, *[False] * (len(cells) - 1)]


@given(needs=NEEDS, available=st.floats(150, 3000))
def test_columns_take_no_more_than_there_is_and_words_stay_whole(needs: list[Need], available: float) -> None:
    scale = type_scale()
    widths = shared(needs, available, scale)
    assert sum(widths) + scale.px(GAP) * (len(needs) - 1) <= available + 0.01
    if total_least(needs, scale) <= available:
        assert all(width >= own.least - 0.01 for width, own in zip(widths, needs, strict=True))


@given(needs=NEEDS, available=st.floats(150, 3000))
def test_every_column_stands_on_one_page_and_the_first_on_all(needs: list[Need], available: float) -> None:
    groups = groups_of(needs, available, type_scale())
    assert all(group[0] == 0 for group in groups)
    assert sorted(place for group in groups for place in group[1:]) == list(range(1, len(needs)))


def test_columns_that_do_not_fit_go_on_under_the_leading_one() -> None:
    heads = tuple(f"Considerable{number}" for number in range(20))
    page = table([tuple(f"value{row}x{column}" for column in range(20)) for row in range(3)], heads=heads)
    pages = pages_of(page, 700.0, 2000.0)
    leading = [
        "".join(piece.row.cells[0].lines[0].block.texts)
        for own in pages
        for piece in own.pieces
        if piece.row is not None
    ]
    assert len(leading) > 3
    assert leading == ["value0x0", "value1x0", "value2x0"] * (len(leading) // 3)


def test_a_page_that_holds_no_line_is_refused() -> None:
    paper = Paper(PageSize.of(200, 200), bundled_theme("light"))
    long = Frame("A long title " * 12, "And a long note " * 12, "For the team", "TLP:RED")
    with pytest.raises(PictureError, match="too small"):
        TablePicture([Section(table([("a", "b")]))], long).leaves(paper)


def test_a_table_without_rows_says_why() -> None:
    (page,) = pages_of(table([]), 500.0, 300.0)
    assert page.pieces[1].words is not None
    assert page.pieces[1].words.texts == ("Nothing is here.",)


@settings(max_examples=80, deadline=None)
@given(parts=st.lists(st.tuples(LETTERS, st.booleans()), min_size=1, max_size=6), width=st.floats(40, 600))
def test_stretches_of_text_are_set_whole(parts: list[tuple[str, bool]], width: float) -> None:
    scale, texts = type_scale(), TextCache()
    runs = [Run(text.replace("\n", " "), scale.cell_name if bold else scale.cell) for text, bold in parts]
    lines = set_runs(runs, width, scale, texts)
    assert squeezed("".join(own.run.text for line in lines for own in line.runs)) == squeezed(
        "".join(run.text for run in runs)
    )
    for line in lines:
        for own in line.runs:
            is_alone = len(own.run.text) <= 2  # one letter, however wide, stands on a line of its own
            assert own.x + own.run.face.width(own.run.text) <= width + 1.0 or is_alone
