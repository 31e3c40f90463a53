"""A need-to-know copy made in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.case_file import open_case
from tests.ui.desktop.doing import page_of, texts, trigger
from ui.desktop.copy_dialog import CopyDialog, CopyOrder
from ui.desktop.window import MainWindow
from workbench.columns import columns_of
from workbench.domain.audience import VAULT, Audience
from workbench.snapshot import take_snapshot

BAKU = Audience.parse("party:BAK")


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> CopyDialog:
    made = CopyDialog(page_of(window).session, window.hub, window)
    qtbot.addWidget(made)
    return made


def test_it_says_in_counts_what_stays_out(window: MainWindow, dialog: CopyDialog) -> None:
    dialog.choose(BAKU)
    whole = page_of(window).session.store.read_case()
    seen = take_snapshot(columns_of(whole), BAKU).as_case()
    said = dialog.left_out.text()
    assert f"{len(whole.positions) - len(seen.positions)} positions" in said
    assert f"{len(whole.judgements)} judgements" in said
    assert "1 linkage," in said
    dialog.choose(VAULT)
    assert dialog.left_out.text() == "Everything is in it."


def test_the_copy_goes_where_it_was_asked_for(
    window: MainWindow, dialog: CopyDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choose(BAKU)
    dialog.secret.setText("under the walnut tree")
    path = tmp_path / "for-baku.positions"
    order = CopyOrder(dialog.audience, dialog.filling, dialog.passphrase, path)
    monkeypatch.setattr(window.dialogs, "ask_copy", lambda _session: order)
    trigger(window, "file.need_to_know")
    with open_case(path, read_only=True, passphrase="under the walnut tree") as store:
        assert store.read_case() == order.filling.case
        (only,) = store.history()
        assert only.author == ""
    assert any("for-baku.positions" in text for text in texts(window))


def test_a_file_that_is_there_is_left_alone(
    window: MainWindow, dialog: CopyDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "there.positions"
    path.write_text("letters")
    order = CopyOrder(dialog.audience, dialog.filling, None, path)
    monkeypatch.setattr(window.dialogs, "ask_copy", lambda _session: order)
    trigger(window, "file.need_to_know")
    assert path.read_text() == "letters"
    assert any("already" in text for text in texts(window))
