"""The check from the window, the history of a case, and what is said after a crash."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.hand import Hand, press
from ui.actions.ids import ActionId
from ui.desktop.editors.base import RecordEditor
from ui.desktop.safety.crashed import CrashDialog
from ui.desktop.safety.findings import FindingsDialog
from ui.desktop.widgets.text import LinkedText
from ui.desktop.window import MainWindow
from workbench.domain.issue import Issue
from workbench.domain.party import Party
from workbench.domain.position import Position


def test_each_finding_says_what_to_do_and_leads_to_the_record(window: MainWindow, hand: Hand) -> None:
    seen: list[str] = []

    def follow(dialog: FindingsDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        ways = next(own for own in dialog.findChildren(LinkedText) if own.plain.startswith("Go to: "))
        seen.append(ways.plain.removeprefix("Go to: ").split("; ")[0])
        ways.setFocus()
        QTest.keyClick(ways, Qt.Key.Key_Tab)
        QTest.keyClick(ways, Qt.Key.Key_Return)
        if dialog.isVisible():
            ways.linkActivated.emit("1")

    hand.expect(FindingsDialog, follow)
    trigger(window, ActionId.CHECK_FILE)
    assert "The file is sound" in seen[0]
    assert "Look for a second source before relying on it." in seen[0]
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, RecordEditor)
    position = editor.record
    assert isinstance(position, Position)
    session = page_of(window).session
    party, issue = session.record("parties", (position.party,)), session.record("issues", (position.issue,))
    assert isinstance(party, Party)
    assert isinstance(issue, Issue)
    assert seen[1] == f"{party.label} on {issue.title}, {position.since}"
    assert position.ref not in seen[0]


def test_damage_comes_first_and_says_what_to_do(
    show: ShowWindow, hand: Hand, opener: FileOpener, case: Path
) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE parties SET name = 'changed behind our back' WHERE code = 'EU'")
        connection.commit()
    window = show(opener.open(case))
    seen: list[str] = []

    def look(dialog: FindingsDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Close")

    hand.expect(FindingsDialog, look)
    trigger(window, ActionId.CHECK_FILE)
    assert "is damaged" in seen[0]
    assert "not as the history has it" in seen[0]
    assert "go on with a backup" in seen[0]


def test_a_crash_is_told_with_what_to_do_and_its_report_can_be_copied(window: MainWindow, hand: Hand) -> None:
    seen: list[str] = []

    def look(dialog: CrashDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Copy the report")
        press(dialog, "Close")

    hand.expect(CrashDialog, look)
    window.asking.crashed("Fatal Python error: Aborted", Path("last crash.log"))
    assert "Nothing that was entered is lost" in seen[0]
    assert "Go on working" in seen[0]
    assert "last crash.log" in seen[0]
    assert QApplication.clipboard().text() == "Fatal Python error: Aborted"
