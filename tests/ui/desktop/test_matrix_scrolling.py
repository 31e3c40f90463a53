"""What stands on the screen after scrolling is, pixel by pixel, what is painted from the beginning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.analysis_cases import random_case
from tests.sample_case import sample_case
from tests.ui.paint.images import unlike
from tests.ui.paint.matrices import matrix
from ui.desktop import matrix_image
from ui.desktop.matrix_view import MatrixView
from ui.paint import cell_cache
from ui.paint.model import MatrixModel
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.readmodels.positions import PositionsModel
from workbench.snapshot import Snapshot, take_snapshot

RANDOM = take_snapshot(random_case(30, 40, 4, 3.0, a_day=5), PRINCIPAL)
LARGE = take_snapshot(random_case(60, 120, 4, 2.0, a_day=20), PRINCIPAL)
SAMPLE = take_snapshot(columns_of(sample_case()), PRINCIPAL)


def on_screen(view: MatrixView) -> QImage:
    """What the window shows of a view."""
    store = view.window().backingStore()
    shown = store.paintDevice()
    assert isinstance(shown, QImage)
    return shown.copy(QRect(QPoint(), view.size() * view.devicePixelRatio()))


def settle(view: MatrixView) -> None:
    """Let frames follow until all is painted."""
    for _ in range(500):
        QApplication.processEvents()
        if view.image.is_whole:
            return
    pytest.fail("it is never painted whole")


def differences(view: MatrixView) -> list[tuple[int, int]]:
    """Pixels in which the screen is not what is painted from the beginning."""
    settle(view)
    return unlike(on_screen(view), view.grab().toImage())


def model(snapshot: Snapshot, random: Random) -> PositionsModel:
    day = random.choice([own for own in snapshot.table.dates if own.earliest]).effective
    compared = day - timedelta(days=random.choice([5, 300]))
    return PositionsModel(snapshot, day, random.choice(list(Basis)), compared)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[MatrixModel], MatrixView]:
    def show(own: MatrixModel) -> MatrixView:
        view = MatrixView(bundled_theme())
        qtbot.addWidget(view)
        view.resize(900, 620)
        view._legend.stand_in = lambda _port: None  # type: ignore[method-assign]  # it lies over the matrix
        view.set_model(own)
        view.show()
        settle(view)
        return view

    return show


def wheel(view: MatrixView, turned: QPoint) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def anywhere(view: MatrixView, random: Random) -> None:
    """Scroll as people do: a few lines, a page, or to another end of the matrix."""
    bars = (view.verticalScrollBar(), view.horizontalScrollBar())
    match random.randrange(4):
        case 0:
            wheel(view, random.choice([QPoint(0, 120), QPoint(0, -120), QPoint(120, 0), QPoint(-240, 0)]))
        case 1:
            bar = random.choice(bars)
            bar.setValue(bar.value() + random.choice([-1, 1]) * bar.pageStep())
        case 2:
            for bar in bars:
                bar.setValue(random.randint(0, max(bar.maximum(), 1)))
        case 3:
            for bar in bars:
                bar.setValue(bar.value() + random.randint(-30, 30))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_after_scrolling_anywhere_it_is_as_painted_anew(
    shown: Callable[[MatrixModel], MatrixView], theme: str, zoom: float
) -> None:
    random = Random(f"{theme} {zoom}")
    view = shown(model(RANDOM, random))
    view.set_theme(bundled_theme(theme), zoom)
    for _ in range(25):
        for _ in range(random.randint(1, 3)):
            anywhere(view, random)
            if random.random() < 0.5:
                QApplication.processEvents()  # some frames lie between, others do not
        assert differences(view) == []


def test_days_scrolled_through_in_between_leave_nothing_behind(
    shown: Callable[[MatrixModel], MatrixView],
) -> None:
    random = Random(7)
    view = shown(model(RANDOM, random))
    for _ in range(25):
        anywhere(view, random)
        if random.random() < 0.5:
            QApplication.processEvents()
        view.set_model(model(RANDOM, random))
        assert differences(view) == []


@pytest.mark.parametrize("own", [matrix(3, 30), matrix(40, 3), matrix(1, 1), model(SAMPLE, Random(1))])
def test_matrices_of_every_shape(shown: Callable[[MatrixModel], MatrixView], own: MatrixModel) -> None:
    random, view = Random(3), shown(own)
    for _ in range(10):
        anywhere(view, random)
        assert differences(view) == []


def test_what_is_chosen_and_pointed_at_moves_with_its_cell(
    shown: Callable[[MatrixModel], MatrixView],
) -> None:
    random, view = Random(11), shown(model(RANDOM, Random(2)))
    view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
        assert differences(view) == []
    for _ in range(10):
        anywhere(view, random)
        place = view.viewport().rect().center() + QPoint(random.randint(-200, 200), random.randint(-150, 150))
        QTest.mouseMove(view.viewport(), place)
        assert differences(view) == []


@pytest.fixture
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame has time for anything that may wait."""
    monkeypatch.setattr(matrix_image, "_SCROLLED", 0.0)
    monkeypatch.setattr(matrix_image, "_FRESH", 0.0)


@pytest.mark.usefixtures("no_time")
def test_what_changes_where_it_stands_is_painted_at_once(
    shown: Callable[[MatrixModel], MatrixView],
) -> None:
    random = Random(5)
    view = shown(model(RANDOM, random))
    for _ in range(5):
        view.set_model(model(RANDOM, random))
        view.viewport().repaint()
        assert view.image.is_whole
        assert differences(view) == []


@pytest.mark.usefixtures("no_time")
def test_what_is_not_painted_yet_is_bare_and_never_what_was(
    shown: Callable[[MatrixModel], MatrixView],
) -> None:
    random = Random(6)
    view = shown(model(RANDOM, random))
    bare = {bundled_theme().colour(role).rgb() for role in (Role.WINDOW, Role.CARD)}
    for _ in range(5):
        view.verticalScrollBar().setValue(random.randint(0, view.verticalScrollBar().maximum()))
        view.set_model(model(RANDOM, random))
        view.viewport().repaint()
        assert not view.image.is_whole
        screen = on_screen(view)
        anew = view.grab().toImage()
        others = {screen.pixel(*place) for place in unlike(screen, anew)}
        assert others
        assert others <= bare
        settle(view)


@pytest.mark.parametrize("way", ["verticalScrollBar", "horizontalScrollBar"])
def test_the_next_page_is_made_ready_while_nobody_does_anything(
    shown: Callable[[MatrixModel], MatrixView], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, way: str
) -> None:
    view = shown(model(LARGE, Random(8)))
    bar = getattr(view, way)()
    bar.setValue(bar.maximum() // 2)
    settle(view)
    qtbot.waitUntil(lambda: not view.image.ahead.is_working)
    drawn: list[object] = []
    monkeypatch.setattr(cell_cache, "draw_cell", lambda *own, **_: drawn.append(own))
    for step in (bar.pageStep(), -2 * bar.pageStep()):
        bar.setValue(bar.value() + step)
        settle(view)
    assert not drawn
    bar.setValue(bar.maximum())
    settle(view)
    assert drawn


def test_nothing_is_made_ready_of_what_is_not_looked_at(
    shown: Callable[[MatrixModel], MatrixView],
) -> None:
    view = shown(model(RANDOM, Random(9)))
    assert view.image.ahead.is_working
    view.hide()
    assert not view.image.ahead.is_working


def test_after_a_change_of_language_all_is_painted_anew(shown: Callable[[MatrixModel], MatrixView]) -> None:
    view = shown(matrix(6, 30))
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    view.viewport().update()
    assert differences(view) == []
