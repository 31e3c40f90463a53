"""What is moved in the image of a matrix is what would be drawn anew, on screens of any density."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from random import Random

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.paint.images import unlike
from tests.ui.paint.matrices import matrix
from ui.paint.backing import MatrixBacking
from ui.paint.canvas import Canvas
from ui.paint.cell_cache import CellCache
from ui.paint.layout import Options, lay_out
from ui.paint.matrix import MatrixPainter
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.theme import bundled_theme

SIZE = (700, 420)
ALWAYS = 1e9
Look = Callable[[MatrixBacking, float, float, float], QImage]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Brings an image up to what is seen of a matrix that is scrolled by so much, at a ratio, in any time."""
    model, scale, texts, cells = matrix(20, 40), type_scale(1.0), TextCache(), CellCache()
    options = Options(folds=True)
    layout = lay_out(model, SIZE[0], scale, texts, options)

    def brought_up(backing: MatrixBacking, x: float, y: float, ratio: float) -> QImage:
        port = MatrixPort(layout.geometry, *SIZE, floor(x * ratio) / ratio, floor(y * ratio) / ratio)
        canvas = Canvas(QPainter(), bundled_theme(), scale, texts)
        backing.bring_up(MatrixPainter(model, layout, port, options, cells), canvas, ratio, ALWAYS)
        assert backing.is_whole
        return backing.image.toImage()

    return brought_up


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 2.5])
def test_scrolled_is_as_drawn_anew(look: Look, ratio: float) -> None:
    random, backing = Random(ratio), MatrixBacking()
    x = y = 0
    for _ in range(40):
        x = random.choice([x, x, x + random.randint(-60, 60), random.randint(0, 1000)])
        y = random.choice(
            [y, y + random.randint(-90, 90), y + random.choice([-72, 72]), random.randint(0, 2500)]
        )
        x, y = max(x, 0), max(y, 0)
        assert unlike(look(backing, x, y, ratio), look(MatrixBacking(), x, y, ratio)) == []


def test_there_is_something_to_see(look: Look) -> None:
    backing = MatrixBacking()
    one, other = look(backing, 0, 0, 1.0), look(backing, 300, 700, 1.0)
    assert len(unlike(one, other)) > 10_000
