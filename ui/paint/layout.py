"""The geometry of a matrix, measured from what has to fit into it."""

from __future__ import annotations

from dataclasses import dataclass

from ui.paint.geometry import MatrixGeometry, Widths, fit_widths, stacked
from ui.paint.legend import MARKS, STANCES, Legend, Sign, set_legend
from ui.paint.model import MatrixModel
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.matrix_types import IssueRow, PartyColumn

CARD_PAD_X = 6.0
CARD_PAD_Y = 4.0
BAR_HEIGHT = 7.0
BAR_GAP = 4.0
BAR_FOOT = 6.0
MARK_SIDE = 9.0
MARK_STEP = 12.0
HEADING_TOP = 7.0
HEADING_FOOT = 4.0
HEADER_TOP = 8.0
HEADER_FOOT = 6.0
SQUARE = 9.0
SQUARE_GAP = 5.0
TITLE_LINES = 3
HEADER_LINES = 2
HEADER_APART = 4.0


@dataclass(frozen=True, slots=True)
class Options:
    """What of a matrix is drawn, and how large cells may grow.

    Attributes
    ----------
    lines : int
        Most lines of text in a cell.
    legend : tuple
        Items of the legend, none for no legend.
    ruled_empty : bool
        Whether a cell without a position is a dashed card that says so, as on a projector, rather
        than a dash.
    """

    lines: int = 2
    legend: tuple[tuple[Sign, str], ...] = STANCES + MARKS
    ruled_empty: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Geometry of a matrix with the legend that belongs to it.

    `kinds` is the height below the names of the parties.
    """

    geometry: MatrixGeometry
    legend: Legend
    kinds: float


def lay_out(model: MatrixModel, width: float, scale: TypeScale, cache: TextCache, options: Options) -> Layout:
    """Return where everything lies in a space of `width`.

    Nothing depends on the day shown, so that rows stand still while the day is dragged.
    """
    widths = fit_widths(width, len(model.columns), scale)
    legend = Legend((), 0.0)
    if options.legend:
        legend = set_legend(options.legend, width - 2 * widths.edge, scale)
    heights: list[tuple[int | None, int, float]] = []
    for number, basket in enumerate(model.baskets):
        heights.append((None, number, heading_height(basket.title, scale)))
        heights += [
            (row, number, row_height(model.rows[row], widths, scale, cache, options)) for row in basket.rows
        ]
    header = header_height(model.columns, widths, scale, cache)
    geometry = MatrixGeometry(widths, len(model.columns), header, legend.height, stacked(heights))
    return Layout(geometry, legend, kind_height(model.columns, widths.party, scale, cache))


def heading_height(title: str, scale: TypeScale) -> float:
    """Return the height of a basket's heading."""
    if not title:
        return scale.px(HEADING_TOP)
    return scale.px(HEADING_TOP) + scale.small_name.line + scale.px(HEADING_FOOT)


def row_height(row: IssueRow, widths: Widths, scale: TypeScale, cache: TextCache, options: Options) -> float:
    """Return the height of a row with the gap below it."""
    lines = _cell_lines(row, widths, scale, cache, options)
    card = text_top(scale) + lines * scale.cell.line + bar_space(scale)
    title = cache.block(row.title, scale.name, widths.titles, TITLE_LINES)
    beside = title.height + scale.small.line
    return max(card, beside, _room_height(row, scale)) + widths.gap


def _room_height(row: IssueRow, scale: TypeScale) -> float:
    if not row.has_room:
        return 0.0
    return 2 * text_top(scale) + scale.name.line + 2 * scale.small.line


def _cell_lines(row: IssueRow, widths: Widths, scale: TypeScale, cache: TextCache, options: Options) -> int:
    width = text_width(widths.party, 1, scale)
    longest = max(row.options, key=len, default="")
    needed = cache.block(longest, scale.cell, width, options.lines)
    return max(len(needed.lines), 1)


def text_top(scale: TypeScale) -> float:
    """Return the space above the text of a card."""
    return scale.px(CARD_PAD_Y)


def bar_space(scale: TypeScale) -> float:
    """Return the space of the stance bar with what is around it."""
    return scale.px(BAR_GAP) + scale.px(BAR_HEIGHT) + scale.px(BAR_FOOT)


def text_width(card: float, mark_columns: int, scale: TypeScale) -> float:
    """Return the width left for text beside that many columns of marks."""
    marks = mark_columns * scale.px(MARK_STEP)
    return card - 2 * scale.px(CARD_PAD_X) - marks + (scale.px(3) if mark_columns else 0.0)


def header_height(
    columns: tuple[PartyColumn, ...], widths: Widths, scale: TypeScale, cache: TextCache
) -> float:
    """Return the height of the headers: that of the tallest."""
    names = max((_name_height(column, widths, scale, cache) for column in columns), default=0.0)
    kinds = kind_height(columns, widths.party, scale, cache)
    tallest = max(names, scale.name.line) + kinds
    return scale.px(HEADER_TOP) + max(tallest, 3 * scale.small.line) + scale.px(HEADER_FOOT)


def kind_height(columns: tuple[PartyColumn, ...], width: float, scale: TypeScale, cache: TextCache) -> float:
    """Return the height that the longest kind of party takes: all names stand on one line above it."""
    kinds = {column.kind for column in columns}
    heights = (cache.block(kind, scale.small, width, HEADER_LINES).height for kind in kinds)
    return max(heights, default=0.0) or scale.small.line


def _name_height(column: PartyColumn, widths: Widths, scale: TypeScale, cache: TextCache) -> float:
    name = cache.block(column.label, scale.name, widths.party - scale.px(HEADER_APART), HEADER_LINES)
    above = 0.0 if square_beside(column, widths.party, scale) else scale.px(SQUARE) + scale.px(3)
    return above + name.height


def square_beside(column: PartyColumn, width: float, scale: TypeScale) -> bool:
    """Return whether the colour of a party stands beside its name rather than above it."""
    beside = scale.px(SQUARE) + scale.px(SQUARE_GAP) + scale.name.width(column.label)
    return beside + scale.px(HEADER_APART) <= width
