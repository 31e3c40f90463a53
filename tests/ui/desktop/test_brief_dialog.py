"""A brief is seen and looked over before it leaves; where something would leak it cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, trigger
from tests.workbench.briefs.letterheads import letterhead
from ui.actions.ids import ActionId
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.documents import BriefOrder, making_brief
from ui.desktop.lenses.lens import untold
from ui.desktop.window import MainWindow
from workbench.briefs.errors import BriefLeakError
from workbench.briefs.order import BriefKind
from workbench.domain.audience import PUBLIC, TEAM
from workbench.domain.case import CaseEntry
from workbench.operations import PutRecord


def opened(qtbot: QtBot, window: MainWindow) -> BriefDialog:
    dialog = BriefDialog(page_of(window).session, window.hub, window)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, dialog)
    return dialog


def settle(qtbot: QtBot, dialog: BriefDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._rest.isActive(), timeout=20_000)
    qtbot.waitUntil(lambda: dialog.made is not None or bool(dialog.pages.page.text()), timeout=20_000)


def said_by(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def leak(window: MainWindow) -> None:
    """Write into the question of an issue from whose file it was taken."""
    session = page_of(window).session
    issue = next(own for own in session.store.read_case().issues if own.code == "lachin")
    session.perform(PutRecord(replace(issue, question="See file:///home/ana/notes.docx")))


def test_it_is_for_the_team_unless_told_otherwise(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    assert dialog.audience == TEAM
    assert dialog.order.kind is BriefKind.COMPARISON
    assert "TLP:AMBER+STRICT" in dialog.marking.text()
    dialog.reject()


def test_its_language_is_that_of_the_case_and_others_are_offered_by_their_own_names(
    qtbot: QtBot, window: MainWindow
) -> None:
    session = page_of(window).session
    assert session.store.read_case().entry("language") == "en"
    session.perform(PutRecord(CaseEntry("language", "fr-CH")))
    dialog = opened(qtbot, window)
    choice = dialog.choices.language
    names = [choice.itemText(number) for number in range(choice.count())]
    assert names == ["العربية", "English", "français", "русский"]
    assert (choice.currentText(), dialog.order.language) == ("français", "fr-CH")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    settle(qtbot, dialog)
    assert dialog.made is not None
    assert "Позиции сторон" in dialog.made.draft.document.title
    dialog.reject()


def test_it_is_in_english_where_there_are_no_words_in_the_language_of_the_case(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_of(window).session.perform(PutRecord(CaseEntry("language", "hy")))
    dialog = opened(qtbot, window)
    assert dialog.order.language == "en"
    dialog.reject()


def test_it_is_for_those_for_whom_the_window_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.set_audience(PUBLIC)
    dialog = opened(qtbot, window)
    assert dialog.audience == PUBLIC
    assert "TLP:CLEAR" in dialog.marking.text()
    dialog.reject()


@pytest.mark.parametrize("kind", list(BriefKind))
def test_the_pages_are_those_that_are_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: BriefKind
) -> None:
    dialog = opened(qtbot, window)
    dialog.choices.choose(kind, PUBLIC)
    settle(qtbot, dialog)
    assert dialog.made is not None
    assert dialog.made.draft.document.marking == "TLP:CLEAR"
    assert not dialog.pages.page.pixmap().isNull()
    assert dialog.go_on.isEnabled()
    out = tmp_path / "brief.pdf"
    order = BriefOrder(dialog.audience, dialog.order, out, dialog.template)
    making_brief(page_of(window).session, order)(untold)
    assert said_by(out.read_bytes()) == said_by(dialog.made.pdf)
    dialog.reject()


def test_pages_are_turned_from_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    assert dialog.pages.count > 5
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    first = dialog.pages.page.pixmap().toImage()
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert (dialog.pages.number, dialog.pages.place.text()) == (1, f"Page 2 of {dialog.pages.count}")
    assert dialog.pages.page.pixmap().toImage() != first
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.pages.number == 0
    assert dialog.pages.page.pixmap().toImage() == first
    dialog.reject()


def test_a_leak_stops_it_and_style_does_not(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window)
    found = [dialog.findings.item(n).text() for n in range(dialog.findings.count())]
    assert found
    assert all(text.startswith("Style: ") and "page " in text for text in found[:2])
    assert dialog.go_on.isEnabled()
    dialog.reject()
    leak(window)
    dialog = opened(qtbot, window)
    found = [dialog.findings.item(n).text() for n in range(dialog.findings.count())]
    assert found[0].startswith("Leak: ")
    assert "page " in found[0]
    assert not dialog.go_on.isEnabled()
    assert "It cannot leave" in dialog.verdict.text()
    dialog.accept()
    assert dialog.isVisible()
    order = BriefOrder(dialog.audience, dialog.order, tmp_path / "brief.docx")
    with pytest.raises(BriefLeakError):
        making_brief(page_of(window).session, order)(untold)
    assert list(tmp_path.glob("brief*")) == []
    dialog.reject()


def test_readers_are_offered_the_parties_they_may_know_of(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    party = session.store.read_case().parties[0]
    session.perform(PutRecord(replace(party, handling=type(party.handling)("restricted"))))
    dialog = opened(qtbot, window)
    dialog.choices.choose(BriefKind.POSITION, PUBLIC)
    offered = [dialog.choices.party.itemText(n) for n in range(dialog.choices.party.count())]
    named = [dialog.choices.names.itemText(n) for n in range(dialog.choices.names.count())]
    assert party.label not in " ".join(offered + named)
    assert "Yerevan" in offered
    settle(qtbot, dialog)
    dialog.reject()


def test_names_and_day_are_those_chosen(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    dialog.choices.names.setCurrentText("As Baku says")
    dialog.choices.since.setText("2022-09-01")
    settle(qtbot, dialog)
    assert (dialog.order.terms, dialog.order.since) == ("BAK", date(2022, 9, 1))
    assert dialog.made is not None
    assert "since 1 September 2022" in said_by(dialog.made.pdf)
    dialog.choices.since.setText("2099-09")
    settle(qtbot, dialog)
    assert dialog.made is None
    assert "2099-09" in dialog.pages.page.text()
    assert not dialog.go_on.isEnabled()
    dialog.reject()


def test_a_letterhead_is_for_word_alone_and_nothing_is_hidden_behind_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window)
    assert list(dialog.kinds) == [".docx", ".pdf", ".html", ".md"]
    dialog.choices.take_template(letterhead(tmp_path / "head.docx"))
    settle(qtbot, dialog)
    assert list(dialog.kinds) == [".docx"]
    assert dialog.name == "comparison-brief-2023-03-20.docx"
    dialog.choices.take_template(None)
    assert list(dialog.kinds)[1] == ".pdf"
    settle(qtbot, dialog)
    dialog.reject()


def test_from_the_menu_to_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "handed over.md"
    shown: list[BriefDialog] = []

    def agreed(dialog: BriefDialog) -> int:
        dialog.show()
        settle(qtbot, dialog)
        shown.append(dialog)
        dialog.accept()
        return 1

    monkeypatch.setattr(BriefDialog, "exec", agreed)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    trigger(window, ActionId.MAKE_COMPARISON_BRIEF)
    assert shown[0].made is not None
    assert out.read_text(encoding="utf-8").startswith("Prepared for the team")
