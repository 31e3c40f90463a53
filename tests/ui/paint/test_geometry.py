from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from tests.ui.paint.matrices import matrix
from ui.paint.geometry import PARTY, fit_widths
from ui.paint.layout import Options, lay_out
from ui.paint.port import Area, Hit, MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import type_scale

TEXTS = TextCache()
sizes = st.tuples(st.integers(420, 2600), st.integers(300, 1600))
counts = st.tuples(st.integers(1, 40), st.integers(1, 30))


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def port_of(
    size: tuple[int, int], count: tuple[int, int], scroll: tuple[float, float] = (0.0, 0.0)
) -> MatrixPort:
    model = matrix(*count)
    layout = lay_out(model, size[0], type_scale(), TEXTS, Options())
    return MatrixPort(layout.geometry, *size, *scroll)


@settings(max_examples=40, deadline=None)
@given(size=sizes, count=counts)
def test_no_two_cards_overlap(size: tuple[int, int], count: tuple[int, int]) -> None:
    port = port_of(size, (min(count[0], 6), min(count[1], 7)))
    cells = [
        port.cell_rect(row, column) for row in range(min(count[1], 7)) for column in range(min(count[0], 6))
    ]
    assert not any(one.intersects(other) for one, other in combinations(cells, 2))
    for row in range(min(count[1], 7)):
        rects = [port.title_rect(row), port.room_rect(row), port.course_rect(row)]
        assert not any(one.intersects(other) for one, other in combinations(rects, 2))


@settings(max_examples=60, deadline=None)
@given(size=sizes, count=counts, across=st.floats(0, 5000), down=st.floats(0, 5000))
def test_a_hit_leads_back_to_the_cell(
    size: tuple[int, int], count: tuple[int, int], across: float, down: float
) -> None:
    port = port_of(size, count, (across, down))
    for row in range(count[1]):
        for column in range(count[0]):
            centre = port.cell_rect(row, column).center()
            if port.cells_area.adjusted(0.0, 0.0, -1.0, -1.0).contains(centre):
                assert port.hit(centre) == Hit(Area.CELL, row, column)


@settings(max_examples=60, deadline=None)
@given(size=sizes, count=counts, x=st.floats(0, 2600), y=st.floats(0, 1600), down=st.floats(0, 5000))
def test_what_is_hit_holds_the_point(
    size: tuple[int, int], count: tuple[int, int], x: float, y: float, down: float
) -> None:
    port, point = port_of(size, count, (0.0, down)), QPointF(x, y)
    hit = port.hit(point)
    if hit is None or hit.area in (Area.PARTY, Area.CORNER, Area.ROOMS):
        return
    rects = {
        Area.CELL: lambda: port.cell_rect(hit.row, hit.column),
        Area.ROOM: lambda: port.room_rect(hit.row),
        Area.COURSE: lambda: port.course_rect(hit.row),
        Area.TITLE: lambda: port.title_rect(hit.row),
    }
    assert rects[hit.area]().contains(point)


@settings(max_examples=60, deadline=None)
@given(size=sizes, count=counts, across=st.floats(0, 5000), down=st.floats(0, 5000))
def test_every_cell_in_sight_is_among_the_visible_ones(
    size: tuple[int, int], count: tuple[int, int], across: float, down: float
) -> None:
    port = port_of(size, count, (across, down))
    bands = port.geometry.bands_between(port.scroll_y, port.scroll_y + port.rows_space)
    columns = port.geometry.columns_between(port.scroll_x, port.scroll_x + port.cells_area.width())
    visible = {(band.row, column) for band in bands if band.row is not None for column in columns}
    for row in range(count[1]):
        for column in range(count[0]):
            if port.cell_rect(row, column).intersects(port.cells_area):
                assert (row, column) in visible
    assert len(visible) <= (port.rows_space / 20.0 + 3) * (port.cells_area.width() / PARTY.least + 3)


@settings(max_examples=60, deadline=None)
@given(size=sizes, count=counts, data=st.data())
def test_scrolling_to_a_cell_shows_it_whole(
    size: tuple[int, int], count: tuple[int, int], data: st.DataObject
) -> None:
    port = port_of(size, count)
    row = data.draw(st.integers(0, count[1] - 1))
    column = data.draw(st.integers(0, count[0] - 1))
    seen = port.scrolled_to(row, column)
    cell, area = seen.cell_rect(row, column), seen.cells_area
    if area.width() >= cell.width() and area.height() >= port.geometry.row_band(row).height:
        assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(cell)


@given(width=st.integers(300, 4000), columns=st.integers(1, 60), zoom=st.sampled_from((1.0, 1.5, 2.0)))
def test_columns_keep_their_limits_and_fill_the_space(width: int, columns: int, zoom: float) -> None:
    scale = type_scale(zoom)
    widths = fit_widths(width, columns, scale)
    assert scale.px(PARTY.least) <= widths.party
    whole = widths.left + widths.cells(columns) + widths.pane_gap + widths.right
    if whole <= width + 1.0:
        assert widths.party <= scale.px(PARTY.most)
        assert whole == pytest.approx(width, abs=1.0) or widths.party == scale.px(PARTY.most)


@given(width=st.integers(600, 4000), columns=st.integers(1, 60))
def test_where_not_all_parties_fit_those_seen_at_once_are_seen_whole(width: int, columns: int) -> None:
    widths = fit_widths(width, columns, type_scale())
    space = width - widths.left - widths.right - widths.pane_gap
    seen = space / (widths.party + widths.gap)
    assert seen >= columns - 0.01 or seen == pytest.approx(round(seen), abs=1e-6)


@pytest.mark.parametrize(("width", "columns"), [(640, 7), (700, 7), (566, 3)])
def test_the_course_gives_way_before_the_parties_do(width: int, columns: int) -> None:
    widths = fit_widths(width, columns, type_scale())
    assert widths.course == 0.0
    assert width - widths.left - widths.right >= min(columns, 3) * widths.party


def test_rows_stand_still_whatever_the_day_shows() -> None:
    empty = matrix(3, 5, cells={(0, 0): matrix().cell(0, 4 - 1)})
    one = lay_out(matrix(3, 5), 1000, type_scale(), TEXTS, Options()).geometry
    other = lay_out(empty, 1000, type_scale(), TEXTS, Options()).geometry
    assert one.bands == other.bands


def test_the_legend_stands_under_the_last_row_or_at_the_lower_edge() -> None:
    tall, low = port_of((1200, 3000), (3, 4)), port_of((1200, 400), (3, 20))
    assert tall.legend_rect.top() == pytest.approx(tall.band_top(tall.geometry.rows_height))
    assert low.legend_rect.bottom() == pytest.approx(400.0)
    assert QRectF(0, 0, 1200, 400).contains(low.legend_rect)
