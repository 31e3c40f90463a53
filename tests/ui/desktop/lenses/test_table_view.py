"""The table of the lenses, walked with keys and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.lenses.tables.delegate import CellDelegate
from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.lenses.tables.widths import shared_widths
from ui.tables.facets import marks, wanted
from ui.tables.rows import CellText, Column, TableRow, cell
from ui.theme.hub import ThemeHub

COLUMNS = (Column("name", "Name", 2, 60), Column("said", "Said", 3, 80), Column("by", "By", 1, 40))
LONG = "A sentence that is far too long for one line of a narrow column, so that it has to wrap. " * 2


def row(name: str, said: str = "short", by: str = "x") -> TableRow:
    return TableRow.of("parties", (name,), (cell(name, strong=True), cell(said, "detail"), cell(by)))


@pytest.fixture
def table(qtbot: QtBot, theme_hub: ThemeHub) -> LensTable:
    made = LensTable(theme_hub, "Rows")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.rows_model.show(COLUMNS, tuple(row(f"n{n}", LONG if n == 1 else "short") for n in range(40)))
    made.show()
    qtbot.waitExposed(made)
    return made


def widths(table: LensTable) -> list[int]:
    return [table.columnWidth(place) for place in range(len(COLUMNS))]


def test_columns_fill_the_table_and_go_on_doing_so(qtbot: QtBot, table: LensTable) -> None:
    assert sum(widths(table)) == table.viewport().width()
    table.resize(900, 300)
    qtbot.wait(1)
    assert sum(widths(table)) == table.viewport().width()
    table.resize(100, 300)
    qtbot.wait(1)
    assert widths(table) == [60, 80, 40]


def test_a_column_drawn_wider_takes_from_its_neighbour_and_is_remembered(table: LensTable) -> None:
    before = widths(table)
    table.horizontalHeader().resizeSection(0, before[0] + 50)
    assert widths(table) == [before[0] + 50, before[1] - 50, before[2]]
    kept = table.widths.kept()
    table.widths.restore("")
    table.lay_out()
    assert widths(table) == before
    table.widths.restore(kept)
    table.lay_out()
    assert abs(widths(table)[0] - before[0] - 50) <= 2
    table.widths.restore("nonsense;name=;=3;name=x")
    table.lay_out()
    assert widths(table) == before


def test_rows_have_their_natural_height(table: LensTable) -> None:
    assert table.rowHeight(1) > table.rowHeight(0) == table.rowHeight(2)
    table.resize(3000, 300)
    assert table.rowHeight(1) == table.rowHeight(0)


def test_a_long_table_is_measured_where_it_is_seen(table: LensTable) -> None:
    table.rows_model.show(COLUMNS, tuple(row(f"n{n}", LONG) for n in range(5000)))
    table.lay_out()
    assert table.rowHeight(0) > table.rowHeight(4000)
    table.choose("parties", ("n4000",))
    assert table.rowHeight(4000) == table.rowHeight(0)


def test_keys_walk_open_and_copy(qtbot: QtBot, table: LensTable) -> None:
    opened: list[TableRow] = []
    table.opened.connect(opened.append)
    table.setFocus()
    current = table.current_row()
    assert current is not None
    assert current.key == ("n0",)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [own.key for own in opened] == [("n1",)]
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "n38\tshort detail\tx\nn39\tshort detail\tx"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_row() == table.rows_model.row(0)


def test_a_double_click_opens(qtbot: QtBot, table: LensTable) -> None:
    opened: list[TableRow] = []
    table.opened.connect(opened.append)
    place = QPoint(20, table.rowViewportPosition(2) + 5)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [own.key for own in opened] == [("n2",)]


def test_letters_are_left_to_finding(qtbot: QtBot, table: LensTable) -> None:
    typed: list[str] = []
    table.typed.connect(typed.append)
    qtbot.keyClicks(table, "s7")
    assert typed == ["s", "7"]


def test_sorting_keeps_the_row_that_is_current(table: LensTable) -> None:
    table.choose("parties", ("n7",))
    table.sort_as("name", descending=True)
    current = table.current_row()
    assert current is not None
    assert current.key == ("n7",)
    assert table.sorting() == ("name", True)
    table.sort_as("gone", descending=False)
    assert table.sorting()[0] == ""


def test_an_empty_table_says_why(table: LensTable) -> None:
    def ink() -> int:
        image = table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(20, 60)})

    table.rows_model.show(COLUMNS, ())
    bare = ink()
    table.say_of_nothing("Nothing has been entered.")
    assert ink() > bare


@given(st.lists(st.tuples(st.floats(0.1, 9), st.integers(10, 200)), min_size=1, max_size=9), st.data())
def test_widths_fill_the_room_and_none_is_below_its_least(
    columns: list[tuple[float, int]], data: st.DataObject
) -> None:
    shares, least = [share for share, _ in columns], [width for _, width in columns]
    room = data.draw(st.integers(0, 3000))
    widths = shared_widths(room, shares, least)
    assert all(width >= own for width, own in zip(widths, least, strict=True))
    assert sum(widths) == max(room, sum(least))


def test_of_a_long_table_only_rows_in_sight_are_measured_wherever_one_stands(
    qtbot: QtBot, table: LensTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fewer rows may come while one stands far down: the rows between are of no concern."""
    kinds = marks(of="even"), marks(of="odd")
    rows = tuple(replace(row(f"n{n}", f"{LONG} {n}"), marks=kinds[n % 2]) for n in range(4000))
    table.rows_model.show(COLUMNS, rows)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    measured = []
    height = CellDelegate.height

    def told(delegate: CellDelegate, own: CellText, width: int, column: int) -> int:
        measured.append(own)
        return height(delegate, own, width, column)

    monkeypatch.setattr(CellDelegate, "height", told)
    last = table.current_row()
    assert last is rows[-1]
    table.rows_model.narrow(wanted({"of": "odd"}))
    assert table.choose_row(last)
    QApplication.processEvents()
    assert table.currentIndex().row() == 1999
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).bottomLeft())
    assert 0 < len(measured) < 600
    table.rows_model.narrow(wanted({"of": "even"}))
    assert not table.choose_row(last)
    table.choose_place(0)
    QApplication.processEvents()
    assert table.rowHeight(0) > 2 * table.verticalHeader().minimumSectionSize()
    assert len(measured) < 1200
