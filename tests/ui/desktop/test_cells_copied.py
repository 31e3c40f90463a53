"""Cells copied to a spreadsheet and pasted from one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desktop.cells import clipboard, put_on_clipboard, sheet_of, standing, steps, take_four
from tests.ui.desktop.doing import click_cell, page_of, texts, trigger
from tests.ui.desktop.editing import focused, retype
from ui.actions.ids import ActionId
from ui.desktop.editors.paste import PasteEditor
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.vocabulary import Stance

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_what_is_seen_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    take_four(qtbot, window)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_C, CONTROL)
    lines = [line.split("\t") for line in clipboard().split("\n")]
    model = page_of(window).session.model
    assert lines[0] == ["", "Baku", "Yerevan"]
    assert [line[0] for line in lines[1:]] == [model.rows[0].title, model.rows[1].title]
    assert lines[1][1] == "Azerbaijani checkpoints"
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<td>") == 4
    assert "<th>Baku</th>" in html


def test_what_an_audience_may_not_see_is_not_copied(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.set_audience(PUBLIC)
    model = page_of(window).session.model
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_C, CONTROL)
    cells = {text for line in clipboard().split("\n")[1:] for text in line.split("\t")[1:]}
    shown = {
        f"{cell.lead}: {cell.text}" if cell.lead else cell.text
        for row in range(len(model.rows))
        for column in range(len(model.columns))
        if not (cell := model.cell(row, column)).is_empty
    }
    assert cells <= shown | {""}


def test_a_pasted_block_is_seen_first_and_recorded_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    click_cell(qtbot, window, "BAK", "lachin")
    put_on_clipboard("Russian checkpoints\tInternational inspectors")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_V, CONTROL)
    sheet = sheet_of(window, PasteEditor)
    assert steps(window) == before
    said = "\n".join(texts(sheet))
    assert "Baku on Control of the Lachin corridor: Azerbaijani checkpoints → Russian checkpoints" in said
    assert "No longer stated: Azerbaijani checkpoints" in said
    retype(qtbot, sheet.fields["since"], "2023-03-20")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert page_of(window).desk.count() == 1
    assert steps(window) == before + 1
    own = standing(window, "BAK", "lachin")
    assert own is not None
    assert own.stances["rus-check"] is Stance.DEMANDS
    assert own.since.text == "2023-03-20"
    trigger(window, ActionId.UNDO)
    assert page_of(window).session.standing_ref("BAK", "lachin") == "bak-lachin-2023-03-a"


def test_one_cell_that_cannot_be_read_keeps_all_from_being_recorded(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    click_cell(qtbot, window, "BAK", "lachin")
    put_on_clipboard("Russian checkpoints\tWhatever they like")
    trigger(window, ActionId.PASTE_CELLS)
    sheet = sheet_of(window, PasteEditor)
    assert not sheet.record_button.isEnabled()
    assert "“Whatever they like” is no option of" in "\n".join(texts(sheet))
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    assert steps(window) == before


def test_what_is_copied_changes_nothing_when_pasted(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_V, CONTROL)
    sheet = sheet_of(window, PasteEditor)
    assert sheet.plan.problems == ()
    assert sheet.plan.cells == ()
    assert "everything stands so already" in sheet.subtitle.text()


def test_an_empty_clipboard_is_told(qtbot: QtBot, window: MainWindow) -> None:
    click_cell(qtbot, window, "BAK", "lachin")
    put_on_clipboard("")
    trigger(window, ActionId.PASTE_CELLS)
    assert page_of(window).desk.count() == 1
    assert "no table to paste" in "\n".join(texts(page_of(window).messages))


def test_copying_in_a_field_copies_the_field(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    line = focused()
    qtbot.keyClick(line, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(line, Qt.Key.Key_C, CONTROL)
    assert "\t" not in clipboard()
    assert "Azerbaijan" in clipboard()


def test_nothing_is_pasted_into_a_folded_column(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.fold("ARM", folded=True)
    click_cell(qtbot, window, "BAK", "lachin")
    put_on_clipboard("Russian checkpoints\tInternational inspectors\tRemote scanners read by Baku")
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_V, CONTROL)
    sheet = sheet_of(window, PasteEditor)
    assert [own.cell.party for own in sheet.plan.cells] == ["BAK", "MOW"]
    (problem,) = sheet.plan.problems
    assert "“Armenian side”, which stands for several parties" in problem
    assert not sheet.record_button.isEnabled()


def test_what_is_copied_with_a_folded_column_changes_nothing_when_pasted(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_of(window).session.fold("ARM", folded=True)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_C, CONTROL)
    trigger(window, ActionId.PASTE_CELLS)
    plan = sheet_of(window, PasteEditor).plan
    assert (plan.cells, plan.problems) == ((), ())
