"""Rows of a long table: made where one looks, and all of them where they are sorted or sought through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.desktop.lenses.tables.model import UNSORTED, TableModel
from ui.desktop.lenses.tables.view import LensTable
from ui.tables.facets import mark, wanted
from ui.tables.rows import Column, RowsOnDemand, TableRow, cell, number, rows_of
from ui.theme.hub import ThemeHub
from workbench.readmodels.ondemand import OnDemand

COUNT = 20_000
EVEN = ("yes", "no")
COLUMNS = (Column("name", "Name"), Column("size", "Size", is_number=True))


def row(item: int) -> TableRow:
    return TableRow.of(
        "parties", (f"{item}",), (cell(f"row {item} of {item % 7}"), number(item * 7919 % COUNT))
    )


class Rows:
    """Rows that say which of them were made."""

    def __init__(self) -> None:
        self.made = list[int]()
        self.rows = rows_of(range(COUNT), self._make, self.find, self._respects)

    def _make(self, item: int) -> TableRow:
        self.made.append(item)
        return row(item)

    @staticmethod
    def _respects() -> dict[str, list[str]]:
        return {
            "rest": [f"{item % 7}" for item in range(COUNT)],
            "even": [EVEN[item % 2] for item in range(COUNT)],
        }

    @staticmethod
    def find(_table: str, key: tuple[str, ...]) -> int:
        return int(key[0]) if key[0].isdigit() and int(key[0]) < COUNT else -1


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def table(qtbot: QtBot, theme_hub: ThemeHub, rows: Rows) -> LensTable:
    made = LensTable(theme_hub, "Rows")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.rows_model.show(COLUMNS, rows.rows)
    made.show()
    qtbot.waitExposed(made)
    return made


def seen(table: LensTable) -> list[int]:
    return [int(own.key[0]) for own in table.rows_model.rows()]


def by_hand(
    keep: Callable[[TableRow], bool], order: int = UNSORTED, *, descending: bool = False
) -> list[int]:
    kept = [item for item in range(COUNT) if keep(row(item))]
    if order == 1:
        kept.sort(key=lambda item: item * 7919 % COUNT, reverse=descending)
    return kept


def holding(query: str) -> Callable[[TableRow], bool]:
    words = query.split()
    return lambda own: all(word in own.sought for word in words)


def settle(qtbot: QtBot, table: LensTable) -> None:
    qtbot.waitUntil(lambda: not table.rows_model.is_waiting, timeout=60_000)


def test_rows_are_made_where_one_looks(qtbot: QtBot, table: LensTable, rows: Rows) -> None:
    assert table.rows_model.rowCount() == COUNT
    assert 5 < len(rows.made) < 60
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert COUNT - 1 in rows.made
    assert table.choose("parties", ("12345",))
    current = table.current_row()
    assert current is not None
    assert current.key == ("12345",)
    assert not table.choose("parties", ("no such row",))
    assert len(rows.made) < 200
    assert len(rows.made) == len(set(rows.made))


def test_what_is_sought_comes_in_while_the_window_answers(qtbot: QtBot, table: LensTable) -> None:
    table.rows_model.find("of 3 99")
    assert table.rows_model.is_waiting
    counts = list[int]()
    table.more_read.connect(lambda: counts.append(table.rows_model.rowCount()))
    settle(qtbot, table)
    assert counts == sorted(counts)
    assert len(set(counts)) > 2
    assert seen(table) == by_hand(holding("of 3 99"))
    table.rows_model.find("of 3 999")
    assert not table.rows_model.is_waiting
    assert seen(table) == by_hand(holding("of 3 999"))


def test_a_click_on_a_heading_sorts_once_all_are_made_and_the_row_stays(
    qtbot: QtBot, table: LensTable
) -> None:
    table.choose("parties", ("17",))
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.rows_model.is_waiting
    assert seen(table)[:3] == [0, 1, 2]
    settle(qtbot, table)
    way = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert seen(table) == by_hand(lambda _row: True, 1, descending=way)
    current = table.current_row()
    assert current is not None
    assert current.key == ("17",)


def test_nothing_is_made_while_nobody_looks(qtbot: QtBot, table: LensTable, rows: Rows) -> None:
    table.rows_model.find("of 3")
    table.hide()
    before = len(rows.made)
    qtbot.wait(60)
    assert len(rows.made) == before
    table.show()
    settle(qtbot, table)
    assert seen(table) == by_hand(holding("of 3"))


def test_another_search_before_all_are_made_begins_anew(qtbot: QtBot, table: LensTable) -> None:
    table.rows_model.find("of 3")
    table.rows_model.go_on(0.01)
    table.rows_model.find("of 4")
    table.rows_model.go_on(0.01)
    table.rows_model.find("")
    assert table.rows_model.rowCount() == COUNT
    table.rows_model.find("of 5")
    settle(qtbot, table)
    assert seen(table) == by_hand(holding("of 5"))


def test_rows_are_narrowed_without_being_made(qtbot: QtBot, table: LensTable, rows: Rows) -> None:
    model, whole = table.rows_model, rows.rows
    assert isinstance(whole, RowsOnDemand)
    assert whole.counts()[mark("rest", "3")] == sum(item % 7 == 3 for item in range(COUNT))
    model.narrow(wanted({"rest": "3", "even": "no"}))
    expected = [item for item in range(COUNT) if item % 7 == 3 and item % 2]
    assert model.rowCount() == len(expected)
    assert len(rows.made) < 100
    assert table.choose("parties", (f"{expected[500]}",))
    assert not table.choose("parties", ("4",))
    assert len(rows.made) < 200
    model.find("of 3 99")
    settle(qtbot, table)
    assert len(rows.made) < len(expected) + 200
    assert seen(table) == [item for item in expected if holding("of 3 99")(row(item))]
    model.find("")
    model.arrange(1, descending=True)
    settle(qtbot, table)
    assert seen(table) == sorted(expected, key=lambda item: item * 7919 % COUNT, reverse=True)
    model.narrow(frozenset())
    model.arrange(UNSORTED, descending=False)
    assert model.rowCount() == COUNT


def test_qt_finds_no_fault_while_rows_come_in(qtbot: QtBot, rows: Rows) -> None:
    assert qtbot
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(COLUMNS, rows.rows)
    for query, column in (("of 3", UNSORTED), ("of 3", 1), ("of", 0), ("", UNSORTED)):
        model.arrange(column, descending=False)
        model.find(query)
        while model.is_waiting:
            model.go_on(0.05)
        assert model.rowCount(QModelIndex()) == len(model.rows())
    assert tester


def test_items_on_demand_are_those_of_the_list() -> None:
    asked = list[int]()

    def make(place: int) -> str:
        asked.append(place)
        return str(place)

    items, plain = OnDemand(12, make), [str(place) for place in range(12)]
    assert (items[-1], items[3], items[-1]) == ("11", "3", "11")
    assert asked == [11, 3]
    assert items[2:9:3] == tuple(plain[2:9:3])
    with pytest.raises(IndexError):
        items[12]
    assert list(items) == plain
    assert len(asked) == 12
    assert items.go_on(10.0)
    assert items.reached == 12
    assert "7" in items
    assert items.index("7") == 7
