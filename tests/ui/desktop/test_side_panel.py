"""The left side: lines as high as they need to be, tasks that cost no cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of
from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.editors.party import PartyEditor
from ui.desktop.side_panel import SidePanel
from ui.desktop.todo import QUESTIONS, open_tasks
from ui.desktop.widgets.row_button import PartyCheck, RowButton
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, PUBLIC, TEAM
from workbench.domain.handling import Handling
from workbench.operations import PlaceRecords, PutRecord
from workbench.readmodels.positions import PositionsModel


def squeezed(panel: SidePanel) -> list[str]:
    rows = [row for row in panel.findChildren(RowButton) if row.isVisible()]
    assert any(row.detail for row in rows), "no task is shown"
    return [row.text() for row in rows if row.height() < row.heightForWidth(row.width())]


@pytest.mark.parametrize("size", [(1366, 768), (900, 520)])
def test_no_line_is_squeezed_whatever_is_shown(qtbot: QtBot, show: ShowWindow, size: tuple[int, int]) -> None:
    window = show()
    page = page_of(window)
    window.resize(*size)
    page.side.show()
    for audience in (PRINCIPAL, PUBLIC, TEAM):
        page.session.set_audience(audience)
        qtbot.waitUntil(lambda: squeezed(page.side) == [])


def test_tasks_are_found_without_asking_a_cell(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session = page_of(window).session
    model = PositionsModel(session.snapshot, session.view.day, session.view.basis)
    before = open_tasks(session.model)

    def asked(*_where: object) -> None:
        pytest.fail("a cell or a room was asked")

    # the window paints on while nobody acts, and its cells may be asked again once this is over
    with monkeypatch.context() as patched:
        patched.setattr(PositionsModel, "cell", asked)
        patched.setattr(PositionsModel, "room", asked)
        assert open_tasks(model) == before


def test_only_as_many_tasks_are_named_as_are_wanted(window: MainWindow) -> None:
    model = page_of(window).session.model
    every = {own.heading: own for own in open_tasks(model)}
    some = {own.heading: own for own in open_tasks(model, lambda _heading: 1)}
    for heading, own in every.items():
        assert own.count == len(own.tasks) == some[heading].count
        assert some[heading].tasks == own.tasks[:1]
    assert QUESTIONS in every


def check_of(panel: SidePanel, label: str) -> PartyCheck:
    return next(own for own in panel.findChildren(PartyCheck) if own.text() == label)


def menu_of(qtbot: QtBot, check: PartyCheck) -> QMenu:
    check.customContextMenuRequested.emit(check.rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_party_is_taken_out_of_view_and_all_are_brought_back(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.mouseClick(check_of(page.side, "Moscow"), LEFT)
    assert "MOW" not in {column.code for column in page.session.model.columns}
    back = next(own for own in page.side.findChildren(RowButton) if own.text() == "Show all parties")
    assert back.isVisible()
    qtbot.mouseClick(back, LEFT)
    assert len(page.session.model.columns) == 7
    assert not back.isVisible()
    assert check_of(page.side, "Moscow").isChecked()


def test_one_party_alone_is_shown_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    menu = menu_of(qtbot, check_of(page.side, "Yerevan"))
    qtbot.keyClick(menu, Qt.Key.Key_O)
    assert [column.code for column in page.session.model.columns] == ["YER"]
    checked = [own.text() for own in page.side.findChildren(PartyCheck) if own.isChecked()]
    assert checked == ["Yerevan"]
    menu = menu_of(qtbot, check_of(page.side, "Baku"))
    qtbot.keyClick(menu, Qt.Key.Key_A)
    assert len(page.session.model.columns) == 7


def test_all_parties_are_brought_back_from_the_menu_bar(window: MainWindow) -> None:
    page = page_of(window)
    action = window.registry.action(ActionId.SHOW_ALL_PARTIES)
    assert not action.isEnabled()
    page.session.show_only(["YER", "BAK"])
    assert action.isEnabled()
    action.trigger()
    assert len(page.session.model.columns) == 7
    assert not action.isEnabled()


def test_a_party_opens_from_its_menu(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.keyClick(menu_of(qtbot, check_of(page.side, "EU")), Qt.Key.Key_E)
    assert isinstance(page.desk.currentWidget(), PartyEditor)


def test_what_is_hidden_from_elsewhere_is_unticked(window: MainWindow) -> None:
    page = page_of(window)
    page.session.show_party("EU", shown=False)
    assert not check_of(page.side, "EU").isChecked()


def lines_of(panel: SidePanel) -> dict[str, RowButton | PartyCheck]:
    every = [*panel.findChildren(PartyCheck), *panel.findChildren(RowButton)]
    return {own.text(): own for own in every if own.isVisibleTo(panel)}


def test_an_edit_makes_no_line_anew(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: len(page.side.findChildren(RowButton)) > len(page.session.model.baskets) + 1)
    before = lines_of(page.side)
    position = page.session.kept.position(0)
    page.session.perform(PutRecord(replace(position, statement="Said so again.")))
    assert {text: id(own) for text, own in lines_of(page.side).items()} == {
        text: id(own) for text, own in before.items()
    }


def test_a_party_renamed_is_the_only_line_made_anew(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    before = lines_of(page.side)
    baku = next(own for own in page.session.kept.parties if own.code == "BAK")
    page.session.perform(PutRecord(replace(baku, short_name="Government")))
    after = lines_of(page.side)
    assert set(before) - set(after) == {"Baku"}
    assert set(after) - set(before) == {"Government"}
    assert all(after[text] is own for text, own in before.items() if text in after)
    page.session.perform(PlaceRecords("parties", (("BAK",),), ("MOW",), True))
    checks = [own for own in page.side.findChildren(PartyCheck) if own.isVisibleTo(page.side)]
    expected = [own.label for own in page.session.snapshot.parties]
    assert expected.index("Government") > 0
    qtbot.waitUntil(lambda: [own.text() for own in sorted(checks, key=PartyCheck.y)] == expected)


def test_the_keyboard_stays_on_a_line_that_stays(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    check = check_of(page.side, "Yerevan")
    check.setFocus()
    position = page.session.kept.position(0)
    page.session.perform(PutRecord(replace(position, statement="Said so again.")))
    assert window.focusWidget() is check


def said_of_time(page: CasePage) -> str:
    shown = page.strip.band.timeline
    assert shown is not None
    return " ".join(line.label for line in shown.lines)


def test_nothing_is_left_of_who_is_out_of_reach(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    moscow = next(own for own in page.session.kept.parties if own.code == "MOW")
    page.session.perform(PutRecord(replace(moscow, handling=Handling.RESTRICTED)))
    page.session.set_pairs((("YER", "MOW"),))
    qtbot.waitUntil(lambda: "Moscow" in said_of_time(page))
    assert "Moscow" in lines_of(page.side)
    page.session.set_audience(PUBLIC)  # and nothing is painted or waited for before what is asked here
    assert "Moscow" not in said_of_time(page)
    rows = [own for own in page.side.findChildren(RowButton) if own.isVisibleTo(page.side)]
    assert not any("Moscow" in f"{own.text()} {own.detail}" for own in rows)
    said = {own.text() for own in page.side.findChildren(PartyCheck) if own.isVisibleTo(page.side)}
    assert said == {own.label for own in page.session.snapshot.parties}
    assert "Moscow" not in said
