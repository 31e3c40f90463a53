"""Pages for the second screen: large enough, of contrast enough, whole, and the same for the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from tests.hidden_records import with_secrets
from tests.sample_case import sample_case
from tests.ui.paint.presented import HD, SEATS, SHAPES, SMALL, Drawn, every_page, long_names, presented
from ui.paint.present import (
    Screen,
    blank,
    card_pages,
    issue_pages,
    overview_pages,
    paint_page,
    present_scale,
)
from ui.paint.present_layout import rows_a_page
from ui.paint.present_legend import LegendBody
from ui.paint.present_overview import OverviewBody
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.contrast import contrast_ratio
from ui.theme.roles import TEXT_PAIRS
from ui.theme.theme import bundled_theme
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, Audience
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.readmodels.presenting import PresentModel, Seating
from workbench.snapshot import take_snapshot


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


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
            if isinstance(page.body, LegendBody):
                continue
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


def test_the_day_is_never_cut_from_the_title() -> None:
    for seating in SEATS:
        for pixels in SHAPES:
            screen = Screen(pixels, seating)
            page = overview_pages(long_names(), screen)[0]
            width = screen.sheet(page.magnification).width() - 40.0
            title = page.frame._title(width, present_scale(), TextCache())
            assert "20 March 2023" in " ".join(title.texts)


def steps(hidden: tuple[str, ...] = ()) -> set[date]:
    """All days that one is led to, from before the case on."""
    snapshot, day = take_snapshot(columns_of(sample_case()), ROOM), date(2010, 1, 1)
    found: set[date] = set()
    while (later := PresentModel(snapshot, day, hidden=hidden).later) is not None:
        found.add(later)
        day = later
    return found


def test_days_of_those_in_view_only_are_stepped_to() -> None:
    every, others = steps(), steps(("BAK",))
    assert others < every
    spoken = {
        own.since.effective
        for own in take_snapshot(columns_of(sample_case()), ROOM).as_case().positions
        if own.party != "BAK"
    }
    assert others <= spoken


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("2023-01-12", "Declared, since 12 January 2023"),
        ("2023-01~", "Declared, since about January 2023"),
        ("2018/2022", "Declared, since between 2018 and 2022, at the latest"),
    ],
)
def test_a_card_says_its_date_in_words(kept: str, said: str) -> None:
    case = sample_case()
    own = [
        replace(one, since=parse_date(kept)) if (one.party, one.issue) == ("BAK", "lachin") else one
        for one in case.positions
    ]
    model = presented(ROOM, replace(case, positions=tuple(own)))
    row, column = model.row_of("lachin"), model.column_of("BAK")
    assert row is not None
    assert column is not None
    card = model.card(row, column)
    assert card is not None
    assert card.since == said
