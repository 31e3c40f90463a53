"""Parties by parties and demands against demands on paper: every cell on one page, no head shortened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.sample_case import sample_case
from ui.paint.picture import Paper, Picture, save_picture, sheets_of
from ui.paint.picture_frame import Frame
from ui.paint.picture_grid import GridPicture, _evenly, _Setting, demand_grids, pair_grids
from ui.paint.picture_size import PageSize, PictureError
from ui.theme.theme import bundled_theme
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_scope import EVERY_ISSUE
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)
FRAME = Frame("Title", "Note", "For the team", "TLP:RED")
SIZES = [(1920, 1080), (1200, 700), (700, 900), (560, 480)]


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def snapshot() -> Snapshot:
    """Return the sample with names that no column was made for."""
    case = sample_case()
    named = tuple(replace(own, short_name=f"{own.label} and the Council of Islands") for own in case.parties)
    labelled = tuple(replace(own, label=f"{own.label} until the peace is signed") for own in case.options)
    return take_snapshot(columns_of(replace(case, parties=named, options=labelled)), PRINCIPAL)


def demands() -> DemandsModel:
    standing = standing_on(snapshot(), DAY, Basis.DECLARED)
    return DemandsModel(standing, range(7))


def pairs(*, clustered: bool) -> PartiesModel:
    return PartiesOverTime(snapshot(), Basis.DECLARED, EVERY_ISSUE).model(DAY, range(7), clustered=clustered)


def said(picture: Picture, path: Path, size: tuple[int, int]) -> str:
    files = save_picture(picture, path, PageSize.of(*size), bundled_theme("dark"))
    return " ".join(" ".join(own.read_text(encoding="utf-8") for own in files).split())


@pytest.mark.parametrize("size", SIZES)
def test_demands_are_written_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    model = demands()
    text = said(GridPicture(demand_grids(model), FRAME), tmp_path / "p.svg", size)
    assert "…" not in text
    for place in range(len(model.rows)):
        own = model.row(place)
        assert own.text in text
        assert f"{own.label} · {own.title}" in text


@pytest.mark.parametrize("clustered", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_parties_are_written_whole(tmp_path: Path, size: tuple[int, int], clustered: bool) -> None:
    model = pairs(clustered=clustered)
    text = said(GridPicture(pair_grids(model), FRAME), tmp_path / "p.svg", size)
    assert "…" not in text
    assert all(text.count(own.label) >= 2 for own in model.columns)


@pytest.mark.parametrize("size", [(700, 500), (420, 420), (900, 320)])
def test_every_cell_stands_on_exactly_one_page(size: tuple[int, int]) -> None:
    model = demands()
    paper = Paper(PageSize.of(*size), bundled_theme("light"))
    for lay in demand_grids(model):
        setting = _Setting(lay, paper, FRAME)
        if not setting.count(0.75):
            continue
        parts, ports = setting.windows(0.75)
        seen = [
            (row, column)
            for port in ports
            for row in range(len(model.rows))
            for column in range(len(model.columns))
            if port.cells_area.contains(port.cell_rect(row, column))
        ]
        assert sorted(seen) == [
            (row, column) for row in range(len(model.rows)) for column in range(len(model.columns))
        ]
        space = paper.space(FRAME, 0.75)
        for port in ports:
            assert port.width <= space.width()
            assert port.height <= space.height()
            assert port.geometry is parts.geometry


def test_pages_are_spread_evenly() -> None:
    ends = [float(10 * number) for number in range(12)]
    assert _evenly(ends, 200.0) == [range(11)]
    assert [len(own) for own in _evenly(ends, 60.0)] in ([6, 5], [5, 6])
    assert [len(own) for own in _evenly(ends, 40.0)] == [4, 4, 3]
    assert _evenly(ends, 9.0) == []


def test_far_too_many_cells_are_refused_before_anything_is_measured() -> None:
    picture = GridPicture((), FRAME, cells=100_000 * 100_000)
    with pytest.raises(PictureError, match="pages"):
        sheets_of(picture, Paper(PageSize.of(1920, 1080), bundled_theme("light")))


def test_a_page_without_room_for_one_cell_is_refused() -> None:
    with pytest.raises(PictureError, match="too small"):
        sheets_of(
            GridPicture(demand_grids(demands()), FRAME), Paper(PageSize.of(200, 200), bundled_theme("light"))
        )
