from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import LEFT, page_of, texts, trigger
from tests.ui.desktop.lenses.using import column, editor_in, firsts, look_through
from ui.desktop.card import RecordCard
from ui.desktop.editors.fields import LineField
from ui.desktop.editors.source import SourceEditor
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.window import MainWindow
from ui.tables.sources import ON_ONE, SOURCES, UNSOURCED
from workbench.domain.audience import PUBLIC
from workbench.operations import RemoveRecord

ENTER = Qt.Key.Key_Return


def test_every_source_stands_with_grade_terms_and_what_rests_on_it(window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    case = page_of(window).session.store.read_case()
    assert firsts(lens) == [source.title for source in case.sources]
    assert column(lens, "grade") == [source.reliability.value for source in case.sources]
    assert column(lens, "terms") == [source.terms.value for source in case.sources]
    counts = [sum(s.code in {r.code for r in p.sources} for p in case.positions) for s in case.sources]
    assert column(lens, "positions") == [f"{count}" if count else "–" for count in counts]


def test_the_current_source_shows_what_rests_on_it_and_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    assert lens.table.choose("sources", ("ICJ23",))
    assert "World" in lens.resting.heading.text or "Court" in lens.resting.heading.text
    rows = lens.resting.table.rows_model.rows()
    assert rows
    lens.resting.table.setFocus()
    position = next(n for n, row in enumerate(rows) if row.table == "positions")
    lens.resting.table.choose_place(position)
    qtbot.keyClick(lens.resting.table, ENTER)
    editor = editor_in(window)
    assert editor.key == rows[position].key


def test_enter_opens_the_source_and_a_new_title_is_seen_at_once(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    lens.table.setFocus()
    lens.table.choose("sources", ("MUN23",))
    scroll = lens.table.verticalScrollBar().value()
    qtbot.keyClick(lens.table, ENTER)
    editor = editor_in(window)
    assert isinstance(editor, SourceEditor)
    title = editor.fields["title"]
    assert isinstance(title, LineField)
    title.line.selectAll()
    qtbot.keyClicks(title.line, "In Munich")
    qtbot.keyClick(title.line, Qt.Key.Key_Tab)
    assert "In Munich" in firsts(lens)
    row = lens.table.current_row()
    assert row is not None
    assert row.key == ("MUN23",)
    assert lens.table.verticalScrollBar().value() == scroll
    trigger(window, "edit.undo")
    assert "In Munich" not in firsts(lens)


def test_what_rests_on_one_source_alone(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, SourcesLens)
    qtbot.mouseClick(lens.bar.choices[ON_ONE], LEFT)
    case = page_of(window).session.store.read_case()
    records = (*case.positions, *case.options, *case.events, *case.linkages, *case.influences)
    single = [own for own in records if len({source.code for source in own.sources}) == 1]
    assert lens.table.rows_model.rowCount() == len(single)
    assert lens.bar.choices[ON_ONE].text().endswith(f" {len(single)}")
    assert not lens.resting.isVisible()


def test_a_position_without_a_source_is_found(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    qtbot.mouseClick(lens.bar.choices[UNSOURCED], LEFT)
    assert firsts(lens) == []
    session = page_of(window).session
    session.perform(RemoveRecord("sources", ("ART",), with_dependants=True))
    case = session.store.read_case()
    bare = [position for position in case.positions if not position.sources]
    assert bare
    assert lens.table.rows_model.rowCount() == len(bare)
    lens.table.setFocus()
    qtbot.keyClick(lens.table, ENTER)
    assert editor_in(window).key[0] in {position.ref for position in bare}


def test_typing_in_the_table_finds_in_any_script(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    lens.table.setFocus()
    qtbot.keyClicks(lens.table, "mirz")
    assert lens.bar.finder.text() == "mirz"
    qtbot.keyClicks(lens.bar.finder, "OYAN")
    assert firsts(lens) == ["A matter of rights, not territory"]
    assert lens.bar.count.text == "1 of 23"
    qtbot.keyClick(lens.bar.finder, Qt.Key.Key_Down)
    assert lens.table.hasFocus()
    lens.bar.finder.setFocus()
    qtbot.keyClick(lens.bar.finder, Qt.Key.Key_Escape)
    assert lens.table.rows_model.rowCount() == 23


def test_an_audience_sees_its_own_sources(window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    session = page_of(window).session
    assert lens.add_button.isVisible()
    session.set_audience(PUBLIC)
    assert firsts(lens) == [source.title for source in session.snapshot.case.sources]
    hidden = {source.title for source in session.store.read_case().sources} - set(firsts(lens))
    assert hidden
    assert not [text for text in texts(lens) if text in hidden]
    assert not lens.add_button.isVisible()
    lens.table.setFocus()
    lens.open_row(lens.table.rows_model.rows()[0])
    assert isinstance(page_of(window).desk.currentWidget(), RecordCard)


def test_it_comes_back_as_it_was_left(
    show: ShowWindow, settings: QSettings, opener: FileOpener, qtbot: QtBot
) -> None:
    first = show()
    lens = look_through(first, SourcesLens)
    lens.table.sort_as("positions", descending=True)
    lens.table.choose("sources", ("ICJ23",))
    lens.table.horizontalHeader().resizeSection(0, lens.table.columnWidth(0) + 60)
    widths = [lens.table.columnWidth(place) for place in range(8)]
    order, room = firsts(lens), lens.table.viewport().width()
    first.close()
    second = show(opener.sample())
    again = look_through(second, SourcesLens)
    assert firsts(again) == order
    row = again.table.current_row()
    assert row is not None
    assert row.key == ("ICJ23",)
    expected = [width * again.table.viewport().width() / room for width in widths]
    assert [again.table.columnWidth(place) for place in range(8)] == pytest.approx(expected, abs=3)
    qtbot.mouseClick(again.bar.choices[ON_ONE], LEFT)
    second.close()
    assert settings.value("lens/sources/page") == ON_ONE


def test_of_a_protected_case_nothing_is_left_outside_the_file(
    window: MainWindow, settings: QSettings, monkeypatch: object
) -> None:
    lens = look_through(window, SourcesLens)
    store = page_of(window).session.store
    monkeypatch.setattr(type(store), "is_protected", property(lambda _own: True))  # type: ignore[attr-defined]
    lens.bar.finder.setText("Vardanyan")
    lens.table.choose_place(0)
    lens.keep()
    assert lens.kept_of_case("query") == "Vardanyan"
    kept = [str(settings.value(key)) for key in settings.allKeys() if key.startswith("lens/")]
    assert kept
    assert not [text for text in kept if "Vardanyan" in text or "sources\x1f" in text]


def test_a_new_source_is_recorded_and_current(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, SourcesLens)
    qtbot.mouseClick(lens.add_button, LEFT)
    editor = editor_in(window)
    assert editor.is_new
    title = editor.fields["title"]
    assert isinstance(title, LineField)
    qtbot.keyClicks(title.line, "Call of 3 April")
    qtbot.keyClick(editor, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).centre.lens is lens
    assert lens.page is not None
    assert lens.page.key == SOURCES
    row = lens.table.current_row()
    assert row is not None
    assert row.cells[0].text == "Call of 3 April"


def test_qt_finds_no_fault_in_any_of_the_tables(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, SourcesLens)
    QAbstractItemModelTester(lens.table.rows_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for key in (ON_ONE, UNSOURCED, SOURCES):
        qtbot.mouseClick(lens.bar.choices[key], LEFT)
        lens.table.sort_as("kind", descending=True)
    page_of(window).session.set_audience(PUBLIC)
