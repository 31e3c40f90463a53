"""Rows as Qt asks for them: sorted by the rules of a language, found in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.desktop.lenses.tables.model import UNSORTED, TableModel
from ui.tables.facets import marks, wanted
from ui.tables.rows import CellText, Column, TableRow, cell, number

COLUMNS = (Column("name", "Name"), Column("count", "Count", is_number=True))
NAMES = {"Zebra": 3, "Çay": 20, "cab": 100, "Ağdam": 0, "10b": 7, "9b": 8}


def rows(names: dict[str, int]) -> tuple[TableRow, ...]:
    return tuple(
        TableRow.of("parties", (name,), (cell(name), number(n)), marks=marks(of="odd" if n % 2 else "even"))
        for name, n in names.items()
    )


@pytest.fixture
def model(qtbot: QtBot) -> TableModel:
    assert qtbot
    made = TableModel()
    made.show(COLUMNS, rows(NAMES))
    return made


def seen(model: TableModel) -> list[str]:
    return [row.key[0] for row in model.rows()]


def test_qt_finds_no_fault(model: TableModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for column in (0, 1, UNSORTED):
        model.arrange(column, descending=bool(column))
        model.find("a")
        model.find("nothing has this name")
        model.find("")
        model.narrow(frozenset({"of=even"}))
        model.narrow(frozenset({"of=nothing"}))
        model.narrow(frozenset())
    model.show(COLUMNS[:1], ())
    model.show(COLUMNS, rows(NAMES))
    assert tester.model() is model


def test_names_follow_the_language_and_numbers_in_them_their_size(model: TableModel) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_GB"))
        model.arrange(0, descending=False)
        assert seen(model) == ["9b", "10b", "Ağdam", "cab", "Çay", "Zebra"]
        model.arrange(0, descending=True)
        assert seen(model) == ["Zebra", "Çay", "cab", "Ağdam", "10b", "9b"]
        QLocale.setDefault(QLocale("az_AZ"))  # ç stands after c there
        model.arrange(0, descending=False)
        assert seen(model)[2:] == ["Ağdam", "cab", "Çay", "Zebra"]
    finally:
        QLocale.setDefault(before)


def test_numbers_sort_by_size_and_what_is_empty_comes_last_both_ways(model: TableModel) -> None:
    model.arrange(1, descending=False)
    assert seen(model) == ["Ağdam", "Zebra", "10b", "9b", "Çay", "cab"]
    without = TableRow("parties", ("none",), (CellText("none"), CellText("")))
    model.show(COLUMNS, (without, *rows(NAMES)))
    assert seen(model)[-1] == "none"
    model.arrange(1, descending=True)
    assert seen(model)[0] == "cab"
    assert seen(model)[-1] == "none"


def test_no_order_is_the_order_in_which_they_came(model: TableModel) -> None:
    model.arrange(0, descending=True)
    model.arrange(UNSORTED, descending=False)
    assert seen(model) == list(NAMES)


@pytest.mark.parametrize(
    ("query", "found"),
    [("AGDAM", ["Ağdam"]), ("cay", ["Çay"]), ("7 10B", ["10b"]), ("", list(NAMES)), ("xyz", [])],
)
def test_finding_folds(model: TableModel, query: str, found: list[str]) -> None:
    model.find(query)
    assert seen(model) == found


@given(
    st.lists(st.tuples(st.text("abç10", min_size=1, max_size=3), st.integers(0, 9)), max_size=12),
    st.sampled_from([UNSORTED, 0, 1]),
    st.booleans(),
    st.sampled_from(["", "a", "1"]),
    st.sampled_from(["", "odd", "even"]),
)
def test_in_whichever_order_it_is_asked_the_rows_are_the_same(
    names: list[tuple[str, int]], column: int, descending: bool, query: str, of: str
) -> None:
    every = rows(dict(names))
    model, chosen = TableModel(), wanted({"of": of})
    model.narrow(chosen)
    model.find(query)
    model.show(COLUMNS, every)
    model.arrange(column, descending=descending)
    other = TableModel()
    other.show(COLUMNS, every)
    other.arrange(column, descending=descending)
    whole = seen(other)
    other.find(query)
    other.narrow(chosen)
    assert seen(model) == seen(other)
    fits = {row.key[0] for row in every if query in row.sought and (not of or f"of={of}" in row.marks)}
    assert seen(model) == [name for name in whole if name in fits]
    assert model.is_whole == (len(fits) == len(every))


def test_other_rows_stay_found_and_sorted(model: TableModel) -> None:
    model.arrange(0, descending=True)
    model.find("b")
    model.show(COLUMNS, rows({"bee": 1, "ant": 2, "Bat": 3}))
    assert seen(model) == ["bee", "Bat"]


def test_a_cell_tells_a_screen_reader_its_heading(model: TableModel) -> None:
    index = model.index(0, 0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Name: Zebra"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Count"
    assert isinstance(model, QAbstractItemModel)
    assert model.rowCount(index) == 0
    assert model.data(QModelIndex()) is None


def test_places_of_records(model: TableModel) -> None:
    assert model.place_of("parties", ("cab",)) == 2
    assert model.place_of("issues", ("cab",)) == -1
    assert model.row(99) is None
