"""What stands on a page of the second screen: nothing cut, nothing over another, legends that explain it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from tests.sample_case import sample_case
from tests.ui.paint.presented import HD, SEATS, SHAPES, SMALL, Drawn, long_names, presented
from ui.paint.legend import sign_name
from ui.paint.present import (
    Screen,
    card_pages,
    issue_pages,
    overview_pages,
    paint_page,
    present_scale,
)
from ui.paint.present_layout import even_rows, rows_a_page
from ui.paint.present_legend import LegendBody
from ui.paint.present_overview import OverviewBody
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from workbench.domain.audience import PUBLIC, ROOM
from workbench.readmodels.presenting import Seating


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("seating", SEATS, ids=lambda own: f"{own.distance:g} m")
@pytest.mark.parametrize("pixels", SHAPES, ids=["wide", "old", "upright"])
@pytest.mark.parametrize("names", ["short", "long"])
def test_nothing_is_drawn_over_title_or_footer(
    monkeypatch: pytest.MonkeyPatch, seating: Seating, pixels: QSize, names: str
) -> None:
    model = long_names() if names == "long" else presented(ROOM)
    screen, drawn = Screen(pixels, seating), Drawn(monkeypatch)
    pages = (*overview_pages(model, screen), *issue_pages(model, screen, 0), *card_pages(model, screen, 0, 0))
    for page in (pages[0], pages[-1], *pages[1::7]):
        drawn.found.clear()
        paint_page(page, pixels)
        scale, sheet = present_scale(), screen.sheet(page.magnification)
        head = page.frame.head(sheet.width(), scale, TextCache(breaks_words=True))
        foot = sheet.height() - page.frame.foot(sheet.width(), scale)
        places = [(block, y / factor) for block, _, y, factor, _ in drawn.found if block.lines]
        assert places
        for block, top in places:
            bottom = top + block.height
            crosses = top < head - 0.6 < bottom - 1.0 or top + 1.0 < foot + 0.6 < bottom
            assert not crosses, (block.texts, top, bottom, head, foot)


@pytest.mark.parametrize("pixels", [HD, QSize(1024, 768)], ids=["wide", "old"])
def test_no_name_is_cut_in_the_usual_room(monkeypatch: pytest.MonkeyPatch, pixels: QSize) -> None:
    """Nobody in the room can ask a tooltip for the rest."""
    case = sample_case()
    parties = tuple(replace(own, short_name=f"{own.label} Coordinating Council") for own in case.parties)
    model, drawn = presented(PUBLIC, replace(case, parties=parties)), Drawn(monkeypatch)
    screen = Screen(pixels)
    for page in (*overview_pages(model, screen), *issue_pages(model, screen, 0)):
        assert page.is_whole
        drawn.found.clear()
        paint_page(page, pixels)
        assert [block.texts for block, *_ in drawn.found if block.is_elided] == []


def test_a_word_longer_than_a_line_goes_on_in_the_next() -> None:
    face, word = type_scale().cell, "Handlungsbevollmächtigtenversammlung"
    cut = TextCache().block(word, face, 60.0, 9)
    broken = TextCache(breaks_words=True).block(word, face, 60.0, 9)
    assert cut.is_elided
    assert not broken.is_elided
    assert "".join(broken.texts) == word
    assert all(face.width(line) <= 60.5 for line in broken.texts)


def test_pages_are_evenly_filled_and_no_more_than_needed() -> None:
    heights = [50.0] * 11
    assert [len(part) for part in rows_a_page(heights, 250.0)] == [5, 5, 1]
    assert [len(part) for part in even_rows(heights, 250.0)] == [4, 4, 3]
    uneven = [40.0, 50.0, 30.0, 120.0, 20.0, 20.0]
    parts = even_rows(uneven, 100.0)
    assert [number for part in parts for number in part] == list(range(6))
    assert len(parts) == len(rows_a_page(uneven, 100.0))
    assert all(sum(uneven[n] for n in part) <= 100.0 or len(part) == 1 for part in parts)


def test_where_the_legend_finds_no_space_it_is_a_page_of_its_own() -> None:
    near, far = Screen(HD), Screen(HD, Seating(12.0, 1.5))
    assert overview_pages(presented(), near)[-1].frame.legend
    pages = overview_pages(presented(), far)
    assert isinstance(pages[-1].body, LegendBody)
    assert pages[-1].frame.title == "What the signs mean"
    explained = [item.text for item in pages[-1].body.legend.items]
    assert {"demands / holds", "red line / rejects", "aligned", "deadlocked"} <= set(explained)
    assert not any(page.frame.legend for page in pages)


def test_a_page_of_facts_and_norms_explains_no_demand_and_no_room() -> None:
    model = presented()
    pages = [page for page in overview_pages(model, Screen(HD)) if isinstance(page.body, OverviewBody)]
    of_facts = [
        page
        for page in pages
        if isinstance(page.body, OverviewBody)
        and not any(model.issue(row).kind.is_negotiable for row in page.body.rows)
    ]
    assert 0 < len(of_facts) < len(pages)
    for page in pages:
        words = {sign_name(sign) for sign, _ in page.frame.legend + page.frame.levels}
        is_of_facts = page in of_facts
        assert ({"holds", "rejects"} <= words) is is_of_facts
        assert ({"demands", "aligned", "open question"} <= words) is not is_of_facts


@pytest.mark.parametrize("names", ["short", "long"])
@pytest.mark.parametrize("seating", SEATS, ids=lambda own: f"{own.distance:g} m")
def test_a_page_of_facts_beside_issues_explains_both(names: str, seating: Seating) -> None:
    model = long_names() if names == "long" else presented(ROOM)
    screen = Screen(SMALL, seating)
    for page in overview_pages(model, screen):
        words = {sign_name(sign) for sign, _ in page.frame.legend}
        if isinstance(page.body, LegendBody):
            words = {item.text for item in page.body.legend.items}
            assert {"demands / holds", "red line / rejects"} <= words
        elif words and isinstance(page.body, OverviewBody):
            kinds = {model.issue(row).kind.is_negotiable for row in page.body.rows}
            said = "demands / holds" if len(kinds) > 1 else "demands" if kinds == {True} else "holds"
            assert said in words
            assert page.finds_space(screen)


def test_a_card_says_whose_statement_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    model, drawn = presented(ROOM), Drawn(monkeypatch)
    row, column = model.row_of("lachin"), model.column_of("BAK")
    assert row is not None
    assert column is not None
    for page in card_pages(model, Screen(HD), row, column):
        paint_page(page, HD)
    said = " ".join(line for block, *_ in drawn.found for line in block.texts)
    assert "Baku: Checkpoints are a right on recognised Azerbaijani territory." in said


@pytest.mark.parametrize("pixels", SHAPES, ids=["wide", "old", "upright"])
@pytest.mark.parametrize("seating", SEATS, ids=lambda own: f"{own.distance:g} m")
def test_over_the_rooms_it_is_said_whose_they_are(
    monkeypatch: pytest.MonkeyPatch, pixels: QSize, seating: Seating
) -> None:
    """A party that is not needed may oppose beside a room that is aligned."""
    drawn, seen = Drawn(monkeypatch), set()
    for page in overview_pages(presented(ROOM), Screen(pixels, seating)):
        if not isinstance(page.body, OverviewBody):
            continue
        drawn.found.clear()
        paint_page(page, pixels)
        said = [block for block, *_ in drawn.found if " ".join(block.texts) == "of those needed"]
        has_room = any(page.body.setter.model.issue(row).has_room for row in page.body.rows)
        assert len(said) == has_room
        seen.add(has_room)
    assert True in seen
