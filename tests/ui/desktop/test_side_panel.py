"""The left side: lines as high as they need to be, tasks that cost no cell."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.desktop.side_panel import SidePanel
from ui.desktop.todo import QUESTIONS, open_tasks
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.window import MainWindow
from workbench.domain.audience import PRINCIPAL, PUBLIC, TEAM
from workbench.readmodels.positions import PositionsModel


def squeezed(panel: SidePanel) -> list[str]:
    rows = [row for row in panel.findChildren(RowButton) if row.isVisible()]
    assert any(row.detail for row in rows), "no task is shown"
    return [row.text() for row in rows if row.height() < row.heightForWidth(row.width())]


@pytest.mark.parametrize("size", [(1366, 768), (900, 520)])
def test_no_line_is_squeezed_whatever_is_shown(qtbot: QtBot, show: ShowWindow, size: tuple[int, int]) -> None:
    window = show()
    page = page_of(window)
    window.resize(*size)
    page.side.show()
    for audience in (PRINCIPAL, PUBLIC, TEAM):
        page.session.set_audience(audience)
        qtbot.waitUntil(lambda: squeezed(page.side) == [])


def test_tasks_are_found_without_asking_a_cell(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session = page_of(window).session
    model = PositionsModel(session.snapshot, session.view.day, session.view.basis)
    before = open_tasks(session.model)

    def asked(*_where: object) -> None:
        pytest.fail("a cell or a room was asked")

    monkeypatch.setattr(PositionsModel, "cell", asked)
    monkeypatch.setattr(PositionsModel, "room", asked)
    assert open_tasks(model) == before


def test_only_as_many_tasks_are_named_as_are_wanted(window: MainWindow) -> None:
    model = page_of(window).session.model
    every = {own.heading: own for own in open_tasks(model)}
    some = {own.heading: own for own in open_tasks(model, lambda _heading: 1)}
    for heading, own in every.items():
        assert own.count == len(own.tasks) == some[heading].count
        assert some[heading].tasks == own.tasks[:1]
    assert QUESTIONS in every
