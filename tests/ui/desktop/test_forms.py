"""Forms as one fills them by hand: Enter goes on, the scale says what its keys mean, lists can be pasted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of
from tests.ui.desktop.editing import CONTROL, ENTER, TAB, editor_of, focused, on_disk, position_editor
from ui.desktop.dialogs import Dialogs, named_as_case
from ui.desktop.editors.choosing import ReliabilityField
from ui.desktop.editors.fields import AreaField, DateField, LineField
from ui.desktop.editors.issue import OptionLines
from ui.desktop.editors.unrecorded import title_of
from ui.desktop.placing import show_whole
from ui.desktop.widgets.text import led
from ui.desktop.window import MainWindow
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.vocabulary import Reliability
from workbench.operations import AddIssue, PutRecord


def option_lines(window: MainWindow) -> OptionLines:
    return editor_of(window).findChildren(OptionLines)[0]


def test_enter_goes_on_to_the_next_field(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_issue()
    qtbot.keyClicks(focused(), "Water")
    qtbot.keyClick(focused(), ENTER)
    assert focused() is editor_of(window).fields["question"].entry
    lines = option_lines(window)
    lines.lines()[0].setFocus()
    for label in ("Joint commission", "One side alone", "A trustee"):
        qtbot.keyClicks(focused(), label)
        qtbot.keyClick(focused(), ENTER)
    assert lines.labels() == ["Joint commission", "One side alone", "A trustee"]
    qtbot.keyClick(focused(), ENTER, CONTROL)
    labels = [own.label for own in on_disk(window).options if own.issue == "water"]
    assert labels == ["Joint commission", "One side alone", "A trustee"]


def test_enter_saves_a_field_of_a_record_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.open_record("parties", ("BAK",))
    field = editor_of(window).fields["name"]
    assert isinstance(field, LineField)
    field.line.setFocus()
    qtbot.keyClick(field.line, Qt.Key.Key_End)
    qtbot.keyClicks(field.line, "!")
    qtbot.keyClick(field.line, ENTER)
    assert focused() is not field.line
    assert next(own for own in on_disk(window).parties if own.code == "BAK").name.endswith("!")


def test_enter_makes_an_option_and_stays_with_the_stances(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    line = position_editor(window).stances.new_option
    line.setFocus()
    qtbot.keyClicks(line, "Dogs")
    qtbot.keyClick(line, ENTER)
    assert position_editor(window).stances.isAncestorOf(focused())


def test_a_pasted_list_gives_each_option_its_line(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_issue()
    lines = option_lines(window)
    lines.lines()[1].setFocus()
    qtbot.keyClicks(focused(), "Last")
    QApplication.clipboard().setText("One\r\nTwo\n\nThree\n")
    lines.lines()[0].setFocus()
    qtbot.keyClick(lines.lines()[0], Qt.Key.Key_V, CONTROL)
    assert lines.labels() == ["One", "Two", "Three", "Last"]
    assert not lines.lines()[-1].text()


def test_that_options_are_missing_is_said_beside_them(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_issue()
    qtbot.keyClicks(focused(), "Water")
    qtbot.keyClick(focused(), ENTER, CONTROL)
    lines = option_lines(window)
    assert "two options" in lines.note.text()
    assert lines.note.isVisible()
    assert focused() is lines.lines()[0]
    for line in lines.lines()[:2]:
        line.setFocus()
        qtbot.keyClicks(line, f"Option of {id(line)}")
    assert not lines.note.isVisible()


def test_the_day_suggested_is_written_over(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    since = editor_of(window).fields["since"]
    assert isinstance(since, DateField)
    qtbot.keyClicks(focused(), "about June 2023")
    assert since.line.text() == "about June 2023"


def test_what_is_half_typed_is_not_called_wrong(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    since = editor_of(window).fields["since"]
    for letter in "15 March 2022":
        qtbot.keyClicks(focused(), letter)
        assert not since.entry.property("invalid")
    qtbot.keyClicks(focused(), "x")
    qtbot.keyClick(focused(), TAB)
    assert since.entry.property("invalid")
    since.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_End)
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    assert not since.entry.property("invalid")


def test_the_scale_says_what_each_key_means(window: MainWindow) -> None:
    page_of(window).desk.new_position("BAK", "lachin")
    stances = position_editor(window).stances
    words = "1 demands · 2 accepts · 3 tolerates · 4 opposes · 5 red line · 0 clears"
    assert stances.scale.text() == words
    assert stances.scale.isVisible()
    assert {row.accessibleDescription() for row in stances.rows} == {words}


def test_of_a_fact_the_scale_reads_as_an_account(window: MainWindow) -> None:
    page = page_of(window)
    fact = next(own.code for own in page.session.snapshot.issues if own.kind == "fact")
    page.desk.new_position("BAK", fact)
    assert position_editor(window).stances.scale.text().startswith("1 holds · 2 agrees")


def test_credibility_and_place_are_named_where_they_stand(window: MainWindow) -> None:
    page_of(window).desk.open_record("positions", ("bak-lachin-2023-03-a",))
    shown = {own.text() for own in position_editor(window).sources.findChildren(QLabel) if own.isVisible()}
    assert {"Credibility here", "Place in it"} <= shown


def test_what_was_left_is_called_by_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).desk.new_issue()
    qtbot.keyClicks(focused(), "Water")
    assert title_of(editor_of(window)) == "New issue: Water"
    qtbot.keyClicks(focused(), "x" * 100)
    assert title_of(editor_of(window)).endswith("xxx…")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Geneva round 2.1", "Geneva round 2.1.positions"),
        ("talks.positions", "talks.positions"),
        ("talks.POSITIONS", "talks.POSITIONS"),
        ("talks", "talks.positions"),
    ],
)
def test_a_full_stop_in_the_name_of_a_case_ends_nothing(typed: str, kept: str) -> None:
    assert named_as_case(Path("/a.b") / typed) == Path("/a.b") / kept


def test_files_are_asked_for_in_a_folder_that_is_there(
    window: MainWindow, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_window: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    dialogs = Dialogs(window, window.hub, settings)
    for folder in (tmp_path, tmp_path / "gone"):
        settings.setValue("files/folder", str(folder))
        dialogs.ask_case()
    assert asked[0] == str(tmp_path)
    assert Path(asked[1]).is_dir()


@pytest.mark.parametrize(("room", "fills"), [(QSize(1366, 740), True), (QSize(1920, 1080), False)])
def test_a_window_that_would_hang_over_the_edge_fills_the_screen(
    qtbot: QtBot, room: QSize, fills: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    show_whole(window, room)
    assert window.isMaximized() is fills
    assert window.size() == QSize(1366, 768) or fills


def test_the_first_time_a_window_has_most_of_a_large_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    show_whole(window, QSize(2560, 1400), is_first=True)
    assert not window.isMaximized()
    assert 1366 < window.width() < 2560
    assert 768 < window.height() < 1400


def test_the_sources_found_are_in_sight_on_a_low_screen(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 720)
    page_of(window).desk.new_position("BAK", "lachin")
    editor = position_editor(window)
    editor.sources.line.setFocus()
    qtbot.keyClicks(focused(), "interview")
    pane = editor.pane.viewport()

    def seen() -> bool:
        offers = editor.sources.offers
        top = offers.mapTo(pane, offers.rect().topLeft()).y()
        return 0 <= top <= top + offers.height() <= pane.height()

    qtbot.waitUntil(seen)


def test_a_linkage_says_beside_its_fields_that_nothing_can_be_chosen(
    qtbot: QtBot, show: ShowWindow, opener: FileOpener
) -> None:
    store = opener.new(opener.folder / "small.positions")
    store.perform(AddIssue(Issue("a", "A"), (Option("a", "x", "X"), Option("a", "y", "Y"))))
    window = show(store)
    page_of(window).desk.new_record("linkages")
    editor = editor_of(window)
    qtbot.keyClick(focused(), ENTER, CONTROL)
    assert "nothing to choose from" in editor.fields["then_issue"].note.text()
    assert not editor.fields["if_issue"].note.text()
    assert not on_disk(window).linkages


def test_each_grade_of_a_source_says_what_it_means(window: MainWindow) -> None:
    page_of(window).desk.new_source()
    field = editor_of(window).fields["reliability"]
    assert isinstance(field, ReliabilityField)
    for grade in Reliability:
        field.set_value(grade)
        assert field.box.currentText().startswith(f"{grade} ")
        assert field.value() is grade
    assert field.box.currentText() == "F cannot be judged"


@pytest.mark.parametrize("name", ["הצד", "الحركة"])
def test_a_title_that_begins_with_another_script_reads_in_the_direction_of_the_window(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    page = page_of(window)
    party = page.session.record("parties", ("BAK",))
    assert isinstance(party, Party)
    page.session.perform(PutRecord(replace(party, short_name=name)))
    page.desk.new_position("BAK", "lachin")
    title = position_editor(window).title
    assert title.text() == f"\u200e{name} on Control of the Lachin corridor"
    assert led("Baku on Lachin") == "Baku on Lachin"


def test_a_field_of_several_lines_is_as_high_as_they_are_however_narrow(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.desk.open_case()
    sheet = page.desk.currentWidget()
    assert sheet is not None
    for size in ((1600, 1000), (1366, 768)):
        window.resize(*size)
        for field in sheet.findChildren(AreaField):
            bar = field.area.verticalScrollBar()
            qtbot.waitUntil(lambda bar=bar: bar.maximum() == 0)  # type: ignore[misc]
