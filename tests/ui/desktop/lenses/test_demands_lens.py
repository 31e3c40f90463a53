"""Demands against demands: how they are set, and what is asked of two parties."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.sample_case import sample_case
from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of
from tests.ui.desktop.lenses.using import look_through
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.window import MainWindow
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance


def many(parties: int, issues: int) -> Case:
    """A case in which each party demands one of two options on each issue."""
    codes = [f"P{number}" for number in range(parties)]
    options = ("yes", "no")
    return replace(
        Case(),
        parties=tuple(Party(code, f"Party {code}") for code in codes),
        issues=tuple(Issue(f"i{number}", f"Issue {number}") for number in range(issues)),
        options=tuple(Option(f"i{n}", own, own.title()) for n in range(issues) for own in options),
        positions=tuple(
            Position(
                f"{code}-{n}", code, f"i{n}", parse_date("2024-01-01"),
                stances={options[(n + place) % 2]: Stance.DEMANDS},
            )
            for place, code in enumerate(codes) for n in range(issues)
        ),
    )  # fmt: skip


def choose_two(lens: DemandsLens, qtbot: QtBot, first: str, second: str) -> None:
    """Choose two parties with the keyboard, by the first letters of their names."""
    for chooser, label in ((lens.down, first), (lens.across, second)):
        chooser.box.setFocus()
        place = chooser.box.findText(label)
        qtbot.keyClick(chooser.box, Qt.Key.Key_Home)
        for _ in range(place):
            qtbot.keyClick(chooser.box, Qt.Key.Key_Down)


def test_of_very_many_demands_those_of_two_parties_are_shown_first(show: ShowWindow, qtbot: QtBot) -> None:
    lens = look_through(show(MemoryStore(many(5, 100))), DemandsLens)
    assert (lens.down.key, lens.across.key) == ("P0", "P1")
    assert lens.model is not None
    assert (len(lens.model.rows), len(lens.model.columns)) == (100, 100)
    assert lens.tools.note.text() == "Demands down: 100, across: 100."
    qtbot.mouseClick(lens.swap, LEFT)
    assert (lens.down.key, lens.across.key) == ("P1", "P0")
    choose_two(lens, qtbot, "all parties", "all parties")  # which stays chosen
    page_of_lens = lens.session
    page_of_lens.show_party("P4", shown=False)
    assert (lens.down.key, lens.across.key) == ("", "")
    assert lens.tools.note.text().startswith("Demands: 400.")


def test_few_demands_all_stand_against_all(window: MainWindow) -> None:
    lens = look_through(window, DemandsLens)
    assert (lens.down.key, lens.across.key) == ("", "")


def test_the_questions_take_the_height_they_need_until_somebody_draws_the_line(
    show: ShowWindow, qtbot: QtBot, settings: QSettings
) -> None:
    window = show(MemoryStore(sample_case()))
    lens = look_through(window, DemandsLens)
    choose_two(lens, qtbot, "Baku", "Stepanakert")
    qtbot.wait(20)
    assert lens.trades.height() == lens.trades.wanted_height()
    assert lens.trades.table.verticalScrollBar().maximum() == 0, "both questions are seen"
    handle = lens.split.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, -60))
    QTest.mouseRelease(handle, LEFT, pos=start + QPoint(0, -60))
    drawn = lens.trades.height()
    assert drawn > lens.trades.wanted_height()
    qtbot.mouseClick(lens.swap, LEFT)
    assert lens.trades.height() == drawn
    page_of(window).keep_sizes()
    assert settings.value("lens/demands/split")
