"""Nothing entered is lost: neither by Escape, nor by closing, nor by what is done meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.case_file import open_case
from tests.ui.desktop.doing import LEFT, page_of, trigger
from tests.ui.desktop.editing import (
    CONTROL,
    ENTER,
    TAB,
    editor_of,
    focused,
    on_disk,
    position_editor,
    retype,
)
from ui.actions.ids import ActionId
from ui.desktop.editors.fields import AreaField, LineField
from ui.desktop.editors.kinds import EDITORS
from ui.desktop.editors.unrecorded import UnrecordedWish
from ui.desktop.safety.unrecorded import UnrecordedDialog
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, PUBLIC, VAULT
from workbench.domain.errors import CaseError
from workbench.domain.party import Party

ESCAPE = Qt.Key.Key_Escape


def area(window: MainWindow, name: str) -> AreaField:
    field = editor_of(window).fields[name]
    assert isinstance(field, AreaField)
    return field


def baku(window: MainWindow) -> Party:
    record = page_of(window).session.record("parties", ("BAK",))
    assert isinstance(record, Party)
    return record


def begin_position(qtbot: QtBot, window: MainWindow, text: str = "Asks for more.") -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    area(window, "statement").area.setFocus()
    qtbot.keyClicks(focused(), text)


def answering(window: MainWindow, wish: UnrecordedWish | None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the question for what is not recorded, and keep what was asked about."""
    asked: list[str] = []

    def answer(titles: list[str], count: int) -> UnrecordedWish | None:
        asked.extend(titles or [""] * count)
        return wish

    monkeypatch.setattr(window.asking, "unrecorded", answer)
    return asked


def test_what_escape_leaves_can_be_taken_up_again(qtbot: QtBot, window: MainWindow) -> None:
    begin_position(qtbot, window)
    editor = position_editor(window)
    qtbot.keyClick(focused(), ESCAPE)
    page = page_of(window)
    assert page.desk.count() == 1
    assert page.messages.left.isVisible()
    assert "Baku on Control of the Lachin corridor" in page.messages.left.text.text()
    qtbot.mouseClick(page.messages.left.button, LEFT)
    assert page.desk.currentWidget() is editor
    assert area(window, "statement").value() == "Asks for more."
    assert not page.messages.left.isVisible()
    qtbot.keyClick(area(window, "statement").area, ENTER, CONTROL)
    assert "Asks for more." in {own.statement for own in on_disk(window).positions}


def test_what_was_left_is_also_found_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    action = window.registry.action(ActionId.TAKE_UP)
    assert not action.isEnabled()
    begin_position(qtbot, window)
    qtbot.mouseClick(position_editor(window).close_button, LEFT)
    trigger(window, ActionId.TAKE_UP)
    assert area(window, "statement").value() == "Asks for more."
    assert not action.isEnabled()


def test_an_untouched_form_is_left_without_a_word(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    qtbot.keyClick(focused(), ESCAPE)
    assert len(page_of(window).desk.left) == 0
    assert not page_of(window).messages.left.isVisible()


@pytest.mark.parametrize("table", [*EDITORS, "issues", "parties", "cells"])
def test_nothing_is_asked_where_nothing_was_typed(window: MainWindow, table: str) -> None:
    desk = page_of(window).desk
    begin = {
        "issues": desk.new_issue,
        "parties": desk.new_party,
        "options": lambda: desk.new_option("lachin"),
        "positions": lambda: desk.new_position("BAK", "lachin"),
        "cells": lambda: desk.change_several((("lachin", "BAK"), ("lachin", "YER"))),
    }
    begin.get(table, lambda: desk.new_record(table))()
    assert desk.count() == 2
    assert desk.unrecorded() == []


def test_what_is_typed_and_taken_back_was_not_typed(qtbot: QtBot, window: MainWindow) -> None:
    begin_position(qtbot, window, "A")
    assert page_of(window).desk.unrecorded()
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    assert page_of(window).desk.unrecorded() == []


def test_a_place_in_a_source_is_saved_on_the_way_out(qtbot: QtBot, window: MainWindow) -> None:
    desk = page_of(window).desk
    ref = "bak-lachin-2023-03-a"
    desk.open_record("positions", (ref,))
    lines = position_editor(window).sources.findChildren(QLineEdit)
    place = next(own for own in lines if own.accessibleName().startswith("Place in"))
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "p. 7")
    assert desk.unrecorded() == []
    kept = next(own for own in on_disk(window).positions if own.ref == ref)
    assert "p. 7" in {own.place for own in kept.sources}


def test_what_was_begun_waits_out_of_sight_of_another_audience(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    begin_position(qtbot, window)
    page.session.set_audience(PUBLIC)
    assert page.desk.count() == 1
    assert not page.messages.left.isVisible()
    assert not window.registry.action(ActionId.TAKE_UP).isEnabled()
    asked = answering(window, None, monkeypatch)
    window.close()
    assert asked == [""]
    assert window.isVisible()
    page.session.set_audience(PRINCIPAL)
    assert area(window, "statement").value() == "Asks for more."
    answering(window, UnrecordedWish.LEAVE, monkeypatch)


def test_what_was_typed_for_the_vault_does_not_come_back_to_the_principal(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.session.set_audience(VAULT)
    page.desk.new_source()
    retype(qtbot, editor_of(window).fields["identity"], "Somebody")
    page.session.set_audience(PRINCIPAL)
    assert page.desk.count() == 1
    page.session.set_audience(VAULT)
    assert editor_of(window).fields["identity"].value() == "Somebody"


def test_what_was_left_before_the_vault_is_not_offered_to_the_principal(
    qtbot: QtBot, window: MainWindow
) -> None:
    page, action = page_of(window), window.registry.action(ActionId.TAKE_UP)
    page.session.set_audience(VAULT)
    page.desk.new_source()
    retype(qtbot, editor_of(window).fields["identity"], "Somebody")
    qtbot.keyClick(focused(), ESCAPE)
    assert action.isEnabled()
    page.session.set_audience(PRINCIPAL)
    assert not action.isEnabled()
    begin_position(qtbot, window)
    qtbot.keyClick(focused(), ESCAPE)
    trigger(window, ActionId.TAKE_UP)
    assert area(window, "statement").value() == "Asks for more."
    assert not action.isEnabled()
    assert not page.messages.left.isVisible()
    page.desk.take_up()
    assert area(window, "statement").value() == "Asks for more."
    page.session.set_audience(VAULT)
    trigger(window, ActionId.TAKE_UP)
    assert editor_of(window).fields["identity"].value() == "Somebody"


def test_a_locked_case_asks_too_and_names_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_position(qtbot, window)
    asked = answering(window, None, monkeypatch)
    window.cover(QWidget())
    window.close()
    assert asked == [""]
    assert window.isVisible()
    answering(window, UnrecordedWish.LEAVE, monkeypatch)


def test_to_another_audience_the_question_names_nothing(qtbot: QtBot, window: MainWindow) -> None:
    dialog = UnrecordedDialog(window.hub, [], 1, window)
    qtbot.addWidget(dialog)
    assert {button.text() for button in dialog.buttons.buttons()} == {"Go back", "Close without it"}


@pytest.mark.parametrize("way", ["window", "case", "another"])
def test_closing_asks_for_what_is_not_recorded(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    begin_position(qtbot, window)
    page = page_of(window)
    asked = answering(window, None, monkeypatch)
    if way == "window":
        window.close()
    elif way == "case":
        trigger(window, ActionId.CLOSE_CASE)
    else:
        window.files.show(lambda: pytest.fail("another case was opened"))
    assert asked == ["Baku on Control of the Lachin corridor"]
    assert window.isVisible()
    assert window.page is page
    assert area(window, "statement").value() == "Asks for more."
    answering(window, UnrecordedWish.LEAVE, monkeypatch)


def test_closing_can_record_it(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_position(qtbot, window)
    answering(window, UnrecordedWish.RECORD, monkeypatch)
    path = page_of(window).session.store.path
    window.close()
    assert not window.isVisible()
    with open_case(path) as store:
        assert "Asks for more." in {own.statement for own in store.read_case().positions}


def test_what_cannot_be_recorded_keeps_the_window_open(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_position(qtbot, window)
    retype(qtbot, editor_of(window).fields["since"], "2023-13")
    answering(window, UnrecordedWish.RECORD, monkeypatch)
    window.close()
    assert window.isVisible()
    assert editor_of(window).fields["since"].note.isVisible()
    answering(window, UnrecordedWish.LEAVE, monkeypatch)


def test_the_question_goes_back_on_escape(qtbot: QtBot, window: MainWindow) -> None:
    dialog = UnrecordedDialog(window.hub, ["New party"], 1, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, ESCAPE)
    assert dialog.wish is None
    assert not dialog.isVisible()
    for text, wish in (
        ("Record and close", UnrecordedWish.RECORD),
        ("Close without it", UnrecordedWish.LEAVE),
    ):
        dialog.show()
        button = next(own for own in dialog.buttons.buttons() if own.text() == text)
        qtbot.mouseClick(button, LEFT)
        assert dialog.wish is wish


def test_what_is_typed_in_a_record_that_stands_is_saved_by_escape_and_by_closing(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    retype(qtbot, editor_of(window).fields["name"], "Another name")
    qtbot.keyClick(focused(), ESCAPE)
    assert baku(window).name == "Another name"
    page_of(window).desk.open_record("parties", ("BAK",))
    area(window, "notes").area.setFocus()
    qtbot.keyClicks(focused(), "More.")
    assert "More." in next(own for own in on_disk(window).parties if own.code == "BAK").notes


def test_undo_elsewhere_leaves_what_is_being_typed(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    before = baku(window).short_name
    retype(qtbot, editor_of(window).fields["short_name"], "B1")
    qtbot.keyClick(focused(), TAB)
    area(window, "notes").area.setFocus()
    qtbot.keyClicks(focused(), "More.")
    page_of(window).session.undo()
    assert editor_of(window).fields["short_name"].value() == before
    assert "More." in area(window, "notes").value()
    qtbot.keyClick(focused(), TAB)
    assert "More." in baku(window).notes


def test_a_date_that_cannot_be_read_is_told_before_it_is_given_up(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("positions", ("bak-lachin-2023-03-a",))
    editor = position_editor(window)
    retype(qtbot, editor.fields["until"], "soonish")
    qtbot.keyClick(focused(), ESCAPE)
    assert page_of(window).desk.currentWidget() is editor
    assert "“Until” is not saved" in editor.footer.text()
    assert focused() is editor.fields["until"].entry
    qtbot.keyClick(focused(), ESCAPE)
    assert page_of(window).desk.count() == 1
    assert len(page_of(window).desk.left) == 0


def test_what_the_disk_refuses_stays_in_its_field(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    page.desk.open_record("parties", ("BAK",))
    notes = area(window, "notes")
    with monkeypatch.context() as broken:

        def refuse(*_given: object) -> None:
            raise CaseError("The disk is full.")

        broken.setattr(page.session, "commit", refuse)
        notes.area.setFocus()
        qtbot.keyClicks(focused(), "An hour of work.")
        qtbot.keyClick(focused(), TAB)
        assert "An hour of work." in notes.value()
        assert notes.note.text() == "The disk is full."
        assert notes.is_pending
    notes.area.setFocus()
    qtbot.keyClick(focused(), TAB)
    assert "An hour of work." in baku(window).notes
    assert not notes.is_pending


def test_a_record_is_open_once(qtbot: QtBot, window: MainWindow) -> None:
    desk = page_of(window).desk
    desk.open_record("parties", ("BAK",))
    first = desk.currentWidget()
    desk.open_record("parties", ("YER",))
    desk.open_record("parties", ("BAK",))
    assert desk.count() == 3
    assert desk.currentWidget() is first


def test_a_name_keeps_to_one_line(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    field = editor_of(window).fields["name"]
    assert isinstance(field, LineField)
    QApplication.clipboard().setText("One\nTwo\tThree\u2028Four")
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(field.line, TAB)
    assert baku(window).name == "One Two Three Four"


def test_rich_text_is_pasted_as_plain_text(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b><br>and more")
    pasted.setText("bold\nand more")
    QApplication.clipboard().setMimeData(pasted)
    notes = area(window, "notes")
    notes.area.setFocus()
    notes.area.selectAll()
    qtbot.keyClick(notes.area, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(notes.area, TAB)
    assert baku(window).notes == "bold\nand more"


def test_an_option_typed_without_enter_is_made_when_one_records(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    editor = position_editor(window)
    editor.stances.new_option.setFocus()
    qtbot.keyClicks(focused(), "Dogs and sealed trucks")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    assert "Dogs and sealed trucks" in {own.label for own in on_disk(window).options}


def test_a_source_typed_and_not_chosen_is_told_beside_its_line(qtbot: QtBot, window: MainWindow) -> None:
    begin_position(qtbot, window)
    editor = position_editor(window)
    editor.sources.line.setFocus()
    qtbot.keyClicks(focused(), "crisis")
    qtbot.keyClick(editor.sources.line, ENTER, CONTROL)
    assert page_of(window).desk.currentWidget() is editor
    assert "No source yet" in editor.sources.note.text()
    assert editor.sources.line.text() == "crisis"


@pytest.mark.parametrize("text", ["جمهورية مصر العربية", "🕊️ Peace 🇦🇲", "Ä" * 10_000])
def test_any_text_is_kept_as_it_was_typed(qtbot: QtBot, window: MainWindow, text: str) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    for name in ("name", "notes"):
        field = editor_of(window).fields[name]
        assert isinstance(field, LineField | AreaField)
        entry = field.line if isinstance(field, LineField) else field.area
        entry.setFocus()
        entry.selectAll()
        QApplication.clipboard().setText(text)
        qtbot.keyClick(entry, Qt.Key.Key_V, CONTROL)
        qtbot.keyClick(entry, TAB)
    kept = next(own for own in on_disk(window).parties if own.code == "BAK")
    assert (kept.name, kept.notes) == (text, text)
