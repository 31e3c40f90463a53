"""Matrix, room and time strip are right at once while the day moves, and the whole once the hand rests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.sample_case import sample_case
from tests.ui.desktop.doing import page_of
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.case_page import CasePage
from ui.desktop.window import MainWindow
from ui.kept import KeptCases
from ui.theme.hub import ThemeHub


class NoOpener:
    """Opens nothing: the case is given."""

    keeping = KeptCases()


@pytest.fixture
def two_windows(qtbot: QtBot, theme_hub: ThemeHub, tmp_path: Path) -> tuple[CasePage, CasePage]:
    pages = []
    for name in ("moved", "direct"):
        settings = QSettings(str(tmp_path / f"{name}.ini"), QSettings.Format.IniFormat)
        window = MainWindow(NoOpener(), theme_hub, settings, MemoryStore(sample_case()))  # type: ignore[arg-type]
        qtbot.addWidget(window)
        window.resize(1400, 900)
        with qtbot.waitExposed(window):
            window.show()
        pages.append(page_of(window))
    qtbot.wait(200)
    return pages[0], pages[1]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def drag(page: CasePage) -> date:
    """Drag the handle by the mouse through many days and let it rest, still held."""
    band = page.strip.band
    middle, across = band.height() // 2, band.width()
    QTest.mousePress(band, Qt.MouseButton.LeftButton, pos=QPoint(round(0.2 * across), middle))
    for step in range(20):
        QTest.mouseMove(band, QPoint(round((0.2 + 0.02 * step) * across), middle))
        QTest.qWait(8)
    band.flush()
    return page.session.view.day


def test_matrix_and_strip_are_right_at_once_and_the_rest_when_the_hand_rests(
    qtbot: QtBot, two_windows: tuple[CasePage, CasePage]
) -> None:
    moved, direct = two_windows
    before = moved.session.view.day
    day = drag(moved)
    assert day != before
    direct.session.set_day(day)
    direct.strip.band.setFocus()
    moved.strip.band.clearFocus()
    direct.strip.band.clearFocus()
    qtbot.wait(20)  # a frame
    assert picture(moved.matrix) == picture(direct.matrix)
    assert picture(moved.strip) == picture(direct.strip)
    selection = moved.session.view.selection
    assert selection is not None
    wanted = direct.session.inspection(selection)
    inspectors = moved.desk.inspector, direct.desk.inspector
    qtbot.waitUntil(lambda: all(own.inspection == wanted for own in inspectors))
    qtbot.waitUntil(lambda: picture(inspectors[0]) == picture(inspectors[1]))  # once it is laid out
