"""Demands against demands: what is asked for along both sides, and how each two lie to one another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.demand_matrix_signs import relation_path
from ui.paint.headers import draw_square
from ui.paint.layout import HEADER_FOOT, HEADER_TOP, SQUARE, SQUARE_GAP
from ui.paint.pair_matrix import draw_upright
from ui.paint.pair_matrix_cells import SWATCH_SIGN
from ui.paint.pair_matrix_frame import ImageCache, Place
from ui.paint.pair_matrix_geometry import EvenGeometry, GridSize, even_width
from ui.paint.pair_matrix_legend import Swatches, draw_swatches, set_swatches
from ui.paint.port import MatrixPort
from ui.paint.shapes import fill_sign
from ui.paint.text import Measure, TextCache
from ui.paint.type import TypeScale
from ui.theme.meanings import RELATIONS
from ui.theme.roles import Role
from ui.words import figure, said, translate
from workbench.analysis.demands import Relation
from workbench.readmodels.demands_lens import DemandHeading, DemandsModel
from workbench.readmodels.matrix_types import PartyColumn

_TITLES = (236.0, 200.0)
"""Widest heads of rows, of all demands and of those of one party."""
_CELL = (30.0, 132.0)
_DENSE = (24.0, 20.0)
_MANY = 80
"""Of more demands cells are small, and heads have one line."""
_WIDE = 54.0
"""Width from which heads of columns are set across."""
_HEADER = (168.0, 116.0)
"""Tallest heads of columns, of all demands and of those of one party."""
_TITLE_LINES, _TEXT_LINES = 2, 3
"""Lines of a head set across: the issue, and what is asked for."""
_MOST_OF_HEIGHT, _LEAST_HEADER = 0.45, 64.0
_SIGN = 9.0
_LEAST_REST = 24.0
_MEASURED = 400
"""So many heads are looked at for the longest."""
_PALE = (Relation.ONE_SIDED, Relation.INDEPENDENT)


@dataclass(frozen=True, slots=True, eq=False)
class DemandParts:
    """Draws the parts of a grid of demands against demands.

    `is_wide` tells whether heads of columns are set across; `is_dense` whether heads have one line;
    `legend` says what the signs mean.
    """

    model: DemandsModel
    geometry: EvenGeometry
    legend: Swatches
    is_wide: bool
    is_dense: bool
    cache: ImageCache | None = None

    def cell_look(self, place: Place) -> Hashable:
        """Return everything that a cell shows."""
        return self.model.relation(*place)

    def row_look(self, row: int) -> Hashable:
        """Return everything that the head of a row shows."""
        return (self.is_dense, self.model.row(row))

    def column_look(self, column: int) -> Hashable:
        """Return everything that the head of a column shows."""
        return (self.is_wide, self.is_dense, self.model.column(column))

    def draw_cell(self, canvas: Canvas, rect: QRectF, place: Place, *, hover: bool) -> None:
        """Draw how two demands lie to one another."""
        draw_relation(canvas, rect, self.model.relation(*place), hover=hover)

    def draw_row(self, canvas: Canvas, rect: QRectF, row: int, *, strong: bool) -> None:
        """Draw a demand before its row: what is asked for, and by whom on what."""
        scale, own, side = canvas.scale, self.model.row(row), canvas.scale.px(SQUARE)
        role = Role.TEXT_LINK if strong else Role.TEXT
        left = rect.x() + side + scale.px(SQUARE_GAP)
        width = rect.right() - left
        if self.is_dense:
            line = QRectF(left, rect.y(), width, rect.height())
            draw_square(canvas, _square(rect.x(), rect.center().y(), side), column_of(own))
            text = canvas.line(own.text, scale.cell, line, role)
            _draw_rest(canvas, line, text.width, f"{own.label} · {own.title}")
            return
        top = rect.center().y() - (scale.cell.line + scale.small.line) / 2.0
        draw_square(canvas, _square(rect.x(), top + scale.cell.line / 2.0, side), column_of(own))
        canvas.line(own.text, scale.cell, QRectF(left, top, width, scale.cell.line), role)
        below = QRectF(left, top + scale.cell.line, width, scale.small.line)
        canvas.line(f"{own.label} · {own.title}", scale.small, below, Role.TEXT_MUTED)

    def draw_column(self, canvas: Canvas, rect: QRectF, column: int, *, strong: bool) -> None:
        """Draw a demand over its column, upright where cells are narrow."""
        own, role = self.model.column(column), Role.TEXT_LINK if strong else Role.TEXT
        if not self.is_wide:
            texts = (_in_one_line(own), "") if self.is_dense else (own.text, own.title)
            draw_upright(canvas, rect, column_of(own), texts, role)
            return
        scale, side = canvas.scale, canvas.scale.px(SQUARE)
        width = rect.width() - scale.px(3)
        lines = int((rect.height() - scale.px(HEADER_TOP + HEADER_FOOT)) // scale.small.line)
        text = canvas.texts.block(own.text, scale.small, width, max(min(_TEXT_LINES, lines - 1), 1))
        y = rect.bottom() - scale.px(HEADER_FOOT) - text.height
        canvas.text(text, rect.x(), y, role)
        above = max(min(_TITLE_LINES, lines - len(text.texts)), 1)
        space = Measure(width, above, indent=side + scale.px(SQUARE_GAP))
        title = canvas.texts.set(own.title, scale.small, space)
        y -= title.height
        draw_square(canvas, _square(rect.x(), y + scale.small.line / 2.0, side), column_of(own))
        canvas.text(title, rect.x(), y, Role.TEXT_MUTED)

    def draw_beside(self, canvas: Canvas, port: MatrixPort) -> None:
        """Draw nothing: no tree stands along demands."""

    def draw_legend(self, canvas: Canvas, corner: QPointF) -> None:
        """Draw what the signs mean, and how many cells have each."""
        draw_swatches(canvas, corner, self.legend, draw_relation_swatch)


def draw_relation(canvas: Canvas, rect: QRectF, relation: Relation | None, *, hover: bool) -> None:
    """Draw a relation: its colour, its sign, and its word where that fits; none for one party."""
    if relation is None:
        canvas.card(rect, Role.VOID, None)
        return
    roles, scale = RELATIONS[relation], canvas.scale
    edge = Role.BORDER if relation in _PALE else None
    canvas.card(rect, roles.fill, Role.FOCUS if hover else edge)
    side, gap = min(scale.px(_SIGN), rect.height() - 4.0), scale.px(4)
    wide = scale.small.width(said(relation))
    has_word = side + gap + wide + scale.px(4) <= rect.width()
    left = rect.center().x() - (side + (gap + wide if has_word else 0.0)) / 2.0
    square = QRectF(left, rect.center().y() - side / 2.0, side, side)
    fill_sign(canvas.painter, relation_path(relation), square, canvas.colour(roles.text))
    if has_word:
        word = canvas.texts.block(said(relation), scale.small, wide + 1.0)
        canvas.text(word, square.right() + gap, rect.center().y() - word.height / 2.0, roles.text)


def lay_out_demands(
    model: DemandsModel,
    width: float,
    look: tuple[TypeScale, TextCache],
    counts: Mapping[Relation, int],
    height: float = inf,
) -> DemandParts:
    """Return a grid of demands set into a space of `width`; the legend says how many cells have each.

    Where the space is low the heads of columns leave the larger part of `height` to the cells.
    """
    scale, _ = look
    columns = len(model.columns)
    edge = 2 * scale.px(14) + 3 * scale.px(8)
    titles = float(round(min(scale.px(_TITLES[model.is_of_two]), max((width - edge) * 0.36, scale.px(120)))))
    is_dense = max(len(model.rows), columns) > _MANY
    least = _DENSE[0] if is_dense else _CELL[0]
    cell = even_width(width - edge - titles, columns, least, _CELL[1], scale)
    is_wide = cell >= scale.px(_WIDE)
    legend = set_swatches(entries_of(counts), width - 2 * scale.px(14), scale)
    size = GridSize(
        rows=len(model.rows),
        columns=columns,
        titles=titles,
        header=min(
            _header(model, scale, is_wide=is_wide, is_dense=is_dense),
            max(_MOST_OF_HEIGHT * height, scale.px(_LEAST_HEADER)),
        ),
        cell_width=cell,
        cell_height=scale.px(_DENSE[1]) if is_dense else scale.cell.line + scale.small.line + scale.px(2),
        legend=legend.height,
    )
    return DemandParts(model, EvenGeometry(size, scale), legend, is_wide, is_dense)


def _header(model: DemandsModel, scale: TypeScale, *, is_wide: bool, is_dense: bool) -> float:
    """Return the height of the heads; it is the same on every day."""
    around = scale.px(HEADER_TOP) + scale.px(HEADER_FOOT)
    if is_wide:
        return around + (_TITLE_LINES + _TEXT_LINES) * scale.small.line
    longest = max(_heads(model, is_dense=is_dense), key=len, default="")
    wanted = scale.small.width(longest) + scale.px(SQUARE + SQUARE_GAP) + 2.0
    return around + float(round(min(wanted, scale.px(_HEADER[model.is_of_two]))))


def _heads(model: DemandsModel, *, is_dense: bool) -> Iterable[str]:
    """Return what the heads could say on any day; of many only those that are there."""
    if is_dense:
        return (_in_one_line(model.column(place)) for place in range(min(len(model.columns), _MEASURED)))
    return (option.label for option in model.snapshot.case.options)


def _in_one_line(own: DemandHeading) -> str:
    return f"{own.text} · {own.label} · {own.title}"


def entries_of(counts: Mapping[Relation, int]) -> list[tuple[str, str]]:
    """Return what the legend says: every relation, and how many cells have it."""
    return [(own.value, _entry(own, counts.get(own, 0))) for own in Relation]


def _entry(relation: Relation, count: int) -> str:
    if not count:
        return said(relation)
    return translate("DemandMatrix", "{relation} {count}").format(
        relation=said(relation), count=figure(count)
    )


def draw_relation_swatch(canvas: Canvas, square: QRectF, key: str) -> None:
    """Draw a relation as it stands in the legend."""
    relation = Relation(key)
    roles, side = RELATIONS[relation], square.width() * SWATCH_SIGN
    canvas.card(square, roles.fill, Role.BORDER if relation in _PALE else None)
    sign = QRectF(square.center().x() - side / 2.0, square.center().y() - side / 2.0, side, side)
    fill_sign(canvas.painter, relation_path(relation), sign, canvas.colour(roles.text))


def _draw_rest(canvas: Canvas, line: QRectF, taken: float, text: str) -> None:
    """Draw what goes with a head beside it, as far as there is room on its line."""
    gap = canvas.scale.px(6)
    room = QRectF(line.x() + taken + gap, line.y(), line.width() - taken - gap, line.height())
    if room.width() > canvas.scale.px(_LEAST_REST):
        canvas.line(text, canvas.scale.small, room, Role.TEXT_MUTED)


def _square(left: float, middle: float, side: float) -> QRectF:
    return QRectF(left, middle - side / 2.0, side, side)


def column_of(own: DemandHeading) -> PartyColumn:
    """Return the party that makes a demand, as a head shows it."""
    return PartyColumn(own.party, own.label, "", own.colour)
