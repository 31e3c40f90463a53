"""The window as a person uses it: with mouse and keys, on a real file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.case_file import create_case
from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import LEFT, cell_place, click_cell, everything_read, page_of, texts, trigger
from ui.actions.ids import ActionId
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.vocabulary import Basis


def test_the_sample_opens_from_the_welcome_page(qtbot: QtBot, show: ShowWindow) -> None:
    window = show(empty=True)
    button = next(own for own in window.findChildren(QPushButton) if own.text() == "Open the sample")
    qtbot.mouseClick(button, LEFT)
    page = page_of(window)
    assert page.matrix.isVisible()
    assert "South Caucasus" in window.windowTitle()
    assert page.session.view.day == date(2023, 3, 20)
    assert page.matrix.hasFocus()


def test_the_menus_stand_at_the_left_without_a_case(show: ShowWindow) -> None:
    window = show(empty=True)
    menus = window.findChild(QMenuBar)
    assert menus is not None
    assert menus.mapTo(window, QPoint(0, 0)).x() < 20


def test_dragging_the_handle_changes_the_matrix(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    band, before = page.strip.band, page.matrix.model
    geometry = band.geometry_of_time()
    assert geometry is not None
    assert before is not None
    assert before.cell(0, 0).ref == "bak-lachin-2023-03-a"
    y = band.height() // 2
    start = QPoint(round(geometry.x(date(2023, 3, 20))), y)
    end = QPoint(round(geometry.x(date(2021, 6, 1))), y)
    qtbot.mousePress(band, LEFT, pos=start)
    qtbot.mouseMove(band, (start + end) / 2)
    qtbot.mouseMove(band, end)
    qtbot.mouseRelease(band, LEFT, pos=end)
    qtbot.waitUntil(lambda: page.session.view.day < date(2021, 7, 1))
    after = page.matrix.model
    assert after is not None
    assert after.day == page.session.view.day
    assert after.cell(0, 0).ref == "bak-lachin-2020-11-10-d"


def test_brackets_step_to_the_changes(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    changes = page.session.timeline.change_days
    before = [day for day in changes if day < page.session.view.day]
    qtbot.keyClick(page.matrix, Qt.Key.Key_BracketLeft)
    assert page.session.view.day == before[-1]
    qtbot.keyClick(page.matrix, Qt.Key.Key_BracketLeft)
    assert page.session.view.day == before[-2]
    qtbot.keyClick(page.matrix, Qt.Key.Key_BracketRight)
    assert page.session.view.day == before[-1]


def test_a_cell_clicked_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    page = page_of(window)
    said = page.desk.inspector.inspection
    assert said is not None
    assert said.title == "Baku"
    read = "\n".join(texts(page.desk))
    assert "Azerbaijani checkpoints" in read
    assert "President Ilham Aliyev" in read


def test_two_cells_on_a_row_make_a_room(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.select(Selection("borders", ("BAK", "STP")))
    said = page.desk.inspector.inspection
    assert said is not None
    assert said.level == "deadlocked"
    assert {"■", "Deadlocked"} <= set(texts(page.desk))


def test_the_room_of_those_needed_follows_the_parties_in_view(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.select(Selection("lachin"))
    said = page.desk.inspector.inspection
    assert said is not None
    assert said.level == "bridgeable"
    assert len(said.parties) == 4
    page.session.show_party("MOW", shown=False)
    assert "MOW" not in [column.code for column in page.session.model.columns]
    qtbot.waitUntil(lambda: len(page.desk.inspector.inspection.parties) == 3)  # type: ignore[union-attr]


def test_the_public_sees_nothing_narrower(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    case = page.session.snapshot.case
    click_cell(qtbot, window, "BAK", "lachin")
    narrower = [source for source in case.sources if source.handling.value != "public"]
    secrets = {source.attribution for source in narrower} | {
        event.title for event in case.events if event.handling.value != "public"
    }
    secrets |= {issue.title for issue in case.issues if issue.handling.value != "public"}
    public = {source.attribution for source in case.sources if source.handling.value == "public"}
    secrets -= public
    assert any(secret in everything_read(window) for secret in secrets)
    page.session.set_audience(PUBLIC)
    qtbot.wait(250)
    read = everything_read(window)
    assert [secret for secret in secrets if secret in read] == []
    assert "salience" not in read.lower()
    assert page.messages.audience.isVisible()
    assert not page.session.may_edit


def test_an_editor_does_not_outlive_its_audience(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.open_position("BAK", "lachin")
    statement = page.session.record("positions", ("bak-lachin-2023-03-a",)).statement  # type: ignore[union-attr]
    assert statement in "\n".join(texts(window))
    trigger(window, ActionId.AUDIENCE_PUBLIC)
    assert page.desk.count() == 1
    qtbot.wait(50)
    assert statement not in everything_read(window)
    trigger(window, ActionId.AUDIENCE_PRINCIPAL)
    assert page.session.view.audience == PRINCIPAL


def test_the_case_is_shown_as_one_party_may_see_it(window: MainWindow) -> None:
    page = page_of(window)
    menu = QMenu()
    window.views.fill_parties(menu)
    next(action for action in menu.actions() if action.text() == "Yerevan").trigger()
    assert str(page.session.view.audience) == "party:YER"
    assert "Yerevan may see" in page.messages.audience.text.text()
    page.messages.audience.button.click()
    assert page.session.view.audience == PRINCIPAL
    assert not page.messages.audience.isVisible()


def test_the_header_switches_audience_and_basis(window: MainWindow) -> None:
    page = page_of(window)
    for button, text, read in (
        (page.header.audience, "Team", "Shown: Team"),
        (page.header.basis, "Declared", "Basis: Declared"),
    ):
        menu = button.menu()
        assert menu is not None
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == text).trigger()
        assert button.text() == read


def test_the_basis_switch_changes_the_room(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.select(Selection("lachin", ("BAK", "STP")))
    trigger(window, ActionId.BASIS_DECLARED)
    assert page.session.view.basis is Basis.DECLARED
    qtbot.waitUntil(lambda: page.desk.inspector.inspection.level == "conflicting")  # type: ignore[union-attr]


def test_a_basket_scrolls_to_its_first_row(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    page = page_of(window)
    last = page.session.model.baskets[-1]
    page.side.basket_wanted.emit(last.rows[0])
    port = page.matrix.port()
    assert port is not None
    assert 0 <= port.cell_rect(last.rows[0], 0).top() < page.matrix.viewport().height()


def test_sizes_theme_and_zoom_are_remembered(qtbot: QtBot, show: ShowWindow, opener: FileOpener) -> None:
    first = show()
    trigger(first, ActionId.THEME_DARK)
    trigger(first, ActionId.ZOOM_IN)
    page_of(first).panels.across.setSizes([150, 900, 550])
    first.close()
    second = show(opener.sample())
    assert second.hub.theme.key == "dark"
    assert second.hub.zoom > 1.0
    assert page_of(second).panels.across.sizes()[2] > 500


def test_the_panels_can_be_put_away(window: MainWindow) -> None:
    page = page_of(window)
    trigger(window, ActionId.SHOW_SIDE_PANEL)
    assert not page.side.isVisible()
    trigger(window, ActionId.SHOW_SIDE_PANEL)
    assert page.side.isVisible()


def test_every_action_that_is_offered_does_something(window: MainWindow) -> None:
    missing = {ActionId.CHECK_FILE}
    assert set(window.registry.unbound()) <= missing


def test_the_inspector_is_not_cut_at_one_and_a_half_times_the_size(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 850)
    for _ in range(3):
        trigger(window, ActionId.ZOOM_IN)
    page = page_of(window)
    page.session.select(Selection("lachin"))
    inspector = page.desk.inspector
    qtbot.waitUntil(lambda: inspector.inspection is not None and len(inspector.inspection.ladder) > 2)
    assert window.hub.zoom == 1.5
    qtbot.waitUntil(lambda: inspector.horizontalScrollBar().maximum() == 0)


def test_a_new_case_leads_on_by_enter_alone(qtbot: QtBot, show: ShowWindow, tmp_path: Path) -> None:
    window = show(create_case(tmp_path / "new.positions"))
    page = page_of(window)
    assert not page.side.isVisible()

    def here() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def enter(*keys: Qt.KeyboardModifier) -> None:
        qtbot.keyClick(here(), Qt.Key.Key_Return, *keys)

    def button() -> str:
        own = here()
        assert isinstance(own, QPushButton)
        return own.text()

    for name in ("Upstream", "Downstream"):
        page.centre.take_focus()
        assert button() == "Add parties"
        enter()
        qtbot.keyClicks(here(), name)
        enter(Qt.KeyboardModifier.ControlModifier)
        assert name in " ".join(texts(page.empty))
    assert page.side.isVisible()
    assert button() == "Add issues"
    enter()
    for text in ("Flow", "How much?", "A third", "Half"):
        qtbot.keyClicks(here(), text)
        qtbot.keyClick(here(), Qt.Key.Key_Tab)
    enter(Qt.KeyboardModifier.ControlModifier)
    assert page.centre.currentWidget() is page.matrix
    qtbot.keyClick(page.matrix, Qt.Key.Key_Home)
    qtbot.keyClicks(page.matrix, "h")
    qtbot.keyClicks(here(), "alf")
    enter()
    enter(Qt.KeyboardModifier.ControlModifier)
    assert "Upstream on Flow: demands Half" in page.matrix.accessibleName()


def test_the_menu_of_a_cell_offers_what_belongs_to_it(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    place = cell_place(window, "BAK", "lachin")
    qtbot.mouseClick(page.matrix.viewport(), Qt.MouseButton.RightButton, pos=place)
    page.matrix.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.matrix.viewport().mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [own.text().replace("&", "") for own in menu.actions() if not own.isSeparator()]
    assert said[:3] == ["Edit", "Record a position…", "Add"]
    added = next(own.menu() for own in menu.actions() if own.menu())
    assert isinstance(added, QMenu)
    judged = next(own for own in added.actions() if "udgement" in own.text())
    menu.close()
    judged.trigger()
    assert "Baku" in " ".join(texts(page.desk.currentWidget()))


def test_what_was_done_is_said_without_moving_the_lenses(window: MainWindow) -> None:
    header = page_of(window).header
    before = header.lenses.geometry()
    window.say("Imported 241 records from “tables.xlsx”. Ctrl+Z takes them back.")
    QApplication.processEvents()
    assert header.lenses.geometry() == before
    assert header.saved.toolTip().startswith("Imported 241 records")
    assert not header.saved.block().is_elided
    assert header.saved.block().height <= header.saved.height()
    header.say("")
    QApplication.processEvents()
    assert header.lenses.geometry() == before
    assert header.title.isVisible()
    assert header.saved.text == "saved"
