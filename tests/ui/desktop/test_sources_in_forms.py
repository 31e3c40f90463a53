"""Sources picked, found and made without leaving a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, page_of, write
from tests.ui.desktop.editing import ENTER, TAB, editor_of, focused, found, on_disk, position_editor, retype
from ui.desktop.editors.fields import LineField
from ui.desktop.editors.source import SourceEditor
from ui.desktop.editors.sources import SourcesField
from ui.desktop.window import MainWindow


def test_a_source_is_picked_by_typing_and_kept(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("positions", ("mow-lachin-2020-11-10-d",))
    editor = position_editor(window)
    field = editor.fields["sources"]
    assert isinstance(field, SourcesField)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "crisis group")
    qtbot.keyClick(field.line, ENTER)
    codes = [source.code for source in found(on_disk(window), "mow-lachin-2020-11-10-d").sources]
    assert codes == ["TRI20", "ICG22"]


def test_a_source_is_found_by_a_name_in_another_script(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.open_record("positions", ("bak-lachin-2023-03-a",))
    field = position_editor(window).fields["sources"]
    assert isinstance(field, SourcesField)
    before = field.value()
    field.line.setFocus()
    write(qtbot, field.line, "Степанакерт")
    offered = [field.offers.item(row).text() for row in range(field.offers.count())]
    assert len(offered) > 1
    assert all("stepanakert" in own.casefold() for own in offered[:-1])
    qtbot.keyClick(field.line, ENTER)
    assert len(field.value()) == len(before) + 1


def test_a_word_written_before_is_offered_in_another_script(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_record("terms")
    editor = editor_of(window)
    field = editor.fields["neutral"]
    assert isinstance(field, LineField)
    field.line.setFocus()
    write(qtbot, field.line, "Лачин")
    popup = field.line.completer().popup()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered
    assert all("lachin" in own.casefold() for own in offered)
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, ENTER)
    assert field.line.text() == offered[0]


def test_a_source_is_made_without_leaving_the_position(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    editor = position_editor(window)
    field = editor.fields["sources"]
    assert isinstance(field, SourcesField)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "Briefing of 21 March")
    qtbot.keyClick(field.line, ENTER)
    source = editor_of(window)
    assert isinstance(source, SourceEditor)
    qtbot.mouseClick(source.record_button, LEFT)
    assert page_of(window).desk.currentWidget() is editor
    assert [reference.code for reference in field.value()] == ["BRIEFING-OF-21-MARCH"]
    assert editor.isAncestorOf(focused())


def test_an_identity_that_is_not_shown_survives_an_edit(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("sources", ("ALI21",))
    editor = editor_of(window)
    assert "identity" not in editor.fields
    retype(qtbot, editor.fields["title"], "On the link")
    qtbot.keyClick(focused(), TAB)
    source = next(own for own in on_disk(window).sources if own.code == "ALI21")
    assert source.title == "On the link"
    assert source.identity == "Ilham Aliyev"
