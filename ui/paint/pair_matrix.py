"""Parties by parties: names along both sides, the room and the distance of each two, and the tree."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.headers import HeaderSetting, draw_square, header_parts
from ui.paint.layout import HEADER_FOOT, HEADER_TOP, SQUARE, SQUARE_GAP, names_height
from ui.paint.pair_matrix_cells import draw_compact, draw_level_swatch, draw_roomy, roomy_height
from ui.paint.pair_matrix_frame import ImageCache, Place
from ui.paint.pair_matrix_geometry import EvenGeometry, GridSize, even_width
from ui.paint.pair_matrix_legend import Swatches, draw_swatches, set_swatches
from ui.paint.port import MatrixPort
from ui.paint.text import Block, TextCache
from ui.paint.tree import draw_tree
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.domain.level import Level
from workbench.domain.saying import said
from workbench.readmodels.matrix_types import PartyColumn
from workbench.readmodels.parties_lens import PartiesModel

_NAMES = (70.0, 190.0)
_TREE = (56.0, 92.0)
"""Width of the tree, in a narrow and in a wide space."""
_WIDE = 880.0
_TREE_GAP = 8.0
_ROOMY = (86.0, 156.0)
_COMPACT = (34.0, 22.0)
_COMPACT_HEADER = 92.0
LEGEND_GAP = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class PairParts:
    """Draws the parts of a grid of parties by parties.

    Attributes
    ----------
    model : PartiesModel
        What is shown.
    geometry : EvenGeometry
        Where everything lies.
    legend : Legend
        What the signs mean.
    tree_width : float
        Space of the tree before the names.
    compact : bool
        Whether cells are small, so that many are seen.
    cache : ImageCache or None
        Images of cells, on a screen.
    """

    model: PartiesModel
    geometry: EvenGeometry
    legend: Swatches
    tree_width: float
    compact: bool
    cache: ImageCache | None = None

    def cell_look(self, place: Place) -> Hashable:
        """Return everything that a cell shows."""
        cell = self.model.cell(*place)
        if cell.is_itself:
            return None
        return (self.compact, cell.counts, cell.level, cell.figure, cell.issues, cell.judged)

    def row_look(self, row: int) -> Hashable:
        """Return everything that the head of a row shows."""
        column = self.model.columns[row]
        return (self.compact, self.tree_width, column.label, column.colour)

    def column_look(self, column: int) -> Hashable:
        """Return everything that the head of a column shows."""
        return self.row_look(column)

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw the cell of two parties."""
        cell = self.model.cell(*place)
        if cell.is_itself:
            canvas.card(rect, Role.VOID, None)
        elif self.compact:
            draw_compact(canvas, rect, cell, hover=hover)
        else:
            draw_roomy(canvas, rect, cell, hover=hover)

    def draw_row(self, canvas: Canvas, rect: QRectF, row: int, *, strong: bool) -> None:
        """Draw the name of a party before its row."""
        scale, column = canvas.scale, self.model.columns[row]
        left = rect.x() + self.tree_width
        side = scale.px(SQUARE)
        draw_square(canvas, QRectF(left, rect.center().y() - side / 2.0, side, side), column)
        name = left + side + scale.px(SQUARE_GAP)
        place = QRectF(name, rect.y(), rect.right() - name, rect.height())
        role = Role.TEXT_LINK if strong else Role.TEXT
        canvas.line(column.label, scale.small if self.compact else scale.name, place, role)

    def draw_column(self, canvas: Canvas, rect: QRectF, column: int, *, strong: bool) -> None:
        """Draw the name of a party over its column, upright where cells are narrow."""
        own, role = self.model.columns[column], Role.TEXT_LINK if strong else Role.TEXT
        if self.compact:
            draw_upright(canvas, rect, own, (own.label, ""), role)
            return
        parts = header_parts(rect, own, HeaderSetting(0.0, canvas.scale, canvas.texts))
        draw_square(canvas, parts.square, own)
        canvas.text(parts.name, parts.at.x(), parts.at.y(), role)

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw the tree before the names."""
        if not self.model.tree:
            return
        left, top = self.geometry.widths.edge, port.band_top(0.0) - self.geometry.widths.gap / 2.0
        width = self.tree_width - canvas.scale.px(_TREE_GAP)
        area = QRectF(left, top, width, self.geometry.rows_height)
        draw_tree(canvas, self.model.tree, area, self.geometry.step)

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw what the signs of the levels mean."""
        draw_swatches(canvas, corner, self.legend, draw_level_swatch)


def draw_upright(
    canvas: Canvas, rect: QRectF, column: PartyColumn, texts: tuple[str, str], role: Role
) -> None:
    """Draw a head from the foot of `rect` upwards: a square, and a text turned by a quarter.

    The second text stands smaller beside the first; it may be empty.
    """
    space = rect.height() - canvas.scale.px(HEADER_TOP + HEADER_FOOT + SQUARE + SQUARE_GAP)
    blocks = [(canvas.texts.block(texts[0], canvas.scale.small, space), role)]
    if texts[1]:
        blocks.append((canvas.texts.block(texts[1], canvas.scale.tiny, space), Role.TEXT_MUTED))
    draw_upright_blocks(canvas, rect, column, blocks)


def draw_upright_blocks(
    canvas: Canvas, rect: QRectF, column: PartyColumn, blocks: Sequence[tuple[Block, Role]]
) -> None:
    """Draw a head from the foot of `rect` upwards: a square, and texts turned by a quarter side by side."""
    scale, painter = canvas.scale, canvas.painter
    side = scale.px(SQUARE)
    foot = rect.bottom() - scale.px(HEADER_FOOT)
    draw_square(canvas, QRectF(rect.center().x() - side / 2.0, foot - side, side, side), column)
    start = foot - side - scale.px(SQUARE_GAP)
    painter.save()
    painter.translate(rect.center().x() - sum(block.height for block, _ in blocks) / 2.0, start)
    painter.rotate(-90.0)
    down = 0.0
    for block, ink in blocks:
        canvas.text(block, 0.0, down, ink)
        down += block.height
    painter.restore()


def tree_width(model: PartiesModel, width: float, scale: TypeScale) -> float:
    """Return the space that the tree takes before the names in a space of some width; none without a tree."""
    return scale.px(_TREE[width >= scale.px(_WIDE)]) if model.tree else 0.0


def lay_out_pairs(
    model: PartiesModel, width: float, look: tuple[TypeScale, TextCache], *, compact: bool
) -> PairParts:
    """Return a grid of parties by parties set into a space of `width`."""
    scale, _ = look
    count = len(model.columns)
    face = scale.small if compact else scale.name
    longest = max((face.width(column.label) for column in model.columns), default=0.0)
    square = scale.px(SQUARE + SQUARE_GAP)
    names = float(round(min(max(longest + square + 2.0, scale.px(_NAMES[0])), scale.px(_NAMES[1]))))
    tree = tree_width(model, width, scale)
    left = scale.px(14) * 2 + scale.px(8) * 3 + names + tree
    cell = scale.px(_COMPACT[0]) if compact else even_width(width - left, count, *_ROOMY, scale)
    height = scale.px(_COMPACT[1])
    upright = longest + square + scale.px(HEADER_TOP + HEADER_FOOT + 2)
    header = float(round(min(upright, scale.px(_COMPACT_HEADER))))
    if not compact:
        height = roomy_height(cell, model.issue_count, scale, one_issue=model.scope.is_one_issue)
        header = names_height(model.columns, cell, *look) + scale.px(HEADER_TOP + HEADER_FOOT)
    entries = [(level.value, said(level)) for level in Level]
    legend = set_swatches(entries, width - 2 * scale.px(14), scale)
    size = GridSize(count, count, names + tree, header, cell, height, legend.height + scale.px(LEGEND_GAP))
    return PairParts(model, EvenGeometry(size, scale), legend, tree, compact)
