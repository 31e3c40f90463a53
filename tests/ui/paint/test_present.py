"""Pages for the second screen: large enough, of contrast enough, whole, and the same for the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.hidden_records import with_secrets
from tests.sample_case import sample_case
from ui.paint.present import Page, Screen, blank, card_pages, issue_pages, overview_pages, paint_page
from ui.paint.present_overview import OverviewBody, rows_a_page
from ui.paint.text import Block
from ui.paint.type import type_scale
from ui.theme.contrast import contrast_ratio
from ui.theme.roles import TEXT_PAIRS
from ui.theme.theme import bundled_theme
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, Audience
from workbench.domain.case import Case
from workbench.readmodels.presenting import PresentModel, Seating
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)
HD, SMALL = QSize(1920, 1080), QSize(1280, 720)


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


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


@pytest.mark.parametrize("pixels", [HD, SMALL], ids=["1080", "720"])
@pytest.mark.parametrize(("distance", "height"), [(4.0, 1.8), (6.0, 1.5), (8.0, 2.5), (2.0, 2.0)])
def test_no_letter_is_smaller_than_the_room_needs(
    monkeypatch: pytest.MonkeyPatch, pixels: QSize, distance: float, height: float
) -> None:
    seating = Seating(distance, height)
    drawn = Drawn(monkeypatch)
    screen, model = Screen(pixels, seating), presented(ROOM)
    for page in (
        *overview_pages(model, screen),
        *issue_pages(model, screen, 0),
        *card_pages(model, screen, 0, 0),
    ):
        drawn.found.clear()
        paint_page(page, pixels)
        smallest = min(block.face.metrics.xHeight() * factor for block, _, _, factor, _ in drawn.found)
        assert smallest >= seating.least_x_height(pixels.height()) * 0.999
        assert screen.readable_from(page.magnification) >= distance * 0.999


def test_farther_rows_get_more_pages_never_smaller_letters() -> None:
    model = presented()
    counts = [len(overview_pages(model, Screen(HD, Seating(metres, 1.8)))) for metres in (0.5, 4.0, 6.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_the_pages_hold_every_cell_in_reach_once() -> None:
    model = presented()
    for seating in (Seating(4.0, 1.8), Seating(6.0, 1.5)):
        held: list[tuple[int, int]] = []
        for page in overview_pages(model, Screen(HD, seating)):
            assert isinstance(page.body, OverviewBody)
            held += [(row, column) for row in page.body.rows for column in page.body.columns]
        assert len(held) == len(set(held))
        spoken = {
            (row, column)
            for row in model.rows
            for column in range(len(model.columns))
            if not model.cell(row, column).is_empty
        }
        assert spoken <= set(held)


def test_rows_are_divided_without_loss() -> None:
    heights = [40.0, 50.0, 30.0, 120.0, 20.0, 20.0]
    parts = rows_a_page(heights, 100.0)
    assert [number for part in parts for number in part] == list(range(6))
    assert all(sum(heights[n] for n in part) <= 100.0 or len(part) == 1 for part in parts)


@pytest.mark.parametrize("audience", [PUBLIC, ROOM], ids=str)
def test_every_text_has_a_contrast_of_seven(monkeypatch: pytest.MonkeyPatch, audience: Audience) -> None:
    """Measured on the pixels: the ink of each text against the ground beside it."""
    drawn = Drawn(monkeypatch)
    model, screen = presented(audience), Screen(HD)
    poor = []
    for page in (
        *overview_pages(model, screen),
        *issue_pages(model, screen, 0),
        *card_pages(model, screen, 0, 0),
    ):
        drawn.found.clear()
        image = paint_page(page, HD)
        for block, x, y, factor, ink in drawn.found:
            ground = image.pixelColor(max(int(x) - 2, 0), int(y + block.height * factor / 2.0))
            if block.texts and contrast_ratio(ink, ground) < 7.0:
                poor.append((block.texts, ink.name(), ground.name()))
    assert not poor


def test_the_projector_theme_reaches_seven_everywhere() -> None:
    theme = bundled_theme("projector")
    assert min(contrast_ratio(theme.colour(ink), theme.colour(ground)) for ink, ground in TEXT_PAIRS) >= 7.0


def test_no_text_leaves_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Drawn(monkeypatch)
    for pixels, step in ((HD, 11), (SMALL, 7)):
        for page in list(every_page(presented(ROOM), Screen(pixels)))[::step]:
            drawn.found.clear()
            paint_page(page, pixels)
            for block, x, y, factor, _ in drawn.found:
                assert x >= 0.0
                assert x + block.width * factor <= pixels.width() + 1.0, block.texts
                assert y + block.height * factor <= pixels.height() + 1.0, block.texts


def test_the_footer_says_who_may_see_it() -> None:
    for audience, said in ((PUBLIC, "Public information only"), (ROOM, "What may be shown in the room")):
        model, screen = presented(audience), Screen(HD)
        pages = (
            *overview_pages(model, screen),
            *issue_pages(model, screen, 0),
            *card_pages(model, screen, 0, 0),
        )
        assert {page.frame.reader for page in pages} == {said}
        assert {page.frame.earlier for page in pages} == {date(2023, 3, 1)}


@pytest.mark.parametrize("name", ["public", "room", "party:STP"])
def test_pixels_are_the_same_whatever_lies_above(name: str) -> None:
    audience = Audience.parse(name)
    screen = Screen(SMALL)
    ours, theirs = presented(audience), presented(audience, with_secrets(sample_case(), audience))
    assert (len(ours.rows), len(ours.columns)) == (len(theirs.rows), len(theirs.columns))
    pairs = [(overview_pages(ours, screen), overview_pages(theirs, screen))]
    pairs += [
        (issue_pages(ours, screen, one), issue_pages(theirs, screen, other))
        for one, other in list(zip(ours.rows, theirs.rows, strict=True))[::4]
    ]
    for one, other in pairs:
        assert [paint_page(page, SMALL) for page in one] == [paint_page(page, SMALL) for page in other]


def test_of_nothing_there_is_no_page() -> None:
    assert overview_pages(presented(case=Case()), Screen(SMALL)) == ()


def test_a_blank_screen_is_black() -> None:
    black = blank(SMALL)
    assert isinstance(black, QImage)
    assert {black.pixel(x, y) for x in (0, 640, 1279) for y in (0, 719)} == {QColor("black").rgb()}


def test_type_does_not_grow_beyond_what_is_calm() -> None:
    page = card_pages(presented(), Screen(HD, Seating(0.5, 1.8)), 0, 0)[0]
    assert type_scale().title.line * page.magnification < HD.height() / 8
