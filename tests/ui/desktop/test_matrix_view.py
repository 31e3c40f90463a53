from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.paint.matrices import matrix
from ui.desktop.matrix_view import MatrixView
from ui.desktop.view_state import Selection
from ui.desktop.widgets import gradual
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    view = MatrixView(bundled_theme())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_model(matrix(4, 6))
    view.show()
    return view


def click(
    view: MatrixView, row: int, column: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place(view, row, column))


def place(view: MatrixView, row: int, column: int) -> QPoint:
    port = view.port()
    assert port is not None
    return port.cell_rect(row, column).center().toPoint()


def press(view: MatrixView, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view, key, keys)


def test_a_click_selects_the_cell_under_it(view: MatrixView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.cell_selected) as told:
        click(view, 1, 2)
    assert told.args == [Selection("i1", ("P2",))]


def test_a_click_on_the_room_selects_the_room(view: MatrixView, qtbot: QtBot) -> None:
    port = view.port()
    assert port is not None
    with qtbot.waitSignal(view.cell_selected) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=port.room_rect(1).center().toPoint())
    assert told.args == [Selection("i1")]


def test_shift_and_ctrl_take_several_parties_of_one_issue(view: MatrixView) -> None:
    click(view, 1, 0)
    click(view, 1, 2, SHIFT)
    assert view.selection == Selection("i1", ("P0", "P1", "P2"))
    click(view, 1, 1, CTRL)
    assert view.selection == Selection("i1", ("P0", "P2"))
    click(view, 2, 1, CTRL)
    assert view.selection == Selection("i2", ("P1",), others=(("i1", "P0"), ("i1", "P2")))
    click(view, 2, 1)
    assert view.selection == Selection("i2", ("P1",))


def test_the_last_party_of_a_selection_stays(view: MatrixView) -> None:
    click(view, 1, 0)
    click(view, 1, 0, CTRL)
    assert view.selection == Selection("i1", ("P0",))


def test_arrows_walk_every_cell_and_the_room(view: MatrixView) -> None:
    press(view, Qt.Key.Key_Right)
    walked = [view.selection]
    for _ in range(5):
        press(view, Qt.Key.Key_Right)
        walked.append(view.selection)
    assert walked == [Selection("i0", (f"P{n}",)) for n in range(4)] + [Selection("i0")] * 2
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Down)
    assert view.selection == Selection("i1", ("P3",))


def test_home_end_and_pages(view: MatrixView) -> None:
    click(view, 1, 2)
    press(view, Qt.Key.Key_End)
    assert view.selection == Selection("i1")
    press(view, Qt.Key.Key_Home)
    assert view.selection == Selection("i1", ("P0",))
    press(view, Qt.Key.Key_End, CTRL)
    assert view.selection == Selection("i5", ("P0",))
    press(view, Qt.Key.Key_PageUp)
    assert view.selection is not None
    assert view.selection.issue < "i5"
    press(view, Qt.Key.Key_Home, CTRL)
    assert view.selection == Selection("i0", ("P0",))


def test_shift_and_an_arrow_take_the_next_party_too(view: MatrixView) -> None:
    click(view, 1, 1)
    press(view, Qt.Key.Key_Right, SHIFT)
    assert view.selection == Selection("i1", ("P1", "P2"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_cell(view: MatrixView, qtbot: QtBot, key: Qt.Key) -> None:
    click(view, 1, 2)
    with qtbot.waitSignal(view.open_requested) as told:
        press(view, key)
    assert told.args == ["P2", "i1"]


def test_a_double_click_opens_the_cell(view: MatrixView, qtbot: QtBot) -> None:
    click(view, 0, 1)
    with qtbot.waitSignal(view.open_requested) as told:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, 0, 1))
    assert told.args == ["P1", "i0"]


def test_a_walk_keeps_the_cell_in_sight(qtbot: QtBot) -> None:
    view = MatrixView(bundled_theme())
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_model(matrix(30, 40))
    view.show()
    press(view, Qt.Key.Key_Home)
    for key in [Qt.Key.Key_Right] * 20 + [Qt.Key.Key_Down] * 30 + [Qt.Key.Key_Left] * 9:
        press(view, key)
        port, selection = view.port(), view.selection
        assert port is not None
        assert selection is not None
        cell = port.cell_rect(int(selection.issue[1:]), int(selection.parties[0][1:]))
        assert port.cells_area.adjusted(-1, -1, 1, 1).contains(cell)


def test_another_model_keeps_selection_and_scroll_by_codes(qtbot: QtBot) -> None:
    view = MatrixView(bundled_theme())
    qtbot.addWidget(view)
    view.resize(700, 400)
    whole = matrix(30, 40)
    view.set_model(whole)
    view.show()
    view.select(Selection("i20", ("P17",)))
    before = place(view, 20, 17)
    view.set_model(replace(whole, columns=whole.columns[5:], rows=whole.rows[3:]))
    assert view.selection == Selection("i20", ("P17",))
    assert (place(view, 17, 12) - before).manhattanLength() <= 30
    view.set_model(replace(whole, columns=whole.columns[:3]))
    assert view.selection is None


def test_the_same_model_of_another_day_moves_nothing(view: MatrixView) -> None:
    view.verticalScrollBar().setValue(120)
    before = view.port()
    view.set_model(replace(matrix(4, 6), compared=None))
    after = view.port()
    assert before is not None
    assert after is not None
    assert (after.scroll_x, after.scroll_y) == (before.scroll_x, before.scroll_y)
    assert before.scroll_y > 0


def test_selecting_from_outside_says_nothing(view: MatrixView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.cell_selected):
        view.select(Selection("i3", ("P1",)))
    assert view.selection == Selection("i3", ("P1",))


def test_a_screen_reader_hears_the_cell(view: MatrixView) -> None:
    reader = QAccessible.queryAccessibleInterface(view)
    click(view, 1, 2)
    assert reader.text(QAccessible.Text.Name) == "P2 i1: all."
    press(view, Qt.Key.Key_Right)
    assert reader.text(QAccessible.Text.Name) == "P3 i1: nothing."
    press(view, Qt.Key.Key_Right)
    assert reader.text(QAccessible.Text.Name) == "The room."
    assert "Enter" in reader.text(QAccessible.Text.Description)


def test_the_tooltip_is_the_sentence_of_the_cell(view: MatrixView) -> None:
    point = place(view, 1, 2)
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "P2 i1: all."
    QToolTip.hideText()
    QApplication.processEvents()


def test_a_menu_is_asked_for_at_the_cell(view: MatrixView, qtbot: QtBot) -> None:
    click(view, 1, 2)
    with qtbot.waitSignal(view.menu_requested) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place(view, 1, 3))
        _ask_for_menu(view, place(view, 1, 3))
    assert told.args is not None
    assert told.args[0] == Selection("i1", ("P3",))


def _ask_for_menu(view: MatrixView, point: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)


def test_the_selected_cell_has_a_frame_and_another_theme_another_ground(view: MatrixView) -> None:
    theme, dark = bundled_theme(), bundled_theme("dark")
    click(view, 1, 2)
    image = view.viewport().grab().toImage()
    port = view.port()
    assert port is not None
    edge = port.cell_rect(1, 2)
    colours = {image.pixelColor(int(edge.left()) + n, int(edge.center().y())).name() for n in (-1, 0, 1)}
    assert colours & {theme.css(Role.SELECTION_FRAME), theme.css(Role.FOCUS)}
    view.set_theme(dark)
    assert view.viewport().grab().toImage().pixelColor(2, 2) == dark.colour(Role.WINDOW)


def test_a_view_without_a_model_is_calm(qtbot: QtBot) -> None:
    view = MatrixView(bundled_theme())
    qtbot.addWidget(view)
    view.show()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    view.grab()
    assert view.selection is None


def test_a_case_without_parties_and_issues_is_calm(qtbot: QtBot) -> None:
    view = MatrixView(bundled_theme())
    qtbot.addWidget(view)
    view.set_model(matrix(0, 0))
    view.show()
    view.grab()
    press(view, Qt.Key.Key_Down)
    assert view.selection is None


def seen(view: MatrixView) -> tuple[float, float, float]:
    """Return by what a layout is told from another: width and height of rows, and of all of them."""
    port = view.port()
    assert port is not None
    return port.cell_rect(300, 0).width(), port.cell_rect(300, 0).height(), port.most_y


def first_row(view: MatrixView) -> object:
    port = view.port()
    assert port is not None
    return port.hit(port.cells_area.topLeft() + QPointF(5.0, 5.0))


def test_many_rows_stand_as_they_did_until_they_are_measured(
    qtbot: QtBot, view: MatrixView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradual, "_AT_A_TIME", 0.002)
    view._measuring._at_first = 0.0
    view.set_model(matrix(8, 600))
    view.verticalScrollBar().setValue(9000)
    before, top, turns = seen(view), first_row(view), list[float]()
    timer = QTimer(view, interval=0)
    timer.timeout.connect(lambda: turns.append(seen(view)[0]))
    timer.start()
    view.resize(1400, 500)
    assert seen(view)[:2] == before[:2]
    fresh = MatrixView(bundled_theme())
    qtbot.addWidget(fresh)
    fresh.resize(1400, 500)
    fresh.set_model(matrix(8, 600))
    fresh.show()
    qtbot.waitUntil(lambda: seen(view) == seen(fresh))
    timer.stop()
    assert turns.count(before[0]) > 3, "the window never answered meanwhile"
    assert first_row(view) == top
