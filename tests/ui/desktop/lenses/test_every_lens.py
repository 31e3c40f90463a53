"""What every lens promises: what is seen goes out as tables, finding, filters beside it, all kept."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, trigger
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.parties_tools import Chooser
from ui.desktop.lenses.registry import LENSES, POSITIONS
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.window import MainWindow
from workbench.domain.party import Party
from workbench.operations import PutRecord

KEYS = [spec.key for spec in LENSES]
OTHERS = [key for key in KEYS if key != POSITIONS]


def seen(window: MainWindow, key: str) -> Lens:
    trigger(window, f"view.lens_{key}")
    lens = page_of(window).centre.lens
    assert isinstance(lens, Lens)
    return lens


class Answer:
    """Says where a file goes, in place of a person."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_view(self, _name: str) -> Path:
        return self.path


@pytest.mark.parametrize("key", KEYS)
def test_what_is_seen_goes_out_as_a_table(key: str, window: MainWindow, tmp_path: Path) -> None:
    trigger(window, f"view.lens_{key}")
    for suffix in (".xlsx", ".csv"):
        window.dialogs = Answer(tmp_path / f"seen{suffix}")  # type: ignore[assignment]
        trigger(window, "file.view")
    with (tmp_path / "seen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 1
    sheet = openpyxl.load_workbook(tmp_path / "seen.xlsx").worksheets[0]
    assert [str(cell.value or "") for cell in sheet[1]] == rows[0]
    assert sheet.max_row == len(rows)
    assert "TLP:RED" in sheet.oddHeader.right.text


@pytest.mark.parametrize("key", OTHERS)
def test_the_button_of_the_lens_writes_it(key: str, window: MainWindow, tmp_path: Path) -> None:
    lens = seen(window, key)
    button = next(own for own in lens.findChildren(QAbstractButton) if own.text() == "Export")
    assert button.isVisible()
    window.dialogs = Answer(tmp_path / "seen.csv")  # type: ignore[assignment]
    menu = button.menu()  # type: ignore[attr-defined]
    offered = [own.text().split("\t")[1] for own in menu.actions() if not own.isSeparator()]
    assert offered == [".xlsx", ".csv", ".png", ".svg", ".pdf"]
    menu.actions()[1].trigger()
    assert (tmp_path / "seen.csv").exists()


FOUND = {
    "parties": "yerevan",
    "demands": "azerbaijani checkpoints",
    "common_ground": "world court",
    "sources": "aliyev",
    "events": "ceasefire",
    "terms": "xankendi",
    "actors": "tehran",
    "history": "import",
}
"""What is looked for in each lens; another script or another case finds it as well."""


@pytest.mark.parametrize("key", OTHERS)
def test_finding_stands_in_every_lens(key: str, qtbot: QtBot, window: MainWindow) -> None:
    lens = seen(window, key)
    finder = next(own for own in lens.findChildren(QLineEdit) if own.placeholderText() == "Find in this lens")
    assert finder.isVisible()
    before = state_of(lens)
    finder.setFocus()
    qtbot.keyClicks(finder, "no name is like this")
    assert state_of(lens) != before or finder.property("invalid")
    finder.clear()
    qtbot.keyClicks(finder, FOUND[key].upper())
    assert not finder.property("invalid")
    if isinstance(lens, TableLens):
        assert 0 < lens.table.rows_model.rowCount() <= lens.page.total  # type: ignore[union-attr]
    else:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
        assert FOUND[key] in said(lens).casefold() or key == "demands"


def state_of(lens: Lens) -> tuple[object, ...]:
    return (lens.export_table().rows, said(lens))


def said(lens: Lens) -> str:
    """What a screen reader hears of what is chosen, and what can be read."""
    if isinstance(lens, PartiesLens | DemandsLens):
        return lens.grid.accessibleName()
    if isinstance(lens, ActorsLens):
        return lens.table.accessibleName()
    return " ".join(" ".join(row) for row in lens.export_table().rows)


def idle_filters(lens: Lens) -> list[Chooser]:
    """The filters in which all rows are of the same: there is nothing to choose in them."""
    if not isinstance(lens, TableLens):
        return []
    assert lens.page is not None
    every = [own for row in lens.page.rows for own in row.marks]
    found = {facet: {own for own in every if own.startswith(f"{facet}=")} for facet in lens.filters.choosers}
    return [chooser for facet, chooser in lens.filters.choosers.items() if len(found[facet]) < 2]


@pytest.mark.parametrize("key", OTHERS)
def test_filters_stand_next_to_what_they_filter(key: str, window: MainWindow) -> None:
    """Every control lies in the lens itself, over what is filtered, and all that can filter are in sight."""
    lens = seen(window, key)
    of_no_use = [own.box for own in idle_filters(lens)]
    shown = lens.page if isinstance(lens, CommonGroundLens) else getattr(lens, "body", lens)
    controls = [own for own in lens.findChildren(QWidget) if isinstance(own, QLineEdit | QComboBox)]
    assert controls
    QApplication.processEvents()  # filters that have come may need another line
    top = shown.mapTo(lens, shown.rect().topLeft()).y() if lens.isAncestorOf(shown) else lens.height()
    for control in controls:
        if isinstance(control.parent(), QComboBox) or shown.isAncestorOf(control) or control in of_no_use:
            continue
        assert control.isVisible(), control
        assert control.mapTo(lens, control.rect().bottomLeft()).y() <= top, control


@dataclass
class Left:
    """How somebody leaves a lens, and how that can be told again."""

    leave: Callable[[Lens], None]
    tell: Callable[[Lens], object]


def _scroll(area: QAbstractScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()


def _leave_table(lens: Lens) -> None:
    assert isinstance(lens, TableLens)
    column = lens.table.rows_model.columns[0].key
    lens.table.sort_as(column, descending=True)
    lens.table.setColumnWidth(0, lens.table.columnWidth(0) + 40)
    lens.table.selectRow(lens.table.rows_model.rowCount() - 1)
    lens.table.verticalScrollBar().setValue(lens.table.verticalScrollBar().maximum() // 2)


def _tell_table(lens: Lens) -> object:
    assert isinstance(lens, TableLens)
    row = lens.table.current_row()
    assert row is not None
    share = round(100 * lens.table.columnWidth(0) / lens.table.viewport().width())
    return (lens.table.sorting(), share, row.table, row.key, _scroll(lens.table))


def _leave_parties(lens: Lens) -> None:
    assert isinstance(lens, PartiesLens)
    lens.controls.orders.buttons["blocs"].click()
    lens.grid.choose((2, 3))
    lens.grid.chosen.emit((2, 3))
    lens.grid.verticalScrollBar().setValue(20)


def _tell_parties(lens: Lens) -> object:
    assert isinstance(lens, PartiesLens)
    return (lens.controls.orders.key, lens.grid.current, _scroll(lens.grid))


def _leave_demands(lens: Lens) -> None:
    assert isinstance(lens, DemandsLens)
    lens.grid.choose((20, 5))
    lens.grid.chosen.emit((20, 5))
    lens.grid.verticalScrollBar().setValue(200)
    lens.grid.horizontalScrollBar().setValue(30)


def _tell_demands(lens: Lens) -> object:
    assert isinstance(lens, DemandsLens)
    return (lens.down.key, lens.across.key, lens.grid.current, _scroll(lens.grid))


def _leave_actors(lens: Lens) -> None:
    assert isinstance(lens, ActorsLens)
    lens.figure.choose("2MAO")
    lens.figure.chosen.emit("2MAO")
    lens.table.setCurrentIndex(lens.rows.index(3, 4))
    lens.table.horizontalScrollBar().setValue(60)


def _tell_actors(lens: Lens) -> object:
    assert isinstance(lens, ActorsLens)
    index = lens.table.currentIndex()
    return (lens.figure.key, index.row(), index.column(), _scroll(lens.table))


def _leave_ground(lens: Lens) -> None:
    assert isinstance(lens, CommonGroundLens)
    lens.pane.verticalScrollBar().setValue(lens.pane.verticalScrollBar().maximum() // 2)


def _tell_ground(lens: Lens) -> object:
    assert isinstance(lens, CommonGroundLens)
    return _scroll(lens.pane)


TABLE = Left(_leave_table, _tell_table)
LEFT = {
    "parties": Left(_leave_parties, _tell_parties),
    "demands": Left(_leave_demands, _tell_demands),
    "common_ground": Left(_leave_ground, _tell_ground),
    "actors": Left(_leave_actors, _tell_actors),
    **dict.fromkeys(("sources", "events", "terms", "history"), TABLE),
}


@pytest.mark.parametrize("key", OTHERS)
def test_it_stays_as_it_was_left_through_edits_and_restarts(
    key: str, show: ShowWindow, settings: QSettings, opener: FileOpener, qtbot: QtBot
) -> None:
    first = show()
    for number in range(3):  # so that the history has lines
        page_of(first).session.perform(PutRecord(Party("ZZ", f"Z {number}"), ("ZZ",) if number else None))
    size = (1600, 1000) if LEFT[key] is TABLE else (1000, 560)
    first.resize(*size)
    lens, way = seen(first, key), LEFT[key]
    qtbot.wait(20)
    way.leave(lens)
    left = way.tell(lens)
    seen(first, "terms" if key != "terms" else "events")
    assert way.tell(seen(first, key)) == left, "another lens in between"
    session = page_of(first).session
    name = session.store.read_case().parties[0]
    session.perform(PutRecord(Party(name.code, name.name, "Baku", name.kind, name.colour), (name.code,)))
    qtbot.wait(20)
    if key != "history":  # which has a line more at its head
        assert way.tell(lens) == left, "an edit"
        session.undo()
    first.close()
    again = show(opener.sample())
    again.resize(*size)
    assert page_of(again).centre.key == key
    back = page_of(again).centre.lens
    assert back is not None
    qtbot.wait(100)
    assert way.tell(back) == left, "a restart"


def test_the_matrix_comes_back_as_it_was_left(
    show: ShowWindow, settings: QSettings, opener: FileOpener, qtbot: QtBot
) -> None:
    first = show()
    first.resize(1000, 560)
    page = page_of(first)
    page.matrix.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(page.matrix, key)
    page.matrix.verticalScrollBar().setValue(90)
    chosen = page.session.view.selection
    assert chosen is not None
    first.close()
    again = show(opener.sample())
    again.resize(1000, 560)
    page = page_of(again)
    assert page.session.view.selection == chosen
    assert page.matrix.selection == chosen
    qtbot.waitUntil(lambda: page.matrix.verticalScrollBar().value() == 90, timeout=2000)
