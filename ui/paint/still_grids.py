"""Grids of pairs and of demands on paper: what a screen shortens stands whole, there are no tooltips."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.demand_matrix import column_of, draw_relation, draw_relation_swatch, entries_of
from ui.paint.pair_matrix import LEGEND_GAP, PairParts, tree_width
from ui.paint.pair_matrix_cells import roomy_height
from ui.paint.pair_matrix_frame import ImageCache, Place
from ui.paint.pair_matrix_geometry import (
    EvenGeometry,
    GridGeometry,
    GridSize,
    UnevenGeometry,
    even_width,
)
from ui.paint.pair_matrix_legend import Swatches, draw_swatches, set_swatches
from ui.paint.port import MatrixPort
from ui.paint.still_heads import (
    Look,
    StillHead,
    Told,
    across,
    header_height,
    row_heights,
    upright,
    upright_width,
)
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.analysis.demands import Relation
from workbench.domain.level import Level
from workbench.domain.saying import said
from workbench.readmodels.demands_lens import DemandHeading, DemandsModel
from workbench.readmodels.parties_lens import PartiesModel

_EDGES = 14 * 2 + 8 * 3
_NAMES = (70.0, 200.0)
_ROOMY = (86.0, 156.0)
_BESIDE_WORD = 16.0
"""A name needs so much more than its longest word, for the square before it."""
_COMPACT = (34.0, 22.0)
_UPRIGHT = 150.0
_TITLES, _TITLES_SHARE = (120.0, 300.0), 0.3
_CELL = (30.0, 132.0)
_ACROSS = 96.0
"""Width of cells from which heads of demands are set across."""
_MOST_OF_HEIGHT = 0.45
"""Share of the height that heads of columns leave to cells."""


class Inside(Protocol):
    """What stands beside the heads of a grid: cells, tree, legend."""

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw a cell."""

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw what stands along all rows."""

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw the legend."""


@dataclass(frozen=True, slots=True, eq=False)
class StillParts:
    """The parts of a grid with heads that stand whole.

    Attributes
    ----------
    inside : Inside
        Cells, tree and legend as a screen has them.
    geometry : GridGeometry
        Where everything lies.
    rows, columns : sequence of StillHead
        The heads.
    indent : float
        Space before the heads of rows, for a tree.
    """

    inside: Inside
    geometry: GridGeometry
    rows: Sequence[StillHead]
    columns: Sequence[StillHead]
    indent: float = 0.0

    def widened(self, party: float) -> StillParts:
        """Return the same grid with columns of another width."""
        return replace(self, geometry=self.geometry.widened(party))

    @property
    def cache(self) -> ImageCache | None:
        """None: a picture is drawn anew."""
        return None

    def cell_look(self, place: Place) -> Hashable:
        """Return everything that tells a cell apart."""
        return place

    def row_look(self, row: int) -> Hashable:
        """Return everything that tells the head of a row apart."""
        return row

    def column_look(self, column: int) -> Hashable:
        """Return everything that tells the head of a column apart."""
        return column

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw a cell."""
        self.inside.draw_cell(canvas, rect, place, hover=hover)

    def draw_row(self, canvas: Canvas, rect: QRectF, row: int, *, strong: bool) -> None:
        """Draw the head of a row."""
        del strong
        self.rows[row].draw_row(canvas, rect.adjusted(self.indent, 0.0, 0.0, 0.0))

    def draw_column(self, canvas: Canvas, rect: QRectF, column: int, *, strong: bool) -> None:
        """Draw the head of a column."""
        del strong
        self.columns[column].draw_column(canvas, rect)

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw what stands along all rows."""
        self.inside.draw_beside(canvas, port)

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw the legend."""
        self.inside.draw_legend(canvas, corner)


def still_pairs(model: PartiesModel, space: QRectF, look: Look, *, compact: bool) -> StillParts:
    """Return parties by parties set whole into a space."""
    scale, count, width = look[0], len(model.columns), space.width()
    face = scale.small if compact else scale.name
    told = [((column.label, face, Role.TEXT),) for column in model.columns]
    tree = tree_width(model, width, scale)
    names = _names_width(told, scale, _NAMES)
    rows = [across(own, text, names, look) for own, text in zip(model.columns, told, strict=True)]
    left = scale.px(_EDGES) + names + tree
    if compact:
        length = min(scale.px(_UPRIGHT), space.height() * _MOST_OF_HEIGHT)
        columns = [upright(own, text, length, look) for own, text in zip(model.columns, told, strict=True)]
        cell = upright_width(columns, scale.px(_COMPACT[0]), scale)
        least = scale.px(_COMPACT[1])
    else:
        word = max(
            (scale.name.width(part) for own in model.columns for part in own.label.split()), default=0.0
        )
        least = max(_ROOMY[0], (word + scale.px(_BESIDE_WORD)) / scale.zoom)
        cell = even_width(width - left, count, least, max(_ROOMY[1], least), scale)
        columns = [across(own, text, cell, look) for own, text in zip(model.columns, told, strict=True)]
        least = roomy_height(cell, model.issue_count, scale, one_issue=model.scope.is_one_issue)
    tallest = max(row_heights(rows, least, scale), default=least)
    legend = set_swatches([(level.value, said(level)) for level in Level], width - 2 * scale.px(14), scale)
    size = GridSize(
        count, count, names + tree, header_height(columns, scale), cell, tallest,
        legend.height + scale.px(LEGEND_GAP),
    )  # fmt: skip
    geometry = EvenGeometry(size, scale)
    return StillParts(PairParts(model, geometry, legend, tree, compact), geometry, rows, columns, tree)


def _names_width(told: Sequence[Sequence[Told]], scale: TypeScale, bounds: tuple[float, float]) -> float:
    """Return the width of heads of rows, within bounds at 100 %."""
    longest = max((face.width(text) for own in told for text, face, _ in own), default=0.0)
    return float(round(min(max(longest + scale.px(16), scale.px(bounds[0])), scale.px(bounds[1]))))


def still_demands(
    model: DemandsModel, counts: Mapping[Relation, int], length: float, space: QRectF, look: Look
) -> StillParts:
    """Return demands against demands set whole into a space; upright heads are no longer than `length`."""
    scale, width = look[0], space.width()
    told = [_told_before(model.row(place), scale) for place in range(len(model.rows))]
    titles = min(_names_width(told, scale, _TITLES), float(round(width * _TITLES_SHARE)))
    rows = [across(column_of(model.row(place)), own, titles, look) for place, own in enumerate(told)]
    room = width - scale.px(_EDGES) - titles
    headings = [model.column(place) for place in range(len(model.columns))]
    cell = even_width(room, len(headings), *_CELL, scale)
    if cell >= scale.px(_ACROSS):
        columns = [across(column_of(own), _told(own, scale), cell, look) for own in headings]
    else:
        most = min(scale.px(length), space.height() * _MOST_OF_HEIGHT)
        columns = [upright(column_of(own), _told(own, scale), most, look) for own in headings]
        least = upright_width(columns, scale.px(_CELL[0]), scale)
        cell = max(even_width(room, len(headings), _CELL[0], _CELL[1], scale), least)
    legend = set_swatches(entries_of(counts), width - 2 * scale.px(14), scale)
    size = GridSize(len(rows), len(columns), titles, header_height(columns, scale), cell, 0.0, legend.height)
    geometry = UnevenGeometry(size, row_heights(rows, scale.px(_CELL[0]), scale), scale)
    return StillParts(_Relations(model, legend), geometry, rows, columns)


@dataclass(frozen=True, slots=True, eq=False)
class _Relations:
    """Cells and legend of demands against demands."""

    model: DemandsModel
    legend: Swatches

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw how two demands lie to one another."""
        draw_relation(canvas, rect, self.model.relation(*place), hover=hover)

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw nothing: no tree stands along demands."""

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw what the signs mean."""
        draw_swatches(canvas, corner, self.legend, draw_relation_swatch)


def _told_before(own: DemandHeading, scale: TypeScale) -> tuple[Told, ...]:
    """Return what stands before a row: what is asked for, and by whom on which issue."""
    about = f"{own.label} · {own.title}"
    return (own.text, scale.cell, Role.TEXT), (about, scale.small, Role.TEXT_MUTED)


def _told(own: DemandHeading, scale: TypeScale) -> tuple[Told, ...]:
    """Return what stands over a column: what is asked for, and on which issue."""
    return (own.text, scale.small, Role.TEXT), (own.title, scale.tiny, Role.TEXT_MUTED)
