"""Pages for the second screen, and what is drawn on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter

from tests.gallery.cases import with_long_names
from tests.sample_case import sample_case
from ui.paint.present import (
    Page,
    Screen,
    card_pages,
    issue_pages,
    overview_pages,
)
from ui.paint.text import Block
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, Audience
from workbench.domain.case import Case
from workbench.readmodels.presenting import PresentModel, Seating
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)
HD, SMALL = QSize(1920, 1080), QSize(1280, 720)


def presented(audience: Audience = PUBLIC, case: Case | None = None) -> PresentModel:
    return PresentModel(take_snapshot(columns_of(case or sample_case()), audience), DAY)


def every_page(model: PresentModel, screen: Screen) -> Iterator[Page]:
    yield from overview_pages(model, screen)
    for row in model.rows:
        yield from issue_pages(model, screen, row)
        for column in range(len(model.columns)):
            yield from card_pages(model, screen, row, column)


class Drawn:
    """What text was drawn, where on the image in its pixels, and in which colour."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[tuple[Block, float, float, float, QColor]] = []
        whole = Block.draw

        def draw(block: Block, painter: QPainter, x: float, y: float) -> None:
            at = painter.transform().map(x, y)
            self.found.append((block, at[0], at[1], painter.transform().m11(), painter.pen().color()))
            whole(block, painter, x, y)

        monkeypatch.setattr(Block, "draw", draw)


SEATS = (Seating(1.5, 2.0), Seating(4.0, 1.8), Seating(7.0, 1.5), Seating(12.0, 1.5))
SHAPES = (HD, QSize(1024, 768), QSize(1080, 1920))


def long_names() -> PresentModel:
    return PresentModel(take_snapshot(with_long_names().read(), ROOM), DAY)
