"""Backups from the window: made, listed, gone back to; and what is said where none can be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.backup import backup_folder, backups
from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.conftest import renaming
from tests.ui.desktop.safety.hand import LEFT, Hand, button, press
from ui.actions.ids import ActionId
from ui.desktop.import_preview import ImportPreview
from ui.desktop.safety.backups import BackupsDialog, RestoreDialog
from ui.desktop.safety.sheet import Sheet
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, TEAM, Audience
from workbench.domain.dates import parse_date
from workbench.domain.position import Position
from workbench.operations import RecordPosition


def lines(dialog: BackupsDialog) -> list[list[str]]:
    return [
        [dialog.list.topLevelItem(row).text(column) for column in range(dialog.list.columnCount())]
        for row in range(dialog.list.topLevelItemCount())
    ]


def rename(window: MainWindow, name: str) -> None:
    assert page_of(window).session.perform(renaming("EU", name)) is not None


def name_of(window: MainWindow) -> str:
    return next(own.name for own in page_of(window).session.store.read_case().parties if own.code == "EU")


@pytest.fixture
def window(show: ShowWindow, opener: FileOpener, case: Path) -> MainWindow:
    return show(opener.open(case))


def test_there_is_none_at_first_and_one_is_made_when_asked_for(window: MainWindow, hand: Hand) -> None:
    seen: list[list[list[str]]] = []

    def make(dialog: BackupsDialog) -> None:
        seen.append(lines(dialog))
        assert not button(dialog, "Go back to this one").isEnabled()
        press(dialog, "Back up now")

    def look(dialog: BackupsDialog) -> None:
        seen.append(lines(dialog))
        assert "The last of them: Import tables" in dialog.about.text()
        press(dialog, "Close")

    hand.expect(BackupsDialog, make).expect(BackupsDialog, look)
    trigger(window, ActionId.BACKUPS)
    assert seen[0] == []
    ((_made, why, contains, size),) = seen[1]
    assert why == "At close, or asked for"
    assert contains.startswith("7 parties")
    assert "97 positions" in contains
    assert size.endswith("kB")


def test_going_back_keeps_what_was_there_first(
    window: MainWindow, hand: Hand, opener: FileOpener, case: Path
) -> None:
    opener.keeping.back_up(case)
    before = name_of(window)
    rename(window, "The European Union of today")
    hand.expect(BackupsDialog, lambda dialog: press(dialog, "Go back to this one"))
    hand.expect(RestoreDialog, lambda dialog: press(dialog, "Go back"))
    trigger(window, ActionId.BACKUPS)
    assert name_of(window) == before
    assert "kept as" in page_of(window).messages.done.text.text()
    shown: list[list[str]] = []

    def latest(dialog: BackupsDialog) -> None:
        shown.extend(lines(dialog))
        press(dialog, "Go back to this one")

    hand.expect(BackupsDialog, latest)
    hand.expect(RestoreDialog, lambda dialog: press(dialog, "Go back"))
    trigger(window, ActionId.BACKUPS)
    assert name_of(window) == "The European Union of today"
    assert "Kept when another backup took its place" in {own[1] for own in shown}


def test_who_does_not_go_back_changes_nothing(
    window: MainWindow, hand: Hand, opener: FileOpener, case: Path
) -> None:
    opener.keeping.back_up(case)
    rename(window, "Changed")
    hand.expect(BackupsDialog, lambda dialog: press(dialog, "Go back to this one"))
    hand.expect(RestoreDialog, lambda dialog: press(dialog, "Cancel"))
    trigger(window, ActionId.BACKUPS)
    assert name_of(window) == "Changed"
    assert len(backups(case)) == 1


def test_a_backup_before_an_import_says_so(
    window: MainWindow, hand: Hand, case: Path, tmp_path: Path, choosing: list[Path]
) -> None:
    tables = tmp_path / "more.json"
    tables.write_text('{"parties": [{"code": "OSCE", "name": "OSCE"}]}', encoding="utf-8")
    rename(window, "Changed")
    choosing.append(tables)
    hand.expect(ImportPreview, lambda dialog: press(dialog, "Import"))
    trigger(window, ActionId.IMPORT_TABLES)
    assert len(backups(case)) == 1
    seen: list[str] = []

    def look(dialog: BackupsDialog) -> None:
        seen.append(lines(dialog)[0][1])
        press(dialog, "Close")

    hand.expect(BackupsDialog, look)
    trigger(window, ActionId.BACKUPS)
    assert seen == ["Before “Import tables from more.json”"]


def test_a_case_that_was_changed_is_backed_up_at_close(window: MainWindow, case: Path) -> None:
    rename(window, "Changed")
    trigger(window, ActionId.CLOSE_CASE)
    assert len(backups(case)) == 1


def test_a_backup_that_fails_at_close_is_told_on_the_page_that_follows(
    window: MainWindow, case: Path
) -> None:
    backup_folder(case).write_text("in the way", encoding="utf-8")
    rename(window, "Changed")
    trigger(window, ActionId.CLOSE_CASE)
    said = " ".join(texts(window.centralWidget()))
    assert "No backup was made" in said
    assert "Everything entered is saved" in said


def test_a_backup_that_fails_as_the_window_goes_is_told_before_it_goes(
    window: MainWindow, hand: Hand, case: Path, qtbot: QtBot
) -> None:
    backup_folder(case).write_text("in the way", encoding="utf-8")
    rename(window, "Changed")
    seen: list[str] = []

    def understood(dialog: Sheet) -> None:
        seen.append(" ".join(texts(dialog)))
        QTest.mouseClick(button(dialog, "Close"), LEFT)

    hand.expect(Sheet, understood)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert "No backup was made" in seen[0]


@pytest.mark.parametrize(
    ("audience", "says"),
    [(PRINCIPAL, "Record position “Baku on Control of the Lachin corridor, 2024”"), (TEAM, "")],
    ids=str,
)
def test_what_was_done_last_is_said_by_name_to_who_may_be_told(
    window: MainWindow, hand: Hand, audience: Audience, says: str
) -> None:
    session = page_of(window).session
    session.perform(RecordPosition(Position("", "BAK", "lachin", parse_date("2024"))))
    hand.expect(BackupsDialog, lambda dialog: press(dialog, "Back up now"))
    hand.expect(BackupsDialog, lambda dialog: press(dialog, "Close"))
    trigger(window, ActionId.BACKUPS)
    session.set_audience(audience)
    seen: list[str] = []

    def look(dialog: BackupsDialog) -> None:
        seen.extend((dialog.about.text(), " ".join(texts(dialog))))
        press(dialog, "Close")

    hand.expect(BackupsDialog, look)
    trigger(window, ActionId.BACKUPS)
    line, everything = seen
    assert ("The last of them is of 2" in line) != bool(says)
    assert ("The last of them: " in everything) == bool(says)
    assert says in everything
    assert "lachin" not in everything
