"""A passphrase set and changed, and the window locked: nothing of the case is seen until it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.backup import backups
from db.cipher import is_protected
from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.conftest import SECRET, renaming
from tests.ui.desktop.safety.hand import LEFT, Hand, button, press, type_into
from ui.actions.ids import ActionId
from ui.desktop.safety import away
from ui.desktop.safety.passphrase import NewPassphraseDialog
from ui.desktop.safety.screen_lock import LockPage
from ui.desktop.safety.strength import Grade, strength_of
from ui.desktop.window import MainWindow
from workbench import PROGRAM_NAME

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plain(show: ShowWindow, opener: FileOpener, case: Path) -> MainWindow:
    return show(opener.open(case))


@pytest.fixture
def secret(show: ShowWindow, opener: FileOpener, protected: Path) -> MainWindow:
    return show(opener.open(protected, SECRET))


def lock_page(window: MainWindow) -> LockPage:
    page = window.centralWidget().currentWidget()
    assert isinstance(page, LockPage)
    return page


def test_a_case_is_protected_with_its_backups(
    plain: MainWindow, hand: Hand, opener: FileOpener, case: Path
) -> None:
    opener.keeping.back_up(case)

    def answer(dialog: NewPassphraseDialog) -> None:
        set_it = button(dialog, "Protect")
        type_into(dialog.new, SECRET)
        assert not set_it.isEnabled()
        type_into(dialog.again, "something else")
        assert "not the same" in " ".join(texts(dialog))
        assert not set_it.isEnabled()
        dialog.again.selectAll()
        type_into(dialog.again, SECRET)
        press(dialog, "Protect")

    hand.expect(NewPassphraseDialog, answer)
    trigger(plain, ActionId.PROTECT)
    assert is_protected(case)
    assert all(own.is_protected for own in backups(case))
    assert b"Lachin" not in case.read_bytes()
    assert page_of(plain).session.store.is_protected
    assert not plain.registry.action(ActionId.PROTECT).isEnabled()


def test_the_passphrase_is_changed_only_with_the_present_one(
    secret: MainWindow, hand: Hand, protected: Path, opener: FileOpener
) -> None:
    def change(old: str, dialog: NewPassphraseDialog) -> None:
        for field, text in (
            (dialog.old, old),
            (dialog.new, "another lantern"),
            (dialog.again, "another lantern"),
        ):
            type_into(field, text)
        press(dialog, "Change it")

    hand.expect(NewPassphraseDialog, lambda dialog: change("wrong", dialog))
    trigger(secret, ActionId.REKEY)
    assert opener.keeping.opens(protected, SECRET)
    assert "does not open" in page_of(secret).messages.failure.text.text()
    hand.expect(NewPassphraseDialog, lambda dialog: change(SECRET, dialog))
    trigger(secret, ActionId.REKEY)
    assert not opener.keeping.opens(protected, SECRET)
    assert opener.keeping.opens(protected, "another lantern")
    assert len(page_of(secret).session.store.read_case().positions) == 97


def test_strength_is_told_plainly() -> None:
    assert strength_of("Lachin2023").says.startswith("Weak: a strong machine finds it in about 8 days.")
    known = strength_of("Lachin2023", ["Control of the Lachin corridor"])
    assert known.says.startswith("Weak: a strong machine finds it in about 1 minute.")
    assert strength_of("aaaaaaaaaaaaaaaaaaaa").grade is Grade.WEAK
    assert strength_of("river lantern forty goats").grade is Grade.STRONG
    assert strength_of("Transport link through Syunik", ["Transport link through Syunik"]).grade is Grade.WEAK
    assert strength_of("").grade is Grade.NONE


def test_strength_is_seen_while_typing(plain: MainWindow, hand: Hand) -> None:
    seen: list[tuple[int, str]] = []

    def look(dialog: NewPassphraseDialog) -> None:
        for text in ("Stepanakert", " river lantern forty"):
            type_into(dialog.new, text)
            seen.append((dialog.bar.value(), dialog.hint.text()))
        press(dialog, "Cancel")

    hand.expect(NewPassphraseDialog, look)
    trigger(plain, ActionId.PROTECT)
    assert seen[0][0] == int(Grade.WEAK)  # a name of the case is guessed first
    assert seen[1][1].startswith("Strong")


def test_a_case_without_a_passphrase_says_why_it_cannot_be_locked(plain: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(page_of(plain).matrix, Qt.Key.Key_L, CTRL_ALT)
    assert not plain.locking.is_locked
    assert "has no passphrase" in page_of(plain).messages.failure.text.text()


def visible_texts(window: MainWindow) -> str:
    parts = [window.windowTitle()]
    for own in window.findChildren(QWidget):
        if own.isVisible():
            text = getattr(own, "text", "")
            parts += [own.toolTip(), own.accessibleName(), str(text() if callable(text) else text)]
    return " ".join(parts)


def test_nothing_of_the_case_is_seen_while_locked(secret: MainWindow, qtbot: QtBot) -> None:
    page = page_of(secret)
    page.desk.open_record("parties", ("EU",))
    title = secret.windowTitle()
    assert title != PROGRAM_NAME
    qtbot.keyClick(page.matrix, Qt.Key.Key_L, CTRL_ALT)
    assert secret.locking.is_locked
    assert secret.windowTitle() == PROGRAM_NAME
    seen = visible_texts(secret)
    for word in ("South Caucasus", "Lachin", "European", "talks", "EU"):
        assert word not in seen
    assert not page.isVisible()
    assert not any(action.isEnabled() for action in secret.registry.actions())
    cover = lock_page(secret)
    type_into(cover.field, "wrong", enter=True)
    assert secret.locking.is_locked
    assert "not the passphrase" in cover.fault.text()
    assert cover.field.text() == ""
    type_into(cover.field, SECRET, enter=True)
    assert not secret.locking.is_locked
    assert secret.windowTitle() == title
    assert page.isVisible()
    assert page.desk.count() > 1  # what was open is open still


def test_the_window_locks_itself_when_nobody_is_there(
    secret: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert secret.locking.watch.is_on
    secret.locking.watch.watch(0.02)
    qtbot.wait(600)
    QTest.mouseClick(page_of(secret).matrix.viewport(), LEFT)
    assert not secret.locking.is_locked
    qtbot.waitUntil(lambda: secret.locking.is_locked, timeout=5000)


def test_the_first_touch_after_a_sleep_of_the_computer_does_nothing_but_lock(
    secret: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(secret)
    day = page.session.view.day
    now = away.time()
    monkeypatch.setattr(away, "time", lambda: now + 3600.0)
    qtbot.keyClick(page.matrix, "[")
    assert secret.locking.is_locked
    assert page.session.view.day == day


def test_a_dialog_goes_when_the_window_locks(secret: MainWindow, hand: Hand) -> None:
    hand.expect(NewPassphraseDialog, lambda _dialog: secret.locking.watch.away.emit())
    trigger(secret, ActionId.REKEY)
    assert secret.locking.is_locked
    assert QApplication.activeModalWidget() is None
    type_into(lock_page(secret).field, SECRET, enter=True)
    assert not secret.locking.is_locked


def test_the_time_away_is_a_choice_that_is_kept(secret: MainWindow) -> None:
    trigger(secret, ActionId.LOCK_AFTER_5)
    assert secret.locking.minutes == 5
    assert secret.settings.value("safety/lock_after") == 5
    trigger(secret, ActionId.LOCK_NEVER)
    assert not secret.locking.watch.is_on


def test_the_second_screen_goes_blank_with_the_lock_and_needs_arming_after_it(secret: MainWindow) -> None:
    trigger(secret, ActionId.PRESENT)
    operator = secret.presenting.operator
    assert operator is not None
    operator.show_preview()
    stage = operator.stage
    assert not stage.is_blank
    second = stage.window
    assert second is not None
    trigger(secret, ActionId.LOCK_NOW)
    assert stage.is_blank
    assert not stage.is_armed
    assert second.isVisible()
    assert not operator.isVisible()
    assert len({second.image.pixelColor(x, y).rgb() for x in (3, 400, 900) for y in (3, 200, 500)}) == 1
    type_into(lock_page(secret).field, SECRET, enter=True)
    assert operator.isVisible()
    assert stage.is_blank
    assert "locked" in operator.state.text()


def test_a_window_that_is_closed_while_locked_takes_the_second_screen_with_it(secret: MainWindow) -> None:
    trigger(secret, ActionId.PRESENT)
    operator = secret.presenting.operator
    assert operator is not None
    operator.show_preview()
    second = operator.stage.window
    assert second is not None
    trigger(secret, ActionId.LOCK_NOW)
    secret.close()
    assert operator.stage.window is None


def test_what_was_typed_before_the_lock_is_still_there(secret: MainWindow) -> None:
    page = page_of(secret)
    page.desk.new_party()
    editor = page.desk.currentWidget()
    trigger(secret, ActionId.LOCK_NOW)
    type_into(lock_page(secret).field, SECRET, enter=True)
    assert page.desk.currentWidget() is editor


def test_the_history_goes_on_after_protecting(plain: MainWindow, hand: Hand) -> None:
    assert page_of(plain).session.perform(renaming("EU", "Changed")) is not None

    def answer(dialog: NewPassphraseDialog) -> None:
        type_into(dialog.new, SECRET)
        type_into(dialog.again, SECRET, enter=True)

    hand.expect(NewPassphraseDialog, answer)
    trigger(plain, ActionId.PROTECT)
    trigger(plain, ActionId.UNDO)
    names = {own.name for own in page_of(plain).session.store.read_case().parties}
    assert "Changed" not in names
