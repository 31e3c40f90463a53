"""Two copies of a case become one in the window: seen first, each collision decided, nothing before that."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from db.case_file import open_case
from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.conftest import SECRET
from tests.ui.desktop.safety.hand import LEFT, Hand, button, press, type_into
from ui.actions.ids import ActionId
from ui.desktop.safety.merging import MergeDialog
from ui.desktop.safety.passphrase import PassphraseDialog
from ui.desktop.window import MainWindow
from workbench.domain.party import Party
from workbench.keeping import EarlierBackups
from workbench.merging import Choice
from workbench.operations import PutRecord
from workbench.operations.records import RemoveRecord
from workbench.ports import CaseStore


def rename(store: CaseStore, name: str) -> PutRecord:
    party = next(own for own in store.read_case().parties if own.code == "EU")
    return PutRecord(replace(party, name=name))


def names(window: MainWindow) -> dict[str, str]:
    return {own.code: own.name for own in page_of(window).session.store.read_case().parties}


@pytest.fixture
def other(case: Path) -> Path:
    """Another copy, in which Tamar renamed the EU and entered a party."""
    copy = Path(shutil.copy(case, case.with_name("tamar.positions")))
    with open_case(copy, author="tamar") as store:
        store.perform(rename(store, "The Union"))
        store.perform(PutRecord(Party("OSCE", "Organization for Security")))
    return copy


@pytest.fixture
def window(show: ShowWindow, opener: FileOpener, case: Path, other: Path) -> MainWindow:
    window = show(opener.open(case))
    session = page_of(window).session
    assert session.perform(rename(session.store, "Brussels")) is not None
    return window


def merge(window: MainWindow, choosing: list[Path], other: Path) -> None:
    choosing.append(other)
    trigger(window, ActionId.MERGE_COPY)


def test_each_collision_shows_both_sides_and_is_decided(
    window: MainWindow, hand: Hand, choosing: list[Path], other: Path
) -> None:
    before, seen = other.read_bytes(), list[str]()

    def decide(dialog: MergeDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        assert names(window)["EU"] == "Brussels"
        assert "OSCE" not in names(window)
        assert not button(dialog, "Merge").isEnabled()
        (box,) = dialog.boxes
        QTest.mouseClick(box.ways[Choice.THEIRS], LEFT)
        press(dialog, "Merge")

    hand.expect(MergeDialog, decide)
    merge(window, choosing, other)
    for word in (
        "“Brussels”",
        "“The Union”",
        "tamar",
        "Party “EU”: name",
        "Party “Organization for Security”: new by tamar",
    ):
        assert word in seen[0]
    assert names(window)["EU"] == "The Union"
    assert names(window)["OSCE"] == "Organization for Security"
    assert other.read_bytes() == before
    trigger(window, ActionId.UNDO)
    assert names(window)["EU"] == "Brussels"
    assert "OSCE" not in names(window)


def test_a_look_alone_changes_nothing(
    window: MainWindow, hand: Hand, choosing: list[Path], other: Path
) -> None:
    steps = len(list(page_of(window).session.store.history()))
    hand.expect(MergeDialog, lambda dialog: press(dialog, "Cancel"))
    merge(window, choosing, other)
    assert names(window)["EU"] == "Brussels"
    assert len(list(page_of(window).session.store.history())) == steps


def test_one_side_can_be_preferred_everywhere_and_again_brings_nothing(
    window: MainWindow, hand: Hand, choosing: list[Path], other: Path
) -> None:
    def all_mine(dialog: MergeDialog) -> None:
        press(dialog, "All from this copy")
        press(dialog, "Merge")

    seen: list[str] = []

    def again(dialog: MergeDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        press(dialog, "Close")

    hand.expect(MergeDialog, all_mine)
    merge(window, choosing, other)
    assert names(window)["EU"] == "Brussels"
    assert "OSCE" in names(window)
    hand.expect(MergeDialog, again)
    merge(window, choosing, other)
    assert "brings nothing" in seen[0]


def test_a_protected_copy_asks_for_its_passphrase(
    window: MainWindow, hand: Hand, opener: FileOpener, choosing: list[Path], other: Path
) -> None:
    opener.keeping.protect(other, SECRET, EarlierBackups.KEEP)
    opener.keeping.forget(other)
    seen: list[str] = []

    def once_more(dialog: PassphraseDialog) -> None:
        seen.append(" ".join(texts(dialog)))
        type_into(dialog.field, SECRET, enter=True)

    hand.expect(PassphraseDialog, lambda dialog: type_into(dialog.field, "wrong", enter=True))
    hand.expect(PassphraseDialog, once_more)
    hand.expect(MergeDialog, lambda dialog: press(dialog, "Cancel"))
    merge(window, choosing, other)
    assert "does not open tamar.positions" in seen[0]


def test_another_case_is_refused_plainly(
    window: MainWindow, opener: FileOpener, choosing: list[Path], case: Path
) -> None:
    path = case.with_name("stranger.positions")
    opener.new(path).close()
    merge(window, choosing, path)
    assert "is no copy of talks.positions" in page_of(window).messages.failure.text.text()


def test_records_are_called_by_name_and_what_goes_together_is_said(
    window: MainWindow, hand: Hand, choosing: list[Path], other: Path
) -> None:
    with open_case(other, author="tamar") as store:
        store.perform(RemoveRecord("issues", ("lachin",), with_dependants=True))
    session = page_of(window).session
    issue = next(own for own in session.store.read_case().issues if own.code == "lachin")
    assert session.perform(PutRecord(replace(issue, title="The corridor"))) is not None
    seen: list[str] = []

    def look(dialog: MergeDialog) -> None:
        seen.extend(" ".join(texts(box)) for box in dialog.boxes)
        press(dialog, "Cancel")

    hand.expect(MergeDialog, look)
    merge(window, choosing, other)
    (removed,) = (own for own in seen if "removed" in own)
    assert "Issue “The corridor”" in removed
    assert "The other copy removed it together with" in removed
    assert "They stay together, or go together." in removed
    assert "position “Baku on The corridor, 2023-03”" in removed
    assert "option “Remote scanners read by Baku” of “The corridor”" in removed
    assert "bak-lachin" not in removed
