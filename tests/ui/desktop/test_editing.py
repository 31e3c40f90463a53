"""Entering and changing records beside the matrix, with keys, down to the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import LEFT, click_cell, page_of, texts, trigger
from tests.ui.desktop.editing import (
    CONTROL,
    ENTER,
    TAB,
    editor_of,
    focused,
    found,
    on_disk,
    position_editor,
    retype,
    steps_of,
)
from ui.actions.ids import ActionId
from ui.desktop.editors.fields import AreaField
from ui.desktop.editors.issue import IssueEditor, OptionLines
from ui.desktop.editors.withdrawal import WithdrawalEditor
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance


def test_enter_opens_what_stands(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClick(page_of(window).matrix, ENTER)
    editor = position_editor(window)
    assert not editor.is_new
    assert editor.record.ref == "bak-lachin-2023-03-a"
    assert page_of(window).matrix.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert page_of(window).desk.count() == 1
    assert page_of(window).matrix.hasFocus()


def test_a_position_is_entered_by_keyboard_and_is_on_disk(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    before = set(page_of(window).session.snapshot.table.ref)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Insert)
    editor = position_editor(window)
    assert editor.is_new
    assert editor.stances.stances()["scan"] is Stance.ACCEPTS
    assert focused() is editor.fields["since"].entry
    retype(qtbot, editor.fields["since"], "2023-03-21")
    rows = {row.option.code: row for row in editor.stances.rows}
    rows["scan"].setFocus()
    qtbot.keyClicks(focused(), "1")
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClicks(focused(), "4")
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClicks(focused(), "0")
    statement = editor.fields["statement"]
    assert isinstance(statement, AreaField)
    qtbot.keyClicks(statement.area, "Asks for scanners now.")
    qtbot.keyClick(statement.area, ENTER, CONTROL)
    assert page_of(window).desk.count() == 1
    (ref,) = set(page_of(window).session.snapshot.table.ref) - before
    position = found(on_disk(window), ref)
    assert position.since.text == "2023-03-21"
    assert position.statement == "Asks for scanners now."
    assert position.stances["scan"] is Stance.DEMANDS
    assert position.stances["intl"] is Stance.OPPOSES
    assert "rus-check" not in position.stances
    assert position.sources == ()


def test_undo_takes_back_also_after_a_restart(qtbot: QtBot, show: ShowWindow, opener: FileOpener) -> None:
    window = show()
    page_of(window).desk.open_record("positions", ("bak-lachin-2023-03-a",))
    editor = position_editor(window)
    statement = editor.fields["statement"]
    assert isinstance(statement, AreaField)
    before = editor.record.statement
    statement.area.setFocus()
    statement.area.selectAll()
    qtbot.keyClicks(statement.area, "Another wording.")
    qtbot.keyClick(statement.area, TAB)
    window.close()
    again = show(opener.sample())
    record = page_of(again).session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(record, Position)
    assert record.statement == "Another wording."
    said = again.registry.action(ActionId.UNDO).text()
    assert said == f"&Undo: Change position “Baku on Control of the Lachin corridor, {record.since}”"
    qtbot.keyClick(page_of(again).matrix, Qt.Key.Key_Z, CONTROL)
    record = page_of(again).session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(record, Position)
    assert record.statement == before
    qtbot.keyClick(page_of(again).matrix, Qt.Key.Key_Y, CONTROL)
    record = page_of(again).session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(record, Position)
    assert record.statement == "Another wording."


def test_each_field_left_is_one_step_back(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    page_of(window).desk.open_record("positions", ("bak-lachin-2023-03-a",))
    editor = position_editor(window)
    start = editor.record
    retype(qtbot, editor.fields["since"], "2023-03-02")
    qtbot.keyClick(focused(), TAB)
    editor.stances.rows[0].setFocus()
    qtbot.keyClicks(focused(), "3")
    changed = session.record("positions", (start.ref,))
    assert isinstance(changed, Position)
    assert changed.since.text == "2023-03-02"
    assert changed.stances[editor.stances.rows[0].option.code] is Stance.TOLERATES
    session.undo()
    assert editor.record.since.text == "2023-03-02"
    assert editor.record.stances == start.stances
    session.undo()
    assert editor.record == start
    assert editor.fields["since"].value() == start.since


def test_a_wrong_date_is_told_beside_the_field_and_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    trigger(window, ActionId.RECORD_POSITION)
    editor = position_editor(window)
    retype(qtbot, editor.fields["since"], "2023-13")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    note = editor.fields["since"].note
    assert note.isVisible()
    assert "exist" in note.text()
    assert steps_of(window) == 1
    assert page_of(window).desk.currentWidget() is editor
    retype(qtbot, editor.fields["since"], "2023~")
    assert "Counts from 1 January 2023" in note.text()


def test_a_wrong_date_in_a_position_that_stands_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    page_of(window).desk.open_record("positions", ("bak-lachin-2023-03-a",))
    editor = position_editor(window)
    retype(qtbot, editor.fields["since"], "soon")
    qtbot.keyClick(focused(), TAB)
    assert editor.fields["since"].note.isVisible()
    assert steps_of(window) == 1
    record = session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(record, Position)
    assert record.since.text == "2023-03"


def test_a_position_that_says_nothing_is_not_recorded(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "EU", "status")
    qtbot.keyClick(page_of(window).matrix, ENTER)
    editor = position_editor(window)
    assert editor.is_new
    qtbot.mouseClick(editor.record_button, LEFT)
    assert page_of(window).desk.currentWidget() is editor
    assert "stance" in editor.footer.text()
    assert steps_of(window) == 1


def test_typing_a_new_option_makes_it_with_the_position(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    page_of(window).desk.new_position("BAK", "lachin")
    editor = position_editor(window)
    retype(qtbot, editor.fields["since"], "2023-03-22")
    line = editor.stances.new_option
    line.setFocus()
    qtbot.keyClicks(line, "Dogs and sealed trucks")
    qtbot.keyClick(line, ENTER)
    qtbot.waitUntil(lambda: focused() is editor.stances.rows[-1])
    assert steps_of(window) == 1
    qtbot.keyClicks(focused(), "1")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    labels = {option.code: option.label for option in session.snapshot.case.options}
    assert labels["dogs-and-sealed-trucks"] == "Dogs and sealed trucks"
    session.undo()
    assert "dogs-and-sealed-trucks" not in {option.code for option in session.snapshot.case.options}


def test_a_party_is_added(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, ActionId.ADD_PARTY)
    editor = editor_of(window)
    assert focused() is editor.fields["name"].entry
    qtbot.keyClicks(focused(), "Kingdom of Norway")
    retype(qtbot, editor.fields["short_name"], "Oslo")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    case = on_disk(window)
    assert case.parties[-1].name == "Kingdom of Norway"
    assert case.parties[-1].code == "OSLO"
    assert case.parties[-1].colour not in {party.colour for party in case.parties[:-1]}


def test_an_issue_needs_two_options(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, ActionId.ADD_ISSUE)
    editor = editor_of(window)
    assert isinstance(editor, IssueEditor)
    assert isinstance(editor.options, OptionLines)
    qtbot.keyClicks(focused(), "Exchange of prisoners")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    assert "two options" in editor.options.note.text()
    assert steps_of(window) == 1
    qtbot.keyClicks(editor.options.lines()[0], "All for all")
    qtbot.keyClicks(editor.options.lines()[1], "One by one")
    qtbot.keyClick(editor.options.lines()[1], ENTER, CONTROL)
    case = on_disk(window)
    assert case.issues[-1].title == "Exchange of prisoners"
    assert [option.label for option in case.options if option.issue == case.issues[-1].code] == [
        "All for all",
        "One by one",
    ]


def test_an_option_is_added_and_changed(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    page_of(window).desk.new_option("talks")
    qtbot.keyClicks(focused(), "Through a third party")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    assert ("talks", "through-a-third-party") in {
        (own.issue, own.code) for own in session.snapshot.case.options
    }
    page_of(window).desk.open_record("options", ("talks", "through-a-third-party"))
    editor = editor_of(window)
    retype(qtbot, editor.fields["label"], "Through mediators")
    qtbot.keyClick(focused(), TAB)
    labels = [own.label for own in session.snapshot.case.options if own.issue == "talks"]
    assert labels[-1] == "Through mediators"


def test_a_position_is_removed_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    click_cell(qtbot, window, "BAK", "lachin")
    trigger(window, ActionId.REMOVE_SELECTED)
    assert session.record("positions", ("bak-lachin-2023-03-a",)) is not None
    sheet = page_of(window).desk.currentWidget()
    assert isinstance(sheet, WithdrawalEditor)
    qtbot.mouseClick(sheet.erase_button, LEFT)
    assert session.record("positions", ("bak-lachin-2023-03-a",)) is None
    trigger(window, ActionId.UNDO)
    assert session.record("positions", ("bak-lachin-2023-03-a",)) is not None


def test_removing_a_party_says_first_what_hangs_on_it(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    page_of(window).desk.open_record("parties", ("EU",))
    editor = editor_of(window)
    qtbot.mouseClick(editor.remove_button, LEFT)
    assert session.record("parties", ("EU",)) is not None
    assert "hang on it" in editor.footer.text()
    qtbot.mouseClick(editor.remove_button, LEFT)
    assert session.record("parties", ("EU",)) is None
    trigger(window, ActionId.UNDO)
    assert session.record("parties", ("EU",)) is not None
    assert any("EU" in line for line in texts(page_of(window).side))


def test_a_new_case_is_filled_from_nothing(qtbot: QtBot, show: ShowWindow, opener: FileOpener) -> None:
    window = show(opener.new(opener.folder / "fresh.positions"))
    page = page_of(window)
    assert window.windowTitle().startswith("fresh")
    assert not page.matrix.isVisible()
    add = next(own for own in page.centre.findChildren(QPushButton) if own.text() == "Add parties")
    qtbot.mouseClick(add, LEFT)
    for name in ("North", "South"):
        if page.desk.count() == 1:
            trigger(window, ActionId.ADD_PARTY)
        qtbot.keyClicks(focused(), name)
        qtbot.keyClick(focused(), ENTER, CONTROL)
    assert not page.matrix.isVisible()
    offered = next(own for own in page.centre.findChildren(QPushButton) if own.text() == "Add issues")
    qtbot.mouseClick(offered, LEFT)
    editor = editor_of(window)
    assert isinstance(editor, IssueEditor)
    assert isinstance(editor.options, OptionLines)
    qtbot.keyClicks(focused(), "Border")
    qtbot.keyClicks(editor.options.lines()[0], "Open")
    qtbot.keyClicks(editor.options.lines()[1], "Closed")
    qtbot.keyClick(editor.options.lines()[1], ENTER, CONTROL)
    assert page.matrix.isVisible()
    today = page.session.view.day
    assert page.session.timeline.first == today
    assert page.session.model.course_span == (today, today)
    for party, key in (("NORTH", "1"), ("SOUTH", "3")):
        page.desk.new_position(party, "border")
        position_editor(window).stances.rows[0].setFocus()
        qtbot.keyClicks(focused(), key)
        qtbot.keyClick(focused(), ENTER, CONTROL)
    room = page.session.model.room(0)
    assert room is not None
    assert room.level == "bridgeable"


def test_tab_goes_down_the_form(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    editor = position_editor(window)
    editor.fields["party"].entry.setFocus()
    places = []
    while editor.isAncestorOf(focused()) and focused() is not editor.record_button:
        top = focused().mapTo(editor, focused().rect().topLeft())
        scroll = editor.pane.verticalScrollBar().value()
        places.append(((top.y() + scroll) // 12, top.x()))
        qtbot.keyClick(focused(), TAB)
    assert len(places) > 15
    assert places == sorted(places)
    assert focused() is editor.record_button


def test_a_long_name_does_not_widen_the_inspector(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    trigger(window, ActionId.ADD_PARTY)
    qtbot.keyClicks(focused(), "Provisional Governing Authority of the Federation of " + "Provinces and " * 6)
    qtbot.keyClick(focused(), ENTER, CONTROL)
    qtbot.waitUntil(lambda: page.desk.count() == 1)
    code = page.session.snapshot.parties[-1].code
    page.session.select(Selection("lachin", ("BAK", code)))
    inspector = page.desk.inspector
    qtbot.waitUntil(lambda: inspector.inspection is not None and len(inspector.inspection.parties) == 2)
    bar = inspector.horizontalScrollBar()
    assert bar.maximum() == 0
