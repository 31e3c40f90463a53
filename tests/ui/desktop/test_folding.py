"""Groups folded into one column and opened again, by pointer, keys and menu."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import LEFT, click_cell, page_of, trigger
from ui.actions.ids import ActionId
from ui.desktop.matrix_tips import tip_at
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from ui.paint.port import Area, Hit

CONTROL = Qt.KeyboardModifier.ControlModifier


def columns(window: MainWindow) -> list[str]:
    return [column.code for column in page_of(window).session.model.columns]


def sign_of(window: MainWindow, code: str) -> QPoint:
    sign = page_of(window).matrix.fold_place(columns(window).index(code))
    assert sign is not None
    return sign.center().toPoint()


def press_sign(qtbot: QtBot, window: MainWindow, code: str) -> None:
    qtbot.mouseClick(page_of(window).matrix.viewport(), LEFT, pos=sign_of(window, code))


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_sign_in_the_header_folds_and_opens(qtbot: QtBot, window: MainWindow) -> None:
    press_sign(qtbot, window, "STP")
    assert columns(window) == ["BAK", "ARM", "MOW", "EU", "THR", "OPP"]
    press_sign(qtbot, window, "ARM")
    assert columns(window) == ["BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"]


def test_a_party_of_two_groups_is_asked_into_which(qtbot: QtBot, window: MainWindow) -> None:
    press_sign(qtbot, window, "YER")
    menu = popup()
    assert [action.text() for action in menu.actions()] == [
        "Armenian side (Yerevan and Stepanakert)",
        "Signatories of the 2020 ceasefire statement (Baku, Yerevan and Moscow)",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert columns(window) == ["TRI", "STP", "EU", "THR", "OPP"]


def test_ctrl_g_folds_where_the_keyboard_is(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_cell(qtbot, window, "STP", "lachin")
    qtbot.keyClick(page.matrix, Qt.Key.Key_G, CONTROL)
    assert columns(window)[1] == "ARM"
    assert page.session.view.selection == Selection("lachin", ("YER", "STP"), "ARM")
    assert page.matrix.selection == page.session.view.selection
    qtbot.keyClick(page.matrix, Qt.Key.Key_G, CONTROL)
    assert columns(window)[1:3] == ["YER", "STP"]
    assert page.matrix.selection == Selection("lachin", ("YER", "STP"))


def test_the_inspector_says_from_whom(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    press_sign(qtbot, window, "STP")
    place = page.matrix.port()
    assert place is not None
    qtbot.mouseClick(page.matrix.viewport(), LEFT, pos=place.cell_rect(0, 1).center().toPoint())
    page.desk.inspector.refresh()
    said = page.desk.inspector.inspection
    assert said is not None
    assert said.title == "Armenian side"
    assert "red line, from Stepanakert" in [fact.text for fact in said.leads[0].facts]


def test_the_state_is_kept_while_the_day_moves(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    session.fold("TRI", folded=True)
    assert "TRI" in columns(window)
    session.set_day(date(2020, 11, 9))
    assert "TRI" not in columns(window)
    session.set_day(date(2021, 1, 1))
    assert "TRI" in columns(window)
    assert session.view.folded == {"TRI"}


def test_the_menu_lists_every_group(qtbot: QtBot, window: MainWindow) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    window.matrix.fill_groups(menu)
    assert len(menu.actions()) == 2
    menu.actions()[0].trigger()
    assert "ARM" in columns(window)
    trigger(window, ActionId.OPEN_GROUPS)
    assert "ARM" not in columns(window)


def test_enter_on_a_folded_cell_says_what_it_stands_for(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_cell(qtbot, window, "STP", "lachin")
    trigger(window, ActionId.FOLD_GROUP)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    assert page.desk.count() == 1
    assert "Ctrl+G opens it" in page.header.saved.text


def test_what_is_folded_is_so_after_a_restart(qtbot: QtBot, show: ShowWindow, opener: FileOpener) -> None:
    window = show()
    page_of(window).session.fold("ARM", folded=True)
    window.close()
    again = show(opener.sample())
    assert "ARM" in columns(again)


def test_folding_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    before = session.store.undo_label
    press_sign(qtbot, window, "STP")
    assert session.store.undo_label == before


def test_headers_say_what_counts(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    assert "changes nothing in it" in tip_at(Hit(Area.ROOMS), session.model)
    tip = tip_at(Hit(Area.PARTY, column=2), session.model)
    assert "Can be folded into “Armenian side”" in tip
    session.fold("ARM", folded=True)
    tip = tip_at(Hit(Area.PARTY, column=1), session.model)
    assert "Yerevan and Stepanakert" in tip
    assert "lowest stance" in tip


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_sign_stands_beside_the_name(qtbot: QtBot, window: MainWindow, zoom: float) -> None:
    window.hub.use(zoom=zoom)
    matrix = page_of(window).matrix
    port = matrix.port()
    assert port is not None
    signs = [matrix.fold_place(number) for number in range(port.geometry.columns)]
    assert [sign is not None for sign in signs] == [True, True, True, True, False, False, False]
    for number, sign in enumerate(signs):
        assert sign is None or port.party_rect(number).contains(sign)
        assert sign is None or sign.right() <= port.party_rect(number).right() - 7 * zoom + 1
    window.hub.use(zoom=1.0)
