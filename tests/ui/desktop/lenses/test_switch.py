"""The switch between lenses, and the stack that shows them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import LEFT, page_of, trigger
from ui.actions.catalogue import CATALOGUE
from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.registry import LENSES, POSITIONS, LensSpec
from ui.desktop.lenses.switch import LensSwitch
from ui.desktop.window import MainWindow

KEYS = [spec.key for spec in LENSES]


@pytest.mark.parametrize("spec", LENSES[1:], ids=lambda spec: spec.key)
def test_every_lens_shows_keeps_and_tells_what_it_shows(
    spec: LensSpec, window: MainWindow, qtbot: QtBot
) -> None:
    centre = page_of(window).centre
    trigger(window, f"view.lens_{spec.key}")
    lens = centre.lens
    assert isinstance(lens, Lens)
    assert lens.isVisible()
    assert lens.key == spec.key
    table = lens.export_table()
    assert table.headings
    assert all(len(row) == len(table.headings) for row in table.rows)
    assert table.rows
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert centre.key == POSITIONS


def test_each_lens_has_its_number() -> None:
    keys = {spec.id: spec.shortcuts for spec in CATALOGUE if spec.id.startswith("view.lens_")}
    expected = {f"view.lens_{key}": (f"Ctrl+{n}",) for n, key in enumerate(KEYS, 1)}
    assert keys == expected


def test_a_click_shows_a_lens_and_gives_it_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    switch = page.header.lenses
    assert not switch.buttons["parties"].isHidden()
    qtbot.mouseClick(switch.buttons["parties"], LEFT)
    assert page.centre.key == "parties"
    assert page.centre.lens is not None
    focus = window.focusWidget()
    assert focus is not None
    assert page.centre.lens is focus or page.centre.lens.isAncestorOf(focus)


def test_lenses_are_made_when_first_shown(window: MainWindow) -> None:
    assert not window.findChildren(Lens)
    trigger(window, "view.lens_events")
    assert [lens.key for lens in window.findChildren(Lens)] == ["events"]


def test_the_lens_looked_through_last_is_shown_again(
    show: ShowWindow, settings: QSettings, opener: FileOpener
) -> None:
    first = show()
    trigger(first, "view.lens_terms")
    first.close()
    assert settings.value("lens/current") == "terms"
    again = show(opener.sample())
    assert page_of(again).centre.key == "terms"
    assert page_of(again).header.lenses.buttons["terms"].isChecked()


def whole_width(switch: LensSwitch) -> int:
    return sum(button.sizeHint().width() for button in switch.buttons.values())


def test_what_has_no_room_goes_into_the_menu(qtbot: QtBot) -> None:
    switch = LensSwitch()
    qtbot.addWidget(switch)
    wanted: list[str] = []
    switch.lens_wanted.connect(wanted.append)
    assert switch.fit(whole_width(switch)) == len(LENSES)
    assert not any(button.isHidden() for button in switch.buttons.values())
    assert switch.more.isHidden()
    for room in range(whole_width(switch), 0, -25):
        count = switch.fit(room)
        shown = [key for key, button in switch.buttons.items() if not button.isHidden()]
        assert shown == KEYS[:count]
        menu = switch.more.menu()
        menu.aboutToShow.emit()
        offered = [action.text().split("\t")[0] for action in menu.actions()]
        assert offered == ([] if switch.more.isHidden() else [s.title for s in LENSES[len(shown) :]])
        taken = sum(switch.buttons[key].sizeHint().width() for key in shown)
        assert not shown or taken <= room
    switch.more.menu().actions()[-1].trigger()
    assert wanted == ["history"]


def test_the_menu_bears_the_name_of_the_lens_it_hides(qtbot: QtBot) -> None:
    switch = LensSwitch()
    qtbot.addWidget(switch)
    switch.fit(whole_width(switch) // 2)
    assert not switch.more.isChecked()
    switch.show_key("history")
    assert switch.more.isChecked()
    assert switch.more.text().startswith("History")
    switch.show_key(POSITIONS)
    assert not switch.more.isChecked()


def test_a_record_gone_to_is_shown_in_the_matrix(window: MainWindow) -> None:
    page = page_of(window)
    trigger(window, "view.lens_history")
    page.go_to("issues", ("lachin",))
    assert page.centre.key == POSITIONS
