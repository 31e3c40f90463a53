"""The inspector of a large room, and while the day moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.sample_case import sample_case
from tests.ui.desktop.doing import LEFT, page_of, texts
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.inspector.column import PartColumn
from ui.desktop.inspector.history import History
from ui.desktop.inspector.ladder import Ladder
from ui.desktop.inspector.panel import Inspector
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.window import MainWindow
from ui.theme.hub import ThemeHub
from workbench.domain.audience import PUBLIC
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance

_PARTIES = 30
_ROOM = Selection("i")
_DAYS = (date(2020, 6, 1), date(2021, 6, 1), date(2022, 6, 1))


def large_case() -> Case:
    """Thirty parties, each with a position in 2020 and another in 2022."""
    codes = [f"P{number}" for number in range(_PARTIES)]
    positions = [
        Position(f"{code}-{year}", code, "i", since=parse_date(f"{year}-01-01"), stances={"o": stance})
        for code in codes
        for year, stance in ((2020, Stance.OPPOSES), (2022, Stance.ACCEPTS))
    ]
    return Case(
        parties=tuple(Party(code, code) for code in codes),
        issues=(Issue("i", "An issue"),),
        options=(Option("i", "o", "An option"),),
        positions=tuple(positions),
    )


Opened = Callable[[Case, Selection, date], Inspector]


@pytest.fixture
def opened(qtbot: QtBot, theme_hub: ThemeHub) -> Opened:
    def open_on(case: Case, selection: Selection, day: date) -> Inspector:
        session = CaseSession(MemoryStore(case))
        inspector = Inspector(session, theme_hub)
        session.setParent(inspector)
        qtbot.addWidget(inspector)
        inspector.resize(360, 700)
        session.set_day(day)
        session.select(selection)
        with qtbot.waitExposed(inspector):
            inspector.show()
        qtbot.waitUntil(lambda: inspector.inspection is not None)
        qtbot.wait(1)
        return inspector

    return open_on


def session_of(inspector: Inspector) -> CaseSession:
    found = inspector.findChild(CaseSession)
    assert isinstance(found, CaseSession)
    return found


def shown(inspector: Inspector) -> list[tuple[str, str]]:
    """What is to be seen from top to bottom: kind of widget and text."""
    page = inspector.widget()
    layout = page.layout()
    assert layout is not None
    found = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            assert widget.isVisible()
            found += [(type(own).__name__, said(own)) for own in (widget, *widget.findChildren(QWidget))]
    return found


def said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | RowButton) else widget.accessibleName()


def lines(inspector: Inspector) -> list[RowButton]:
    return [own for own in inspector.findChildren(RowButton) if own.text().endswith("more…")]


def test_of_a_large_room_a_dozen_parties_are_shown(opened: Opened) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    assert inspector.inspection is not None
    assert inspector.inspection.title == "P0, P1 and 28 others"
    assert len(inspector.inspection.parties) == _PARTIES
    assert len(inspector.findChildren(History)) == 12
    ladder = inspector.findChild(Ladder)
    assert isinstance(ladder, Ladder)
    assert "P11: " in ladder.accessibleName()
    assert "P12: " not in ladder.accessibleName()
    assert [line.text() for line in lines(inspector)] == ["18 more…", "6 more…", "18 more…"]


def test_the_sentence_of_a_large_room_names_two_and_counts_the_others(opened: Opened) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    assert inspector.inspection is not None
    said = " ".join(map(str, inspector.inspection.sentences))
    assert "P0, P1 and 28 others oppose it" in said
    assert "P2" not in said.replace("P0, P1 and 28 others", "")


def test_the_others_are_shown_when_asked_for(qtbot: QtBot, opened: Opened) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    qtbot.mouseClick(lines(inspector)[0], LEFT)
    ladder = inspector.findChild(Ladder)
    assert isinstance(ladder, Ladder)
    assert "P29: " in ladder.accessibleName()
    flips, histories = lines(inspector)
    histories.setFocus()
    qtbot.keyClick(histories, Qt.Key.Key_Space)
    assert len(inspector.findChildren(History)) == _PARTIES
    qtbot.mouseClick(flips, LEFT)
    assert not lines(inspector)


def test_what_was_opened_stays_open_on_another_day_and_not_for_another_selection(
    qtbot: QtBot, opened: Opened
) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    qtbot.mouseClick(lines(inspector)[2], LEFT)
    session_of(inspector).set_day(_DAYS[2])
    qtbot.waitUntil(lambda: "1 June 2022" in inspector.inspection.subtitle)  # type: ignore[union-attr]
    assert len(inspector.findChildren(History)) == _PARTIES
    session_of(inspector).select(Selection("i", ("P0", "P1")))
    session_of(inspector).select(_ROOM)
    assert len(inspector.findChildren(History)) == 12


@pytest.mark.parametrize("selection", [Selection("lachin"), Selection("lachin", ("BAK",))])
def test_once_the_hand_rests_it_says_what_it_says_opened_there(
    qtbot: QtBot, opened: Opened, selection: Selection
) -> None:
    days = [date(2021, 1, 5), date(2022, 9, 20), date(2023, 3, 20), date(2022, 12, 20)]
    moved = opened(sample_case(), selection, date(2018, 6, 1))
    for day in days:
        session_of(moved).set_day(day)
        qtbot.wait(5)
    direct = opened(sample_case(), selection, days[-1])
    qtbot.waitUntil(lambda: moved.inspection == direct.inspection)
    qtbot.wait(1)
    assert shown(moved) == shown(direct)


def test_the_large_room_too(qtbot: QtBot, opened: Opened) -> None:
    moved = opened(large_case(), _ROOM, _DAYS[0])
    session_of(moved).set_day(_DAYS[1])
    qtbot.wait(5)
    session_of(moved).set_day(_DAYS[2])
    direct = opened(large_case(), _ROOM, _DAYS[2])
    qtbot.waitUntil(lambda: moved.inspection == direct.inspection)
    qtbot.wait(1)
    assert shown(moved) == shown(direct)


def test_nothing_is_read_out_while_the_hand_moves(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    session = session_of(inspector)
    asked: list[Selection] = []
    inspect = session.inspection
    monkeypatch.setattr(session, "inspection", lambda own: (asked.append(own), inspect(own))[1])
    for day in range(1, 20):
        session.set_day(date(2021, 1, day))
        qtbot.wait(5)
    assert not asked
    qtbot.waitUntil(lambda: bool(asked))
    assert "19 January 2021" in inspector.inspection.subtitle  # type: ignore[union-attr]


def test_what_says_the_same_stays_as_it_is(qtbot: QtBot, opened: Opened) -> None:
    inspector = opened(large_case(), _ROOM, _DAYS[0])
    before = inspector.findChildren(History)
    session_of(inspector).set_day(_DAYS[1])
    qtbot.waitUntil(lambda: "1 June 2021" in inspector.inspection.subtitle)  # type: ignore[union-attr]
    assert inspector.findChildren(History) == before


def test_an_inspector_that_was_never_seen_leaves_nothing_behind(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    session = CaseSession(MemoryStore(large_case()))
    inspector = Inspector(session, theme_hub)
    session.setParent(inspector)
    qtbot.addWidget(inspector)
    assert [own for own in QApplication.topLevelWidgets() if isinstance(own, PartColumn)] == []


def test_an_empty_cell_says_how_a_position_is_recorded(window: MainWindow) -> None:
    session, inspector = page_of(window).session, page_of(window).desk.inspector
    session.select(Selection("lachin", ("EU",)))
    said = " ".join(texts(inspector))
    assert "Double-click the cell or press Enter" in said
    assert "EU over time" not in said
    session.select(Selection("lachin", ("BAK",)))
    said = " ".join(texts(inspector))
    assert "Double-click the cell" not in said
    assert "Baku over time" in said
    session.set_audience(PUBLIC)
    session.select(Selection("lachin", ("EU",)))
    assert "Double-click the cell" not in " ".join(texts(inspector))
