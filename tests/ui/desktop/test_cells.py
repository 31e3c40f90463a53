"""Several cells at once: taken together, copied, pasted, changed, withdrawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.cells import sheet_of, standing, steps, take_four
from tests.ui.desktop.doing import LEFT, cell_place, click_cell, page_of, texts, trigger, write
from tests.ui.desktop.dragging import drag
from tests.ui.desktop.editing import focused
from ui.actions.ids import ActionId
from ui.desktop.editors.choice_fields import ChoiceField
from ui.desktop.editors.fields import NumberField
from ui.desktop.editors.position import PositionEditor
from ui.desktop.editors.several import CORRECT, SeveralEditor
from ui.desktop.editors.sources import SourcesField
from ui.desktop.editors.withdrawal import WithdrawalEditor
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_shift_and_arrows_take_a_block(qtbot: QtBot, window: MainWindow) -> None:
    take_four(qtbot, window)
    chosen = page_of(window).session.view.selection
    assert chosen is not None
    assert set(chosen.cells) == {
        ("lachin", "BAK"),
        ("lachin", "YER"),
        ("blockade", "BAK"),
        ("blockade", "YER"),
    }
    assert page_of(window).matrix.accessibleName().startswith("4 cells selected. Yerevan on")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Down)
    assert page_of(window).session.view.selection == Selection("syunik", ("BAK", "YER"))


def test_a_rubber_band_takes_a_block(qtbot: QtBot, window: MainWindow) -> None:
    start = cell_place(window, "BAK", "lachin")
    port = page_of(window).matrix.port()
    assert port is not None
    end = port.cell_rect(2, 2).center().toPoint()
    drag(page_of(window).matrix.viewport(), start, end)
    chosen = page_of(window).session.view.selection
    assert chosen is not None
    assert len(chosen.cells) == 9
    assert {party for _, party in chosen.cells} == {"BAK", "YER", "STP"}


def test_ctrl_takes_single_cells_of_any_issue(qtbot: QtBot, window: MainWindow) -> None:
    view = page_of(window).matrix.viewport()
    click_cell(qtbot, window, "BAK", "lachin")
    port = page_of(window).matrix.port()
    assert port is not None
    for row, column in ((1, 3), (2, 0)):
        QTest.mouseClick(view, LEFT, CONTROL, port.cell_rect(row, column).center().toPoint())
    chosen = page_of(window).session.view.selection
    assert chosen is not None
    assert set(chosen.cells) == {("lachin", "BAK"), ("blockade", "MOW"), ("syunik", "BAK")}


def test_ctrl_a_takes_every_cell(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "YER", "lachin")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_A, CONTROL)
    chosen, model = page_of(window).session.view.selection, page_of(window).session.model
    assert chosen is not None
    assert len(chosen.cells) == len(model.rows) * len(model.columns)


def test_a_field_is_changed_for_several_positions_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    take_four(qtbot, window)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Return)
    sheet = sheet_of(window, SeveralEditor)
    way = sheet.fields["way"]
    assert isinstance(way, ChoiceField)
    way.set_value(CORRECT)
    way.edited.emit()
    assert sheet.fields["since"].value() is None
    salience = sheet.fields["salience"]
    assert isinstance(salience, NumberField)
    salience.line.setFocus()
    qtbot.keyClicks(salience.line, "33")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert steps(window) == before + 1
    for party in ("BAK", "YER"):
        for issue in ("lachin", "blockade"):
            own = standing(window, party, issue)
            assert own is not None
            assert own.salience == 33
    assert page_of(window).session.standing_ref("BAK", "lachin") == "bak-lachin-2023-03-a"


def test_stances_are_typed_for_several_parties_of_one_issue(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClicks(page_of(window).matrix, "2")
    sheet = sheet_of(window, SeveralEditor)
    assert sheet.stances is not None
    assert focused() is sheet.stances.rows[0]
    option = sheet.stances.rows[0].option.code
    qtbot.keyClicks(focused(), "3")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert steps(window) == before + 1
    for party in ("BAK", "YER"):
        own = standing(window, party, "lachin")
        assert own is not None
        assert own.since.text == "2023-03-20"
        assert own.stances[option] is Stance.TOLERATES


def test_a_stance_typed_on_one_cell_begins_a_position(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClicks(page_of(window).matrix, "1")
    sheet = sheet_of(window, PositionEditor)
    assert sheet.is_new
    assert focused() is sheet.stances.rows[0]


def test_a_source_is_added_to_several_positions(qtbot: QtBot, window: MainWindow) -> None:
    take_four(qtbot, window)
    trigger(window, ActionId.EDIT_SELECTED)
    sheet = sheet_of(window, SeveralEditor)
    sheet.fields["way"].set_value(CORRECT)
    sheet.fields["since"].set_value(None)
    field = sheet.fields["sources"]
    assert isinstance(field, SourcesField)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "crisis group")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.mouseClick(sheet.record_button, LEFT)
    own = standing(window, "YER", "lachin")
    assert own is not None
    assert "ICG22" in [reference.code for reference in own.sources]


def test_nothing_filled_in_is_told(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    take_four(qtbot, window)
    trigger(window, ActionId.EDIT_SELECTED)
    sheet = sheet_of(window, SeveralEditor)
    qtbot.mouseClick(sheet.record_button, LEFT)
    assert "Nothing would change" in sheet.footer.text()
    assert steps(window) == before


def test_delete_withdraws_from_the_day_shown_after_saying_so(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    take_four(qtbot, window)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Delete)
    sheet = sheet_of(window, WithdrawalEditor)
    said = "\n".join(texts(sheet))
    assert "Withdraw 4 positions" in said
    assert "stays in the history" in said
    assert "What it declared stands then." in said
    assert steps(window) == before
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert steps(window) == before + 1
    record = page_of(window).session.record("positions", ("bak-lachin-2023-03-a",))
    assert isinstance(record, Position)
    assert record.until is not None
    assert record.until.text == "2023-03-20"
    trigger(window, ActionId.UNDO)
    assert page_of(window).session.standing_ref("BAK", "lachin") == "bak-lachin-2023-03-a"


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Delete)
    qtbot.keyClick(sheet_of(window, WithdrawalEditor), Qt.Key.Key_Escape)
    assert page_of(window).desk.count() == 1
    assert steps(window) == before


def test_a_right_click_in_a_block_keeps_it(qtbot: QtBot, window: MainWindow) -> None:
    take_four(qtbot, window)
    view = page_of(window).matrix.viewport()
    port = page_of(window).matrix.port()
    assert port is not None
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=port.cell_rect(0, 1).center().toPoint())
    chosen = page_of(window).session.view.selection
    assert chosen is not None
    assert len(chosen.cells) == 4
    QTest.mouseClick(view, LEFT, pos=port.cell_rect(0, 1).center().toPoint() + QPoint(1, 1))
    assert page_of(window).session.view.selection == Selection("lachin", ("YER",))


def test_letters_typed_on_a_cell_make_an_option(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClicks(page_of(window).matrix, "D")
    sheet = sheet_of(window, PositionEditor)
    assert focused() is sheet.stances.new_option
    qtbot.keyClicks(focused(), "ogs and lorries")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is sheet.stances.rows[-1])
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert steps(window) == before + 1
    own = standing(window, "BAK", "lachin")
    assert own is not None
    assert [code for code, stance in own.stances.items() if stance is Stance.DEMANDS] == ["dogs-and-lorries"]
    assert own.stances["scan"] is Stance.ACCEPTS


def test_an_option_that_is_there_is_taken_and_not_made_again(qtbot: QtBot, window: MainWindow) -> None:
    options = page_of(window).session.snapshot.case.options
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClicks(page_of(window).matrix, "I")
    sheet = sheet_of(window, PositionEditor)
    qtbot.keyClicks(focused(), "nternational INSPECTORS")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert getattr(focused(), "option", None) == next(own for own in options if own.code == "intl")
    stances = sheet.stances.stances()
    assert stances["intl"] is Stance.DEMANDS
    assert "az-check" not in stances
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert page_of(window).session.snapshot.case.options == options


def test_options_are_offered_while_one_types_in_any_script(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    qtbot.keyClicks(page_of(window).matrix, "r")
    sheet = sheet_of(window, PositionEditor)
    line = sheet.stances.new_option
    line.clear()
    write(qtbot, line, "Баку")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        "Remote scanners read by Baku"
    ]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert sheet.stances.stances()["scan"] is Stance.DEMANDS
    assert not popup.isVisible()


def test_keys_of_the_matrix_move_nothing_from_within_an_editor(qtbot: QtBot, window: MainWindow) -> None:
    before = [issue.code for issue in page_of(window).session.snapshot.issues]
    click_cell(qtbot, window, "BAK", "blockade")
    page_of(window).desk.open_record("parties", ("BAK",))
    qtbot.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [issue.code for issue in page_of(window).session.snapshot.issues] == before
