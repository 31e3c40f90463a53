"""Common ground and the map on paper: all of it is there, on pages of any size."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.sample_case import sample_case
from ui.paint.canvas import Canvas
from ui.paint.map_labels import paper_labels, screen_labels
from ui.paint.party_map import MapGeometry, MapPlan, Spoke, covered, draw_planned, lay_out_map, spoke_values
from ui.paint.picture import Picture, save_picture
from ui.paint.picture_frame import Frame
from ui.paint.picture_map import MapPicture
from ui.paint.picture_size import PageSize
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.pictures.tables import ground_picture
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.readmodels.common_ground_lens import ground_blocks
from workbench.readmodels.parties_map import MapPoint, PartyMap
from workbench.snapshot import take_snapshot

FRAME = Frame("Title", "Note", "For the team", "TLP:RED")


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def said(picture: Picture, folder: Path, width: int, height: int) -> list[str]:
    """Return what a picture says, page by page."""
    files = save_picture(picture, folder / "p.svg", PageSize.of(width, height), bundled_theme("light"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    return [text.partition("<desc>")[2].partition("</desc>")[0] for text in texts]


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (900, 700), (500, 420), (320, 900), (260, 340)])
def test_every_account_is_on_some_page(tmp_path: Path, width: int, height: int) -> None:
    standing = standing_on(
        take_snapshot(columns_of(sample_case()), PRINCIPAL), date(2023, 3, 20), Basis.DECLARED
    )
    blocks = ground_blocks(standing)
    pages = said(ground_picture(blocks, standing), tmp_path, width, height)
    assert len(pages) == 1 or width < 1000
    assert len(pages) > 1 or width > 300
    flat = " ".join(" ".join(pages).split())
    for item in (item for block in blocks for item in block.items):
        for text in (item.issue.title, item.issue.question, *(line.label for line in item.lines)):
            assert all(word in flat for word in text.split()), text
    assert flat.count("TLP:RED") == len(pages)
    assert "…" not in flat


def party_map(points: list[tuple[str, float, float]]) -> PartyMap:
    return PartyMap(
        tuple(MapPoint(f"P{n}", label, "", (x, y), None, f"{label}. Nearest: another at 0.10.")
              for n, (label, x, y) in enumerate(points)),
        (), 0.1,
    )  # fmt: skip


LABELS = st.text(st.sampled_from("abc dəfğ Бաբ"), min_size=1, max_size=60).map(lambda own: f"N{own}".strip())
POINTS = st.lists(st.tuples(LABELS, st.floats(-1, 1), st.floats(-1, 1)), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(points=POINTS, width=st.floats(300, 1500), height=st.floats(250, 900))
def test_names_on_a_map_cover_nothing_and_none_is_missing(
    points: list[tuple[str, float, float]], width: float, height: float
) -> None:
    shown, look = party_map(points), (type_scale(), TextCache())
    geometry = lay_out_map(shown, QRectF(0.0, 0.0, width, height), 1.0)
    taken = covered(geometry, look[0], ())
    labels = paper_labels(shown, geometry, look, taken)
    assert sorted(label.place for label in labels) == list(range(len(points)))
    names = [label for label in labels if not label.is_number]
    for number, label in enumerate(names):
        assert not label.block.is_elided
        assert geometry.area.contains(label.rect)
        assert not any(label.rect.intersects(own) for own in taken)
        assert not any(label.rect.intersects(own.rect) for own in names[:number])


def test_names_that_find_no_space_are_listed_by_number(tmp_path: Path) -> None:
    points = [(f"The party number {n}", 0.001 * n, 0.0) for n in range(30)]
    pages = said(MapPicture(party_map(points), FRAME), tmp_path, 640, 400)
    assert len(pages) > 1
    for label, _, _ in points:
        assert any(label in " ".join(page.split()) for page in pages)


def test_a_map_with_space_is_one_page(tmp_path: Path) -> None:
    points = [("Baku", 0.0, 0.0), ("Yerevan", 1.0, 0.4), ("Moscow", 0.5, 1.0), ("Tehran", 0.2, 0.7)]
    (page,) = said(MapPicture(party_map(points), FRAME), tmp_path, 900, 600)
    assert {"Baku", "Yerevan", "Moscow", "Tehran"} <= set(page.splitlines())


def drawn_map(shown: PartyMap, geometry: MapGeometry, plan: MapPlan) -> QImage:
    """The pixels of a map."""
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    image.fill(bundled_theme().colour(Role.WINDOW))
    painter = QPainter(image)
    draw_planned(Canvas(painter, bundled_theme(), type_scale(), TextCache()), shown, geometry, plan)
    painter.end()
    return image


def test_no_line_runs_through_a_name() -> None:
    shown = party_map([("Baku", 0.0, 0.0), ("Yerevan", 1.0, 0.01), ("Moscow", 0.5, 0.0)])
    geometry = lay_out_map(shown, QRectF(0.0, 0.0, 800.0, 500.0), 1.0)
    look = type_scale(), TextCache()
    values = spoke_values(geometry, look, 0, [Spoke(1, 0.5), Spoke(2, 0.25)])
    labels = screen_labels(shown, geometry, look, covered(geometry, look[0], values), 0)
    lined = drawn_map(shown, geometry, MapPlan(labels, 0, values))
    plain = drawn_map(shown, geometry, MapPlan(labels, 0))
    assert lined != plain
    for label in labels:
        place = label.rect.toRect()
        assert lined.copy(place) == plain.copy(place), label.block.texts
