"""A window in a language that is read from the right: everything stands in order, and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMenuBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.from_right import arabic, in_arabic, read_from_right
from tests.sample_case import sample_case
from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.brief.pages import BriefPages
from ui.desktop.inspector.ladder import Ladder
from ui.desktop.view_state import Selection
from ui.desktop.widgets.row_button import PartyCheck
from ui.desktop.widgets.text import Text
from ui.desktop.window import MainWindow
from ui.paint.port import Area
from ui.paint.time_geometry import TimeGeometry
from ui.paint.type import type_scale
from ui.theme.hub import ThemeHub
from ui.theme.meanings import STANCES
from workbench.domain.vocabulary import Stance


@pytest.fixture
def from_right(qapp: QApplication) -> Iterator[None]:
    with read_from_right(qapp):
        yield


@pytest.fixture
def window(from_right: None, show: ShowWindow) -> MainWindow:
    return show(MemoryStore(in_arabic(sample_case())))


def left_of(window: MainWindow, widget: QWidget) -> int:
    return widget.mapTo(window, QPoint()).x()


def areas_from_right(window: MainWindow, y: float) -> list[tuple[Area, int]]:
    """What one meets on a line of the matrix, going from its right edge to the left."""
    matrix = page_of(window).matrix
    met: list[tuple[Area, int]] = []
    for x in range(matrix.viewport().width() - 1, 0, -1):
        hit = matrix.hit(QPointF(x, y))
        if hit is not None and (not met or met[-1] != (hit.area, hit.column)):
            met.append((hit.area, hit.column))
    return met


def middle_of(image: QImage, colour: str) -> float:
    """The middle of all dots of one colour, from the left edge."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    dots = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    found = np.argwhere((dots & 0xFFFFFF) == (QColor(colour).rgb() & 0xFFFFFF))
    assert len(found) > 20, f"{colour} is not to be seen"
    return float(found[:, 1].mean())


def geometry_of(window: MainWindow) -> TimeGeometry:
    geometry = page_of(window).strip.band.geometry_of_time()
    assert geometry is not None
    return geometry


def seen_at(window: MainWindow, day: date) -> QPoint:
    band, geometry = page_of(window).strip.band, geometry_of(window)
    return band.place(QPointF(geometry.x(day), geometry.dots_y + 30.0)).toPoint()


def test_the_parts_of_the_window_stand_from_the_right(window: MainWindow) -> None:
    page = page_of(window)
    menus = window.findChild(QMenuBar)
    assert menus is not None
    across = [left_of(window, own) for own in (page.side, page.matrix, page.desk)]
    assert across == sorted(across, reverse=True)
    strip = [left_of(window, own) for own in (page.strip.day_button, page.strip.band)]
    assert strip == sorted(strip, reverse=True)
    header = page.header
    line = [menus, header.title, header.saved, header.lenses, header.finder, header.audience, header.brief]
    lefts = [left_of(window, own) for own in line]
    assert lefts == sorted(lefts, reverse=True)
    segments = [left_of(window, own) for own in header.lenses.buttons.values() if own.isVisible()]
    assert segments == sorted(segments, reverse=True)
    assert len(segments) > 1


def test_no_menu_is_folded_away(window: MainWindow) -> None:
    menus = window.findChild(QMenuBar)
    assert menus is not None
    places = [menus.actionGeometry(action) for action in menus.actions()]
    assert len(places) == 5
    assert all(menus.rect().contains(place) for place in places)
    assert all(left.right() < right.left() for right, left in pairwise(places))


def test_no_button_is_cut(window: MainWindow) -> None:
    shown = [own for own in window.findChildren(QPushButton) if own.isVisible() and own.text()]
    assert len(shown) > 8
    for own in shown:
        assert own.width() >= own.sizeHint().width(), own.text()
        place = own.mapTo(window, QPoint())
        assert place.x() >= 0
        assert place.x() + own.width() <= window.width()


def test_the_side_panel_has_its_colours_before_the_names(window: MainWindow) -> None:
    checks = page_of(window).side.findChildren(PartyCheck)
    parties = page_of(window).session.model.columns
    assert [own.text() for own in checks] == [own.label for own in parties]
    tops = [own.mapTo(window, QPoint()).y() for own in checks]
    assert tops == sorted(tops)
    for own, party in zip(checks, parties, strict=True):
        square = middle_of(own.grab().toImage(), party.colour)
        assert own.width() - square < 20


def test_titles_parties_rooms_and_courses_follow_from_the_right(window: MainWindow) -> None:
    matrix, model = page_of(window).matrix, page_of(window).session.model
    port = matrix.port()
    assert port is not None
    columns = list(range(len(model.columns)))
    head = areas_from_right(window, port.geometry.header - 20.0)
    assert head == [(Area.CORNER, -1), *((Area.PARTY, own) for own in columns), (Area.ROOMS, -1)]
    row = areas_from_right(window, port.cell_rect(0, 0).center().y())
    assert [area for area, _ in row] == [Area.TITLE, *(Area.CELL for _ in columns), Area.ROOM, Area.COURSE]
    assert [column for area, column in row if area is Area.CELL] == columns


def test_the_colours_over_the_matrix_stand_in_the_order_of_the_parties(window: MainWindow) -> None:
    matrix, model = page_of(window).matrix, page_of(window).session.model
    port = matrix.port()
    assert port is not None
    image = (
        matrix.viewport().grab().toImage().copy(0, 0, matrix.viewport().width(), int(port.geometry.header))
    )
    middles = [middle_of(image, own.colour) for own in model.columns]
    assert middles == sorted(middles, reverse=True)


def test_names_in_the_matrix_are_whole(window: MainWindow) -> None:
    matrix, model = page_of(window).matrix, page_of(window).session.model
    layout = matrix._layout
    assert layout is not None
    for own in model.columns:
        block = matrix._texts.block(own.label, type_scale().name, layout.geometry.widths.party, 2)
        assert not block.is_elided, own.label


def test_a_click_takes_the_cell_that_is_seen_there_and_arrows_go_where_they_point(
    qtbot: QtBot, window: MainWindow
) -> None:
    matrix, model = page_of(window).matrix, page_of(window).session.model
    port = matrix.port()
    assert port is not None
    seen = matrix.place(port.cell_rect(0, 0).center())
    assert seen.x() > matrix.viewport().width() / 2
    qtbot.mouseClick(matrix.viewport(), LEFT, pos=seen.toPoint())
    issue = model.rows[0].code
    assert matrix.selection == Selection(issue, (model.columns[0].code,))
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.selection == Selection(issue, (model.columns[1].code,))
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.selection == Selection(issue, (model.columns[0].code,))
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    assert matrix.selection == Selection(issue)


def test_a_narrow_matrix_begins_at_the_right_and_scrolls_to_the_left(window: MainWindow) -> None:
    window.resize(1100, 700)
    matrix = page_of(window).matrix
    bar = matrix.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    port = matrix.port()
    assert port is not None
    last = len(page_of(window).session.model.columns) - 1
    met = areas_from_right(window, port.geometry.header - 20.0)
    assert (Area.PARTY, last) in met
    assert [column for area, column in met if area is Area.PARTY] == sorted(
        column for area, column in met if area is Area.PARTY
    )


def test_days_run_to_the_left(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    band = page.strip.band
    assert band.timeline is not None
    days = sorted({own.day for own in band.timeline.events if geometry_of(window).is_seen(own.day)})
    across = [seen_at(window, day).x() for day in days]
    assert across == sorted(across, reverse=True)
    assert all(0 < x < band.width() for x in across)
    wanted = date(2020, 3, 1)
    QTest.mouseClick(band, LEFT, pos=seen_at(window, wanted))
    assert abs((page.session.view.day - wanted).days) < 10
    before = page.session.view.day
    qtbot.keyClick(band, Qt.Key.Key_Left)
    assert page.session.view.day > before
    qtbot.keyClick(band, Qt.Key.Key_Right)
    assert page.session.view.day == before


def test_the_menu_of_an_event_opens_the_one_under_the_pointer(window: MainWindow) -> None:
    band, geometry = page_of(window).strip.band, geometry_of(window)
    assert band.timeline is not None
    seen = [own for own in band.timeline.events if geometry.is_seen(own.day)]
    dot = band.place(QPointF(geometry.x(seen[0].day), geometry.dots_y)).toPoint()
    event = band.event_at(band.place(QPointF(dot)))
    assert event is not None
    assert band.event_at(QPointF(dot)) is not event
    band.customContextMenuRequested.emit(dot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert event.title in menu.actions()[0].text()
    menu.close()


def test_the_ladder_names_parties_from_the_right(qtbot: QtBot, window: MainWindow) -> None:
    # Baku will not have free passage, Stepanakert demands it: the first line of the ladder.
    page_of(window).session.select(Selection("lachin", ("BAK", "STP")))
    page_of(window).desk.inspector.refresh()
    ladder = page_of(window).desk.inspector.findChild(Ladder)
    assert isinstance(ladder, Ladder)
    qtbot.waitUntil(lambda: ladder.height() > 100)
    line = ladder.grab().toImage().copy(0, 0, ladder.width(), ladder.height() // 4)
    theme = window.hub.theme
    red, blue = (theme.colour(STANCES[own].fill).name() for own in (Stance.RED_LINE, Stance.DEMANDS))
    assert middle_of(line, red) > middle_of(line, blue)


def test_all_of_it_turns_back(window: MainWindow, qapp: QApplication) -> None:
    assert window.isRightToLeft()
    assert all(own.isRightToLeft() for own in window.findChildren(QAbstractButton))


def test_arrows_of_the_present_window_point_the_way_one_reads(qtbot: QtBot, window: MainWindow) -> None:
    window.presenting.present()
    operator = window.presenting.operator
    assert operator is not None
    qtbot.waitUntil(operator.isVisible)
    back, on, day, _ = operator._steps.values()
    assert back.x() > on.x()
    assert back.text() == f"\u200f▶ \u2068{arabic('Page')}\u2069"
    assert on.text() == f"\u200f\u2068{arabic('Page')}\u2069 ◀"
    assert day.text().startswith("\u200f▶ ")
    keys = next(own for own in operator.findChildren(Text) if "Ctrl+1" in own.text())
    assert keys.text().startswith("\u200f")
    assert operator.said.text().startswith("\u200f")
    operator.close()


def test_arrows_over_pages_point_the_way_one_reads(qtbot: QtBot, from_right: None) -> None:
    pages = BriefPages(ThemeHub())
    qtbot.addWidget(pages)
    assert (pages.back.text(), pages.on.text()) == ("▶", "◀")
