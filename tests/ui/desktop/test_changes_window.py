"""What changed in the period, in a window beside: with both wordings, filtered, written, followed."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from tests.ui.desktop.lenses.using import choose_in_menu
from ui.desktop.time_changes import ChangesWindow
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.analysis.changes import changes_between
from workbench.analysis.standing import standing_on
from workbench.analysis.turning_points import turning_points
from workbench.domain.audience import PUBLIC
from workbench.domain.vocabulary import Basis

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY, BEFORE = date(2023, 3, 20), date(2022, 3, 20)


def changes(qtbot: QtBot, window: MainWindow) -> ChangesWindow:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_H, CONTROL | SHIFT)
    found = page_of(window).findChild(ChangesWindow)
    assert isinstance(found, ChangesWindow)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_what_changed_in_the_period_stands_with_both_wordings(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    shown = changes(qtbot, window)
    snapshot = session.snapshot
    then, now = (standing_on(snapshot, day, Basis.ASSESSED) for day in (BEFORE, DAY))
    wanted = changes_between(then, now)
    rows = shown.table.rows_model.rows()
    assert len(rows) == len(wanted) > 10
    assert f"{len(wanted)} changes between 20 March 2022 and 20 March 2023" in shown.note.text()
    for own in wanted:
        key = (snapshot.issues[own.issue].code, snapshot.parties[own.party].code, own.track.value)
        row = next(row for row in rows if row.key == key)
        assert row.cells[2].text == own.change.kind.value
        for place, number in ((3, own.change.before), (4, own.change.after)):
            said = snapshot.table.statement[number] if number >= 0 else ""
            assert said in row.cells[place].whole


def test_a_list_sought_through_in_vain_is_not_said_to_be_empty(qtbot: QtBot, window: MainWindow) -> None:
    shown = changes(qtbot, window)
    said: list[str] = []
    shown.table.say_of_nothing = said.append  # type: ignore[method-assign]
    qtbot.keyClicks(shown.finder, "zzzz")
    assert not shown.table.rows_model.rowCount()
    assert said[-1] == "Nothing here holds “zzzz”."
    shown.finder.clear()
    assert said[-1] == "Nothing changed in this period."


def test_a_list_that_is_narrowed_and_sought_through_in_vain_says_both(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = changes(qtbot, window)
    said: list[str] = []
    shown.table.say_of_nothing = said.append  # type: ignore[method-assign]
    kinds = shown.filters.choosers["kind"].box
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    qtbot.keyClicks(shown.finder, "zzzz")
    assert said[-1] == (
        "Nothing that the filters let through holds “zzzz”. “Clear filters” looks through everything."
    )


def test_the_list_follows_the_days_and_takes_days_in_words(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    shown = changes(qtbot, window)
    shown.days.first.setFocus()
    shown.days.first.selectAll()
    qtbot.keyClicks(shown.days.first, "January 2021")
    shown.days.last.setFocus()
    assert session.view.compared == date(2021, 1, 1)
    session.set_day(date(2021, 1, 2))
    qtbot.waitUntil(lambda: "2 January 2021" in shown.note.text())
    session.set_compared(None)
    qtbot.waitUntil(lambda: "Choose the day" in shown.note.text())


def test_enter_leads_from_a_change_to_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    shown = changes(qtbot, window)
    shown.table.choose_place(3)
    row = shown.table.current_row()
    assert row is not None
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert page_of(window).session.view.selection == Selection(row.key[0], (row.key[1],))


def test_changes_are_filtered_by_kind_and_party_where_they_stand(qtbot: QtBot, window: MainWindow) -> None:
    shown = changes(qtbot, window)
    every = list(shown.table.rows_model.rows())
    kinds, parties = (shown.filters.choosers[key] for key in ("kind", "party"))
    assert kinds.box.itemText(0) == "all"
    kinds.box.setFocus()
    qtbot.keyClick(kinds.box, Qt.Key.Key_Down)
    rows = list(shown.table.rows_model.rows())
    assert 0 < len(rows) < len(every)
    assert rows == [row for row in every if row.cells[2].text == kinds.key]
    assert kinds.box.currentText() == f"{kinds.key} ({len(rows)})"
    parties.box.setFocus()
    qtbot.keyClick(parties.box, Qt.Key.Key_Down)
    both = list(shown.table.rows_model.rows())
    assert both == [row for row in rows if row.key[1] == parties.key]
    assert shown.note.text().endswith(f"Shown: {len(both)}.")
    chosen = dict(shown.filters.chosen)
    page_of(window).session.set_audience(PUBLIC)  # and what is chosen stays, also where nothing is of it
    assert shown.filters.chosen == chosen
    page_of(window).session.set_compared(DAY)
    qtbot.waitUntil(lambda: not shown.table.rows_model.rowCount())
    assert shown.filters.chosen == chosen
    qtbot.mouseClick(shown.filters.way_back, Qt.MouseButton.LeftButton)
    assert shown.filters.chosen == {}


def test_the_changes_are_left_as_they_were(qtbot: QtBot, window: MainWindow) -> None:
    shown = changes(qtbot, window)
    shown.filters.choosers["party"].box.setFocus()
    qtbot.keyClick(shown.filters.choosers["party"].box, Qt.Key.Key_Down)
    shown.table.sort_as("kind", descending=True)
    rows, chosen = list(shown.table.rows_model.rows()), dict(shown.filters.chosen)
    qtbot.mouseClick(shown.forms.buttons["days"], Qt.MouseButton.LeftButton)
    assert shown.table.sorting()[0] == ""
    qtbot.mouseClick(shown.forms.buttons["changes"], Qt.MouseButton.LeftButton)
    assert list(shown.table.rows_model.rows()) == rows
    shown.close()
    qtbot.waitUntil(lambda: page_of(window).findChild(ChangesWindow) is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    again = changes(qtbot, window)
    assert again.filters.chosen == chosen
    assert list(again.table.rows_model.rows()) == rows
    assert again.table.sorting() == ("kind", True)


class Places:
    """Answers where a file goes."""

    def __init__(self, path: Path) -> None:
        self.path, self.asked = path, list[str]()

    def ask_view(self, name: str) -> Path:
        self.asked.append(name)
        return self.path / name


@pytest.mark.parametrize("form", ["changes", "days"])
def test_what_is_listed_goes_out_as_it_is_seen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, form: str
) -> None:
    shown = changes(qtbot, window)
    page_of(window).session.set_audience(PUBLIC)
    qtbot.mouseClick(shown.forms.buttons[form], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() > 0)
    if form == "changes":
        shown.filters.choosers["party"].box.setFocus()
        qtbot.keyClick(shown.filters.choosers["party"].box, Qt.Key.Key_Down)
    places = Places(tmp_path)
    window.dialogs = places  # type: ignore[assignment]
    for name in ("CSV", "Workbook"):
        choose_in_menu(shown.exporter.menu(), name)
    assert places.asked == [f"{form}.csv", f"{form}.xlsx"]
    seen = [[cell.whole for cell in row.cells] for row in shown.table.rows_model.rows()]
    with (tmp_path / f"{form}.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = list(csv.reader(file))
    assert heads == [own.title for own in shown.table.rows_model.columns]
    assert rows == seen
    sheet = openpyxl.load_workbook(tmp_path / f"{form}.xlsx").worksheets[0]
    assert sheet.oddHeader.right.text == "TLP:CLEAR"
    assert sheet.max_row == 1 + len(seen)
    if form == "changes":
        assert "20 March 2022 – 20 March 2023" in sheet.oddHeader.left.text
        assert "Party: Baku" in sheet.oddHeader.left.text
    picture = shown.seen().picture()
    assert "TLP:CLEAR" in str(picture.frame)  # type: ignore[attr-defined]


def test_the_days_on_which_most_moved_lead_to_what_moved(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    shown = changes(qtbot, window)
    qtbot.mouseClick(shown.forms.buttons["days"], Qt.MouseButton.LeftButton)
    wanted = turning_points(session.snapshot, Basis.ASSESSED)[:10]
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() == len(wanted))
    assert "have been looked at" not in shown.note.text()
    rows = list(shown.table.rows_model.rows())
    assert [row.key[0] for row in rows] == [own.day.isoformat() for own in wanted]
    assert [row.cells[1].order for row in rows] == [own.movement for own in wanted]
    assert not shown.days.isVisible()
    shown.table.setFocus()
    shown.table.choose_place(1)
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert session.view.day == wanted[1].day
    assert session.view.compared == wanted[1].day - timedelta(days=1)
    assert shown.forms.key == "changes"
    assert shown.table.rows_model.rowCount() >= wanted[1].cells
