"""Issues, parties and options put into another order, by pointer and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, click_cell, page_of, trigger
from tests.ui.desktop.dragging import drag, move, take
from ui.actions.ids import ActionId
from ui.desktop.editors.issue import IssueEditor, OptionList
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC

ALT = Qt.KeyboardModifier.AltModifier


def issues(window: MainWindow) -> list[str]:
    return [issue.code for issue in page_of(window).session.snapshot.issues]


def parties(window: MainWindow) -> list[str]:
    return [party.code for party in page_of(window).session.snapshot.parties]


def basket(window: MainWindow, code: str) -> str:
    return next(own.basket for own in page_of(window).session.snapshot.issues if own.code == code)


def title(window: MainWindow, code: str, share: float = 0.5) -> QPoint:
    """A place on the title of an issue, by its share of the height."""
    port = page_of(window).matrix.port()
    assert port is not None
    rect = port.title_rect(issues(window).index(code))
    return QPoint(round(rect.center().x()), round(rect.top() + rect.height() * share))


def header(window: MainWindow, code: str, share: float = 0.5) -> QPoint:
    port = page_of(window).matrix.port()
    assert port is not None
    rect = port.party_rect([own.code for own in page_of(window).session.model.columns].index(code))
    return QPoint(round(rect.left() + rect.width() * share), round(rect.bottom() - 8))


def steps(window: MainWindow) -> int:
    return len(list(page_of(window).session.store.history()))


def test_an_issue_is_dragged_down_in_its_basket(qtbot: QtBot, window: MainWindow) -> None:
    view = page_of(window).matrix.viewport()
    first, second, third = issues(window)[:3]
    before = steps(window)
    drag(view, title(window, first), title(window, third, 0.8))
    assert issues(window)[:3] == [second, third, first]
    assert steps(window) == before + 1
    trigger(window, ActionId.UNDO)
    assert issues(window)[:3] == [first, second, third]


def test_an_issue_is_dragged_into_another_basket(qtbot: QtBot, window: MainWindow) -> None:
    view = page_of(window).matrix.viewport()
    before = issues(window)
    drag(view, title(window, "lachin"), title(window, "mandate", 0.2))
    assert basket(window, "lachin") == "Security"
    order = issues(window)
    assert order.index("lachin") == order.index("mandate") - 1
    trigger(window, ActionId.UNDO)
    assert (issues(window), basket(window, "lachin")) == (before, "Movement")


def test_a_line_shows_where_and_escape_lets_go(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    view, before = page.matrix.viewport(), issues(window)
    take(view, title(window, before[0]), title(window, before[2], 0.8))
    drop = page.matrix.mouse.drop
    assert drop is not None
    assert (drop.beside, drop.after) == (2, True)
    shown = view.grab().toImage()
    line = drop.line
    colour = shown.pixelColor(round(line.x1()) + 4, round(line.y1())).name()
    assert colour != shown.pixelColor(round(line.x1()) + 4, round(line.y1()) - 12).name()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Escape)
    assert page.matrix.mouse.drop is None
    QTest.mouseRelease(view, LEFT, pos=title(window, before[2], 0.8))
    assert issues(window) == before


def test_a_small_move_is_a_click(qtbot: QtBot, window: MainWindow) -> None:
    page, before = page_of(window), issues(window)
    place = title(window, before[1])
    drag(page.matrix.viewport(), place, place + QPoint(2, 2))
    assert issues(window) == before
    assert page.session.view.selection is not None
    assert page.session.view.selection.issue == before[1]


def test_dragging_near_the_edge_scrolls(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1200, 560)
    page = page_of(window)
    port = page.matrix.port()
    assert port is not None
    bar = page.matrix.verticalScrollBar()
    assert bar.value() == 0
    bottom = QPoint(60, round(port.rows_area.bottom()) - 2)
    take(page.matrix.viewport(), title(window, issues(window)[0]), bottom)
    qtbot.waitUntil(lambda: bar.value() > 60)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Escape)
    stopped = bar.value()
    qtbot.wait(90)
    assert bar.value() == stopped
    QTest.mouseRelease(page.matrix.viewport(), LEFT, pos=bottom)


def test_a_party_is_dragged_to_another_column(qtbot: QtBot, window: MainWindow) -> None:
    view, before = page_of(window).matrix.viewport(), parties(window)
    drag(view, header(window, "BAK"), header(window, "STP", 0.8))
    assert parties(window)[:3] == ["YER", "STP", "BAK"]
    trigger(window, ActionId.UNDO)
    assert parties(window) == before


def test_a_folded_group_takes_its_members_along(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.fold("ARM", folded=True)
    drag(page.matrix.viewport(), header(window, "ARM"), header(window, "EU", 0.8))
    assert parties(window) == ["BAK", "MOW", "EU", "YER", "STP", "THR", "OPP"]


def test_alt_and_arrows_move_the_issue_also_between_baskets(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_cell(qtbot, window, "BAK", "syunik")
    qtbot.keyClick(page.matrix, Qt.Key.Key_Up, ALT)
    assert issues(window)[:3] == ["lachin", "syunik", "blockade"]
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down, ALT)
    assert basket(window, "syunik") == "Security"
    assert issues(window)[2] == "syunik"
    assert page.session.view.selection is not None
    assert page.session.view.selection.issue == "syunik"
    qtbot.keyClick(page.matrix, Qt.Key.Key_Up, ALT)
    assert basket(window, "syunik") == "Movement"


def test_a_party_is_moved_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_cell(qtbot, window, "YER", "lachin")
    trigger(window, ActionId.MOVE_RIGHT)
    assert parties(window)[:3] == ["BAK", "STP", "YER"]
    trigger(window, ActionId.MOVE_LEFT)
    trigger(window, ActionId.MOVE_LEFT)
    trigger(window, ActionId.MOVE_LEFT)
    assert parties(window)[:3] == ["YER", "BAK", "STP"]
    assert page.matrix.selection is not None
    assert page.matrix.selection.parties == ("YER",)


def test_nothing_moves_for_an_audience_that_does_not_see_everything(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.set_audience(PUBLIC)
    before = issues(window)
    drag(page.matrix.viewport(), title(window, before[0]), title(window, before[1], 0.8))
    assert issues(window) == before
    assert not window.registry.action(ActionId.MOVE_UP).isEnabled()


def option_list(window: MainWindow) -> OptionList:
    page_of(window).desk.open_record("issues", ("lachin",))
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, IssueEditor)
    assert isinstance(editor.options, OptionList)
    QApplication.processEvents()
    return editor.options


def options(window: MainWindow) -> list[str]:
    every = page_of(window).session.snapshot.case.options
    return [own.code for own in every if own.issue == "lachin"]


def test_options_are_dragged_in_the_editor(qtbot: QtBot, window: MainWindow) -> None:
    listed, before = option_list(window), options(window)
    row, other = listed.rows[0], listed.rows[2]
    end = row.mapFromGlobal(other.mapToGlobal(other.rect().center() + QPoint(0, 6)))
    drag(row, row.rect().center(), end)
    assert options(window) == [*before[1:3], before[0], *before[3:]]
    trigger(window, ActionId.UNDO)
    assert options(window) == before


def test_escape_lets_go_of_an_option(qtbot: QtBot, window: MainWindow) -> None:
    listed, before = option_list(window), options(window)
    row = listed.rows[0]
    end = row.rect().center() + QPoint(0, 60)
    take(row, row.rect().center(), end)
    assert row.is_dragged
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    move(row, end)
    QTest.mouseRelease(row, LEFT, pos=end)
    assert options(window) == before
    assert page_of(window).desk.count() > 1


def test_alt_and_arrows_move_the_option_that_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    listed, before = option_list(window), options(window)
    listed.rows[1].setFocus()
    qtbot.keyClick(listed.rows[1], Qt.Key.Key_Up, ALT)
    assert options(window) == [before[1], before[0], *before[2:]]
    assert listed.rows[0].hasFocus()
    qtbot.keyClick(listed.rows[0], Qt.Key.Key_Down, ALT)
    assert options(window) == before
    assert issues(window)[0] == "lachin"


def test_a_party_selected_and_taken_out_of_view_is_not_moved(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    before = parties(window)
    page_of(window).session.show_only(["YER", "STP"])
    trigger(window, ActionId.MOVE_RIGHT)
    assert parties(window) == before
