"""What a person puts away is gone: windows closed and questions answered do nothing more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.copy_dialog import CopyDialog
from ui.desktop.time_changes import ChangesWindow
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow
from workbench.domain.party import Party
from workbench.operations import PutRecord


def let_go() -> None:
    """Do what the loop of the program does whenever it has nothing else to do."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("action", "kind"), [(ActionId.AS_LIST, ListWindow), (ActionId.CHANGES_IN_PERIOD, ChangesWindow)]
)
def test_a_window_beside_that_was_closed_hears_nothing_of_edits(
    qtbot: QtBot, window: MainWindow, action: ActionId, kind: type[ListWindow | ChangesWindow]
) -> None:
    """What a closed window raises when the case changes is caught by the test itself."""
    window.registry.action(action).trigger()
    beside = page_of(window).findChild(kind)
    assert beside is not None
    qtbot.keyClick(beside, Qt.Key.Key_Escape)
    let_go()
    assert page_of(window).findChild(kind) is None
    session = page_of(window).session
    assert session.perform(PutRecord(Party("NEW", "A new party"))) is not None
    session.set_day(session.view.day.replace(year=2021))
    qtbot.wait(300)  # longer than any view waits for the hand to rest
    assert session.undo() is not None


@pytest.mark.parametrize(
    ("action", "kind"),
    [(ActionId.MAKE_COMPARISON_BRIEF, BriefDialog), (ActionId.NEED_TO_KNOW_COPY, CopyDialog)],
)
@pytest.mark.parametrize("answer", list(QDialog.DialogCode))
def test_a_question_that_was_answered_is_not_kept(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    action: ActionId,
    kind: type[QDialog],
    answer: QDialog.DialogCode,
) -> None:
    asked: list[QDialog] = []

    def at_once(dialog: QDialog) -> int:
        asked.append(dialog)
        return answer.value

    monkeypatch.setattr(kind, "exec", at_once)
    monkeypatch.setattr("ui.desktop.dialogs.QFileDialog.getSaveFileName", lambda *_, **__: ("", ""))
    for _time in range(3):
        window.registry.action(action).trigger()
    let_go()
    assert len(asked) == 3
    assert window.findChildren(kind) == []
