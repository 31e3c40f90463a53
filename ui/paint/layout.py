"""The geometry of a matrix, measured from what has to fit into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.paint.geometry import MatrixGeometry, Widths, fit_widths, stacked
from ui.paint.legend import MARKS, ROOM_SIGNS, STANCES, Legend, Sign, set_legend
from ui.paint.model import MatrixModel
from ui.paint.pressures import pressures_height, set_pressures
from ui.paint.room_words import aside_of, meeting_of
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.matrix_types import IssueRow, PartyColumn

CARD_PAD_X = 6.0
CARD_PAD_Y = 4.0
BAR_HEIGHT = 7.0
BAR_GAP = 4.0
BAR_FOOT = 6.0
MARK_SIDE = 9.0
MARK_STEP = 11.0
HEADING_TOP = 7.0
HEADING_FOOT = 4.0
HEADER_TOP = 8.0
HEADER_FOOT = 6.0
SQUARE = 9.0
SQUARE_GAP = 5.0
TITLE_LINES = 3
HEADER_LINES = 2
HEADER_APART = 7.0
FOLD_SIDE = 10.0
_WITH_LEAD = 100.0
"""Width at which a word such as *leaves open* and a short option fit on one line."""
_NEARLY = 4.0
"""How much a row grows, in pixels at 100 %, for one line more in its cells."""
ROOM_LINES = 2
MOST_ROOM_LINES = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What of a matrix is drawn, and how large cells may grow.

    Attributes
    ----------
    lines : int
        Most lines of text in a cell.
    is_still : bool
        Whether the day never moves, as in a picture: rows are then as high as their own cells need.
    stretch : float
        Added to the height of every row, in logical pixels.
    legend : tuple
        Items of the legend, none for no legend.
    legend_lines : int
        Most lines of the legend, 0 for as many as it needs.
    legend_space : float
        Width kept free to the right of the legend, in logical pixels.
    folds : bool
        Whether headers carry the sign that folds parties into a group, or opens it.
    empty : str
        What a cell without a position says, in a dashed card as on a projector; a dash where empty.
    """

    lines: int = 2
    stretch: float = 0.0
    is_still: bool = False
    legend: tuple[tuple[Sign, str], ...] = STANCES + ROOM_SIGNS + MARKS
    legend_lines: int = 0
    legend_space: float = 0.0
    folds: bool = False
    empty: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Geometry of a matrix with the legend that belongs to it.

    `kinds` is the height below the names of the parties.
    """

    geometry: MatrixGeometry
    legend: Legend
    kinds: float


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """What the measures of a row depend on, besides what stands in it."""

    widths: Widths
    scale: TypeScale
    texts: TextCache
    options: Options
    available: float


def lay_out(
    model: MatrixModel,
    width: float,
    scale: TypeScale,
    cache: TextCache,
    options: Options,
    *,
    kept: dict[int, float] | None = None,
) -> Layout:
    """Return where everything lies in a space of `width`.

    Unless it is a still picture nothing depends on the day shown, so that rows stand while the day is
    dragged. `kept` holds the heights of rows, by their numbers, for the same columns in the same space.
    """
    known = {} if kept is None else kept
    widths = fit_widths(width, len(model.columns), scale)
    setting = _Setting(widths, scale, cache, options, width)
    legend = Legend((), 0.0)
    if options.legend:
        room = width - 2 * widths.edge - options.legend_space
        legend = set_legend(options.legend, room, scale, options.legend_lines)
    heights: list[tuple[int | None, int, float]] = []
    for number, basket in enumerate(model.baskets):
        heights.append(
            (None, number, heading_height(basket.title, scale) + _more_lines(basket.title, setting))
        )
        for row in basket.rows:
            if row not in known:
                known[row] = _row_height(model, row, setting)
            heights.append((row, number, known[row] + options.stretch))
    header = header_height(model.columns, widths, scale, cache, folds=options.folds)
    if cache.is_whole and model.deadline is not None:
        header = max(header, _deadline_height(model.deadline.title, setting))
    geometry = MatrixGeometry(widths, len(model.columns), header, legend.height, stacked(heights))
    return Layout(geometry, legend, kind_height(model.columns, widths.party, scale, cache))


def measured(
    model: MatrixModel, width: float, scale: TypeScale, cache: TextCache, options: Options
) -> Iterator[bool]:
    """Measure what `lay_out` rests on, a text at a time, so that it finds it known; true at the end."""
    widths = fit_widths(width, len(model.columns), scale)
    setting = _Setting(widths, scale, cache, options, width)
    for column in model.columns:
        _name_height(column, widths.party, scale, cache, folds=options.folds)
        yield False
    for row in range(len(model.rows)):
        _row_height(model, row, setting)
        yield False
    yield True


def heading_height(title: str, scale: TypeScale) -> float:
    """Return the height of a basket's heading."""
    if not title:
        return scale.px(HEADING_TOP)
    return scale.px(HEADING_TOP) + scale.small_name.line + scale.px(HEADING_FOOT)


def _row_height(model: MatrixModel, number: int, setting: _Setting) -> float:
    """Return the height of a row with the gap below it, before it is stretched."""
    row, scale, options = model.rows[number], setting.scale, setting.options
    lines = _still_lines(model, number, setting) if options.is_still else _option_lines(row, setting)
    card = text_top(scale) + lines * scale.cell.line + bar_space(scale)
    title = setting.texts.block(row.title, scale.name, setting.widths.titles, TITLE_LINES)
    below = scale.small.line
    if setting.texts.is_whole:
        pressures = set_pressures(row, setting.widths.titles, scale, setting.texts)
        below = max(pressures_height(pressures), below)
    height = max(card, title.height + below, _room_height(model, number, setting))
    return _for_whole_lines(height, scale) + setting.widths.gap


def _for_whole_lines(height: float, scale: TypeScale) -> float:
    """Return the height of a card, a little more where one line more of text would nearly fit."""
    around, line = text_top(scale) + bar_space(scale), scale.cell.line
    lines = -(-(height - around) // line)
    whole = around + lines * line
    return whole if whole - height <= scale.px(_NEARLY) else height


def _room_height(model: MatrixModel, number: int, setting: _Setting) -> float:
    if not model.rows[number].has_room:
        return 0.0
    scale, room, lines = setting.scale, None, ROOM_LINES
    if setting.options.is_still:
        room = model.room(number)
    if room is not None:
        width = setting.widths.room - 2 * scale.px(CARD_PAD_X)
        meeting = setting.texts.block(meeting_of(room), scale.small, width, MOST_ROOM_LINES)
        aside = setting.texts.block(aside_of(room), scale.small, width, aside_lines(setting.texts))
        lines = len(meeting.texts) + len(aside.texts)
    return 2 * text_top(scale) + scale.name.line + lines * scale.small.line


def _option_lines(row: IssueRow, setting: _Setting) -> int:
    """Return how many lines the longest option takes; two where a word before it may take the first."""
    width = text_width(setting.widths.party, 1, setting.scale)
    least = 2 if width < setting.scale.px(_WITH_LEAD) else 1
    longest = max(row.options, key=len, default="")
    return max(
        len(setting.texts.block(longest, setting.scale.cell, width, setting.options.lines).texts), least
    )


def _still_lines(model: MatrixModel, row: int, setting: _Setting) -> int:
    """Return how many lines the longest text takes that stands in the row."""
    from ui.paint.still_rows import still_lines  # noqa: PLC0415 - cells are measured by what is laid out here

    look = setting.scale, setting.texts
    return still_lines(model, row, setting.widths.party, look, setting.options.empty)


def aside_lines(texts: TextCache) -> int:
    """Return how many lines what stands beside a level may take: one, in a picture as many as it needs."""
    return MOST_ROOM_LINES if texts.is_whole else 1


def _more_lines(title: str, setting: _Setting) -> float:
    """Return the height of the lines beyond the first that a heading takes in a picture."""
    if not setting.texts.is_whole or not title:
        return 0.0
    face = setting.scale.small_name
    width = setting.available - 2.0 * setting.widths.edge
    return (len(setting.texts.whole(title, face, width).texts) - 1) * face.line


def _deadline_height(title: str, setting: _Setting) -> float:
    """Return the height of the next deadline, title and days, with the space above and below."""
    scale = setting.scale
    width = setting.widths.titles - scale.px(SQUARE) - scale.px(4)
    lines = setting.texts.block(title, scale.small, width, 2).height + scale.small.line
    return scale.px(HEADER_TOP) + lines + scale.px(HEADER_FOOT)


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
    columns: tuple[PartyColumn, ...],
    widths: Widths,
    scale: TypeScale,
    cache: TextCache,
    *,
    folds: bool = False,
) -> float:
    """Return the height of the headers: that of the tallest."""
    names = names_height(columns, widths.party, scale, cache, folds=folds)
    tallest = names + kind_height(columns, widths.party, scale, cache)
    return scale.px(HEADER_TOP) + max(tallest, 3 * scale.small.line) + scale.px(HEADER_FOOT)


def names_height(
    columns: tuple[PartyColumn, ...],
    width: float,
    scale: TypeScale,
    cache: TextCache,
    *,
    folds: bool = False,
) -> float:
    """Return the height that names with their colours take over columns of a width: that of the tallest."""
    heights = (_name_height(column, width, scale, cache, folds=folds) for column in columns)
    return max(heights, default=0.0) or scale.name.line


def kind_height(columns: tuple[PartyColumn, ...], width: float, scale: TypeScale, cache: TextCache) -> float:
    """Return the height that the longest kind of party takes: all names stand on one line above it."""
    kinds = {column.kind for column in columns}
    room = width - scale.px(HEADER_APART)
    heights = (cache.block(kind, scale.small, room, HEADER_LINES).height for kind in kinds)
    return max(heights, default=0.0) or scale.small.line


def _name_height(
    column: PartyColumn, width: float, scale: TypeScale, cache: TextCache, *, folds: bool
) -> float:
    name = cache.block(column.label, scale.name, width - scale.px(HEADER_APART), HEADER_LINES)
    above = 0.0 if square_beside(column, width, scale, folds=folds) else scale.px(SQUARE) + scale.px(3)
    return above + name.height


def square_beside(column: PartyColumn, width: float, scale: TypeScale, *, folds: bool = False) -> bool:
    """Return whether the colour of a party stands beside its name rather than above it.

    The sign that folds or opens stands on the same line as the colour.
    """
    beside = scale.px(SQUARE) + scale.px(SQUARE_GAP) + scale.name.width(column.label)
    sign = scale.px(FOLD_SIDE + HEADER_APART) if folds and column.can_fold else 0.0
    return beside + sign + scale.px(HEADER_APART) <= width
