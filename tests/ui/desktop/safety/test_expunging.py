"""Expunging from the window: warned first, seen first, confirmed by a word; then gone to the last byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.lenses.using import look_through
from tests.ui.desktop.safety.hand import Hand, button, press, type_into
from ui.actions.ids import ActionId
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.safety.expunging import ExpungeDialog, ExpungeWhatDialog
from ui.desktop.window import MainWindow
from workbench.operations import PutRecord

NAME = "Aramazd Hovsepyants"


@pytest.fixture
def window(show: ShowWindow, opener: FileOpener, case: Path) -> MainWindow:
    window = show(opener.open(case))
    session = page_of(window).session
    source = next(own for own in session.store.read_case().sources if own.code == "INT-STP3")
    assert session.perform(PutRecord(replace(source, identity=NAME))) is not None
    party = next(own for own in session.store.read_case().parties if own.code == "STP")
    assert session.perform(PutRecord(replace(party, notes=f"Told us by {NAME}."))) is not None
    opener.keeping.back_up(case)
    return window


def bytes_of(case: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(case.parent.rglob("*")) if path.is_file())


def confirm(dialog: ExpungeDialog) -> None:
    go = button(dialog, "Expunge for good")
    assert not go.isEnabled()
    type_into(dialog.field, "expung")
    assert not go.isEnabled()
    type_into(dialog.field, "e")
    press(dialog, "Expunge for good")


def test_the_identity_of_a_source_goes_to_the_last_byte(window: MainWindow, hand: Hand, case: Path) -> None:
    lens = look_through(window, SourcesLens)
    lens.table.choose("sources", ("INT-STP3",))
    seen: list[str] = []

    def what(dialog: ExpungeWhatDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        assert dialog.fields.currentText() == "Identity"
        press(dialog, "Look for it")

    def where(dialog: ExpungeDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        confirm(dialog)

    hand.expect(ExpungeWhatDialog, what).expect(ExpungeDialog, where)
    assert NAME.encode() in bytes_of(case)
    trigger(window, ActionId.EXPUNGE)
    assert "cannot be undone" in seen[0]
    assert "source “Interviews on the talks after the dismissal”" in seen[0]
    assert NAME not in " ".join(seen)
    assert "cannot be undone" in seen[1]
    for said in (
        "Expunge the identity of the source “Interviews on the talks after the dismissal”",
        "Source “Interviews on the talks after the dismissal”: identity",
        "Party “Stepanakert”: notes",
        "1 backup",
    ):
        assert said in seen[1]
    assert NAME.encode() not in bytes_of(case)
    read = page_of(window).session.store.read_case()
    source = next(own for own in read.sources if own.code == "INT-STP3")
    assert source.identity.startswith("[expunged 20")
    assert "Told us by [expunged 20" in next(own.notes for own in read.parties if own.code == "STP")
    assert page_of(window).centre.key == "sources"
    assert not [own for own in page_of(window).session.store.history() if NAME in str(list(own.changes))]


def test_the_text_that_is_marked_is_offered(window: MainWindow, hand: Hand, case: Path, qtbot: QtBot) -> None:
    page = page_of(window)
    page.desk.open_record("parties", ("STP",))
    notes = (
        page.desk.currentWidget().fields["notes"].focusProxy() or page.desk.currentWidget().fields["notes"]
    )
    notes.setFocus()
    notes.selectAll()

    def what(dialog: ExpungeWhatDialog) -> None:
        assert dialog.everywhere.isChecked()
        assert dialog.field.text() == f"Told us by {NAME}."
        press(dialog, "Look for it")

    hand.expect(ExpungeWhatDialog, what).expect(ExpungeDialog, confirm)
    trigger(window, ActionId.EXPUNGE)
    assert f"by {NAME}.".encode() not in bytes_of(case)
    assert NAME.encode() in bytes_of(case)  # the identity was not meant


def test_nothing_is_done_where_the_word_is_not_typed(window: MainWindow, hand: Hand, case: Path) -> None:
    def what(dialog: ExpungeWhatDialog) -> None:
        dialog.everywhere.setChecked(True)
        look = button(dialog, "Look for it")
        type_into(dialog.field, NAME[:3])
        assert not look.isEnabled()  # a shorter one stands inside too many words
        type_into(dialog.field, NAME[3:])
        press(dialog, "Look for it")

    hand.expect(ExpungeWhatDialog, what).expect(ExpungeDialog, lambda dialog: press(dialog, "Cancel"))
    trigger(window, ActionId.EXPUNGE)
    assert NAME.encode() in bytes_of(case)


def test_a_text_that_stands_nowhere_is_said(window: MainWindow, hand: Hand) -> None:
    def what(dialog: ExpungeWhatDialog) -> None:
        dialog.everywhere.setChecked(True)
        type_into(dialog.field, "Nobody of that name")
        press(dialog, "Look for it")

    hand.expect(ExpungeWhatDialog, what)
    trigger(window, ActionId.EXPUNGE)
    assert "was not found" in page_of(window).messages.failure.text.text()


def test_files_that_cannot_be_searched_have_to_be_agreed_on(
    window: MainWindow, hand: Hand, case: Path
) -> None:
    stray = case.with_name("talks.positions.backups") / "old notes.txt"
    stray.write_text("who knows", encoding="utf-8")

    def what(dialog: ExpungeWhatDialog) -> None:
        dialog.everywhere.setChecked(True)
        type_into(dialog.field, NAME)
        press(dialog, "Look for it")

    def where(dialog: ExpungeDialog) -> None:
        type_into(dialog.field, "expunge")
        assert not button(dialog, "Expunge for good").isEnabled()
        dialog.remove.click()
        press(dialog, "Expunge for good")

    hand.expect(ExpungeWhatDialog, what).expect(ExpungeDialog, where)
    trigger(window, ActionId.EXPUNGE)
    assert not stray.exists()
    assert NAME.encode() not in bytes_of(case)


def test_a_record_whose_name_holds_what_goes_is_called_by_its_code(
    window: MainWindow, hand: Hand, case: Path
) -> None:
    session = page_of(window).session
    source = next(own for own in session.store.read_case().sources if own.code == "INT-STP3")
    assert session.perform(PutRecord(replace(source, title=f"Talk with {NAME}"))) is not None
    seen: list[str] = []

    def what(dialog: ExpungeWhatDialog) -> None:
        dialog.everywhere.setChecked(True)
        type_into(dialog.field, NAME)
        press(dialog, "Look for it")

    def where(dialog: ExpungeDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Cancel")

    hand.expect(ExpungeWhatDialog, what).expect(ExpungeDialog, where)
    trigger(window, ActionId.EXPUNGE)
    assert "Source “INT-STP3”: title" in seen[0]
    assert "Party “Stepanakert”: notes" in seen[0]
    assert NAME not in seen[0]
