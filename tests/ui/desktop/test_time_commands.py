"""Time in the window: zoom and pan, events, pace, lines that are remembered, and what changed in a period."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from tests.ui.desktop.lenses.using import choose_in_menu
from ui.actions.ids import ActionId
from ui.desktop.distances import distances_menu
from ui.desktop.time_band import TimeBand
from ui.desktop.time_changes import ChangesWindow
from ui.desktop.view_state import Selection
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow
from ui.paint.time_geometry import TimeSpan
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


def band_of(window: MainWindow) -> TimeBand:
    return page_of(window).strip.band


def span(window: MainWindow) -> TimeSpan:
    found = band_of(window).geometry_of_time()
    assert found is not None
    return found.span


def test_keys_of_the_strip_zoom_about_the_day_and_pan(qtbot: QtBot, window: MainWindow) -> None:
    band, whole = band_of(window), span(window)
    band.setFocus()
    for _times in range(4):
        qtbot.keyClick(band, Qt.Key.Key_Plus)
    near = span(window)
    assert near.days == pytest.approx(whole.days * 0.8**4, rel=0.02)
    share = (DAY.toordinal() - near.first) / near.days
    assert share == pytest.approx((DAY.toordinal() - whole.first) / whole.days, abs=0.02)
    qtbot.keyClick(band, Qt.Key.Key_PageUp)
    assert span(window).first == pytest.approx(near.first - near.days * 0.2, abs=1.0)
    qtbot.keyClick(band, Qt.Key.Key_PageDown)
    qtbot.keyClick(band, Qt.Key.Key_Minus)
    assert span(window).days > near.days
    qtbot.keyClick(band, Qt.Key.Key_0)
    assert span(window) == whole
    assert band.day == DAY


def test_actions_zoom_and_pan_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    matrix, whole = page_of(window).matrix, span(window)
    qtbot.keyClick(matrix, Qt.Key.Key_Equal, ALT)
    qtbot.keyClick(matrix, Qt.Key.Key_Equal, ALT)
    first = span(window).first
    assert span(window).days < whole.days
    qtbot.keyClick(matrix, Qt.Key.Key_PageUp, ALT)
    assert span(window).first < first
    qtbot.keyClick(matrix, Qt.Key.Key_0, ALT)
    assert span(window) == whole


def test_two_fingers_zoom_about_the_place_between_them(window: MainWindow) -> None:
    band = band_of(window)
    geometry = band.geometry_of_time()
    assert geometry is not None
    x = geometry.x(date(2021, 1, 1))
    for _times in range(6):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            QPointF(x, 60),
            QPointF(x, 60),
            QPointF(x, 60),
            0.2,
            QPointF(),
        )
        QApplication.sendEvent(band, event)
    after = band.geometry_of_time()
    assert after is not None
    assert after.span.days == pytest.approx(geometry.span.days / 1.2**6, rel=0.01)
    assert abs((after.day_at(x) - date(2021, 1, 1)).days) <= 4


def test_steps_lead_from_event_to_event_and_to_the_deadlines_ahead(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    days = sorted({event.day for event in page.session.timeline.events})
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down, CONTROL | ALT)
    assert page.session.view.day == min(day for day in days if day > DAY)
    assert any(
        event.is_deadline and event.day == page.session.view.day for event in page.session.timeline.events
    )
    page.session.set_day(DAY)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Up, CONTROL | ALT)
    assert page.session.view.day == max(day for day in days if day < DAY)
    band = band_of(window)
    band.setFocus()
    qtbot.keyClick(band, Qt.Key.Key_ParenLeft)
    assert page.session.view.day == sorted(day for day in days if day < DAY)[-2]


def test_the_pace_chosen_is_the_pace_of_playing(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    whole = (page.session.timeline.data_last - page.session.timeline.first).days
    days = {}
    for action in (None, ActionId.PLAY_FASTER):
        if action is not None:
            window.registry.action(action).trigger()
        page.session.set_day(page.session.timeline.first)
        page.strip.toggle_play()
        for _picture in range(30):
            page.strip.player.step()
        page.strip.player.stop()
        days[action] = (page.session.view.day - page.session.timeline.first).days
    assert days[None] == pytest.approx(whole * 30 * 0.033 / 20, abs=2)
    assert days[ActionId.PLAY_FASTER] == pytest.approx(2 * days[None], abs=3)


def lines(window: MainWindow) -> list[str]:
    return [line.label for line in page_of(window).session.timeline.lines]


def choose_line(window: MainWindow, first: str, second: str) -> None:
    """Choose in the menu between whom a distance is drawn."""
    page = page_of(window)
    menu = distances_menu(page.session, page)
    below = next(own for own in menu.findChildren(QMenu) if own.title().endswith(f"{first} to"))
    below.aboutToShow.emit()
    next(own for own in below.actions() if own.text() == second).trigger()
    menu.aboutToHide.emit()


def test_lines_chosen_are_drawn_and_remembered_for_the_case(show: ShowWindow) -> None:
    window = show()
    path = page_of(window).session.store.path
    choose_line(window, "Baku", "Tehran")
    assert "Baku – Tehran" in lines(window)
    window.files.open_path(path)
    assert "Baku – Tehran" in lines(window)
    choose_line(window, "Baku", "Tehran")
    assert "Baku – Tehran" not in lines(window)
    page = page_of(window)
    menu = distances_menu(page.session, page)
    menu.actions()[-1].trigger()
    menu.aboutToHide.emit()
    assert page.session.view.pairs is None
    window.files.open_path(path)
    assert page_of(window).session.view.pairs is None


def test_no_line_at_all_is_a_choice_as_well(show: ShowWindow) -> None:
    window = show()
    path = page_of(window).session.store.path
    page_of(window).session.set_pairs(())
    window.files.open_path(path)
    assert lines(window) == []


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


def listed(qtbot: QtBot, window: MainWindow) -> ListWindow:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_L, CONTROL)
    found = page_of(window).findChild(ListWindow)
    assert isinstance(found, ListWindow)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_every_cell_is_a_line_that_is_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    model = page_of(window).session.model
    shown = listed(qtbot, window)
    texts = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    for number, issue in enumerate(model.rows):
        room = model.room(number)
        assert (room is None) or room.sentence in texts
        for place in range(len(model.columns)):
            assert model.cell(number, place).sentence in texts, issue.code
    index = shown.table.rows_model.index(1, 0)
    assert shown.table.rows_model.data(index, Qt.ItemDataRole.AccessibleTextRole).endswith(texts[1])
    assert all(text.endswith((".", "?")) for text in texts)


def test_arrows_walk_the_list_and_enter_goes_to_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    shown.table.setFocus()
    qtbot.keyClick(shown.table, Qt.Key.Key_Home)
    qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    row = shown.table.current_row()
    assert row is not None
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert page_of(window).session.view.selection == Selection(row.key[0], (row.key[2],))


@pytest.mark.parametrize(("key", "holds"), [("parties", " and "), ("demands", "asks for")])
def test_other_matrices_are_listed_too(qtbot: QtBot, window: MainWindow, key: str, holds: str) -> None:
    shown = listed(qtbot, window)
    qtbot.mouseClick(shown.buttons[key], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() > 5)
    assert page_of(window).centre.key == key
    assert all(holds in row.cells[0].whole for row in list(shown.table.rows_model.rows())[:5])
    shown.table.setFocus()
    shown.table.choose_place(2)
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    lens = page_of(window).centre.lens
    row = shown.table.current_row()
    assert row is not None
    assert lens.grid.current == tuple(map(int, row.key))  # type: ignore[union-attr]


def test_finding_in_the_list_reads_on_to_what_is_sought(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    shown.finder.setFocus()
    qtbot.keyClicks(shown.finder, "xankendi")
    session = page_of(window).session
    assert shown.table.rows_model.rowCount() == 0
    shown.finder.clear()
    session.set_names("BAK")
    qtbot.waitUntil(lambda: any("Xankəndi" in row.cells[0].text for row in shown.table.rows_model.rows()))


def test_a_list_shows_nothing_to_an_audience_that_may_not_see_it(qtbot: QtBot, window: MainWindow) -> None:
    shown = listed(qtbot, window)
    texts = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    page_of(window).session.set_audience(PUBLIC)
    assert shown.table.rows_model.rowCount() == 0
    qtbot.waitUntil(lambda: shown.table.rows_model.rowCount() > 0)
    left = [row.cells[0].whole for row in shown.table.rows_model.rows()]
    assert len(left) < len(texts)
    assert not any("Assessed" in text for text in left)
