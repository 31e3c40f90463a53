from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.paint.matrices import LONG, STANCES, full_cell, matrix
from ui.paint.canvas import Canvas
from ui.paint.cell_cache import CellCache
from ui.paint.cells import cell_parts, draw_cell, set_cell_text
from ui.paint.layout import Options, lay_out
from ui.paint.marks import Mark, draw_mark, marks_of
from ui.paint.matrix import MatrixPainter
from ui.paint.port import MatrixPort
from ui.paint.segments import hatch_lines, segment_rects
from ui.paint.text import Measure, TextCache
from ui.paint.type import type_scale
from ui.theme.meanings import LEVELS
from ui.theme.meanings import STANCES as STANCE_ROLES
from ui.theme.roles import Role
from ui.theme.theme import Theme, bundled_theme, theme_keys
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance

TEXTS = TextCache()
CARD = QRectF(10, 10, 100, 60)


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def drawn(theme: Theme, draw: object, width: int = 200, height: int = 100, ratio: float = 1.0) -> QImage:
    image = QImage(int(width * ratio), int(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour(Role.WINDOW))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(Canvas(painter, theme, type_scale(), TEXTS))  # type: ignore[operator]
    painter.end()
    return image


def pixel(image: QImage, point: QPointF, ratio: float = 1.0) -> QColor:
    return image.pixelColor(int(point.x() * ratio), int(point.y() * ratio))


@pytest.mark.parametrize("key", theme_keys())
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_each_segment_has_the_colour_of_its_stance(key: str, ratio: float) -> None:
    theme = bundled_theme(key)
    cell = replace(full_cell("A", "i"), text="", lead="")
    image = drawn(theme, lambda canvas: draw_cell(canvas, CARD, cell), ratio=ratio)
    bar = cell_parts(CARD, cell, len(marks_of(cell)), type_scale()).bar
    assert bar is not None
    for rect, stance in zip(segment_rects(bar, len(STANCES)), STANCES, strict=True):
        if stance is not None:
            assert pixel(image, rect.center(), ratio) == theme.colour(STANCE_ROLES[stance].fill)


@pytest.mark.parametrize("key", theme_keys())
def test_what_is_presumed_is_hatched_and_no_solid_colour(key: str) -> None:
    theme = bundled_theme(key)
    cell = replace(full_cell("A", "i"), segments=(None, Stance.OPPOSES))
    image = drawn(theme, lambda canvas: draw_cell(canvas, CARD, cell), ratio=2.0)
    bar = cell_parts(CARD, cell, len(marks_of(cell)), type_scale()).bar
    assert bar is not None
    presumed, opposed = segment_rects(bar, 2)
    assert len(colours_along(image, presumed)) > 3
    assert len(colours_along(image, opposed)) == 1


def colours_along(image: QImage, rect: QRectF) -> set[int]:
    y = int(rect.center().y() * 2)
    return {image.pixel(x, y) for x in range(int(rect.left() * 2) + 5, int(rect.right() * 2) - 5)}


@given(width=st.floats(4, 200), height=st.floats(4, 40), step=st.floats(1.5, 9), x=st.floats(-50, 50))
def test_hatching_stays_within_its_segment(width: float, height: float, step: float, x: float) -> None:
    rect = QRectF(x, 3.0, width, height)
    grown = rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    for line in hatch_lines(rect, step):
        assert grown.contains(line.p1())
        assert grown.contains(line.p2())


@settings(deadline=None)
@given(
    width=st.integers(86, 260),
    height=st.integers(44, 90),
    marks=st.integers(0, 6),
    text=st.text(max_size=120),
    lead=st.sampled_from(["", "accepts", "leaves open"]),
)
def test_text_marks_and_bar_of_a_cell_never_touch(
    width: int, height: int, marks: int, text: str, lead: str
) -> None:
    scale, rect = type_scale(), QRectF(0, 0, width, height)
    cell = replace(full_cell("A", "i"), text=text, lead=lead)
    parts = cell_parts(rect, cell, marks, scale)
    assert parts.bar is not None
    assert all(rect.contains(mark) for mark in parts.marks)
    assert not any(mark.intersects(parts.bar) for mark in parts.marks)
    block = set_cell_text(cell, parts, scale, TEXTS).text
    for number, line in enumerate(block.texts):
        left = parts.text.x() + (block.indent if number == 0 else 0.0)
        top = parts.text.y() + number * scale.cell.line
        place = QRectF(left, top + 1.0, scale.cell.width(line), scale.cell.line - 2.0)
        assert place.right() <= parts.text.right() + 0.51
        assert place.bottom() <= parts.bar.top()
        assert not any(place.intersects(mark) for mark in parts.marks)


@settings(deadline=None)
@given(text=st.text(max_size=200), width=st.floats(20, 300), lines=st.integers(1, 4))
def test_text_is_cut_to_its_lines_and_says_so(text: str, width: float, lines: int) -> None:
    face = type_scale().cell
    block = TEXTS.set(text, face, Measure(width, lines))
    assert len(block.texts) <= lines
    assert all(face.width(line) <= width + 0.51 for line in block.texts)
    if not block.is_elided:
        assert "".join("".join(block.texts).split()) == "".join(text.split())


def test_elided_text_ends_with_a_word_or_a_long_piece_of_one() -> None:
    face = type_scale().cell
    block = TEXTS.block(LONG, face, face.width("Guaranteed rights an"))
    assert block.texts == ("Guaranteed rights…",)


@pytest.mark.parametrize("mark", list(Mark))
def test_each_mark_is_drawn_within_its_square(mark: Mark) -> None:
    theme, square = bundled_theme(), QRectF(40, 40, 20, 20)
    image = drawn(theme, lambda canvas: draw_mark(canvas.painter, mark, square, theme))
    ground = theme.colour(Role.WINDOW).rgb()
    inked = {
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground
    }
    assert inked
    assert all(37 <= x <= 62 and 37 <= y <= 62 for x, y in inked)


def test_no_two_marks_look_alike() -> None:
    theme, square = bundled_theme(), QRectF(4, 4, 18, 18)
    images = [
        drawn(theme, lambda canvas, mark=mark: draw_mark(canvas.painter, mark, square, theme), 26, 26)
        for mark in Mark
    ]
    greys = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in images]
    assert all(one != other for n, one in enumerate(greys) for other in greys[n + 1 :])


@pytest.mark.parametrize("key", theme_keys())
def test_a_room_is_filled_by_its_level_and_a_norm_has_none(key: str) -> None:
    theme, model = bundled_theme(key), matrix(3, 3)
    layout = lay_out(model, 900, type_scale(), TEXTS, Options())
    port = MatrixPort(layout.geometry, 900, 500)
    painter = MatrixPainter(model, layout, port, Options())
    image = drawn(theme, lambda canvas: painter.draw(canvas, QRectF(0, 0, 900, 500)), 900, 500)
    room, none = port.room_rect(0), port.room_rect(2)
    assert pixel(image, room.bottomLeft() + QPointF(20, -2)) == theme.colour(LEVELS[Level.BRIDGEABLE].fill)
    assert pixel(image, none.center()) == theme.colour(Role.WINDOW)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_kept_images_show_what_is_drawn_anew(ratio: float) -> None:
    theme, cell, cache = bundled_theme(), full_cell("A", "i"), CellCache()
    rect = QRectF(10, 12, 100, 56)
    anew = drawn(theme, lambda canvas: draw_cell(canvas, rect, cell), ratio=ratio)
    kept = drawn(theme, lambda canvas: cache.draw(canvas, rect, cell), ratio=ratio)
    again = drawn(theme, lambda canvas: cache.draw(canvas, rect, cell), ratio=ratio)
    assert len(cache) == 1
    assert kept == again
    assert difference(anew, kept) < 0.005


def difference(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ by more than can be seen."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    far = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 40 for x, y in points
    )
    return far / len(points)


def test_only_what_is_seen_is_asked_for() -> None:
    asked: set[tuple[int, int]] = set()

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(whole, name)

        def cell(self, row: int, column: int) -> object:
            asked.add((row, column))
            return whole.cell(row, column)

    whole = matrix(200, 60)
    layout = lay_out(Counting(), 1200, type_scale(), TEXTS, Options())  # type: ignore[arg-type]
    port = MatrixPort(layout.geometry, 1200, 700, 4000.0, 800.0)
    painter = MatrixPainter(Counting(), layout, port, Options())  # type: ignore[arg-type]
    drawn(bundled_theme(), lambda canvas: painter.draw(canvas, QRectF(0, 0, 1200, 700)), 1200, 700)
    assert 0 < len(asked) < 250


def test_letters_of_another_script_stay_within_their_line() -> None:
    """Arabic comes from a font with taller lines; it must not reach into the text below."""
    face = type_scale().name
    block = TEXTS.block("الحركة", face, 200.0)
    image = drawn(bundled_theme(), lambda canvas: canvas.text(block, 10, 40, Role.TEXT), 200, 100)
    ground = image.pixelColor(0, 0)
    inked = [y for y in range(100) if any(image.pixelColor(x, y) != ground for x in range(200))]
    if not inked:
        pytest.skip("no font with Arabic letters here")
    middle = (inked[0] + inked[-1]) / 2.0
    assert abs(middle - (40 + face.line / 2.0)) < 4.0
