"""Opening: a passphrase, a case that is held, one that is damaged, newer or no case, a folder at risk."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.lock import lock_path
from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.conftest import SECRET, renaming
from tests.ui.desktop.safety.hand import LEFT, Hand, press, type_into
from ui.actions.ids import ActionId
from ui.app import ask_open
from ui.desktop.safety.backups import BackupsDialog, RestoreDialog
from ui.desktop.safety.held import DamagedDialog, HeldDialog
from ui.desktop.safety.passphrase import PassphraseDialog
from ui.desktop.safety.sheet import Sheet
from ui.desktop.window import MainWindow
from workbench.ports import NotACaseError


def open_it(window: MainWindow, choosing: list[Path], path: Path) -> None:
    choosing.append(path)
    trigger(window, ActionId.OPEN_CASE)


def hold(case: Path) -> None:
    """Leave the lock of somebody on another computer."""
    said = {
        "user": "nino",
        "host": "laptop-2",
        "pid": 4711,
        "started": 1.0,
        "since": "2023-03-20T08:12:45+00:00",
    }
    lock_path(case).write_text(json.dumps(said), encoding="utf-8")


def test_a_wrong_passphrase_changes_nothing_and_the_right_one_opens(
    show: ShowWindow, hand: Hand, protected: Path, choosing: list[Path]
) -> None:
    window, before = show(empty=True), protected.read_bytes()
    seen: list[str] = []

    def once_more(dialog: PassphraseDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        assert protected.read_bytes() == before
        type_into(dialog.field, SECRET, enter=True)

    hand.expect(PassphraseDialog, lambda dialog: type_into(dialog.field, "wrong", enter=True))
    hand.expect(PassphraseDialog, once_more)
    open_it(window, choosing, protected)
    assert "does not open talks.positions; nothing was changed" in seen[0]
    assert page_of(window).session.store.is_protected


def test_who_declines_to_give_a_passphrase_sees_no_case(
    show: ShowWindow, hand: Hand, protected: Path, choosing: list[Path]
) -> None:
    window = show(empty=True)
    hand.expect(PassphraseDialog, lambda dialog: press(dialog, "Cancel"))
    open_it(window, choosing, protected)
    assert window.page is None
    assert [own.name for own in protected.parent.glob("talks*")] == [protected.name]


def test_a_case_that_is_held_says_by_whom_and_can_be_read(
    show: ShowWindow, hand: Hand, case: Path, choosing: list[Path]
) -> None:
    window = show(empty=True)
    hold(case)
    seen: list[str] = []

    def read(dialog: HeldDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Open for reading")

    hand.expect(HeldDialog, read)
    open_it(window, choosing, case)
    for word in ("nino", "laptop-2", "since 20 March 2023, "):
        assert word in seen[0]
    assert page_of(window).session.store.is_read_only
    assert page_of(window).header.saved.text == "read only"
    assert not window.registry.action(ActionId.ADD_PARTY).isEnabled()


def test_a_case_that_is_held_can_be_worked_on_as_a_copy(
    show: ShowWindow, hand: Hand, case: Path, choosing: list[Path]
) -> None:
    window, before = show(empty=True), case.read_bytes()
    hold(case)
    copy = case.with_name("mine.positions")
    hand.expect(HeldDialog, lambda dialog: press(dialog, "Work on a copy…"))
    choosing.append(case)
    choosing.append(copy)
    trigger(window, ActionId.OPEN_CASE)
    session = page_of(window).session
    assert (session.store.path, session.store.is_read_only) == (copy, False)
    assert session.perform(renaming("OSCE", "OSCE")) is not None
    assert case.read_bytes() == before


def test_who_leaves_a_held_case_alone_sees_none(
    show: ShowWindow, hand: Hand, case: Path, choosing: list[Path]
) -> None:
    window = show(empty=True)
    hold(case)
    hand.expect(HeldDialog, lambda dialog: press(dialog, "Cancel"))
    open_it(window, choosing, case)
    assert window.page is None


def test_a_damaged_case_leads_to_its_backups(
    show: ShowWindow, hand: Hand, opener: FileOpener, case: Path, choosing: list[Path]
) -> None:
    opener.keeping.back_up(case)
    broken = bytearray(case.read_bytes())
    broken[20_000:60_000] = b"\x07" * 40_000
    case.write_bytes(bytes(broken))
    window = show(empty=True)
    hand.expect(DamagedDialog, lambda dialog: press(dialog, "Look at the backups…"))
    hand.expect(BackupsDialog, lambda dialog: press(dialog, "Go back to this one"))
    hand.expect(RestoreDialog, lambda dialog: press(dialog, "Go back"))
    open_it(window, choosing, case)
    assert len(page_of(window).session.store.read_case().positions) == 97
    (kept,) = (case.parent / "talks.positions.backups").glob("*.damaged")
    assert kept.read_bytes() == bytes(broken)


def test_a_damaged_case_without_a_backup_is_said_plainly_and_left_as_it_is(
    show: ShowWindow, case: Path, choosing: list[Path]
) -> None:
    broken = case.read_bytes()[:30_000]
    case.write_bytes(broken)
    window = show(empty=True)
    open_it(window, choosing, case)
    said = " ".join(texts(window.centralWidget()))
    assert "talks.positions is damaged" in said
    assert "There is no backup beside it" in said
    assert case.read_bytes() == broken


def test_a_case_of_a_later_version_is_said_plainly_and_left_as_it_is(
    show: ShowWindow, case: Path, choosing: list[Path]
) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = case.read_bytes()
    window = show(empty=True)
    open_it(window, choosing, case)
    said = " ".join(texts(window.centralWidget()))
    assert "later version" in said
    assert case.read_bytes() == before


def test_what_keeps_the_program_from_starting_with_a_case_is_said_in_a_window(
    theme_hub: object, hand: Hand, opener: FileOpener, tmp_path: Path
) -> None:
    path = tmp_path / "letter.positions"
    path.write_text("Dear colleague", encoding="utf-8")
    seen: list[str] = []

    def look(dialog: Sheet) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Close")

    hand.expect(Sheet, look)
    with pytest.raises(NotACaseError):
        ask_open(opener, path)
    assert "“letter” cannot be opened" in seen[0]
    assert "is no case of Position Workbench; the file was left as it is" in seen[0]


@pytest.fixture
def synchronised(opener: FileOpener, case: Path) -> Path:
    folder = opener.folder / "Dropbox"
    folder.mkdir()
    return Path(shutil.copy(case, folder))


def test_a_folder_at_risk_is_told_once_of_each_case(
    show: ShowWindow, qtbot: QtBot, synchronised: Path, choosing: list[Path]
) -> None:
    other = Path(shutil.copy(synchronised, synchronised.with_name("other.positions")))
    window = show(empty=True)

    def notice(path: Path) -> str:
        open_it(window, choosing, path)
        bar = page_of(window).messages.notice
        qtbot.wait(600)
        text = bar.text.text() if bar.isVisible() else ""
        if text:
            QTest.mouseClick(bar.button, LEFT)
            assert not bar.isVisible()
        return text

    assert "Dropbox" in notice(synchronised)
    assert "Dropbox" in notice(other)
    assert notice(synchronised) == ""


def test_what_a_case_began_with_cannot_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    undo = window.registry.action(ActionId.UNDO)
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page_of(window).session.store.read_case().positions) == 97


def test_every_action_of_the_window_does_something(window: MainWindow) -> None:
    assert window.registry.unbound() == ()
    keys = [key.toString() for action in window.registry.actions() for key in action.shortcuts()]
    assert sorted(set(keys)) == sorted(keys)
