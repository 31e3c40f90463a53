"""The cell of two parties: the distance, and the room as counts per level."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.paint.canvas import Canvas
from ui.paint.room_words import judged_words
from ui.paint.shapes import fill_sign, level_path
from ui.paint.type import TypeScale
from ui.theme.meanings import LEVELS
from ui.theme.roles import Role
from workbench.domain.level import Level
from workbench.domain.saying import at_start, counted, figure, said, translate
from workbench.readmodels.parties_lens import PairCell

PAD = 4.0
BAR = 7.0
_SIGN = 7.0
_SIGN_GAP = 2.0
_COUNT_GAP = 4.0
_WITH_WORD = 84.0
SWATCH_SIGN = 0.5
"""How much of a swatch its sign takes: enough of the colour stays around a sign that is itself filled."""

Counts = tuple[tuple[Level, int], ...]


def count_width(scale: TypeScale, digits: int) -> float:
    """Return the width of a sign with a count of so many digits and the gap after it."""
    figures = scale.small.width("0" * digits)
    return scale.px(_SIGN) + scale.px(_SIGN_GAP) + figures + scale.px(_COUNT_GAP)


def counts_a_line(width: float, scale: TypeScale, digits: int) -> int:
    """Return how many counts stand on one line of a cell."""
    space = width - 2 * scale.px(PAD) + scale.px(_COUNT_GAP)
    return max(int(space // count_width(scale, digits)), 1)


def roomy_height(width: float, issues: int, scale: TypeScale, *, one_issue: bool) -> float:
    """Return the height of a cell that counts levels over so many issues, whatever the day."""
    if one_issue:
        return 2 * scale.px(PAD) + scale.small_name.line + scale.small.line
    most = min(max(issues, 1), len(Level))
    lines = -(-most // counts_a_line(width, scale, len(str(issues))))
    head = scale.name.line + scale.px(3) + scale.px(BAR) + scale.px(4)
    return scale.px(4) + head + lines * scale.small.line + scale.px(4)


def draw_roomy(canvas: Canvas, rect: QRectF, cell: PairCell, *, hover: bool) -> None:
    """Draw a cell with distance, bar and counted signs; of one issue the level with its word."""
    if cell.level is not None:
        _draw_level(canvas, rect, cell)
        return
    canvas.card(rect, Role.HOVER if hover else Role.CARD, Role.HAIRLINE)
    scale = canvas.scale
    inner = rect.adjusted(scale.px(PAD), scale.px(4), -scale.px(PAD), 0.0)
    head = QRectF(inner.x(), inner.y(), inner.width(), scale.name.line)
    _draw_distance(canvas, head, cell)
    bar = QRectF(inner.x(), head.bottom() + scale.px(3), inner.width(), scale.px(BAR))
    draw_counts_bar(canvas, bar, cell.counts)
    _draw_counts(canvas, QPointF(inner.x(), bar.bottom() + scale.px(4)), rect.width(), cell.counts)


def draw_compact(canvas: Canvas, rect: QRectF, cell: PairCell, *, hover: bool) -> None:
    """Draw a cell with the distance and a bar; of one issue with the sign of the level."""
    scale = canvas.scale
    if cell.level is not None:
        _draw_ground(canvas, rect, cell.level)
        _draw_sign(canvas, _middle(rect, scale.px(9)), cell.level, LEVELS[cell.level].text)
        return
    canvas.card(rect, Role.HOVER if hover else Role.CARD, Role.HAIRLINE)
    figure = canvas.texts.block(cell.figure.lstrip("0") or cell.figure, scale.tiny, rect.width())
    left = rect.center().x() - figure.width / 2.0
    canvas.text(figure, left, rect.y() + scale.px(1), Role.TEXT if cell.issues else Role.TEXT_MUTED)
    pad, height = scale.px(3), scale.px(6)
    bar = QRectF(rect.x() + pad, rect.bottom() - pad - height, rect.width() - 2 * pad, height)
    draw_counts_bar(canvas, bar, cell.counts)


def draw_counts_bar(canvas: Canvas, bar: QRectF, counts: Counts) -> None:
    """Draw the share of each level as a stacked bar, best first."""
    whole = sum(count for _, count in counts)
    left = bar.x()
    for level, count in counts:
        width = bar.width() * count / whole
        canvas.painter.setPen(canvas.colour(Role.CARD))
        canvas.painter.setBrush(canvas.colour(LEVELS[level].fill))
        canvas.painter.drawRect(QRectF(left, bar.y(), width, bar.height()))
        left += width
    canvas.painter.setPen(canvas.colour(Role.BORDER))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))


def draw_level_swatch(canvas: Canvas, square: QRectF, key: str) -> None:
    """Draw a level as it stands in the legend."""
    level = Level(key)
    _draw_ground(canvas, square, level)
    _draw_sign(canvas, _middle(square, square.width() * SWATCH_SIGN), level, LEVELS[level].text)


def _draw_distance(canvas: Canvas, head: QRectF, cell: PairCell) -> None:
    scale = canvas.scale
    role = Role.TEXT if cell.distance is not None else Role.TEXT_MUTED
    apart = canvas.line(cell.figure, scale.name, head, role)
    if cell.distance is None:
        return
    space = head.width() - apart.width - scale.px(4)
    wide = counted("PairCell", "%n issues", "%n issue", cell.issues)
    short = translate("PairCell", "on {0}", "on so many issues, in little space").format(figure(cell.issues))
    note = wide if scale.small.width(wide) <= space else short
    width = scale.small.width(note)
    if width <= space:
        place = QRectF(head.right() - width - 1.0, head.y(), width + 1.0, head.height())
        canvas.line(note, scale.small, place, Role.TEXT_MUTED)


def _draw_counts(canvas: Canvas, corner: QPointF, width: float, counts: Counts) -> None:
    scale = canvas.scale
    digits = len(str(sum(count for _, count in counts)))
    a_line, step = counts_a_line(width, scale, digits), count_width(scale, digits)
    for number, (level, count) in enumerate(counts):
        line, place = divmod(number, a_line)
        side = scale.px(_SIGN)
        x, y = corner.x() + place * step, corner.y() + line * scale.small.line
        square = QRectF(x, y + (scale.small.line - side) / 2.0, side, side)
        _draw_sign(canvas, square, level, Role.TEXT_SECONDARY)
        block = canvas.texts.block(str(count), scale.small, step)
        canvas.text(block, square.right() + scale.px(_SIGN_GAP), y, Role.TEXT_SECONDARY)


def _draw_level(canvas: Canvas, rect: QRectF, cell: PairCell) -> None:
    """Draw the level of one issue: sign and word, and under them the distance."""
    level = cell.level or Level.UNKNOWN
    _draw_ground(canvas, rect, level)
    scale, ink = canvas.scale, LEVELS[level].text
    pad, side = scale.px(PAD), scale.px(9)
    y = rect.y() + pad
    line = scale.small_name.line
    square = QRectF(rect.x() + pad, y + (line - side) / 2.0, side, side)
    _draw_sign(canvas, square, level, ink)
    word = QRectF(
        square.right() + scale.px(4), y, rect.right() - pad / 2.0 - square.right() - scale.px(4), line
    )
    if rect.width() >= scale.px(_WITH_WORD):
        canvas.line(at_start(said(level)), scale.small_name, word, ink)
    below = cell.figure if cell.distance is not None else ""
    if cell.judged:
        below = judged_words(cell.judged)
    place = QRectF(rect.x() + pad, y + line, rect.width() - 2 * pad, scale.small.line)
    canvas.line(below, scale.small, place, ink)


def _draw_ground(canvas: Canvas, rect: QRectF, level: Level) -> None:
    canvas.card(rect, LEVELS[level].fill, Role.HAIRLINE if level is Level.UNKNOWN else None)


def _draw_sign(canvas: Canvas, square: QRectF, level: Level, ink: Role) -> None:
    fill_sign(canvas.painter, level_path(level), square, canvas.colour(ink))


def _middle(rect: QRectF, side: float) -> QRectF:
    return QRectF(rect.center().x() - side / 2.0, rect.center().y() - side / 2.0, side, side)
