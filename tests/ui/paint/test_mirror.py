"""What is painted in a mirror is read as ever, and stands where its mirror image would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.paint.images import unlike
from ui.paint.marks import Mark, draw_mark
from ui.paint.mirror import is_mirrored, mirror
from ui.paint.stamps import Stamps
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.theme import bundled_theme

WIDTH, HEIGHT = 240, 60

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(draw: Callable[[QPainter], object], *, mirrored: bool = False) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        mirror(painter, WIDTH)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize("text", ["Baku accepts it", "باكو", "Степанакерт", "ღია"])
def test_a_line_reads_the_same_and_ends_where_it_would_begin(text: str) -> None:
    block = TextCache().block(text, type_scale().cell, 200.0)
    width = block.lines[0].size().width()
    usual = drawn(lambda painter: block.draw(painter, WIDTH - 20.0 - width, 10.0))
    turned = drawn(lambda painter: block.draw(painter, 20.0, 10.0), mirrored=True)
    assert not unlike(usual, turned)
    assert unlike(usual, drawn(lambda _painter: None))


@pytest.mark.parametrize("mark", list(Mark))
def test_signs_are_not_turned_round(mark: Mark) -> None:
    theme = bundled_theme()
    at, seen = QRectF(20.0, 10.0, 30.0, 30.0), QRectF(WIDTH - 50.0, 10.0, 30.0, 30.0)
    usual = drawn(lambda painter: draw_mark(painter, mark, seen, theme))
    turned = drawn(lambda painter: draw_mark(painter, mark, at, theme), mirrored=True)
    assert not unlike(usual, turned)


def test_images_that_are_kept_show_what_is_drawn_anew() -> None:
    stamps, theme = Stamps(), bundled_theme()

    def shape(painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(QRectF(rect.x(), rect.y(), 6.0, rect.height()), QColor("#0072B2"))
        draw_mark(painter, Mark.NEWLY_ASSESSED, QRectF(rect.x() + 20.0, rect.y() + 6.0, 18.0, 18.0), theme)

    place = QRectF(20.0, 10.0, 80.0, 30.0)
    for mirrored in (False, True, True, False):
        kept = drawn(lambda painter: stamps.draw(painter, "shape", place, shape), mirrored=mirrored)
        assert not unlike(kept, drawn(lambda painter: shape(painter, place), mirrored=mirrored))


def test_a_painter_knows_whether_it_is_in_a_mirror() -> None:
    told: list[bool] = []

    def tell(painter: QPainter) -> None:
        told.append(is_mirrored(painter))
        painter.rotate(90.0)
        told.append(is_mirrored(painter))

    drawn(tell)
    drawn(tell, mirrored=True)
    assert told == [False, False, True, True]
