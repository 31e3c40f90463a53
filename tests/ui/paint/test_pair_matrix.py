"""Grids of pairs: geometry, tree, cells, demands and the map of parties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from tests.sample_case import sample_case
from tests.ui.theme.vision import lab
from ui.paint.canvas import Canvas
from ui.paint.demand_matrix import draw_relation, lay_out_demands
from ui.paint.demand_matrix_signs import relation_path
from ui.paint.geometry import MatrixGeometry, stacked
from ui.paint.headers import HeaderParts, HeaderSetting, header_parts
from ui.paint.pair_matrix import lay_out_pairs
from ui.paint.pair_matrix_cells import draw_counts_bar, draw_level_swatch
from ui.paint.pair_matrix_frame import GridParts, ImageCache, draw_grid
from ui.paint.pair_matrix_geometry import EvenGeometry, GridSize
from ui.paint.party_map import lay_out_map
from ui.paint.port import Area, MatrixPort
from ui.paint.text import TextCache
from ui.paint.tree import tree_path
from ui.paint.type import type_scale
from ui.theme.meanings import LEVELS
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme
from workbench.analysis.demands import Relation
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.level import Level
from workbench.domain.party import Party
from workbench.domain.vocabulary import Basis
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_map import party_map
from workbench.readmodels.parties_scope import EVERY_ISSUE, Scope, ScopeKind
from workbench.readmodels.parties_seats import seating
from workbench.snapshot import take_snapshot

pytestmark = pytest.mark.usefixtures("qapp")
DAY = date(2023, 3, 20)
LACHIN = Scope(ScopeKind.ISSUE, "lachin")


def pairs(
    scope: Scope = EVERY_ISSUE, *, clustered: bool = False, parties: tuple[Party, ...] = ()
) -> PartiesModel:
    case = sample_case()
    snapshot = take_snapshot(columns_of(replace(case, parties=parties or case.parties)), PRINCIPAL)
    return PartiesOverTime(snapshot, Basis.ASSESSED, scope).model(DAY, range(7), clustered=clustered)


def demands(down: int | None = None, across: int | None = None) -> DemandsModel:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    return DemandsModel(standing_on(snapshot, DAY, Basis.ASSESSED), range(7), down, across)


def drawn(parts: GridParts, size: QSize, scroll: tuple[float, float] = (0.0, 0.0)) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(bundled_theme().colour(Role.WINDOW))
    painter = QPainter(image)
    canvas = Canvas(painter, bundled_theme(), type_scale(), TextCache())
    port = MatrixPort(parts.geometry, size.width(), size.height(), *scroll)
    draw_grid(canvas, parts, port, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def even(rows: int, columns: int) -> EvenGeometry:
    return EvenGeometry(GridSize(rows, columns, 120.0, 40.0, 50.0, 30.0, 20.0), type_scale())


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.floats(-50, 1200, allow_nan=False),
    st.floats(0, 400, allow_nan=False),
)
def test_even_rows_lie_where_stacked_rows_of_that_height_do(
    rows: int, columns: int, y: float, height: float
) -> None:
    own = even(rows, columns)
    bands = stacked([(row, 0, own.step) for row in range(rows)])
    same = MatrixGeometry(own.widths, columns, own.header, own.legend, bands)
    assert own.row_at(y) == same.row_at(y)
    seen = [
        band.row for band in same.bands_between(y, y + height) if band.bottom > y and band.top <= y + height
    ]
    assert list(own.rows_between(y, y + height)) == seen
    for row in range(rows):
        assert own.row_band(row) == same.row_band(row)
        for column in range(min(columns, 3)):
            assert own.cell_rect(row, column) == same.cell_rect(row, column)


def test_a_hundred_thousand_rows_cost_nothing_to_lay_out() -> None:
    grid = even(100_000, 100_000)
    port = MatrixPort(grid, 800.0, 600.0).scrolled_to(99_999, 99_999)
    hit = port.hit(port.cell_rect(99_999, 99_999).center())
    assert hit is not None
    assert (hit.area, hit.row, hit.column) == (Area.CELL, 99_999, 99_999)
    with pytest.raises(KeyError):
        grid.row_band(100_000)


@pytest.mark.parametrize("width", [500, 900, 1600])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_cells_lie_on_whole_pixels_and_apart(width: int, compact: bool, zoom: float) -> None:
    look = (type_scale(zoom), TextCache())
    for parts in (
        lay_out_pairs(pairs(clustered=True), width, look, compact=compact),
        lay_out_demands(demands(), width, look, {}),
        lay_out_demands(demands(1, 0), width, look, {}),
    ):
        port = MatrixPort(parts.geometry, width, 700)
        cells = [port.cell_rect(row, column) for row in (0, 1) for column in (0, 1)]
        for cell in cells:
            assert [side % 1.0 for side in (cell.x(), cell.y(), cell.width(), cell.height())] == [0.0] * 4
        assert not any(one.intersects(other) for one, other in combinations(cells, 2))
        assert port.title_rect(0).right() <= cells[0].left()


def long_names() -> tuple[Party, ...]:
    case = sample_case()
    return tuple(replace(own, short_name=f"{own.label} Coordinating Council") for own in case.parties)


def heads(model: PartiesModel, width: int, zoom: float) -> list[tuple[QRectF, HeaderParts]]:
    """Where heads of columns lie, and their parts in them."""
    look = (type_scale(zoom), TextCache())
    port = MatrixPort(lay_out_pairs(model, width, look, compact=False).geometry, width, 700)
    rects = [port.party_rect(place) for place in range(len(model.columns))]
    setting = HeaderSetting(0.0, *look)
    return [(rect, header_parts(rect, own, setting)) for rect, own in zip(rects, model.columns, strict=True)]


@pytest.mark.parametrize("width", [640, 848, 1400])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_names_over_columns_end_before_the_next_colour(width: int, zoom: float) -> None:
    for model in (pairs(clustered=True), pairs(parties=long_names())):
        found = heads(model, width, zoom)
        for (rect, parts), (_, after) in pairwise(found):
            assert rect.top() <= min(parts.square.top(), parts.at.y())
            assert parts.at.y() + parts.name.height <= rect.bottom()
            assert parts.at.x() + parts.name.width + 8.0 <= after.square.left()


def test_a_name_over_a_column_is_cut_only_after_two_lines() -> None:
    assert not any(parts.name.is_elided for _, parts in heads(pairs(clustered=True), 848, 1.0))
    long = tuple(
        replace(own, short_name=f"{own.label} Coordinating Council") for own in sample_case().parties
    )
    assert {len(parts.name.texts) for _, parts in heads(pairs(parties=long), 848, 1.0)} == {2}


def test_the_tree_stands_before_its_rows() -> None:
    model = pairs(clustered=True)
    area = QRectF(10.0, 100.0, 80.0, 7 * 40.0)
    path = tree_path(model.tree, area, 40.0)
    bounds = path.boundingRect()
    assert area.contains(bounds)
    assert bounds.left() == pytest.approx(area.left())
    ends = {(round(e.x, 3), round(e.y, 3)) for e in (path.elementAt(n) for n in range(path.elementCount()))}
    for place in range(7):
        assert (90.0, 100.0 + 40.0 * place + 20.0) in ends
    assert tree_path((), area, 40.0).isEmpty()


def test_images_of_cells_show_what_drawing_shows() -> None:
    for parts, size in (
        (lay_out_pairs(pairs(), 900, (type_scale(), TextCache()), compact=False), QSize(900, 600)),
        (lay_out_pairs(pairs(LACHIN), 900, (type_scale(), TextCache()), compact=True), QSize(900, 400)),
        (lay_out_demands(demands(), 900, (type_scale(), TextCache()), {}), QSize(900, 700)),
    ):
        plain, cached = (blurred(drawn(own, size)) for own in (parts, replace(parts, cache=ImageCache())))
        places = [(x, y) for x in range(plain.width()) for y in range(plain.height())]
        assert max(_apart(plain, cached, x, y) for x, y in places) < 26  # upright letters lie between pixels
        nothing = QImage(plain.size(), QImage.Format.Format_RGB32)
        nothing.fill(bundled_theme().colour(Role.WINDOW))
        assert max(_apart(plain, nothing, x, y) for x, y in places) > 100


def blurred(image: QImage) -> QImage:
    """The image in small: what letters lose between pixels does not matter."""
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(image.size() / 6, ratio, Qt.TransformationMode.SmoothTransformation)


def _apart(one: QImage, other: QImage, x: int, y: int) -> int:
    first, second = one.pixelColor(x, y), other.pixelColor(x, y)
    return max(abs(first.red() - second.red()), abs(first.green() - second.green()))


def test_the_cache_does_not_show_a_cell_of_another_day() -> None:
    cache, look = ImageCache(), (type_scale(), TextCache())
    one = replace(lay_out_pairs(pairs(), 900, look, compact=False), cache=cache)
    other = replace(lay_out_pairs(pairs(LACHIN), 900, look, compact=False), cache=cache)
    size = QSize(900, 600)
    before = drawn(one, size)
    assert drawn(other, size) != before
    assert drawn(one, size) == before


def test_a_bar_shares_its_width_by_counts() -> None:
    image = QImage(200, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, bundled_theme(), type_scale(), TextCache())
    counts = ((Level.ALIGNED, 3), (Level.DEADLOCKED, 1))
    draw_counts_bar(canvas, QRectF(0, 0, 200, 10), counts)
    painter.end()
    found = [image.pixelColor(x, 5).name() for x in range(200)]
    theme = bundled_theme()
    assert found.count(theme.css(LEVELS[Level.ALIGNED].fill)) == pytest.approx(150, abs=4)
    assert found.count(theme.css(LEVELS[Level.DEADLOCKED].fill)) == pytest.approx(50, abs=4)


@pytest.mark.parametrize("key", ["light", "dark", "projector"])
def test_no_relation_and_no_level_rests_on_colour_alone(key: str) -> None:
    """Drawn in grey, by sign alone, every two differ."""
    signs = [_sign(relation) for relation in Relation]
    assert len({bytes(image.constBits()) for image in signs}) == len(Relation)
    swatches = [_swatch(level, key) for level in Level]
    assert len({bytes(image.constBits()) for image in swatches}) == len(Level)


def _sign(relation: Relation) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(20.0, 20.0)
    painter.fillPath(relation_path(relation), painter.pen().color())
    painter.end()
    return image


def _swatch(level: Level, key: str) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(255)
    painter = QPainter(image)
    canvas = Canvas(painter, bundled_theme(key), type_scale(), TextCache())
    draw_level_swatch(canvas, QRectF(0, 0, 20, 20), level.value)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_a_wide_cell_says_its_word() -> None:
    def inked(width: int) -> int:
        image = QImage(width, 30, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        canvas = Canvas(painter, bundled_theme(), type_scale(), TextCache())
        draw_relation(canvas, QRectF(0, 0, width, 30), Relation.BLOCKED, hover=False)
        painter.end()
        return sum(lab(image.pixelColor(x, y))[0] > 80 for x in range(4, width - 4) for y in range(4, 26))

    assert inked(100) > 1.5 * inked(40)


def test_a_large_grid_is_drawn_as_far_as_it_is_seen() -> None:
    model = demands()
    asked: list[tuple[int, int]] = []

    class Counting(DemandsModel):
        def relation(self, row: int, column: int) -> Relation | None:
            asked.append((row, column))
            return super().relation(row, column)

    own = Counting(model.standing, range(7))
    parts = lay_out_demands(own, 600, (type_scale(), TextCache()), {})
    drawn(parts, QSize(600, 400), (200.0, 300.0))
    assert 0 < len(asked) < len(own.rows) * len(own.columns) / 3


def test_dots_are_as_far_apart_as_the_map_says() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    shown, _ = party_map(
        seating(snapshot, DAY, range(7)),
        days.distances(DAY, range(7)),
        days.distances(date(2022, 3, 20), range(7)),
    )
    area = QRectF(0, 0, 700, 420)
    geometry = lay_out_map(shown, area, 1.0)
    for (one, first), (other, second) in combinations(zip(shown.points, geometry.dots, strict=True), 2):
        wanted = ((one.at[0] - other.at[0]) ** 2 + (one.at[1] - other.at[1]) ** 2) ** 0.5 * geometry.unit
        step = first - second
        assert (step.x() ** 2 + step.y() ** 2) ** 0.5 == pytest.approx(wanted, abs=1e-6)
    ends = [*geometry.dots, *(own for own in geometry.before if own is not None)]
    assert all(area.contains(dot) for dot in ends)
    assert geometry.nearest(geometry.dots[2] + QPointF(3, 3), 12.0) == 2
    assert geometry.nearest(QPointF(-500, -500), 12.0) is None


def test_up_on_the_map_is_up_on_the_screen() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    days = PartiesOverTime(snapshot, Basis.ASSESSED, EVERY_ISSUE)
    shown, _ = party_map(seating(snapshot, DAY, range(7)), days.distances(DAY, range(7)))
    geometry = lay_out_map(shown, QRectF(0, 0, 700, 420), 1.0)
    order = sorted(range(7), key=lambda place: shown.points[place].at[1])
    assert all(geometry.dots[low].y() >= geometry.dots[high].y() for low, high in pairwise(order))


def test_a_filled_sign_leaves_its_colour_around_it_in_the_legend() -> None:
    """The sign of deadlocked is a square: as large as its ground it would read as an empty box."""
    image = QImage(28, 28, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, bundled_theme(), type_scale(), TextCache())
    draw_level_swatch(canvas, QRectF(0, 0, 28, 28), Level.DEADLOCKED.value)
    painter.end()
    ground = bundled_theme().colour(LEVELS[Level.DEADLOCKED].fill)
    spots = [image.pixelColor(x, y) for x in range(28) for y in range(28)]
    assert sum(own == ground for own in spots) > len(spots) / 2


def test_names_of_a_low_head_are_not_cut_through() -> None:
    """Where heads have little height they have fewer lines, and none begins above the picture."""
    model = demands(0, 2)
    scale = type_scale()
    parts = lay_out_demands(model, 700.0, (scale, TextCache()), model.counts(), 150.0)
    assert parts.is_wide
    height = round(parts.geometry.header)
    assert height < 5 * scale.small.line
    image = drawn(parts, QSize(700, 400))
    ground = bundled_theme().colour(Role.WINDOW)
    top = {image.pixelColor(x, y).name() for x in range(700) for y in range(3)}
    assert top == {ground.name()}


def test_dense_heads_tell_the_same_answer_on_two_issues_apart() -> None:
    case = sample_case()
    same = replace(case, options=tuple(replace(own, label="Yes") for own in case.options))
    snapshot = take_snapshot(columns_of(same), PRINCIPAL)
    model = DemandsModel(standing_on(snapshot, DAY, Basis.ASSESSED), range(7))
    parts = lay_out_demands(model, 900.0, (type_scale(), TextCache()), {})
    dense = replace(parts, is_dense=True)
    assert model.row(0).party == model.row(1).party
    assert head(dense.draw_row, 0) != head(dense.draw_row, 1)
    assert head(dense.draw_column, 0) != head(dense.draw_column, 1)


def head(draw: Callable[..., None], place: int) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(bundled_theme().colour(Role.WINDOW))
    painter = QPainter(image)
    canvas = Canvas(painter, bundled_theme(), type_scale(), TextCache())
    draw(canvas, QRectF(0, 0, 200, 200), place, strong=False)
    painter.end()
    return image
