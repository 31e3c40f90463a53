"""Linkages and judgements, entered beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, trigger
from tests.ui.desktop.lenses.using import editor_in
from ui.desktop.editors.fields import AreaField
from ui.desktop.editors.judgement import JudgementEditor
from ui.desktop.editors.linkage import LinkageEditor
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.level import Level
from workbench.domain.vocabulary import LinkageKind

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_judgement_starts_from_what_is_selected_and_needs_a_reason(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.session.select(Selection("lachin", ("BAK", "STP")))
    trigger(window, "edit.add_judgement")
    editor = editor_in(window)
    assert isinstance(editor, JudgementEditor)
    levels = [editor.fields["level"].box.itemText(n) for n in range(5)]  # type: ignore[attr-defined]
    assert "unknown" not in levels
    assert len(levels) == 5
    editor.fields["level"].set_value(Level.COMPATIBLE)
    qtbot.keyClick(editor, ENTER, CONTROL)
    assert editor_in(window) is editor
    assert "reason" in editor.footer.text()
    reason = editor.fields["reason"]
    assert isinstance(reason, AreaField)
    qtbot.keyClicks(reason.area, "Both said so in private.")
    qtbot.keyClick(editor, ENTER, CONTROL)
    written = page.session.store.read_case().judgements[-1]
    assert (written.issue, written.parties, written.level) == ("lachin", ("BAK", "STP"), Level.COMPATIBLE)
    assert written.since is not None
    assert written.since.text == "2023-03-20"
    assert "Both said so in private." in str(page.session.inspection(Selection("lachin", ("BAK", "STP"))))


def test_a_linkage_offers_the_options_of_its_issues(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    trigger(window, "edit.add_linkage")
    editor = editor_in(window)
    assert isinstance(editor, LinkageEditor)
    options = page.session.snapshot.case.options
    for side, issue in (("if", "lachin"), ("then", "mandate")):
        end = editor.ends[f"{side}_issue"]
        end.set_value(issue)
        end.edited.emit()
        box = editor.ends[f"{side}_option"].box
        offered = [box.itemText(place) for place in range(box.count())]
        assert offered == [option.label for option in options if option.issue == issue]
    editor.fields["kind"].set_value(LinkageKind.EXCLUDES)
    qtbot.keyClick(editor, ENTER, CONTROL)
    written = page.session.store.read_case().linkages[-1]
    assert (written.if_issue, written.then_issue, written.party) == ("lachin", "mandate", "")
    assert written.kind is LinkageKind.EXCLUDES


def test_a_linkage_of_an_issue_with_itself_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "edit.add_linkage")
    editor = editor_in(window)
    assert isinstance(editor, LinkageEditor)
    editor.ends["then_issue"].set_value(editor.ends["if_issue"].value())
    editor.ends["then_issue"].edited.emit()
    qtbot.keyClick(editor, ENTER, CONTROL)
    assert "two different issues" in editor.footer.text()


def test_another_issue_of_a_linkage_takes_one_of_its_options(window: MainWindow) -> None:
    page = page_of(window)
    page.desk.open_record("linkages", ("c4c-1",))
    editor = editor_in(window)
    assert isinstance(editor, LinkageEditor)
    assert editor.title.text().startswith("If “")
    end = editor.ends["then_issue"]
    end.set_value("mandate")
    end.edited.emit()
    end.committed.emit()
    written = next(own for own in page.session.store.read_case().linkages if own.code == "c4c-1")
    first = next(own.code for own in page.session.snapshot.case.options if own.issue == "mandate")
    assert (written.then_issue, written.then_option) == ("mandate", first)
    assert (written.if_issue, written.if_option) == ("syunik", "arm-check")
    trigger(window, "edit.undo")
    assert editor.ends["then_issue"].value() == "lachin"
    assert editor.ends["then_option"].value() == "az-check"
